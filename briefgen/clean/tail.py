"""Drops what pages print under an article: lists of other stories, notes on the writer, readers' comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.clean.cut import Line
from briefgen.clean.traits import is_prose
from briefgen.clean.verdict import Verdict
from briefgen.model import KEPT

_LIST = Verdict("furniture", "list-of-links")
_THREAD = Verdict("furniture", "comment-thread")
_HEADS = frozenset({"related-links", "comment-form", "about-author"})
_FEWEST_TITLES = 3
"""Fewer lines under "Related" are a box inside the article, after which the article may go on."""
_ARTICLE_SHARE = 0.6
"""Share of the stretch that stands above such a heading; what is longer is not looked at as a tail."""
_TITLE_WORDS = range(4, 23)
_STAMPS = 2
"""Two readers who wrote on one day; a single date may be the article's own."""
_MARKS = frozenset("•·▪◦‣●○■*»›>+–—-")
_OPEN = frozenset(".:;,!?…)")


def is_title(text: str) -> bool:
    """Whether a line has the shape of another story's title: some words, a capital first, no full stop."""
    count = text.count(" ") + 1
    return count in _TITLE_WORDS and not text[0].islower() and text[-1] not in _OPEN and not is_prose(text)


def drop_tail(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int], labels: list[Verdict]
) -> None:
    """Ends the article at a heading such as "More stories" when a list and no passage of prose follow."""
    whole = sum(len(line.text) for line in found[run[0] : run[1]])
    above = 0
    for i in range(*run):
        verdict, rest = verdicts[i], range(i + 1, run[1])
        above += len(found[i].text)
        if above < _ARTICLE_SHARE * whole or verdict is None or verdict.rule not in _HEADS:
            continue
        if _is_tail(found, verdicts, rest):
            _drop(labels, rest, _LIST)
            return


def _is_tail(found: Sequence[Line], verdicts: Sequence[Verdict | None], rest: range) -> bool:
    """Whether lines hold titles and at most lone paragraphs: the article's own stand one under the other."""
    titles, before = 0, False
    for i in rest:
        if verdicts[i] is not None:
            continue
        prose = is_prose(found[i].text) and found[i].text[0] not in _MARKS
        if prose and before:
            return False
        titles += not prose
        before = prose
    return titles >= _FEWEST_TITLES


def drop_thread(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], rest: range, labels: list[Verdict]
) -> None:
    """Drops readers' comments: what follows the heading of a thread in which one dated line follows another.

    `rest` runs from the heading to the end of the article's stretch.
    """
    if sum(1 for _ in _stamps(found, verdicts, rest)) >= _STAMPS:
        _drop(labels, rest, _THREAD)


def _stamps(found: Sequence[Line], verdicts: Sequence[Verdict | None], rest: range) -> Iterator[int]:
    """Lines that are a date with the time of day."""
    for i in rest:
        verdict = verdicts[i]
        if verdict is not None and verdict.rule == "date-line" and ":" in found[i].text:
            yield i


def _drop(labels: list[Verdict], rest: range, verdict: Verdict) -> None:
    for i in rest:
        if labels[i].label in KEPT or labels[i].label == "dateline":
            labels[i] = verdict
