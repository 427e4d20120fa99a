"""Whether a sentence says that no date is set: "has not set a date", "no date has been fixed"."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon


def unset(low: str) -> re.Match[str] | None:
    """The words of a folded sentence that say that no date is set for what it is on."""
    return _unset().search(low)


@cache
def _unset() -> re.Pattern[str]:
    fixed = "|".join(map(re.escape, lexicon.time.fixing()))
    day = r"(?:date|day|deadline|timetable|time limit)"
    return re.compile(
        rf"\b(?:not|never|n't) (?:yet |been )?(?:{fixed}) (?:a|any|the) {day}\b"
        rf"|\bn't (?:yet )?(?:{fixed}) (?:a|any|the) {day}\b"
        rf"|\bno {day} (?:has|have|had|is|was) (?:yet )?(?:been )?(?:{fixed})\b"
        rf"|\b(?:has|have|had) (?:{fixed}) no {day}\b"
    )
