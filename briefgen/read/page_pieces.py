"""The lines of a web page as a browser shows them, each with its element and how much of it is links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefgen.read.markup import BLOCKS, SILENT

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OTHER = re.compile(r"[\W_]+")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_MOST_LINKED = 0.4


class PagePiece:
    """One line of a page."""

    def __init__(self, text: str, home: HtmlElement, linked: int) -> None:
        self.text = text
        self.home = home
        """The element in which its first words stand."""
        self.linked = linked
        """Characters in links."""

    @cached_property
    def key(self) -> str:
        """Its letters and digits, to find it again in an extracted text."""
        return folded(self.text)

    @property
    def blanks(self) -> int:
        """Blanks between its words."""
        return self.text.count(" ")

    @property
    def is_prose(self) -> bool:
        """Whether it ends as sentences do and is no list of links."""
        return bool(_ENDS.search(self.text)) and self.linked < _MOST_LINKED * len(self.text)


class _OpenWords(NamedTuple):
    words: str
    home: HtmlElement
    linked: bool


def folded(text: str) -> str:
    """Letters and digits of a text, in small letters."""
    return _OTHER.sub("", text.casefold())


def pieces_of(page: HtmlElement) -> Iterator[PagePiece]:
    """The lines of a page in reading order."""
    from lxml import etree

    found: list[_OpenWords] = []
    silent = links = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        tag, step = element.tag if isinstance(element.tag, str) else "", 1 if event == "start" else -1
        silent += (tag in SILENT) * step
        if tag in BLOCKS:
            yield from _joined(found)
            found = []
        words, home = (element.text, element) if event == "start" else (element.tail, element.getparent())
        links += (tag == "a") * step
        if words and not silent and home is not None and tag:
            found.append(_OpenWords(words, home, links > 0))
    yield from _joined(found)


def _joined(found: list[_OpenWords]) -> Iterator[PagePiece]:
    text = " ".join("".join(one.words for one in found).split())
    if text:
        home = next(one.home for one in found if one.words.strip())
        yield PagePiece(text, home, sum(len(one.words) for one in found if one.linked))
