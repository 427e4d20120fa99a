"""What every composer is given: topic, corpus, selection and house, and the words made from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from briefgen.compose.clash.matter import Account, accounts_of
from briefgen.compose.clause import dates_whole
from briefgen.compose.events import DAYS, Event, events_of
from briefgen.compose.principal import Principal, acting, principal, publishing
from briefgen.compose.spelling import spellings
from briefgen.compose.statements import Statement, by_sentence, frames, of_document
from briefgen.compose.telling import Telling, telling
from briefgen.english.stem import stem
from briefgen.english.words import content, searched
from briefgen.errors import Problem
from briefgen.model import Corpus, Document, Evidence, ForeignText, Selection, Sentence, Span
from briefgen.paper.house import REST, HouseStyle, Length, SectionStyle
from briefgen.paper.memo import Cited, House, Item, Reference, Run, Text
from briefgen.paper.provenance import Provenance
from briefgen.topic import Topic

MANY = 30
"""Documents that give evidence, above which nobody reads them all beside the memo: from then on it counts
what several tell, has one row a speaker in its body, and lists by name only the documents that it cites."""

Filling = str | Run | Text
"""What may fill a slot of a phrase: the house's words, one run, or a text."""


class Content(NamedTuple):
    """What a composer gives: the lines of its section."""

    items: tuple[Item, ...]
    note: Text = ()
    """A sentence under the heading."""
    rest: tuple[Item, ...] = ()
    """Rows for which the section has no room, for the annex of further rows."""
    more: Text = ()
    """The last line, such as that further rows stand in an annex or were left out."""
    gap: str = ""
    """What is said where there are no rows; "" for the house's sentence."""


@dataclass(frozen=True, eq=False)
class Brief:
    """The material of one memo; composers read it and give sections.

    Compared by identity, so that what is worked out from it can be kept.
    """

    topic: Topic
    corpus: Corpus
    selection: Selection
    style: HouseStyle
    as_of: date | None
    problems: tuple[Problem, ...] = ()
    """What was met while reading."""
    length: Length = "standard"
    filled: tuple[tuple[str, str], ...] = ()
    """What the command gives for lines of the header block, by their id: "to", "from", "ref"."""
    provenance: Provenance | None = None
    """What the memo is made from and with."""
    usual: HouseStyle | None = None
    """Of a full memo, how the house prints one of usual length."""

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that give evidence, the one that bears most on the topic first."""
        return tuple(self.corpus.by_id[source] for source in self.selection.used)

    @cached_property
    def used(self) -> Mapping[str, int]:
        """Place of each of these documents in their order, by `Source.id`."""
        return {document.source.id: place for place, document in enumerate(self.documents)}

    @property
    def many(self) -> bool:
        """Whether more documents give evidence than an officer reads beside the memo (MANY)."""
        return len(self.selection.used) > MANY

    @cached_property
    def foreign(self) -> Mapping[str, ForeignText]:
        """The documents in other languages, by `Source.id`."""
        return {one.source: one for one in self.selection.foreign}

    @cached_property
    def evidence(self) -> Mapping[Span, Evidence]:
        """Selected sentences by their span."""
        return {piece.span: piece for piece in self.selection.evidence}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements among the selected sentences, main document first, in reading order."""
        return tuple(one for document in self.documents for one in of_document(document, self.evidence))

    @cached_property
    def spelt(self) -> Mapping[str, Span]:
        """Where the folder writes the full names of persons that stand in capitals elsewhere."""
        return spellings(self.corpus.documents)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """All sentences of these documents, with what they are compared by."""
        return tuple(account for document in self.documents for account in accounts_of(document))

    @cached_property
    def principal(self) -> Principal | None:
        """The principal actor; None where nothing is clear."""
        acts = acting(self.documents, self.evidence, self.statements)
        return principal(self.topic, acts, publishing(self.documents), self.selection.aliases)

    @cached_property
    def statement_of(self) -> Mapping[Span, Statement]:
        """The first statement that each sentence belongs to."""
        return by_sentence(self.statements)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that the selected sentences date, in order of time."""
        return events_of(self.documents, self.evidence)

    @cached_property
    def event_of(self) -> Mapping[Span, Event]:
        """The event whose day is that of a sentence: the only one that it dates by the day, or one that it
        tells as a whole."""
        by_sentence: dict[Span, list[Event]] = {}
        for event in self.events:
            by_sentence.setdefault(event.cites[0], []).append(event)
        found = {sentence: day_of(events) for sentence, events in by_sentence.items()}
        return {sentence: event for sentence, event in found.items() if event is not None}

    @cached_property
    def goes_on(self) -> bool:
        """Whether rows for which a section has no room go to an annex."""
        return self.style.section(REST) is not None

    @cached_property
    def _words(self) -> dict[Span, frozenset[str]]:
        return {}

    def words_in(self, span: Span) -> frozenset[str]:
        """`content_words` of a place, read once."""
        if span not in self._words:
            self._words[span] = content_words(self.corpus.document(span), span)
        return self._words[span]

    @cached_property
    def _tellings(self) -> dict[Span, Telling]:
        return {}

    def telling_of(self, span: Span) -> Telling:
        """What a place tells, read once."""
        if span not in self._tellings:
            self._tellings[span] = telling(self.corpus.document(span), [span])
        return self._tellings[span]

    def shape(self, section: str) -> SectionStyle:
        """How the house prints a section, with its limits; without limits when the house leaves it out."""
        return self.style.section(section) or SectionStyle(section, "", "bullets", (), "", annex=False)

    def selected(self, span: Span) -> bool:
        """Whether the sentence in which `span` starts was selected."""
        sentence = self.corpus.document(span).sentence_at(span)
        return sentence is not None and sentence.span in self.evidence

    def sentences(self, document: Document) -> Iterable[Sentence]:
        """The selected sentences of a document in reading order."""
        return (s for s in document.citable() if s.span in self.evidence)

    def say(self, phrase: str, fields: Mapping[str, Filling] | None = None) -> Text:
        """A phrase of the house with its slots filled by words of either kind."""
        parts = self.style.fill(phrase, fields or {})
        return tuple(run for part in parts for run in as_text(part))

    def words_of(self, text: Text) -> str:
        """The words of a text, with those of the sources."""
        return "".join(
            self.corpus.text(run.span)
            if isinstance(run, Cited)
            else run.target
            if isinstance(run, Reference)
            else run.text
            for run in text
        )

    def plain(self, phrase: str, fields: Mapping[str, str] | None = None) -> str:
        """A phrase of the house filled with the house's own words only."""
        return "".join(run.text for run in self.say(phrase, fields) if isinstance(run, House))


def day_of(events: Sequence[Event]) -> Event | None:
    """Of the events of a sentence the one whose day is that of the sentence; None where none is."""
    days = [one for one in events if one.mention.granularity in DAYS]
    if len(days) == 1:
        return days[0]
    stated = [one for one in events if one in days or one.mention.status == "stated"]
    return next((e for e in stated if dates_whole(e.document, e.cites[0], e.mention.span)), None)


def as_text(words: Filling) -> Text:
    """Words of any of the three forms as a Text."""
    if isinstance(words, str):
        return (House(words),) if words else ()
    if isinstance(words, Cited | House | Reference):
        return (words,)
    return words


def joined(texts: Iterable[Text], between: str) -> Text:
    """Texts one after the other with the house's `between` in the gaps; empty ones are left out."""
    result: list[Run] = []
    for text in texts:
        if text and result:
            result.append(House(between))
        result += text
    return tuple(result)


def listed(texts: Sequence[Text], between: str = ", ", last: str = " and ") -> Text:
    """ "S1", "S1 and S2", "S1, S2 and S3"."""
    head, tail = joined(texts[:-1], between), joined(texts[-1:], between)
    return joined((head, tail), last) if head else tail


def merged(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those with nothing but blanks between them as one: one place, one footnote."""
    result: list[Span] = []
    for span in sorted(set(spans)):
        last = result[-1] if result else None
        if last and (span.start <= last.end or not document.source.text[last.end : span.start].strip()):
            result[-1] = Span(span.source, last.start, max(last.end, span.end))
        else:
            result.append(span)
    return tuple(result)


def places(statement: Statement) -> tuple[Span, ...]:
    """What a line that prints a statement cites: all the sentences it runs over."""
    return merged(statement.document, frames(statement))


def content_words(document: Document, span: Span) -> frozenset[str]:
    """Stems of the words of a place that carry a topic."""
    return frozenset(content(map(stem, searched(document.tokens.between(span.start, span.end)))))


def cited_spans(text: Text) -> tuple[Span, ...]:
    """The spans of a source that a text prints."""
    return tuple(run.span for run in text if isinstance(run, Cited))
