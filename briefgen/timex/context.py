"""What the words around an expression rule out: ages, rates, counts, names, may the verb."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefgen import lexicon
from briefgen.timex.expression import Expression
from briefgen.timex.rules import Run
from briefgen.timex.tokens import TimeToken

_PLURAL_CUES = frozenset({"after", "for", "follow", "following", "follows", "in", "over", "within"})
_EARLY = frozenset({"early", "late", "small", "wee"})
"""Words before "hours of" that make it a part of the night."""
_ROUND = frozenset({"almost", "approximately", "least", "nearly", "roughly"})
_MORE = frozenset({"fewer", "less", "more"})
"""Words before a number that make it a count: "nearly 2000", "more than 1900"."""
_POSSESSIVE = frozenset({"her", "his", "my", "our", "their", "your"})
"""Words before "thirties" that make it an age."""
_TIMES = frozenset({"once", "thrice", "times", "twice"})
_COUNTER = re.compile(r"[\d:]+")
"""A time without "a.m." or a zone: as often the length of a recording ("0:00 / 3:12") or a score."""
_HOURS = frozenset(
    {
        "about",
        "after",
        "and",
        "around",
        "at",
        "before",
        "between",
        "by",
        "from",
        "in",
        "since",
        "than",
        "till",
        "to",
        "until",
    }
)
"""Words before a clock time."""
_ZONES = frozenset(
    {"hours", "hrs", "local", "on", "today", "tomorrow", "yesterday", "this", "gmt", "utc", "onwards"}
)
"""Words behind one."""
_RELATIVE = frozenset(
    {"as", "he", "his", "it", "its", "she", "that", "the", "their", "they", "we", "a", "an", "when"}
)
_FALLING = frozenset({"fall", "spring"})
"""Seasons whose names are other things as often."""
_SUMS = frozenset({"billion", "million", "trillion"})
"""Words before "a year" that make it a rate."""
_OWN = frozenset({"'s", "’s"})
_SUBJECTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "march": _OWN,
        "april": _OWN,
        "june": _OWN | {"had", "has", "is", "saw", "was", "will"},
        "july": _OWN | {"had", "has", "is", "saw", "was", "will"},
        "august": _OWN | {"had", "has", "is", "saw", "was", "will"},
    }
)
"""Words after a month that show it is one; May is too often a person."""
_SUCH = frozenset({"of", "off", "such", "what"})
_NAMED_DAYS = frozenset({"ash", "black", "bloody", "cyber", "fat", "palm", "super", "sheffield"})
"""Words that make a weekday a name: Black Monday, Super Tuesday."""


def keep(one: Expression, found: Run) -> bool:
    """Whether the words around an expression let it be one."""
    tokens = found[one.first : one.last]
    before = found[max(one.first - 2, 0) : one.first]
    after = [token.word for token in found[one.last : one.last + 2]]
    if _is_title(tokens, before):
        return False
    if one.meaning.type == "DURATION":
        return _lasts(before, after, tokens)
    kept = _of_kind(one, found, before, after)
    if kept is not None:
        return kept
    if tokens[0].cls == "d" and before and before[-1].capital and before[-1].word in _NAMED_DAYS:
        return False
    if tokens[-1].cls == "E" and _last_word(before) in _POSSESSIVE:
        return False
    if tokens[-1].cls == "J" and after[:1] and after[0] in ("island", "islands", "rising"):
        return False
    if tokens[0].word == "recently" and _last_word(before) == "as":
        return False
    if len(tokens) > 1:
        return not _is_name(tokens, found[one.last : one.last + 1])
    if tokens[0].cls == "n":
        return _is_month(tokens[0], before, after)
    return tokens[0].cls != "y" or _is_year(tokens[0], before, after)


def _of_kind(one: Expression, found: Run, before: Run, after: list[str]) -> bool | None:
    """Whether a time or part of the day, "the same day" or "the spring" is one; None for any other."""
    tokens = found[one.first : one.last]
    if one.meaning.kind == "clock" and len(tokens) == 1 and _COUNTER.fullmatch(tokens[0].word):
        following = found[one.last : one.last + 1]
        dated = bool(following) and (following[0].cls == "d" or following[0].word in _ZONES)
        return dated or _last_word(before) in _HOURS
    if tokens[-1].cls == "p" and after[:1] and after[0] in lexicon.time.parts_of_day_of():
        return False  # "the night shift", "that night cover"
    if tokens[-1].value == "D" and any(token.word == "same" for token in tokens):
        return not _says_which(one, found, after)
    if one.meaning.kind == "season" and tokens[-1].word in _FALLING:
        return _is_season(tokens, before, after)
    return None


def _last_word(before: Run) -> str:
    return before[-1].word if before else ""


def _is_title(tokens: Run, before: Run) -> bool:
    """ "USA Today", "60 Minutes": a paper, a programme."""
    if tokens[0].word == "today" and tokens[0].capital:
        return bool(before) and before[-1].cls == "X"
    return tokens[-1].cls == "U" and tokens[-1].capital and tokens[0].cls in "1i"


def _says_which(one: Expression, found: Run, after: list[str]) -> bool:
    """ "on the same day the pact was signed": a clause says which day, not the day named before."""
    opens = one.first == 0 or found[one.first - 1].cls in "|." or found[max(one.first - 2, 0)].cls in "|."
    behind = found[one.last : one.last + 1]
    return not opens and (after[:1] != [] and (after[0] in _RELATIVE or behind[0].cls == "X"))


def _is_season(tokens: Run, before: Run, after: list[str]) -> bool:
    """ "in the spring", not "near the spring" nor "before the fall of the wall"."""
    if len(tokens) > 2 or tokens[0].cls != "h":
        return True
    return _last_word(before) in lexicon.time.month_cues() and after[:1] != ["of"]


def _is_name(tokens: Run, after: Run) -> bool:
    """ "said that April Jones"."""
    return tokens[0].word == "that" and tokens[-1].cls == "n" and any(token.cls == "X" for token in after)


def _is_month(token: TimeToken, before: Run, after: list[str]) -> bool:
    """ "in May", "by March": what is also a word or a name needs a preposition, a short name its point.

    "April's figures" and "July was wet" need none, unless a name stands before: "Serena August's".
    """
    whole = len(token.word) > 3 or token.word == "may" or token.end - token.start > len(token.word)
    if whole and _last_word(before) in lexicon.time.month_cues():
        return True
    named = bool(before) and before[-1].cls == "X"
    return token.word in _SUBJECTS and not named and after[:1] != [] and after[0] in _SUBJECTS[token.word]


def _lasts(before: Run, after: list[str], tokens: Run) -> bool:
    """Not an age ("6-year-old", "52 years old"), not a rate ("$5 a week"), not a phrase ("what a day")."""
    shape, word = "".join(token.cls for token in tokens), _last_word(before)
    if "old" in after or "olds" in after or word in ("age", "aged") or after == ["of", "age"]:
        return False
    if shape == "au":
        if word in lexicon.time.lasting():
            return True
        return not (tokens[1].value == "WE" or word in _SUCH or _too_often(before, tokens[1]))
    if shape != "U":
        return True
    vague = after[:1] == ["of"] and tokens[0].value != "Q" and word not in _EARLY
    return vague or word in _PLURAL_CUES


def is_rate(before: Run) -> bool:
    """Whether "a week" after these tokens says how often, not how long: "$5 a week", "40 hours a week"."""
    if not before:
        return False
    last = before[-1]
    counted = last.cls in "1iyfwU" or last.word[:1].isdigit() or last.word in _TIMES or last.word in _SUMS
    return counted or (last.cls in "xX" and last.word.endswith("s") and last.word != "as")


def _too_often(before: Run, unit: TimeToken) -> bool:
    """Rates but for sums by the year, which news tells as often as lengths."""
    return is_rate(before) and (unit.value != "Y" or before[-1].word in _TIMES)


def _is_year(token: TimeToken, before: Run, after: list[str]) -> bool:
    """Not a count ("2000 people"), not a name ("flight 2011"), not part of a number ("555-2010")."""
    if _last_word(before) in lexicon.time.numbered():
        return False
    if _last_word(before) in _ROUND or (_last_word(before) == "than" and before[0].word in _MORE):
        return False
    joined = len(before) == 2 and before[1].cls == "~" and before[1].end == token.start
    if joined and before[0].word.isdigit() and before[0].end == before[1].start:
        return False
    return not (after and after[0] in lexicon.time.counted())
