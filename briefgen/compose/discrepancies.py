"""Where the sources differ: an origin against what was made of it."""

from __future__ import annotations

from briefgen.compose.brief import Brief
from briefgen.memo import Cited, Item, Text
from briefgen.model import Divergence, Span

LIMIT = 16
"""Rows; the minor ones (spelling, style) never get in."""

SEVERITIES = ("major", "notable")


def items(brief: Brief) -> tuple[Item, ...]:
    """Major and notable differences of the selected sentences, in the origin's reading order."""
    found = [one for one in brief.corpus.divergences if one.severity in SEVERITIES and relevant(brief, one)]
    best = sorted(found, key=lambda one: SEVERITIES.index(one.severity))[:LIMIT]
    best.sort(key=lambda one: (one.original_at, one.original or one.original_at))
    return tuple(row(brief, one) for one in best)


def relevant(brief: Brief, one: Divergence) -> bool:
    """Whether the origin's sentence bears on the topic."""
    return brief.selected(one.original_at)


def row(brief: Brief, one: Divergence) -> Item:
    """One point: both versions, each in its own words."""
    return Item(
        text=point(brief, one),
        kind=one.kind,
        versions=(version(brief, one.original), version(brief, one.derived)),
        cites=(one.original_at, one.derived_at),
    )


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
