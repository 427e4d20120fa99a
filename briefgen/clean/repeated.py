"""Drops lines that a page prints again and again, and the headline's other copies."""

from __future__ import annotations

from collections import Counter

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled

_REPEATED = Verdict("furniture", "repeated-line")
_TITLE_WORDS = 3
_MOST_REPEATED = 30
_AGAIN = 3
_MANY_AGAIN = 8
"""Lines that come back so often in number are the article's own: a plan by days, a programme."""


def repetitions(page: Page, labels: Labels) -> Labels:
    """Drops lines of the article that come back; a text without a page around it may repeat itself."""
    if page.bare:
        return labels
    body = [i for i, label in enumerate(labels) if label.label == "body"]
    again = _again(page, body)
    title = page.lines[page.headline].text if page.headline is not None else None
    dropped = [
        i for i in body if page.lines[i].text == title or page.lines[i].text in again or _is_doubled(page, i)
    ]
    return relabelled(labels, dict.fromkeys(dropped, _REPEATED))


def _again(page: Page, body: list[int]) -> set[str]:
    """Short lines of the article that the page prints several times."""
    counts = Counter(line.text for line in page.lines)
    lines = {page.lines[i] for i in body if counts[page.lines[i].text] >= _AGAIN}
    if len(lines) >= _MANY_AGAIN:
        return set()
    return {line.text for line in lines if line.text[-1] != ":" and line.spaces < _MOST_REPEATED}


def _is_doubled(page: Page, i: int) -> bool:
    """Whether a title is printed twice in a row: the picture's link and the words' link to another story."""
    line = page.lines[i]
    if line.spaces < _TITLE_WORDS or line.is_prose:
        return False
    near = range(max(0, i - 2), min(i + 3, len(page.lines)))
    return any(page.lines[j].text == line.text for j in near if j != i)
