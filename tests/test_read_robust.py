"""Reading never raises, prints nothing, stays small, and loads only what a folder needs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import Problem
from briefgen.read import READERS, read_bytes
from briefgen.read.draft import Draft
from briefgen.read.markup import markup_text
from tests.material import docx, encrypted_pdf, html, mail, paragraph, pdf, rtf, word_xml, zip_bomb, zipped

WHOLE = {
    ".csv": b'title,text\nOne,"Row one"\n',
    ".docx": docx(word_xml(paragraph("Words"))),
    ".eml": mail("Hello.\n", {"a.pdf": pdf(["Note"])}, markup="<p>Hello.</p>"),
    ".html": html(),
    ".json": b'{"articles": [{"title": "One", "text": "Words", "source": {"name": "Wire"}}]}',
    ".pdf": pdf(["Page one", "Page two"]),
    ".rtf": rtf("First.", "“Second,” she said."),
    ".zip": zipped({"a.txt": b"words", "b.docx": docx(word_xml(paragraph("Words")))}),
}
SUFFIXES = st.sampled_from(sorted(READERS))
PIECES = st.sampled_from(
    [
        *(
            b"PK\x03\x04",
            b"%PDF-1.7\n",
            b"{\\rtf1 ",
            b"<html><body>",
            b"[{",
            b'"text": "',
            b"\xff\xfe",
            b"\xef\xbb\xbf",
        ),
        *(
            b"\0",
            b"\r\n",
            b"}",
            b"]",
            b"\\'",
            b"\\bin9 ",
            b"<!--",
            b"word/document.xml",
            b"=?utf-8?q?=",
            b"\xed\xa0\x80",
        ),
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    ]
)
MESSAGES = Path(__file__).resolve().parent.parent / "docs" / "messages.md"
FAULTS = frozenset({"document-failed", "layer-failed", "internal-fault", "library-missing"})
TOLD = frozenset(re.findall(r"^## ([a-z-]+)$", MESSAGES.read_text(encoding="utf-8"), re.M)) - FAULTS
"""What a reader may tell of a file: all that the documents explain, but for faults of our own."""
REFUSED = frozenset(
    {"file-damaged", "file-empty", "file-binary", "file-misnamed", "file-old-office", "file-encrypted",
     "file-too-large", "records-unknown", "json-broken", "csv-broken", "encoding-unknown", "pdf-no-text",
     "zip-unsafe-name", "zip-bomb", "xml-unsafe", "container-nested"}
)  # fmt: skip
"""Why a file gives no text."""
CUT = {
    ".csv": {"csv-broken", "records-unknown"},
    ".docx": {"file-damaged"},
    ".eml": {"file-damaged", "file-empty", "mail-day"},
    ".html": {"file-damaged", "file-empty", "file-truncated", "html-no-article", "encoding-mixed"},
    ".json": {"json-broken"},
    ".pdf": {"file-damaged"},
    ".rtf": {"file-damaged", "file-empty"},
    ".zip": {"file-damaged"},
}
"""What may be told of a file that was cut off."""
ANY_BYTES = st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=9), max_size=12).map(b"".join)


@settings(max_examples=150, deadline=None)
@given(
    suffix=SUFFIXES,
    data=ANY_BYTES,
)
def test_no_bytes_under_any_suffix_raise(suffix: str, data: bytes) -> None:
    assert_read(*read_bytes(data, f"a{suffix}"))


@settings(max_examples=100, deadline=None)
@given(
    suffix=st.sampled_from(sorted(WHOLE)),
    at=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 40),
    patch=st.binary(max_size=8),
)
def test_no_damage_to_a_good_file_raises(suffix: str, at: float, length: int, patch: bytes) -> None:
    data = WHOLE[suffix]
    start = int(at * len(data))
    drafts, problems = read_bytes(data[:start] + patch + data[start + length :], f"a{suffix}")
    assert_read(drafts, problems)
    if suffix in (".docx", ".zip"):  # these hold sums of their parts
        whole = {draft.text for draft in read_bytes(data, f"a{suffix}")[0]}
        assert problems or {draft.text for draft in drafts} == whole


def assert_read(drafts: Sequence[Draft], problems: Sequence[Problem]) -> None:
    """Texts that can be stored, or why there is none; nothing that is a fault of the program."""
    slugs = {problem.slug for problem in problems}
    assert slugs <= TOLD
    assert drafts or slugs & REFUSED
    for draft in drafts:
        assert draft.text.strip()
        draft.text.encode("utf-8")


@pytest.mark.parametrize("suffix", sorted(WHOLE))
def test_a_file_cut_anywhere_gives_the_beginning_of_its_text_or_says_why_not(suffix: str) -> None:
    data = WHOLE[suffix]
    whole = {draft.suffix: draft.text for draft in read_bytes(data, f"a{suffix}")[0]}
    shown = markup_text(data.decode()) if suffix == ".html" else ""
    for end in range(0, len(data), max(1, len(data) // 100)):
        drafts, problems = read_bytes(data[:end], f"a{suffix}")
        assert {problem.slug for problem in problems} <= CUT[suffix]
        assert drafts or problems
        for draft in drafts:
            # Of a tag, a letter or a boundary that was cut a piece may be left.
            words = re.sub(r"<[^<>]*$|\ufffd$|^--?[=\d]*$", "", draft.text.rstrip("\n"), flags=re.M).rstrip(
                "\n"
            )
            assert whole[draft.suffix].startswith(words) or shown.startswith(words)


def test_every_reader_of_the_table_is_there() -> None:
    for suffix in READERS:
        _, problems = READERS[suffix](b"", f"a{suffix}")
        assert all("Error" not in p.message for p in problems), suffix


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    drafts, problems = read_bytes(WHOLE[".html"], "a.html")
    assert (drafts, [p.slug for p in problems]) == ((), ["library-missing"])
    assert "trafilatura" in problems[0].message


def test_places_point_into_the_text_in_order() -> None:
    for suffix, data in WHOLE.items():
        for draft in read_bytes(data, f"a{suffix}")[0]:
            offsets = [offset for offset, _ in draft.places]
            assert offsets == sorted(offsets)
            assert all(offset < len(draft.text) for offset in offsets)


def test_libraries_do_not_chatter(capfd: pytest.CaptureFixture[str]) -> None:
    read_bytes(pdf(["Page"]).replace(b"0000000009", b"0000000001"), "a.pdf")
    read_bytes(encrypted_pdf(["Page"], "x"), "a.pdf")
    read_bytes(html()[:300], "a.html")
    assert capfd.readouterr() == ("", "")


def run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_a_folder_of_text_loads_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from briefgen.read import read_folder;"
        "read_folder(Path(sys.argv[1]));"
        "print(*{m.split('.')[0] for m in sys.modules} & set(sys.argv[2:]))"
    )
    heavy = ["charset_normalizer", "lxml", "trafilatura", "pypdfium2", "docx"]
    heavy += ["email", "zipfile", "logging", "tomllib", "csv", "json", "subprocess"]
    assert run(code, str(tmp_path), *heavy).split() == []


@pytest.mark.skipif(sys.platform == "win32", reason="no peak of memory is given")
def test_hostile_files_stay_below_300_megabytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "line.txt").write_bytes(b"x" * 30_000_000)
    (tmp_path / "almost.txt").write_bytes(b"x" * 19_000_000)
    (tmp_path / "bomb.zip").write_bytes(zip_bomb())
    (tmp_path / "many.json").write_bytes(b"[" + b"[]," * 900_000 + b"{}]")
    (tmp_path / "page.html").write_bytes(b"<html><body>" + b"<p>a b c</p>" * 29_000)
    code = (
        "import resource, sys; from pathlib import Path; from briefgen.read import read_folder;"
        "read_folder(Path(sys.argv[1]));"
        # Linux counts the test run's own peak in ru_maxrss of its children; VmHWM begins anew.
        "status = Path('/proc/self/status');"
        "own = [int(x.split()[1]) for x in status.read_text().splitlines() if x.startswith('VmHWM')]"
        " if status.exists() else [];"
        "peak = own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "print(peak // (1024 * 1024 if sys.platform == 'darwin' else 1024))"
    )
    assert int(run(code, str(tmp_path))) < 300
