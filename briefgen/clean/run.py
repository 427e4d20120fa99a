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
from briefgen.clean import traits, vocabulary
from briefgen.clean.cut import Line
from briefgen.clean.verdict import Verdict

BARRIERS: Mapping[str, int] = MappingProxyType(
    {
        "copyright": 100,
        "comment-form": 40,
        "about-author": 30,
        "related-links": 25,
        "related-link": 6,
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
SOFT = frozenset({"bare-number", "phone-or-mail", "date-line", "byline", "section-line"})
"""Rules that hold beside the article but not inside it: figures of a table, headings of a chronicle."""
_THRESHOLD = 0.4
_LINE_COST = 14
"""Words that every line counts on top of its own: many short lines are a menu, not an article."""
_MOST_WORDS = 40
_AFTER = frozenset({"related-links", "comment-form"})
_AFTER_SHARE = 0.35
"""Share of their worth that lines keep below the first such heading."""
_EDGE = -2.0
"""Log-odds down to which lines at the edge still belong to the run."""
_SHUT_IN = -2.5
_SHUT_IN_WORDS = 4
_FAIR_SHARE = 0.6
"""Share of the words below the run that must stand in lines like those of an article."""
_CELL_SPACES = 3
_FEWEST_CELLS = 8
_CELL_NUMBERS = 0.3
"""Share of the lines; a menu has hardly a number."""
_HEADER = frozenset({"byline", "date-line", "share-buttons", "reading-time"})
_HEADER_REACH = 24
_CLOSE = 4
"""Lines; farther away the named line says nothing about them."""


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType(dict(lexicon.weights.furniture()))


def log_odds(text: str) -> float:
    """How much a line looks like a line of an article, by itself."""
    weights = _weights()
    return weights[vocabulary.BIAS] + sum([weights.get(trait, 0.0) for trait in traits.own(text)])


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
    gain = (min(traits.word_count(line.text), _MOST_WORDS) + _LINE_COST) * (share - _THRESHOLD)
    if verdict is None:
        return gain
    return min(gain, 0.0) - BARRIERS.get(verdict.rule, 0)


def main_run(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float]
) -> tuple[int, int]:
    """First line of the article and the line after its last; equal when there is none."""
    gains = [worth(*row) for row in zip(found, verdicts, odds, strict=True)]
    _bridge_tables(gains, found, verdicts)
    _discount(gains, verdicts)
    first, end = _best_interval(gains)
    if first == end:
        return first, end
    return _stretch(found, verdicts, odds, (first, end))


def _bridge_tables(gains: list[float], found: Sequence[Line], verdicts: Sequence[Verdict | None]) -> None:
    """Lets the run cross a table that was printed cell by cell: short lines, many of them numbers."""
    first = numbers = 0
    for i in range(len(found) + 1):
        verdict = verdicts[i] if i < len(found) else None
        if i < len(found) and not is_hard(verdict) and found[i].text.count(" ") <= _CELL_SPACES:
            numbers += verdict is not None and verdict.rule == "bare-number"
            continue
        if i - first >= _FEWEST_CELLS and numbers >= _CELL_NUMBERS * (i - first):
            gains[first:i] = [max(gain, 0.0) for gain in gains[first:i]]
        first, numbers = i + 1, 0


def _discount(gains: list[float], verdicts: Sequence[Verdict | None]) -> None:
    """Counts all lines below the first heading of other stories or comments less.

    Between two stretches of prose the one above is the article; where one stretch goes over the heading,
    gains and costs shrink alike.
    """
    below = False
    for i, verdict in enumerate(verdicts):
        below = below or (verdict is not None and verdict.rule in _AFTER)
        if below:
            gains[i] *= _AFTER_SHARE


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
    end = _down_to_footer(found, verdicts, odds, end)
    end += _shut_in(found, verdicts, odds, range(end, len(found)))
    return first, end


def _up_to_header(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float], first: int
) -> int:
    """The first line of prose under the byline, the date or the share buttons close above the run."""
    reach = range(max(0, first - _HEADER_REACH), first)
    header = max((i for i in reach if _is_header(verdicts[i])), default=None)
    if header is None:
        return first
    prose = (i for i in range(header + 1, first) if odds[i] > _EDGE and found[i].text.count(" ") >= 5)
    return next(prose, first)


def _is_header(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.rule in _HEADER


def _down_to_footer(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], odds: Sequence[float], end: int
) -> int:
    """Goes on to the next named line over lists mixed with text, as in recipes and programmes."""
    footer = next((i for i in range(end, len(found)) if is_hard(verdicts[i])), None)
    if footer is None or footer == end:
        return end
    words = [line.text.count(" ") + 1 for line in found[end:footer]]
    fair = sum(count for count, value in zip(words, odds[end:footer], strict=True) if value > _EDGE)
    return footer if fair >= _FAIR_SHARE * sum(words) else end


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
