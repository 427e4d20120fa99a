"""Finds the stretch of lines that is the article.

A page is one run of prose between menus and lists of links. Every line gets a worth in words: for
prose above zero, for links below; the run is the interval with the largest sum (the maximum-sum
segment of Pasternack and Roth 2009), then stretched over what stands at its edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from briefgen.clean.page import JudgedLines
from briefgen.english.asides import closes

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
_MOST_SIGNING = 6
"""Lines below the closing of a letter."""
_CLOSE = 4
"""Lines; farther away the named line says nothing about them."""


def worth(judged: JudgedLines, i: int) -> float:
    """What line i adds to a run, in words."""
    share = 1 / (1 + math.exp(-judged.odds[i]))
    gain = (min(judged.lines[i].words, _MOST_WORDS) + _LINE_COST) * (share - _THRESHOLD)
    rule = judged.rules[i]
    return min(gain, 0.0) - BARRIERS.get(rule, 0) if rule else gain


def main_run(judged: JudgedLines) -> range:
    """The lines of the article; none when the text has none."""
    gains = [worth(judged, i) for i in range(len(judged.lines))]
    run = _best_interval(_discounted(judged, _over_tables(judged, gains)))
    return _stretched(judged, run) if run else run


def _over_tables(judged: JudgedLines, gains: Sequence[float]) -> Sequence[float]:
    """The gains, so that the run crosses a table printed cell by cell: short lines, many of them numbers."""
    cells = {i for table in _tables(judged) for i in table}
    return [max(gain, 0.0) if i in cells else gain for i, gain in enumerate(gains)] if cells else gains


def _tables(judged: JudgedLines) -> Iterator[range]:
    first = numbers = 0
    for i in range(len(judged.lines) + 1):
        if i < len(judged.lines) and not judged.hard[i] and judged.lines[i].spaces <= _CELL_SPACES:
            numbers += judged.rules[i] == "bare-number"
            continue
        if i - first >= _FEWEST_CELLS and numbers >= _CELL_NUMBERS * (i - first):
            yield range(first, i)
        first, numbers = i + 1, 0


def _discounted(judged: JudgedLines, gains: Sequence[float]) -> Sequence[float]:
    """The gains, less for all lines below the first heading of other stories or comments.

    Between two stretches of prose the one above is the article; where one stretch goes over the heading,
    gains and costs shrink alike.
    """
    heading = next((i for i, rule in enumerate(judged.rules) if rule in _AFTER), len(gains))
    return [*gains[:heading], *(gain * _AFTER_SHARE for gain in gains[heading:])]


def _stretched(judged: JudgedLines, run: range) -> range:
    """The run with the lines at its edges that look like article, and those shut in by a named line."""
    first, end = run.start, run.stop
    while first > 0 and _is_fair(judged, first - 1):
        first -= 1
    while end < len(judged.lines) and _is_fair(judged, end):
        end += 1
    first = _up_to_header(judged, first)
    first -= _shut_in(judged, range(first - 1, -1, -1))
    end = _down_to_footer(judged, end)
    end += _shut_in(judged, range(end, len(judged.lines)))
    end += _signature(judged, end)
    return range(first, end)


def _is_fair(judged: JudgedLines, i: int) -> bool:
    """Whether a line under no rule looks enough like an article to belong to the run beside it."""
    return not judged.rules[i] and judged.odds[i] > _EDGE


def _up_to_header(judged: JudgedLines, first: int) -> int:
    """The first line of prose under the byline, the date or the share buttons close above the run."""
    reach = range(max(0, first - _HEADER_REACH), first)
    header = max((i for i in reach if judged.rules[i] in _HEADER), default=None)
    if header is None:
        return first
    prose = (i for i in range(header + 1, first) if judged.odds[i] > _EDGE and judged.lines[i].spaces >= 5)
    return next(prose, first)


def _down_to_footer(judged: JudgedLines, end: int) -> int:
    """Goes on to the next named line over lists mixed with text, as in recipes and programmes."""
    footer = next((i for i in range(end, len(judged.lines)) if judged.hard[i]), None)
    if footer is None or footer == end:
        return end
    words = [line.spaces + 1 for line in judged.lines[end:footer]]
    fair = sum(count for count, odds in zip(words, judged.odds[end:footer], strict=True) if odds > _EDGE)
    return footer if fair >= _FAIR_SHARE * sum(words) else end


def _shut_in(judged: JudgedLines, order: range) -> int:
    """How many of the next lines stand between the run and a byline, share button or the like close by."""
    for count, i in enumerate(order[: _CLOSE + 1]):
        if judged.rules[i]:
            return count
        if judged.odds[i] < _SHUT_IN or judged.lines[i].spaces < _SHUT_IN_WORDS:
            return 0
    return 0


def _signature(judged: JudgedLines, end: int) -> int:
    """How many of the next lines sign a letter: its closing and the short lines below it."""
    rest = range(end, min(end + 1 + _MOST_SIGNING, len(judged.lines)))
    if not rest or not closes(judged.lines[end].text):
        return 0
    last = (n for n, i in enumerate(rest) if judged.rules[i] or judged.lines[i].is_prose)
    return next(last, len(rest))


def _best_interval(gains: Sequence[float]) -> range:
    best = running = 0.0
    start = first = end = 0
    for i, gain in enumerate(gains):
        running += gain
        if running <= 0:
            running, start = 0.0, i + 1
        elif running > best:
            best, first, end = running, start, i + 1
    return range(first, end)
