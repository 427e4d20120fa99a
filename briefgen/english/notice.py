"""Whether somebody was told before: "were aware in advance", "had not been informed", "nobody told us"."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon

_NEAR = 30
"""Characters between being told and "in advance"."""
_OF_WHAT = 40
"""Characters between "learned of" and "from the radio"."""
_BE = r"(?:was|were|been|being|are|is|be)"


def told_before(low: str) -> re.Match[str] | None:
    """The words of a sentence in small letters that say that somebody was told before."""
    return _told().search(low)


def not_told(low: str, before: str) -> re.Match[str] | None:
    """The words that say that somebody was not; `before` is the sentence before, whose verb may be left out:
    "... that they had been informed. They had not been."."""
    found = _not_told().search(low)
    if found is None and re.search(rf"\b{_phrases('told')}\b", before):
        found = _left_out().search(low)
    return found


@cache
def _told() -> re.Pattern[str]:
    told, ahead = _phrases("told"), _phrases("ahead")
    return re.compile(rf"\b{_BE}(?: \w+)? {told}\b[^.;:]{{0,{_NEAR}}}?\b{ahead}\b")


@cache
def _not_told() -> re.Pattern[str]:
    told, learned, media = map(_phrases, ("told", "learned", "media"))
    return re.compile(
        rf"(?:\b(?:not|never)|n't)(?: been| being)?(?: \w+ly)? {told}\b|\bunaware\b"
        rf"|\b(?:nobody|no one|no-one)(?: has| had)?(?: ever)? {told}\b"
        r"|\b(?:did not|didn't) know(?= of\b| about\b|\W*$)"
        rf"|\b{learned} (?:of|about)\b[^.;:]{{1,{_OF_WHAT}}}?\b(?:from|in|on|through) the {media}\b"
    )


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(r"\b(?:had|have|has|was|were) (?:not|never) been\b(?=\W*$)")


@cache
def _phrases(use: str) -> str:
    rows = (row.phrases for row in lexicon.linking.informed() if row.use == use)
    return "(?:" + "|".join(re.escape(phrase) for phrases in rows for phrase in phrases) + ")"
