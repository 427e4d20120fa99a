"""Rules for dates printed as dates: 28.05.2018, 6 December 2025, Sat., Dec. 6, July 2025."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from types import MappingProxyType

from briefgen.timex import numeric
from briefgen.timex.expression import Meaning, TimexType
from briefgen.timex.rules import Piece, Rule, Run, number, one, rule

VOID = Meaning("void")
"""For what looks like a date but is none (30 February); it uses up its words and means nothing."""
LEAP = 2000
"""A year in which every month has all the days it can have."""
HEAD = "(?:(?:(?:CM?|[1f]M)Z?,?@?)?(?:T?[de],?)?)"
MONTH = "[mn]"
_TIME = re.compile(r"(\d{1,2})(?:[.:]?(\d\d)(?::\d\d)?)?([ap]m)?")
_NOON = MappingProxyType({"am": "0", "pm": "12"})
CLOCK = r"(?:,?@?(?:CM?|[1f]M)Z?)?"


def clock(tokens: Run) -> str:
    """The time of day among the tokens as "17:30", "" without one."""
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        noon = after.value if after is not None and after.cls == "M" else ""
        clear = token.cls == "C" or (token.cls in "1f" and noon)
        if clear and (match := _TIME.fullmatch(token.word.casefold())):
            return _clock(int(match[1]), match[2] or "00", _NOON.get(match[3], noon))
    return ""


def _clock(hour: int, minute: str, noon: str) -> str:
    if noon and 1 <= hour <= 12:
        hour = hour % 12 + int(noon)
    return f"{hour:02d}:{minute}" if hour <= 24 and minute < "60" else ""


def named_month(tokens: Run) -> int | None:
    """The month by name; names that are also words need a capital ("may", "march", "dec")."""
    token = one(tokens, "mn")
    if token is None or (token.cls == "n" and not token.capital):
        return None
    return int(token.value)


def plausible(day: int | None, month: int, year: int | None = None) -> bool:
    """Whether a month can have the day; without a year February has 29."""
    return day is None or 1 <= day <= monthrange(LEAP if year is None else year, month)[1]


def of_year(date: Meaning, year: int | None) -> Meaning:
    """A date whose year stands elsewhere; `VOID` when its month has no such day in that year."""
    known = date.month is None or plausible(date.day, date.month, year)
    return replace(date, year=year) if known else VOID


def _day(tokens: Run) -> int | None:
    """The day of the month: the number beside the month, not an hour before or after it."""
    at = next(index for index, token in enumerate(tokens) if token.cls in "mn")
    after = [token for token in tokens[at + 1 : at + 3] if token.cls != "h"]
    if after and after[0].cls in "1O":
        return number(tuple(after[:1]), "1O")
    before = [token for token in tokens[max(at - 2, 0) : at] if token.cls != "c"]
    return number(tuple(before[-1:]), "1O")


def dated(tokens: Run) -> Meaning | None:
    """A date with the month written out; the year may be missing."""
    month = named_month(tokens)
    day = _day(tokens)
    if month is None:
        return None
    year = number(tokens, "y")
    if not plausible(day, month, year):
        return VOID
    weekday = number(tokens, "de")
    time = clock(tokens)
    kind: TimexType = "TIME" if time else "DATE"
    return Meaning("calendar", year, month, day, weekday, part=time, type=kind)


def week_of(tokens: Run) -> Meaning | None:
    """ "the week of March 6", "the weekend of 16 March"."""
    at = next(i for i, token in enumerate(tokens) if token.cls == "c")
    found = dated(tokens[at + 1 :])
    unit = next(token for token in tokens if token.cls == "u").value
    week = unit in ("W", "WE") and found is not None and found.kind == "calendar"
    return replace(found, unit=unit) if week and found else None


def part_of_month(tokens: Run) -> Meaning | None:
    """ "the last week of March", "the first days of May 2025": somewhere in that month."""
    at = next(i for i, token in enumerate(tokens) if token.cls == "c")
    found = dated(tokens[at + 1 :])
    known = tokens[at - 1].value in ("W", "WE", "D") and tokens[0].word != "this"
    return replace(found, mod="END" if one(tokens, "L") else "") if known and found else None


def year_first(tokens: Run) -> Meaning | None:
    """ "2025 July 21"."""
    found = dated(tokens[1:])
    return of_year(found, number(tokens, "y")) if found and found.kind == "calendar" else None


def numeric_date(tokens: Run) -> Meaning | None:
    """A date in numbers; both readings are kept where day and month could change places."""
    printed = next(token.word for token in tokens if token.cls == "A")
    day = numeric.read(printed)
    if day is None:
        return None
    other = numeric.other_reading(printed)
    stamp = printed.partition("T")[2][:5] or clock(tokens)
    kind: TimexType = "TIME" if stamp else "DATE"
    return Meaning(
        "fixed",
        value=day.isoformat(),
        other=other.isoformat() if other else "",
        order=numeric.usual_order(printed),
        part=stamp,
        type=kind,
    )


def _first_day(tokens: Run) -> tuple[Piece, Piece] | None:
    """ "10-12 July 2025", "10 to 12 July": the first day borrows month and year from the second date."""
    first, second = tokens[0], dated(tokens[2:])
    if second is None or second.kind != "calendar":
        return None
    day = number(tokens[:1], "1O")
    if day is None or second.day is None or day >= second.day:
        return None
    head = replace(second, day=day, weekday=None)
    return (first.start, first.end, head), (tokens[2].start, tokens[-1].end, second)


def _second_day(tokens: Run) -> tuple[Piece, Piece] | None:
    """ "July 10-12, 2025": the second day borrows month and year."""
    at = next(i for i, token in enumerate(tokens) if token.cls in "~-N")
    first, day = dated(tokens[:at]), number(tokens[at:], "1O")
    if first is None or first.month is None or first.day is None or day is None:
        return None
    if day <= first.day:
        return None
    year = number(tokens, "y")
    second = of_year(replace(first, day=day, weekday=None), year)
    first = of_year(first, year)
    return (tokens[0].start, tokens[at - 1].end, first), (tokens[at + 1].start, tokens[-1].end, second)


def _months(tokens: Run) -> tuple[Piece, Piece] | None:
    """ "May-July 2025", "30 July to 2 August 2025": the first date borrows the year."""
    at = next(i for i, token in enumerate(tokens) if token.cls in "~-")
    first, second = dated(tokens[:at]), dated(tokens[at + 1 :])
    if first is None or second is None or (first.day is None) != (second.day is None):
        return None
    first = of_year(first, first.year if first.year is not None else second.year)
    return (tokens[0].start, tokens[at - 1].end, first), (tokens[at + 1].start, tokens[-1].end, second)


RANGES: tuple[Rule, ...] = (
    rule("1O", "[1O][~N-][1O]c?" + MONTH + "(?:,?y)?", _first_day),
    rule("mn", MONTH + "[1O][~N-]h?[1O](?![/%uU])(?:,?y)?", _second_day),
    rule("1O", "[1O]" + MONTH + "[~-][1O]" + MONTH + "(?:,?y)?", _months),
    rule("mn", MONTH + "[1O][~-]" + MONTH + "[1O](?:,?y)?", _months),
    rule("mn", MONTH + "[~-]" + MONTH + "y", _months),
    rule("mn", MONTH + "~" + MONTH + "(?![1O])", _months),
)
ABSOLUTE: tuple[Rule, ...] = (
    rule("hu", f"h?uc(?:h?{MONTH}[1O]|[1O]{MONTH})(?:,?y)?", week_of),
    rule("hoOL", f"h?[oOL][uU]c{MONTH}(?:,?y)?(?![1O])", part_of_month),
    rule("AdeC1fT", HEAD + "A" + CLOCK, numeric_date),
    rule("1OdeCfT", HEAD + "[1O]c?" + MONTH + ",?y" + CLOCK, dated),
    rule("mndeC1fT", HEAD + MONTH + "h?[1O],?y" + CLOCK, dated),
    rule("y", "y" + MONTH + "[1O](?![1iyuU])", year_first),
    rule("1OdeCfT", HEAD + "h?[1O]c?" + MONTH + "(?!,?y)", dated),
    rule("mndeC1fT", HEAD + MONTH + "h?[1O](?![/%uU]|,?y)" + CLOCK, dated),
    rule("mn", MONTH + "[c,]?y", dated),
)
"""Complete dates first; then those without a year, then those without a day."""
