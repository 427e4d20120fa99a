"""An original and a document derived from it, with what a detector asks about the whole of either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from briefgen.english.words import plain
from briefgen.link.offices import Office, offices
from briefgen.link.statement import SharedStatement, Side
from briefgen.link.version import Version
from briefgen.model import Divergence, Span

Severity = Literal["major", "notable", "minor"]


@dataclass(frozen=True)
class Whole:
    """All of one document, as one side."""

    version: Version

    @cached_property
    def side(self) -> Side:
        """All its sentences."""
        return Side(self.version, self.version.sentences)

    @cached_property
    def capitals(self) -> str:
        """The first letters of its capitalised words in a row; the acronyms of its names lie in there."""
        return "".join(token.text[0] for token in self.side.tokens if token.capital)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first five letters, folded, of its longer capitalised words."""
        return frozenset(plain(t.text)[:5] for t in self.side.tokens if t.capital and len(t.text) > 5)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Its words of three capitals and more."""
        return frozenset(t.text for t in self.side.tokens if len(t.text) > 2 and t.text.isupper())

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Every office it gives to a person by name."""
        return offices(self.side)

    @cached_property
    def held(self) -> Mapping[str, tuple[Office, ...]]:
        """Person to the offices given, in order."""
        found: dict[str, list[Office]] = {}
        for office in self.offices:
            found.setdefault(office.person, []).append(office)
        return {person: tuple(some) for person, some in found.items()}


@dataclass(frozen=True)
class Pairing:
    """The two documents of one origin."""

    original: Whole
    derived: Whole


def pairing(original: Version, derived: Version) -> Pairing:
    """The pairing of two versions."""
    return Pairing(_whole(original), Whole(derived))


@lru_cache(maxsize=8)  # many documents may be made from one
def _whole(version: Version) -> Whole:
    return Whole(version)


class Change(NamedTuple):
    """What differs, before it is placed in its sentences; at least one side has words."""

    kind: str
    original: Span | None
    derived: Span | None
    severity: Severity
    subject: str = ""


def placed(change: Change, statement: SharedStatement) -> Divergence:
    """The change with the sentence of each side that holds it, or stands for the one that would."""
    return Divergence(
        change.kind,
        change.subject or _speaker(change, statement.original),
        change.original,
        change.derived,
        statement.original.sentence_of(change.original),
        statement.derived.sentence_of(change.derived),
        change.severity,
    )


def _speaker(change: Change, side: Side) -> str:
    """Whose words a changed quotation of the original is, when the quotes stage knows; else ""."""
    if change.original is None or not change.kind.startswith(("quote", "bracket")):
        return ""
    document, at = side.version.document, change.original
    quotes = (quote for quote, _ in document.parts_at.over(at))
    return next((document.text(q.speaker.name) for q in quotes if q.speaker), "")
