"""A sentence with its names as marks, so that patterns read words and names alike.

"The EU's accord with “Japan” and India" becomes "the <0>'s accord with <1+2>": lower case, straight
apostrophes, no quotation marks or brackets; states and organisations joined by commas and "and", with
their offices and persons, are one mark that holds their numbers. Other names keep a letter: <r3>.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen import lexicon
from briefgen.lexicon import gazetteer
from briefgen.model import Document, Name, Span

_DROPPED = frozenset('“”"‘‚„«»[]<>')
_NO_SIDE = frozenset({"media", "company", "ngo", "forum", "armed-group", "legislature", "agreement"})
MARK = re.compile(r"<([arpcl]?)([\d+]+)>")
"""No letter: states, organisations; a adjective of a state, r region, p person, c company, l place."""


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
        marks = (m for m in MARK.finditer(text) if m[1] in ("", "a"))
        named = (self.names[int(number)] for m in marks for number in m[2].split("+"))
        return tuple(name for name in named if name.kind in ("state", "organisation"))


@cache
def _parties() -> re.Pattern[str]:
    """One or more parties: a state or organisation, or an adjective with an office; persons between them."""
    offices = "|".join(lexicon.lines("relation_offices"))
    office = rf"(?: (?:of |for |and )?(?:the )?(?:{offices})(?![\w-]))"
    party = rf"(?:<[so]\d+>(?:(?:'s?)?{office}{{1,5}}(?: <p\d+>)?)?|<a\d+>{office}{{1,5}}(?: <p\d+>)?)"
    member = rf"(?:(?:the |both |fellow )?(?:{party}|<[prl]\d+>))"
    more = rf"(?:, (?:including |such as )?{member}){{0,20}}"  # a comma alone joins clauses as well
    return re.compile(rf"{member}(?:{more},? (?:and|or|as well as|along with) {member})?")


_PARTY_MARK = re.compile(r"<([sopral])(\d+)>")


def _grouped(text: str, origin: list[int]) -> tuple[str, tuple[int, ...]]:
    """Joins the parties of a list into one mark; lists without a party stay as they are."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _parties().finditer(text):
        if not re.search(r"<[soa]\d", match[0]):
            continue
        numbers = "+".join(mark[2] for mark in _PARTY_MARK.finditer(match[0]))
        mark = f"<{numbers}>"
        pieces += [text[at : match.start()], mark]
        places += origin[at : match.start()]
        places += [origin[match.start()]] * (len(mark) - 1) + [origin[match.end() - 1]]
        at = match.end()
    return "".join([*pieces, text[at:]]), tuple(places + origin[at:])


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
    text, places = _grouped("".join(pieces), origin)
    return Masked(text, places, tuple(names), sentence)


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
    if name.kind == "region" and name.adjective:
        return "c"
    return {"region": "r", "person": "p", "place": "l"}.get(name.kind, "c")
