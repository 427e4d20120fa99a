"""One document as a topic sees it: what each sentence says for each group of the topic."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.english.words import Words, searched, words
from briefgen.model import Document, Name, Span
from briefgen.select.mentions import WantedNames, keys_of_actor
from briefgen.select.terms import Abbreviations, TermHit, Terms
from briefgen.topic import Group, Topic

STRONG = 0.7
"""Weight from which words speak for a group by themselves."""
LEAD, SHORT = 2, 8
"""Sentences at the head that say what a document is about; one only when there are fewer than eight."""
DENSE = 0.08  # share of a document's sentences that makes a group one of its matters, with two at least

ANSWERING = 2
"""Statements at the head of an answer that are on what was asked; later ones lead elsewhere."""
SPEAKER = "speaker"
"""Label of a hit that the speaker of a statement gives, not its words."""

Hits = tuple[tuple[TermHit, ...], ...]
"""By group, heaviest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A citable sentence with what it says."""

    span: Span
    paragraph: int
    """Number of its block among the citable ones."""
    words: Words
    hits: Hits
    excluded: str = ""
    """The topic's term that keeps it out."""
    asked: Hits = ()
    """What the question says that it answers, where it stands at the head of the answer."""
    actor: bool = False
    """Whether it names the topic's principal actor."""

    def weight(self, group: int) -> float:
        """How firmly the sentence itself speaks for a group."""
        return self.hits[group][0].weight if self.hits[group] else 0.0


@dataclass(frozen=True, slots=True)
class View:
    """A document's sentences and headlines under one topic."""

    document: Document
    lines: tuple[Candidate, ...]
    title: Words
    title_hits: Hits
    actor_in_title: bool = False

    def strong(self, group: int) -> int:
        """How many sentences speak for a group by themselves."""
        return sum(line.weight(group) >= STRONG for line in self.lines)

    def in_title(self, group: int) -> TermHit | None:
        """What the headline says for a group."""
        return _first(self.title_hits[group])

    def in_lead(self, group: int) -> TermHit | None:
        """What the first sentences say for a group."""
        return next((hit for line in self._lead() if (hit := _first(line.hits[group]))), None)

    def opens(self, line: Candidate) -> bool:
        """Whether a sentence belongs to the opening of the document."""
        return line in self._lead()

    def _lead(self) -> Sequence[Candidate]:
        return self.lines[: LEAD if len(self.lines) >= SHORT else 1]

    def matters(self, group: int) -> bool:
        """Whether the document deals with a group, and does not only mention it."""
        if self.in_title(group) or self.in_lead(group):
            return True
        return self.often(self.strong(group))

    @property
    def on_actor(self) -> bool:
        """Whether the document deals with the topic's principal actor."""
        named = self.actor_in_title or any(line.actor for line in self._lead())
        return named or self.often(sum(line.actor for line in self.lines))

    def often(self, count: int) -> bool:
        """Whether so many sentences make a matter of the document."""
        return count >= max(2, DENSE * len(self.lines))


def _first(hits: Sequence[TermHit]) -> TermHit | None:
    return hits[0] if hits and hits[0].weight >= STRONG else None


class Search:
    """A topic made ready for many documents."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._terms = Terms(topic.groups)
        self._abbreviations = Abbreviations(topic.groups)
        self._names = WantedNames(topic.groups, free=topic.free)
        self._actor = keys_of_actor(topic.actor) if topic.actor else frozenset()
        self._excluded = Terms((Group("", topic.exclude),)) if topic.exclude else None

    def view(self, document: Document) -> View:
        """What a document's sentences and headlines say."""
        paragraphs: dict[int, int] = {}
        lines = []
        names = _Names(document)
        asked = self._asked(names)
        for sentence in document.citable():
            number = paragraphs.setdefault(sentence.block, len(paragraphs))
            line = self._line(names, sentence.span, paragraph=number)
            question = asked.get(sentence.span)
            lines.append(replace(line, asked=question) if question else line)
        title = [self._line(names, span, headline=True) for span in _headlines(document)]
        found = tuple(word for line in title for word in line.words)
        hits = zip(*(line.hits for line in title), strict=True)
        merged = tuple(_sorted(hit for part in group for hit in part) for group in hits)
        on_actor = any(line.actor for line in title)
        return View(document, tuple(lines), found, merged or ((),) * len(self.topic.groups), on_actor)

    def _asked(self, names: _Names) -> Mapping[Span, Hits]:
        """For the first statements of each answer what its question says."""
        found: dict[Span, Hits] = {}
        document = names.document
        spoken = [quote.parts[0] for quote in document.quotes if quote.kind == "own"]
        for turn in document.turns:
            if turn.kind == "own" and turn.asked is not None:
                question = self._line(names, turn.asked)
                low = bisect.bisect_left(spoken, turn.span)
                answer = [span for span in spoken[low : low + ANSWERING] if span.end <= turn.span.end]
                if any(question.hits) and not question.excluded:
                    found.update(dict.fromkeys(answer, question.hits))
        return found

    def _line(self, names: _Names, span: Span, *, paragraph: int = 0, headline: bool = False) -> Candidate:
        found = names.words(span)
        by_group: list[list[TermHit]] = [[] for _ in self.topic.groups]
        actor = False
        for name in names.inside(span):
            for hit in self._names.find(names.document, name, span.start, headline=headline):
                by_group[hit.group].append(hit)
            actor = actor or (name.key, name.kind == "region") in self._actor
        short = self._abbreviations.find(names.document.text(span))
        for hit in (*self._terms.find(found), *short, *self._speaking(names, span)):
            by_group[hit.group].append(hit)
        return Candidate(
            span, paragraph, found, tuple(map(_sorted, by_group)), self._exclusion(found), actor=actor
        )

    def _speaking(self, names: _Names, span: Span) -> Iterator[TermHit]:
        """When the call asks for a person: the statements of that person, also where only "she" is said."""
        for name in names.speakers(span) if self.topic.free else ():
            for hit in self._terms.find(words(name)):
                yield replace(hit, shown=name, named=True, label=SPEAKER)

    def _exclusion(self, found: Words) -> str:
        """The term of the topic that keeps a sentence out, or nothing."""
        hits = self._excluded.find(found) if self._excluded else ()
        return next((hit.shown for hit in hits if hit.weight >= STRONG), "")


def _sorted(hits: Iterable[TermHit]) -> tuple[TermHit, ...]:
    return tuple(sorted(hits, key=lambda hit: -hit.weight))


def _headlines(document: Document) -> list[Span]:
    """The headline sentences, or the title where it was read from if no block is a headline."""
    found = [s.span for s in document.sentences if document.blocks[s.block].label == "headline"]
    title = document.meta.title
    return found or ([title.span] if title and title.span else [])


class _Names:
    """The names of a document in order of place, to be cut out by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._names = sorted(document.names, key=lambda name: name.span)
        self._starts = [name.span.start for name in self._names]
        said = [q for q in document.quotes if q.speaker and q.speaker.kind == "person" and q.speaker.key]
        spans = ((span, q.speaker.name) for q in said if q.speaker for span in (*q.frame, *q.parts))
        self._said = sorted(dict.fromkeys(spans))
        self._said_starts = [span.start for span, _ in self._said]

    def words(self, span: Span) -> Words:
        """The words of a sentence, or of a title that stands outside the blocks that were cut into tokens."""
        inside = searched(self.document.tokens.between(span.start, span.end))
        return inside or words(self.document.text(span))

    def speakers(self, span: Span) -> list[str]:
        """The names of the persons whose statements begin inside a sentence."""
        low = bisect.bisect_left(self._said_starts, span.start)
        high = bisect.bisect_left(self._said_starts, span.end)
        return list(dict.fromkeys(self.document.text(name) for _, name in self._said[low:high]))

    def inside(self, span: Span) -> Sequence[Name]:
        low = bisect.bisect_left(self._starts, span.start)
        return self._names[low : bisect.bisect_left(self._starts, span.end)]
