"""Prints values as British English, for the memo: "2025-07-22" as "22 July 2025"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from briefgen import lexicon
from briefgen.timex.values import bounds

MONTHS = tuple(name.capitalize() for name in lexicon.time.months())
WEEKDAYS = tuple(name.capitalize() for name in lexicon.time.weekdays())
_ORDINALS = MappingProxyType({"1": "first", "2": "second", "3": "third", "4": "fourth"})
_SEASONS = MappingProxyType({"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"})
_PARTS = MappingProxyType(
    {"MO": "morning", "MI": "midday", "DT": "daytime", "AF": "afternoon", "EV": "evening", "NI": "night"}
)
_UNITS = MappingProxyType(
    {"Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "E": "decade", "C": "century"}
)
_CLOCK_UNITS = MappingProxyType({"H": "hour", "M": "minute", "S": "second"})
_REFERENCES = MappingProxyType(
    {"PRESENT_REF": "at the time", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
)
_NO_YEAR = "(year not given)"

Groups = tuple[str, ...]


def _day(groups: Groups) -> str:
    year, month, dom = groups
    if "X" in month or not 1 <= int(month) <= 12:
        return "day not given" if year == "XXXX" else f"{year} (day not given)"
    name = MONTHS[int(month) - 1]
    if "X" in dom:
        return _month((year, month))
    return f"{int(dom)} {name} {_NO_YEAR}" if year == "XXXX" else f"{int(dom)} {name} {int(year)}"


def _month(groups: Groups) -> str:
    year, month = groups
    if "X" in month or not 1 <= int(month) <= 12:
        return "month not given" if year == "XXXX" else f"{year} (month not given)"
    return f"{MONTHS[int(month) - 1]} {_NO_YEAR if year == 'XXXX' else int(year)}"


def _week(groups: Groups) -> str:
    first, last = bounds(f"{groups[0]}-W{groups[1]}{groups[2]}")
    if first is None or last is None:
        return "weekend not given" if groups[2] else "week not given"
    if groups[2]:
        return "weekend of " + _interval(first.isoformat(), last.isoformat())
    return "week of " + english(first.isoformat())


def _of_year(year: str, what: str) -> str:
    return f"{what} {_NO_YEAR}" if year == "XXXX" else f"{what} of {int(year)}"


def _season(groups: Groups) -> str:
    year, season = groups
    return f"{_SEASONS[season]} {_NO_YEAR if year == 'XXXX' else int(year)}"


def _century(groups: Groups) -> str:
    number = int(groups[0]) + 1
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    return f"{number}{suffix} century"


def _clock(groups: Groups) -> str:
    head, hour, minute = groups
    if head.startswith("XXXX-XX"):
        return f"{hour}:{minute or '00'} (date not given)"
    return f"{english(head)}, {hour}:{minute or '00'}"


def _part(groups: Groups) -> str:
    if groups[0].startswith("XXXX-XX"):
        return f"{_PARTS[groups[1]]} (date not given)"
    return f"{_PARTS[groups[1]]} of {english(groups[0])}"


def _count(number: str, unit: str) -> str:
    plural = "centuries" if unit == "century" else unit + "s"
    if number.startswith("X"):
        return f"some {plural}"
    return f"{number} {unit if number == '1' else plural}"


def _duration(groups: Groups) -> str:
    days, clock = groups
    parts = [_count(n, _UNITS[u]) for n, u in re.findall(r"([\d.X]+)([YMWDQEC])", days)]
    parts += [_count(n, _CLOCK_UNITS[u]) for n, u in re.findall(r"([\d.X]+)([HMS])", clock or "")]
    return " ".join(parts) or "some time"


def _weekday(groups: Groups) -> str:
    return f"a {WEEKDAYS[int(groups[0]) - 1]} (date not given)"


_FORMS: tuple[tuple[str, Callable[[Groups], str]], ...] = (
    (r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)", _day),
    (r"(\d{4}|XXXX)-(\d\d|XX)", _month),
    (r"(\d{4})", lambda g: str(int(g[0]))),
    (r"(\d{4}|XXXX)-W(\d\d|XX)(-WE|)", _week),
    (r"(\d{4}|XXXX)-Q([1-4])", lambda g: _of_year(g[0], f"{_ORDINALS[g[1]]} quarter")),
    (r"(\d{4}|XXXX)-H([12])", lambda g: _of_year(g[0], f"{_ORDINALS[g[1]]} half")),
    (r"(\d{4}|XXXX)-(SP|SU|FA|AU|WI)", _season),
    (r"(\d{3})", lambda g: f"the {int(g[0])}0s"),
    (r"(\d\d)", _century),
    (r"XXXX", lambda _: "year not given"),
    (r"XXXX-WXX-([1-7])", _weekday),
    (r"([\dX-]+)T(\d\d)(?::(\d\d))?(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?", _clock),
    (r"([\dWX-]+)T(MO|MI|DT|AF|EV|NI)", _part),
    (r"P(?!$)((?:[\d.X]+[YMWDQEC])*)(?:T((?:[\d.X]+[HMS])+))?", _duration),
)
"""Compiled when a value is first printed: most runs of the finder print none."""


def _interval(first: str, last: str) -> str:
    """Two ends with what they share said once: "10–12 July 2025"."""
    if re.fullmatch(r"\d{4}/\d{4}", f"{first}/{last}"):
        return f"{int(first)}–{int(last)}"
    head, tail = english(first), english(last)
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{head.partition(' ')[0]}–{tail}"
    if first[:4] == last[:4] and len(first) > 4 and head.endswith(" " + last[:4].lstrip("0")):
        head = head.rpartition(" ")[0]
    return f"{head} – {tail}"


def weekday_of(day: date) -> str:
    """The weekday of a day: "Tuesday"."""
    return WEEKDAYS[day.weekday()]


def english(value: str) -> str:
    """What a TIMEX3 or ISO value says, in British English; a value without a form is given back as it is.

    >>> english("2025-07-22"), english("2025-W30"), english("XXXX-07-21")
    ('22 July 2025', 'week of 21 July 2025', '21 July (year not given)')
    """
    if value in _REFERENCES:
        return _REFERENCES[value]
    first, slash, last = value.partition("/")
    if slash and first and last:
        return _interval(first, last)
    for pattern, say in _FORMS:
        if match := re.fullmatch(pattern, value):
            return say(tuple(group or "" for group in match.groups()))
    return value
