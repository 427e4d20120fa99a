"""Takes what a browser does not show out of a web page, before its article is looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from briefgen.read.hidden import hidden_in, is_hidden
from briefgen.read.page_pieces import pieces_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = ("span", "b", "i", "u", "em", "strong", "small", "font")
_FEWEST_BLANKS = 5
"""Blanks in a paragraph of prose; menus and labels that scripts open have no sentences."""


def without_hidden(page: HtmlElement, headline: HtmlElement | None) -> int:
    """Takes the hidden elements out of a page; returns how many words of prose stood in them.

    What holds the headline stays, and so does everything where all prose is hidden: a script shows it.
    """
    kept = set() if headline is None else {headline, *headline.iterancestors()}
    hidden = set(_outermost(page, kept))
    if not hidden:
        return 0
    words, shown = 0, False
    for piece in pieces_of(page):
        if not piece.is_prose or piece.blanks < _FEWEST_BLANKS:
            continue
        inside = piece.home in hidden or not hidden.isdisjoint(piece.home.iterancestors())
        words += (piece.blanks + 1) * inside
        shown = shown or not inside
    if words and not shown:
        return 0
    remove(hidden)
    return words


def without_empty(page: HtmlElement) -> None:
    """Takes inline elements without words out of a page: behind them the extraction tells words twice."""
    remove({one for one in page.iter(*_INLINE) if not len(one) and not one.text})


def remove(elements: Collection[HtmlElement]) -> None:
    """Takes elements out of their page; the words behind each stay. Takes time in proportion to the page."""
    for parent in {one.getparent() for one in elements}:
        before, behind = None, list[str]()
        for child in list(parent) if parent is not None else ():
            if child in elements:
                behind.append(child.tail or "")
                parent.remove(child)
                continue
            _put_behind(before, parent, behind)
            before, behind = child, []
        _put_behind(before, parent, behind)


def _put_behind(before: HtmlElement | None, parent: HtmlElement, words: list[str]) -> None:
    if words and before is not None:
        before.tail = (before.tail or "") + "".join(words)
    elif words:
        parent.text = (parent.text or "") + "".join(words)


def _outermost(page: HtmlElement, kept: Collection[HtmlElement]) -> Iterator[HtmlElement]:
    from lxml import etree

    classes, inside = hidden_in(page), 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if element in kept or not is_hidden(element, classes):
            continue
        if event == "start" and not inside:
            yield element
        inside += 1 if event == "start" else -1
