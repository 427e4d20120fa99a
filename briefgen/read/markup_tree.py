"""The tree of any markup, within bounds: what no page has is refused before a library sees it.

The parser (libxml2) takes the square of the number of attributes of an element, and drops in silence what
lies deeper than it bears, or behind a text of more than ten megabytes where it is not told to go on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.read.draft import UnreadableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ELEMENT = re.compile(r"<[A-Za-z]")
ELEMENTS = 60_000
"""Long reports have 20,000; above, the parsers take seconds and hundreds of megabytes."""
ATTRIBUTES = 500
"""Of one element; drawings and forms that programs make have some dozens."""
_TAG = re.compile(r"<[A-Za-z](?:[^\"'<>]++|<|\"[^\"]*+\"|'[^']*+')*+")
_LONG = 2 * ATTRIBUTES
"""Characters of a tag that can hold so many."""
_PIECE = re.compile(r"\"[^\"]*+\"|'[^']*+'|[^\s\"']++")
"""A name or a value: two make an attribute."""
_DEEP = "The page has more than {:,} elements inside each other, where long ones have 50; it was not read."
NESTED = 2048
"""Elements inside each other that libxml2 bears."""


def refuse_endless(text: str) -> None:
    """Raises `UnreadableError` for a page with more elements or attributes than any document has."""
    if sum(1 for _ in _ELEMENT.finditer(text)) > ELEMENTS:
        raise UnreadableError(
            "file-too-large", f"The page has more than {ELEMENTS:,} elements; it was not read."
        )
    refuse_crowded(text)


def refuse_crowded(text: str) -> None:
    """Raises `UnreadableError` for an element with more attributes than any document has."""
    if any(_is_crowded(tag[0]) for tag in _TAG.finditer(text) if len(tag[0]) > _LONG):
        message = f"An element in it has more than {ATTRIBUTES} attributes; it was not read."
        raise UnreadableError("file-too-large", message)


def _is_crowded(tag: str) -> bool:
    return any(number > 2 * ATTRIBUTES for number, _ in enumerate(_PIECE.finditer(tag)))


def markup_tree(markup: str) -> HtmlElement:
    """The tree of a page with all that it holds.

    Raises `UnreadableError` `file-too-large` where the parser gave up, which it does not say by itself.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        raise UnreadableError("file-too-large", _DEEP.format(NESTED))
    return root
