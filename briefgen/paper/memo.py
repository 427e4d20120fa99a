"""The finished memo as data. It holds two kinds of words only: a source's and the house's.

Renderers draw it, `verify` checks it, JSON is its machine view. Nothing here knows a format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefgen.model import Span, Status

if TYPE_CHECKING:
    from briefgen.paper.house import HouseStyle


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source, printed character for character (Unicode spaces folded, nothing else)."""

    span: Span


@dataclass(frozen=True, slots=True)
class House:
    """Words of the house: labels and phrases from house.toml, dates and numbers we print ourselves."""

    text: str


Run = Cited | House
Words = Callable[[Span], str]
"""Gives the exact words of a span: `Corpus.text`."""
Text = tuple[Run, ...]
"""Words in a row, printed without anything between them: put blanks into House runs."""


class When(NamedTuple):
    """A date in the memo, with how it is known."""

    value: str | None
    """ISO with the precision known; None when unknown."""
    status: Status
    text: Text
    """What is printed: "22 July 2025 (resolved from “on Tuesday”)"."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section: a bullet, or a row whose columns are the fields below.

    Fields that do not apply stay empty; JSON leaves them out.
    """

    text: Text
    """The statement, event, issue or point itself."""
    cites: tuple[Span, ...] = ()
    """What the footnotes point to, one footnote each; the sentence that carries the words."""
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
    label: str = ""
    """Row label: "K1", "O3", a source's id."""


class ItemField(NamedTuple):
    """How a field of an item is printed and written."""

    name: str
    """Of the field in `Item`."""
    words: Callable[[Item], tuple[Text, ...]]
    """Its words; a field of several, such as `versions`, gives a text for each."""
    columns: tuple[Field, ...]
    """Columns of a table that print it, with a comma behind the field before it."""
    key: str | None = None
    """Key in JSON; None: not written there as words."""
    several: bool = False
    """Whether JSON writes a list."""
    opens_with_name: bool = False
    """Whether its first words are a name, which a format may set apart."""


Layout = Literal["bullets", "table"]
Field = Literal[
    "label", "text", "speaker", "when", "where", "name", "relation", "raised_by", "versions",
    "role", "caveat", "used", "cites",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One section, or annex, of the memo."""

    id: str
    """"in-brief", "background", "key-statements", "partners", "open-issues", "discrepancies",
    "chronology", "sources"."""
    title: str
    layout: Layout
    items: tuple[Item, ...]
    columns: tuple[tuple[Field, str], ...] = ()
    """Table layout: (field, heading) per column. "where" prints place and occasion."""
    note: Text = ()
    """A sentence under the heading."""
    gap: str = ""
    """What is printed instead of items when there are none: "Not stated in the sources."."""
    annex: bool = False


@dataclass(frozen=True, slots=True)
class HeaderField:
    """One line of the header block."""

    label: str
    value: Text
    """Empty: a blank the officer fills."""
    placeholder: str = ""
    """What a blank shows, e.g. "[to be filled in]"."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One document in the memo's list of sources."""

    id: str
    file: str
    sha256: str
    title: Text
    publisher: Text
    published: When
    url: str
    flags: tuple[str, ...]
    """Flag kinds, for machines."""
    caveats: tuple[str, ...]
    """The same as sentences of the house."""
    origin: str
    """Id of the document it derives from; its own when it stands alone."""
    used: bool


@dataclass(frozen=True, slots=True)
class Footnote:
    """What one citation prints: all but the words, which stay in the text."""

    span: Span
    source: str
    """Id, "S1"."""
    place: str
    """"line 68"."""
    text: str
    """The whole note as printed: publisher, title, date, file, place."""
    line: int
    """Number of the line on which the span starts, counted from 1."""


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
    footnotes: tuple[Footnote, ...]
    """One per distinct cited span, numbered from 1 in order of first appearance."""
    marking: str = ""
    """Handling marking for header and footer; set by the officer's house, never guessed."""
    actor: str | None = None
    """Name of the principal actor; None where none is clear."""
    actor_known: str | None = None
    """How it is known: "asked", "topic", "named" or "acts"."""

    @cached_property
    def source_of(self) -> Mapping[str, SourceEntry]:
        """The sources by their id; of equal ids the first."""
        return {entry.id: entry for entry in reversed(self.sources)}


def _house(*words: str) -> tuple[Text, ...]:
    return tuple((House(one),) for one in words if one)


ITEM_FIELDS: tuple[ItemField, ...] = (
    ItemField("text", lambda i: (i.text,), ("text",), "text"),
    ItemField("speaker", lambda i: (i.speaker,), ("speaker",), "speaker", opens_with_name=True),
    ItemField("role", lambda i: (i.role,), ("speaker", "role"), "role"),
    ItemField("place", lambda i: (i.place,), ("where",), "place"),
    ItemField("occasion", lambda i: (i.occasion,), ("where",), "occasion"),
    ItemField("relation", lambda i: (i.relation,), ("relation",), "relation"),
    ItemField("raised_by", lambda i: (i.raised_by,), ("raised_by",), "raised_by"),
    ItemField("name", lambda i: _house(i.name), ("name",), "name", opens_with_name=True),
    ItemField("names", lambda i: _house(*i.names), (), "names", several=True),
    ItemField("aliases", lambda i: _house(*i.aliases), (), "aliases", several=True),
    ItemField("when", lambda i: (i.when.text,) if i.when else (), ("when",)),
    ItemField("versions", lambda i: i.versions, ("versions",), "versions", several=True),
    ItemField("label", lambda i: _house(i.label), ("label",)),
)
"""The fields of an item that a page prints or JSON writes, in the order of JSON; columns, pages and JSON
follow from it. `verify` has a list of its own, so that a slip here is found. `kind` is neither printed nor
written; `cites` become notes; JSON writes `when` with its status; the house words `aliases` on a page."""


BlockKind = Literal["title", "heading", "line", "cell"]


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One paragraph, heading or table cell of a memo, as plain text."""

    kind: BlockKind
    text: str
    notes: tuple[int, ...] = ()
    """Numbers of the footnote marks it carries."""


Own = Callable[[Memo, "HouseStyle"], Callable[[str], bool]]
"""Gives for a memo and a house the test whether the format's template may have put a text there."""


def nothing_own(memo: Memo, style: HouseStyle) -> Callable[[str], bool]:
    """For a format without a template that adds words: no text is its own."""
    del memo, style
    return lambda text: False


@dataclass(frozen=True, slots=True)
class Reopened:
    """What was read back from a finished file, whatever its format."""

    view: Literal["page", "data"]
    """"page": what a reader sees in order; "data": the fields of each item (JSON)."""
    blocks: tuple[ReadBlock, ...]
    notes: tuple[str, ...]
    """Text of the footnotes; note 1 comes first."""
    margins: tuple[str, ...] = ()
    """Text of page headers and footers."""
    own: Own = nothing_own
    """What the format's own template may have added to the memo's words."""
