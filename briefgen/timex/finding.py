"""Finds temporal expressions: runs the grammar over a text and drops what only looks like one."""

from __future__ import annotations

from dataclasses import replace

from briefgen import lexicon
from briefgen.timex.calendar_rules import ABSOLUTE, RANGES
from briefgen.timex.duration_rules import SPANS
from briefgen.timex.expression import Expression, Meaning
from briefgen.timex.period_rules import PERIODS
from briefgen.timex.relative_rules import RELATIVE
from briefgen.timex.rules import Run, by_start, run
from briefgen.timex.tokens import classes

GRAMMAR = by_start((*RANGES, *ABSOLUTE, *SPANS[:3], *PERIODS, *RELATIVE, *SPANS[3:]))
_PLURAL_CUES = frozenset({"for", "over", "within", "in"})


_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "to"})


def find(found: Run) -> tuple[Expression, ...]:
    """Temporal expressions among tokens, left to right, without overlap."""
    kept = (one for one in run(GRAMMAR, found, classes(found)) if keep(one, found))
    return tuple(_some_day(one, found) for one in kept)


def _some_day(one: Expression, found: Run) -> Expression:
    """ "may one day lose" speaks of some time to come, not of a length."""
    words = [token.word for token in found[max(one.first - 1, 0) : one.last]]
    if words[1:] != ["one", "day"] or words[0] not in _MODALS:
        return one
    return replace(one, meaning=Meaning("fixed", value="FUTURE_REF"))


def keep(one: Expression, found: Run) -> bool:
    """Whether the words around an expression let it be one."""
    before = found[one.first - 1].word if one.first else ""
    after = [token.word for token in found[one.last : one.last + 2]]
    tokens = found[one.first : one.last]
    if one.meaning.type == "DURATION":
        return _lasts(one, before, after, "".join(token.cls for token in tokens))
    if one.last - one.first > 1:
        return True
    token = tokens[0]
    if token.cls == "n":
        return before in lexicon.words("timex_month_cues") and (len(token.word) > 3 or token.word == "may")
    if token.cls == "y":
        return _is_year(before, after)
    return True


def _lasts(one: Expression, before: str, after: list[str], shape: str) -> bool:
    """Not an age ("6-year-old", "52 years old"), not a rate ("$5 a week")."""
    if "old" in after or "olds" in after or before in ("age", "aged"):
        return False
    if after[:1] == ["of"] and len(after) > 1 and after[1] == "age":
        return False
    if shape == "au":
        return before in lexicon.words("timex_lasting")
    return shape != "U" or before in _PLURAL_CUES


def _is_year(before: str, after: list[str]) -> bool:
    """Not a count ("2000 people") and not a name ("flight 2011")."""
    if before in lexicon.words("timex_numbered"):
        return False
    return not (after and after[0] in lexicon.words("timex_counted"))
