"""Why a passage should be looked at first, and how often what speaks against it is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefgen.compose.brief import Brief, Filling
from briefgen.compose.evidence.cuts import turning
from briefgen.compose.wording import place_of
from briefgen.english.stance import denies
from briefgen.model import Document, Quote, Span
from briefgen.paper.evidence import Reason, ReasonKind, Use
from briefgen.paper.memo import Cited, Item, Memo, Reference, When
from briefgen.timex import english

RISK: Mapping[str, float] = MappingProxyType(
    {
        # Measured on 6,400 statements of news with known speakers: 31 of 100 such pronouns are taken for
        # another, 20 where nobody else is named, 23 descriptions.
        "speaker-rival": 0.31,
        "speaker-description": 0.23,
        "speaker-pronoun": 0.2,
        # Three of ten dates of news that have to be inferred are wrong, one of eight counted days.
        "date-differs": 0.9,
        "date-inferred": 0.3,
        "date-counted": 0.13,
        "date-year": 0.05,
        # By what it would cost, for want of a measure: a line that says the opposite is the worst.
        "denied": 0.6,
        "limited": 0.35,
        # These stand side by side on the page anyway.
        "contradicted": 0.25,
        "speaker-none": 0.3,
        "speaker-elsewhere": 0.3,
        "relayed": 0.25,
        "cut": 0.1,
    }
)
"""How often what such a passage claims is wrong or misleads."""


def reasons(
    brief: Brief, memo: Memo, place: Span, items: tuple[Item, ...], uses: tuple[Use, ...]
) -> tuple[Reason, ...]:
    """The reasons to look at a place first, each kind once, the gravest first."""
    document = brief.corpus.document(place)
    found = (
        *_cut(brief, place, uses),
        *(() if all(use.target == "discrepancies" for use in uses) else _contradicted(brief, memo, place)),
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


def _cut(brief: Brief, place: Span, uses: tuple[Use, ...]) -> Iterator[Reason]:
    """A clause that a line leaves out, and the denial or condition in it."""
    document = brief.corpus.document(place)
    for use in uses:
        turned = turning(document, place, use.printed) if use.clauses else None
        row: Filling = Reference(use.label) if use.label else use.section
        if turned:
            name = "denied" if denies(document.text(turned)) else "limited"
            yield _reason(brief, "turned", name, {"row": row, "words": Cited(turned)})
        elif use.clauses:
            yield _reason(brief, "cut", "cut", {"row": row})


def _contradicted(brief: Brief, memo: Memo, place: Span) -> Iterator[Reason]:
    """An independent source that says otherwise."""
    for section in memo.sections:
        for item in section.items if section.id == "discrepancies" else ():
            if item.kind == "spelling":
                continue
            origins = {memo.source_of[cite.source].origin for cite in item.cites}
            if len(origins) > 1 and any(cite.overlaps(place) for cite in item.cites):
                own = memo.source_of[place.source].origin
                other = next(c.source for c in item.cites if memo.source_of[c.source].origin != own)
                yield _reason(brief, "contradicted", "contradicted", {"source": Reference(other)})
                return


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
    if quote.kind == "own":
        return ""
    if not place.contains(mention):
        return "speaker-elsewhere"
    if any(name.span.overlaps(mention) for name in document.names):
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
            yield from _worked_out(brief, when, when.printed)


def _worked_out(brief: Brief, when: When, printed: Span) -> Iterator[Reason]:
    read = next((one for one in brief.corpus.document(printed).dates if one.span == printed), None)
    fields: dict[str, Filling] = {"date": when.plain, "words": Cited(printed)}
    if read is not None and when.value and read.value != when.value:
        yield _reason(brief, "date", "date-differs", fields | {"other": english(read.value)})
    if when.rung or when.status not in ("resolved", "inferred"):
        return
    name = "date-inferred" if when.status == "inferred" else "date-counted"
    if when.status == "resolved" and when.value and len(when.value) < len("2025-01-01"):
        name = "date-year"
    yield _reason(brief, "date", name, fields)


def _relayed(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """A view that is not the speaker's own."""
    relayed = (quote.relayed for item in items for quote in item.quotes if quote.relayed)
    view = next((span for span in relayed if place.contains(span)), None)
    if view:
        yield _reason(brief, "relayed", "relayed", {"view": Cited(view)})
