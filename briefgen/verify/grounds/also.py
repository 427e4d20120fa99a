"""What a row says of other sources and of its speaker: who tells the same, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.english.negation import denial
from briefgen.english.stem import stem
from briefgen.english.words import content
from briefgen.english.words import words as searched
from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.memo import House, Item, Memo, Reference
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds

_SHARED = 0.5
"""Share of the content words of the shorter of two passages below which they can not tell the same."""
_FIGURES = re.compile(r"\d+")
_COUNTED = frozenset({"background", "key-statements", "chronology"})
"""Sections whose rows say behind their words who else tells the same, and nothing else."""


def others_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Who is said to tell the same is an independent source that does, and so are the numbers given."""
    for section in memo.sections:
        for item in section.items:
            where = item.label or section.title
            for what in _wrong(item, grounds) if item.also or item.further else ():
                yield Problem(where, "listing-wrong", what)
            if (item.section or section.id) in _COUNTED:
                for what in _miscounted(item):
                    yield Problem(where, "listing-wrong", what)


def _wrong(item: Item, grounds: Grounds) -> Iterator[str]:
    origins = [grounds.corpus.kinship(cite.source).origin for cite in item.cites]
    for span in (place.span for place in item.also):
        document = grounds.corpus.by_id.get(span.source)
        if document is None or span.end > len(document.source.text):
            yield f"{span} lies in no source"
            continue
        origin = grounds.corpus.kinship(span.source).origin
        if origin in origins:
            yield f"{document.source.file} is no other source than one that is counted"
        origins.append(origin)
        if not _tells(item, span, grounds):
            yield f"{document.source.file} does not tell the same: {short(grounds.text(span))}"
    said = sum(grounds.voices.get(voice, 0) for voice in {quote.voice for quote in item.quotes})
    if item.further and item.further >= said:
        yield f"its speaker has {said} statements in all, not {item.further} more"


def _tells(item: Item, span: Span, grounds: Grounds) -> bool:
    """Whether a passage has words enough of a row, denies what it denies, and is of the same speaker."""
    if item.quotes:
        voices = {quote.voice for quote in item.quotes}
        if not any(quote.voice in voices for quote in grounds.quotes.within([span])):
            return False
    theirs = _stems(grounds.text(span))
    mine = _stems(" ".join(map(grounds.text, item.cites)))
    if len(mine & theirs) < _SHARED * min(len(mine), len(theirs)):
        return False
    return any(_denies(grounds.text(cite)) == _denies(grounds.text(span)) for cite in item.cites)


def _miscounted(item: Item) -> Iterator[str]:
    """Numbers and sources behind the words of a row that are not those of its places."""
    named = [run.target for run in item.closing if isinstance(run, Reference)]
    if named != [place.span.source for place in item.also][: len(named)] or bool(named) != bool(item.also):
        yield f"it names {', '.join(named) or 'no source'}, not the first that tell the same"
    said = {int(number) for number in _figures(item)}
    wanted = {item.further} if item.further else set()
    wanted |= {len(item.also)} if len(item.also) > 1 else set()
    wanted |= {len(item.also) - len(named)} if len(item.also) > len(named) else set()
    # A phrase for one says so in a word.
    if not wanted - {1} <= said <= wanted:
        yield f"it counts {sorted(said)}, not {sorted(wanted)}"


def _figures(item: Item) -> Iterable[str]:
    return (found for run in item.closing if isinstance(run, House) for found in _FIGURES.findall(run.text))


def _stems(words: str) -> frozenset[str]:
    return frozenset(content(map(stem, searched(words))))


def _denies(words: str) -> bool:
    return denial(words.lower()) is not None


CHECKS = (others_right,)
