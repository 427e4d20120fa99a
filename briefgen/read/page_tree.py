"""The tree of a web page, however deep its elements are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEP = 200
"""Elements in one another; the parser drops in silence what lies deeper than 255."""


def page_tree(text: str) -> HtmlElement | None:
    """The tree of a page, None when there is none. Elements that only hold one another are one, where the
    page is nested deeper than the parsers bear."""
    from trafilatura import load_html

    tree = load_html(text)
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

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    for element in list(tree.iter("div", "span", "section", "font", "center")):
        if not isinstance(element, html.HtmlElement):
            continue
        if len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
            element.drop_tag()
    return tree if _depth(tree) < _DEEP else None
