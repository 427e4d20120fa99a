"""What the house's Markdown template says of its own: the only words a page may have besides the memo's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, zip_longest

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo
from briefgen.paper.printed import folded, printed

_TAG = re.compile(r"(\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\})", re.S)
_LITERAL = re.compile(r"""["']([^"'\\]*)["']\Z""")
_SET = re.compile(r"""\{%-?\s*set\s+(\w+)\s*=\s*["']([^"'\\]*)["']\s*-?%\}""")
_EDGE = re.compile(r"\n|(?<!\\)\|")
"""Where a paragraph or a table cell ends."""
_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[^\s*_`#>+\\-]+")
_MOST = 8
"""Pieces of a line among which code chooses; of more, all are printed or none."""


def own_of(memo: Memo, style: HouseStyle) -> Callable[[str], bool]:
    """The test whether the house's template may have put a text there, marks of Markdown aside."""
    own = own_words(style.markdown.read_text(encoding="utf-8", errors="replace"), memo)
    return lambda text: plain_words(text) in own


def own_words(source: str, memo: Memo) -> frozenset[str]:
    """Every text, in the form of `plain_words`, that a template's own words can make up.

    Whole lines and cells count, never a part of one; code and comments do not. An expression counts
    where it prints a text that stands in the template, or what the memo says of itself as a whole.
    """
    whole = {name: printed(getattr(memo, name)) for name in ("title", "marking", "generator")}
    values = {
        **{f"page.{name}": words for name, words in whole.items()},
        **{f"memo.{name}": words for name, words in whole.items()},
        "memo.topic": memo.topic,
        "memo.as_of": memo.as_of or "",
        "memo.language": memo.language,
        **dict(_SET.findall(source)),
    }
    texts = (text for line in _lines(source, values) for text in line.texts())
    return frozenset(plain_words(text) for text in texts) - {""}


def plain_words(text: str) -> str:
    """`text` as words alone, so that marks of Markdown make no difference; signs when it has no words."""
    shown = folded(text)
    return " ".join(_WORD.findall(shown) or _SIGN.findall(shown))


@dataclass(slots=True)
class _TemplateLine:
    """One line of a template, cut at its tags."""

    pieces: list[str | None] = field(default_factory=list)
    """None stands for an expression of unknown value."""
    chosen: bool = False
    """Whether code decides which of the pieces are printed."""

    def texts(self) -> Iterator[str]:
        """What the line can come out as."""
        known = [piece for piece in self.pieces if piece]
        if not self.chosen:
            if None not in self.pieces:
                yield "".join(known)
            return
        for size in range(1, len(known) + 1) if len(known) <= _MOST else (len(known),):
            yield from map("".join, combinations(known, size))


def _lines(source: str, values: Mapping[str, str]) -> Iterator[_TemplateLine]:
    """The lines of a template as they are printed, with Jinja's rules for blanks beside a tag."""
    parts = _TAG.split(source)
    line, before = _TemplateLine(), ""
    for text, tag in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        first, *others = _EDGE.split(_trimmed(text, before, tag))
        line.pieces.append(first)
        for piece in others:
            yield line
            line = _TemplateLine([piece])
        if tag.startswith("{{"):
            line.pieces.append(_value(tag[2:-2].strip("-+ \t\n"), values))
        line.chosen |= tag.startswith("{%")
        before = tag
    yield line


def _trimmed(text: str, before: str, behind: str) -> str:
    """`text` between two tags: a dash takes all blanks away, a block or comment the line end behind it."""
    if before.endswith(("-%}", "-#}", "-}}")):
        text = text.lstrip()
    elif before.endswith(("%}", "#}")):
        text = text.removeprefix("\n")
    return text.rstrip() if behind[2:3] == "-" else text


def _value(expression: str, values: Mapping[str, str]) -> str | None:
    literal = _LITERAL.match(expression)
    return literal[1] if literal else values.get(expression)
