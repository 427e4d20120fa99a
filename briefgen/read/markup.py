"""All the words of a piece of HTML, one block a line: for mail bodies and for fields that hold markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.read.hidden import hidden_in, is_hidden
from briefgen.read.markup_raised import settle_raised
from briefgen.read.markup_tree import markup_tree, refuse_endless

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(
    r"</?(?:p|div|br|a|span|strong|em|b|i|su[bp]|ul|ol|li|h[1-6]|table|blockquote)\b[^<>]{0,2000}>", re.I
)
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul"
})  # fmt: skip
SILENT = frozenset({
    "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title"
})  # fmt: skip
_QUOTES = re.compile(r"\bcite\b|quote", re.I)
"""In `type` or `class` of a `blockquote` in which a mail program sets the mail that is answered."""
_OPENS, _CLOSES = "\x01", "\x02"
_CONTROLS = re.compile("[\x00-\x02]")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def holds_markup(text: str) -> bool:
    """Whether a text is HTML rather than words about less and greater."""
    return _TAG.search(text) is not None


def markup_text(markup: str) -> str:
    """The words a browser would show, white space folded as it does; "" when there are none."""
    return "\n".join(line for _, line in marked_lines(markup))


def marked_lines(markup: str) -> Iterator[tuple[int, str]]:
    """The lines of `markup_text`, each with the number of quotations of other mails in which it stands."""
    refuse_endless(markup)
    depth = 0
    for piece in "".join(_pieces(markup)).split("\x00"):
        depth += piece.count(_OPENS) - piece.count(_CLOSES)
        line = _SPACES.sub(" ", piece.strip(_OPENS + _CLOSES)).strip(" ")
        if line:
            yield depth, line


def _pieces(markup: str) -> Iterator[str]:
    """Words in reading order, with a NUL where a block starts or ends."""
    from lxml import etree

    if not markup.strip():
        return
    root = markup_tree(markup)
    settle_raised(root, BLOCKS)
    silent, classes = 0, hidden_in(root)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        silent += (tag in SILENT or is_hidden(element, classes)) * (1 if event == "start" else -1)
        if tag in BLOCKS:
            yield _edge(element, tag, event)
        words = element.text if event == "start" else element.tail
        if words and not silent:
            yield _CONTROLS.sub("", words)


def _edge(element: HtmlElement, tag: str, event: str) -> str:
    """The NUL between blocks, with a sign where an answered mail begins or ends."""
    if tag != "blockquote":
        return "\x00"
    names = f"{element.get('type') or ''} {element.get('class') or ''}"
    if not _QUOTES.search(names):
        return "\x00"
    return "\x00" + (_OPENS if event == "start" else _CLOSES)
