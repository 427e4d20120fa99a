"""Finds the dates in the article and says of each what day it means and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from briefgen.errors import Problem
from briefgen.model import PROSE, DateMention, Document, Flag, Span, Status, Turn
from briefgen.timex import (
    Order,
    Timex,
    Written,
    bounds,
    find,
    granularity,
    pause,
    printed_dates,
    resolve,
    tokens,
)
from briefgen.timex.cues import MODALS
from briefgen.timex.tokens import TimeToken
from briefgen.timex.values import day as day_of

_VERBS = MODALS | {"was", "were", "did"}
"""Verbs that tell whether a question is about what lies ahead or behind."""
_PAST = "happened"
"""A verb that puts a date beside it behind; "was" and "did" tell nothing by themselves."""
_LONGEST_ANSWER = 6
"""Words of an answer without a verb."""
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?=:? +[A-Z“\"])")
_ENTRIES = 3
"""Paragraphs that open with a time of day from which a document is a running report."""
_ISO_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.dates` for headline, teaser and body, in reading order.

    Relative dates count from the document's date; without one they stay partial ("XXXX-WXX-4") and carry
    what bounds the document has. A date counted from another points to the words that gave that one. Both
    ends of a range ("10-12 July") are one mention with an interval. What is not a date is left alone: there
    is nothing to report and nothing raises.
    """
    published = document.meta.published
    found = _tokens(document)
    first, last = published.earliest, published.latest
    if published.value and published.day is None:
        first, last = bounds(published.value)
    written = Written(published.day, first, last, _order(document), _updated(document))
    resolved = resolve(find(found), found, written)
    mentions = tuple(_mention(document, one) for one in _joined(resolved))
    return replace(document, dates=mentions), ()


def _tokens(document: Document) -> tuple[TimeToken, ...]:
    """The tokens of all blocks to read in one row, so that "a day earlier" finds the day named before it."""
    text = document.source.text
    found: list[TimeToken] = []
    clocks = _clocks(document)
    for block in document.blocks:
        if block.label in PROSE:
            own = list(tokens(text, clocks.get(block.span.start, block.span.start), block.span.end))
            turn = document.turn_at(block.span.end - 1)
            label = sum(one.start < turn.span.start for one in own) if turn else 0
            found += [*own[:label], *_asked(document, block.span, turn), *own[label:]]
            found.append(pause(block.span.end))
    return tuple(found)


def _clocks(document: Document) -> Mapping[int, int]:
    """The paragraphs of a running report that open with the time of an entry ("2155 The bank says"): where
    each starts, and where that time ends. It looks like a year, and is of the day of the report."""
    text, prose = document.source.text, (one.span for one in document.blocks if one.label in PROSE)
    heads = {one.start: head.end() for one in prose if (head := _CLOCK.match(text, one.start, one.end))}
    return heads if len(heads) >= _ENTRIES else {}


def _asked(document: Document, block: Span, turn: Turn | None) -> Iterator[TimeToken]:
    """The verb of the question before an answer that has none: "Will it sail?" "Yes, in May." lies ahead."""
    if turn is None or turn.asked is None or turn.span.start < block.start:
        return
    sentence = document.text(block)[turn.span.start - block.start :].partition(".")[0]
    text = document.source.text
    if sentence.count(" ") < _LONGEST_ANSWER and not _VERBS & set(sentence.casefold().split()):
        asking = tokens(text, turn.asked.start, turn.asked.end)
        for token in (one for one in asking if one.word in _VERBS):
            yield token if token.word in MODALS else token._replace(word=_PAST, capital=False)


def _changed(document: Document) -> Flag | None:
    """The stamp of a change."""
    return next((flag for flag in document.meta.flags if flag.kind == "updated"), None)


def _updated(document: Document) -> date | None:
    """The day of a change; a stamp without a year is of the year of publication, or of the next."""
    flag, day = _changed(document), document.meta.published.day
    found = _ISO_DAY.match(flag.detail) if flag else None
    if found is None or day is None:
        return None
    month, dom = int(found[2]), int(found[3])
    years = (day.year, day.year + 1) if found[1] == "XXXX" else (int(found[1]),)
    days = (one for year in years if (one := day_of(year, month, dom)))
    return next((one for one in days if one >= day), None)


def _order(document: Document) -> Order | None:
    """How the stamp writes its numbers, when only one order gives the document's date."""
    published = document.meta.published
    if published.evidence is None or published.value is None:
        return None
    words = document.text(published.evidence)
    orders: tuple[Order, ...] = ("DMY", "MDY")
    fitting = [o for o in orders if published.value in {one.value for one in printed_dates(words, o)}]
    return fitting[0] if len(fitting) == 1 else None


def _joined(resolved: tuple[Timex, ...]) -> Iterator[Timex]:
    """Joins the two ends of a range to one interval; an end whose day is not known stays alone."""
    opening: Timex | None = None
    for one in resolved:
        if opening is not None:
            yield _interval(opening, one)
            opening = None
        elif one.opens:
            opening = one
        else:
            yield one
    if opening is not None:
        yield opening


def _interval(first: Timex, last: Timex) -> Timex:
    return last._replace(
        start=first.start,
        value=f"{first.value}/{last.value}",
        earliest=first.earliest,
        opens=False,
    )


def _anchor(document: Document, one: Timex) -> Span | None:
    if one.status != "resolved":
        return None
    if one.by_update:
        flag = _changed(document)
        return flag.span if flag else None
    if one.anchor is None:
        return document.meta.published.evidence
    return document.source.span(*one.anchor)


def _status(document: Document, one: Timex) -> Status:
    """Counted from a document date that was itself taken from another document: inferred."""
    inferred = document.meta.published.status == "inferred"
    return "inferred" if one.status == "resolved" and one.anchor is None and inferred else one.status


def _mention(document: Document, one: Timex) -> DateMention:
    return DateMention(
        document.source.span(one.start, one.end),
        one.type,
        one.value,
        granularity(one.value),
        one.earliest,
        one.latest,
        _status(document, one),
        _anchor(document, one),
        one.alternatives,
    )
