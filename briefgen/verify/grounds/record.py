"""What a memo is compared with: the documents as they were read, their files, and the house's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from briefgen.errors import Problem
from briefgen.model import Corpus, DateMention, Document, Issue, Name, Quote, Relation, Source, Span
from briefgen.model.by_place import ByPlace
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Item, Memo
from briefgen.paper.provenance import Provenance

Found = TypeVar("Found")


class Located(Generic[Found]):
    """Findings by their places; only the documents that are asked for are gone through."""

    def __init__(self, corpus: Corpus, of: Callable[[Document], Iterable[tuple[Span, Found]]]) -> None:
        self._corpus, self._of = corpus, of
        self._placed: dict[str, ByPlace[Found]] = {}

    def within(self, places: Iterable[Span]) -> Iterator[Found]:
        """What overlaps one of the places."""
        by_source: dict[str, list[Span]] = {}
        for place in places:
            by_source.setdefault(place.source, []).append(place)
        for source, spans in by_source.items():
            yield from self._in(source).over(*spans)

    def _in(self, source: str) -> ByPlace[Found]:
        if source not in self._placed:
            document = self._corpus.by_id.get(source)
            self._placed[source] = ByPlace(self._of(document) if document else ())
        return self._placed[source]


@dataclass(frozen=True)
class Grounds:
    """What the lines of a memo rest on."""

    corpus: Corpus
    style: HouseStyle
    seeds: Path | None = None
    """The folder or file that was read; None: the files are not looked at again."""
    title: str = ""
    """Of the topic."""
    as_of: str | None = None
    """ISO day of the memo, where the call gives one."""
    filled: tuple[tuple[str, str], ...] = ()
    """Words that the call gives for lines of the header block, by their id."""
    again: Callable[[], Memo] | None = None
    """Makes the memo a second time, from the same material."""
    view: Callable[[Memo], Memo] | None = None
    """Adds to a memo what the evidence page shows beside it."""
    provenance: Provenance | None = None
    """What the memo is made from and with, as the call says."""
    problems: tuple[Problem, ...] = ()
    """What was met while the folder was read."""

    def documents(self, spans: Iterable[Span]) -> tuple[Document, ...]:
        """The documents that places lie in, each once."""
        known = self.corpus.by_id
        return tuple(known[one] for one in dict.fromkeys(span.source for span in spans) if one in known)

    def text(self, span: Span) -> str:
        """The words of a place; "" where no document has it."""
        document = self.corpus.by_id.get(span.source)
        return document.source.text[span.start : span.end] if document else ""

    @cached_property
    def quotes(self) -> Located[Quote]:
        """What is said, by the sentences that tell it."""
        return self._located(lambda one: ((frame, quote) for quote in one.quotes for frame in quote.frame))

    @cached_property
    def voices(self) -> Mapping[frozenset[str] | None, int]:
        """How many statements each speaker has in all documents."""
        return Counter(quote.voice for one in self.corpus.documents for quote in one.quotes)

    @cached_property
    def names(self) -> Located[Name]:
        """The names."""
        return self._located(lambda one: ((name.span, name) for name in one.names))

    @cached_property
    def dates(self) -> Located[DateMention]:
        """The dates."""
        return self._located(lambda one: ((mention.span, mention) for mention in one.dates))

    @cached_property
    def issues(self) -> Located[Issue]:
        """The open matters, by their sentences."""
        return self._located(lambda one: ((issue.sentence, issue) for issue in one.issues))

    @cached_property
    def relations(self) -> Located[Relation]:
        """The relations, by their sentences."""
        return self._located(lambda one: ((found.sentence, found) for found in one.relations))

    def _located(self, of: Callable[[Document], Iterable[tuple[Span, Found]]]) -> Located[Found]:
        return Located(self.corpus, of)

    def path(self, source: Source) -> Path | None:
        """The file on disk that a document was read from; None where it is not there or can not be told."""
        if self.seeds is None:
            return None
        if self.seeds.is_file():
            return self.seeds
        name = source.file
        while name:
            path = self.seeds / PurePosixPath(name)
            if path.is_file():
                return path
            # A document of a mail, a dump or a zip is called after its file: "dump.json#3", "a.zip/b.txt".
            cut = max(name.rfind("#"), name.rfind("/"))
            name = name[:cut] if cut > 0 else ""
        return None


def rows(memo: Memo) -> Iterator[Item]:
    """All rows of a memo but those of its list of sources, the positions in a row behind it."""
    for section in memo.sections:
        for item in section.items if section.id != "sources" else ():
            yield item
            yield from item.positions
