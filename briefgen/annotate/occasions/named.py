"""The occasions that a document names together with their day: "a briefing on Monday", "Friday's summit".

A statement "at the same event" or "after the meeting" has the day of the one named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.occasions.own import EVENTS, Placed, dates_by_sentence, known
from briefgen.model import DateMention, Document, Span

_REACH = 60
"""Characters between an occasion and its day: "a briefing for the fishing fleet in the harbour on Monday"."""
_NEAR = 3
"""Paragraphs that "the meeting" reaches back when the document has meetings of several days."""
NOUN = re.compile(rf"\b(?:{EVENTS})\b", re.I)
_MET = re.compile(r"\b(?:met|meets)\b", re.I)
_BREAK = re.compile(r"[,;:“”\"()—–]|\b(?:that|which|who|and|but|before|after|until|ahead)\b", re.I)
_BACK = re.compile(
    r"\b(?:in|at|during|after|following|from)\s+(?:the|that|this)\s+(?P<same>same\s+)?"
    rf"(?P<which>(?:[\w’'-]+\s+){{0,2}}?)(?P<noun>{EVENTS})\b(?!\s+(?:of|on|in|with|about|for|to)\b|[’'])",
    re.I,
)
_TALKS = lexicon.topics.occasions_of("talks")
_GROUPS = (lexicon.topics.occasions_of("press"), _TALKS)
_ANY = lexicon.topics.occasions_of("any")


class DatedOccasion(NamedTuple):
    """An occasion with its day, where it is named."""

    at: int
    block: int
    nouns: frozenset[str]
    words: str
    """The words round its noun, folded: what "the annual meeting" must be found in."""
    dated: DateMention


def named(document: Document, placed: Iterable[Placed]) -> tuple[DatedOccasion, ...]:
    """All of them, in reading order."""
    found = [one for group in (_told(document), _said(document, placed)) for one in group]
    return tuple(sorted(found, key=lambda one: one.at))


def _told(document: Document) -> Iterator[DatedOccasion]:
    """Where the day stands in one clause with the noun."""
    for sentence, dates in dates_by_sentence(document).items():
        text = document.text(sentence)
        for noun in (*NOUN.finditer(text), *_MET.finditer(text)):
            dated = _day_of(document, sentence, noun, dates)
            if dated is not None:
                yield _named(document, sentence, noun, dated)


def _day_of(
    document: Document, sentence: Span, noun: re.Match[str], dates: list[DateMention]
) -> DateMention | None:
    """The day behind the noun in its clause, or right before it: "a Monday briefing"."""
    text = document.text(sentence)
    for dated in filter(lambda one: known(document, one), dates):
        start, end = dated.span.start - sentence.start, dated.span.end - sentence.start
        between = text[noun.end() : start] if noun.end() <= start else text[end : noun.start()]
        behind = noun.end() <= start and len(between) <= _REACH
        before = end <= noun.start() and len(between.split()) <= 4 and between[:1] in " ’'"
        if (behind or before) and not _BREAK.search(between):
            return dated
    return None


def _said(document: Document, placed: Iterable[Placed]) -> Iterator[DatedOccasion]:
    """Where a statement gives both, wherever they stand in its sentence."""
    for one in placed:
        quote = one.quote
        if quote.dated and quote.occasion and (noun := NOUN.search(document.text(quote.occasion))):
            yield _named(document, quote.occasion, noun, quote.dated)


def _named(document: Document, place: Span, noun: re.Match[str], dated: DateMention) -> DatedOccasion:
    text = document.text(place)
    at = place.start + noun.start()
    sentence = document.sentence_at(place)
    words = text[max(noun.start() - _REACH, 0) : noun.end()].casefold()
    return DatedOccasion(at, sentence.block if sentence else 0, _kin(noun.group()), words, dated)


def _kin(noun: str) -> frozenset[str]:
    """Nouns that may be used for the same occasion."""
    noun = noun.casefold()
    if noun in ("met", "meets"):
        return _TALKS
    for group in _GROUPS:
        if noun in group:
            return group
    return frozenset({noun})


def referred(
    region: str, document: Document, sentence: Span, all_: Iterable[DatedOccasion]
) -> DateMention | None:
    """The day of the occasion that an attribution points back to ("at the same event"), if that has one."""
    back = _BACK.search(region)
    if back is None:
        return None
    noun, which = back["noun"].casefold(), back["which"].casefold().split()
    fitting = [
        one
        for one in all_
        if one.at < sentence.start + back.start()
        and (noun in one.nouns or noun in _ANY)
        and all(word in one.words for word in which)
    ]
    if not fitting:
        return None
    block = document.sentence_at(sentence)
    near = block is not None and block.block - fitting[-1].block <= _NEAR
    one_day = len({one.dated.value for one in fitting}) == 1
    return fitting[-1].dated if near or (one_day and noun not in _ANY) else None
