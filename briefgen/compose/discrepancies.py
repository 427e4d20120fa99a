"""Where the sources differ: independent ones from each other, an origin from what was made of it."""

from __future__ import annotations

from briefgen.compose.brief import Brief, Content
from briefgen.compose.contradictions import contradictions
from briefgen.compose.ledger import Ledger, remainder
from briefgen.model import Divergence, Span
from briefgen.paper.memo import Cited, Item, Text

SEVERITIES = ("major", "notable")
"""The minor ones (spelling, style) never get in."""

QUOTED = frozenset({"quote-altered", "quote-truncated", "quote-addition", "quote-broken", "bracket-lost"})
"""Kinds that lie inside a quotation."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """Contradictions of independent sources, then major and notable differences of versions.

    Contradictions come first, and take no more than half of the rows where versions fill the rest.
    """
    del ledger  # both sides must stand side by side, wherever else they are told
    limit = brief.shape("discrepancies").limit
    apart, versions = contradictions(brief), differences(brief)
    shown = apart[: max(limit - len(versions), limit // 2)]
    best = sorted(versions, key=lambda one: SEVERITIES.index(one.severity))[: limit - len(shown)]
    best.sort(key=lambda one: (one.original_at, one.original or one.original_at))
    rows = (*shown, *(row(brief, one) for one in best))
    return Content(rows, more=remainder(brief, len(rows), 0, len(apart) + len(versions)))


def differences(brief: Brief) -> list[Divergence]:
    """The major and notable differences of versions in selected sentences."""
    return once([d for d in brief.corpus.divergences if d.severity in SEVERITIES and relevant(brief, d)])


def once(found: list[Divergence]) -> list[Divergence]:
    """One row for the changes inside one quotation: the widest, which shows the others too."""
    kept: list[Divergence] = []
    beside: dict[tuple[Span, Span], list[Divergence]] = {}
    for one in sorted(found, key=breadth, reverse=True):
        same_sentences = beside.setdefault((one.original_at, one.derived_at), [])
        if not (one.kind in QUOTED and any(shows(wide, one) for wide in same_sentences)):
            same_sentences.append(one)
            kept.append(one)
    return kept


def shows(wide: Divergence, narrow: Divergence) -> bool:
    """Whether a row of a quotation already prints the words of another."""
    if wide.kind not in QUOTED:
        return False
    sides = ((wide.original, narrow.original), (wide.derived, narrow.derived))
    return all(mine is None or (whole is not None and whole.overlaps(mine)) for whole, mine in sides)


def breadth(one: Divergence) -> tuple[int, int]:
    """Number of characters a row prints, and of sides that have words."""
    spans = [span for span in (one.original, one.derived) if span]
    return (len(spans), sum(span.end - span.start for span in spans))


def relevant(brief: Brief, one: Divergence) -> bool:
    """Whether the origin's sentence bears on the topic."""
    return brief.selected(one.original_at)


def row(brief: Brief, one: Divergence) -> Item:
    """One point: both versions, each in its own words."""
    return Item(
        text=point(brief, one),
        kind=one.kind,
        versions=(version(brief, one.original), version(brief, one.derived)),
        cites=(place(brief, one.original, one.original_at), place(brief, one.derived, one.derived_at)),
    )


def place(brief: Brief, words: Span | None, at: Span) -> Span:
    """The sentence that a side is cited from: `at`, but a title is printed from where it stands in full."""
    if words is None or at.contains(words):
        return at
    sentence = brief.corpus.document(words).sentence_at(words)
    return sentence.span if sentence and sentence.span.contains(words) else words


def point(brief: Brief, one: Divergence) -> Text:
    """What the difference is about."""
    kind = brief.plain(f"difference-{one.kind}")
    return (
        brief.say("difference", {"kind": kind, "subject": one.subject})
        if one.subject
        else brief.say("difference-only", {"kind": kind})
    )


def version(brief: Brief, span: Span | None) -> Text:
    """The words of one side, or that it has none."""
    return (Cited(span),) if span else brief.say("not-there")
