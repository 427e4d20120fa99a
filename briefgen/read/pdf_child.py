"""Has a PDF read by a process of its own, and gives its pages one at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.read.draft import UnreadableError
from briefgen.read.limits import PAGES
from briefgen.read.pdf_words import PdfPage, PdfWord

_WAIT = 120
"""Seconds, in case that the system does not bound the process itself (`pdf_glyphs.SECONDS`)."""
_MESSAGES: Mapping[str, str] = {
    "file-damaged": "The PDF is damaged or was cut off; get it again.",
    "file-encrypted": "The PDF is protected by a password; save it without one.",
    "file-too-large": "The PDF needs more memory or time than documents do; print it anew, or take parts.",
}


@dataclass(frozen=True)
class PdfWords:
    """What a PDF says of itself, and its pages, which are read anew each time that they are asked for."""

    properties: Mapping[str, str]
    """"Title", "Author" and "Keywords"."""
    count: int
    """Pages of the document; those behind the last of `lines` were not read."""
    lines: tuple[bytes, ...]
    """JSON of each page: the words of a long document as objects would take ten times the room."""

    def pages(self) -> Iterator[PdfPage]:
        """Pages in order, numbered from 1; one that could not be read has no words."""
        return (_page(number, line) for number, line in enumerate(self.lines, 1))

    @property
    def unread(self) -> tuple[int, ...]:
        """Numbers of the pages that are damaged."""
        return tuple(number for number, line in enumerate(self.lines, 1) if line == b"null")


def pdf_words(data: bytes) -> PdfWords:
    """The words of a PDF. Raises `UnreadableError`: damaged, protected, too large."""
    head, *lines = _printed(data).split(b"\n")[:-1] or [b'{"error":"file-damaged"}']
    about = json.loads(head)
    if "error" in about:
        raise _refused(about["error"])
    if about["pages"] > PAGES:
        message = f"The PDF has {about['pages']} pages, where {PAGES} is the limit."
        raise UnreadableError("file-too-large", message)
    if lines and lines[-1].startswith(b'{"error"'):
        raise _refused(json.loads(lines[-1])["error"])
    count = about["pages"]
    if lines and lines[-1].startswith(b'{"beyond"'):
        count = len(lines) - 1
        lines.pop()
    if len(lines) != count or (lines and all(line == b"null" for line in lines)):
        raise _refused("file-damaged")
    properties = {key: about[key] for key in ("Title", "Author", "Keywords")}
    return PdfWords(properties, about["pages"], tuple(lines))


def _printed(data: bytes) -> bytes:
    command = [sys.executable, "-P", str(Path(__file__).with_name("pdf_glyphs.py"))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAIT, check=False)
    except subprocess.TimeoutExpired:
        raise _refused("file-too-large") from None
    except OSError as error:
        message = f"The program that reads PDFs can not be started: {error.strerror}."
        raise UnreadableError("file-unreadable", message) from None
    if b"ModuleNotFoundError" in done.stderr[-300:]:
        raise ImportError("pypdfium2 is missing", name="pypdfium2")
    if done.returncode:
        raise _refused("file-too-large" if _was_bounded(done) else "file-damaged")
    return done.stdout


def _was_bounded(done: subprocess.CompletedProcess[bytes]) -> bool:
    """Whether the process met its bounds: of time (SIGXCPU, SIGKILL), or of memory (SIGABRT, SIGTRAP)."""
    return done.returncode in (-24, -9, -6, -5) or b"MemoryError" in done.stderr[-300:]


def _refused(slug: str) -> UnreadableError:
    return UnreadableError(slug, _MESSAGES[slug])


def _page(number: int, line: bytes) -> PdfPage:
    page = json.loads(line) or {"width": 0.0, "height": 0.0, "words": ()}
    words = tuple(PdfWord(*word) for word in page["words"])
    return PdfPage(number, page["width"], page["height"], words)
