"""Processor time and peak memory on files made to exhaust a machine, and on honest files of the same size.

    python -m benchmarks.hostile [--read] [--only NAME ...]

Each file lies alone in a folder beside one short document; "ten" is a folder of the ten dearest of them.
Measured is the whole command, with `--read` reading alone. Goal: 300 MB and 30 s of processor time.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.whole_run import ROOT, command_on, environment
from tests.material import WORD, docx, mail, pdf, zipped

MEGABYTE = 1_000_000
FULL = 19 * MEGABYTE
SENTENCE = "Japan and South Korea agreed on Monday on security in Asia, Foreign Minister Park Jin said. "
GOOD = f"# Talks\n\n{SENTENCE * 3}\n"
MEMORY, SECONDS = 300, 30
"""Megabytes and seconds that the command may take."""
_CEILING = 4_000_000_000
"""Bytes that a run may map before it is ended, so that the measure itself harms nobody."""
_READING = (
    "import sys; from pathlib import Path; from briefgen.read import read_folder;"
    "_, told = read_folder(Path(sys.argv[1])); print(*sorted({p.slug for p in told}))"
)
Maker = Callable[[], bytes]


def repeated(piece: str, size: int = FULL) -> str:
    return piece * (size // len(piece.encode()))


def attributes(count: int) -> str:
    return " ".join(f'a{i}="1"' for i in range(count))


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{SENTENCE * 20}</p>{body}</body></html>".encode()


def word(body: str, **parts: bytes) -> bytes:
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return docx(xml.encode(), **parts)


def distinct(size: int = FULL) -> str:
    """Sentences that differ, so that they neither pack well nor count as repeated lines."""
    lines, length, number = [], 0, 0
    while length < size:
        number += 1
        line = f"Minister {number:x} of Japan said on {1 + number % 28} July 2025 that item {number * 7919 % 99991} matters."
        lines.append(line)
        length += len(line) + 2
    return "\n\n".join(lines)


def records(size: int = FULL) -> bytes:
    """4,000 articles, each with its own words."""
    words = distinct(size).split("\n\n")
    each = len(words) // 4000
    rows = (
        {
            "title": f"Item {i} of the agenda",
            "publishedAt": "2025-07-01",
            "content": "\n".join(words[i * each : (i + 1) * each]),
        }
        for i in range(4000)
    )
    return json.dumps({"articles": list(rows)}).encode()


def epub(chapter: str) -> bytes:
    container = '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    return zipped({"META-INF/container.xml": container.encode(), "c.opf": package.encode(),
                   "a.xhtml": chapter.encode()})  # fmt: skip


def odt(body: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    xml = (
        f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:t="{space}:text:1.0"><o:body><o:text>'
        f"{body}</o:text></o:body></o:document-content>"
    )
    return zipped({"content.xml": xml.encode()})


def many_parts(count: int) -> bytes:
    parts = "".join(f"--x\nContent-Type: text/plain\n\nWords {i}\n" for i in range(count))
    return f'From: a@b.example\nSubject: a\nContent-Type: multipart/mixed; boundary="x"\n\n{parts}--x--\n'.encode()


def nested_parts(count: int) -> bytes:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(count))
    return f"From: a@b.example\n{parts}\nwords\n".encode()


def header(line: str) -> bytes:
    return f"From: a@b.example\n{line}\n\n{SENTENCE * 20}".encode()


def with_pictures() -> bytes:
    picture = "iVBORw0KGgo" + repeated("A" * 76, 3 * MEGABYTE)
    return page(
        "".join(f'<p>{SENTENCE * 5}</p><img src="data:image/png;base64,{picture}">' for _ in range(5))
    )


def with_media() -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in distinct(200_000).split("\n\n"))
    stream = io.BytesIO(word(body))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("word/media/image1.jpeg", os.urandom(25 * MEGABYTE))
    return stream.getvalue()


# ruff: noqa: E501 - a row each
HOSTILE: Mapping[str, Maker] = {
    "text-one-line.txt": lambda: repeated("x").encode(),
    "text-one-paragraph.txt": lambda: repeated(SENTENCE).encode(),
    "text-blank-lines.txt": lambda: repeated("a\n\n").encode(),
    "text-wide.txt": lambda: repeated("\U0001f600 Japan ").encode(),
    "text-utf16.txt": lambda: repeated(SENTENCE, FULL // 2).encode("utf-16"),
    "text-bytes.txt": lambda: bytes(range(0x80, 0x100)) * (FULL // 128),
    "text-nearly.txt": lambda: (repeated("Asia\u2019s security. ") + "x").encode()[:-3] + b"\xe2\x80",
    "text-marks.md": lambda: ("---\n" + repeated("a: b\n")).encode(),
    "text-yaml.md": lambda: ("---\na: " + "[" * 50_000 + "\n---\nwords\n").encode(),
    "text-bombs.md": lambda: ("---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [" + ",".join([f"*{chr(97 + i)}"] * 9) + "]\n" for i in range(9)) + "---\nwords\n").encode(),
    "page-attributes.html": lambda: page(f"<p {attributes(200_000)}>words</p>"),
    "page-attributes-many.html": lambda: page(repeated("<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8>x")),
    "page-less.html": lambda: page("<" * 3_000_000),
    "page-less-full.html": lambda: page("<" * FULL),
    "page-close.html": lambda: page(repeated("</p>")),
    "page-elements.html": lambda: page("<p>a b c</p>" * 59_000),
    "page-endless-tag.html": lambda: page("<p " + repeated("a ")),
    "page-one-attribute.html": lambda: page(f'<p title="{repeated("x")}">words</p>'),
    "page-comments.html": lambda: page(repeated("<!-- a -->")),
    "page-comment-open.html": lambda: page(repeated("<!--")),
    "page-script.html": lambda: page(f"<script>{repeated('if (a < b) c; ')}</script>"),
    "page-linked.html": lambda: page("", f'<script type="application/ld+json">{"[" * (5 * MEGABYTE)}</script>'),
    "page-entities.html": lambda: page(repeated("&amp;")),
    "page-one-paragraph.html": lambda: page(f"<p>{repeated(SENTENCE)}</p>"),
    "page-paragraphs.html": lambda: page("".join(f"<p>{SENTENCE * 4}</p>" for _ in range(50_000))),
    "page-deep.html": lambda: page("<div>" * 59_000 + "words"),
    "page-tables.html": lambda: page("<table><tr><td>" * 15_000 + "words"),
    "page-style.html": lambda: page("", f"<style>{repeated('.a{display:none}')}</style>"),
    "page-metas.html": lambda: page("", '<meta name="a" content="b">' * 55_000),
    "page-bytes.html": lambda: page("").replace(b"words", b"") + bytes(range(0x80, 0x100)) * (FULL // 128),
    "word-paragraphs.docx": lambda: word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1_500_000),
    "word-empty.docx": lambda: word("<w:p/>" * 9_000_000),
    "word-one.docx": lambda: word(f"<w:p><w:r><w:t>{repeated('x ', 50 * MEGABYTE)}</w:t></w:r></w:p>"),
    "word-runs.docx": lambda: word(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 2_000_000}</w:p>"),
    "word-deep.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 500_000),
    "word-cells.docx": lambda: word("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 2_000_000 + "</w:tr></w:tbl>"),
    "word-attributes.docx": lambda: word(f"<w:p {attributes(2_000_000)}/>"),
    "word-styles.docx": lambda: word("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", **{"word/styles.xml": (
        f'<w:styles xmlns:w="{WORD}">' + "".join(f'<w:style w:styleId="{i}"/>' for i in range(1_000_000)) + "</w:styles>").encode()}),
    "word-notes.docx": lambda: word("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", **{"word/footnotes.xml": (
        f'<w:footnotes xmlns:w="{WORD}">' + "".join(f'<w:footnote w:id="{i}"/>' for i in range(1_000_000)) + "</w:footnotes>").encode()}),
    "odt-paragraphs.odt": lambda: odt("<t:p>a</t:p>" * 3_000_000),
    "odt-spans.odt": lambda: odt("<t:p>" + "<t:span>a</t:span>" * 2_000_000 + "</t:p>"),
    "odt-spaces.odt": lambda: odt("<t:p>" + '<t:s t:c="999999999"/>' * 100 + "</t:p>"),
    "odt-flat.fodt": lambda: zipfile.ZipFile(io.BytesIO(odt(repeated("<t:p>a</t:p>")))).read("content.xml"),
    "rtf-groups.rtf": lambda: ("{\\rtf1 " + repeated("{a}", 5 * MEGABYTE - 9) + "}").encode(),
    "rtf-paragraphs.rtf": lambda: ("{\\rtf1 " + repeated("a\\par ", 5 * MEGABYTE - 99) + "}").encode(),
    "rtf-cells.rtf": lambda: ("{\\rtf1 " + repeated("\\trowd\\cell\\row ", 5 * MEGABYTE - 99) + "}").encode(),
    "rtf-open.rtf": lambda: ("{\\rtf1 " + "{" * 4_000_000).encode(),
    "rtf-hex.rtf": lambda: ("{\\rtf1 " + repeated("\\'e4", 5 * MEGABYTE - 99) + "}").encode(),
    "epub-paragraphs.epub": lambda: epub(f"<html><body>{repeated('<p>a</p>', 9 * MEGABYTE)}</body></html>"),
    "epub-one.epub": lambda: epub(f"<html><body><p>{repeated(SENTENCE, 9 * MEGABYTE)}</p></body></html>"),
    "epub-attributes.epub": lambda: epub(f"<html><body><p {attributes(500_000)}>a</p></body></html>"),
    "feed-items.xml": lambda: f"<rss><channel>{'<item><title>a</title><description>b c</description></item>' * 60_000}</channel></rss>".encode(),
    "feed-empty.xml": lambda: f"<rss><channel>{'<a/>' * 390_000}</channel></rss>".encode(),
    "feed-attributes.xml": lambda: f"<rss><channel {attributes(200_000)}/></rss>".encode(),
    "feed-deep.xml": lambda: ("<a>" * 390_000).encode(),
    "feed-one.xml": lambda: f"<rss><channel><item><title>a</title><description>{repeated(SENTENCE)}</description></item></channel></rss>".encode(),
    "mail-words.eml": lambda: header("Subject: " + "=?utf-8?q?abc?= " * 20_000),
    "mail-words-folded.eml": lambda: header("Subject: " + "=?utf-8?q?abc?=\n " * 20_000),
    "mail-header.eml": lambda: header("Subject: " + "x" * 300_000),
    "mail-header-full.eml": lambda: header("Subject: " + repeated("x ")),
    "mail-recipients.eml": lambda: header("To: " + ", ".join(f"a{i}@b.example" for i in range(100_000))),
    "mail-senders.eml": lambda: header("From: " + ", ".join(f"A B <a{i}@b.example>" for i in range(20_000))),
    "mail-lines.eml": lambda: header(repeated("X-A: b\n").rstrip("\n")),
    "mail-type.eml": lambda: header("Content-Type: text/plain" + "; a=b" * 50_000),
    "mail-date.eml": lambda: header("Date: " + "(" * 200_000),
    "mail-parts.eml": lambda: many_parts(300_000),
    "mail-nested.eml": lambda: nested_parts(300_000),
    "mail-quoted.eml": lambda: header("Subject: a").replace(b"Japan", b">" * 1000 + b" Japan") + repeated("> > > a\n").encode(),
    "mail-base64.eml": lambda: header("Content-Transfer-Encoding: base64") + repeated("SmFwYW4g\n").encode(),
    "mail-quopri.eml": lambda: header("Content-Transfer-Encoding: quoted-printable") + repeated("=4A=\n").encode(),
    "mail-page.eml": lambda: header("Content-Type: text/html") + f"<p {attributes(200_000)}>words".encode(),
    "mail-less.eml": lambda: header("Content-Type: text/html") + b"<" * 3_000_000,
    "box-mails.mbox": lambda: repeated("From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\n\nx\n\n").encode(),
    "box-4900.mbox": lambda: (("From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\n\n" + SENTENCE * 40 + "\n\n") * 4900).encode(),
    "box-words.mbox": lambda: (("From a@b Mon Jan  1 00:00:00 2024\nSubject: " + "=?utf-8?q?abc?= " * 2000 + "\n\nx\n\n") * 500).encode(),
    "table-cells.csv": lambda: ("title,text\n" + repeated(",")).encode(),
    "table-rows.csv": lambda: ("title,text\n" + repeated("a,b\n")).encode(),
    "table-columns.csv": lambda: (",".join(f"c{i}" for i in range(2_000_000)) + ",title,text\nx,y\n").encode(),
    "table-quote.csv": lambda: ('title,text\na,"' + repeated("x\n")).encode(),
    "table-twice.csv": lambda: ("title,text" + ",text" * 100_000 + "\n" + ("a" + ",b" * 100_000 + "\n") * 80).encode(),
    "table-tabs.tsv": lambda: ("title\ttext\n" + repeated("\t")).encode(),
    "json-lists.json": lambda: ("[" + "[]," * 900_000 + "{}]").encode(),
    "json-deep.json": lambda: (b"[" * 900_000),
    "json-numbers.json": lambda: ("[" + repeated("1,") + "1]").encode(),
    "json-keys.json": lambda: ('{"title":"a","text":"b"' + "".join(f',"{i:x}":1' for i in range(1_700_000)) + "}").encode(),
    "json-strings.json": lambda: ("[" + repeated('"",') + '""]').encode(),
    "json-records.json": lambda: ("[" + repeated('{"title":"a","text":"b"},', 12 * MEGABYTE) + "{}]").encode(),
    "json-one.json": lambda: json.dumps({"title": "a", "text": repeated(SENTENCE)}).encode(),
    "json-escapes.json": lambda: ('{"title":"a","text":"' + repeated("\\u4e00") + '"}').encode(),
    "json-lines.jsonl": lambda: repeated('{"title":"a","text":"b"}\n').encode(),
    "json-broken.jsonl": lambda: repeated("{\n").encode(),
    "json-line.jsonl": lambda: ('{"title":"a","text":"b","x":[' + repeated("{},", 10 * MEGABYTE) + "1]}").encode(),
    "zip-texts.zip": lambda: zipped({f"{i}.txt": f"{i} {SENTENCE}".encode() for i in range(4900)}),
    "zip-large.zip": lambda: zipped({f"{i}.txt": distinct(18 * MEGABYTE).encode() + str(i).encode() for i in range(5)}),
    "zip-members.zip": lambda: zipped({f"{i}.bin": b"" for i in range(60_000)}),
    "zip-pages.zip": lambda: zipped({f"{i}.html": page("<p>a b c</p>" * 50_000) for i in range(5)}),
    "pdf-pages.pdf": lambda: pdf([SENTENCE] * 1900),
    "pdf-words.pdf": lambda: pdf([" ".join(["a"] * 20_000)] * 20),
    "pdf-junk.pdf": lambda: b"%PDF-1.7\n" + repeated("1 0 obj <<>> endobj\n").encode(),
    "pdf-deep.pdf": lambda: b"%PDF-1.7\n1 0 obj " + repeated("<<").encode(),
    "saved-parts.mht": lambda: many_parts(300_000).replace(b"Subject: a", b"Snapshot-Content-Location: x\nMIME-Version: 1.0"),
    "sidecar.txt.meta.toml": lambda: ("a" + ".a" * 20_000 + " = 1\n").encode(),
    "sidecar-table.txt.meta.toml": lambda: ("[" + ".".join("a" * 30_000) + "]\n").encode(),
    "sidecar-list.txt.meta.toml": lambda: ("a = " + "[" * 60_000).encode(),
    "sidecar-large.txt.meta.toml": lambda: repeated("# x\n").encode(),
}  # fmt: skip
"""Files of up to 20 MB, or that unpack to more, by name."""
HONEST: Mapping[str, Maker] = {
    "honest-text.txt": lambda: distinct().encode(),
    "honest-page.html": with_pictures,
    "honest-records.json": records,
    "honest-word.docx": with_media,
    "honest-attachment.eml": lambda: mail(SENTENCE * 20, {"a.bin": os.urandom(20 * MEGABYTE)}),
    "honest-mail.eml": lambda: mail(SENTENCE * 20, {f"{i}.pdf": pdf([SENTENCE] * 300) for i in range(3)}),
}


def laid(folder: Path, name: str, made: Maker) -> int:
    """Puts a file and a good document into a folder; gives the size of the file in bytes.

    It is made in a process of its own: Linux counts the peak of this one as that of its children.
    """
    child = os.fork()
    if not child:
        (folder / name).write_bytes(made())
        os._exit(0)
    os.waitpid(child, 0)
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    if name.endswith(".meta.toml"):
        (folder / name.removesuffix(".meta.toml")).write_text(SENTENCE * 2, encoding="utf-8")
    return (folder / name).stat().st_size


def measured(folder: Path, *, reading: bool) -> tuple[float, float, int]:
    """Seconds of processor time, megabytes of peak memory and the exit code of a run on a folder."""
    out = tempfile.mkdtemp(dir=folder.parent)
    command = command_on(folder, out)
    if reading:
        command = [sys.executable, "-c", _READING, str(folder)]
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))
        resource.setrlimit(resource.RLIMIT_CPU, (4 * SECONDS, 4 * SECONDS))
        if not reading:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(out + ".err", os.O_WRONLY | os.O_CREAT), 2)
        os.execve(sys.executable, command, environment())
    _, status, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--only", nargs="*", default=())
    asked = parser.parse_args()
    os.chdir(ROOT)
    dearest: list[tuple[float, str]] = []
    makers = {**HOSTILE, **HONEST}
    wanted = [name for name in makers if not asked.only or any(one in name for one in asked.only)]
    with tempfile.TemporaryDirectory() as top:
        for name in wanted:
            folder = Path(top, name.replace(".", "-"))
            folder.mkdir()
            size = laid(folder, name, makers[name])
            seconds, megabytes, code = measured(folder, reading=asked.read)
            shown(name, size, seconds, megabytes, code)
            dearest += [(seconds / SECONDS + megabytes / MEMORY, name)] * (name in HOSTILE)
            (folder / name).unlink()
        if not asked.only:
            ten = Path(top, "ten")
            ten.mkdir()
            for _, name in sorted(dearest)[-10:]:
                laid(ten, name, makers[name])
            shown("ten", 0, *measured(ten, reading=asked.read))


def shown(name: str, size: int, seconds: float, megabytes: float, code: int) -> None:
    over = " OVER" if seconds > SECONDS or megabytes > MEMORY else ""
    print(
        f"{name:32} {size / MEGABYTE:6.1f} MB {seconds:7.1f} s {megabytes:6.0f} MB  exit {code}{over}",
        flush=True,
    )


if __name__ == "__main__":
    main()
