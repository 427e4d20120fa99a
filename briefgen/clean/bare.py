"""Tells a text that is an article and nothing else from a page with an article in it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.clean.cut import Line
from briefgen.clean.run import is_hard
from briefgen.clean.traits import is_prose, word_count
from briefgen.clean.verdict import Verdict

_PAGE_LINES = 4
"""So many furniture lines show that a page stands around the text."""
_PAGE_SHARE = 0.12
_BARE_SHARE = 0.6
_PROSE_SHARE = 0.3
_TABLE_WORDS = 4.5
"""Words a line in tables of figures and programmes; menus have one to three."""


def is_bare(found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int]) -> bool:
    """Whether the text is an article and nothing else: hardly a furniture line, and the run is most of it."""
    if _furniture_free(found, verdicts):
        return True
    allowed = max(_PAGE_LINES, _PAGE_SHARE * len(found))
    furniture = sum(is_hard(verdict) for verdict in verdicts)
    outside = sum(verdict is None for verdict in (*verdicts[: run[0]], *verdicts[run[1] :]))
    if furniture > allowed or outside > allowed:
        return False
    inside = sum(len(line.text) for line in found[run[0] : run[1]])
    return inside >= _BARE_SHARE * sum(len(line.text) for line in found)


def _furniture_free(found: Sequence[Line], verdicts: Sequence[Verdict | None]) -> bool:
    """Whether no line is named furniture, and much of the text is sentences or the text is very short."""
    if any(verdict is not None and verdict.label == "furniture" and is_hard(verdict) for verdict in verdicts):
        return False
    prose = sum(len(line.text) for line in found if is_prose(line.text))
    if prose >= _PROSE_SHARE * sum(len(line.text) for line in found) or len(found) <= _PAGE_LINES:
        return True
    return sum(word_count(line.text) for line in found) >= _TABLE_WORDS * len(found)
