"""Rules for parts of a year, years, decades and named days: Q4 2025, summer 2024, FY26, the 1990s."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.timex.calendar_rules import named_month
from briefgen.timex.expression import Meaning
from briefgen.timex.relative_rules import EARLY, shift
from briefgen.timex.rules import Piece, Rule, Run, number, one, rule, timex_mod

_ORDINALS = frozenset("1234")
MODIFIER = "(?:[LT]L?)"


def _rel(tokens: Run) -> int | None:
    modifiers = tuple(token for token in tokens if token.cls in "LT")
    return shift(modifiers[-1:]) if modifiers else None


def quarter(tokens: Run) -> Meaning | None:
    """ "the third quarter of 1989", "fourth-quarter", "last year's second quarter", "the first half"."""
    ordinal = one(tokens, "oO")
    kind = next((t for t in tokens if t.cls == "H" or (t.cls == "u" and t.value in ("Q", "H"))), None)
    if ordinal is None or kind is None or ordinal.value[0] not in _ORDINALS:
        return None
    letter = "Q" if kind.value == "Q" else "H"
    if letter == "H" and ordinal.value[0] not in "12":
        return None
    if any(token.cls == "u" and token is not kind and token.value != "Y" for token in tokens):
        return None  # the first half of this month
    if letter == "H" and not {"y", "u"} & {token.cls for token in tokens}:
        return None  # the second half of a match
    return Meaning("quarter", number(tokens, "y"), rel=_rel(tokens), unit=letter + ordinal.value[0])


def short_quarter(tokens: Run) -> Meaning | None:
    """ "Q4 2025", "2026 Q2", "H1 2025", "3Q", "Q4"."""
    token = one(tokens, "k")
    if token is None:
        return None
    letter, digit = sorted(token.word.upper(), reverse=True)
    year = number(tokens, "y")
    fiscal = one(tokens, "Y")
    if fiscal is not None:
        year = _fiscal_year(fiscal.word)
    if letter == "H" and year is None and _rel(tokens) is None:
        return None
    return Meaning("quarter", year, rel=_rel(tokens), unit=letter + digit)


def this_quarter(tokens: Run) -> Meaning | None:
    """ "the quarter", "the latest quarter", "the latest period": the one spoken of before."""
    last = tokens[-1]
    if last.value != "Q" and last.word != "period":
        return None
    modifier = one(tokens, "LT")
    if modifier is not None and modifier.word not in ("latest", "current", "that"):
        return None
    if modifier is not None and modifier.word == "current":
        return Meaning("unit", rel=0, unit="Q")
    mod = "LATEST" if modifier is not None and modifier.word == "latest" else "FOCUS"
    return Meaning("unit", rel=0, unit="Q", anchor="mention", mod=mod)


def season(tokens: Run) -> Meaning | None:
    """ "last fall", "this past spring", "summer 2024", "the winter of 2023", "the summer"."""
    token = one(tokens, "s")
    modifiers = [t for t in tokens if t.cls in "LT"]
    if token is not None and token.word in ("fall", "spring") and "that" in {t.word for t in modifiers}:
        return None  # "promises that fall short"
    year = number(tokens, "y")
    if (span := one(tokens, "R")) is not None:
        year = int(span.word[:4])
    if token is None or token.word.endswith("rs"):
        return None
    if token.word in ("fall", "spring") and token.capital and not year:
        return None
    if year is None and not modifiers and tokens[0].cls != "h":
        return None
    return Meaning("season", year, rel=_rel(tokens), unit=token.value, mod=timex_mod(tokens))


def holiday(tokens: Run) -> Meaning | None:
    """ "Christmas Day", "last Thanksgiving", "Easter 2024"."""
    token = one(tokens, "J")
    if token is None:
        return None
    return Meaning("holiday", number(tokens, "y"), rel=_rel(tokens), unit=token.value)


def decade(tokens: Run) -> Meaning | None:
    """ "the 1990s", "the late ’80s", "the nineties"."""
    token = one(tokens, "E")
    if token is None:
        return None
    digits = "".join(re.findall(r"\d", token.value))
    if token.word[0].isdigit() and len(digits) == 2 and tokens[0].cls != "h":
        return None
    value = digits[:3] if len(digits) >= 3 else ("20" if digits[0] in "01" else "19") + digits[0]
    return Meaning("fixed", value=value, mod=timex_mod(tokens))


def century(tokens: Run) -> Meaning | None:
    """ "the 19th century": TIMEX3 numbers it by its years, "18"."""
    ordinal = number(tokens, "O")
    word = one(tokens, "o")
    if tokens[-1].value != "C":
        return None
    count = ordinal if ordinal is not None else int(word.value) if word else 0
    return Meaning("fixed", value=f"{count - 1:02d}", mod=timex_mod(tokens)) if 1 <= count <= 30 else None


def year(tokens: Run) -> Meaning | None:
    """ "2020", "mid-1996", "the end of 1990", "fiscal 1989", "fiscal year 2025"."""
    return Meaning("calendar", number(tokens, "y"), mod=timex_mod(tokens))


def _fiscal_year(word: str) -> int:
    digits = re.findall(r"\d+", word)[0]
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def fiscal_year(tokens: Run) -> Meaning | None:
    """ "FY2026", "FY26": the year as named, since fiscal calendars differ."""
    return Meaning("calendar", _fiscal_year(tokens[-1].word))


def years(tokens: Run) -> tuple[Piece, Piece] | Meaning | None:
    """ "2014-2020", "2014–20": two years; "2025-07" is a month."""
    token = tokens[-1]
    first, last = re.findall(r"\d+", token.word)
    if len(last) == 2 and "-" in token.word and 1 <= int(last) <= 12 and int(last) <= int(first[2:]):
        return Meaning("calendar", int(first), int(last))
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    if until <= int(first):
        return None
    split = token.start + len(first)
    head = (token.start, split, Meaning("calendar", int(first)))
    return head, (split + 1, token.end, Meaning("calendar", until))


def past_period(tokens: Run) -> Meaning | None:
    """ "the comparable year-ago quarter", "the year-earlier period"."""
    words = {token.word for token in tokens}
    if tokens[-1].cls == "x" and tokens[-1].word != "period":
        return None
    if tokens[0].cls == "x" and tokens[0].word != "comparable":
        return None
    if "year" not in words or not words & {"ago", "earlier"}:
        return None
    return Meaning("ago", rel=-1, unit="Y", count=1, anchor="speech")


def same_period(tokens: Run) -> Meaning | None:
    """ "the same quarter last year", "the corresponding period a year earlier", "last year's quarter"."""
    words = [token.word for token in tokens]
    if not {"same", "corresponding", "comparable", "last"} & set(words) or "year" not in words:
        return None
    back = {"last", "ago", "earlier"} & set(words) or "previous" in words
    if not back or not any(t.value in ("Q", "M") or t.word == "period" for t in tokens):
        return None
    months = any(token.value == "M" for token in tokens)
    return Meaning("ago", rel=-1, unit="M" if months else "Y", count=12 if months else 1)


def year_of_quarter(tokens: Run) -> Meaning | None:
    """ "the 1988 quarter", "the 1988 period": the quarter spoken of, in another year."""
    if tokens[-1].value != "Q" and tokens[-1].word != "period":
        return None
    return Meaning("quarter", number(tokens, "y"))


def quarter_ago(tokens: Run) -> Meaning | None:
    """ "the year-ago third quarter"."""
    found = quarter(tuple(token for token in tokens if token.value != "Y"))
    return replace(found, rel=-1) if found else None


def spelled_year(tokens: Run) -> Meaning | None:
    """ "nineteen ninety-four", "the year two thousand", as broadcasts are transcribed."""
    values = [int(token.value) for token in tokens if token.cls == "w"]
    year = 0
    if values[:2] == [2, 1000] and tokens[0].cls in "hmns":
        year = 2000 + sum(values[2:])
    elif values[0] in (18, 19, 20) and values[1] >= 20 and sum(values[1:]) < 100:
        year = values[0] * 100 + sum(values[1:])
    if not year:
        return None
    season_ = one(tokens, "s")
    if season_ is not None:
        return Meaning("season", year, unit=season_.value)
    return Meaning("calendar", year, named_month(tokens))


_OF_YEAR = "(?:(?:c|,)?h?(?:Fu?)?(?:y|[LT]F?u|u(?<=hu|Fu)))?"
_LAST_YEAR = "(?:[LT]u'?)"
PERIODS: tuple[Rule, ...] = (
    rule("hT", "h?[Tx][ux](?:c|,|@)?h?(?:Lu|au~?[Gg])", same_period),
    rule("L", "Lu'[ux]", same_period),
    rule("hy", "h?y[ux]", year_of_quarter),
    rule("hu", "h?u~[Gg]ou", quarter_ago),
    rule("whmns", "(?:hu|[mn]|h?sc)?w{2}(?:~?w){0,2}", spelled_year),
    rule("LThF", f"(?:{_LAST_YEAR}|h?{MODIFIER}?y?'?)F?~?[oO]~?[uH]{_OF_YEAR}", quarter),
    rule("oOyF", f"(?:(?:Fu?)?y'?)?F?~?[oO]~?[uH]{_OF_YEAR}", quarter),
    rule("ky", "k(?:c|,)?[yY]|yk", short_quarter),
    rule("hkLT", "h?[LT]?k(?:cLu)?", short_quarter),
    rule("hLT", "h?[LT]?(?:u|x)(?![oy])", this_quarter),
    rule("hxu", "h?x?u~[Gg][ux]", past_period),
    rule("hua", "[ha]?u~[Gg]", past_period),
    rule("hLTsg", f"h?{EARLY}{MODIFIER}?~?s(?:c?[yR])?", season),
    rule("JLTh", f"h?{MODIFIER}?J(?:,?y)?", holiday),
    rule("hgE", f"h?{EARLY}E", decade),
    rule("hgoO", f"h?{EARLY}~?[oO]~?u", century),
    rule("hbgFuy", f"(?:h?bc)?{EARLY}(?:Fu?)?y(?![:]?[C])", year),
    rule("h", "huy", year),
    rule("Y", "Y", fiscal_year),
    rule("F", "FY", fiscal_year),
    rule("R", "R", years),
)
