"""What was selected from a corpus for a topic, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefgen.model.source import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that bears on the topic, and why."""

    span: Span
    score: float
    """0..1 inside one selection; comparable only there."""
    reasons: tuple[str, ...]
    """What a user can read: 'names "Japan" (region: Asia)', 'paragraph speaks of "security"'."""


class Considered(NamedTuple):
    """A document looked at for a topic, and how it stands to it."""

    source: str
    weight: float
    """How much it bears on the topic; comparable inside one selection."""
    bears: bool
    """Whether it holds a sentence on the topic, be it as the copy of another document."""
    reason: str


class NamedOften(NamedTuple):
    """A name and how often it stands in a document."""

    name: str
    """As English prints it."""
    times: int


class ForeignText(NamedTuple):
    """What a document in another language, which is not read, has to do with a topic."""

    source: str
    topic: int
    """How often it has a name or a word of the topic."""
    names: tuple[NamedOften, ...]
    """Other names that the documents which are read have too, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name that the folder gives for words of a call."""

    words: str
    """What is looked for as well: "NORLIS"."""
    stands_for: str
    """The name that holds the words of the call: "trilateral security partnership"."""
    given: Span
    """The sentence that gives both."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the folder holds for one topic."""

    evidence: tuple[Evidence, ...]
    """In order of score, ties in reading order."""
    used: tuple[str, ...]
    """Ids of the documents that give evidence, the one that bears most on the topic first."""
    nearest: tuple[str, ...] = ()
    """When nothing was found: what came nearest, as lines a user can read."""
    rejected: tuple[Evidence, ...] = ()
    """Sentences that were looked at and left out, with the reason, for `briefgen why`."""
    unsaid: tuple[str, ...] = ()
    """Words of the call that no document says, as lines a user can read, with words that look like them."""
    considered: tuple[Considered, ...] = ()
    """All documents, the one that bears most on the topic first."""
    aliases: tuple[Alias, ...] = ()
    """Other names of the folder for the words of the call that were looked for as well."""
    foreign: tuple[ForeignText, ...] = ()
    """The documents in other languages, in reading order."""
