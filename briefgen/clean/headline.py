"""Finds the headline, which stands outside the run of prose and looks like a link."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.clean.captions import is_caption
from briefgen.clean.cut import Line
from briefgen.clean.traits import is_prose
from briefgen.clean.verdict import Verdict

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_REACH = 60
"""Lines above the article that are looked at: bylines, share buttons and a picture stand between."""
_BODY_CHARACTERS = 2500
_SHORTEST, _LONGEST = 3, 26
"""Words of a headline; news headlines have 6 to 16, titles of papers up to 30."""
_SHORTEST_ON_PAGE = 4
"""Shorter lines on a page are names of writers and sections."""
_ENOUGH = 0.85
_LIST_MARK = re.compile(r"[•·▪◦‣●○■*»›>(+–—-]|\d{1,2}[.)]\s")
_ABBREVIATED = ("U.S.", "U.K.", "U.N.", "E.U.")
_HEADER_REACH = 6
_MAIL_REACH = 10
_BY = re.compile(r"By\s")
_LABELLED_TITLE = "related-link"
"""The rule of "Column: ..." and "Opinion: ...", which are titles as often as links."""


def find_headline(
    found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int], title: str, *, sure: bool
) -> int | None:
    """Index of the headline: the line above the article that shares most with it, or None.

    `title` is what the container states, or "". A mail's subject, a Markdown heading and the line that
    repeats the title are certain; with `sure` nothing else is taken. Else the evidence is that its words come
    back in the article, that it is printed again on the page (in a trail of sections or a link), stands
    near, and a byline or a date follows.
    """
    certain = _certain(found, verdicts, " ".join(title.casefold().split()))
    if certain is not None or sure or run[0] == run[1]:
        return certain
    first, end = run
    body = _content(" ".join(line.text for line in found[first:end])[:_BODY_CHARACTERS])
    starts = Counter(line.text[:40] for line in found)
    best, best_score = None, _ENOUGH
    for i in range(max(0, first - _REACH), _last_place(found, verdicts, run)):
        if not _may_be(found[i], verdicts[i], _SHORTEST if first == 0 else _SHORTEST_ON_PAGE):
            continue
        score = _score(found[i], body) + _near(first - i) + 0.3 * (starts[found[i].text[:40]] > 1)
        score -= 0.3 * (verdicts[i] is not None)
        score += 0.25 * _heads(verdicts[i + 1 : i + 1 + _HEADER_REACH])
        if score > best_score:
            best, best_score = i, score
    return best


def _last_place(found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int]) -> int:
    """Where headlines end: at the first sentence of the article, or a few lines into it."""
    last = min(run[0] + 4, run[1])
    rows = zip(found[run[0] : last], verdicts[run[0] : last], strict=True)
    prose = (i for i, (line, verdict) in enumerate(rows, run[0]) if verdict is None and is_prose(line.text))
    return next(prose, last)


def _certain(found: Sequence[Line], verdicts: Sequence[Verdict | None], title: str) -> int | None:
    for i, (line, verdict) in enumerate(zip(found[:_MAIL_REACH], verdicts, strict=False)):
        if verdict is not None and verdict.rule == "mail-subject":
            return i
        if verdict is None and line.text.startswith("# "):
            return i
    if not title:
        return None
    rows = enumerate(zip(found, verdicts, strict=True))
    return next((i for i, (line, verdict) in rows if verdict is None and _repeats(line.text, title)), None)


def _repeats(text: str, title: str) -> bool:
    """Whether a line is the title, or the title without the name of the site behind it."""
    if text.count(" ") < 2 or len(text) > len(title) + 2:
        return False
    return title.startswith(" ".join(text.casefold().split()))


def _may_be(line: Line, verdict: Verdict | None, shortest: int) -> bool:
    count = line.text.count(" ") + 1
    named = verdict is not None and verdict.rule != _LABELLED_TITLE
    if named or "@" in line.text or _BY.match(line.text) or not shortest <= count <= _LONGEST:
        return False
    if line.text.casefold().removeprefix("the ") in lexicon.pages.outlets():
        return False
    end = line.text.rstrip("\"”’')]")
    stops = end[-1:] in (".", ",", ";", ":", "…", "") and not end.endswith(_ABBREVIATED)
    return (
        not stops and not _LIST_MARK.match(line.text) and " > " not in line.text and not is_caption(line.text)
    )


def _heads(below: Sequence[Verdict | None]) -> bool:
    """Whether a byline or a date line follows."""
    return any(verdict is not None and verdict.label in ("byline", "dateline") for verdict in below)


def _content(text: str) -> set[str]:
    grammar = lexicon.furniture.grammar_words()
    return {word[:6] for word in _WORD.findall(text.casefold()) if word not in grammar}


def _score(line: Line, body: set[str]) -> float:
    """Share of the line's content words that come back in the body, by their first six letters."""
    words = _content(line.text)
    return len(words & body) / (len(words) + 1) if words else 0.0


def _near(distance: int) -> float:
    """1 beside the article, falling to 0 at the end of the reach; below its first line a little less."""
    return 0.7 if distance <= 0 else 1.0 - distance / _REACH
