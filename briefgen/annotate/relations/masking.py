"""A sentence with its names as marks, so that patterns read words and names alike.

"The EU's accord with “Japan” and India" becomes "the <0>'s accord with <1+2>": lower case, straight
apostrophes, no quotation marks or brackets; states and organisations joined by commas and "and", with
their offices and persons, are one mark that holds their numbers. Other names keep a letter: <r3>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.annotate.relations.office import office
from briefgen.english import gazetteer
from briefgen.english.marks import DOUBLES
from briefgen.model import Document, Name, Span

_DROPPED = DOUBLES | frozenset("‘‚[]<>")
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
    document: Document

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
def _member() -> re.Pattern[str]:
    """One member of a list: a state or organisation, alone or with offices and a person, or another name."""
    party = rf"<(?:[so]\d+>(?:'s?)?|a\d+>){office()}(?: <p\d+>)?|<[so]\d+>"
    return re.compile(rf"(?:the |both )?(?:fellow |other )?(?:{party}|<[prl]\d+>)")


_COMMA = re.compile(r", (?:including |such as )?")
_LAST = re.compile(r",? (?:and|or|as well as|along with) ")
_PARTY = re.compile(r"<[soa]\d")
_PARTY_MARK = re.compile(r"<([sopral])(\d+)>")
_MEMBERS = 20  # of one list; longer ones are tables or no prose


def _lists(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each member or list; a list needs "and", as a comma alone joins clauses too."""
    found = _member().search(text)
    while found:
        end = at = found.end()
        for _ in range(_MEMBERS + 1):
            last = _behind(_LAST, text, at)
            while last:  # "A and B and C"
                end, last = last, _behind(_LAST, text, last)
            if end > at:
                break
            at = _behind(_COMMA, text, at)
            if not at:
                break
        yield found.start(), end
        found = _member().search(text, end)


def _behind(joint: re.Pattern[str], text: str, at: int) -> int:
    """Where the member behind a joint ends; 0 when there is none."""
    joined = joint.match(text, at)
    member = _member().match(text, joined.end()) if joined else None
    return member.end() if member else 0


def _grouped(text: str, origin: list[int]) -> tuple[str, tuple[int, ...]]:
    """Joins the parties of a list into one mark; lists without a party stay as they are."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in _lists(text):
        if not _PARTY.search(text, start, end):
            continue
        numbers = "+".join(mark[2] for mark in _PARTY_MARK.finditer(text, start, end))
        mark = f"<{numbers}>"
        pieces += [text[at:start], mark]
        places += origin[at:start]
        places += [origin[start]] * (len(mark) - 1) + [origin[end - 1]]
        at = end
    return "".join([*pieces, text[at:]]), tuple(places + origin[at:])


def mask(document: Document, sentence: Span, names: Sequence[Name]) -> Masked:
    """Masks one sentence; `names` are those inside it, in order."""
    source = document.source.text
    pieces: list[str] = []
    origin: list[int] = []
    at = sentence.start
    for number, name in enumerate(names):
        if _told_by_next(source, names[number : number + 2]) or _repeats(source, names, number):
            _plain(source, at, name.span.start, pieces, origin)
            at = max(at, name.span.end)
            continue
        _plain(source, at, name.span.start, pieces, origin)
        mark = f"<{_class(name)}{number}>"
        pieces.append(mark)
        origin += [name.span.start] * len(mark)
        at = max(at, name.span.end)
    _plain(source, at, sentence.end, pieces, origin)
    text, places = _grouped("".join(pieces), origin)
    return Masked(text, places, tuple(names), sentence, document)


def _told_by_next(source: str, names: Sequence[Name]) -> bool:
    """Whether a state only says whose the body behind it is: "the U.S. Wind Power Agency" is one side."""
    if len(names) < 2 or names[0].kind != "state":
        return False
    name, body = names
    own = gazetteer.introduced(body.kind, body.canonical)
    return own and source[name.span.end : body.span.start] == " "


def _repeats(source: str, names: Sequence[Name], number: int) -> bool:
    """Whether a name is the abbreviation in brackets behind its own full form."""
    last, name = names[number - 1], names[number]
    between = source[last.span.end : name.span.start] if number else ""
    return last.key == name.key and between.split() == ["("]


def _plain(source: str, start: int, end: int, pieces: list[str], origin: list[int]) -> None:
    """Adds lower-case words, white space folded, quotation marks and brackets dropped."""
    blank = bool(pieces) and pieces[-1].endswith(" ")
    for offset, char in enumerate(map(_shown, source[start:end]), start):
        if char and not (blank and char == " "):
            pieces.append(char)
            origin.append(offset)
            blank = char == " "


@cache
def _shown(char: str) -> str:
    """A character as it is masked; "" when it is dropped."""
    if char in _DROPPED:
        return ""
    return " " if char.isspace() else "'" if char == "’" else char.lower()[:1]


def _class(name: Name) -> str:
    if name.kind == "organisation":
        entry = gazetteer.lookup(name.canonical)
        return "o" if entry is None or gazetteer.takes_sides(entry) else "c"
    if name.kind == "state":
        return "a" if name.adjective else "s"
    if name.kind == "region" and name.adjective:
        return "c"
    return {"region": "r", "person": "p", "place": "l"}.get(name.kind, "c")
