"""Words and shapes of what a page prints around an article."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.lexicon.cells import one_of, phrase, some_parts, whole, word
from briefgen.lexicon.schema import Table, Words

LABELS = (
    "archived",
    "caption",
    "copyright",
    "credit",
    "disclaimer",
    "furniture",
    "original-url",
    "section",
    "syndication",
    "topic",
)
_label = one_of(*LABELS)


class Field(NamedTuple):
    """A field name that an editing system prints above a value."""

    name: str
    kind: str


class LineRow(NamedTuple):
    """Whole lines of one kind."""

    label: str
    rule: str
    phrases: tuple[str, ...]


class Start(NamedTuple):
    """Beginnings of lines of one kind."""

    label: str
    rule: str
    most: int
    """Words of the longest such line."""
    phrases: tuple[str, ...]


class Shape(NamedTuple):
    """The shape of a line."""

    label: str
    rule: str
    most: int
    pattern: str
    """A regular expression; `clean` compiles them all as one."""


fields = Table("furniture/fields.tsv", Field, phrase, one_of("teaser", "topic", "publisher", "section"))
lines = Table("furniture/lines.tsv", LineRow, _label, word, some_parts, key=None)
starts = Table("furniture/starts.tsv", Start, _label, word, whole, some_parts, key=None)
shapes = Table("furniture/patterns.tsv", Shape, _label, word, whole, phrase, key=None)
grammar_words = Words("furniture/grammar_words.txt")
media_jobs = Words("furniture/media_jobs.txt")
notice_words = Words("furniture/notice_words.txt")
open_ends = Words("furniture/open_ends.txt")
picture_sources = Words("furniture/picture_sources.txt")
reader_words = Words("furniture/reader_words.txt")
