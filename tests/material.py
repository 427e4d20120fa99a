"""Builds the files that reading is tested on, good ones and broken ones, as bytes."""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from functools import partial
from typing import NamedTuple

PARAGRAPHS = (
    "The foreign ministers of the two states met in Tokyo on Monday to speak about safe sea lanes.",
    "“We have agreed to hold joint exercises every year,” the Japanese minister told reporters later.",
    "Her guest said that the pact still needed the consent of parliament, which will vote in autumn.",
    "Officials on both sides cautioned that questions of cost had been left open and would be settled later.",
    "A working group is to meet in October in order to draw up a list of ports that ships may call at.",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def html(paragraphs: Sequence[str] = PARAGRAPHS, head: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Ministers meet</title>'
        f"{head}</head>"
        f"<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>Ministers meet</h1>{body}</article>"
        f"<footer><p>© 2020 Example Wire. All rights reserved.</p></footer></body></html>"
    ).encode()


def word_xml(body: str) -> bytes:
    """word/document.xml with `body`, in which `<w:p>` and others may stand."""
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(document: bytes, **parts: bytes) -> bytes:
    """A Word file with a given document part; `core` is docProps/core.xml, others lie beside the document."""
    members = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document}
    members |= {f"word/{name}.xml": xml for name, xml in parts.items() if name != "core"}
    if "core" in parts:
        members["docProps/core.xml"] = parts["core"]
    return zipped(members)


def docx_by_library(paragraphs: Sequence[str], title: str = "", author: str = "") -> bytes:
    """A Word file as python-docx writes it, with a table at its end."""
    from docx import Document

    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "State", "Ports"
    document.core_properties.title, document.core_properties.author = title, author
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class Print(NamedTuple):
    """Words at a place of a page 600 points wide and 800 high, from its left and upper edge."""

    words: str
    left: float = 50
    top: float = 100
    size: float = 12
    bold: bool = False
    operators: str = ""
    """Of the content stream, before the words: "3 Tr" for words that are not seen."""


def column(lines: Sequence[str], left: float = 50, top: float = 100, size: float = 12) -> list[Print]:
    """Lines under each other, as they are in a paragraph."""
    return [Print(line, left, top + number * size * 1.2, size) for number, line in enumerate(lines)]


def pdf(pages: Sequence[str | Sequence[Print]], information: str = "", page: str = "") -> bytes:
    """A PDF with a line of text or with what is printed on each page; "" gives one without text, like a scan.

    `information`: the entries of the properties; `page`: more entries of each page.
    """
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {information} >>",
    ]
    for number, printed in enumerate(pages):
        stream = "\n".join(map(_printed, [Print(printed)] if isinstance(printed, str) else printed))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R {page}"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    return _numbered(objects)


def _printed(one: Print) -> str:
    words = one.words.encode("cp1252").decode("latin-1").replace("(", "\\(").replace(")", "\\)")
    font = "F2" if one.bold else "F1"
    return (
        f"BT /{font} {one.size} Tf {one.operators} {one.left} {800 - one.top} Td ({words}) Tj ET"
        if words
        else ""
    )


def _numbered(objects: Sequence[str], trailer: str = "") -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    entries = f"/Size {size} /Root 1 0 R /Info 5 0 R {trailer}"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< {entries} >>\nstartxref\n"
    return data + f"{end}{len(data)}\n%%EOF\n".encode("latin-1")


_STREAM = re.compile(r"(?<=stream\n).+(?=\nendstream)", re.S)
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypted_pdf(pages: Sequence[str], password: str) -> bytes:
    """A PDF under a password, by the oldest handler (40 bits of RC4; PDF 1.4, section 3.5)."""
    padded, owner = (password.encode() + _PADDING)[:32], hashlib.md5(b"owner").digest() * 2
    identity, rights = b"0123456789abcdef", -4
    key = hashlib.md5(padded + owner + struct.pack("<i", rights) + identity).digest()[:5]
    objects = [
        _STREAM.sub(partial(_locked, key, number), content)
        for number, content in enumerate(_objects(pdf(pages)), 1)
    ]
    handler = f"/Filter /Standard /V 1 /R 2 /P {rights} /O <{owner.hex()}> /U <{_rc4(key, _PADDING).hex()}>"
    mark = identity.hex()
    return _numbered(objects, f"/Encrypt << {handler} >> /ID [<{mark}> <{mark}>]")


def _objects(data: bytes) -> list[str]:
    return re.findall(r"\d+ 0 obj\n(.*?)\nendobj\n", data.decode("latin-1"), re.S)


def _locked(key: bytes, number: int, stream: re.Match[str]) -> str:
    own = hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]
    return _rc4(own, stream[0].encode("latin-1")).decode("latin-1")


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def mail(body: str, attachments: Mapping[str, bytes] | None = None, markup: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Jane Roe <jane.roe@ministry.example>"
    message["To"] = "desk@ministry.example"
    message["Date"] = "Mon, 21 Jul 2025 10:15:00 +0200"
    message["Subject"] = "Visite du ministre – café"
    if body:
        message.set_content(body)
    if markup:
        message.add_alternative(markup, subtype="html")
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def rtf(*paragraphs: str) -> bytes:
    escaped = (words.replace("“", "\\ldblquote ").replace("”", "\\rdblquote ") for words in paragraphs)
    body = "".join(f"{words}\\par\n" for words in escaped)
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Note on ports}{\\author Jane Roe}}" + body + "}"
    ).encode("cp1252")


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


def zip_bomb() -> bytes:
    """300 MB of zeros in 300 kB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package, package.open("a.txt", "w") as member:
        for _ in range(300):
            member.write(bytes(1_000_000))
    return stream.getvalue()


def lying_zip(name: str) -> bytes:
    """30 MB of zeros whose header says 1,000 bytes."""
    data = bytearray(zipped({name: bytes(30_000_000)}))
    for size in (data.find(b"PK\x03\x04") + 22, data.rfind(b"PK\x01\x02") + 24):
        data[size : size + 4] = struct.pack("<I", 1000)
    return bytes(data)


def password_zip(name: str) -> bytes:
    """A zip whose one member says that it is encrypted."""
    data = bytearray(zipped({name: b"secret"}))
    for flags in (data.find(b"PK\x03\x04") + 6, data.rfind(b"PK\x01\x02") + 8):
        data[flags] |= 1
    return bytes(data)


def xml_bomb() -> bytes:
    """A Word file with the "billion laughs" of nested entities."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{levels}]>'.encode()
    return docx(document + word_xml("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"))


def articles(count: int) -> list[dict[str, str]]:
    return [
        {
            "title": f"Report {number}",
            "content": f"Report number {number} says this.",
            "publishedAt": "2025-07-21",
        }
        for number in range(1, count + 1)
    ]


def good_files() -> dict[str, bytes]:
    """Files by name that can be read; each document has its own words."""
    wire = "\n".join(PARAGRAPHS)
    files = {f"text/{number:02}.txt": f"{wire}\nNote {number}.\n".encode() for number in range(20)}
    files |= {f"text/{number:02}.md": f"# Note {number}\n\n{wire}\n".encode() for number in range(4)}
    files |= {f"web/{number}.html": html((*PARAGRAPHS, f"This was report {number}.")) for number in range(4)}
    files |= {f"word/{number}.docx": docx(word_xml(paragraph(f"Paper {number}"))) for number in range(4)}
    files |= {f"pdf/{number}.pdf": pdf([f"Page one of {number}", "Page two"]) for number in range(3)}
    return files | {
        "bom.txt": b"\xef\xbb\xbfWith a mark.\r\n",
        "dump.csv": b"title;date;text\nOne;2025-07-21;Row one.\nTwo;2025-07-22;Row two.\n",
        "dump.json": json.dumps({"status": "ok", "articles": articles(3)}).encode(),
        "dump.jsonl": b'{"title": "L1", "text": "Line one."}\n{"title": "L2", "text": "Line two."}\n',
        "dump.zip": zipped(
            {"in/a.txt": b"In the zip.", "in/b.docx": docx(word_xml(paragraph("Zipped paper")))}
        ),
        "mail.eml": mail("The visit takes place.\n", {"note.pdf": pdf(["Attached note"])}),
        "note.rtf": rtf("First paragraph.", "“Second,” she said."),
        "utf16.txt": "In two bytes: “yes”.\r\n".encode("utf-16"),
        "windows.txt": "The minister’s café".encode("cp1252"),
        "page.htm": html((*PARAGRAPHS, "An old suffix.")),
    }


def broken_files() -> dict[str, tuple[bytes, str]]:
    """Files by name with the slug of the problem that they give."""
    word = docx_by_library(PARAGRAPHS)
    return {
        "binary.txt": (bytes(range(256)) * 40, "file-binary"),
        "blank.txt": (b" \r\n\t\n", "file-empty"),
        "bomb.docx": (xml_bomb(), "xml-unsafe"),
        "bomb.zip": (zip_bomb(), "zip-bomb"),
        "cut.docx": (word[: len(word) // 2], "file-damaged"),
        "cut.pdf": (pdf(["Page"])[:120], "file-damaged"),
        "cut.zip": (zipped({"a.txt": b"a"})[:-30], "file-damaged"),
        "deep.json": (b"[" * 200_000, "json-broken"),
        "empty.txt": (b"", "file-empty"),
        "encrypted.pdf": (encrypted_pdf(["Secret"], "secret"), "file-encrypted"),
        "long.txt": (b"x" * 30_000_000, "file-too-large"),
        "lying.zip": (lying_zip("a.txt"), "file-damaged"),
        "nul.txt": (b"ab\0cd", "file-binary"),
        "odd.json": (b'{"weather": "fine"}', "records-unknown"),
        "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file-old-office"),
        "password.zip": (password_zip("a.txt"), "file-encrypted"),
        "scan.pdf": (pdf(["", ""]), "pdf-no-text"),
        "slip.zip": (zipped({"../../evil.txt": b"evil"}), "zip-unsafe-name"),
    }
