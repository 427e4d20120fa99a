"""Drops what pages print under an article: lists of other stories and readers' comments."""

from __future__ import annotations

from itertools import accumulate

from briefgen.clean.lists import LIST
from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.model import KEPT

_THREAD = Verdict("furniture", "comment-thread")
_HEADS = frozenset({"related-links", "comment-form", "about-author"})
_FEWEST_TITLES = 3
"""Fewer lines under "Related" are a box inside the article, after which the article may go on."""
_ARTICLE_SHARE = 0.6
"""Share of the stretch that stands above such a heading; what is longer is not looked at as a tail."""
_STAMPS = 2
"""Two readers who wrote on one day; a single date may be the article's own."""
_MARKS = frozenset("•·▪◦‣●○■*»›>+–—-")


def tail(page: Page, labels: Labels) -> Labels:
    """Ends the article at a heading such as "More stories" when a list and no passage of prose follow."""
    size = list(accumulate(len(page.lines[i].text) for i in page.run))
    for above, i in zip(size, page.run, strict=True):
        if page.rules[i] in _HEADS and above >= _ARTICLE_SHARE * size[-1]:
            rest = range(i + 1, page.run.stop)
            if _is_tail(page, rest):
                return _dropped(labels, rest, LIST)
    return labels


def _is_tail(page: Page, rest: range) -> bool:
    """Whether lines hold titles and at most lone paragraphs: the article's own stand one under the other."""
    titles, before = 0, False
    for line in (page.lines[i] for i in rest if not page.rules[i]):
        prose = line.is_prose and line.text[0] not in _MARKS
        if prose and before:
            return False
        titles += not prose
        before = prose
    return titles >= _FEWEST_TITLES


def comment_thread(page: Page, labels: Labels) -> Labels:
    """Drops readers' comments: below the heading of a thread one line after another is a date with a time."""
    rest = range(page.comments, page.run.stop)
    stamps = sum(page.rules[i] == "date-line" and ":" in page.lines[i].text for i in rest)
    return _dropped(labels, rest, _THREAD) if stamps >= _STAMPS else labels


def _dropped(labels: Labels, rest: range, verdict: Verdict) -> Labels:
    kept = (i for i in rest if labels[i].label in KEPT or labels[i].label == "dateline")
    return relabelled(labels, dict.fromkeys(kept, verdict))
