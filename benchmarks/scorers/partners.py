"""Partners of an actor, on benchmarks/corpora/partners.

- sentence F1: sentences in which a relation of the actor is found, against those that state one.
- name F1: pairs of sentence and partner. Not: the kind of relation, nor which rows a memo makes of them.

A relation counts when the actor, or what acts for it, is one of its sides, or when it has no actor and so
may be the actor's; its partners are the states and organisations among the other sides.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.scorers.corpus import Entry, Figures, entries, prepared
from benchmarks.scorers.counting import f1, folded
from benchmarks.scorers.sentences import Found, compared, sentence_f1
from benchmarks.tasks.partners import NO_PARTNERSHIP
from briefgen.english import gazetteer
from briefgen.model import Document, Name, Relation, Span

Keys = frozenset[str]


def figures() -> Figures:
    """The figures of the product on the corpus."""
    return score(tally(entry, prepared(entry.text)) for entry in entries("partners"))


def tally(entry: Entry, document: Document) -> Found[Keys]:
    """Compares the partners of a document with the gold of its text."""
    actor = key_of(entry.stated["actor"])
    found: dict[Span, Keys] = {}
    for relation in document.relations:
        if relation.kind in NO_PARTNERSHIP:
            continue
        keys = frozenset(name.key for name in partners(relation, actor))
        if keys:
            found[relation.sentence] = found.get(relation.sentence, frozenset()) | keys
    return compared(entry, found)


def partners(relation: Relation, actor: str) -> list[Name]:
    """The other sides of a relation of the actor; none of one between others."""
    sides = [*([relation.actor] if relation.actor else []), *relation.partners]
    if relation.actor is not None and not any(is_of(side, actor) for side in sides):
        return []
    return [side for side in sides if side.kind in ("state", "organisation") and not is_of(side, actor)]


def is_of(name: Name, actor: str) -> bool:
    """Whether a name is the actor or acts for it."""
    entry = gazetteer.lookup(name.canonical)
    return actor in (name.key, entry.acts_for if entry else "")


def key_of(name: str) -> str:
    """Identity of a name of the gold; the folded name when the gazetteer does not know it."""
    entry = gazetteer.lookup(name)
    return entry.key if entry else folded(name)


def expected(says: str) -> list[Keys]:
    """The partners of a line of the gold, each with the keys that are right."""
    return [frozenset(map(key_of, one.split(" / "))) for one in says.split(", ")]


def score(tallies: Iterable[Found[Keys]]) -> Figures:
    """Both figures of some texts."""
    every = tuple(tallies)
    hits = [(expected(gold.says), keys) for one in every for gold, keys in one.hits]
    right = sum(bool(names & keys) for all_names, keys in hits for names in all_names)
    found = sum(len(keys) for _, keys in hits) + sum(len(keys) for one in every for keys in one.extra)
    missed = sum(len(expected(gold.says)) for one in every for gold in one.missed)
    stated = sum(len(names) for names, _ in hits) + missed
    return {"sentence F1": sentence_f1(every), "name F1": f1(right, found, stated)}
