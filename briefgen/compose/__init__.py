"""Composers: evidence in, one section of the memo out. One file a section.

A new section is a file with `content(brief)`, its line in SECTIONS, and its entry in the house's
house.toml, which gives heading, place and columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen import __version__
from briefgen.compose import (
    background,
    chronology,
    discrepancies,
    in_brief,
    key_statements,
    open_issues,
    partners,
    sources,
)
from briefgen.compose.brief import Brief, Content
from briefgen.compose.footnotes import footnotes
from briefgen.compose.header import header
from briefgen.paper.house import SectionStyle
from briefgen.paper.memo import Memo, Section

SECTIONS: Mapping[str, Callable[[Brief], Content]] = MappingProxyType(
    {
        "in-brief": in_brief.content,
        "background": background.content,
        "key-statements": key_statements.content,
        "partners": partners.content,
        "open-issues": open_issues.content,
        "discrepancies": discrepancies.content,
        "chronology": chronology.content,
        "sources": sources.content,
    }
)
"""What fills each section; their order and headings are the house's."""


def compose(brief: Brief) -> Memo:
    """The memo on a topic. Takes what was selected, gives data without a format."""
    topic, style, as_of = brief.topic, brief.style, brief.as_of
    sections = tuple(section(brief, one) for one in style.sections)
    return Memo(
        topic=topic.slug,
        title=brief.plain("title", {"title": topic.title}),
        as_of=as_of.isoformat() if as_of else None,
        generator=f"briefgen {__version__}",
        language=style.language,
        header=header(brief),
        sections=sections,
        sources=sources.entries(brief),
        footnotes=footnotes(brief, sections),
        marking=style.marking,
        actor=brief.principal.canonical if brief.principal else None,
        actor_known=brief.principal.known if brief.principal else None,
    )


def section(brief: Brief, one: SectionStyle) -> Section:
    """One section in the house's layout; without items it says so."""
    content = SECTIONS[one.id](brief)
    gap = "" if content.items else content.gap or one.gap
    return Section(
        one.id, one.title, one.layout, content.items, one.columns, content.note, gap=gap, annex=one.annex
    )
