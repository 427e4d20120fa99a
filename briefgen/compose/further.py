"""Further statements and issues: the rows for which the body has no room, by section."""

from __future__ import annotations

from dataclasses import replace

from briefgen.compose.brief import Brief, Content
from briefgen.compose.ledger import Ledger
from briefgen.paper.memo import House, Item, Text


def content(brief: Brief, ledger: Ledger) -> Content:
    """The rest of each section under a band with its title, in the order of the house."""
    order = [one.id for one in brief.style.sections]
    rest = sorted(ledger.rest, key=lambda row: order.index(row.section))
    return Content(tuple(told(brief, row) for row in rest))


def told(brief: Brief, row: Item) -> Item:
    """A row with what other columns of its section print in front of its words."""
    title: Text = (House(brief.shape(row.section).title),)
    if row.section == "open-issues":
        return replace(row, band=title, lead=brief.say("lead", {"who": row.raised_by}))
    if row.section == "partners":
        return replace(row, band=title, lead=brief.say("lead", {"who": row.name}), text=row.relation)
    return replace(row, band=title)
