"""Small hostile inputs by kind: files of every format, sidecars, topic files, houses, and odd folders."""

# ruff: noqa: E501 - a row each
from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.material import (
    WORD,
    docx,
    encrypted_pdf,
    html,
    lying_zip,
    mail,
    paragraph,
    password_zip,
    pdf,
    rtf,
    word_xml,
    xml_bomb,
    zip_bomb,
    zipped,
)

SENTENCE = "Japan and South Korea agreed on Monday on security in Asia, Foreign Minister Park Jin said."
GOOD = (
    f"# Talks in Seoul\n\nPublished: 21 July 2025\n\n{SENTENCE}\n\n“Security in Asia matters,” Park said.\n"
)
SAID = f"<p>{SENTENCE}</p>"
_TABLE = f"title,date,text\nOne,2025-07-21,{SENTENCE}\n".replace("Asia,", "Asia")
_FEED = f"<rss><channel><item><title>One</title><description>{SENTENCE}</description></item></channel></rss>"
_NITF = f"<nitf><head/><body><hl1>One</hl1><body.content>{SAID}</body.content></body></nitf>"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_FLAT = (
    f'<o:document xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:text:1.0"><o:body><o:text>'
    f"<t:p>{SENTENCE}</t:p></o:text></o:body></o:document>"
)
_CONTAINER = b'<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'
_PACKAGE = (
    b'<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    b'<spine><itemref idref="a"/></spine></package>'
)
_BOX = f"From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: One\n\n{SENTENCE}\n\n"
_SAVED = (
    "From: <Saved by Blink>\nMIME-Version: 1.0\nSubject: One\n"
    f'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
    f"<html><body>{SAID}</body></html>\n--x--\n"
)


def epub(chapter: str) -> bytes:
    return zipped({"META-INF/container.xml": _CONTAINER, "c.opf": _PACKAGE, "a.xhtml": chapter.encode()})


def part(kind: str, body: str, more: str = "") -> bytes:
    """A mail with one part of a type."""
    return f"From: a@b.example\nSubject: One\nContent-Type: {kind}\n{more}\n{body}\n".encode()


def noted(*notes: str) -> bytes:
    """A Word file whose footnotes are odd."""
    xml = f'<w:footnotes xmlns:w="{WORD}">{"".join(notes)}</w:footnotes>'
    return docx(word_xml(paragraph(SENTENCE)), **{"word/footnotes.xml": xml.encode()})


WHOLE: Mapping[str, bytes] = {
    ".csv": _TABLE.encode(),
    ".docx": docx(word_xml(paragraph(SENTENCE) + paragraph("A second paragraph."))),
    ".eml": mail(f"{SENTENCE}\n", {"a.pdf": pdf(["Note"])}, markup=SAID),
    ".epub": epub(f"<html><body>{SAID}</body></html>"),
    ".fodt": _FLAT.encode(),
    ".html": html((SENTENCE, "A second paragraph of the page, which says a little more.")),
    ".json": json.dumps({"articles": [{"title": "One", "text": SENTENCE, "date": "2025-07-21"}]}).encode(),
    ".jsonl": json.dumps({"title": "One", "text": SENTENCE}).encode() + b"\n",
    ".mbox": _BOX.encode() * 2,
    ".md": f"---\ntitle: One\ndate: 2025-07-21\n---\n\n{SENTENCE}\n".encode(),
    ".mht": _SAVED.encode(),
    ".odt": zipped({"content.xml": _FLAT.replace("o:document ", "o:document-content ").replace(
        "/o:document>", "/o:document-content>").encode()}),
    ".pdf": pdf([SENTENCE, "Page two"]),
    ".rss": _FEED.encode(),
    ".rtf": rtf(SENTENCE, "“Second,” she said."),
    ".tsv": _TABLE.replace(",", "\t").encode(),
    ".txt": GOOD.encode(),
    ".xml": _NITF.encode(),
    ".zip": zipped({"a.txt": SENTENCE.encode(), "b.docx": docx(word_xml(paragraph("Words.")))}),
}  # fmt: skip
"""A small sound file of each format."""


def damaged() -> Iterator[tuple[str, bytes]]:
    """Each format cut in the middle and near its ends, with bits flipped, and under a wrong name."""
    for suffix, data in WHOLE.items():
        kind = suffix[1:]
        yield f"cut-early-{kind}{suffix}", data[: max(9, len(data) // 9)]
        yield f"cut-half-{kind}{suffix}", data[: len(data) // 2]
        yield f"cut-late-{kind}{suffix}", data[:-3]
        yield (
            f"flipped-{kind}{suffix}",
            bytes(b ^ (1 << i % 8) if not i % 41 else b for i, b in enumerate(data)),
        )
        yield f"nul-{kind}{suffix}", data[: len(data) // 2] + bytes(4) + data[len(data) // 2 :]
        yield f"twice-{kind}{suffix}", data + data
        yield f"misnamed-{kind}.txt", data


FILES: Mapping[str, bytes] = {
    **dict(damaged()),
    "overflow.txt": (SENTENCE + "\n\n").encode() * 40,
    "impossible-day.txt": f"29 February 2025\n\n{SENTENCE}\n\nOn 31 June 2025 and 30 February they met.".encode(),
    "month-after.txt": f"{SENTENCE}\n\nA month after the talks, a week before, Japan left Asia security.".encode(),
    "huge-number.txt": f"{SENTENCE} It cost {'9' * 5000} yen, {'1,000' * 900} in security, in {'2' * 400}.".encode(),
    "huge-year.txt": f"{SENTENCE} On 3 July {'9' * 60}, in 0000, in 99999 and on 00/00/0000 security grew.".encode(),
    "bidi.txt": f"\u202e{SENTENCE}\u202c \u2066security\u2069 \u200f\u200e {SENTENCE}".encode(),
    "combining.txt": (SENTENCE + " A" + "\u0301" * 3000 + "sia security").encode(),
    "quotes.txt": ("“" * 3000 + SENTENCE + "”" * 3000 + '"' * 999).encode(),
    "brackets.txt": ("(" * 3000 + SENTENCE + ")" * 3000).encode(),
    "one-word.txt": b"a" * 90_000,
    "stops.txt": b"." * 9000 + SENTENCE.encode() + b"?!" * 9000,
    "separators.txt": f"{SENTENCE}\u2028{SENTENCE}\u2029\x0b\x0c\x85{SENTENCE}".encode(),
    "controls.txt": f"{SENTENCE}\x01\x02\x1b[31m{SENTENCE}\x07\x08".encode(),
    "surrogates.txt": SENTENCE.encode() + b"\xed\xa0\x80 \xed\xbf\xbf" + SENTENCE.encode(),
    "nearly.txt": f"Asia’s security “matters”, Park said. {SENTENCE}’".encode()[:-1],
    "utf16-odd.txt": SENTENCE.encode("utf-16") + b"x",
    "utf16-lone.txt": b"\xff\xfe" + b"\x00\xd8" * 40,
    "utf32.txt": SENTENCE.encode("utf-32"),
    "utf7.txt": b"+AGEAYg- words",
    "ebcdic.txt": SENTENCE.encode("cp500"),
    "mark-only.txt": b"\xef\xbb\xbf",
    "marks.txt": b"\xef\xbb\xbf" * 300 + SENTENCE.encode(),
    "tags.txt": f"\U000e0041\U000e0042{SENTENCE}\U0010ffff\ufffe".encode(),
    "head-open.md": b"---\n" + b"a: b\n" * 900,
    "head-bomb.md": b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n" + SENTENCE.encode(),
    "head-deep.md": b"---\na: " + b"[" * 3000 + b"\n---\n" + SENTENCE.encode(),
    "head-tag.md": b"---\na: !!python/object/apply:os.system [id]\ntitle: x\n---\n" + SENTENCE.encode(),
    "head-number.md": f"+++\ntitle = {'9' * 5000}\n+++\n{SENTENCE}".encode(),
    "head-dots.md": f"+++\na{'.a' * 5000} = 1\n+++\n{SENTENCE}".encode(),
    "head-twice.md": f"---\ntitle: One\ntitle: Two\ndate: 2025-02-30\n---\n{SENTENCE}".encode(),
    "template.md": f"{{{{ 7 * 7 }}}} {{% raw %}} {SENTENCE} ${{x}} %s {{0}}".encode(),
    "markdown.md": f"[a]: javascript:x\n<script>x</script> ![]({'(' * 900}) {SENTENCE}".encode(),
    "attributes.html": html((f"<b {' '.join(f'a{i}=1' for i in range(9000))}>x</b>{SENTENCE}",)),
    "big-attribute.html": html((f"<b title='{'x' * 300_000}'>x</b>{SENTENCE}",)),
    "deep.html": b"<html><body>" + b"<div>" * 260 + SENTENCE.encode() + b"</body></html>",
    "deeper.html": b"<html><body>" + b"<div>" * 2600 + SENTENCE.encode() + b"</body></html>",
    "deep-tables.html": b"<html><body>" + b"<table><tr><td>" * 90 + SENTENCE.encode(),
    "less.html": html((SENTENCE + "<" * 90_000,)),
    "comment-open.html": html((SENTENCE + "<!--" * 900,)),
    "frames.html": b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>",
    "entities.html": html((SENTENCE + "&#0;&#xD800;&#x110000;&#99999999;&nosuch;" * 90,)),
    "charset.html": html((SENTENCE,), head="<meta charset='no-such-code'>"),
    "charset-utf7.html": html((SENTENCE,), head="<meta charset='utf-7'>"),
    "data-open.html": html((SENTENCE,), head='<script type="application/ld+json">{"@type": [[[[</script>'),
    "data-deep.html": html((SENTENCE,), head=f'<script type="application/ld+json">{"[" * 9000}</script>'),
    "data-number.html": html((SENTENCE,), head=f'<script type="application/ld+json">{"9" * 5000}</script>'),
    "time.html": html((f"<time datetime='{'9' * 5000}'>x</time>{SENTENCE}",)),
    "hidden.html": html((f"<p style='display:none'>{SENTENCE}</p>{SENTENCE}",)),
    "elements.html": html((SENTENCE + "<i>x</i>" * 61_000,)),
    "xml-bomb.docx": xml_bomb(),
    "no-part.docx": zipped({"a.xml": b"<a/>"}),
    "two-parts.docx": zipped({"word/document.xml": word_xml(paragraph("a")), "word/document2.xml": b"<"}),
    "blank.docx": docx(word_xml("")),
    "paragraphs.docx": docx(word_xml("<w:p/>" * 90_000)),
    "tables.docx": docx(word_xml("<w:tbl><w:tr><w:tc>" * 90 + paragraph(SENTENCE) + "</w:tc></w:tr></w:tbl>" * 90)),
    "span.docx": docx(word_xml(
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='{'9' * 300}'/></w:tcPr>{paragraph(SENTENCE)}</w:tc></w:tr></w:tbl>")),
    "styles.docx": docx(word_xml(paragraph(SENTENCE)), **{"word/styles.xml": (
        f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>').encode()}),
    "notes.docx": noted(f'<w:footnote w:id="1">{paragraph("A note.")}</w:footnote>' * 3),
    "notes-deep.docx": noted("<w:footnote>" * 900, "</w:footnote>" * 900),
    "unclosed.docx": docx(word_xml(paragraph(SENTENCE))[:-9]),
    "odt-spaces.odt": zipped({"content.xml": _FLAT.replace("Japan", f'<t:s t:c="{"9" * 400}"/>Japan').encode()}),
    "odt-repeated.fodt": _FLAT.replace("<t:p>", f'<t:p t:number-columns-repeated="{"9" * 30}">').encode(),
    "odt-locked.odt": zipped({"content.xml": b"x", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
    "groups.rtf": b"{\\rtf1 " + b"{" * 3000 + SENTENCE.encode(),
    "ends.rtf": b"{\\rtf1 " + b"}" * 3000 + SENTENCE.encode() + b"}",
    "numbers.rtf": b"{\\rtf1 \\u9999999999 \\u-9999999999 \\bin9999999999 \\fs9999999999 \\ansicpg9999999999 "
    + SENTENCE.encode() + b"}",
    "bin-back.rtf": b"{\\rtf1 \\bin-5 " + SENTENCE.encode() + b"}",
    "cells.rtf": b"{\\rtf1 " + b"\\trowd\\cellx-5\\cell\\row" * 900 + SENTENCE.encode() + b"}",
    "half.rtf": b"{\\rtf1 \\u-10179 ?\\par \\u-8704 ?" + SENTENCE.encode() + b"}",
    "spine.epub": zipped({"META-INF/container.xml": _CONTAINER, "c.opf": _PACKAGE}),
    "loop.epub": zipped({"META-INF/container.xml": _CONTAINER.replace(b"c.opf", b"META-INF/container.xml")}),
    "root.epub": zipped({"META-INF/container.xml": _CONTAINER.replace(b"c.opf", b"../../etc/passwd")}),
    "rights.epub": zipped({"META-INF/container.xml": _CONTAINER, "c.opf": _PACKAGE, "META-INF/encryption.xml": b"xhtml"}),
    "entity.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title>'
    b"<description>&x;</description></item></channel></rss>",
    "bomb.xml": b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>',
    "deep.xml": b"<a>" * 900 + SENTENCE.encode(),
    "attributes.xml": b"<rss " + b" ".join(b'a%d="1"' % i for i in range(900)) + b"/>",
    "date.rss": _FEED.replace("<title>", f"<pubDate>{'9' * 5000}</pubDate><title>").encode(),
    "words.eml": b"From: a@b.example\nSubject: " + b"=?utf-8?q?abc?= " * 3000 + b"\n\n" + SENTENCE.encode(),
    "words-odd.eml": b"From: =?x-none?q?abc?=\nSubject: =?utf-8?b?/////?= =?utf-8?x?a?=\n\n" + SENTENCE.encode(),
    "long-header.eml": b"From: a@b.example\nSubject: " + b"x" * 300_000 + b"\n\n" + SENTENCE.encode(),
    "addresses.eml": b"From: " + b"<(\"@,;:" * 900 + b"\nSubject: a\n\n" + SENTENCE.encode(),
    "date.eml": b"From: a@b.example\nDate: " + b"9" * 5000 + b"\n\n" + SENTENCE.encode(),
    "date-zone.eml": b"From: a@b.example\nDate: Mon, 1 Jan 2024 00:00:00 +999999999\n\n" + SENTENCE.encode(),
    "parts.eml": b'From: a@b.example\nSubject: a\nContent-Type: multipart/mixed; boundary="x"\n\n'
    + b"--x\n\nWords\n" * 700 + b"--x--\n",
    "lines.eml": b"From: a@b.example\n" + b"X-A: b\n" * 6000 + b"\n" + SENTENCE.encode(),
    "nested.eml": b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(900)),
    "forwards.eml": b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 900 + SENTENCE.encode(),
    "charset.eml": part('text/plain; charset="no-such-code"', SENTENCE),
    "charset-null.eml": part('text/plain; charset="\0"', SENTENCE),
    "transfer.eml": part("text/plain", "====SmFwYW4", "Content-Transfer-Encoding: base64\n"),
    "transfer-odd.eml": part("text/plain", SENTENCE, "Content-Transfer-Encoding: x-uuencode\n"),
    "type.eml": part("/;;==\"'", SENTENCE),
    "file-name.eml": part(f'text/plain; name="../../{"x" * 900}\0.txt"', SENTENCE, "Content-Disposition: attachment\n"),
    "marks.eml": part("text/plain", "> " * 900 + SENTENCE),
    "quotes.mbox": _BOX.replace("Japan", ">From Japan").encode() * 30,
    "no-mail.mbox": b"From nobody\n\n" + SENTENCE.encode(),
    "columns.csv": ("text," * 900 + "title\n" + "a," * 900 + "b\n").encode(),
    "wide.csv": ("title,text\na,b" + ",c" * 900 + "\n").encode(),
    "quote.csv": ('title,text\na,"' + SENTENCE).encode(),
    "nul.csv": b"title,text\na,b\0c\n",
    "separator.csv": ("sep=\"\ntitle,text\na," + SENTENCE).encode(),
    "field.csv": ("title,text\na,\"" + "x " * 90_000 + "\"\n").encode(),
    "deep.json": b"[" * 90_000,
    "deep-object.json": b'{"data":' * 9000 + b"1",
    "keys.json": b'{"title":"a","text":"Words one.","text":"Words two."}',
    "number.json": b'{"title":"a","text":"Words three.","id":' + b"9" * 5000 + b"}",
    "not-a-number.json": b'[{"title":NaN,"text":"Words four.","date":Infinity,"author":-Infinity}]',
    "surrogate.json": b'[{"title":"\\ud800","text":"Words \\udfff five \\u0000."}]',
    "types.json": b'[{"title":[1,{"a":[]}],"text":{"html":["<p>Words six.","b"]},"date":{},"url":[]}]',
    "endless-tag.json": json.dumps([{"title": "a", "text": "<p " + "a=1 " * 900 + "</p>"},
                                    {"title": "b", "text": f"<p>{SENTENCE}</p>"}]).encode(),
    "lines.jsonl": b"{\n" * 1200,
    "ratio.zip": zip_bomb(),
    "lying.zip": lying_zip("a.txt"),
    "password.zip": password_zip("a.txt"),
    "slip.zip": zipped({"../../evil.txt": b"evil", "/etc/x.txt": b"x", "C:\\x.txt": b"x"}),
    "in-zip.zip": zipped({"a.zip": zipped({"b.txt": b"words"})}),
    "many.zip": zipped({f"{i}.txt": b"" for i in range(5200)}),
    "same.zip": zipped({"a.txt": SENTENCE.encode(), "A.TXT": SENTENCE.encode()}),
    "long-name.zip": zipped({"x" * 5000 + ".txt": b"words of a long name"}),
    "pages.pdf": pdf(["x"] * 2100),
    "locked.pdf": encrypted_pdf(["Secret"], "secret"),
    "loop.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    "huge-page.pdf": pdf([SENTENCE], page="/MediaBox [0 0 9999999999 9999999999]"),
    "empty.txt": b"",
    "empty.pdf": b"",
    "empty.docx": b"",
    "empty.zip": b"PK\x05\x06" + bytes(18),
}  # fmt: skip
"""Files by name; the good document lies beside them."""
SIDECARS: Mapping[str, bytes] = {
    "huge-number": f"published = {'9' * 5000}\n".encode(),
    "huge-list": f"drop_lines = [{'1,' * 9000}]\n".encode(),
    "dots": f"a{'.a' * 20_000} = 1\n".encode(),
    "deep-list": f"a = {'[' * 9000}".encode(),
    "deep-table": f"[{'.'.join('a' * 9000)}]\n".encode(),
    "large": b"# x\n" * 20_000,
    "not-utf8": b'title = "caf\xe9"\n',
    "nul": b'title = "\0"\n',
    "twice": b'title = "a"\ntitle = "b"\n',
    "bad-day": b"published = 2025-02-30\n",
    "clock": b"published = 25:61:61\n",
    "float": b"published = 1e999\nlanguage = nan\n",
    "escape": b'title = "\\uD800"\n',
    "lines": b"keep_lines = [0, -1, 99999999999, true, 1.5]\n",
    "bidi": '\ufefftitle = "\u202eabc"\n'.encode(),
    "inline": f"a = {'{a = ' * 3000}".encode(),
}
"""Sidecars of a document."""
TOPICS: Mapping[str, bytes] = {
    "empty": b"",
    "not-utf8": b'title = "caf\xe9"',
    "number": f"title = {'9' * 5000}".encode(),
    "dots": f"a{'.a' * 20_000} = 1\n".encode(),
    "deep": f"a = {'[' * 9000}".encode(),
    "types": b"title = 1\nactor = []\n[[group]]\nterms = 1\n",
    "terms": b'title = "a"\n[[group]]\nname = "x"\nterms = ["", " ", "(((", "\\\\", "a|b", "*"]\n',
    "term-long": f'title = "a"\n[[group]]\nname = "x"\nterms = ["{"security " * 3000}"]\n'.encode(),
    "terms-many": f'title = "a"\n[[group]]\nname = "x"\nterms = [{", ".join(map(repr, map(str, range(5000))))}]\n'.encode(),
    "unknown": b'title = "a"\n[[group]]\nname = "x"\nregions = ["atlantis"]\n',
    "groups": b'title = "a"\n' + b'[[group]]\nname = "x"\nterms = ["security"]\n' * 300,
    "nul": b'title = "a\\u0000b\\u202e"\n[[group]]\nname = "x"\nterms = ["security"]\n',
}
"""Topic files of a user."""
HOUSES: Mapping[str, Mapping[str, bytes]] = {
    "empty": {"house.toml": b""},
    "broken": {"house.toml": b"= ="},
    "number": {"house.toml": f"language = {'9' * 5000}".encode()},
    "dots": {"house.toml": f"a{'.a' * 20_000} = 1\n".encode()},
    "types": {"house.toml": b"language = []\n[phrases]\na = 1\n[[section]]\nid = 1\n"},
    "not-utf8": {"house.toml": b"\xff\xfe\x00"},
    "template-open": {"memo.md.j2": b"{% for x in %}"},
    "template-loop": {"memo.md.j2": b"{% for i in range(10**9) %}x{% endfor %}"},
    "template-nested": {
        "memo.md.j2": b"{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxxx{% endfor %}{% endfor %}"
    },
    "template-braces": {"memo.md.j2": b"{" * 400},
    "template-reach": {"memo.md.j2": b"{{ ''.__class__.__mro__[1].__subclasses__() }}"},
    "template-include": {"memo.md.j2": b"{% include '/etc/passwd' %}"},
    "template-bytes": {"memo.md.j2": b"\xff\xfe"},
    "word-empty": {"memo.docx": b""},
    "word-bomb": {"memo.docx": xml_bomb()},
    "word-cut": {"memo.docx": docx(word_xml(paragraph("x")))[:200]},
}
"""Houses of a user, by their files."""


def _looped(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nothing.txt")


def _outside(folder: Path) -> None:
    (folder.parent / "outside.txt").write_text(SENTENCE, encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "device.txt").symlink_to("/dev/zero")


def _pipes(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "good.md.meta.toml")
    os.mkfifo(folder / "unknown")


def _locked(folder: Path) -> None:
    (folder / "closed").mkdir()
    (folder / "closed.txt").write_text(SENTENCE, encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    (folder / "closed").chmod(0)


def _named(folder: Path) -> None:
    for name in (
        b"\xff\xfe.txt",
        b"new\nline.txt",
        b"tab\t.txt",
        "\u202egood.txt".encode(),
        b"a" * 251 + b".txt",
        b"[a](b).txt",
        b"<b>.txt",
        b"{{ 7 }}.txt",
        b"%s.txt",
        b"-x.txt",
        b"CON.txt",
        b".txt",
        b"a..txt",
    ):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(
            SENTENCE.encode() + b" " + name[:9].hex().encode()
        )


def _long(folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    file = os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(file, SENTENCE.encode())
    os.close(file)
    os.close(here)


def _deep(folder: Path) -> None:
    inner = folder.joinpath(*["d"] * 600)
    inner.mkdir(parents=True)
    (inner / "deep.txt").write_text(f"{SENTENCE} Deep.", encoding="utf-8")


def _many(folder: Path) -> None:
    for number in range(3000):
        (folder / f"{number}.txt").write_text("", encoding="utf-8")


def _folders(folder: Path) -> None:
    (folder / "folder.txt").mkdir()
    (folder / "good.md.meta.toml").mkdir()
    (folder / "x.docx").mkdir()


LAYOUTS: Mapping[str, Callable[[Path], None]] = {
    "deep": _deep, "folders": _folders, "links out": _outside, "locked": _locked, "long": _long, "loops": _looped,
    "many": _many, "names": _named, "pipes": _pipes,
}  # fmt: skip
"""What is put into a folder beside the good document."""
