"""Decides how a numeric date is to be read when day and month could change places."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Literal

from briefgen import lexicon
from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import dates
from briefgen.describe.weekdays import named_today, weekday_in
from briefgen.timex import PrintedDate

DayOrder = Literal["DMY", "MDY"]
ORDERS: tuple[DayOrder, DayOrder] = ("DMY", "MDY")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-])")
_MONTHS = rf"(?:{'|'.join(map(str.capitalize, lexicon.time.months()))})"
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTHS} \d{{1,2}}\b(?! ?\d{{3}})")
_US_TIME = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)? (?:E[SD]?T|P[SD]?T|C[SD]T)\b", re.IGNORECASE)
_DAY_FIRST_HOST = re.compile(r"\.(?:uk|eu|au|nz|in|ie|de|fr|it|es|nl|be|at|sg|my|za|br|pk|ng|ke)(?:/|\b)")
_STRONG, _WEAK = 4, 1
_ENOUGH = 2
_NEAR_DAYS = 10


def readings(page: DescribedPage, printed: PrintedDate, text: str) -> dict[DayOrder, date]:
    """The days that an ambiguous date in `text` can name, by order."""
    days: dict[DayOrder, date] = {}
    for order in ORDERS:
        same = [one for one in dates(text, order) if one.start == printed.start]
        if same and "X" not in same[0].value and len(same[0].value) == 10:
            days[order] = date.fromisoformat(same[0].value)
    return days


def decide(page: DescribedPage, text: str, days: dict[DayOrder, date]) -> DayOrder | None:
    """The order for which the rest of the document speaks, or None."""
    votes = _by_weekday(page, text, days)
    votes.update(_by_other_numbers(page.source.text))
    votes.update(_by_days_named(page, days))
    votes.update(_by_style(page))
    first, second = votes["DMY"], votes["MDY"]
    if max(first, second) < _ENOUGH or first == second:
        return None
    return "DMY" if first > second else "MDY"


def _by_weekday(page: DescribedPage, text: str, days: dict[DayOrder, date]) -> Counter[DayOrder]:
    votes: Counter[DayOrder] = Counter()
    today = named_today(page)
    for named in (weekday_in(text), today[0] if today else None):
        for order, day in days.items():
            if named is not None and day.weekday() == named:
                votes[order] += _STRONG
    return votes


def _by_other_numbers(text: str) -> Counter[DayOrder]:
    votes: Counter[DayOrder] = Counter()
    for found in _NUMERIC.finditer(text):
        if int(found[1]) > 12 >= int(found[3]):
            votes["DMY"] += _STRONG
        elif int(found[3]) > 12 >= int(found[1]):
            votes["MDY"] += _STRONG
    return votes


def _by_days_named(page: DescribedPage, days: dict[DayOrder, date]) -> Counter[DayOrder]:
    """A reading gains when the article names days close to it."""
    votes: Counter[DayOrder] = Counter()
    for i in page.citable()[:12]:
        for named in dates(page.text(page.blocks[i])):
            for order, day in days.items():
                value = named.value.replace("XXXX", str(day.year))
                near = len(value) == 10 and not named.ambiguous and _distance(value, day) <= _NEAR_DAYS
                votes[order] += 2 * near
    return votes


def _distance(value: str, day: date) -> int:
    try:
        return abs((date.fromisoformat(value) - day).days)
    except ValueError:
        return _NEAR_DAYS + 1


def _by_style(page: DescribedPage) -> Counter[DayOrder]:
    """How the page writes other dates and times, and where it lives."""
    votes: Counter[DayOrder] = Counter()
    text = page.source.text
    votes["DMY"] += min(len(_DAY_FIRST.findall(text)), 2) * _WEAK + bool(_DAY_FIRST_HOST.search(text))
    votes["MDY"] += min(len(_MONTH_FIRST.findall(text)), 2) * _WEAK + bool(_US_TIME.search(text))
    return votes
