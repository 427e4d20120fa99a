"""Builds the files that reading is tested on, good ones and broken ones, as bytes."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

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


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF with one line of text a page; "" gives a page without text, like a scan."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET" if words else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    return _numbered(objects)


def _numbered(objects: Sequence[str]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n"
    return data + f"{end}{len(data)}\n%%EOF\n".encode("latin-1")


def encrypted_pdf(pages: Sequence[str], password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(pages))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


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
