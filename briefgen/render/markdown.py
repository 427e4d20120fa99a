"""The memo as Markdown (CommonMark with GFM tables and footnotes), through the house's memo.md.j2.

Whatever a template prints with `{{ }}` is escaped, so a template can not forget it. jinja2 loads
when it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words
from briefgen.paper.page import PrintedLine, PrintedRun
from briefgen.paper.printed import printed
from briefgen.render.markdown_reader import SEAL, reopen
from briefgen.render.template import broken, gathered, read_template, told

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render", "reopen", "sealed"]


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The Markdown file in UTF-8; raises BriefgenError `template-broken` with file and line."""
    path = style.markdown
    text = told(path, lambda: gathered(_template(path).generate(page=page(memo, words, style), memo=memo)))
    tidy = re.sub(r"\n{3,}", "\n\n", _guard_line_starts(text)).strip("\n")
    return SEAL.put(f"{tidy}\n".encode())


def sealed(data: bytes) -> bool | None:
    """Whether a Markdown file is as it was written; None when it carries no seal."""
    return SEAL.holds(data)


def _escape(text: str, edges: re.Pattern[str] | None = None) -> Markdown:
    """`text` so that Markdown shows it as it is, in a paragraph, list item, heading, cell or note.

    It begins with `_VALUE`, by which `_guard_line_starts` finds values that begin a line. `edges`: the blanks
    that would be lost; those at both ends where none is given.
    """
    shown = printed(text)
    for pattern, put in _ESCAPES:
        shown = pattern.sub(put, shown)
    return Markdown(_VALUE + (edges or _EDGE).sub(lambda m: "&#32;" * len(m[0]), shown))


def _guard_line_starts(markdown: str) -> str:
    """Escape what would open a list or heading where a value begins a line, or close a heading's line."""
    guarded = _LINE_START.sub(r"\1\2\\\3", _BEHIND_MARK.sub(r"\1\\\2", markdown))
    return _HEADING_END.sub(r"\1\\\2", guarded).replace(_VALUE, "")


_ESCAPES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"([\\`*_\[\]<>|~$^{}])", r"\\\1"),
        (r"&(?=#?\w{1,40};)", r"\\&"),
        (r"!(?=\\\[)", r"\\!"),
        # bare links of GFM
        (r"(?i)\b(https?|ftp|mailto|xmpp):", r"\1\\:"),
        (r"(?i)\b(www)\.", r"\1\\."),
        (r"(?<=[\w.+-])@(?=\w)", r"\\@"),
        # names of pictograms, which some readers draw
        (r":(?=[+\-\w]*[A-Za-z][+\-\w]*:)", r"\\:"),
    )
)
_TWICE = (
    "macros, call blocks, {% set %} without a value and “self” are not possible here: "
    "what they print would be escaped twice. Write the lines out, or use a {% for %} loop"
)
_VALUE = "\uffff"
"""Stands before each value until the file is whole; `printed` lets no value hold it."""
_LINE_START = re.compile(
    rf"^((?:[-*+>] |\d{{1,9}}[.)] |\[\^\d+\]: )*){_VALUE}+(\d{{1,9}}(?=[.)](?:\s|\Z))|(?=[-+=#:]))(.)", re.M
)
_BEHIND_MARK = re.compile(rf"(\[\^\d+\]){_VALUE}([(:])")
_HEADING_END = re.compile(rf"^(#{{1,6}} .*[ {_VALUE}])(#+)$", re.M)
_EDGE = re.compile(r"^ +| +$|(?<= ) +")
_EDGES = {
    (True, True): _EDGE,
    (True, False): re.compile(r"^ +|(?<= ) +"),
    (False, True): re.compile(r" +$|(?<= ) +"),
    (False, False): re.compile(r"(?<= ) +"),
}
"""Blanks that would be lost in words that open a line, close it, both or neither."""


def _template(path: Path) -> Template:
    """The house's template; what would print a value twice, and so escape it twice, is refused."""
    from jinja2 import StrictUndefined, nodes
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    parsed = environment.parse(read_template(path))
    for node in parsed.find_all((nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.Name)):
        if not isinstance(node, nodes.Name) or node.name == "self":
            raise broken(path, node.lineno, _TWICE)
    return environment.from_string(parsed)


def _shown(value: object) -> str:
    """What `{{ value }}` prints: a line with its marks, or escaped text."""
    if isinstance(value, (Markdown, int)):
        return str(value)
    if isinstance(value, PrintedLine):
        return "".join(_pieces(value))
    return _escape(str(value))


def _pieces(line: PrintedLine) -> Iterator[str]:
    """The words of a line with the marks of its notes; label and names bold, worked-out dates italic.

    Words between these are escaped as one text, since what needs an escape may go over a piece.
    """
    groups = [(kind, tuple(pieces)) for kind, pieces in groupby(line.pieces, key=_kind)]
    texts = ["".join(piece.text for piece in pieces) for _, pieces in groups]
    for at, ((kind, pieces), text) in enumerate(zip(groups, texts, strict=True)):
        before, behind = "".join(texts[:at]), "".join(texts[at + 1 :])
        if kind == "note":
            yield from (f"[^{piece.note}]" for piece in pieces)
        elif kind == "label":
            yield f"**{_escape(text.strip())}** " if text.strip() else ""
        elif kind == "name" and _may_be_strong(before, text, behind):
            yield f"**{_escape(text)}**"
        elif kind == "worked-out" and _may_be_strong(before, text, behind):
            yield f"*{_escape(text)}*"
        else:
            yield _escape(text, _EDGES[not before, not behind])


def _kind(piece: PrintedRun) -> str:
    if piece.note:
        return "note"
    return piece.tone if piece.tone in ("label", "name", "worked-out") else "text"


def _may_be_strong(before: str, text: str, behind: str) -> bool:
    """Whether asterisks round the text are read as marks there, and not as asterisks."""
    opens = text[:1].isalnum() or (text[:1].strip() and not before.strip())
    closes = text[-1:].isalnum() or (text[-1:].strip() and (not behind or behind[0] == " "))
    return bool(opens and closes)
