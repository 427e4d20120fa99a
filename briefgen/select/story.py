"""Draws in the rest of a story that is about free words: its statements, and what stands beside them.

Few sentences of an article repeat the words that its headline holds. A topic file names what belongs to
it; a few words of the call can not, so there the article says it: what its people state and leave open,
next to sentences on the topic, and sentences beside these that share their words or names.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.expressions import either
from briefgen.english.openings import goes_on, past_marks
from briefgen.english.stem import stem
from briefgen.english.words import stop_stems
from briefgen.model import Span
from briefgen.select.support import distinctive
from briefgen.select.terms import TermHit
from briefgen.select.view import SPEAKER, Candidate, View
from briefgen.topic import Topic

STATED, BESIDE, FURTHER = 0.7, 0.55, 0.9
"""Score of a statement and of another sentence drawn in, against the one on the topic they stand beside,
and of what is drawn in behind a statement against that."""
OWN = 1.0
"""Weight of the words of the call themselves; words only near them in meaning weigh less."""
_TWICE = 2  # sentences on the topic that a word must stand in to tie another sentence to them
_NUMBER = re.compile(r"\d+")


class Drawn(NamedTuple):
    """A sentence drawn in, and the sentence it stands beside."""

    score: float
    beside: int
    stated: bool


class Story:
    """One document as a story about the words of the call: whether it is one, and what it draws in.

    `scores` are those of its sentences, 0 for what is not on the topic.
    """

    def __init__(self, topic: Topic, view: View, scores: Sequence[float]) -> None:
        self._topic = topic
        self._view = view
        self._scores = scores
        person = any(hit.label == SPEAKER for line in view.lines for hits in line.hits for hit in hits)
        self._free = topic.free and any(scores) and not person
        self.whole = self._free and self._heads()
        """All words stand in the headline, or in the first sentence, and one is in the headline or the
        topic comes back."""
        self.opened = self._free and not self.whole and self._opens()
        """All words, or words near them, stand in headline and lead together, and the topic comes back."""

    def drawn(self) -> Mapping[int, Drawn]:
        """What the sentences on the topic draw in, by number.

        A whole story draws in what is stated and what is tied to it by words or names; behind a statement
        drawn in the next one too, unless the call is one word, which heads many a story on more. One that
        only opens with the topic draws in sentences with a word of the call.
        """
        if not self.whole and not self.opened:
            return {}
        reading = _StoryReading(self._view, self._scores, self.whole and len(self._topic.groups) > 1)
        for number, line in enumerate(self._view.lines):
            if self.whole or any(self._says(line, g) for g in distinctive(self._topic)):
                reading.read(number, line)
        return reading.found

    def _says(self, line: Candidate, group: int) -> bool:
        """Whether a sentence holds a word of the call, or in passing a name that the document deals with."""
        hits = line.hits[group]
        return _own(hits) or (bool(hits) and hits[0].named and self._view.matters(group))

    def _heads(self) -> bool:
        hits = self._view.title_hits
        if all(_own(hits[g]) for g in range(len(hits))):
            return True
        first = self._view.lines[0].hits
        if len(first) == 1 or not all(map(_own, first)):
            return False
        return self._comes_back() or any(_own(hits[g]) for g in distinctive(self._topic))

    def _opens(self) -> bool:
        groups = range(len(self._topic.groups))
        said = all(self._view.in_title(g) or self._view.in_lead(g) for g in groups)
        return len(groups) > 1 and said and self._comes_back()

    def _comes_back(self) -> bool:
        return self._view.often(sum(score > 0 for score in self._scores))


def _own(hits: Sequence[TermHit]) -> bool:
    return bool(hits) and hits[0].weight >= OWN


class _StoryReading:
    """One pass in reading order: where the story is, and what it has drawn in so far."""

    def __init__(self, view: View, scores: Sequence[float], goes_on: bool) -> None:
        self.found: dict[int, Drawn] = {}
        self._view = view
        self._scores = scores
        self._goes_on = goes_on
        self._firm = _touched(view.lines, _statements(view))
        self._stated = self._firm | _touched(view.lines, _reports(view))
        self._on = _by_paragraph(view.lines, scores)
        self._reached: dict[int, int] = {}
        self._names = _names(view)
        on = [n for n, score in enumerate(scores) if score]
        self._known = {key for n in on for key in self._names[n]}
        self._words = _vocabulary(view, on)
        self._seen = {view.lines[n].words for n in on}
        self._turned = False

    def read(self, number: int, line: Candidate) -> None:
        """Takes the next sentence."""
        if self._scores[number]:
            self._turned = False
            return
        text = self._view.document.text(line.span)
        self._turned = self._turned or bool(_turn().match(text, past_marks(text)))
        if self._turned or line.excluded or line.words in self._seen:
            return
        beside = self._beside(line, self._on)
        acts = beside is not None and not lexicon.topics.act_forms().isdisjoint(line.words)
        stated = acts or number in self._stated
        if beside is None and (stated or self._known & self._names[number]):
            beside = self._beside(line, self._reached)
        if beside is not None and (acts or number in self._firm or self._tied(number, line, text)):
            self._take(number, line, beside, stated)

    def _take(self, number: int, line: Candidate, beside: int, stated: bool) -> None:
        share = STATED if stated else BESIDE
        score = share * self._scores[beside] or FURTHER * self.found[beside].score
        self.found[number] = Drawn(round(score, 4), beside, stated)
        self._seen.add(line.words)
        if stated and self._goes_on:
            self._reached[line.paragraph] = number
            self._known |= self._names[number]

    @staticmethod
    def _beside(line: Candidate, paragraphs: Mapping[int, int]) -> int | None:
        """The sentence in the same paragraph, the one before or the one after."""
        near = (line.paragraph, line.paragraph - 1, line.paragraph + 1)
        return next((paragraphs[p] for p in near if p in paragraphs), None)

    def _tied(self, number: int, line: Candidate, text: str) -> bool:
        """Whether a sentence shares a name or a word with those on the topic, or goes on from one of its
        paragraph that is in."""
        if self._known & self._names[number] or any(stem(word) in self._words for word in line.words):
            return True
        before = number - 1
        taken = before >= 0 and bool(self._scores[before] or before in self.found)
        return taken and self._view.lines[before].paragraph == line.paragraph and goes_on(text)


def _statements(view: View) -> list[Span]:
    """Where somebody is quoted, or something is asked for or left open."""
    quotes = (q for q in view.document.quotes if q.marked)
    said = [span for quote in quotes for span in (*quote.frame, *quote.parts)]
    return [*said, *(issue.sentence for issue in view.document.issues)]


def _reports(view: View) -> list[Span]:
    """Where somebody is reported."""
    quotes = (q for q in view.document.quotes if q.kind == "indirect")
    return [span for quote in quotes for span in (*quote.frame, *quote.parts)]


def _touched(lines: Sequence[Candidate], spans: Sequence[Span]) -> frozenset[int]:
    """Numbers of the sentences that some spans overlap."""
    starts = [line.span.start for line in lines]
    found: set[int] = set()
    for span in spans:
        low = max(bisect.bisect_right(starts, span.start) - 1, 0)
        high = bisect.bisect_left(starts, span.end)
        found.update(n for n in range(low, high) if lines[n].span.overlaps(span))
    return frozenset(found)


def _by_paragraph(lines: Sequence[Candidate], scores: Sequence[float]) -> dict[int, int]:
    """The best sentence on the topic of each paragraph that has one."""
    best: dict[int, int] = {}
    for number, line in enumerate(lines):
        held = best.get(line.paragraph)
        if scores[number] and (held is None or scores[number] > scores[held]):
            best[line.paragraph] = number
    return best


def _names(view: View) -> list[frozenset[str]]:
    """The keys of the names in each sentence."""
    starts = [line.span.start for line in view.lines]
    found: list[set[str]] = [set() for _ in view.lines]
    for name in view.document.names:
        at = bisect.bisect_right(starts, name.span.start) - 1
        if at >= 0 and view.lines[at].span.overlaps(name.span):
            found[at] |= {name.key, _acting_for(name.canonical)} - {""}
    return [frozenset(keys) for keys in found]


@cache
def _acting_for(name: str) -> str:
    """The key of the state or body that a capital or organ acts for, or nothing."""
    entry = gazetteer.lookup(name)
    return (entry.acts_for or "") if entry else ""


def _vocabulary(view: View, on: Sequence[int]) -> frozenset[str]:
    """Stems of the headline, and those that come back in the sentences on the topic."""
    counts = Counter(s for n in on for s in {stem(word) for word in view.lines[n].words})
    again = {word for word, count in counts.items() if count >= _TWICE}
    found = {stem(word) for word in view.title} | again
    return frozenset(word for word in found - _untelling() if not _NUMBER.fullmatch(word))


@cache
def _untelling() -> frozenset[str]:
    """Stems that tie no sentence to a story: function words, verbs of speech, offices, days and months."""
    days = (*lexicon.time.weekdays(), *lexicon.time.months(), "week", "month", "year", "day")
    tables = (lexicon.topics.light(), lexicon.persons.backward())
    plain = (*lexicon.saying.forms(), *days, *itertools.chain(*tables))
    return stop_stems() | {stem(word) for word in plain}


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon.topics.turns())})\b", re.IGNORECASE)
