"""TIMEX3 values (TimeML, ISO 24617-1; dates as in ISO 8601): what days they cover, and arithmetic on them.

A value never claims more than the text: unknown parts are `X`, as in XXXX-07-21.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from briefgen.model import Granularity

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)")
_YEAR = re.compile(r"\d{2,4}")

QUARTER_MONTHS = MappingProxyType(
    {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
)
SEASON_MONTHS = MappingProxyType({"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)})
"""Meteorological seasons of the northern hemisphere; the bounds of a season are wide, see `bounds`."""

Bounds = tuple[date | None, date | None]
UNKNOWN: Bounds = (None, None)


def day(year: int, month: int, dom: int) -> date | None:
    """The day, or None when the calendar has none (30 February)."""
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months later, kept inside the calendar of `datetime`."""
    index = min(max(year * 12 + month - 1 + by, 12), 9999 * 12 + 11)
    return index // 12, index % 12 + 1


def week(of: date, by: int = 0) -> str:
    """ISO week `by` weeks after the one that holds `of`, e.g. "2025-W30"."""
    year, number, _ = shift_days(of, 7 * by).isocalendar()
    return f"{year:04d}-W{number:02d}"


def shift_days(of: date, by: int) -> date:
    """`of` moved by days, kept inside the calendar of `datetime`."""
    ordinal = min(max(of.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _months(year: int, first: int, last: int) -> Bounds:
    """First day of the first month to the last day of the last; month 13 is January of the next year."""
    start = day(*shift_month(year, 1, first - 1), 1)
    end_year, end_month = shift_month(year, 1, last - 1)
    if not 1 <= end_year <= 9999:
        return (start, None)
    return start, date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _week_bounds(year: int, number: int, weekend: bool) -> Bounds:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return UNKNOWN
    return (monday + timedelta(5 if weekend else 0), monday + timedelta(6))


def _years(value: str) -> Bounds:
    """Years, decades ("198") and centuries ("19")."""
    width = 10 ** (4 - len(value))
    first = int(value) * width
    last = first + width - 1
    return (date(first, 1, 1), date(last, 12, 31)) if first >= 1 else UNKNOWN


def bounds(value: str) -> Bounds:
    """First and last day a value covers; (None, None) when it has no calendar place.

    An interval "2025-07-10/2025-07-12" spans both ends.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        return bounds(first)[0], bounds(last)[1]
    head = value.partition("T")[0] if not value.startswith("P") else value
    if match := _DAY.fullmatch(head):
        known = day(*map(int, match.groups()))
        return known, known
    if match := _MONTH.fullmatch(head):
        month = int(match[2])
        return _months(int(match[1]), month, month) if 1 <= month <= 12 and int(match[1]) else UNKNOWN
    if match := _WEEK.fullmatch(head):
        return _week_bounds(int(match[1]), int(match[2]), match[3] is not None)
    if match := _PART.fullmatch(head):
        first_month, last_month = {**QUARTER_MONTHS, **SEASON_MONTHS}[match[2]]
        return _months(int(match[1]), first_month, last_month) if int(match[1]) else UNKNOWN
    return _years(head) if _YEAR.fullmatch(head) else UNKNOWN


_GRANULARITY: tuple[tuple[str, Granularity], ...] = (
    (r".*T\d\d:\d\d.*", "minute"),
    (r".*T\d\d", "hour"),
    (r".*T(?:MO|MI|AF|EV|NI|DT)|.*TNI", "part-of-day"),
    (r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|XXXX-WXX-\d", "day"),
    (r".*-WE", "weekend"),
    (r"(?:\d{4}|XXXX)-W(?:\d\d|XX)", "week"),
    (r"(?:\d{4}|XXXX)-(?:\d\d|XX)", "month"),
    (r"(?:\d{4}|XXXX)-Q[1-4X]", "quarter"),
    (r"(?:\d{4}|XXXX)-H[12X]", "half-year"),
    (r"(?:\d{4}|XXXX)-(?:SP|SU|FA|AU|WI)", "season"),
    (r"\d{4}|XXXX", "year"),
    (r"\d{3}|XXX", "decade"),
    (r"\d\d|XX", "century"),
    (r"PT\d.*|PTX.*", "hour"),
    (r"P[\dX.]+D", "day"),
    (r"P[\dX.]+W", "week"),
    (r"P[\dX.]+M", "month"),
    (r"P[\dX.]+Q", "quarter"),
    (r"P[\dX.]+Y", "year"),
)


@cache
def granularity(value: str) -> Granularity:
    """The finest unit a value speaks in; "vague" for references such as PAST_REF."""
    value = value.partition("/")[0]
    return next((kind for pattern, kind in _GRANULARITY if re.fullmatch(pattern, value)), "vague")
