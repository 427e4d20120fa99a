"""E-books (.epub 2 and 3): the chapters in the order of their spine as one document.

The container and the package are read with expat, the chapters as any markup is (`markup`): nothing in them
is run or fetched. No library: those on PyPI are AGPL or build the whole book.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.model import Omission
from briefgen.read.draft import Draft, Reading, UnreadableError, extracted, paragraphs
from briefgen.read.language import language_tag
from briefgen.read.limits import MEGABYTE
from briefgen.read.stamp import iso_day
from briefgen.read.word_styles import value_of

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_NO_CHAPTERS = ("toc", "nav", "cover", "ncx")
"""What the spine or the guide calls pages that are no text of the book."""
_SHEET, _SHEETS = "text/css", 20
_NOBODY = frozenset({"unknown", "unknown author", "anonymous"})
"""What programs put for a writer they do not know."""
_CHAPTER_BYTES = 10 * MEGABYTE
_TOTAL_BYTES = 20 * MEGABYTE
_KEYS = (("title", "title"), ("author", "creator"), ("publisher", "publisher"), ("published", "date"),
         ("language", "language"))  # fmt: skip


@dataclass
class PackageReader:
    """Collects META-INF/container.xml, and then the package with metadata, manifest and spine."""

    root: str = ""
    """Path of the package."""
    metadata: dict[str, str] = field(default_factory=dict)
    """Fields of Dublin Core, the first of each; of dates that of publication."""
    spine: list[str] = field(default_factory=list)
    files: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Path, type and properties by id."""
    guide: dict[str, str] = field(default_factory=dict)
    """What a page is, by its path."""
    _open: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        found = {key: value_of(attributes, key) or "" for key in ("id", "href", "media-type", "properties")}
        self._open = ""
        if name == "rootfile":
            self.root = self.root or value_of(attributes, "full-path") or ""
        elif name == "item":
            self.files[found["id"]] = (found["href"], found["media-type"], found["properties"])
        elif name == "itemref":
            self.spine.append(value_of(attributes, "idref") or "")
        elif name == "reference":
            self.guide[found["href"].partition("#")[0]] = value_of(attributes, "type") or ""
        elif name in dict(_KEYS).values() and name not in self.metadata:
            self._open = "" if value_of(attributes, "event") in ("modification", "conversion") else name

    def end(self, name: str) -> None:
        """An element ends."""
        self._open = ""

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._open:
            self.metadata[self._open] = self.metadata.get(self._open, "") + text

    def chapters(self) -> Iterator[str]:
        """Paths of the pages with text, from the folder of the package; each once, where it comes first."""
        met: set[str] = set()
        for key in self.spine:
            path, kind, properties = self.files.get(key, ("", "", ""))
            is_text = kind in _CHAPTERS and self.guide.get(path, "") not in _NO_CHAPTERS
            if is_text and path not in met and "nav" not in properties.split():
                met.add(path)
                yield path


def read_epub(data: bytes, name: str) -> Reading:
    """One draft: a paragraph a line, each with its chapter; metadata of the package."""
    from briefgen.read.package import open_zip, refuse_bomb
    from briefgen.read.word_xml import parse

    with open_zip(data) as book:
        refuse_bomb(book.infolist())
        package = PackageReader()
        parse(_member(book, _CONTAINER), package)
        parse(_member(book, package.root), package)
        if package.root and _RIGHTS in book.namelist() and b"xhtml" in _member(book, _RIGHTS):
            message = "The book is protected against copying; get one that is not."
            raise UnreadableError("file-encrypted", message)
        lines, hidden = _lines(book, package)
    text, places = paragraphs(lines)
    stated = _stated(package.metadata)
    omitted = (Omission("hidden-text", f"{hidden} word{'s' * (hidden > 1)}"),) if hidden else ()
    draft = Draft(text, stated=stated, stated_at=_titled(text, stated), places=places, clean=True)
    return extracted(replace(draft, omitted=omitted), name)


def _titled(text: str, stated: Mapping[str, str]) -> Mapping[str, tuple[int, int]]:
    """Where the title of the book stands on a line of its own, if it does."""
    title = stated.get("title", "")
    found = re.search(rf"^{re.escape(title)}$", text, re.MULTILINE | re.IGNORECASE) if title else None
    return {"title": found.span()} if found else {}


def _lines(book: ZipFile, package: PackageReader) -> tuple[list[tuple[str, str]], int]:
    """(place, paragraph) of all chapters, and how many words are hidden."""
    from briefgen.read.epub_page import page_manuscript
    from briefgen.read.hidden import hidden_by

    folder = posixpath.dirname(package.root)
    sheets = [path for path, kind, _ in package.files.values() if kind == _SHEET]
    hiding = frozenset(
        name for path in sheets[:_SHEETS] for name in hidden_by(_decoded(_page(book, folder, path)))
    )
    found: list[tuple[str, str]] = []
    number = total = hidden = 0
    for path in package.chapters():
        page = _page(book, folder, path)
        total += len(page)
        if total > _TOTAL_BYTES:
            raise UnreadableError("file-too-large", f"Its text has more than {_TOTAL_BYTES // MEGABYTE} MB.")
        manuscript = page_manuscript(_decoded(page), hiding)
        hidden += manuscript.hidden
        lines = manuscript.all_lines()
        number += bool(lines)
        found += [(f"chapter {number}, {place}", text) for place, text in lines]
    return found, hidden


def _page(book: ZipFile, folder: str, path: str) -> bytes:
    """A part by its path from the folder of the package; nothing when a style sheet is missing."""
    whole = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if path.endswith(".css") and whole not in book.namelist():
        return b""
    return _member(book, whole)


def _decoded(page: bytes) -> str:
    """EPUB allows UTF-8 and UTF-16 (EPUB 3.3, 3.9)."""
    codec = "utf-16" if page.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = page.decode(codec, "replace")
    return text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text


def _member(book: ZipFile, path: str) -> bytes:
    from briefgen.read.package import member_bytes

    member: ZipInfo | None = next((one for one in book.infolist() if one.filename == path), None)
    if member is None:
        raise UnreadableError(
            "file-damaged", f"The book is damaged: its part {path or 'package'} is missing."
        )
    if member.file_size > _CHAPTER_BYTES:
        raise UnreadableError("file-too-large", f"Its part {path} has {member.file_size // MEGABYTE} MB.")
    return member_bytes(book, member)


def _stated(metadata: Mapping[str, str]) -> Mapping[str, str]:
    found = {key: " ".join(metadata.get(name, "").split()) for key, name in _KEYS}
    found["author"] = "" if found["author"].casefold() in _NOBODY else found["author"]
    found["published"] = iso_day(found["published"]) if found["published"] else ""
    found["language"] = language_tag(found["language"]) if found["language"] else ""
    return {key: value for key, value in found.items() if value}
