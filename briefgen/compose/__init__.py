"""Composers: evidence in, one section of the memo out. One file a section.

A new section is a file with `content(brief, ledger)`, its line in SECTIONS, and its entry in the house's
house.toml, which gives heading, place and columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefgen import __version__
from briefgen.compose import (
    abbreviations,
    background,
    chronology,
    cited,
    discrepancies,
    further,
    in_brief,
    key_statements,
    losses,
    open_issues,
    partners,
    sources,
)
from briefgen.compose.brief import Brief, Content
from briefgen.compose.header import header
from briefgen.compose.ledger import Ledger
from briefgen.compose.markup import unmarked
from briefgen.paper.house import SectionStyle
from briefgen.paper.memo import Memo, Section

SECTIONS: Mapping[str, Callable[[Brief, Ledger], Content]] = MappingProxyType(
    {
        "key-statements": key_statements.content,
        "open-issues": open_issues.content,
        "background": background.content,
        "partners": partners.content,
        "discrepancies": discrepancies.content,
        "chronology": chronology.content,
        "in-brief": in_brief.content,
        "further": further.content,
        "abbreviations": abbreviations.content,
        "sources": sources.content,
    }
)
"""What fills each section, in the order in which they are written: a passage is printed in full by the first
that has it, the others refer to that row. Their order on the page and their headings are the house's."""


def compose(brief: Brief, ledger: Ledger | None = None) -> Memo:
    """The memo on a topic. Takes what was selected, gives data without a format.

    `ledger`: its sections, where they are written already.
    """
    topic, style, as_of = brief.topic, brief.style, brief.as_of
    ledger = ledger or written(brief)
    shown = (section(brief, one, ledger.written.get(one.id, Content(()))) for one in style.sections)
    sections = tuple(one for one in shown if one.items or one.fillable or one.id == "sources")
    places = cited.places(brief, sections)
    return Memo(
        topic=topic.slug,
        title=brief.plain("title", {"title": topic.title}),
        as_of=as_of.isoformat() if as_of else None,
        generator=f"briefgen {__version__}",
        language=style.language,
        header=header(brief, ledger),
        sections=sections,
        sources=sources.entries(brief, ledger),
        places=places,
        marking=style.marking,
        actor=brief.principal.canonical if brief.principal else None,
        actor_known=brief.principal.known if brief.principal else None,
        kind=style.kind,
        length=brief.length,
        legend=brief.say("legend"),
        lost=losses.lost(brief),
        provenance=brief.provenance,
    )


def written(brief: Brief) -> Ledger:
    """All sections that the house has, each knowing those before it.

    A full memo is written at usual length first, whose body it keeps: its further rows claim nothing of that.
    """
    usual = None if brief.usual is None else replace(brief, style=brief.usual, length="standard", usual=None)
    ledger = Ledger(settled=written(usual).outlines() if usual else {})
    for name, fill in SECTIONS.items():
        if brief.style.section(name) is not None:
            ledger.enter(name, fill(brief, ledger))
    return ledger


def section(brief: Brief, one: SectionStyle, content: Content) -> Section:
    """One section in the house's layout; one that is left to the officer shows where to write."""
    return Section(
        one.id,
        one.title,
        one.layout,
        tuple(unmarked(brief, item) for item in content.items),
        one.columns,
        content.note,
        content.more,
        gap=one.gap if one.officer else "",
        annex=one.annex,
        fillable=bool(one.officer),
    )
