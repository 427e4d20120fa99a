"""The writer a document names."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.describe.page import DescribedPage
from briefgen.english.expressions import either
from briefgen.english.publishers import is_outlet
from briefgen.model import Block, Fact

_LEAD = re.compile(
    rf"(?:(?:(?:{either(lexicon.pages.byline_words())}|published) )?by|byline|authors?|from)\b:?\s*",
    re.IGNORECASE,
)
_JOBS = either(lexicon.furniture.media_jobs())
_END = re.compile(
    r"\s*(?:[|•·/(\[\n]|\s[-–—]\s|,\s|\b\d|@"
    rf"|\b(?:{either(lexicon.time.month_names())})\b\.? \d"
    rf"|,? (?:for|in|at|special to|staff|senior|chief|{_JOBS}|political|diplomatic"
    r"|defen[cs]e|brussels|updated|published|posted|on)\b|$)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"(?:[\w-]+ ){{0,3}}(?:(?:{_JOBS})s?|staff|analysts?|chief"
    r"|bureau|agenc(?:y|ies)|director|professor|fellow)\b",
    re.IGNORECASE,
)
_DESK_ENDS = frozenset({"editorial", "news", "online", "web", "newsroom", "desk", "team"})
_SITE = re.compile(r"\.\w{2,}|:$")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*|of|de|von|van|bin|al|and|&")


def author(page: DescribedPage) -> Fact | None:
    """The name in the byline, word for word; a desk ("News Room") is nobody's name."""
    if given := page.given("author"):
        return given
    for _, block in page.labelled("byline"):
        if found := _named(page, block):
            return found
    stated = page.container("author")
    return None if stated and _is_desk(stated.value) else stated


def _is_desk(name: str) -> bool:
    return name.casefold().strip(" .:") in lexicon.pages.desks()


def _named(page: DescribedPage, block: Block) -> Fact | None:
    text = page.text(block)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = _END.search(text, start)
    stop = _with_colleagues(text, end.start() if end else len(text))
    name = text[start:stop]
    if not name.strip() or _SITE.search(name) or _is_desk(name) or _is_desk(text):
        return None
    words = name.split()
    if (
        len(words) > 12
        or words[-1].casefold() in _DESK_ENDS
        or not (words[0][0].isupper() and all(_NAME_WORD.match(word) for word in words))
    ):
        return None
    return None if is_outlet(name) else page.fact(block.span.start + start, block.span.start + stop)


def _with_colleagues(text: str, stop: int) -> int:
    """Goes on over ", Second Name and Third Name"."""
    while text.startswith(", ", stop):
        rest = text[stop + 2 :]
        if _ROLE.match(rest) or is_outlet(rest.split(", ")[0]):
            return stop
        end = _END.search(rest)
        name = rest[: end.start()] if end else rest
        words = name.replace(" and ", " ").split()
        if " and " not in rest:
            return stop
        if not 2 <= len(words) <= 7 or not all(word[0].isupper() for word in words):
            return stop
        stop += 2 + len(name)
    return stop
