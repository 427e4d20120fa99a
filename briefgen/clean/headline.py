"""Finds the headline, which stands outside the run of prose and looks like a link."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.clean.cut import Line
from briefgen.clean.run import is_hard
from briefgen.clean.verdict import Verdict

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_REACH = 60
"""Lines above the article that are looked at: bylines, share buttons and a picture stand between."""
_BODY_CHARACTERS = 2500
_SHORTEST, _LONGEST = 3, 34
"""Words of a headline; news headlines have 6 to 16, titles of papers up to 30."""
_ENOUGH = 0.85


def find_headline(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int]
) -> int | None:
    """Index of the headline: the line above the article that shares most with it, or None.

    Evidence: its words come back in the article, it is printed again on the page (in the title of the
    window, a trail of sections or a link), and it stands near.
    """
    first, end = run
    if first == end:
        return None
    body = _content(" ".join(line.text for line in found[first:end])[:_BODY_CHARACTERS])
    starts = Counter(line.text[:40] for line in found)
    candidates = range(max(0, first - _REACH), min(first + 4, end))
    best, best_score = None, _ENOUGH
    for i in candidates:
        if not _may_be(found[i], verdicts[i]):
            continue
        score = _score(found[i], body) + _near(first - i) + 0.3 * (starts[found[i].text[:40]] > 1)
        if score > best_score:
            best, best_score = i, score
    return best


def _may_be(line: Line, verdict: Verdict | None) -> bool:
    count = line.text.count(" ") + 1
    if is_hard(verdict) or verdict is not None or not _SHORTEST <= count <= _LONGEST:
        return False
    stops = line.text[-1] in ".,;:…" and not line.text.endswith(("U.S.", "U.K.", "U.N."))
    return not stops and line.text[0] not in "•·*–-(" and " > " not in line.text


def _content(text: str) -> set[str]:
    grammar = lexicon.words("furniture_grammar_words")
    return {word[:6] for word in _WORD.findall(text.casefold()) if word not in grammar}


def _score(line: Line, body: set[str]) -> float:
    """Share of the line's content words that come back in the body, by their first six letters."""
    words = _content(line.text)
    return len(words & body) / (len(words) + 1) if words else 0.0


def _near(distance: int) -> float:
    """1 beside the article, falling to 0 at the end of the reach; below its first line a little less."""
    return 0.7 if distance <= 0 else 1.0 - distance / _REACH
