"""The day that stands over a statement: at the head of its item in a timeline, or of the minutes it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.annotate.occasions.own import Placed
from briefgen.model import DateMention, Document, Quote

_BEFORE = re.compile(r"[\s|>*_•·▪–—-]*(?:\d{1,2}[.)]\s+)?[\s*_]*")
"""Marks before the date of an item: a bullet, a number, the edge of a row."""
_BEHIND = re.compile(r"[\s*_]*(?:[:|–—]|-\s)")
"""What parts it from the words of the item."""


_EDGES = " \t\r\n*_:#"


def by_item(document: Document, placed: Sequence[Placed]) -> list[Placed]:
    """The statements, with the date that opens their paragraph where their own sentence gives none."""
    heads = dict(_heads(document)) if document.dates else {}
    return [_placed(document, one, heads) if heads and one.quote.dated is None else one for one in placed]


def by_meeting(document: Document, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The statements of minutes, with the one day that their title gives."""
    if document.meta.genre.value != "minutes":
        return quotes
    title = next((block.span for block in document.blocks if block.label == "headline"), None)
    days = [d for d in document.dates if title and title.contains(d.span) and _is_day(d)]
    if len({one.earliest for one in days}) != 1:
        return quotes
    return [quote if quote.dated else replace(quote, dated=days[0]) for quote in quotes]


def _is_day(one: DateMention) -> bool:
    return one.type in ("DATE", "TIME") and one.earliest is not None and one.earliest == one.latest


def _placed(document: Document, one: Placed, heads: Mapping[int, DateMention]) -> Placed:
    sentence = document.sentence_at(one.quote.parts[0])
    dated = heads.get(sentence.block) if sentence is not None else None
    return one if dated is None else one._replace(quote=replace(one.quote, dated=dated))


def _heads(document: Document) -> Iterator[tuple[int, DateMention]]:
    """The paragraphs that open with a date and a mark behind it, with that date; in a timeline also those
    under a line that is nothing but a date."""
    text = document.source.text
    alone: dict[int, DateMention] = {}
    for dated in document.dates:
        sentence = document.sentence_at(dated.span)
        if sentence is None or dated.earliest is None or dated.type not in ("DATE", "TIME"):
            continue
        block = document.blocks[sentence.block].span
        before = _BEFORE.fullmatch(text, block.start, dated.span.start)
        if before and _BEHIND.match(text, dated.span.end, block.end):
            yield sentence.block, dated
        elif before and not text[dated.span.end : block.end].strip(_EDGES):
            alone[sentence.block] = dated
    if document.meta.genre.value == "list":
        for start, end in pairwise((*sorted(alone), len(document.blocks))):
            yield from ((block, alone[start]) for block in range(start + 1, end))
