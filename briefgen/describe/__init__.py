"""Says what is known about a document: title, publishers, writer, date, language, and the caveats.

Every fact carries the words it was read from. What the user states in a sidecar wins; what the container
states fills in what the text does not give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.describe.dating import document_date
from briefgen.describe.flags import flags, updated
from briefgen.describe.genre import genre
from briefgen.describe.origin import origin
from briefgen.describe.outside import outside, words_outside
from briefgen.describe.page import DescribedPage
from briefgen.describe.people import author
from briefgen.describe.stamps import stamps
from briefgen.english.languages import code_of, language, name_of
from briefgen.errors import Problem
from briefgen.model import Block, Fact, Flag, Metadata, Source

__all__ = ["describe"]

_SECTION = re.compile(r"section:\s*([^;|]{0,80}[^;|\s])", re.IGNORECASE)
_NOT_ENGLISH = "The document is not in English ({}); it is listed but not read."


def describe(source: Source, blocks: tuple[Block, ...]) -> tuple[Metadata, tuple[Problem, ...]]:
    """Metadata of a cleaned text.

    Problems: `date-ambiguous`, `date-conflict`, `date-impossible`, `date-unread`, `date-unreadable`,
    `left-out`, `not-english`, `outside-article`.
    """
    page = DescribedPage(source, blocks)
    where = origin(page)
    stamped = stamps(page)
    published, problems = document_date(page, stamped)
    code, stated = _language(page)
    beside, unread = outside(page, words_outside(page))
    found = (
        *flags(page, where, published, problems),
        *beside,
        *updated(stamped, source.stated.get("updated", ""), published.value),
    )
    if not code.startswith("en"):
        found = (*found, Flag("not-english", None, name_of(code)))
        told = _NOT_ENGLISH.format(stated or name_of(code))
        problems = (*problems, Problem(source.file, "not-english", told))
    problems = (*problems, *_left_out(page, found), *unread)
    title, section = _title(page), _section(page)
    meta = Metadata(
        title=title,
        publisher=where.publisher,
        original_publisher=where.original,
        author=author(page),
        url=where.url,
        language=code,
        section=section,
        genre=genre(page, title, section),
        published=published,
        flags=found,
    )
    return meta, problems


def _left_out(page: DescribedPage, found: tuple[Flag, ...]) -> Iterator[Problem]:
    """What cleaning left out of prose; what a reader left out it has told by itself."""
    told = {(one.kind, one.detail) for one in page.source.omitted}
    for flag in found:
        if flag.kind == "left-out" and (flag.kind, flag.detail) not in told:
            yield Problem(page.source.file, "left-out", f"Not all of it was read: {flag.detail}.")


def _title(page: DescribedPage) -> Fact | None:
    headline = page.first("headline")
    own = page.fact(headline.span.start, headline.span.end) if headline else None
    stated = page.container("title")
    if own and stated and own.span == stated.span:
        return page.given("title") or stated  # read from these words, without the escapes of the file
    return page.given("title") or own or page.container("title")


def _section(page: DescribedPage) -> Fact | None:
    top = page.headline_or_body()
    blocks = list(page.labelled("section"))
    above = [block for i, block in blocks if i < top]
    block = above[-1] if above else blocks[0][1] if blocks else None
    return page.given("section") or (_named(page, block) if block else None) or page.container("section")


def _named(page: DescribedPage, block: Block) -> Fact:
    """A section without the name of its field and the number of its page: "SECTION: NEWS; Pg. 4"."""
    field = _SECTION.match(page.text(block))
    if field is None:
        return page.fact(block.span.start, block.span.end)
    return page.fact(block.span.start + field.start(1), block.span.start + field.end(1))


def _language(page: DescribedPage) -> tuple[str, str]:
    """Code of the text's language: the user's word, else what the words show, never the container alone."""
    if given := page.given("language"):
        return code_of(given.value), given.value
    body = "\n".join(page.text(page.blocks[i]) for i in page.citable()) or page.source.text
    return language(body), ""
