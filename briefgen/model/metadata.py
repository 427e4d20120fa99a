"""What is known about a document: labelled blocks, facts with their evidence, flags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from briefgen.model.source import Span

Label = Literal[
    # kept: the article
    "headline",
    "teaser",
    "body",
    "caption",
    # facts about the document: feed metadata and caveats, never statements
    "dateline",
    "byline",
    "publisher",
    "syndication",
    "original-url",
    "archived",
    "section",
    "topic",
    "credit",
    "copyright",
    "disclaimer",
    # dropped
    "furniture",
]
KEPT: frozenset[Label] = frozenset({"headline", "teaser", "body", "caption"})
"""Labels that belong to the article as a reader sees it."""
PROSE: frozenset[Label] = frozenset({"headline", "teaser", "body"})
"""Labels whose words are read: split into sentences, searched for speech, dates and names of speakers.
Captions are left out: they tell of the picture."""
CITABLE: frozenset[Label] = frozenset({"teaser", "body"})
"""Labels whose sentences may become lines of a memo."""
SIGNED: frozenset[Label] = frozenset({"byline", "dateline"})
"""Labels of lines that say who wrote the article, and when."""
Status = Literal["stated", "resolved", "inferred", "undated", "user"]
"""How a date is known: printed in full; worked out from an anchor; taken from another document of
the same origin; not known; said by the user in a sidecar file."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or furniture line, labelled. Wrapped lines of a paragraph are one block."""

    span: Span
    label: Label
    rule: str
    """Name of the cleaning rule that chose the label, for `briefgen why`."""


class Fact(NamedTuple):
    """One piece of metadata with its evidence."""

    value: str
    span: Span | None
    """The words it was read from; None when it was not printed in the text."""
    status: Status = "stated"


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document was published, and how that is known."""

    value: str | None
    """ISO with the precision known: "2025-07-21", "2025-05", "2025"; None when undated."""
    status: Status
    evidence: Span | None = None
    earliest: date | None = None
    """Bounds also stand when `value` is None; either may be open."""
    latest: date | None = None
    partial: str | None = None
    """What an undated document still says of itself, as TIMEX3, e.g. "XXXX-07-21"."""
    note: str = ""
    """Short slug of the rung of evidence: "stamp", "dateline", "byline", "origin S1", "sidecar" ..."""

    @property
    def day(self) -> date | None:
        """The day when it is known to the day, else None."""
        known = self.value is not None and len(self.value) == 10
        return date.fromisoformat(self.value) if known and self.value else None


FlagKind = Literal[
    "archived",
    "undated",
    "reprint",
    "rewrite",
    "translation",
    "duplicate",
    "secondary-copy",
    "updated",
    "disclaimer",
    "restricted",
    "confidential",
    "date-conflict",
    "unbalanced-quotes",
    "not-english",
    "furniture-only",
    "truncated",
    # what of the file is not in its text: see `Omission`
    "hidden-text",
    "outside-article",
    "reading-order",
    "left-out",
    # faults of the program: nothing of the document, or not all of it, could be read
    "document-failed",
    "layer-failed",
]


class Flag(NamedTuple):
    """A caveat about a document that a reader must see beside it."""

    kind: FlagKind
    span: Span | None = None
    """Evidence in this document."""
    detail: str = ""
    """A name the house phrase needs: the publisher a reprint is of, the source a rewrite is of."""


Genre = Literal[
    "report",
    "release",
    "speech",
    "joint-statement",
    "readout",
    "transcript",
    "interview",
    "question-time",
    "fact-sheet",
    "list",
    "analysis",
    "opinion",
    "letter",
    "minutes",
]
"""What kind of text a document is. "speech": the speech or statement of one; "transcript": briefings, press
conferences and hearings too."""


@dataclass(frozen=True, slots=True)
class DocumentGenre:
    """What kind of text a document is, and how that is known."""

    value: Genre = "report"
    rule: str = "no-sign"
    """Short slug of the sign: "title", "title-start", "head", "section", "labels", "first-sentence",
    "writer-note", "items", "questions"."""
    evidence: Span | None = None
    """None where nothing is printed: no sign, or a title that the container states."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; every fact with its evidence, None when not stated."""

    title: Fact | None = None
    publisher: Fact | None = None
    original_publisher: Fact | None = None
    author: Fact | None = None
    url: Fact | None = None
    language: str = "en"
    section: Fact | None = None
    genre: DocumentGenre = DocumentGenre()
    published: DocumentDate = DocumentDate(None, "undated")
    flags: tuple[Flag, ...] = ()
