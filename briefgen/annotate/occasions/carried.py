"""The day of a statement that its own sentence does not give.

A speaker who said something on Monday and goes on ("“...,” she added") said that on Monday too. Another
speaker, another occasion ("she wrote in a letter") and another time ("she had previously said") take no day
from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.occasions.named import NOUN, named, referred
from briefgen.annotate.occasions.own import Placed, dates_by_sentence, known
from briefgen.english.expressions import either
from briefgen.model import DateMention, Document, Name, Quote, Span

_BESIDE = 1
"""Paragraphs within which words without an occasion of their own go on from those before."""
_REACTIONS = 50
"""Sentences before one in which somebody's reaction is looked for: paragraphs of more are no prose."""
_OTHER_TIME = re.compile(rf"\b(?:{either(lexicon.saying.other_times())})\b", re.I)
_PRESS = re.compile(rf"\b(?:reporters|journalists|{either(lexicon.topics.occasions_of('press'))})\b", re.I)
_CAPITAL = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
_WRITING = frozenset({"write", "tweet", "post"})
_REACTED = re.compile(rf"\b(?:{either(lexicon.saying.reactions())})\b")


@dataclass(slots=True)
class Talk:
    """What is known of the occasion on which somebody speaks."""

    dated: DateMention | None
    occasion: str
    """As printed; empty while none is named."""
    block: int
    """Of the last words said there."""
    written: bool = False
    """Whether it is written: a letter or a message is another occasion than a speech."""


def carried(document: Document, placed: Sequence[Placed]) -> tuple[Quote, ...]:
    """The quotes, with the day of an occasion named before where their own sentence gives none."""
    if not document.dates:
        return tuple(one.quote for one in placed)
    return tuple(_Carrier(document, placed).all(placed))


class _Carrier:
    """One pass over the statements of a document in reading order."""

    def __init__(self, document: Document, placed: Sequence[Placed]) -> None:
        self.document = document
        self.occasions = named(document, placed)
        self.single = frozenset(_of_one_day(placed))
        self.reactions = tuple(_reactions(document))
        self.talks: dict[frozenset[str], Talk] = {}
        self.undated: set[frozenset[str]] = set()
        """Who has spoken in the text without a day: of two talks nobody knows to which one more belongs."""

    def all(self, placed: Iterable[Placed]) -> Iterator[Quote]:
        for one in placed:
            yield self.quote(one)

    def quote(self, one: Placed) -> Quote:
        """One statement with its day; the talk of its speaker is kept for what follows."""
        quote, voice = one.quote, one.quote.voice
        dated = quote.dated or self.pointed(one)
        sentence = self.document.sentence_at(quote.frame[0])
        if voice is None or sentence is None or one.home is None:
            return replace(quote, dated=dated)
        words = self.document.text(quote.occasion) if quote.occasion else ""
        written = self.written(quote)
        talk = self.react(voice, sentence.span, sentence.block) or self.talks.get(voice)
        if (
            dated is None
            and talk is not None
            and not _elsewhen(one)
            and written == talk.written
            and self.goes_on(voice, talk, words, sentence.block)
        ):
            dated, words = talk.dated, talk.occasion or words
        self.talks[voice] = Talk(dated, words, sentence.block, written)
        if dated is None and self.document.blocks[sentence.block].label != "headline":
            self.undated.add(voice)
        return replace(quote, dated=dated)

    def pointed(self, one: Placed) -> DateMention | None:
        """The day of an occasion that the sentence points back to."""
        return referred(one.region, self.document, one.home, self.occasions) if one.home else None

    def goes_on(self, voice: frozenset[str], talk: Talk, words: str, block: int) -> bool:
        """Whether words said on an occasion (or on none that is named) belong to a talk."""
        beside = block - talk.block <= _BESIDE
        if words and talk.occasion:
            return _one_occasion(words, talk.occasion)
        if words:
            return beside and voice not in self.undated
        return beside or voice in self.single

    def written(self, quote: Quote) -> bool:
        """Whether the verb is one of writing."""
        cue = self.document.text(quote.cue).casefold() if quote.cue else ""
        return lexicon.saying.lemmas().get(cue) in _WRITING

    def react(self, voice: frozenset[str], sentence: Span, block: int) -> Talk | None:
        """What the speaker did with words ("rejected the charges on Sunday") right before this sentence."""
        last = self.talks.get(voice)
        end = bisect_left(self.reactions, sentence.start, key=lambda one: one.at)
        for one in reversed(self.reactions[max(end - _REACTIONS, 0) : end]):
            if block - one.block > _BESIDE:
                break
            if one.name.key in voice and (last is None or last.block < one.block):
                return Talk(one.dated, "", one.block)
        return None


def _elsewhen(one: Placed) -> bool:
    """Whether the attribution puts the saying at another time, or at none."""
    return _OTHER_TIME.search(one.region) is not None or one.vague


def _of_one_day(placed: Iterable[Placed]) -> Iterator[frozenset[str]]:
    """The speakers whose statements name one day and no second occasion."""
    days: dict[frozenset[str], set[str]] = {}
    for one in placed:
        if one.quote.voice and one.quote.dated:
            days.setdefault(one.quote.voice, set()).add(one.quote.dated.value)
    return (voice for voice, values in days.items() if len(values) == 1)


def _one_occasion(words: str, other: str) -> bool:
    """Whether two phrases may name one occasion: the same noun, and no names that differ."""
    if _PRESS.search(words) and _PRESS.search(other):
        return True
    first, second = ({n.casefold() for n in NOUN.findall(text)} for text in (words, other))
    mine, theirs = (frozenset(_CAPITAL.findall(text)) for text in (words, other))
    if mine and theirs:
        return bool(mine & theirs)
    return bool(first & second)


class _Reaction(NamedTuple):
    """Somebody did something with words on a day, without their being reported."""

    at: int
    block: int
    name: Name
    dated: DateMention


def _reactions(document: Document) -> Iterator[_Reaction]:
    """Sentences that report no words, whose first name acts on a day with a verb of saying/reactions.txt."""
    names = _first_names(document)
    for sentence, dates in dates_by_sentence(document).items():
        first = names.get(sentence)
        whole = document.sentence_at(sentence)
        if sentence in document.quotes_in or first is None or whole is None:
            continue
        behind = document.source.text[first.span.end : sentence.end]
        dated = next((one for one in dates if known(document, one)), None)
        if dated and _REACTED.search(behind):
            yield _Reaction(sentence.start, whole.block, first, dated)


def _first_names(document: Document) -> Mapping[Span, Name]:
    """The first actor named in each sentence."""
    found: dict[Span, Name] = {}
    for name in document.names:
        sentence = document.sentence_at(name.span)
        if sentence and not name.adjective and name.kind != "place":
            found.setdefault(sentence.span, name)
    return found
