"""Rules for durations, sets and vague references: two weeks, the past three months, every Monday, now."""

from __future__ import annotations

from types import MappingProxyType

from briefgen.timex.calendar_rules import named_month
from briefgen.timex.counts import COUNT, VAGUE, amount, count
from briefgen.timex.expression import Meaning
from briefgen.timex.rules import Rule, Run, number, one, rule

_BETWEEN = frozenset(
    {"additional", "business", "calendar", "consecutive", "extra", "full", "long", "more", "solid"}
    | {"straight", "successive", "trading", "whole", "working"}
)
"""Words that may stand between a number and its unit."""
_WITH_ONE = frozenset({"additional", "extra", "full", "solid", "whole"})
"""Those that may follow "a"."""


def _no_length(number_: float, unit: str, tokens: Run) -> bool:
    """ "A few seconds" is a manner of speaking; "a quarter" and "a one-quarter share" are parts."""
    part = unit == "Q" and (tokens[0].cls == "a" or one(tokens, "~") is not None)
    return part or (unit == "TS" and number_ == VAGUE)


def duration(tokens: Run) -> Meaning | None:
    """ "two weeks", "a two-day", "an hour and a half", "several months"."""
    at = next(i for i, token in enumerate(tokens) if token.cls in "uU")
    number_ = count(tuple(token for token in tokens[:at] if token.cls not in "xX"))
    unit = tokens[at].value
    if number_ is None or _no_length(number_, unit, tokens):
        return None
    between = [token.word for token in tokens[:at] if token.cls in "xX"]
    if between and (between[0] not in _BETWEEN or (tokens[0].cls == "a" and between[0] not in _WITH_ONE)):
        return None
    if tokens[at].cls == "U" and all(token.cls in "a~" for token in tokens[:at]):
        number_ = VAGUE  # "a months-long dispute"
    if tokens[-1].cls == "H" and at < len(tokens) - 1:
        number_ += 0.5
    return Meaning("fixed", value=amount(number_, unit), type="DURATION")


_SMALLER = MappingProxyType({"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("TH",), "TH": ("TM",)})
"""Units that may follow a larger one in "3 hours and 54 minutes"."""


def two_units(tokens: Run) -> Meaning | None:
    """ "3 hours and 54 minutes", "two years and six months", "an hour and 20 minutes"."""
    at = next(i for i, token in enumerate(tokens) if token.cls in "uU")
    large, small = tokens[at].value, tokens[-1].value
    first, rest = count(tokens[:at]), count(tokens[at + 2 : -1])
    whole = first is not None and rest is not None and first == int(first) and rest == int(rest)
    if small not in _SMALLER.get(large, ()) or not whole or VAGUE in (first, rest):
        return None
    head, tail = amount(first or 0, large), amount(rest or 0, small)
    tail = tail[1:] if not head.startswith("PT") else tail[2:]
    return Meaning("fixed", value=head + tail, type="DURATION")


def span_of(tokens: Run) -> Meaning | None:
    """ "the past three months", "the next few days", "the first nine months"."""
    at = next(i for i, token in enumerate(tokens) if token.cls == "U")
    if tokens[0].word == "that":
        return None  # "said that two days later"
    number_ = count(tuple(t for t in tokens[:at] if t.cls not in "hLTo"))
    if number_ is None:
        return None
    return Meaning("fixed", value=amount(number_, tokens[at].value), type="DURATION")


def vague_span(tokens: Run) -> Meaning | None:
    """ "in recent months" (past), "the coming weeks" (future), "these past years"."""
    direction = [t for t in tokens if t.cls in "LT"][-1]
    if direction.cls == "T":
        return None
    reference = "FUTURE_REF" if int(direction.value) > 0 else "PAST_REF"
    return Meaning("fixed", value=reference) if direction.word != "latest" else None


def plural_unit(tokens: Run) -> Meaning | None:
    """ "for weeks", "in years", "decades-long"."""
    unit = one(tokens, "U")
    if unit is None or unit.value == "TS" or (len(tokens) > 1 and tokens[-1].word not in ("long", "old")):
        return None
    return Meaning("fixed", value=amount(VAGUE, unit.value), type="DURATION")


def every(tokens: Run) -> Meaning | None:
    """ "every day", "each year", "every two weeks"."""
    unit = one(tokens, "uU")
    if unit is None:
        return None
    number_ = count(tokens[1:-1]) or 1
    return Meaning("fixed", value=amount(number_, unit.value), type="SET")


def every_named(tokens: Run) -> Meaning | None:
    """ "every Monday", "Mondays", "Tuesday nights", "each July", "every morning"."""
    day, month, part = number(tokens, "dD"), one(tokens, "mn"), one(tokens, "p")
    if month is not None:
        found = named_month(tokens)
        return Meaning("fixed", value=f"XXXX-{found:02d}", type="SET") if found else None
    if day is None:
        return Meaning("fixed", value=f"XXXX-XX-XXT{part.value}", type="SET") if part else None
    if tokens[0].cls == "d" and not tokens[-1].word.endswith("s"):
        return None
    value = f"XXXX-WXX-{day}" + (f"T{part.value}" if part else "")
    return Meaning("fixed", value=value, type="SET")


def fixed_set(tokens: Run) -> Meaning | None:
    """ "daily", "annually", "once a week"."""
    return Meaning("fixed", value=tokens[0].value, type="SET")


def reference(tokens: Run) -> Meaning | None:
    """ "now", "recently", "in the future"."""
    return Meaning("fixed", value=tokens[0].value)


def quarter_century(tokens: Run) -> Meaning | None:
    """ "a quarter of a century", "a quarter-century"."""
    units = [token.value for token in tokens if token.cls == "u"]
    return Meaning("fixed", value="P25Y", type="DURATION") if units == ["Q", "C"] else None


def long_unit(tokens: Run) -> Meaning | None:
    """ "day-long", "a week-long"."""
    unit = one(tokens, "u")
    if unit is None or tokens[-1].word != "long" or unit.value in ("TS", "Q"):
        return None
    return Meaning("fixed", value=amount(1, unit.value), type="DURATION")


def the_years(tokens: Run) -> Meaning | None:
    """ "over the years", "in the years that followed"."""
    return Meaning("fixed", value="PXY", type="DURATION") if tokens[-1].value == "Y" else None


SPANS: tuple[Rule, ...] = (
    rule("K", "K" + COUNT + "U|Ku", every),
    rule("K", "K(?:dp?|[mn]|p)", every_named),
    rule("Dd", "Dp?|dp", every_named),
    rule("S", "S", fixed_set),
    rule("P", "P", reference),
    rule("hLTo", "h?[LTo]L?(?:o)?" + COUNT + "[xF]?U", span_of),
    rule("hLT", "h?T?LU", vague_span),
    rule("h", "hU", the_years),
    rule("au", "a?u~x", long_unit),
    rule("au", "a?u(?:ca|~)u", quarter_century),
    rule("aw1", COUNT + "[uU]N" + COUNT + "[uU]", two_units),
    rule("aviw1fyH", COUNT + "~?[x]?~?[uU](?:NaH)?", duration),
    rule("U", "U~x|U", plural_unit),
)
