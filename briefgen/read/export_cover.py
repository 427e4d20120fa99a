"""What stands before and behind the articles of an export: their list, the search, a notice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_LINE = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"^\s*\d{1,4}[.)]\s+")
_REST_WORDS = 25
"""Words behind the last article: a notice of the archive; an article has more."""
_SENTENCE_WORDS = 12
"""Words from which a paragraph above the first article is prose if it ends in a stop, as no title does."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_STOP = re.compile(r"\w[.!?…][”’\"')\]]{0,2}$")
_NOTICE = re.compile(
    r"\b(?:copyright|all rights|downloaded|exported|(?:printed|generated) (?:from|for|by)|search(?:ed)?"
    r"|database|licen[cs]ed?|terms of use|subscribers?|copied)\b|©",
    re.IGNORECASE,
)
"""What an archive says of itself and of its rights."""
_NOTICE_WORDS = 60
_HEAD_LINES, _TITLE_WORDS = 6, 4
"""Lines of an article among which its headline is, and the fewest words of one that a list can tell."""
_SUMMARY = re.compile(r"\s*(?:Search Summary|Search terms?|Timestamp|User Name)\b", re.IGNORECASE)


def without_rest(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches without what stands behind the last article."""
    if not bounds:
        return bounds
    last = text[slice(*bounds[-1])]
    return bounds[:-1] if len(last.split()) < _REST_WORDS or _SUMMARY.match(last) else bounds


def has_prose(above: str) -> bool:
    """Whether text above the first article is more than a cover: it has a sentence that is no notice."""
    parts = _PARAGRAPH.split(above.replace("\r\n", "\n").replace("\r", "\n"))
    return any(_is_prose(one) for part in parts for one in (part, *part.split("\n")))


def is_cover(text: str, bounds: list[tuple[int, int]]) -> bool:
    """Whether what stands above the first article may be left out: it is no prose, or lists the last one."""
    above = text[: bounds[0][0]]
    if not has_prose(above):
        return True
    listed = {_plain(line) for line in above.splitlines()}
    lines = islice((found[0] for found in _LINE.finditer(text, *bounds[-1]) if found[0].strip()), _HEAD_LINES)
    return any(_plain(line) in listed for line in lines if len(line.split()) >= _TITLE_WORDS)


def _is_prose(text: str) -> bool:
    words = len(text.split())
    if words < _SENTENCE_WORDS or not _STOP.search(text.rstrip()):
        return False
    return words > _NOTICE_WORDS or not _NOTICE.search(text)


def behind_cover(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with the first cut down to its article, where a list of the articles stands before that.

    The list has the headline of the last article; the first begins behind, with a line that the list has.
    """
    if len(bounds) < 2:
        return bounds
    lines = [found for found in _LINE.finditer(text, *bounds[0]) if found[0].strip()]
    last = _headline(text, bounds[-1])
    listed = [i for i, line in enumerate(lines) if _plain(line[0]) == last]
    if not listed or not last:
        return bounds
    # a headline stands in the list once; what the list says of each article is repeated
    head = lines[: listed[-1] + 1]
    numbered = {_plain(line[0]) for line in head if _NUMBER.match(line[0])}
    times = Counter(_plain(line[0]) for line in head)
    titles = numbered or {words for words, count in times.items() if count == 1}
    behind = lines[listed[-1] + 1 :]
    start = next(
        (line.start() for line in behind if _plain(line[0]) in titles and len(line[0].split()) > 2), None
    )
    return bounds if start is None else [(start, bounds[0][1]), *bounds[1:]]


def _headline(text: str, bound: tuple[int, int]) -> str:
    first = next((found for found in _LINE.finditer(text, *bound) if found[0].strip()), None)
    return _plain(first[0]) if first else ""


def _plain(line: str) -> str:
    return " ".join(_NUMBER.sub("", line).split()).casefold()
