"""Dates that a reader should check: those that no source prints so, and those that can not be so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen import lexicon
from briefgen.compose.brief import Brief, Filling
from briefgen.compose.evidence.risks import reason
from briefgen.compose.wording import place_of
from briefgen.english.words import words
from briefgen.model import Document, Span
from briefgen.paper.evidence import Reason
from briefgen.paper.memo import Cited, Item, Reference, When
from briefgen.timex import english, weekday_of

_MONTH = re.compile(r"\d{4}-\d\d")


def doubtful_dates(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """Why to check the days that rows give for a passage."""
    for item in items:
        when = item.when
        if when is not None and when.printed is not None and when.printed.source == place.source:
            yield from _doubts(brief, place, when, when.printed)


def _doubts(brief: Brief, place: Span, when: When, printed: Span) -> Iterator[Reason]:
    document = brief.corpus.document(printed)
    read = next((one for one in document.dates if one.span == printed), None)
    fields: dict[str, Filling] = {"date": when.plain, "words": Cited(printed)}
    if read is not None and when.value and read.value != when.value:
        yield reason(brief, "date", "date-differs", fields | {"other": english(read.value)})
    if when.rung:
        return
    named = _weekday_in(document.text(printed))
    told = weekday_of(when.first) if when.first and when.first == when.last else ""
    if named and told and told.casefold() != named:
        yield reason(brief, "date", "date-weekday", fields | {"weekday": told})
    if not place.contains(printed):
        fields |= {"source": Reference(printed.source), "place": place_of(document, printed)}
        yield reason(brief, "date", "date-elsewhere", fields)
    if when.status == "inferred":
        yield reason(brief, "date", "date-inferred", fields)
    elif when.status == "resolved" and _MONTH.fullmatch(when.value or ""):
        yield reason(brief, "date", "date-month", fields)
    elif when.status == "resolved" and not (named or plain(document, when, printed)):
        yield reason(brief, "date", "date-counted", fields)


def plain(document: Document, when: When, printed: Span) -> bool:
    """Whether a counted date is as good as printed: the day of its source ("today"), a figure that lacks only
    the year, no day at all."""
    if when.first is None or when.first != when.last:
        return True
    return when.first == document.meta.published.day or any(map(str.isdigit, document.text(printed)))


def _weekday_in(text: str) -> str:
    """The weekday that words name, in small letters; "" for none."""
    return next((word for word in words(text.casefold()) if word in lexicon.time.weekdays()), "")
