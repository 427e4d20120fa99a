"""A sentence with its names as marks, so that patterns read words and names alike.

"The EU's accord with “Japan”" becomes "the <o0>'s accord with <s1>": lower case, straight apostrophes,
no quotation marks or brackets, each name a mark of its class and its number in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.lexicon import gazetteer
from briefgen.model import Document, Name, Span

_DROPPED = frozenset("“”\"‘‚„«»[]")
_NO_SIDE = frozenset({"media", "company", "ngo", "forum", "armed-group", "legislature", "agreement"})
MARK = re.compile(r"<([sorapcl])(\d+)>")
"""s state, o organisation, r region, a adjective of a state, p person, c company or media, l place."""


@dataclass(frozen=True)
class Masked:
    """The masked text of one sentence and the way back."""

    text: str
    origin: tuple[int, ...]
    """Offset in the source of each character."""
    names: tuple[Name, ...]
    sentence: Span

    def span(self, start: int, end: int) -> Span:
        """The source span of a stretch of the masked text."""
        last = self.origin[end - 1]
        behind = next((n.span.end for n in self.names if n.span.start <= last < n.span.end), last + 1)
        return Span(self.sentence.source, self.origin[start], behind)

    def marked(self, text: str) -> tuple[Name, ...]:
        """The states and organisations whose marks stand in a stretch of masked text, in order."""
        return tuple(self.names[int(m[2])] for m in MARK.finditer(text) if m[1] in "soa")


def mask(document: Document, sentence: Span, names: Sequence[Name]) -> Masked:
    """Masks one sentence; `names` are those inside it, in order."""
    source = document.source.text
    pieces: list[str] = []
    origin: list[int] = []
    at = sentence.start
    for number, name in enumerate(names):
        _plain(source, at, name.span.start, pieces, origin)
        mark = f"<{_class(name)}{number}>"
        pieces.append(mark)
        origin += [name.span.start] * len(mark)
        at = max(at, name.span.end)
    _plain(source, at, sentence.end, pieces, origin)
    return Masked("".join(pieces), tuple(origin), tuple(names), sentence)


def _plain(source: str, start: int, end: int, pieces: list[str], origin: list[int]) -> None:
    """Adds lower-case words, white space folded, quotation marks and brackets dropped."""
    for offset in range(start, end):
        char = source[offset]
        if char in _DROPPED:
            continue
        char = " " if char.isspace() else "'" if char == "’" else char.lower()[:1]
        if char == " " and pieces and pieces[-1].endswith(" "):
            continue
        pieces.append(char)
        origin.append(offset)


def _class(name: Name) -> str:
    if name.kind == "organisation":
        entry = gazetteer.lookup(name.canonical)
        return "c" if entry is not None and entry.type in _NO_SIDE else "o"
    if name.kind == "state":
        return "a" if name.adjective else "s"
    return {"region": "r", "person": "p", "place": "l"}.get(name.kind, "c")
