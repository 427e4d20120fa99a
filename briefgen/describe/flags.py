"""Caveats that a reader must see beside a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import lexicon
from briefgen.describe.origin import Origin
from briefgen.describe.page import DescribedPage
from briefgen.describe.stamps import Stamp
from briefgen.english.languages import language, name_of
from briefgen.errors import Problem
from briefgen.model import CITABLE, DocumentDate, Flag

_CUT_OFF = ("…", "...", "[…]", "[...]")
_CUT_RULE = "read-full"
_LANGUAGE_RULE = "other-language"
_REACH = 3
"""Blocks around the article in which an invitation to read on speaks of this article."""


def flags(
    page: DescribedPage, where: Origin, published: DocumentDate, problems: tuple[Problem, ...]
) -> Iterator[Flag]:
    """The caveats in a fixed order, each with its evidence."""
    if block := page.first("archived"):
        yield Flag("archived", block.span)
    if block := page.first("disclaimer"):
        yield Flag("disclaimer", block.span)
    yield from _restricted(page)
    if page.source.by_user.get("confidential"):
        yield Flag("confidential")
    yield from _origin_flags(where)
    if published.value is None:
        yield Flag("undated", published.evidence)
    if any(problem.slug == "date-conflict" for problem in problems):
        yield Flag("date-conflict", published.evidence)
    if not any(block.label in CITABLE for block in page.blocks) and page.blocks:
        yield Flag("furniture-only")
    yield from _truncated(page)
    yield from _in_other_languages(page)
    yield from (Flag(one.kind, None, one.detail) for one in page.source.omitted)


def _restricted(page: DescribedPage) -> Iterator[Flag]:
    """What the writer of a mail asks of those who read on: not to quote it, not before a day."""
    if not page.source.mail:
        return
    for block in page.blocks:
        if wish := lexicon.mail.wish().search(page.text(block).casefold().replace("’", "'")):
            span = page.source.span(block.span.start + wish.start(), block.span.start + wish.end())
            yield Flag("restricted", span, page.source.place(span.start))
            return


def _origin_flags(where: Origin) -> Iterator[Flag]:
    if where.reprint:
        yield Flag("reprint", where.reprint.span, where.reprint.value)
    if where.translated and where.url:
        yield Flag("translation", where.url.span, where.original.value if where.original else "")
    if where.behind and not (where.reprint and where.reprint.value == where.behind.value):
        yield Flag("secondary-copy", where.behind.span, where.behind.value)


def updated(found: Sequence[Stamp], stated: str, published: str | None) -> Iterator[Flag]:
    """The flag of a text that was changed after it appeared, with the day where that is not its own date."""
    stamp = next((one for one in found if one.kind == "updated" and not one.printed.ambiguous), None)
    if stamp:
        yield Flag("updated", stamp.span, "" if stamp.printed.value == published else stamp.printed.value)
    elif stated:
        yield Flag("updated", None, "" if stated == published else stated)


def _in_other_languages(page: DescribedPage) -> Iterator[Flag]:
    """Paragraphs of an English text that were not read because of their language."""
    texts = [page.text(block) for block in page.blocks if block.rule == _LANGUAGE_RULE]
    if texts:
        count = sum(len(text.split()) for text in texts)
        yield Flag("left-out", None, f"{count} words in {name_of(language(' '.join(texts)))}")


def _truncated(page: DescribedPage) -> Iterator[Flag]:
    body = page.citable()
    if not body:
        return
    near = page.blocks[max(0, body[0] - _REACH) : body[-1] + 1 + _REACH]
    cut = next((block for block in near if block.rule == _CUT_RULE), None)
    last = page.blocks[body[-1]]
    if cut is None and page.text(last).rstrip('"”’ ').endswith(_CUT_OFF):
        cut = last
    if cut is not None:
        yield Flag("truncated", cut.span)
