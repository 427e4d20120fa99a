"""The XML of a Word file as a stream of events; elements are told by their local names, so that the
transitional and the strict variant of the standard (ISO/IEC 29500) read alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from briefgen.read.draft import UnreadableError

ELEMENTS = 1_000_000
"""Of one part of a file; 1,000 pages that were edited much have half of them."""
_MANY = f"A part of it has more than {ELEMENTS:,} elements, where 1,000 pages have half; it was not read."


class Handler(Protocol):
    """What `parse` calls, with local names."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A stretch of text."""


def parse(xml: bytes, handler: Handler) -> None:
    """Streams `xml` through `handler`; raises `UnreadableError` for bad XML and for any DOCTYPE.

    No part of a Word file has a document type declaration; one is where XML bombs are built.
    """
    from xml.parsers import expat

    if xml.count(b"<") > 2 * ELEMENTS:
        raise UnreadableError("file-too-large", _MANY)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, attributes: handler.start(name.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda name: handler.end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = handler.data
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise UnreadableError("file-damaged", "The file is damaged: its XML is broken.") from None


def _refuse_doctype(*_: object) -> None:
    message = "The file declares XML entities, as files made to exhaust a machine do; it was not read."
    raise UnreadableError("xml-unsafe", message)


class Properties:
    """Collects the Dublin Core fields of docProps/core.xml."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._name = name

    def end(self, name: str) -> None:
        """An element ends."""
        self._name = ""

    def data(self, text: str) -> None:
        """A stretch of text."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text


class CommentCounter:
    """Counts the comments in word/comments.xml."""

    def __init__(self) -> None:
        self.count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.count += name == "comment"

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A stretch of text."""
