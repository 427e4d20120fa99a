"""The finished memo as data. It holds two kinds of words only: a source's and the house's.

Renderers draw it, `verify` checks it, JSON is its machine view. Nothing here knows a format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefgen.model import Quote, Span
from briefgen.paper.text import Cited, CitedPlace, House, Reference, Run, Text, When, Words

if TYPE_CHECKING:
    # Most runs write no page that shows it.
    from briefgen.paper.evidence import EvidenceView
    from briefgen.paper.provenance import Provenance

__all__ = [
    "Cited", "CitedPlace", "Field", "HeaderField", "House", "Item", "Layout", "Lost", "Memo", "Notes",
    "Reference", "Run", "Section", "SourceEntry", "Text", "When", "Words", "annex_letter", "held_by", "names",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section: a bullet, or a row whose columns are the fields below.

    Fields that do not apply stay empty; JSON leaves them out.
    """

    text: Text
    """The statement, event, matter or point itself."""
    cites: tuple[Span, ...] = ()
    """The places that the line rests on: the sentences that carry its words."""
    refs: tuple[str, ...] = ()
    """Labels of the rows that tell the passage in full; a page prints them in the place of notes."""
    quotes: tuple[Quote, ...] = ()
    """The findings by which its words are somebody's; where nothing is said to be, empty."""
    speaker: Text = ()
    role: Text = ()
    kind: str = ""
    """Key statements: "direct", "mixed", "indirect" or "own"; discrepancies: the kind of difference."""
    when: When | None = None
    place: Text = ()
    occasion: Text = ()
    relation: Text = ()
    """Partners: what the sources say of the relationship."""
    raised_by: Text = ()
    name: str = ""
    """Partners: the name to print."""
    names: tuple[str, ...] = ()
    """Partners: each name, where one row has several."""
    aliases: tuple[str, ...] = ()
    """Partners: other forms the sources print."""
    versions: tuple[Text, ...] = ()
    """Discrepancies: the words of each version, in the order of the section's version columns."""
    positions: tuple[Item, ...] = ()
    """Open issues: what each party says on the matter, an item each."""
    last_word: When | None = None
    """Open issues: day of the newest source that speaks of the matter."""
    label: str = ""
    """Row label: "K1", "O3", the printed number of a source."""
    section: str = ""
    """In the annex of further rows: id of the section that the row is the rest of."""
    lead: Text = ()
    """Printed before the text, its first words set apart: who, or when. JSON has it in fields of its own."""
    band: Text = ()
    """What rows have in common, printed once above the first of them; JSON has it in fields of its own."""
    closing: Text = ()
    """Printed behind text and positions, such as the last word; JSON has it in fields of its own."""
    also: tuple[CitedPlace, ...] = ()
    """Where independent sources tell the same, a place each; `closing` names the first of them and says how
    many there are."""
    further: int = 0
    """Key statements: how many other statements of the speaker there are; `closing` says so."""


Layout = Literal["bullets", "table"]
Notes = Literal["footnote", "bracket", "endnote"]
"""How a line gives its places: a mark with a note of its own, or in brackets behind the words."""
Field = Literal[
    "label", "text", "speaker", "when", "where", "name", "relation", "raised_by", "versions",
    "role", "caveat", "used", "cites",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One section, or annex, of the memo."""

    id: str
    """"in-brief", "background", "key-statements", "partners", "open-issues", "further", "discrepancies",
    "chronology", "sources"."""
    title: str
    layout: Layout
    items: tuple[Item, ...]
    columns: tuple[tuple[Field, str], ...] = ()
    """Table layout: (field, heading) per column. "where" prints place and occasion."""
    note: Text = ()
    """A sentence under the heading."""
    more: Text = ()
    """The last line: how many rows stand elsewhere or nowhere."""
    gap: str = ""
    """What is printed instead of items when there are none: "Not stated in the sources."."""
    annex: bool = False
    fillable: bool = False
    """Whether it is the officer's to write; the gap says so."""


@dataclass(frozen=True, slots=True)
class HeaderField:
    """One line of the header block."""

    label: str
    value: Text
    """Empty: a blank the officer fills."""
    placeholder: str = ""
    """What a blank shows, e.g. "[to be filled in]"."""
    id: str = ""
    """"to", "from", "date", "basis"; a format may tie a control to it."""
    fillable: bool = False
    """Whether the officer may write there."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One document in the memo's list of sources."""

    id: str
    """The number it has in the memo: "S1" is cited most."""
    source: str
    """`Source.id`, its number in the order of reading."""
    file: str
    sha256: str
    title: Text
    publisher: Text
    published: When
    url: str
    flags: tuple[str, ...]
    """Flag kinds, for machines."""
    caveats: tuple[Text, ...]
    """The same as sentences of the house."""
    origin: str
    """`Source.id` of the document it derives from; its own when it stands alone."""
    used: bool
    """Whether a line of the memo cites it."""
    language: str = ""
    """BCP 47 tag of its words; "" when it is not known."""
    genre: str = ""
    """What kind of text it is, "report"; "" when it is not known."""
    confidential: bool = False
    """Whether the user marked it so: of its text nothing leaves the house but what is cited."""


class Lost(NamedTuple):
    """A document that could not be read, or not with all that is in it."""

    file: str
    reason: str
    """Slug of the problem."""
    source: str | None = None
    """`Source.id`, where it became a source all the same."""


@dataclass(frozen=True)
class Memo:
    """The whole memo."""

    topic: str
    """Slug; also the stem of the file's name."""
    title: str
    as_of: str | None
    generator: str
    """"briefgen 0.1.0"."""
    language: str
    """BCP 47 tag of the house's words, "en-GB"."""
    header: tuple[HeaderField, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    """In the order of their numbers."""
    places: tuple[CitedPlace, ...]
    """One for each distinct cited span."""
    marking: str = ""
    """Handling marking for header and footer; set by the officer's house, never guessed."""
    actor: str | None = None
    """Name of the principal actor; None where none is clear."""
    actor_known: str | None = None
    """How it is known: "asked", "topic", "named" or "acts"."""
    kind: str = ""
    """The line over the title: "BRIEFING MEMO – FOR INFORMATION"."""
    length: str = "standard"
    """"short", "standard" or "full"."""
    legend: Text = ()
    """One line below the header block: how the page marks what it prints."""
    lost: tuple[Lost, ...] = ()
    provenance: Provenance | None = None
    """What it was made from and with."""
    evidence: EvidenceView | None = None
    """What a reader needs to judge it by; made only where a format shows it."""

    @cached_property
    def source_of(self) -> Mapping[str, SourceEntry]:
        """The sources by their `Source.id`; of equal ids the first."""
        return {entry.source: entry for entry in reversed(self.sources)}

    @cached_property
    def numbered(self) -> Mapping[str, SourceEntry]:
        """The sources by the number they have in the memo."""
        return {entry.id: entry for entry in reversed(self.sources)}

    @cached_property
    def place_of(self) -> Mapping[Span, CitedPlace]:
        """The places by their span."""
        return {place.span: place for place in self.places}

    @cached_property
    def rows(self) -> Mapping[str, Item]:
        """The rows of all sections but the sources by their label; of equal labels the first."""
        rows = (item for section in self.sections if section.id != "sources" for item in section.items)
        return {item.label: item for item in reversed(tuple(rows)) if item.label}

    def number(self, target: str) -> str:
        """What stands for a reference: the number of a source in this memo, the letter of an annex, or the
        label itself."""
        entry = self.source_of.get(target)
        return entry.id if entry else self.annexes.get(target, target)

    @cached_property
    def annexes(self) -> Mapping[str, str]:
        """The letters of the annexes by the id of their section."""
        ids = (section.id for section in self.sections if section.annex)
        return {id_: annex_letter(number) for number, id_ in enumerate(ids, 1)}

    @property
    def made_from(self) -> Text:
        """The line that says what it was made from and with; empty where none does."""
        more = (section.more for section in self.sections if section.id == "sources")
        return next(more, ())

    def said(self, text: Text, words: Words) -> str:
        """The words of a text one after the other, references as the numbers that stand for them."""
        found = ""
        for run in text:
            if isinstance(run, Cited):
                found += words(run.span)
            else:
                found += self.number(run.target) if isinstance(run, Reference) else run.text
        return found

    def unheld(self, item: Item) -> tuple[Span, ...]:
        """The places of an item that no row it refers to holds: those that need a note."""
        held = [span for label in item.refs if label in self.rows for span in held_by(self.rows[label])]
        return tuple(cite for cite in item.cites if not any(cite.overlaps(span) for span in held))


def annex_letter(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA, as Word letters lists."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def names(row: Item) -> tuple[Span, ...]:
    """The places by which a row makes its sources count as cited: those that it tells, and of those that tell
    the same the ones whose source it names."""
    named = {run.target for run in row.closing if isinstance(run, Reference)}
    return (*held_by(row), *(place.span for place in row.also if place.span.source in named))


def held_by(row: Item) -> tuple[Span, ...]:
    """The places that a row tells: its own, and those of the positions in it."""
    return (*row.cites, *(cite for position in row.positions for cite in position.cites))
