"""Partners: {"id", "text", "actor"} to {"id", "label", "spans"} of the partners of that actor.

A text is one sentence, so there is nothing to clean: it is the body of a document that all annotators read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.documents import body
from briefgen.english import gazetteer
from briefgen.model import Name, Relation

NO_PARTNERSHIP = frozenset({"former", "strained", "tension"})
"""Kinds of relations that the memo tells of and that make nobody a partner by the measure's definition."""


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        text, actor = str(request["text"]), str(request["actor"])
        document = body(str(request["id"]), text)
        spans = [
            {"start": p.span.start, "end": p.span.end}
            for r in document.relations
            if r.kind not in NO_PARTNERSHIP
            for p in partners_of(r, actor_key(actor))
        ]
        yield {"id": request["id"], "label": int(bool(spans)), "spans": spans}


def actor_key(actor: str) -> str:
    entry = gazetteer.lookup(actor)
    return (entry.acts_for or entry.key) if entry else actor


def partners_of(relation: Relation, actor: str) -> list[Name]:
    """The other sides when the actor is a side, or when the actor's side is only implied."""
    sides = [*([relation.actor] if relation.actor else []), *relation.partners]
    if relation.actor is not None and not any(_is(side, actor) for side in sides):
        return []
    return [side for side in sides if side.kind in ("state", "organisation") and not _is(side, actor)]


def _is(name: Name, actor: str) -> bool:
    inside = name.kind == "region" and actor in gazetteer.region_members(name.key)
    return actor in (name.key, gazetteer.speaks_for(name.canonical, name.key)) or inside
