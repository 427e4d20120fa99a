"""What annotators find in the text of a document, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from briefgen.model.metadata import Status
from briefgen.model.source import Span

QuoteKind = Literal["direct", "mixed", "indirect", "own"]
""""own": a sentence of a text that is somebody's own words, such as a turn of a transcript or a speech, where
no quotation marks stand."""
TurnKind = Literal["own", "question", "procedure"]
""""question": of somebody who asks; "procedure": of who leads through the event. Neither is a statement."""
ActorKind = Literal["person", "state", "organisation", "region", "place", "document", "unconfirmed"]
"""What a name or a speaker is; "unconfirmed" where nothing vouches for a name."""
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


class Turn(NamedTuple):
    """A stretch of a document in one voice: what stands behind a speaker's label, or a whole speech."""

    kind: TurnKind
    span: Span
    """From the first word, without the label, to the last; it may run over several blocks."""
    label: Span | None = None
    """The words that name who speaks: "MR. KIRBY", or in the title of a speech; None: not said."""
    asked: Span | None = None
    """The question that an answer follows."""


class Sentence(NamedTuple):
    """One sentence of a citable block or headline."""

    span: Span
    block: int
    """Index into `Document.blocks`."""


class Name(NamedTuple):
    """A mention of a named actor or place."""

    span: Span
    kind: ActorKind
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

    key: str | None
    """Identity inside and across documents, the same as that of a `Name`; None when unnamed: two officials
    without a name are not known to be one."""
    name: Span
    """The fullest form of the name in this document (or the description of an unnamed speaker)."""
    kind: ActorKind
    role: Span | None = None
    """The longest title or apposition this document gives for the speaker, word for word."""
    behalf: Span | None = None
    """For a spokesperson: whom the words are said for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement: quoted stretches of one speech act, or reported content."""

    kind: QuoteKind
    parts: tuple[Span, ...]
    """Direct and mixed: the quoted stretches without their marks, in order. Indirect: the content. Own: the
    sentence."""
    frame: tuple[Span, ...]
    """The sentence or sentences of the reporter that hold the parts and the attribution, in order."""
    cue: Span | None = None
    """The speech verb or "according to"."""
    mention: Span | None = None
    """The mention that licenses the speaker ("she"); None: not determined."""
    speaker: Speaker | None = None
    """None: not determined. Never a guess."""
    together: tuple[Speaker, ...] = ()
    """All who speak, where several do in one voice ("Norway, Iceland and Denmark said"), in order."""
    joint: Span | None = None
    """The whole mention of those, or of one by two nouns ("the senator and candidate"); else None."""
    relayed: Span | None = None
    """In "X said that Y thinks": the words that name Y."""
    dated: DateMention | None = None
    """The date of the saying, when the text gives one; else the document's date counts."""
    place: Span | None = None
    occasion: Span | None = None

    @property
    def marked(self) -> bool:
        """Whether its words stand between quotation marks in the source."""
        return self.kind in ("direct", "mixed")

    @property
    def voice(self) -> frozenset[str] | None:
        """Identity of whoever speaks; None when nobody is, or somebody without a name."""
        keys = [one.key for one in self.together or (self.speaker,) if one]
        known = frozenset(key for key in keys if key is not None)
        return known if keys and len(known) == len(set(keys)) else None


RelationKind = Literal[
    "has", "seeks", "asked", "announced", "counterpart", "obstacle", "strained", "tension", "former"
]


class Relation(NamedTuple):
    """A relationship between named actors, as one sentence states it."""

    sentence: Span
    cue: Span
    """The relation words that were recognised: "strategic partnership” with"."""
    phrase: Span
    """These as they are printed, with what qualifies them: "a broad “strategic partnership” with"."""
    kind: RelationKind
    actor: Name | None
    """The side that has, seeks or is asked; None when only implied."""
    partners: tuple[Name, ...]
    dated: DateMention | None = None
    """The date of the relation, when its clause gives one; else the document's date counts."""


IssueKind = Literal["unresolved", "contested", "conditional", "requested", "obstructed", "pending", "concern"]


class Issue(NamedTuple):
    """A matter that a sentence presents as open."""

    sentence: Span
    cue: Span
    kind: IssueKind
    core: Span
    """What a clause about it must hold: the cue, or the beginning of the reported words it stands beside."""
    holder: Span | None = None
    """The words that name who raises it; None: the reporter."""
    teller: Span | None = None
    """The words that name who tells of it, where that is another than who raises it."""
    strength: float = 0.0
    """Log-odds that the matter is open."""
