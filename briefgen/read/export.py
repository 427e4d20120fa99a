"""Several articles in one text, as press archives export them: each becomes a document of its own.

Archives number them ("1 of 20 DOCUMENTS", "Document 3 of 20", "Record: 3"), close each with a line ("End of
Document", the archive's own number), or print the same block of fields above each; cuttings open with
headline, paper and day. One mark alone parts nothing, and a list of the articles at the head is no article.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.model import Omission
from briefgen.read.draft import Draft, Reading, extracted
from briefgen.read.export_cover import behind_cover, has_prose, is_cover, without_rest
from briefgen.read.export_fields import (
    FieldBlock,
    StatedHead,
    blocks,
    footed_head,
    is_article,
    stated_head,
    value_of_field,
)
from briefgen.read.export_listed import listed_head

_NUMBERED = re.compile(
    r"^[ \t]*(?:(?P<n>\d{1,4}) of (?P<of>\d{1,4}) (?:DOCUMENT|ARTICLE|RECORD|RESULT)S?"
    r"|(?:Document|Article|Record|Result):? (?P<n2>\d{1,4}) of (?P<of2>\d{1,4}))[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_COUNTED = re.compile(r"^[ \t]*(?:Record|Document):? (\d{1,4})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_CLOSED = re.compile(
    r"^[ \t]*(?:End of Document|(?:AN[ \t]+)?Document [A-Z]{3,8}\d{10,16}[a-z0-9]{4,12})[ \t]*\r?$",
    re.MULTILINE,
)
_RULE = re.compile(r"[\r\n][ \t]*[_=*~–—-]{3,}\s*\Z")
"""A line that parts two articles, at the end of the first."""
_RULED = re.compile(r"^[ \t]*[_=*~–—-]{3,}[ \t]*\r?$", re.MULTILINE)
_LONGEST_RULE = 400
_MARKS = re.compile(
    r"\b(?:End of Document|\d{1,4} of \d{1,4} DOCUMENTS|Document \d{1,4} of \d{1,4}"
    r"|Document [A-Z]{3,8}\d{10,16}[a-z0-9]{4,12})\s*<"
)
_LOOKED_AT = 2_000_000
_BREAK = re.compile(r"\r\n|\n|\r")
_SEARCHED = 6_000_000
"""Characters of a text that are searched for articles; archives hand out some hundreds at a time."""
_FEWEST = 2
_MOST = 50_000
"""Articles of one file, as of records in a dump; archives hand out some hundreds at a time."""
_FEWEST_WORDS = 8
_HEADLINE = 500
_LAST = "\U0010ffff"
_COVER = 3000
"""Characters before the first article: what was searched for, and a list of the articles."""
_TEXT_WORDS, _BRIEF_WORDS = 20, 8
"""Words of most articles that are told by their fields alone, and of the shortest; an entry of a list of
literature has none."""
Bounds = list[tuple[int, int]]


class ExportedArticle(NamedTuple):
    """One article of an export."""

    start: int
    end: int
    head: StatedHead | None
    """What its fields state, by offsets from `start`."""


def parted(draft: Draft, name: str) -> Reading:
    """The draft, or one for each article that it holds, with what the archive states of it.

    An article of several is not `clean`: lines of the archive stand around it.
    """
    made: list[Draft] = []
    problems: list[Problem] = []
    for one in article_drafts(draft):
        drafts, told = extracted(one, name)
        made += drafts
        problems += told
    return tuple(made), tuple(problems)


def article_drafts(draft: Draft) -> tuple[Draft, ...]:
    """The articles in a draft as drafts of their own; the draft itself when it is no export."""
    found = articles(draft.text[:_SEARCHED])
    if not found:
        return (_headed(draft),)
    places = draft.places or _line_places(draft.text)
    made = (_part(draft, places, one, number) for number, one in enumerate(found, 1))
    first, *rest = made
    told = (*draft.omitted, *_omitted(draft.text[: found[0].start]), *_unsearched(draft.text))
    return (replace(first, omitted=told), *rest)


def _unsearched(text: str) -> tuple[Omission, ...]:
    """What is told of an export that is longer than is searched."""
    left = len(text) - _SEARCHED
    told = f"{left:,} characters behind the first {_SEARCHED:,} of all articles"
    return (Omission("left-out", told),) if left > 0 else ()


def _omitted(above: str) -> tuple[Omission, ...]:
    """What is told of prose above the first article, as in a list of them or above cuttings."""
    words = len(above.split())
    return (Omission("left-out", f"{words} words above the first article"),) if has_prose(above) else ()


def looks_exported(text: str) -> bool:
    """Whether a page has the marks of an export, whose repeated lines the search for an article drops."""
    return len(_MARKS.findall(text[:_LOOKED_AT])) >= _FEWEST


def articles(text: str) -> tuple[ExportedArticle, ...]:
    """The articles of an export in order; none when the text is no export of several."""
    for find in (_between, _before, _counted, _by_fields):
        bounds = find(text)
        if _FEWEST <= len(bounds) <= _MOST and is_cover(text, bounds):
            return tuple(_article(text, start, end) for start, end in bounds)
    if found := _footed(text):
        return found
    from briefgen.read.export_heads import cuttings

    return tuple(ExportedArticle(start, start + head.end, head) for start, head in cuttings(text))


def _article(text: str, start: int, end: int) -> ExportedArticle:
    while rule := _RULE.search(text, max(start, end - _LONGEST_RULE), end):
        end = rule.start()
    article = text[start:end]
    head = stated_head(article) or listed_head(article)
    return ExportedArticle(start, start + head.end if head else end, head)


def _footed(text: str) -> tuple[ExportedArticle, ...]:
    """Stretches between rules that each end with the fields of an article."""
    rules = list(_RULED.finditer(text))
    if not 0 < len(rules) < _MOST:
        return ()
    starts, ends = [0, *(rule.end() for rule in rules)], [*(rule.start() for rule in rules), len(text)]
    found = []
    for start, end in _filled(text, list(zip(starts, ends, strict=True))):
        head = footed_head(text[start:end])
        if head is None:
            return ()
        found.append(ExportedArticle(start, start + head.end, head))
    return tuple(found) if len(found) >= _FEWEST else ()


def _headed(draft: Draft) -> Draft:
    """A draft of one article; the block of fields that opens it is front matter."""
    found = blocks(draft.text[:_COVER])
    if (
        draft.front
        or not found
        or draft.text[: found[0].start].strip()
        or not is_article(found[0], draft.text)
    ):
        return draft
    return _with(draft, stated_head(draft.text), 0)


def _part(draft: Draft, places: Sequence[tuple[int, str]], one: ExportedArticle, number: int) -> Draft:
    text = draft.text[one.start : one.end]
    here = _places(places, one.start, one.end)
    plain = replace(draft, text=text, suffix=f"{draft.suffix}#{number}", places=here, stated={}, stated_at={},
                    front=0, clean=False, omitted=(), shifts=())  # fmt: skip
    return _with(plain, one.head, number)


def _with(draft: Draft, head: StatedHead | None, number: int) -> Draft:
    if head is None:
        return draft
    text = draft.text if number else draft.text[: head.end]
    kept = tuple(place for place in draft.places if place[0] < len(text))
    at = {key: where for key, where in draft.stated_at.items() if key not in head.stated}
    return replace(
        draft,
        text=text,
        places=kept,
        front=head.front,
        stated={**draft.stated, **head.stated},
        stated_at={**at, **head.stated_at},
        clean=False,
    )


def _between(text: str) -> Bounds:
    """Stretches behind numbers of how many there are, none of them missing between the first and the last."""
    marks = list(_NUMBERED.finditer(text))
    numbers = [int(mark["n"] or mark["n2"]) for mark in marks]
    totals = {mark["of"] or mark["of2"] for mark in marks}
    if (
        len(totals) != 1
        or marks[0].start() > _COVER
        or numbers != list(range(numbers[0], numbers[0] + len(numbers)))
        or numbers[-1] > int(totals.pop())
    ):
        return []
    return _filled(text, _behind(text, marks))


def _behind(text: str, marks: Sequence[re.Match[str]]) -> Bounds:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]


def _before(text: str) -> Bounds:
    """Stretches that lines close which end a document."""
    ends = [mark.end() for mark in _CLOSED.finditer(text)]
    if len(ends) < _FEWEST:
        return []
    bounds = list(zip([0, *ends], [*ends, len(text)], strict=True))
    bounds = [(start, end) for start, end in bounds if len(text[start:end].split()) >= _FEWEST_WORDS]
    bounds = without_rest(text, bounds)
    return behind_cover(text, bounds)


def _counted(text: str) -> Bounds:
    """Stretches behind numbers from 1 on, each of which has the fields of an article."""
    marks = list(_COUNTED.finditer(text))
    if not marks or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    bounds = _behind(text, marks)
    return bounds if all(_is_told(text[start:end]) for start, end in bounds) else []


def _is_told(text: str) -> bool:
    head = stated_head(text)
    return head is not None and {"title", "publisher", "published"} <= set(head.stated)


def _by_fields(text: str) -> Bounds:
    """Stretches that a block of fields opens which says what an article is."""
    heads = [one for one in blocks(text) if is_article(one, text)]
    if len(heads) < _FEWEST or heads[0].start > _COVER:
        return []
    starts = [_opening(text, one) for one in heads]
    bounds = list(zip(starts, [*starts[1:], len(text)], strict=True))
    words = [
        len(text[head.end : end].split()) for head, (_, end) in zip(heads, bounds, strict=True)
    ]  # fmt: skip
    typical = sorted(words)[len(words) // 2]
    return bounds if min(words) >= _BRIEF_WORDS and typical >= _TEXT_WORDS else []


def _opening(text: str, block: FieldBlock) -> int:
    """Where an article begins that a block opens: with its line, or with the headline printed above, too."""
    start = max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1
    title = next(value_of_field(text, one) for one in block.fields if one.kind == "title")
    above = text[max(start - _HEADLINE, 0) : start]
    told = above.rstrip()
    return start - len(above) + len(told) - len(title) if title and told.endswith(title) else start


def _filled(text: str, bounds: Bounds) -> Bounds:
    return [(start, end) for start, end in bounds if text[start:end].strip()]


def _line_places(text: str) -> tuple[tuple[int, str], ...]:
    """The lines of a text as places, numbered as an editor counts them."""
    starts = (0, *(mark.end() for mark in _BREAK.finditer(text)))
    return tuple((at, f"line {number}") for number, at in enumerate(starts, 1))


def _places(places: Sequence[tuple[int, str]], start: int, end: int) -> tuple[tuple[int, str], ...]:
    """The places of a stretch by offsets from its start."""
    first = bisect.bisect_right(places, (start, _LAST))
    last = bisect.bisect_left(places, (end, ""))
    label = places[max(first - 1, 0)][1]
    return ((0, label), *((at - start, label) for at, label in places[first:last]))
