"""Partners named: states and organisations with a relationship to the topic's principal actor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen.compose.brief import Brief, Content, joined
from briefgen.compose.wording import published, shown
from briefgen.model import Document, Name, Relation
from briefgen.paper.memo import Cited, Item, Text, When

KINDS = ("has", "announced", "seeks", "asked", "counterpart", "obstacle")
"""In this order in a row and among rows: what stands comes before what is wished."""


class StatedRelation(NamedTuple):
    """A relation as one document states it."""

    document: Document
    relation: Relation
    name: Name
    """The partner as it is named there."""

    @property
    def place(self) -> int:
        """Of its kind in `KINDS`."""
        return KINDS.index(self.relation.kind)


@dataclass
class Partner:
    """What the sources say of one partner, gathered."""

    name: Name
    found: list[StatedRelation] = field(default_factory=list)


def content(brief: Brief) -> Content:
    """One row a partner: formal ones first, then by number of places, then by name."""
    rows = sorted(gathered(brief).values(), key=rank)
    return Content(tuple(row(brief, partner) for partner in rows))


def gathered(brief: Brief) -> dict[str, Partner]:
    """Relations of selected sentences by the partner's identity."""
    partners: dict[str, Partner] = {}
    for document in brief.documents:
        for relation in document.relations:
            if relation.sentence not in brief.evidence or foreign(brief, relation):
                continue
            for name in relation.partners:
                if name.key != brief.topic.actor:
                    stated = StatedRelation(document, relation, name)
                    partners.setdefault(name.key, Partner(name)).found.append(stated)
    return partners


def foreign(brief: Brief, relation: Relation) -> bool:
    """Whether a relation is between others than the topic's principal actor."""
    actor = brief.topic.actor
    if actor is None or relation.actor is None or relation.actor.key == actor:
        return False
    return all(name.key != actor for name in relation.partners)


def rank(partner: Partner) -> tuple[int, int, str]:
    """Sort key of a row."""
    kinds = [one.place for one in partner.found]
    return (min(kinds), -len(kinds), partner.name.canonical)


def row(brief: Brief, partner: Partner) -> Item:
    """The row of one partner."""
    found = sorted(partner.found, key=lambda one: one.place)
    return Item(
        text=(),
        name=partner.name.canonical,
        aliases=aliases(brief, partner),
        relation=joined(dict.fromkeys(relation(brief, one.relation) for one in found), "; "),
        when=as_of(brief, found),
        cites=tuple(dict.fromkeys(one.relation.sentence for one in found)),
    )


def aliases(brief: Brief, partner: Partner) -> tuple[str, ...]:
    """Other forms of the name that the sources print."""
    forms = (brief.corpus.text(one.name.span) for one in partner.found if not one.name.adjective)
    return tuple(dict.fromkeys(" ".join(form.split()) for form in forms if form != partner.name.canonical))


def relation(brief: Brief, one: Relation) -> Text:
    """The kind in the house's words, the relation in the source's."""
    text = brief.say(f"relation-{one.kind}", {"words": Cited(one.phrase)})
    # Without a main actor the reader cannot know whose partner it is.
    if brief.topic.actor is None and one.actor is not None:
        return brief.say("relation-of", {"actor": one.actor.canonical, "relation": text})
    return text


def as_of(brief: Brief, found: list[StatedRelation]) -> When:
    """The date of each relation: its own where the clause gives one, else its source's."""
    whens = [dated(brief, one.document, one.relation) for one in found]
    distinct = list({(when.value, when.status): when for when in reversed(whens)}.values())[::-1]
    if len(distinct) == 1:
        return distinct[0]
    latest = max(distinct, key=lambda when: when.value or "")
    return When(latest.value, latest.status, joined((when.text for when in distinct), "; "))


def dated(brief: Brief, document: Document, one: Relation) -> When:
    """The date of one relation: its own where its clause gives one, else its source's."""
    return shown(brief, document, one.dated) if one.dated else published(brief, document)
