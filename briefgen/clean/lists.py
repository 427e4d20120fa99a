"""Drops the lists of other stories that a page prints inside the article's stretch."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled

LIST = Verdict("furniture", "list-of-links")
_HEADS = frozenset({"related-links", "related-link", "comment-form", "tag-line", "share-buttons"})


def lists_of_links(page: Page, labels: Labels) -> Labels:
    """Drops the lists that hang on a heading such as "Most popular"."""
    return relabelled(labels, dict.fromkeys(_listed(page), LIST))


def _listed(page: Page) -> Iterator[int]:
    below = titles = False
    for i in range(max(0, page.run.start - 1), page.run.stop):
        if page.rules[i] in _HEADS:
            below, titles = True, _heads_titles(page, i)
        elif below and (page.lines[i].is_item or (titles and _is_plain_title(page, i))):
            yield i
        else:
            below = False


def _is_plain_title(page: Page, i: int) -> bool:
    return not page.rules[i] and page.lines[i].is_title


def _heads_titles(page: Page, i: int) -> bool:
    """Whether titles without list marks under a heading are links: any under "Related", two under others."""
    if page.rules[i] != "related-link":
        return page.rules[i] == "related-links"
    two = [_is_plain_title(page, j) for j in range(i + 1, min(i + 3, page.run.stop))]
    return len(two) == 2 and all(two)


def trailing_links(page: Page, labels: Labels) -> Labels:
    """Drops what stands under the last heading such as "Related" when no sentence follows."""
    heading = _last_heading(page)
    if heading is None:
        return labels
    below = range(heading + 1, page.run.stop)
    return relabelled(labels, {i: LIST for i in below if labels[i].label in ("body", "dateline")})


def _last_heading(page: Page) -> int | None:
    """Number of the last such heading of the run; None when a sentence comes after it."""
    for i in reversed(page.run):
        if page.is_plain_prose(i):
            return None
        if page.rules[i] in ("related-links", "comment-form"):
            return i
    return None
