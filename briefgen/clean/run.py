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
HEADERS: Mapping[str, float] = MappingProxyType({"date-line": 25, "byline": 25, "reading-time": 25, "share-buttons": 12})
FOOTERS: Mapping[str, float] = MappingProxyType({"share-buttons": 12, "tag-line": 12, "comment-form": 12, "related-links": 12, "copyright": 12, "about-author": 12})
_ANCHOR_REACH = 3
SOFT = frozenset({"bare-number", "no-words", "phone-or-mail", "date-line", "byline", "section-line"})
"""Rules that hold beside the article but not inside it: figures of a table, headings of a chronicle."""
_THRESHOLD = 0.4
_LINE_COST = 14
"""Words that every line counts on top of its own: many short lines are a menu, not an article."""
_MOST_WORDS = 40
_EDGE = -1.5
"""Log-odds down to which lines at the edge still belong to the run."""
_SHUT_IN = -2.5
_SHUT_IN_WORDS = 4
_HEADER = frozenset({"byline", "date-line", "share-buttons", "reading-time"})
_HEADER_REACH = 14
_CLOSE = 4
"""Lines; farther away the named line says nothing about them."""


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
    first, end = _best_interval(gains, _starts(verdicts), _ends(verdicts))
    if first == end:
        return first, end
    return _stretch(found, verdicts, odds, (first, end))


def _stretch(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float], run: tuple[int, int]
) -> tuple[int, int]:
    """Takes in the lines at the edges that look like article, and those shut in by a named line."""
    first, end = run
    while first > 0 and not verdicts[first - 1] and odds[first - 1] > _EDGE:
        first -= 1
    while end < len(found) and not verdicts[end] and odds[end] > _EDGE:
        end += 1
    first = _up_to_header(found, verdicts, odds, first)
    first -= _shut_in(found, verdicts, odds, range(first - 1, -1, -1))
    end += _shut_in(found, verdicts, odds, range(end, len(found)))
    return first, end


def _up_to_header(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float], first: int
) -> int:
    """The first line of prose under the byline, the date or the share buttons close above the run."""
    reach = range(max(0, first - _HEADER_REACH), first)
    header = max((i for i in reach if verdicts[i] and verdicts[i].rule in _HEADER), default=None)
    if header is None:
        return first
    prose = (i for i in range(header + 1, first) if odds[i] > _EDGE and found[i].text.count(" ") >= 5)
    return next(prose, first)


def _shut_in(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float], order: range
) -> int:
    """How many of the next lines stand between the run and a byline, share button or the like close by."""
    for count, i in enumerate(order[: _CLOSE + 1]):
        if verdicts[i]:
            return count
        if odds[i] < _SHUT_IN or found[i].text.count(" ") < _SHUT_IN_WORDS:
            return 0
    return 0


def _starts(verdicts: Sequence[Verdict | None]) -> list[float]:
    """What a run gains by starting at each line: articles start under a date, a writer or share buttons."""
    gains = [0.0] * len(verdicts)
    for i, verdict in enumerate(verdicts):
        if verdict is not None and verdict.rule in HEADERS:
            for j in range(i + 1, min(i + 1 + _ANCHOR_REACH, len(verdicts))):
                gains[j] = max(gains[j], HEADERS[verdict.rule])
    return gains


def _ends(verdicts: Sequence[Verdict | None]) -> list[float]:
    """What a run gains by ending before each line; one more than there are lines."""
    gains = [0.0] * (len(verdicts) + 1)
    for i, verdict in enumerate(verdicts):
        if verdict is not None and verdict.rule in FOOTERS:
            for j in range(max(0, i + 1 - _ANCHOR_REACH), i + 1):
                gains[j] = max(gains[j], FOOTERS[verdict.rule])
    return gains


def _best_interval(
    gains: Sequence[float], starts: Sequence[float], ends: Sequence[float]
) -> tuple[int, int]:
    best = running = 0.0
    start = first = end = 0
    for i, gain in enumerate(gains):
        if starts[i] >= running:
            running, start = starts[i], i
        running += gain
        if running + ends[i + 1] > best and running > starts[start]:
            best, first, end = running + ends[i + 1], start, i + 1
        running = max(running, 0.0)
    return first, end
