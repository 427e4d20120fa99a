"""Words that tell what kind of text a document is, and whose words its turns are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon.cells import one_of, some_parts
from briefgen.lexicon.schema import Table, Words


class GenrePhrases(NamedTuple):
    """Phrases that name a genre; the file explains the columns."""

    genre: str
    place: str
    phrases: tuple[str, ...]


class TurnLabels(NamedTuple):
    """What stands before a turn and is nobody's name."""

    kind: str
    words: tuple[str, ...]


class Asides(NamedTuple):
    """What stands among a speaker's words and is no statement; the file explains the columns."""

    kind: str
    place: str
    phrases: tuple[str, ...]


phrases = Table(
    "genres/phrases.tsv",
    GenrePhrases,
    one_of(
        *("speech", "joint-statement", "readout", "transcript", "interview", "question-time", "fact-sheet"),
        *("list", "analysis", "opinion", "letter", "minutes", "release"),
    ),
    one_of("title-start", "title", "head", "section"),
    some_parts,
    key=None,
)
labels = Table(
    "genres/labels.tsv",
    TurnLabels,
    one_of("question", "answer", "procedure", "presiding", "field"),
    some_parts,
    key=None,
)
asides = Table(
    "genres/asides.tsv",
    Asides,
    one_of("courtesy", "opening", "procedure", "note", "end"),
    one_of("start", "line"),
    some_parts,
    key=None,
)
salutations = Words("genres/salutations.txt")
speaker_lines = Words("genres/speaker_lines.txt")
closings = Words("genres/closings.txt")


@cache
def label_kinds() -> Mapping[str, str]:
    """Words before a turn, in small letters, to what they are: question, answer, procedure, field ..."""
    return MappingProxyType({word.casefold(): row.kind for row in labels() for word in row.words})
