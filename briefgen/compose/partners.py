"""Partners named: states, organisations and movements with a relationship to the principal actor.

Where the principal actor is sure, relations between others stay out; where it was worked out they come
behind its own, and say whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from briefgen.compose.brief import Brief, Content, as_text, cited_spans, content_words, joined, listed
from briefgen.compose.ledger import Ledger, numbered, shared_out
from briefgen.compose.room import printed_lines
from briefgen.compose.wording import in_body, published, shown
from briefgen.english import gazetteer
from briefgen.english.stem import stem
from briefgen.model import Document, Name, Relation, Span
from briefgen.paper.memo import Cited, Item, Text, When

KINDS = ("has", "announced", "seeks", "asked", "counterpart", "obstacle", "strained", "tension", "former")
"""In this order in a row and among rows: what stands comes before what is wished."""

MATTERS = 0.5
"""Least score of the sentence that states a relation: on the topic itself, not in a document on it only."""

NEAR = 0.6
"""Least score of a sentence that says no word of the call but those that name the principal actor: what only
stands near the matter ("On Friday they will meet in Rome") is mostly another."""

HIGH = 2.2
"""Lines of a row: a table of partners is looked through, not read."""

SHOWN = 3
"""Relations that a row prints; of more, the number is given: a reader wants what stands, not every place."""


class StatedRelation(NamedTuple):
    """A relation as one document states it."""

    document: Document
    relation: Relation
    name: Name
    """The partner as it is named there."""
    other: str
    """Name of the side whose partner it is, where that is not the principal actor; "" for the principal."""

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """The principal's before others', by kind; words that name the partner before those that do not."""
        place = KINDS.index(self.relation.kind)
        return (bool(self.other), place, not self.named)

    @property
    def named(self) -> bool:
        """Whether the words of the relation name the partner."""
        return self.relation.phrase.overlaps(self.name.span)


@dataclass
class Partner:
    """What the sources say of one partner, gathered."""

    name: Name
    found: list[StatedRelation] = field(default_factory=list)

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """Sort key of its row: the principal's partners first, then by kind, number of places, name."""
        other, kind, _ = min(one.rank for one in self.found)
        return (other, kind, -len(self.found), self.name.canonical)

    @property
    def shares(self) -> tuple[tuple[Span, Span], ...]:
        """What partners of one row have in common: the places of their relations."""
        return tuple((one.relation.sentence, one.relation.phrase) for one in self.found)


def content(brief: Brief, ledger: Ledger) -> Content:
    """One row for partners that share all relations: the principal's first, then by kind, number, name."""
    grouped: dict[object, list[Partner]] = {}
    for partner in sorted(gathered(brief).values(), key=lambda one: one.rank):
        grouped.setdefault(partner.shares, []).append(partner)
    rows = together(brief, [fitting(brief, ledger, partners) for partners in grouped.values()])
    if not rows:
        # Whose partners would be missing? Nobody's: that none is named can only be said of somebody.
        return Content((), gap="" if brief.principal else brief.plain("no-actor"))
    return numbered("P", shared_out(brief, ledger, "partners", rows, len(rows)), tuple)


def gathered(brief: Brief) -> dict[str, Partner]:
    """Relations of selected sentences by the partner's identity."""
    partners: dict[str, Partner] = {}
    for document in brief.documents:
        for relation in document.relations:
            found = brief.evidence.get(relation.sentence)
            if found is None or found.score < least(brief, document, relation):
                continue
            for one in stated(brief, document, relation):
                partners.setdefault(one.name.key, Partner(one.name)).found.append(one)
    # Of whom nothing but tension is told is an opponent.
    return {key: one for key, one in partners.items() if {r.relation.kind for r in one.found} != {"tension"}}


def least(brief: Brief, document: Document, relation: Relation) -> float:
    """The score that the sentence of a relation must have."""
    return MATTERS if on_call(brief, document, relation) else NEAR


def on_call(brief: Brief, document: Document, relation: Relation) -> bool:
    """Whether a sentence says words of the call, or names what it names, beside the principal actor; always
    for a topic file, whose groups are all met where a sentence is selected."""
    if not brief.topic.free:
        return True
    principal = brief.principal
    groups = [g for g in brief.topic.groups if principal is None or principal.key not in g.names]
    keys = {key for group in groups for key in group.names}
    terms = {stem(term.casefold()) for group in groups for term in (*group.terms, *group.related)}
    sentence = relation.sentence
    named = any(name.key in keys for name in document.names_at.inside(sentence))
    return named or bool(terms & content_words(document, sentence))


def stated(brief: Brief, document: Document, relation: Relation) -> Iterator[StatedRelation]:
    """The partners that a relation states, seen from the principal actor where it is a side."""
    principal, actor = brief.principal, relation.actor
    # A pact is what its members do together: nobody's partner, theirs least of all.
    sides = tuple(one for one in (actor, *relation.partners) if one and gazetteer.acts(one.key))
    own = principal is not None and any(principal.includes(side) for side in sides)
    if principal is not None and own:
        others = (side for side in sides if not principal.includes(side))
        yield from (StatedRelation(document, relation, side, "") for side in others)
    elif actor is None or principal is None or not principal.sure:
        # Without the principal the reader cannot know whose partner it is.
        of = actor.canonical if actor else ""
        yield from (StatedRelation(document, relation, side, of) for side in sides if side != actor)


def together(brief: Brief, rows: Iterable[Item]) -> list[Item]:
    """Rows that print the same relation as one, with all the names."""
    found: dict[tuple[Span, ...], Item] = {}
    for one in rows:
        other = found.setdefault(cited_spans(one.relation), one)
        if other is not one:
            names = (*(other.names or (other.name,)), *(one.names or (one.name,)))
            aliases = tuple(dict.fromkeys((*other.aliases, *one.aliases)))
            name = brief.words_of(listed([as_text(each) for each in names]))
            found[cited_spans(one.relation)] = replace(other, name=name, names=names, aliases=aliases)
    return list(found.values())


def fitting(brief: Brief, ledger: Ledger, partners: list[Partner]) -> Item:
    """The row with as many relations as have room in HIGH lines, one in any case."""
    shape = brief.shape("partners")
    rows = (row(brief, ledger, partners, most) for most in range(SHOWN, 0, -1))
    found = next((one for one in rows if printed_lines(brief, shape, one) <= HIGH), None)
    return found or row(brief, ledger, partners, 1)


def row(brief: Brief, ledger: Ledger, partners: list[Partner], most: int) -> Item:
    """The row of one partner, or of several that share what is said, with so many relations at most."""
    partner = partners[0]
    found = told(sorted(partner.found, key=lambda one: one.rank))[:most]
    names = [one.name.canonical for one in partners]
    more = len(partner.found) - len(found)
    cites = tuple(dict.fromkeys(one.relation.sentence for one in found))
    words = joined(relations(brief, found), "; ")
    return Item(
        text=(),
        name=brief.words_of(listed([as_text(name) for name in names])),
        names=tuple(names) if len(names) > 1 else (),
        aliases=tuple(dict.fromkeys(form for one in partners for form in aliases(brief, one))),
        relation=words + (brief.say("relation-more", {"number": str(more)}) if more else ()),
        when=in_body(brief, as_of(brief, found)),
        cites=cites,
        refs=ledger.refs(cites),
    )


def told(found: Sequence[StatedRelation]) -> list[StatedRelation]:
    """The relations that a row prints, in order: none whose words say nothing that one before does not."""
    # Words that do not name the partner ("the agreement") tell little where others of their kind do.
    named = {one.relation.kind for one in found if one.named}
    kept: list[StatedRelation] = []
    said: set[tuple[str, str]] = set()
    for one in (one for one in found if one.named or one.relation.kind not in named):
        stems = {(one.other, stem) for stem in content_words(one.document, one.relation.phrase)}
        if not kept or (len(kept) < SHOWN and not stems <= said):
            kept.append(one)
            said |= stems
    return kept


def aliases(brief: Brief, partner: Partner) -> tuple[str, ...]:
    """Other forms of the name that the sources print."""
    forms = (brief.corpus.text(one.name.span) for one in partner.found if not one.name.adjective)
    return tuple(dict.fromkeys(" ".join(form.split()) for form in forms if form != partner.name.canonical))


def relations(brief: Brief, found: Sequence[StatedRelation]) -> Iterator[Text]:
    """Each kind in the house's words once, before the relations in the sources'."""
    for (other, kind), some in groupby(found, key=lambda one: (one.other, one.relation.kind)):
        phrases = dict.fromkeys(one.relation.phrase for one in some)
        text = brief.say(f"relation-{kind}", {"words": joined(((Cited(one),) for one in phrases), ", ")})
        yield brief.say("relation-of", {"actor": other, "relation": text}) if other else text


def as_of(brief: Brief, found: list[StatedRelation]) -> When:
    """The date of each relation: its own where the clause gives one, else its source's."""
    whens = [dated(brief, one.document, one.relation) for one in found]
    distinct = list({(when.value, when.status): when for when in reversed(whens)}.values())[::-1]
    if len(distinct) == 1:
        return distinct[0]
    latest = max(distinct, key=lambda when: when.value or "")
    return latest._replace(text=joined((when.text for when in distinct), "; "))


def dated(brief: Brief, document: Document, one: Relation) -> When:
    """The date of one relation: its own where its clause gives one, else its source's."""
    return shown(brief, document, one.dated) if one.dated else published(brief, document)
