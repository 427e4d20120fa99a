"""Rules for dates counted from another day: on Tuesday, last week, two months ago, a day earlier, tonight."""

from __future__ import annotations

from dataclasses import replace

from briefgen.timex.calendar_rules import CLOCK, MONTH, VOID, clock, dated, named_month
from briefgen.timex.counts import COUNT, VAGUE, count
from briefgen.timex.expression import Anchor, Meaning, TimexType
from briefgen.timex.rules import Rule, Run, number, one, rule, timex_mod

_BACK_REFERENCE = frozenset({"previous", "prior", "preceding", "following", "that", "same", "those"})
"""Modifiers that count from the date named before, not from the day of speaking."""
EARLY = r"(?:g~?)?"


def shift(tokens: Run) -> int:
    """-1, 0 or 1 as the modifier says."""
    token = one(tokens, "LT")
    return max(int(token.value), -1) if token else 0


def anchor(tokens: Run) -> Anchor:
    """Where the modifier counts from; "the next day" follows a day named before, "next week" does not."""
    words = {token.word for token in tokens}
    days = any(token.cls in "pd" or token.value == "D" for token in tokens)
    back = words & _BACK_REFERENCE or (days and {"the", "next"} <= words)
    return "mention" if back else "speech"


def _part(tokens: Run) -> str:
    token = one(tokens, "p")
    return clock(tokens) or (token.value if token else "")


def _type(part: str) -> TimexType:
    return "TIME" if part else "DATE"


def weekday(tokens: Run) -> Meaning | None:
    """ "on Tuesday", "early Tuesday morning", "last Friday", "10 p.m. Wednesday", "the previous Friday"."""
    day, part = number(tokens, "d"), _part(tokens)
    head = tokens[: next(i for i, t in enumerate(tokens) if t.cls == "d")]
    if any(token.word == "following" for token in head) and head[0].cls != "h":
        return None  # "following Sunday's vote" is after it
    rel = None if one(head, "LT") is None else shift(head)
    if any(token.word == "recent" for token in head):
        return Meaning("fixed", value=f"XXXX-WXX-{day}")  # "on a recent Sunday": nobody can tell which
    if rel == 0 and len([t for t in head if t.cls in "LT"]) == 2:
        rel = shift(tuple(t for t in head if t.cls == "L"))
    return Meaning(
        "weekday",
        weekday=day,
        rel=rel,
        part=part,
        mod=timex_mod(tokens),
        anchor=anchor(head),
        type=_type(part),
    )


def weekday_of_week(tokens: Run) -> Meaning | None:
    """ "Tuesday of next week", "Monday last week"."""
    if tokens[-1].value != "W":
        return None
    return Meaning("weekday", weekday=number(tokens, "d"), rel=shift(tokens), unit="W")


def unit(tokens: Run) -> Meaning | None:
    """ "last week", "later this year", "the following month", "the previous day"."""
    token = one(tokens, "u")
    modifiers = [t for t in tokens if t.cls in "LT"]
    if token is None or token.value in ("TM", "FN", "L") or modifiers[-1].word == "recent":
        return None
    if token.value == "TH":
        past_hour = modifiers[0].cls == "L"
        return Meaning("fixed", value="PT1H", type="DURATION") if past_hour else None
    by = shift(tuple(modifiers[-1:]))
    part = _part(tokens)
    return Meaning(
        "unit",
        rel=by,
        unit=token.value,
        mod=timex_mod(tokens),
        part=part,
        anchor=anchor(tokens),
        type=_type(part),
    )


def bounded_unit(tokens: Run) -> Meaning | None:
    """ "the end of the year", "the end of this week", "the start of next month"."""
    token = one(tokens, "u")
    if token is None or token.value in ("TM", "TH", "D", "FN"):
        return None
    return Meaning("unit", rel=shift(tokens), unit=token.value, mod=timex_mod(tokens))


def part_of_unit(tokens: Run) -> Meaning | None:
    """ "the first week of next month"; "the last week of the campaign" is none."""
    at = next(i for i, token in enumerate(tokens) if token.cls == "c")
    if at == len(tokens) - 1:
        return VOID if tokens[1].word == "last" else None
    return bounded_unit(tokens[at + 1 :])


def unit_end(tokens: Run) -> Meaning | None:
    """ "year-end", "month end"; with the hyphen it is the closing day of the books."""
    if tokens[0].value == "Y" and tokens[-1].word == "end" and len(tokens) == 3:
        return Meaning("calendar", month=12, day=31, rel=0, unit="Y", mod="END")
    known = tokens[0].value in ("Y", "M", "Q") and tokens[-1].word == "end"
    return Meaning("unit", rel=0, unit=tokens[0].value, mod="END") if known else None


def ago(tokens: Run) -> Meaning | None:
    """ "two months ago", "a day earlier", "three years later", "a few days before"."""
    at = next(i for i, token in enumerate(tokens) if token.cls in "uU")
    direction = tokens[-1]
    number_ = count(tokens[:at]) if at else VAGUE
    if number_ is not None and number_ != VAGUE and any(token.cls == "H" for token in tokens[at:]):
        number_ += 0.5
    if number_ is None or (direction.cls == "g" and direction.word not in ("earlier", "later")):
        return None
    by = -1 if direction.word in ("ago", "earlier", "before") else 1
    where: Anchor = "speech" if direction.word in ("ago", "hence", "now") else "mention"
    amount = None if number_ == VAGUE else number_
    unit_ = tokens[at].value
    kind: TimexType = "TIME" if unit_.startswith("T") else "DATE"
    return Meaning("ago", rel=by, unit=unit_, count=amount, anchor=where, type=kind)


def offset(tokens: Run) -> Meaning | None:
    """ "today", "late yesterday", "tomorrow morning", "tonight"."""
    token = one(tokens, "z")
    if token is None:
        return None
    part = _part(tokens) or ("NI" if token.word == "tonight" else "")
    return Meaning("offset", rel=int(token.value), part=part, mod=timex_mod(tokens), type=_type(part))


def part_of_day(tokens: Run) -> Meaning | None:
    """ "this morning", "last night", "the evening", "that night", "the next morning"."""
    token = one(tokens, "p")
    modifier = one(tokens, "LT")
    if token is None or token.word.endswith("s") or (modifier and modifier.word == "recent"):
        return None
    by = 0 if modifier is None else shift(tokens)
    where: Anchor = "mention" if modifier is None else anchor(tokens)
    mod = timex_mod(tokens) if modifier is not None else "BARE"
    return Meaning("offset", rel=by, part=token.value, anchor=where, mod=mod, type="TIME")


def part_of_date(tokens: Run) -> Meaning | None:
    """ "the morning of March 11", "the evening of 4 January 2010", "the night of last Friday"."""
    at = next(i for i, token in enumerate(tokens) if token.cls == "c")
    part = tokens[at - 1]
    rest = tokens[at + 1 :]
    found = weekday(rest) if one(rest, "d") and not one(rest, MONTH) else dated(rest)
    if found is None or found.kind == "void" or part.word.endswith("s"):
        return None
    return replace(found, part=part.value, type="TIME")


def hour_of_morning(tokens: Run) -> Meaning | None:
    """ "4 in the morning", "at 9 in the evening"."""
    hour, part = int(tokens[0].value), tokens[-1].value
    if hour > 12 or part not in ("MO", "AF", "EV", "NI") or tokens[1].word != "in":
        return None
    late = part in ("AF", "EV") or (part == "NI" and hour > 5)
    return Meaning("clock", part=f"{hour % 12 + 12 * late:02d}:00", type="TIME")


def day_beside(tokens: Run) -> Meaning | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if tokens[1].value != "D" or tokens[-1].word not in ("yesterday", "tomorrow"):
        return None
    return Meaning("offset", rel=2 * int(tokens[-1].value))


def day_before(tokens: Run) -> Meaning | None:
    """ "the day before", "the week after": only where nothing is named after it."""
    if tokens[-1].word not in ("before", "after") or tokens[1].value not in ("D", "W", "M", "Y"):
        return None
    by = int(tokens[-1].value)
    return Meaning("unit", rel=by, unit=tokens[1].value, anchor="mention")


def month(tokens: Run) -> Meaning | None:
    """ "last May", "late November", "this July", "the end of March"; the year is found by tense."""
    found = named_month(tokens)
    if found is None:
        return None
    modifiers = tuple(t for t in tokens if t.cls in "LT")
    if any(token.word == "recent" for token in modifiers):
        return None
    rel = shift(modifiers[-1:]) if modifiers else None
    return Meaning("calendar", month=found, rel=rel, mod=timex_mod(tokens), year=number(tokens, "y"))


def month_of_year(tokens: Run) -> Meaning | None:
    """ "January this year", "June last year", "May of next year"."""
    token, found = one(tokens, "u"), named_month(tokens)
    if token is None or token.value != "Y" or found is None:
        return None
    day = number(tokens, "1O")
    return Meaning("calendar", month=found, day=day, rel=shift(tokens), unit="Y", mod=timex_mod(tokens))


def time_of_day(tokens: Run) -> Meaning | None:
    """ "at 14:30", "7:15 p.m.", "noon": a time with no day beside it."""
    part = clock(tokens) or (tokens[-1].value if tokens[-1].cls == "p" else "")
    return Meaning("clock", part=part, type="TIME") if part else None


def unit_in(tokens: Run) -> Meaning | None:
    """ "earlier in the year", "later in the day"."""
    if tokens[0].word not in ("earlier", "later", "early", "late") or tokens[-1].value.startswith("T"):
        return None
    return Meaning("unit", rel=0, unit=tokens[-1].value, mod=tokens[0].value, anchor="mention")


def full_year(tokens: Run) -> Meaning | None:
    """ "the full year", "the entire year"."""
    known = tokens[1].word in ("full", "entire", "whole") and tokens[2].value == "Y"
    return Meaning("unit", rel=0, unit="Y") if known else None


def the_unit(tokens: Run) -> Meaning | None:
    """ "the weekend", "the year", "the fiscal year"; a year that "ended" is a length."""
    token = one(tokens, "u")
    if token is None or token.value not in ("WE", "Y") or token.capital:
        return None  # "Book of the Year"
    if tokens[-1].cls == "x" and tokens[-1].word not in ("ended", "ending"):
        return None
    if tokens[-1].cls == "x":
        return VOID if token.value == "WE" else Meaning("fixed", value="P1Y", type="DURATION")
    return Meaning("unit", rel=0 if token.value == "Y" else None, unit=token.value)


def the_weekend(tokens: Run) -> Meaning | None:
    """ "over the weekend", "the weekend's talks"."""
    return Meaning("unit", unit="WE") if tokens[1].value == "WE" and not tokens[1].capital else None


def noon(tokens: Run) -> Meaning | None:
    """ "noon", "midnight", "mid afternoon" with no day beside it."""
    token = tokens[0]
    if token.word == "overnight":
        return Meaning("offset", rel=0, part=token.value, anchor="mention", mod="BARE", type="TIME")
    clear = ":" in token.value or " " in token.word
    return Meaning("clock", part=token.value, type="TIME") if clear else None


RELATIVE: tuple[Rule, ...] = (
    rule("h", "hu<z", day_beside),
    rule("h", "hu<(?![wvaXxhTLdmnK1iyP])", day_before),
    rule("m1On", "(?:[1O]c?)?" + MONTH + "(?:[1O])?,?c?[LT]u", month_of_year),
    rule("d", "d,?c?[LT]u", weekday_of_week),
    rule("hgp", f"h?{EARLY}pc(?:(?:d,?)?(?:{MONTH}h?[1O]|[1O]c?{MONTH})(?:,?y)?|L?d)", part_of_date),
    rule("1", "1@hp", hour_of_morning),
    rule("LThgdpC1f", "(?:(?:CM?|[1f]M)Z?[x@]?|p)?h?" + EARLY + "T?L?T?g?@?dg?p?" + CLOCK, weekday),
    rule("U", "U[Gg]", ago),
    rule("aviw1fyH", COUNT + "(?:x)?[uU](?:Na?H)?(?:[Gg](?![1i])|<(?![wvaXxhTLdmnK1iyJzP]))", ago),
    rule("g", "gz", offset),
    rule("z", "zg?p?" + CLOCK, offset),
    rule("pg", "g?~?pz", offset),
    rule("LThg", "h?" + EARLY + "[LT]L?p", part_of_day),
    rule("hg", "h" + EARLY + "p(?!c)|gp", part_of_day),
    rule("hbg", "h?bch?[LT]?u", bounded_unit),
    rule("hoL", "h?[oL]uc[LT]u|hLuc(?!y)", part_of_unit),
    rule("u", "u~?b", unit_end),
    rule("hLTg", "h?" + EARLY + "T?[LT]L?F?up?", unit),
    rule("hgLTbmn", "(?:h?bc)?h?" + EARLY + "(?:[LT]L?)?" + MONTH + "(?![1O])(?:,?c?y)?", month),
    rule("h", "hxu", full_year),
    rule("h", "hu", the_weekend),
    rule("h", "hF?u(?=[,.;:|)]|x?$)|hF?ux", the_unit),
    rule("g", "g@hu", unit_in),
    rule("C1f", "CM?Z?|[1f]MZ?", time_of_day),
    rule("p", "p", noon),
)
