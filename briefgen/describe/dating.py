"""The date of a document, by the ladder of evidence; never invented.

What the container knows best, as a mail's header its day; labelled stamp, dateline at the head, byline,
source line; what else the container states; the article's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.describe.bounds import bounds, span_of_value
from briefgen.describe.day_order import decide, readings
from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import REACH, dates
from briefgen.describe.stamps import RUNGS, Stamp
from briefgen.describe.weekdays import contradictions, weekday_in
from briefgen.errors import Problem
from briefgen.model import SIGNED, DocumentDate, Span
from briefgen.timex import impossible_dates

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])")
_KINDS = ("published", "", "updated")
"""Where one rung gives several dates, the day of publication goes before the day of a change."""
_PROMISE = re.compile(
    r"(?:(?:first |date )?(?:published|issued|posted|released|dated)(?: on)?"
    r"|date(?: of (?:publication|issue))?|publication date): ?(?=\S)",
    re.IGNORECASE,
)
_SHORT = 60
"""Characters of a line that states a date."""
_HEAD_BLOCKS = 6
_LEAD_BLOCKS = 4
_BESIDE = 2
"""Blocks between the stamp of a change and the date of publication."""


def document_date(page: DescribedPage, found: Sequence[Stamp]) -> tuple[DocumentDate, tuple[Problem, ...]]:
    """The date with its evidence, and what is doubtful about it; `found` are the dates that the document
    prints of itself."""
    if user := page.given("published"):
        value = iso(user.value)
        if value is None:
            return _undated(page, []), (
                _problem(page, None, "date-unreadable", _UNREADABLE.format(user.value)),
            )
        return DocumentDate(value, "user", None, *span_of_value(value), note="sidecar"), ()
    full = [stamp for stamp in found if "X" not in stamp.printed.value]
    stated = _from_container(page)
    if stated and ("published" in page.source.certain or not any(_is_at_head(page, one) for one in full)):
        return stated, () if full else tuple(_impossible(page))
    if full:
        return _from_stamp(page, _first(page, full))
    return _undated(page, found), (*_impossible(page), *_unread(page))


def _is_at_head(page: DescribedPage, stamp: Stamp) -> bool:
    """Whether a stamp stands above the article or at its first words; below may stand other days."""
    body = page.citable()
    return stamp.rung in ("stamp", "dateline", "byline") and (not body or _block(page, stamp) <= body[0] + 1)


def _from_container(page: DescribedPage) -> DocumentDate | None:
    """The date that the container states, where it can be read."""
    stated = page.container("published") or page.container("updated")
    value = (iso(stated.value) or _decided(page, stated.value)) if stated else None
    return DocumentDate(value, "stated", None, *span_of_value(value), note="container") if value else None


def _decided(page: DescribedPage, words: str) -> str | None:
    """The day of "05/06/2025" as the rest of the document decides; else the year."""
    printed = next((one for one in dates(words) if one.ambiguous), None)
    if printed is None:
        return None
    days = readings(page, printed, words)
    order = decide(page, words, days)
    return days[order].isoformat() if order in days and order is not None else printed.value[:4]


def _unread(page: DescribedPage) -> Iterator[Problem]:
    """The line at the head that promises a date and holds none that can be read: "Published: n.d."."""
    for block in page.blocks[: page.headline_or_body() + _HEAD_BLOCKS]:
        text = page.text(block)
        if len(text) <= _SHORT and _PROMISE.match(text) and not dates(text):
            yield _problem(page, block.span, "date-unread", _UNREAD.format(" ".join(text.split())))
            return


_UNREAD = "No date can be read in “{}”; the document counts as undated."
_UNREADABLE = "The date “{}” in the sidecar file can not be read; write it as 2025-07-21."
_AMBIGUOUS = "“{}” can be read day first or month first and nothing else in the document decides it."
_IMPOSSIBLE = "“{}” is no day of the calendar; it was not taken for the date of the document."
_CONFLICT = "The document is dated {}, but “{}” does not fit that weekday."


def _rank(stamp: Stamp) -> tuple[int, int]:
    """A plain date at the head is the day of publication, so a stamp of a later change comes after it."""
    rung = "dateline" if stamp.kind == "updated" else stamp.rung
    return RUNGS.index(rung), _KINDS.index(stamp.kind)


def _first(page: DescribedPage, full: list[Stamp]) -> Stamp:
    """The surest stamp; where that is of a change, the date beside it of the first publication."""
    best = min(full, key=_rank)
    if best.kind != "updated":
        return best
    at = _block(page, best)
    beside = [one for one in full if one.kind != "updated" and abs(_block(page, one) - at) <= _BESIDE]
    beside = [one for one in beside if one.printed.value <= best.printed.value]
    return min(beside, key=_rank, default=best)


def _block(page: DescribedPage, stamp: Stamp) -> int:
    return next(i for i, block in enumerate(page.blocks) if block.span.contains(stamp.span))


def iso(text: str) -> str | None:
    """A date as a container or a user writes it, in ISO with its precision; None when it can not be read."""
    text = text.strip()
    if found := _ISO.match(text):
        value = "-".join(part for part in found.groups() if part)
        return value if span_of_value(value)[0] else None
    printed = [one.value for one in dates(text) if "X" not in one.value and not one.ambiguous]
    return printed[0] if printed else None


def _impossible(page: DescribedPage) -> Iterator[Problem]:
    """Stamps with a day that their month does not have."""
    for _, block in page.labelled(*SIGNED):
        for start, end in impossible_dates(page.text(block)[:REACH]):
            span = page.source.span(block.span.start + start, block.span.start + end)
            yield _problem(page, span, "date-impossible", _IMPOSSIBLE.format(_words(page, span)))


def _problem(page: DescribedPage, span: Span | None, slug: str, message: str) -> Problem:
    place = f", {page.source.place(span.start)}" if span else ""
    return Problem(page.source.file + place, slug, message)


def _words(page: DescribedPage, span: Span) -> str:
    return page.source.text[span.start : span.end]


def _from_stamp(page: DescribedPage, stamp: Stamp) -> tuple[DocumentDate, tuple[Problem, ...]]:
    if stamp.printed.ambiguous:
        return _ambiguous(page, stamp)
    value = stamp.printed.value
    dated = DocumentDate(value, "stated", stamp.span, *span_of_value(value), note=stamp.rung)
    return dated, _conflicts(page, dated)


def _ambiguous(page: DescribedPage, stamp: Stamp) -> tuple[DocumentDate, tuple[Problem, ...]]:
    """Reads "05/06/2018" as the document's other evidence says; without any only the year is known."""
    block = next(b for b in page.blocks if b.span.contains(stamp.span))
    text = page.text(block)
    days = readings(page, stamp.printed, text)
    order = decide(page, text, days)
    if order in days and order is not None:
        value = days[order].isoformat()
        dated = DocumentDate(value, "stated", stamp.span, *span_of_value(value), note=stamp.rung)
        return dated, _conflicts(page, dated)
    year = stamp.printed.value[:4]
    low, high = min(days.values(), default=None), max(days.values(), default=None)
    dated = DocumentDate(year, "stated", stamp.span, low, high, note=stamp.rung)
    message = _AMBIGUOUS.format(_words(page, stamp.span))
    return dated, (_problem(page, stamp.span, "date-ambiguous", message),)


def _conflicts(page: DescribedPage, dated: DocumentDate) -> tuple[Problem, ...]:
    day, evidence = dated.day, dated.evidence
    if day is None or evidence is None:
        return ()
    against = next(contradictions(page, day), None)
    own = weekday_in(page.source.text[max(0, evidence.start - 12) : evidence.end])
    if against is None and own is not None and own != day.weekday():
        against = evidence
    if against is None:
        return ()
    return (
        _problem(page, against, "date-conflict", _CONFLICT.format(day.isoformat(), _words(page, against))),
    )


def _undated(page: DescribedPage, found: Sequence[Stamp]) -> DocumentDate:
    earliest, latest = bounds(page)
    partial = found[0].printed.value if found else _named_day(page)
    evidence = found[0].span if found else None
    if partial is None and latest is not None:
        partial = str(latest.year)
    if evidence is None and partial and partial.startswith("XXXX"):
        evidence = _named_span(page)
    return DocumentDate(None, "undated", evidence, earliest, latest, partial)


def _lead_dates(page: DescribedPage) -> list[tuple[str, Span]]:
    """Days without a year that the first paragraphs name."""
    result = []
    for i in page.citable()[:_LEAD_BLOCKS]:
        block = page.blocks[i]
        for one in dates(page.text(block)):
            if one.value.startswith("XXXX-") and len(one.value) == 10:
                start = block.span.start
                result.append((one.value, page.source.span(start + one.start, start + one.end)))
    return result


def _named_day(page: DescribedPage) -> str | None:
    named = _lead_dates(page)
    return named[0][0] if named else None


def _named_span(page: DescribedPage) -> Span | None:
    named = _lead_dates(page)
    return named[0][1] if named else None
