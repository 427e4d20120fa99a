"""The tree of a web page, however deep its elements are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.read.markup_tree import markup_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEP = 200
"""Elements in one another; the parser drops in silence what lies deeper than 255."""
_LARGE = 2_000_000
"""Characters; the same parser drops what lies behind a text, a comment or a script of 10 MB."""


def page_tree(text: str) -> HtmlElement | None:
    """The tree of a page, None when there is none. Elements that only hold one another are one, where the
    page is nested deeper than the parsers bear."""
    from trafilatura import load_html

    tree = load_html(text) if len(text) < _LARGE else markup_tree(text)
    return tree if tree is None or _depth(tree) < _DEEP else _flat(text)


def _depth(tree: HtmlElement) -> int:
    """The deepest nesting."""
    from lxml import etree

    depth = most = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most


def _flat(text: str) -> HtmlElement | None:
    from lxml import html

    tree = markup_tree(text)
    for element in list(tree.iter("div", "span", "section", "font", "center")):
        if not isinstance(element, html.HtmlElement):
            continue
        if len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
            element.drop_tag()
    return tree if _depth(tree) < _DEEP else None
