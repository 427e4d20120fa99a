"""Has a large file read by a process of its own, which may take so much memory and time and no more.

What libraries make of a large file is many times its size, and stays with the process that read it. A file
that is small, or that is large by its pictures only, is read without such a process (`is_large`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from briefgen.errors import BriefgenError, Problem
from briefgen.model import Omission
from briefgen.read.draft import Draft, Reading
from briefgen.read.limits import MEGABYTE
from briefgen.read.markup_tree import ELEMENTS

LARGE = MEGABYTE
"""Bytes from which a file is read apart: a process takes 0.1 s to start, with the library of pages 0.6 s."""
SECONDS = 8
"""Of processor time for one file; the largest honest ones take 4."""
ALL_SECONDS = 10
"""For all files of a run that come to no end; each later one is given `LEAST`."""
LEAST = 1
_WAIT = 20
"""Times the processor time that a process may last, on a machine that does other things as well."""
_NEVER = frozenset({".pdf", ".zip"})
"""A PDF has its own process; what a zip holds is read file by file."""
_PACKAGES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub"})
_WORDS = (".xml", ".html", ".htm", ".xhtml")
"""Ends of the names of those parts of a package that are parsed."""
_SLOW = (
    "Reading it took more than {} s of processor time, the limit for {}; it was not read. Save it in another "
    "format, or take it apart."
)
_ONE, _RUN = "one file", "files of this run that come to no end"
BIG = (
    "Reading it took more memory than one file may take; it was not read. Save it in another format, or take "
    "it apart."
)
_BROKEN = "The file is damaged: the library that reads it broke down over it."


WORK = 100 * MEGABYTE
"""What may be read of large files in one run (`work`): some 15 s of processor time."""
ELEMENT = 200
"""Bytes of words that take as long as a tag of a page."""
_PAGES = frozenset({".htm", ".html", ".xhtml"})
_RUN_FULL = (
    f"The large files of this run are more than {WORK // MEGABYTE} MB together, counted without pictures and "
    "with what their elements take; this one was not read. Take some out, or put them into other folders."
)


@dataclass
class Patience:
    """Processor time that files without end may still take in a run, and whether this is such a process."""

    left: float = ALL_SECONDS
    inside: bool = False
    work: int = WORK

    @property
    def seconds(self) -> int:
        """What the next file is given."""
        return max(LEAST, min(SECONDS, round(self.left)))


_PATIENCE: ContextVar[Patience] = ContextVar("patience")


@contextmanager
def patient(*, inside: bool = False) -> Iterator[None]:
    """One run: what a file without end takes is taken from the others. `inside`: nothing is read apart."""
    token = _PATIENCE.set(Patience(inside=inside))
    try:
        yield
    finally:
        _PATIENCE.reset(token)


def is_large(data: bytes, suffix: str) -> bool:
    """Whether a file in this format is to be read apart."""
    return not _patience().inside and work(data, suffix) > LARGE


def work(data: bytes, suffix: str) -> int:
    """What it takes to read a file, in bytes of plain words that take as long."""
    if suffix in _NEVER or len(data) < LARGE // 50:
        return 0
    if suffix in _PACKAGES:
        return _unpacked(data)
    if suffix not in _PAGES:
        return len(data)
    from briefgen.read.html import INLINE

    words = INLINE.sub(b"", data) if b";base64," in data else data
    return len(words) + ELEMENT * min(words.count(b"<"), 2 * ELEMENTS)  # with more elements it is refused


def charge(amount: int) -> bool:
    """Takes work from what a run may do; whether that was left."""
    patience = _patience()
    if amount > patience.work:
        return False
    patience.work -= amount
    return True


def _patience() -> Patience:
    return _PATIENCE.get(None) or Patience()


def _unpacked(data: bytes) -> int:
    """Bytes of the parts of a package that are parsed; nothing where it can not be opened."""
    from briefgen.read.draft import UnreadableError
    from briefgen.read.package import open_zip

    try:
        with open_zip(data) as package:
            return sum(one.file_size for one in package.infolist() if one.filename.endswith(_WORDS))
    except UnreadableError:
        return 0


def read_apart(data: bytes, name: str, suffix: str) -> Reading:
    """What the reader for `suffix` gives of a file; a problem where that takes too much or breaks down."""
    import json
    from tempfile import TemporaryFile

    if not charge(work(data, suffix)):
        return (), (Problem(name, "run-full", _RUN_FULL),)
    patience = _patience()
    seconds = patience.seconds
    with TemporaryFile() as given, TemporaryFile() as found:
        given.write(json.dumps([name, suffix, seconds]).encode() + b"\n")
        given.write(data)
        given.seek(0)
        slug, message = _run(given, found, seconds)
        if slug:
            patience.left -= seconds if message == _SLOW else 0
            told = message.format(seconds, _ONE if seconds == SECONDS else _RUN)
            return (), (Problem(name, slug, told),)
        found.seek(0)
        return _received(found)


def _run(given: IO[bytes], found: IO[bytes], seconds: int) -> tuple[str, str]:
    """Runs the process; slug and message of what went wrong, or nothing."""
    import subprocess

    code = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from briefgen.read.apart_child import main"
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-W", "ignore", "-c", f"{code}; main()"],
            stdin=given, stdout=found, stderr=subprocess.PIPE, timeout=_WAIT * seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "file-too-large", _SLOW
    except OSError as error:
        return "file-unreadable", f"The process that reads large files can not be started: {error.strerror}."
    if not done.returncode:
        return "", ""
    if done.returncode in _OUT_OF_TIME:
        return "file-too-large", _SLOW
    if done.returncode in _OUT_OF_MEMORY or b"MemoryError" in done.stderr[-300:]:
        return "file-too-large", BIG
    return "file-damaged", _BROKEN


_ROOT = Path(__file__).resolve().parent.parent.parent
_OUT_OF_TIME = (-24, -9)
"""SIGXCPU, and SIGKILL a second later."""
_OUT_OF_MEMORY = (-6, -5, -25)
"""SIGABRT and SIGTRAP, by which libraries end without memory; SIGXFSZ: what was read is without measure."""


def written(reading: Reading) -> Iterator[bytes]:
    """A reading as lines of JSON: the problems, then the drafts one by one."""
    import json

    drafts, problems = reading
    rows = [(one.where, one.slug, one.message, one.files) for one in problems]
    yield json.dumps(rows).encode()
    for one in drafts:
        fields = (
            one.text, one.suffix, one.encoding, dict(one.stated), one.places, one.clean, one.whole, one.mail,
            dict(one.stated_at), one.front, [(it.kind, it.detail) for it in one.omitted], one.shifts,
            sorted(one.certain), one.length,
        )  # fmt: skip
        yield json.dumps(fields).encode()


def refused(error: BriefgenError) -> bytes:
    """An error that ends the run, as a line."""
    import json

    return json.dumps({"slug": error.slug, "message": error.message, "hint": error.hint}).encode()


def _received(lines: IO[bytes]) -> Reading:
    """The reading that a process wrote. Raises BriefgenError when it met one."""
    import json

    rows = json.loads(lines.readline())
    if isinstance(rows, dict):
        raise BriefgenError(rows["slug"], rows["message"], rows["hint"])
    problems = tuple(Problem(where, slug, message, tuple(files)) for where, slug, message, files in rows)
    return tuple(map(_draft, lines)), problems


def _draft(line: bytes) -> Draft:
    import json

    (
        text,
        suffix,
        encoding,
        stated,
        places,
        clean,
        whole,
        mail,
        at,
        front,
        omitted,
        shifts,
        certain,
        length,
    ) = json.loads(line)
    at_labels = tuple((offset, label) for offset, label in places)
    longer = tuple((offset, more) for offset, more in shifts)
    return Draft(
        text, suffix, encoding, stated, at_labels, clean, whole, mail,
        {key: (start, end) for key, (start, end) in at.items()}, front,
        tuple(Omission(kind, detail) for kind, detail in omitted), longer, frozenset(certain), length,
    )  # fmt: skip
