"""Why a passage should be looked at first."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.compose.brief import Brief, Filling
from briefgen.compose.evidence.cuts import turning
from briefgen.compose.evidence.differences import home
from briefgen.compose.evidence.doubtful_dates import doubtful_dates
from briefgen.compose.evidence.doubtful_speakers import doubtful_speakers
from briefgen.compose.evidence.risks import reason
from briefgen.model import Span
from briefgen.paper.evidence import DIFFERENCES, Reason, ReasonKind, Use
from briefgen.paper.memo import Cited, Item, Memo, Reference


def reasons(
    brief: Brief, memo: Memo, place: Span, items: tuple[Item, ...], uses: tuple[Use, ...]
) -> tuple[Reason, ...]:
    """The reasons to look at a place first, each kind once, the gravest first.

    `items` are those of which `uses` tell, in the same order.
    """
    items = tuple(item for item, use in zip(items, uses, strict=True) if not use.elsewhere)
    found = (
        *_cut(brief, place, uses),
        *_contradicted(brief, memo, place, uses),
        *doubtful_speakers(brief, place, items),
        *doubtful_dates(brief, place, items),
        *_relayed(brief, place, items),
    )
    gravest: dict[ReasonKind, Reason] = {}
    for one in sorted(found, key=lambda one: -one.risk):
        gravest.setdefault(one.kind, one)
    return tuple(gravest.values())


def _cut(brief: Brief, place: Span, uses: tuple[Use, ...]) -> Iterator[Reason]:
    """What a line leaves out that denies or limits it.

    That a clause is left out is no reason in itself: it stands struck through beside the line.
    """
    document = brief.corpus.document(place)
    several = len({use.label for use in uses if use.label}) > 1
    for use in (use for use in uses if use.pieces):
        row: Filling = Reference(use.label) if several and use.label else brief.say("look-row")
        turned = turning(document, place, use.printed)
        # A relationship that is denied is none; what goes on behind its words tells of something else.
        if turned and not (turned[1] and not use.clauses):
            name = "denied" if turned[1] else "limited"
            yield reason(brief, "turned", name, {"row": row, "words": Cited(turned[0])})


def _contradicted(brief: Brief, memo: Memo, place: Span, uses: tuple[Use, ...]) -> Iterator[Reason]:
    """An independent source that says otherwise; what only stands among the differences is seen there."""
    if all(use.target == DIFFERENCES for use in uses):
        return
    rows = (item for section in memo.sections if section.id == DIFFERENCES for item in section.items)
    for item in rows:
        other = _other_side(memo, item, place)
        if other and item.kind != "spelling":
            yield reason(brief, "contradicted", "contradicted", {"source": Reference(other)})
            return


def _other_side(memo: Memo, item: Item, place: Span) -> str:
    """A source of another origin on the other side of a difference; "" where there is none."""
    sides = {cite: home(item, cite) for cite in item.cites}
    mine = {side for cite, side in sides.items() if cite.overlaps(place)}
    origin = memo.source_of[place.source].origin
    others = (c.source for c, side in sides.items() if mine and side not in mine)
    return next((source for source in others if memo.source_of[source].origin != origin), "")


def _relayed(brief: Brief, place: Span, items: tuple[Item, ...]) -> Iterator[Reason]:
    """A view that is not the speaker's own."""
    relayed = (quote.relayed for item in items for quote in item.quotes if quote.relayed)
    view = next((span for span in relayed if place.contains(span)), None)
    if view:
        yield reason(brief, "relayed", "relayed", {"view": Cited(view)})
