"""The title of a PDF, by its type: the largest on the first page."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.english.publishers import is_body, is_outlet
from briefgen.read.pdf_paragraphs import HEADING, Paragraph

_LONGEST_TITLE = 40
_TITLE_WORDS = 3
"""Words; a name in larger type with fewer is that of a paper or a series, if a longer line stands below."""
_NEAR = 0.7
"""Of the largest type size on the page: that of such a line."""


def title_of(paragraphs: Iterable[Paragraph], size: float) -> str:
    """The words in the largest type of the first page, if it is larger than the text; "" if none is."""
    large = [one for one in paragraphs if one.page == 1 and one.size >= HEADING * size and not one.table]
    named = [one for one in large if _is_title(one.text)]
    if not named:
        return ""
    best = max(named, key=lambda one: one.size)
    if best.text.count(" ") < _TITLE_WORDS - 1:  # the name of a paper or a series stands larger still
        least = 0.0 if _is_letterhead(best.text) else _NEAR * best.size
        longer = [one for one in named if one.text.count(" ") >= _TITLE_WORDS and one.size >= least]
        best = max(longer, key=lambda one: one.size, default=best)
    return " ".join(best.text.split())


def _is_letterhead(text: str) -> bool:
    """Whether words of the largest type name who issues the paper, or stand in capitals as such names do."""
    return text.isupper() or is_body(text) or is_outlet(text)


def _is_title(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 4 and text.count(" ") < _LONGEST_TITLE
