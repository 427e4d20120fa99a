"""Gives every line its first label, by where it stands: in the stretch that is the article, or outside."""

from __future__ import annotations

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled

_BODY = Verdict("body", "article-run")
_OUTSIDE = Verdict("furniture", "outside-article")
_CAPTION = Verdict("caption", "caption")
_LINK_LIKE = Verdict("furniture", "link-like")
_HEADLINE = Verdict("headline", "headline")
_CAPTION_REACH = 4
"""Lines above the run in which a picture is the article's own."""
_HEADER = 14
"""Lines above the headline or the run in which section, date and writer are still the article's own."""
_TRAILER = 8
"""The same below the run."""
_TITLE_WORDS = 3
_LONGEST_LIST = 60
_FOREIGN = frozenset({"related-links", "about-author"})
_ANYWHERE = frozenset({"archived", "original-url", "copyright", "disclaimer", "syndication", "furniture"})
_UNLIKE = -3.0
"""Log-odds below which a line inside the run is taken for a link."""
_EDGE_OF_LIST = -1.5


def by_place(page: Page) -> Labels:
    """One verdict for each line: the rule's where it holds there, else whether it is in the article."""
    above, below = range(page.run.start), range(page.run.stop, len(page.lines))
    return (
        *(_outside(page, i) for i in above),
        *(_inside(page, i) for i in page.run),
        *(_outside(page, i) for i in below),
    )


def headline(page: Page, labels: Labels) -> Labels:
    """Labels the headline."""
    return labels if page.headline is None else relabelled(labels, {page.headline: _HEADLINE})


def _outside(page: Page, i: int) -> Verdict:
    verdict = page.verdicts[i]
    if verdict is None:
        near = page.run and page.run.start - _CAPTION_REACH <= i < page.run.start
        return _CAPTION if near and page.lines[i].is_caption else _OUTSIDE
    if verdict.label in _ANYWHERE:
        return verdict
    return verdict if _is_own_fact(page, i, verdict) else _OUTSIDE


def _is_own_fact(page: Page, i: int, verdict: Verdict) -> bool:
    """Whether a date, a name or a section speaks of the article, not of another story or of a comment."""
    first, end = page.run.start, page.run.stop
    top = first if page.headline is None else min(page.headline, first)
    if not page.run or not top - _HEADER <= i < end + _TRAILER:
        return False
    if i > page.comments or (i >= end and not _FOREIGN.isdisjoint(page.rules[max(end, i - _TRAILER) : i])):
        return False
    if verdict.label == "section":
        return not page.lines[i].is_item
    return i > top or not (_titles(page, i + 1, top) or _is_listed(page, i))


def _is_listed(page: Page, i: int) -> bool:
    """Whether a date above the headline is one of a list of stories: title, date, title, date."""
    return "date-line" in page.rules[max(0, i - _HEADER) : i] and _titles(page, max(0, i - 3), i)


def _titles(page: Page, start: int, end: int) -> bool:
    """Whether lines that could be titles of other stories stand there."""
    return any(not page.rules[i] and page.lines[i].spaces >= _TITLE_WORDS for i in range(start, end))


def _inside(page: Page, i: int) -> Verdict:
    verdict = page.verdicts[i]
    if verdict is not None and page.hard[i]:
        return verdict
    if verdict is not None and _at_edge(page, i):
        return verdict if _is_own_fact(page, i, verdict) else _OUTSIDE
    if verdict is None and page.lines[i].is_caption:
        return _CAPTION
    if not page.bare and page.odds[i] < _UNLIKE and not _in_list(page, i):
        return _LINK_LIKE
    return _BODY


def _at_edge(page: Page, i: int) -> bool:
    """Whether no prose stands between the line and the start of the run, or its end."""
    above = (j for j in range(max(page.run.start, i - 3), i) if j != page.headline)
    below = range(i + 1, min(page.run.stop, i + 4))
    return not (any(page.lines[j].is_prose for j in above) and any(page.lines[j].is_prose for j in below))


def _in_list(page: Page, i: int) -> bool:
    """Whether the line is an item of a list that prose of the article leads to."""
    if not page.lines[i].is_item:
        return False
    for j in range(i - 1, max(page.run.start, i - _LONGEST_LIST) - 1, -1):
        if not page.lines[j].is_item:
            return not page.rules[j] and page.odds[j] > _EDGE_OF_LIST
    return False
