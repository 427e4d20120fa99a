"""Press cuttings one under the other: each opens with its headline, its paper and its day.

"Ferries stop / The Harbour Post, 8 June 2024", with or without a rule between two. The day has to stand with
the paper in every head and the heads have one form: what merely has dates and headings is a chronicle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.read.export_fields import StatedHead

_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[\s_=*~#–—-]{3,}")
_SHORT = 20
"""Words of a line in a head."""
_HEAD_LINES = 5
_DATED = re.compile(r"(?:19|20)\d\d")
_OUTLET_WORDS = 7
_TITLE_MARKS = re.compile(r"\s*(?:#{1,6}\s+|\d{1,3}[.)]\s+|[-*•]\s+)?[*_]{0,2}")
"""Before a headline: of a heading in Markdown, a number, bold type."""
_IN_BRACKETS = re.compile(r"(?P<title>.*\S)\s*[(\[](?P<imprint>[^()\[\]]{8,80})[)\]]\W{0,3}")
_PARTS = re.compile(r"\s*[|•·]\s*")
_WRITER = re.compile(r"(?:^|\|)[ \t]*[Bb]y[ \t]+([^|\r\n]{3,60})", re.MULTILINE)
_BETWEEN = re.compile(
    r"(?:[\r\n]\s*(?:[_=*~–—-]{3,}|(?:(?:article|item|story|no\.?)[ \t]+)?\d{1,3}[.)]?))+\s*\Z", re.IGNORECASE
)
"""What stands between two cuttings: a rule, the number of the next."""
_TRIMMED = 200
_ENDS = re.compile(r"[.;:,]\s*$")
_FEWEST, _FEWEST_WITHOUT_RULES = 2, 3
_BODY_WORDS = 15
_PLAUSIBLE = 2
"""One name in so many shows by itself that it is a paper's."""


class CuttingHead(NamedTuple):
    """The head of one cutting."""

    start: int
    end: int
    title: tuple[int, int]
    outlet: str
    day: str
    form: tuple[int, int]
    """Where the headline and the name stand from the day, in lines."""


def cuttings(text: str) -> list[tuple[int, StatedHead]]:
    """Start of each cutting with what its head states, offsets from that start; none for another text."""
    if len(_DATED.findall(text)) < _FEWEST:
        return []
    lines = [found for found in _LINE.finditer(text) if found[0].strip()]
    ruled = [i for i, line in enumerate(lines) if _RULE.fullmatch(line[0])]
    heads = _of_one_form(list(_heads(lines)))
    if not _is_review(text, heads, ruled=len(ruled) >= len(heads) - 1 > 0):
        return []
    ends = [*(head.start for head in heads[1:]), len(text)]
    return [(head.start, _stated(text, head, end)) for head, end in zip(heads, ends, strict=True)]


def _heads(lines: Sequence[re.Match[str]]) -> Iterator[list[CuttingHead]]:
    """For each group of short lines above prose what it can be as a head: with a line more or less above."""
    group: list[re.Match[str]] = []
    for line in lines:
        if _RULE.fullmatch(line[0]):
            group = []
        elif _is_short(line[0]):
            group.append(line)
        else:
            if group and (head := _in_one_line(group[-1])):
                yield [head]
                group = []
                continue
            tails = (group[-count:] for count in range(2, min(len(group), _HEAD_LINES) + 1))
            heads = [head for tail in tails if (head := _head(tail))]
            if heads:
                yield heads
            group = []


def _of_one_form(found: Sequence[Sequence[CuttingHead]]) -> list[CuttingHead]:
    """The heads of the form that all groups share; none when there is no such form."""
    shared = [form for form in dict.fromkeys(head.form for heads in found for head in heads)
              if all(any(head.form == form for head in heads) for heads in found)]  # fmt: skip
    return [next(head for head in heads if head.form == shared[0]) for heads in found] if shared else []


def _is_short(text: str) -> bool:
    words = len(text.split())
    return words <= _SHORT and not (words > 4 and text.rstrip().endswith("."))


def _head(group: Sequence[re.Match[str]]) -> CuttingHead | None:
    dated = [(i, found) for i, line in enumerate(group) if (found := _day(line[0]))]
    if len(dated) != 1:
        return None
    i, (day, rest) = dated[0]
    outlet_at = (
        i if rest else next((j for j in (i - 1, i + 1) if 0 <= j < len(group) and _is_name(group[j][0])), -1)
    )
    if outlet_at < 0:
        return None
    outlet = rest or group[outlet_at][0].strip()
    titles = [j for j in range(len(group)) if j not in (i, outlet_at) and not _is_byline(group[j][0])]
    before = [j for j in titles if j < min(i, outlet_at)]
    if not titles or not _is_name(outlet):
        return None
    title = before[-1] if before else titles[0]
    first = min(title, i, outlet_at)
    span = _title_span(group[title].start(), group[title][0])
    return CuttingHead(group[first].start(), group[-1].end(), span, outlet, day, (title - i, outlet_at - i))


def _title_span(start: int, words: str) -> tuple[int, int]:
    mark = _TITLE_MARKS.match(words)
    begin = mark.end() if mark else 0
    return start + begin, start + max(len(words.rstrip(" \t*_")), begin + 1)


def _in_one_line(line: re.Match[str]) -> CuttingHead | None:
    """A headline with paper and day in brackets behind it."""
    found = _IN_BRACKETS.fullmatch(line[0])
    told = _day(found["imprint"]) if found else None
    if found is None or told is None or not _is_name(told[1]):
        return None
    title = _title_span(line.start(), found["title"])
    return CuttingHead(line.start(), line.end(), title, told[1], told[0], (0, 0))


def _is_byline(text: str) -> bool:
    return bool(re.match(r"\s*(?:by|from)\s", text, re.IGNORECASE))


def _day(text: str) -> tuple[str, str] | None:
    """The day in a line and what stands beside it; None when there is none, or much else."""
    from briefgen.timex import printed_dates

    if not _DATED.search(text) or len(text.split()) > _SHORT:
        return None
    days = [one for one in printed_dates(text) if one.granularity == "day" and "X" not in one.value]
    if len(days) != 1:
        return None
    beside = f"{text[: days[0].start]} {text[days[0].end :]}"
    rest = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", "", beside, flags=re.IGNORECASE)
    rest = re.sub(r"(?i)\bp(?:age|\.|g\.?)\s?[A-Z]?\d{1,3}\b", "", rest).strip(" \t,;:|()[]–—-·•/*_#")
    return text[days[0].start : days[0].end], next((part for part in _PARTS.split(rest) if part), "")


def _is_name(text: str) -> bool:
    from briefgen.english.publishers import is_capitalised

    words = text.split()
    return 0 < len(words) <= _OUTLET_WORDS and not _ENDS.search(text) and is_capitalised(text.strip())


def _is_review(text: str, heads: Sequence[CuttingHead], *, ruled: bool) -> bool:
    """Whether heads of one form open all that stands in a text, and name papers."""
    from briefgen.english.publishers import has_outlet_word, is_outlet

    if len(heads) < (_FEWEST if ruled else _FEWEST_WITHOUT_RULES):
        return False
    ends = [*(head.start for head in heads[1:]), len(text)]
    if any(len(text[head.end : end].split()) < _BODY_WORDS for head, end in zip(heads, ends, strict=True)):
        return False
    named = sum(is_outlet(head.outlet) or has_outlet_word(head.outlet) for head in heads)
    above = len(text[: heads[0].start].split())
    return named * _PLAUSIBLE >= len(heads) and above <= len(text.split()) // len(heads)


def _stated(text: str, head: CuttingHead, end: int) -> StatedHead:
    title = (head.title[0] - head.start, head.title[1] - head.start)
    words = " ".join(text[slice(*head.title)].split())
    stated = {"title": words, "publisher": head.outlet, "published": head.day}
    if writer := _WRITER.search(text, head.start, head.end):
        stated["author"] = writer[1].strip()
    last = text[max(end - _TRIMMED, head.end) : end]
    end -= len(last) - len(_BETWEEN.sub("", last))
    return StatedHead(head.end - head.start, end - head.start, stated, {"title": title})
