"""Partners named: states and organisations with a relationship to the topic's principal actor."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.compose.brief import Brief, Content, joined
from briefgen.compose.wording import published, shown
from briefgen.model import DateMention, Document, Name, Relation, Span
from briefgen.paper.memo import Cited, Item, Text, When

KINDS = ("has", "announced", "seeks", "asked", "counterpart", "obstacle")
"""In this order in a row and among rows: what stands comes before what is wished."""


QUALIFIERS = re.compile(
    # An opening mark, and up to five words that are neither verbs nor prepositions nor articles.
    r"(?:(?<![\w’'])(?:an?|the)\s+)?"
    r"(?:(?<![\w’'])(?!(?:an?|the|has|have|had|is|are|was|were|be|been|being|will|would|with|in|on|of|for|to|by|from|as|at|"
    r"that|which|who|and|but|or|its|their|his|her|signed|sign|signs)\b)[a-z][\w’'-]*\s+(?:and\s+(?=[a-z]))?){0,5}"
    r"[“\"‘']?$"
)


BEHIND = re.compile(r"(?:\s+in\s+[A-Z][\w’-]+)?\s+(?:(?:on|in|since)\s+)?")
PAUSE = re.compile(r"[,;:“”\"()—–]|\band\b")
"""Between a date and the relation words: what ends the clause of the date."""


@dataclass(frozen=True, slots=True)
class StatedRelation:
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
        relation=joined(dict.fromkeys(relation(brief, one.document, one.relation) for one in found), "; "),
        when=as_of(brief, found),
        cites=tuple(dict.fromkeys(one.relation.sentence for one in found)),
    )


def aliases(brief: Brief, partner: Partner) -> tuple[str, ...]:
    """Other forms of the name that the sources print."""
    forms = (brief.corpus.text(one.name.span) for one in partner.found if not one.name.adjective)
    return tuple(dict.fromkeys(" ".join(form.split()) for form in forms if form != partner.name.canonical))


def relation(brief: Brief, document: Document, one: Relation) -> Text:
    """The kind in the house's words, the relation in the source's."""
    text = brief.say(f"relation-{one.kind}", {"words": Cited(phrase(document, one))})
    # Without a main actor the reader cannot know whose partner it is.
    if brief.topic.actor is None and one.actor is not None:
        return brief.say("relation-of", {"actor": one.actor.canonical, "relation": text})
    return text


def phrase(document: Document, one: Relation) -> Span:
    """The relation words with what qualifies them on their left: "formal security partnerships with"."""
    before = document.source.text[one.sentence.start : one.cue.start]
    found = QUALIFIERS.search(before)
    start = one.sentence.start + found.start() if found else one.cue.start
    return whole_marks(document, Span(one.cue.source, start, one.cue.end))


def whole_marks(document: Document, span: Span) -> Span:
    """The span with the closing mark of a quotation that ends right behind it, and without the opening mark
    of one that goes on past it."""
    end = span.end
    for quotation in document.quotations_in(span.start, span.end):
        if quotation.end <= end < quotation.outer_end:
            end = quotation.outer_end
        elif quotation.outer_start == span.start and quotation.outer_end > end:
            return Span(span.source, quotation.start, end)
    return Span(span.source, span.start, end)


def as_of(brief: Brief, found: list[StatedRelation]) -> When:
    """The date of each relation: its own where the clause gives one, else its source's."""
    whens = [dated(brief, one.document, one.relation) for one in found]
    distinct = list({(when.value, when.status): when for when in reversed(whens)}.values())[::-1]
    if len(distinct) == 1:
        return distinct[0]
    latest = max(distinct, key=lambda when: when.value or "")
    return When(latest.value, latest.status, joined((when.text for when in distinct), "; "))


def dated(brief: Brief, document: Document, one: Relation) -> When:
    """The date of one relation."""
    mention = nearest(document, one.sentence, phrase(document, one))
    return shown(brief, document, mention) if mention else published(brief, document)


def nearest(document: Document, sentence: Span, cue: Span) -> DateMention | None:
    """The date that the clause of the relation words gives, or None.

    It stands inside them, right behind ("begins in Japan on Tuesday"), or before them in the same clause
    ("On 4 November the EU announced a partnership with").
    """
    dates = [d for d in document.dates if sentence.contains(d.span) and d.type == "DATE" and d.earliest]
    text = document.source.text
    for mention in dates:
        if mention.span.overlaps(cue) or (
            mention.span.start >= cue.end and BEHIND.fullmatch(text[cue.end : mention.span.start])
        ):
            return mention
    before = [d for d in dates if d.span.end <= cue.start and not PAUSE.search(text[d.span.end : cue.start])]
    return before[-1] if before else None
