"""The words that each field of a memo may print besides those of the passages it cites."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefgen.english.name_case import cased
from briefgen.model import Document, DocumentDate, Name
from briefgen.paper.house import HouseStyle
from briefgen.paper.house_file import slots
from briefgen.paper.memo import Item, Memo
from briefgen.paper.provenance import SHOWN
from briefgen.timex import english
from briefgen.timex.printing import WEEKDAYS
from briefgen.verify.grounds.citations import beside
from briefgen.verify.grounds.made_of import Pieces, is_made_of
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.texts import FieldText

SIGNS = ("“", "”", "…", ",", ";", ":", " ", ".", "(", ")", "–", "/", "and", "more")
"""What joins pieces and stands in no phrase of the house file."""
_COUNTING = frozenset({"header", "more", "note", "relation", "closing", "caveat", "text", "version"})
"""Fields that may hold numbers of their own: how many documents, rows or places there are; which numbers
these are the checks of each field say (`also`, `listing`)."""
_NAMING = frozenset({"name", "alias", "relation"})
_DATING = frozenset({"when", "version", "text"})
"""Fields that may print every day of a passage, not only that of their row."""


class Vocabulary:
    """What the words of one memo may be made of."""

    def __init__(self, memo: Memo, grounds: Grounds) -> None:
        self.memo, self.grounds = memo, grounds
        self._fixed = Pieces((*SIGNS, *fixed(grounds.style)))
        self._rows: dict[int, tuple[Item, Pieces]] = {}

    def knows(self, one: FieldText, words: str) -> bool:
        """Whether words of the house may stand in a field."""
        numbers = one.field in _COUNTING
        if one.item is not None and one.field == "text":
            # A relation that has no room says how many there are more.
            numbers = one.item.section == "partners"
        if is_made_of(words, (self._fixed,), numbers=numbers):
            return True
        if one.item is None or one.section == "sources":
            return is_made_of(words, (self._fixed, self._heads), numbers=True)
        return is_made_of(words, (self._fixed, Pieces(self._of_item(one, one.item))), numbers=numbers)

    def knows_anywhere(self, words: str, item: Item) -> bool:
        """Whether words of the house may stand beside a row on the evidence page, where all may be said."""
        if id(item) not in self._rows:
            said = (word for one in (item, *item.positions) for word in self._anywhere(one))
            self._rows[id(item)] = (item, Pieces(said))
        known = (self._fixed, self._heads, self._rows[id(item)][1])
        return is_made_of(words, known, numbers=True)

    def _anywhere(self, item: Item) -> Iterator[str]:
        yield from days(item, self.grounds, every=True)
        yield from self._recased(item)
        yield from self._partners(item)
        yield from self._difference(item)
        yield from self._places(item)

    def _places(self, item: Item) -> Iterator[str]:
        """The words by which places in the documents of a row are called, and the days of the week."""
        yield "line"
        for document in self.grounds.documents(item.cites):
            yield from (label for _, label in document.source.places)
        yield from WEEKDAYS

    @cached_property
    def _heads(self) -> Pieces:
        """What the heads of the documents, the user and the folder give, for header and list of sources."""
        memo, grounds = self.memo, self.grounds
        found: list[str] = [grounds.title, *(words for _, words in grounds.filled), memo.actor or ""]
        found.append(english(memo.as_of) if memo.as_of else "")
        found += (entry.id for entry in memo.sources)
        if one := grounds.provenance:
            found += (
                word
                for file in (one.topic, one.house, one.sources)
                for word in (file.name, file.sha256[:SHOWN])
            )
            found += (one.generator, " ".join(one.options), one.made or "")
        for document in grounds.corpus.documents:
            found += head(document)
            if document.foreign:
                found += self._all_names
        for problem in grounds.problems:
            found += problem.files or (problem.where,)
        return Pieces(found)

    @cached_property
    def _all_names(self) -> frozenset[str]:
        return frozenset(name.canonical for one in self.grounds.corpus.documents for name in one.names)

    def _of_item(self, one: FieldText, item: Item) -> Iterator[str]:
        """What a row may say of itself."""
        yield from days(item, self.grounds, every=one.field in _DATING)
        yield from self._recased(item)
        if "partners" in (one.section, item.section) or one.field in _NAMING:
            yield from self._partners(item)
        if one.section == "discrepancies":
            yield from self._difference(item)

    def _recased(self, item: Item) -> Iterator[str]:
        """Names that the passages have in capitals, as they are written."""
        names = map(self.grounds.text, beside(item, self.grounds))
        yield from (cased(name) for name in names if name.isupper())

    def _partners(self, item: Item) -> Iterator[str]:
        """The names in the passages of a row, as lists print them and as the documents do."""
        for name in self.grounds.names.within(item.cites):
            yield name.canonical
            yield from self._forms[name.key]
        # Who acts for a state is a side under its name, though the sentence names only the person.
        for relation in self.grounds.relations.within(item.cites):
            sides = (relation.actor, *relation.partners)
            yield from (side.canonical for side in sides if side is not None)

    @cached_property
    def _forms(self) -> dict[str, set[str]]:
        """For each actor the forms of its name that the documents print."""
        found: dict[str, set[str]] = {}
        for document in self.grounds.corpus.documents:
            for name in document.names:
                found.setdefault(name.key, set()).add(form(document, name))
        return found

    def _difference(self, item: Item) -> Iterator[str]:
        """What a difference is about, and who published its sides when."""
        cited = set(item.cites)
        for one in self.grounds.corpus.divergences:
            if one.subject and any(
                cite.overlaps(at) for cite in cited for at in (one.original_at, one.derived_at)
            ):
                yield one.subject
        for document in self.grounds.documents(item.cites):
            yield from head(document)


def fixed(style: HouseStyle) -> Iterator[str]:
    """The words of the house file: phrases without their fields, titles and headings."""
    for phrase in style.phrases.values():
        yield from (part for words, _ in slots(phrase) for part in (words, words.strip()))
    for section in style.sections:
        yield from (section.title, section.gap, *(heading for _, heading in section.columns))
    for line in style.header:
        yield from (line.label, line.placeholder, line.value)


def head(document: Document) -> Iterator[str]:
    """What is known of a document from its head, its container or the user."""
    meta = document.meta
    facts = (meta.title, meta.publisher, meta.original_publisher, meta.url, meta.author)
    yield from (fact.value for fact in facts if fact)
    yield from (flag.detail for flag in meta.flags)
    yield document.source.file
    yield from days_of(meta.published)


def days_of(published: DocumentDate) -> Iterator[str]:
    """The date of a document, or its bounds, as they are printed."""
    if published.value:
        yield english(published.value)
    yield from (english(one.isoformat()) for one in (published.earliest, published.latest) if one)


def days(item: Item, grounds: Grounds, *, every: bool) -> Iterator[str]:
    """The day of a row as it is printed; `every`: and all that its passages date."""
    yield from (english(when.value) for when in (item.when, item.last_word) if when and when.value)
    if not every:
        return
    for document in grounds.documents(item.cites):
        yield from days_of(document.meta.published)
    yield from (english(mention.value) for mention in grounds.dates.within(item.cites))


def form(document: Document, name: Name) -> str:
    """A name as a document prints it, in one line."""
    return " ".join(document.text(name.span).split())
