"""What the article says about the weekday it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefgen import lexicon
from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import dates
from briefgen.model import Span

_DAYS = lexicon.time.weekdays()
_DAY = "|".join(_DAYS)
_WEEKDAY = re.compile(rf"\b(?:{_DAY})\b", re.IGNORECASE)
_TODAY = re.compile(
    rf"\btoday,? (?:on )?\(?(?P<after>{_DAY})\b"
    rf"|\b(?P<before>{_DAY}),? \(?today\b",
    re.IGNORECASE,
)
_NEAR_DAYS = 45
"""A day with its weekday counts as evidence when it lies so near to the date of the document."""


def weekday_in(text: str) -> int | None:
    """The weekday named in a short text, Monday 0; None when there is none or more than one."""
    named = {found.group().casefold() for found in _WEEKDAY.finditer(text)}
    return _DAYS.index(named.pop()) if len(named) == 1 else None


def named_today(page: DescribedPage) -> tuple[int, Span] | None:
    """The weekday in "today, Tuesday", with the words."""
    for i in page.citable():
        block = page.blocks[i]
        text = page.text(block)
        if "today" in text.lower() and (found := _TODAY.search(text)):
            span = page.source.span(block.span.start + found.start(), block.span.start + found.end())
            return _DAYS.index((found["after"] or found["before"]).casefold()), span
    return None


def contradictions(page: DescribedPage, day: date) -> Iterator[Span]:
    """Words of the article whose weekday does not fit the date of the document."""
    today = named_today(page)
    if today and today[0] != day.weekday():
        yield today[1]
    for i in page.citable():
        block = page.blocks[i]
        text = page.text(block)
        if "day" not in text.lower():  # as every weekday has, and few paragraphs with a date
            continue
        for printed in dates(text):
            named = weekday_in(text[max(0, printed.start - 12) : printed.end])
            meant = _near(printed.value, day)
            if named is not None and meant is not None and meant.weekday() != named:
                yield page.source.span(block.span.start + printed.start, block.span.start + printed.end)


def _near(value: str, day: date) -> date | None:
    """The day a yearless date means in the year of the document, when it is close by."""
    try:
        meant = date.fromisoformat(value.replace("XXXX", str(day.year)))
    except ValueError:
        return None
    return meant if abs((meant - day).days) <= _NEAR_DAYS else None
