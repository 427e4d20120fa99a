"""The records that the stages hand to each other. All frozen; text is never changed, only pointed at.

A stage adds one layer to a `Document`; it never edits another layer. Offsets are code points of
`Source.text`, which is the file decoded with its line ends as they are.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from briefgen.errors import BriefgenError

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
CITABLE: frozenset[Label] = frozenset({"teaser", "body"})
"""Labels whose sentences may become lines of a memo."""

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "institution", "state", "document", "unnamed"]
NameKind = Literal["state", "organisation", "region", "place", "person", "unconfirmed"]
Status = Literal["stated", "resolved", "inferred", "undated", "user"]
"""How a date is known: printed in full; worked out from an anchor; taken from another document of
the same origin; not known; said by the user in a sidecar file."""
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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in one source; it names its source, so it needs no back pointer."""

    source: str
    """`Source.id`."""
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}..{self.end} in {self.source}")

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.source == other.source and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Source:
    """One document as it was read: the immutable text everything else points into."""

    id: str
    """"S1", "S2" ... in reading order."""
    file: str
    """Path relative to the folder given, with forward slashes; for one record of many, "dump.json#3"."""
    sha256: str
    """Of the file's bytes."""
    text: str
    encoding: str = "utf-8"
    stated: Mapping[str, str] = field(default_factory=dict)
    """Metadata the container itself gives (HTML head, mail header, JSON field), by `META_KEYS`."""
    by_user: Mapping[str, str] = field(default_factory=dict)
    """Metadata from a sidecar NAME.meta.toml, by `META_KEYS`; wins over everything, shown as the user's."""
    places: tuple[tuple[int, str], ...] = ()
    """(offset, label) of the places a person can find ("page 2"); empty: line numbers are used."""
    clean: bool = False
    """True when the reader already removed page furniture (HTML main text), so that line rules stay off."""

    @cached_property
    def _line_starts(self) -> list[int]:
        """Offsets at which lines start, as an editor counts them (LF, CRLF or a lone CR)."""
        return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", self.text))]

    def line(self, offset: int) -> int:
        """Number of the line that holds `offset`, counted from 1."""
        return bisect.bisect_right(self._line_starts, offset)

    def place(self, offset: int) -> str:
        """Where a person finds `offset`: "line 12", or the label of its page or paragraph."""
        if not self.places:
            return f"line {self.line(offset)}"
        index = bisect.bisect_right(self.places, (offset, "\U0010ffff")) - 1
        return self.places[max(index, 0)][1]

    def span(self, start: int, end: int) -> Span:
        """The span of this source from `start` to `end`."""
        return Span(self.id, start, end)


META_KEYS = (
    "title",
    "publisher",
    "original_publisher",
    "author",
    "url",
    "language",
    "section",
    "published",
    "updated",
    "reliability",
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or furniture line, labelled. Wrapped lines of a paragraph are one block."""

    span: Span
    label: Label
    rule: str
    """Name of the cleaning rule that chose the label, for `briefgen why`."""


@dataclass(frozen=True, slots=True)
class Fact:
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
    "date-conflict",
    "unbalanced-quotes",
    "not-english",
    "furniture-only",
    "truncated",
]


@dataclass(frozen=True, slots=True)
class Flag:
    """A caveat about a document that a reader must see beside it."""

    kind: FlagKind
    span: Span | None = None
    """Evidence in this document."""
    detail: str = ""
    """A name the house phrase needs: the publisher a reprint is of, the source a rewrite is of."""


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
    published: DocumentDate = DocumentDate(None, "undated")
    flags: tuple[Flag, ...] = ()


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
    """TIMEX3 value: "2025-07-22", "2025-05", "XXXX-WXX-2", "P2D", "PRESENT_REF"."""
    granularity: Granularity
    earliest: date | None
    """First and last day the value covers; None when it has no calendar place."""
    latest: date | None
    status: Status
    anchor: Span | None = None
    """The words it was resolved from; None for stated and for undated."""
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


@dataclass(frozen=True)
class Document:
    """One source with its layers; each stage fills one by `dataclasses.replace`."""

    source: Source
    blocks: tuple[Block, ...] = ()
    meta: Metadata = Metadata()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    issues: tuple[Issue, ...] = ()

    def text(self, span: Span) -> str:
        """The exact words of `span`, which must lie in this document."""
        if span.source != self.source.id or span.end > len(self.source.text):
            raise BriefgenError("span-foreign", f"{span} does not lie in {self.source.id}")
        return self.source.text[span.start : span.end]

    def citable(self) -> Iterator[Sentence]:
        """The sentences that may become lines of a memo (body and teaser, not headlines)."""
        return (s for s in self.sentences if self.blocks[s.block].label in CITABLE)

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence in which `span` starts, or None."""
        index = bisect.bisect_right([s.span.start for s in self.sentences], span.start) - 1
        if index < 0 or self.sentences[index].span.end <= span.start:
            return None
        return self.sentences[index]


OriginKind = Literal["original", "reprint", "rewrite", "translation", "duplicate"]


@dataclass(frozen=True, slots=True)
class Kinship:
    """Where a document stands in its group of the same origin."""

    source: str
    origin: str
    """`Source.id` of the document that is nearest to the origin; itself when it stands alone."""
    kind: OriginKind
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """The same statement in two documents of one origin."""

    original: Span
    derived: Span
    score: float


@dataclass(frozen=True, slots=True)
class Divergence:
    """A point where a derived document departs from its origin."""

    kind: str
    """"title", "quote-altered", "qualifier", "number", "omission", "addition", "date" ..."""
    subject: str
    """What it is about, in the sources' words: a person's name, a quoted term; "" if nothing shorter."""
    original: Span | None
    derived: Span | None
    original_at: Span
    """The sentence of each side."""
    derived_at: Span
    severity: Literal["major", "notable", "minor"]


@dataclass(frozen=True)
class Corpus:
    """All documents of a run and what links them."""

    documents: tuple[Document, ...]
    kinships: tuple[Kinship, ...] = ()
    pairs: tuple[Pair, ...] = ()
    divergences: tuple[Divergence, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """Documents by `Source.id`."""
        return {d.source.id: d for d in self.documents}

    def text(self, span: Span) -> str:
        """The exact words of `span`: the only way any stage obtains words."""
        return self.by_id[span.source].text(span)

    def document(self, span: Span) -> Document:
        """The document that `span` points into."""
        return self.by_id[span.source]

    def kinship(self, source: str) -> Kinship:
        """Where a document stands; a document alone is its own origin."""
        found = (k for k in self.kinships if k.source == source)
        return next(found, Kinship(source, source, "original"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that bears on the topic, and why."""

    span: Span
    score: float
    """0..1 inside one selection; comparable only there."""
    reasons: tuple[str, ...]
    """What a user can read: 'names "Japan" (region: Asia)', 'paragraph speaks of "security"'."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the folder holds for one topic."""

    evidence: tuple[Evidence, ...]
    """In order of score, ties in reading order."""
    used: tuple[str, ...]
    """Ids of the documents that give evidence."""
    nearest: tuple[str, ...] = ()
    """When nothing was found: what came nearest, as lines a user can read."""
    rejected: tuple[Evidence, ...] = ()
    """Sentences that were looked at and left out, with the reason, for `briefgen why`."""
