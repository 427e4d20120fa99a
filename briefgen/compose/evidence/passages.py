"""The cited places of a memo with all that a reader needs to judge them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.compose.brief import Brief, joined
from briefgen.compose.evidence.claims import claims
from briefgen.compose.evidence.cuts import borne_out, clauses, dropped, printed, voices
from briefgen.compose.evidence.reasons import reasons
from briefgen.compose.evidence.surroundings import after, before
from briefgen.model import Quote, Span
from briefgen.paper.evidence import DIFFERENCES, CitedPassage, Use
from briefgen.paper.memo import CitedPlace, House, Item, Memo, Section, Text


class _Told(NamedTuple):
    """An item, or a position in one, where it stands."""

    section: Section
    row: Item
    """The row in which it stands; the item itself where it is no position."""
    item: Item


def passages(brief: Brief, memo: Memo) -> tuple[CitedPassage, ...]:
    """The passages by source and place, those that only differences cite behind the others."""
    told: dict[Span, list[_Told]] = defaultdict(list)
    for one in _items(memo):
        for cite in dict.fromkeys(one.item.cites):
            told[cite].append(one)
    order = {entry.source: at for at, entry in enumerate(memo.sources)}
    beside = {span for span, found in told.items() if all(one.section.id == DIFFERENCES for one in found)}
    places = sorted(memo.places, key=lambda one: (one.span in beside, order[one.span.source], one.span))
    return tuple(_passage(brief, memo, n, place, told[place.span]) for n, place in enumerate(places, 1))


def _items(memo: Memo) -> Iterator[_Told]:
    """The items in the order in which they tell most: rows that print a passage before those that refer to
    one, and the body before its annexes."""
    found = [
        _Told(section, row, item)
        for section in memo.sections
        for row in section.items
        for item in (row, *row.positions)
    ]
    return iter(sorted(found, key=lambda one: bool(one.item.refs)))


def _passage(brief: Brief, memo: Memo, number: int, place: CitedPlace, told: Iterable[_Told]) -> CitedPassage:
    document = brief.corpus.document(place.span)
    told = tuple(told)
    quotes = tuple(quote for one in told for quote in one.item.quotes)
    uses = tuple(_use(brief, place.span, one, quotes) for one in told)
    said = dict.fromkeys(span for quote in quotes for span in voices(quote))
    return CitedPassage(
        number=number,
        place=place,
        uses=uses,
        before=before(document, place.span),
        after=after(document, place.span),
        voices=tuple(sorted(span for span in said if place.span.contains(span))),
        reasons=reasons(brief, memo, place.span, tuple(one.item for one in told), uses),
    )


def _use(brief: Brief, place: Span, one: _Told, quotes: tuple[Quote, ...]) -> Use:
    label, document = one.row.label, brief.corpus.document(place)
    gaps = dropped(document, one.item, place)
    return Use(
        label=label,
        target=label or one.section.id,
        section=one.section.title,
        line=_line(one),
        printed=printed(one.item, place),
        dropped=gaps,
        clauses=clauses(document, gaps, quotes),
        pieces=bool(gaps) or bool(one.item.relation),
        elsewhere=borne_out(one.item, place),
        claims=claims(brief, one.item, place),
    )


def _line(one: _Told) -> Text:
    """What the memo prints of an item, as one line."""
    item = one.item
    parts: list[Text] = [_head(one), item.text, item.relation]
    return joined((*parts, *item.versions), " ")


def _head(one: _Told) -> Text:
    """What stands before the words: who, when, or what it is about."""
    item = one.item
    if item.lead:
        return _without_end(item.lead)
    if item.name:
        return (House(f"{item.name}:"),)
    if item.band:
        return (*item.band, House(":"))
    printed_day = any(field == "when" for field, _ in one.section.columns)
    return (*item.when.text, House(":")) if item.when and printed_day else ()


def _without_end(lead: Text) -> Text:
    """A lead without the blank at its end."""
    last = lead[-1]
    return (*lead[:-1], House(last.text.rstrip(), last.tone)) if isinstance(last, House) else lead
