"""The PDF: made by LibreOffice where it is there, told with a remedy where it is not, hangs or fails."""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.paper.carried import Material, ReopenedPrint
from briefgen.paper.memo import House, Item, Section
from briefgen.read import read_bytes
from briefgen.render import CARRIERS, RENDERERS, office
from briefgen.render import pdf as rendering
from briefgen.verify.carried import verify_carried
from briefgen.verify.compact import turns
from tests.carried import STYLE, material, with_basis
from tests.hostile_strings import STRINGS
from tests.memo_fixture import calm_memo, memo
from tests.tools import missing

PDF = CARRIERS["pdf"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
LIMITED = with_basis(calm_memo("LIMITED"))


@pytest.fixture(scope="module")
def installed() -> None:
    """LibreOffice, or the test is skipped."""
    try:
        office.program()
    except BriefgenError:
        missing("LibreOffice is not installed (Debian and Ubuntu: libreoffice-writer-nogui)")


@pytest.fixture(scope="module")
def made(installed: None) -> bytes:
    """The PDF of a calm memo."""
    return PDF.make(material(LIMITED))


@pytest.fixture(scope="module")
def reopened(made: bytes) -> ReopenedPrint:
    found = PDF.reopen(made)
    assert isinstance(found, ReopenedPrint)
    return found


def check(given: Material) -> None:
    assert verify_carried(given, PDF.reopen(PDF.make(given))) == ()


def test_the_pdf_says_what_the_memo_says(reopened: ReopenedPrint) -> None:
    assert verify_carried(material(LIMITED), reopened) == ()
    assert reopened.title == LIMITED.title
    assert (reopened.language, reopened.tagged) == ("en-GB", True)
    assert all("LIMITED" in text for text in reopened.pages)


def test_every_word_counts(reopened: ReopenedPrint) -> None:
    given, tried = material(LIMITED), 0
    margins = ("LIMITED", LIMITED.title, LIMITED.generator)
    for number, text in enumerate(reopened.pages):
        for row in re.finditer(r"[^\r\n]+", text):
            if row[0].startswith(margins) and (number or row[0] != LIMITED.title):
                continue
            # The number before a heading is the template's: "Annex A. ".
            for word in re.finditer(r"\b(?!Annex\b)\w{2,}", row[0]):
                start, end = row.start() + word.start(), row.start() + word.end()
                lost = text[:start] + text[end:]
                spoilt = (*reopened.pages[:number], lost, *reopened.pages[number + 1 :])
                found = verify_carried(given, reopened._replace(pages=spoilt))
                assert "words-lost" in {problem.slug for problem in found}, word[0]
                tried += 1
    assert tried > 150


HARD = {
    "hostile words": with_basis(memo("LIMITED – ﷺ עברית")),
    "a title over lines": replace(LIMITED, title="Of the many harbours of the coast " * 20, kind=""),
    "a word over lines": replace(LIMITED, title="Donaudampfschifffahrt" * 20),
    "no day": replace(LIMITED, as_of=None, sources=()),
    "rows over pages": replace(
        LIMITED,
        sections=tuple(
            replace(section, items=tuple(replace(item, text=item.text * 60) for item in section.items))
            if section.id in ("background", "key-statements", "open-issues")
            else section
            for section in LIMITED.sections
        ),
    ),
}


@pytest.mark.parametrize("kind", HARD)
def test_hard_memos_are_found_again(kind: str, installed: None) -> None:
    check(material(HARD[kind]))


@pytest.mark.parametrize("form", ["bracket", "endnote"])
def test_each_form_of_notes_is_found_again(form: str, installed: None) -> None:
    check(material(with_basis(calm_memo()), style=replace(STYLE, notes=form)))


def test_every_hostile_string_is_found_again(installed: None) -> None:
    """Each in a line of its own: the order of pictures and of words from the right is that of the fonts."""
    lines = tuple(Item((House(f"line {n}: {text} end {n}."),)) for n, text in enumerate(STRINGS.values()))
    section = Section("background", "Background", "bullets", lines)
    given = material(replace(LIMITED, sections=(section,), sources=(), places=(), header=()))
    pdf = PDF.make(given)
    assert verify_carried(given, PDF.reopen(pdf)) == ()
    reopened = PDF.reopen(pdf)
    assert isinstance(reopened, ReopenedPrint)
    read = " ".join(" ".join(reopened.pages).split())
    in_order = [n for n, text in enumerate(STRINGS.values()) if not turns(text)]
    assert [n for n in in_order if f"line {n}:" not in read] == []


def test_a_marked_memo_has_no_pdf_with_an_unmarked_page(installed: None) -> None:
    """LibreOffice up to 7.4 at least gives endnotes a page without header and footer."""
    given = material(LIMITED, style=replace(STYLE, notes="endnote"))
    read = PDF.reopen(PDF.make(given))
    assert isinstance(read, ReopenedPrint)
    found = {problem.slug for problem in verify_carried(given, read)}
    assert found == (set() if all("LIMITED" in text for text in read.pages) else {"marking-lost"})


def test_an_earlier_house_is_found_again(installed: None) -> None:
    check(material(LIMITED, style=house.load(Path(__file__).parent / "houses" / "0.1.0")))


def test_the_same_memo_gives_the_same_bytes_with_the_day_of_the_memo(made: bytes) -> None:
    assert PDF.make(material(LIMITED)) == made
    assert re.findall(rb"/CreationDate ?\(D:(\d+)", made) == [b"20250310000000"]


def test_a_memo_without_a_day_has_a_pdf_without_one(installed: None) -> None:
    given = material(HARD["no day"])
    data = PDF.make(given)
    assert b"CreationDate" not in data
    assert PDF.make(given) == data


def test_the_words_that_change_are_overwritten_in_place() -> None:
    data = (
        b"%PDF-1.7\n/CreationDate(D:20261128184427+01'00')/ModDate (D:20261128184427Z')"
        b"<xmp:CreateDate>2026-11-28T18:44:27+01:00</xmp:CreateDate>"
        b"<xmpMM:InstanceID>uuid:0f8fad5b-d9cb-469f-a165-70867728950e</xmpMM:InstanceID>"
        b"/ID [ <9B8C79AEF74DA15F6D90D567C2B191A5>\n<9B8C79AEF74DA15F6D90D567C2B191A5> ]"
        b"/DocChecksum /9DEB6CE379DF59E44433ADD537C72437"
    )
    later = (
        data.replace(b"20261128184427", b"20270101000000").replace(b"9B8C", b"0123").replace(b"9DEB", b"AAAA")
    )
    later = later.replace(b"2026-11-28T18:44:27", b"2027-01-01T00:00:00").replace(b"0f8f", b"1111")
    day = rendering.datetime(2025, 3, 10, tzinfo=rendering.UTC)
    for when in (day, None):
        timeless = rendering.timeless(data, when)
        assert timeless == rendering.timeless(later, when)
        assert len(timeless) == len(data)
        assert b"2026" not in timeless
    assert b"/CreationDate(D:20250310000000+00'00')" in rendering.timeless(data, day)
    assert b"<xmp:CreateDate>2025-03-10T00:00:00+00:00</xmp:CreateDate>" in rendering.timeless(data, day)


def test_a_pdf_tells_whether_somebody_edited_it(made: bytes) -> None:
    assert PDF.sealed(made) is True
    assert PDF.sealed(made + b"\n%%EOF\n") is False
    assert PDF.sealed(made.replace(b"/Lang", b"/Long", 1)) is False
    assert PDF.sealed(b"%PDF-1.7\r\n%%EOF\r\n") is None


def test_the_seal_counts_every_byte() -> None:
    data = rendering.SEAL.put(b"%PDF-1.7\r\nstream\r\n%%EOF\n")
    assert PDF.sealed(data) is True
    assert PDF.sealed(data.replace(b"\r\n", b"\n")) is False


def test_a_pdf_of_ours_is_no_source(made: bytes) -> None:
    drafts, problems = read_bytes(made, "memo.pdf")
    assert drafts == ()
    assert [problem.slug for problem in problems] == ["own-memo"]


def test_two_runs_at_once_do_not_disturb_each_other(made: bytes) -> None:
    given = material(LIMITED)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: PDF.make(given), range(2))) == [made, made]


def test_nothing_is_left_behind(installed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    PDF.make(material(LIMITED))
    assert list(tmp_path.iterdir()) == []


class _Listener(BaseHTTPRequestHandler):
    """Notes what is asked of it."""

    asked: list[str]

    def _note(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        self.send_response(404)
        self.end_headers()

    do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _note  # noqa: N815 - names of the library

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Address of a server on this machine, and what it was asked for."""
    asked: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), type("Listener", (_Listener,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def linking(word: bytes, address: str) -> bytes:
    """A Word file that asks for a picture and a template from elsewhere."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        '<wp:extent cx="914400" cy="914400"/><wp:docPr id="99" name="x"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr id="99" name="x"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:link="far" xmlns:r="{kinds}"/></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    to = '<Relationship Id="{}" Type="{}/{}" Target="{}/{}" TargetMode="External"/></Relationships>'
    changed = {
        "word/document.xml": (b"<w:sectPr", picture.encode() + b"<w:sectPr"),
        "word/_rels/document.xml.rels": (
            b"</Relationships>",
            to.format("far", kinds, "image", address, "x.png").encode(),
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(*changed.get(name, (b"\0", b"\0")), 1))
        rels = "http://schemas.openxmlformats.org/package/2006/relationships"
        template = to.format("t", kinds, "attachedTemplate", address, "t.dotm")
        target.writestr("word/_rels/settings.xml.rels", f'<Relationships xmlns="{rels}">{template}')
    return packed.getvalue()


def test_nothing_is_fetched_for_a_pdf(installed: None, listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    word = linking(RENDERERS["docx"].render(LIMITED, material().words, STYLE), address)
    assert office.converted(word).startswith(b"%PDF")
    assert asked == []


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only program that is found as LibreOffice: a script that a test writes."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setattr(office, "_NAMES", ("soffice-of-the-tests",))
    return folder / "soffice-of-the-tests"


def script(place: Path, body: str) -> None:
    place.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)


def refused(given: Material) -> BriefgenError:
    with pytest.raises(BriefgenError) as found:
        PDF.make(given)
    return found.value


def test_without_libreoffice_it_is_said_how_to_get_it(stand_in: Path) -> None:
    del stand_in
    with pytest.raises(BriefgenError) as missing:
        PDF.ready()
    assert missing.value.slug == "office-missing"
    assert "libreoffice-writer-nogui" in missing.value.hint
    assert "libreoffice.org" in missing.value.hint
    assert missing.value.exit_code == 1


@POSIX
@pytest.mark.parametrize("path", [".", ""])
def test_a_program_in_the_current_folder_is_not_started(
    path: str, stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(stand_in, "exit 0")
    assert office.program() == str(stand_in)
    monkeypatch.chdir(stand_in.parent)
    monkeypatch.setenv("PATH", path or str(stand_in.parent))
    with pytest.raises(BriefgenError):
        office.program()


@POSIX
def test_a_program_that_hangs_is_stopped_with_what_it_started(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    script(stand_in, f"sleep 300 & echo $! > {tmp_path}/child; sleep 300")
    assert refused(material()).slug == "office-slow"
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not alive(child):
            break
        threading.Event().wait(0.05)
    assert not alive(child)


def alive(process: int) -> bool:
    """Whether a process runs; one that ended and was not yet asked for does not."""
    state = Path(f"/proc/{process}/stat")
    if state.parent.parent.is_dir() and Path("/proc/self").exists():
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@POSIX
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("echo 'source file could not be loaded'; exit 1", "could not be loaded"),
        ("exit 0", "said nothing"),
        ("kill -11 $$", "LibreOffice made no PDF"),
    ],
)
def test_a_program_that_fails_is_quoted(body: str, told: str, stand_in: Path) -> None:
    script(stand_in, body)
    failure = refused(material())
    assert failure.slug == "office-failed"
    assert told in failure.message


@POSIX
def test_a_program_that_can_not_be_started_is_named(stand_in: Path) -> None:
    stand_in.write_bytes(b"\x00\x01")
    stand_in.chmod(0o755)
    failure = refused(material())
    assert failure.slug == "office-failed"
    assert "can not be started" in failure.message


@POSIX
def test_what_is_no_pdf_is_refused(stand_in: Path) -> None:
    script(
        stand_in,
        'for a; do case "$last" in --outdir) mkdir "$a"; echo x > "$a/memo.pdf";; esac; last=$a; done',
    )
    data = PDF.make(material())
    with pytest.raises(BriefgenError) as found:
        PDF.reopen(data)
    assert found.value.slug == "office-failed"


@POSIX
def test_the_program_runs_in_a_profile_of_its_own_without_macros_links_and_proxies(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example")
    script(
        stand_in,
        f'printf "%s\\n" "$@" > {tmp_path}/said; env > {tmp_path}/env; cp -r "$PWD/profile" {tmp_path}',
    )
    refused(material())
    said = (tmp_path / "said").read_text()
    assert "-env:UserInstallation=file://" in said
    assert "--headless" in said
    assert "proxy.example" not in (tmp_path / "env").read_text()
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    for name, value in (("DisableMacrosExecution", "true"), ("Link", "2"), ("ooInetProxyType", "2")):
        assert f'name="{name}" oor:op="fuse"><value>{value}</value>' in settings
    assert not Path(re.findall(r"UserInstallation=file://(\S+)", said)[0]).exists()


def test_the_pages_can_be_drawn(made: bytes, tmp_path: Path) -> None:
    drawer = shutil.which("pdftoppm")
    if drawer is None:
        pytest.skip("pdftoppm is not installed (Debian and Ubuntu: poppler-utils)")
    import subprocess

    (tmp_path / "memo.pdf").write_bytes(made)
    done = subprocess.run(
        [drawer, "-r", "20", "-png", "memo.pdf", "page"], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stderr == b""
    assert len(list(tmp_path.glob("page*.png"))) == len(PDF.reopen(made).pages)  # type: ignore[union-attr]
