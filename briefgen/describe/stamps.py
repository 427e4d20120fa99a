"""Dates that a document prints of itself, by rung of the ladder of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import dates
from briefgen.english import date_label
from briefgen.model import SIGNED, Block, Span
from briefgen.timex import PrintedDate

RUNGS = ("stamp", "dateline", "byline", "source", "body")
"""From the surest to the weakest; captions, copyright lines, related links and comments are not rungs."""
_BYLINE = re.compile(r"(?:by|from|written by|posted by)\b", re.IGNORECASE)
_WIRE_PLACE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,40}|[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+){0,2})"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,| \(| [-–—/])\s?\(?"
)
_WIRE_DASH = re.compile(r"\s[-–—]{1,2}\s|\)\s?[-–—:]|[-–—]{2}")
_SHOUTED_PLACE = re.compile(r"[A-Z][A-Z.'’ -]{2,40}, $")
_WIRE_REACH = 70
_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b[,( ]{0,3}(?:on )?(?:\w+day,? )?", re.IGNORECASE
)
_LEAD_BLOCKS = 3
_STANDS = re.compile(r"\bas (?:of|at)\b", re.IGNORECASE)
"""Of what stood so on that day, the day is less sure than one of issue."""
_GAP = 24
"""Characters between a date and the label or place it belongs to."""
_LABEL = 40
"""Characters before a date in which a label may say that it is no day of the document."""


class Stamp(NamedTuple):
    """One date of the document itself."""

    rung: str
    kind: str
    """"published", "updated", or "" when the label does not say."""
    printed: PrintedDate
    span: Span


def stamps(page: DescribedPage) -> tuple[Stamp, ...]:
    """All of them, the surest first, each rung in reading order."""
    found = [*_labelled(page), *_wire_datelines(page), *_sourced(page), *_own_words(page)]
    return tuple(sorted(found, key=lambda stamp: RUNGS.index(stamp.rung)))


def in_block(page: DescribedPage, block: Block) -> Iterator[tuple[PrintedDate, Span]]:
    """The dates printed in a block and where they stand."""
    for printed in dates(page.text(block)):
        yield printed, page.source.span(block.span.start + printed.start, block.span.start + printed.end)


def _labelled(page: DescribedPage) -> Iterator[Stamp]:
    body = page.citable()
    for i, block in page.labelled(*SIGNED, "publisher"):
        text = page.text(block)
        past = bool(body) and i > body[0]
        before, stamped = 0, bool(date_label.kinds(text) & {"published", "updated"})
        for printed, span in in_block(page, block):
            lead = text[before : printed.start]
            before = printed.end
            if date_label.kind(lead[-_LABEL:]) == "other" and not date_label.is_done(lead):
                continue
            rung, kind = _rung(text, lead, past, block)
            rung = "stamp" if stamped and rung == "dateline" and not kind else rung
            yield Stamp(rung, kind, printed, span)


def _rung(text: str, lead: str, past: bool, block: Block) -> tuple[str, str]:
    """The rung and kind of a date, by the words right before it."""
    kind = "published" if date_label.is_done(lead) else date_label.kind(lead[-_GAP:])
    if kind:
        return "dateline" if _STANDS.search(lead[-_GAP:]) else "stamp", kind
    if past or block.label == "byline" or _BYLINE.match(text) or lead.strip(" |•·,-–—").count(" ") >= 1:
        return "byline", ""
    return "dateline", ""


def _wire_datelines(page: DescribedPage) -> Iterator[Stamp]:
    """ "WARSAW, April 3 (Agency) -", "3 April 2025 –", "WARSAW, 3 April 2025." at the head of the article."""
    for i in page.citable()[:2]:
        block = page.blocks[i]
        text = page.text(block)[:_WIRE_REACH]
        place = _WIRE_PLACE.match(text)
        dash = _WIRE_DASH.search(text)
        for printed, span in in_block(page, block):
            behind = place is not None and dash is not None and printed.start <= place.end() + 2
            first = printed.start <= 1 and dash is not None and dash.start() <= printed.end + 1
            stops = _SHOUTED_PLACE.fullmatch(text, 0, printed.start) and text.startswith(". ", printed.end)
            if behind or first or stops:
                yield Stamp("dateline", "", printed, span)
            break


def _sourced(page: DescribedPage) -> Iterator[Stamp]:
    """ "Source: Harbour Post, 3 April 2025"."""
    for _, block in page.labelled("original-url"):
        for printed, span in in_block(page, block):
            if date_label.kind(page.text(block)[: printed.start][-_GAP:]) != "other":
                yield Stamp("source", "", printed, span)


def _own_words(page: DescribedPage) -> Iterator[Stamp]:
    """ "today, 3 June 2025" high in the text."""
    for i in page.citable()[:_LEAD_BLOCKS]:
        block = page.blocks[i]
        text = page.text(block)
        for printed, span in in_block(page, block):
            lead = [found for found in _TODAY.finditer(text) if 0 <= printed.start - found.end() <= 2]
            if lead:
                yield Stamp("body", "", printed, span)
