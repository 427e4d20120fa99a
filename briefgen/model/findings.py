"""What annotators find in the text of a document, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.model.metadata import Status
from briefgen.model.source import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "institution", "state", "document", "unnamed"]
NameKind = Literal["state", "organisation", "region", "place", "person", "unconfirmed"]
Granularity = Literal[
    "minute",
    "hour",
    "part-of-day",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half-year",
    "year",
    "decade",
    "century",
    "vague",
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a citable block or headline."""

    span: Span
    block: int
    """Index into `Document.blocks`."""


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a named actor or place."""

    span: Span
    kind: NameKind
    key: str
    """Identity across documents: ISO 3166 code for states ("JP"), table key for organisations and
    regions ("asean", "asia"), full name for persons, the words themselves when unconfirmed."""
    canonical: str
    """Name to print, e.g. "South Korea"."""
    adjective: bool = False
    """True for a demonym or adjective ("Japanese", "Asian")."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One temporal expression and what it means."""

    span: Span
    """The words as printed."""
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    """TIMEX3 value: "2025-07-22", "2025-05", "XXXX-WXX-2", "P2D", "PRESENT_REF"; a range
    as an ISO interval, "2025-07-10/2025-07-12"."""
    granularity: Granularity
    earliest: date | None
    """First and last day the value covers; None when it has no calendar place."""
    latest: date | None
    status: Status
    anchor: Span | None = None
    """The words it was resolved from. None for stated and undated, and where an undated document is
    resolved by its bounds ("this year" of a document that lies in one year)."""
    alternatives: tuple[str, ...] = ()
    """Other readings when cues conflict; then `status` is "undated" and no single day is claimed."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that is quoted, resolved inside one document."""

    key: str
    """Identity inside and across documents: the fullest name, case folded; "" when unnamed."""
    name: Span
    """The fullest form of the name in this document (or the description of an unnamed speaker)."""
    kind: SpeakerKind
    role: Span | None = None
    """The longest title or apposition this document gives for the speaker, word for word."""
    behalf: Span | None = None
    """For a spokesperson: whom the words are said for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement: quoted stretches of one speech act, or reported content."""

    kind: QuoteKind
    parts: tuple[Span, ...]
    """Direct and mixed: the quoted stretches without their marks, in order. Indirect: the content."""
    frame: tuple[Span, ...]
    """The sentence or sentences of the reporter that hold the parts and the attribution, in order."""
    cue: Span | None = None
    """The speech verb or "according to"."""
    mention: Span | None = None
    """The mention that licenses the speaker ("she"); None: not determined."""
    speaker: Speaker | None = None
    """None: not determined. Never a guess."""
    relayed: Span | None = None
    """In "X said that Y thinks": the words that name Y."""
    dated: DateMention | None = None
    """The date of the saying, when the text gives one; else the document's date counts."""
    place: Span | None = None
    occasion: Span | None = None


RelationKind = Literal["has", "seeks", "asked", "announced", "counterpart", "obstacle"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship between named actors, as one sentence states it."""

    sentence: Span
    cue: Span
    """The relation words, "signed a broad “strategic partnership” with"."""
    kind: RelationKind
    actor: Name | None
    """The side that has, seeks or is asked; None when only implied."""
    partners: tuple[Name, ...]


IssueKind = Literal["unresolved", "contested", "conditional", "requested", "obstructed", "pending", "concern"]


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter that a sentence presents as open."""

    sentence: Span
    cue: Span
    kind: IssueKind
    holder: Span | None
    """Who raises it, as printed; None: the reporter."""
