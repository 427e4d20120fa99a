"""Finds the stretch of lines that is the article.

A page is one run of prose between menus and lists of links. Every line gets a worth in words: for
prose above zero, for links below; the run is the interval with the largest sum (the maximum-sum
segment of Pasternack and Roth 2009), then stretched over what stands at its edges.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.clean import traits
from briefgen.clean.cut import Line
from briefgen.clean.verdict import Verdict

BARRIERS: Mapping[str, int] = MappingProxyType(
    {
        "copyright": 100,
        "comment-form": 40,
        "about-author": 30,
        "related-links": 25,
        "tag-line": 25,
        "footer": 15,
        "newsletter": 8,
        "account-form": 8,
        "share-buttons": 6,
        "site-menu": 6,
        "section-line": 4,
    }
)
"""What it costs the run to go over a line of this rule, in words of prose."""
SOFT = frozenset({"bare-number", "no-words", "phone-or-mail", "date-line", "byline", "section-line"})
"""Rules that hold beside the article but not inside it: figures of a table, headings of a chronicle."""
_THRESHOLD = 0.4
_LINE_COST = 14
"""Words that every line counts on top of its own: many short lines are a menu, not an article."""
_MOST_WORDS = 40
_EDGE = -1.5
"""Log-odds down to which lines at the edge still belong to the run."""


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType({name: float(value) for name, value in lexicon.table("furniture_weights")})


def log_odds(text: str) -> float:
    """How much a line looks like a line of an article, by itself."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(trait, 0.0) for trait in traits.own(text))


def all_log_odds(found: Sequence[Line], verdicts: Sequence[Verdict | None]) -> list[float]:
    """The same for each line of a page; lines under a hard rule are not looked at."""
    known: dict[str, float] = {}
    odds = []
    for line, verdict in zip(found, verdicts, strict=True):
        if is_hard(verdict):
            odds.append(-4.0)
            continue
        value = known.get(line.text)
        if value is None:
            value = known[line.text] = log_odds(line.text)
        odds.append(value)
    return odds


def is_hard(verdict: Verdict | None) -> bool:
    """Whether a rule holds wherever the line stands."""
    return verdict is not None and verdict.rule not in SOFT


def worth(line: Line, verdict: Verdict | None, odds: float) -> float:
    """What the line adds to a run, in words."""
    share = 1 / (1 + math.exp(-odds))
    gain = (min(line.text.count(" ") + 1, _MOST_WORDS) + _LINE_COST) * (share - _THRESHOLD)
    if verdict is None:
        return gain
    return min(gain, 0.0) - BARRIERS.get(verdict.rule, 0)


def main_run(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float]
) -> tuple[int, int]:
    """First line of the article and the line after its last; equal when there is none."""
    gains = [worth(*row) for row in zip(found, verdicts, odds, strict=True)]
    first, end = _best_interval(gains)
    if first == end:
        return first, end
    while first > 0 and not verdicts[first - 1] and odds[first - 1] > _EDGE:
        first -= 1
    while end < len(found) and not verdicts[end] and odds[end] > _EDGE:
        end += 1
    return first, end


def _best_interval(gains: Sequence[float]) -> tuple[int, int]:
    best = running = 0.0
    start = first = end = 0
    for i, gain in enumerate(gains):
        running += gain
        if running <= 0:
            running, start = 0.0, i + 1
        elif running > best:
            best, first, end = running, start, i + 1
    return first, end
