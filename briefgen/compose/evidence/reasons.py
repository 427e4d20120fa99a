"""Why a passage should be looked at first, and how often what speaks against it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.compose.brief import Brief, Filling
from briefgen.compose.evidence.cuts import clauses, turning
from briefgen.compose.wording import place_of
from briefgen.model import Document, Quote, Span
from briefgen.paper.evidence import Reason, ReasonKind, Use
from briefgen.paper.memo import Cited, Item, Memo, Reference, Text, When

RISK: Mapping[str, float] = MappingProxyType(
    {
        "turned": 0.6,
        "contradicted": 0.5,
        "speaker-none": 0.4,
        "speaker-rival": 0.35,
        "speaker-description": 0.3,
        "speaker-pronoun": 0.2,
        "date-inferred": 0.3,
        "date-counted": 0.2,
        "date-year": 0.1,
        "relayed": 0.25,
        "cut": 0.15,
    }
)
"""How often what such a passage claims is wrong or misleads."""


def reasons(
    brief: Brief, memo: Memo, place: Span, items: tuple[Item, ...], uses: tuple[Use, ...]
) -> tuple[Reason, ...]:
    """The reasons to look at a place first, each kind once, the gravest first."""
    document = brief.corpus.document(place)
    found = (
        *_cut(brief, document, items, uses),
        *_contradicted(brief, memo, place),
        *_speaker(brief, document, place, items),
        *_date(brief, place, items),
        *_relayed(brief, place, items),
    )
    gravest: dict[ReasonKind, Reason] = {}
    for one in sorted(found, key=lambda one: -one.risk):
        gravest.setdefault(one.kind, one)
    return tuple(gravest.values())


def _reason(brief: Brief, kind: ReasonKind, name: str, fields: Mapping[str, Filling]) -> Reason:
    return Reason(kind, brief.say(f"look-{name}", fields), RISK[name])


def _cut(
    brief: Brief, document: Document, items: tuple[Item, ...], uses: tuple[Use, ...]
) -> Iterator[Reason]:
    """A clause that a line leaves out, and the denial or condition in it."""
    for item, use in zip(items, uses, strict=True):
        quotes = tuple(quote for one in items for quote in one.quotes)
        gaps = clauses(document, use.dropped, quotes)
        turned = turning(document, use.dropped)
        row: Filling = Reference(use.label) if item.label else use.section
        if turned:
            yield _reason(brief, "turned", "turned", {"row": row, "words": Cited(turned)})
        elif gaps:
            yield _reason(brief, "cut", "cut", {"row": row})


def _contradicted(brief: Brief, memo: Memo, place: Span) -> Iterator[Reason]:
    """An independent source that says otherwise."""
    for section in memo.sections:
        for item in section.items if section.id == "discrepancies" else ():
            origins = {memo.source_of[cite.source].origin for cite in item.cites}
            if len(origins) > 1 and any(cite.overlaps(place) for cite in item.cites):
                others = {c.source: None for c in item.cites if c.source != place.source}
                yield _reason(brief, "contradicted", "contradicted", {"source": _listed(others)})
                return


def _listed(sources: Iterable[str]) -> Text:
    return (Reference(next(iter(sources))),)


def _speaker(brief: Brief, document: Document, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """A speaker for whom other words stand in the passage than the name."""
    for item in items:
        for quote in item.quotes:
            if quote.speaker is None or not any(place.overlaps(one) for one in quote.frame):
                continue
            name = _unnamed(document, place, quote)
            if name:
                yield _reason(brief, "speaker", name, _named(brief, quote))


def _unnamed(document: Document, place: Span, quote: Quote) -> str:
    """How a passage stands for its speaker without the name; "" where it names him, or a label does."""
    mention = quote.joint or quote.mention
    if mention is None:
        return "speaker-none" if quote.kind != "own" else ""
    if quote.kind == "own" or any(name.span.overlaps(mention) for name in document.names):
        return ""
    speaker = quote.speaker
    if speaker is None or speaker.name == mention or place.contains(speaker.name):
        return ""
    if len(document.text(mention).split()) > 1:
        return "speaker-description"
    return "speaker-rival" if _rival(document, quote, mention) else "speaker-pronoun"


def _rival(document: Document, quote: Quote, mention: Span) -> bool:
    """Whether another person is named between the last time the speaker is and the pronoun."""
    key = quote.speaker.key if quote.speaker else None
    persons = [n for n in document.names if n.kind == "person" and n.span.end <= mention.start]
    return bool(persons) and persons[-1].key != key


def _named(brief: Brief, quote: Quote) -> Mapping[str, Filling]:
    speaker = quote.speaker
    if speaker is None:
        return {}
    mention = quote.joint or quote.mention
    document = brief.corpus.document(speaker.name)
    return {
        "words": Cited(mention) if mention else "",
        "name": Cited(speaker.name),
        "source": Reference(speaker.name.source),
        "place": place_of(document, speaker.name),
    }


def _date(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """A date that no source prints so."""
    for item in items:
        when = item.when
        if when is not None and when.printed is not None and when.printed.source == place.source:
            yield from _worked_out(brief, when)


def _worked_out(brief: Brief, when: When) -> Iterator[Reason]:
    if when.printed is None or when.rung or when.status not in ("resolved", "inferred"):
        return
    name = "date-inferred" if when.status == "inferred" else "date-counted"
    if when.status == "resolved" and when.value and len(when.value) < len("2025-01-01"):
        name = "date-year"
    yield _reason(brief, "date", name, {"date": when.plain, "words": Cited(when.printed)})


def _relayed(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """A view that is not the speaker's own."""
    relayed = (quote.relayed for item in items for quote in item.quotes if quote.relayed)
    view = next((span for span in relayed if place.contains(span)), None)
    if view:
        yield _reason(brief, "relayed", "relayed", {"view": Cited(view)})
