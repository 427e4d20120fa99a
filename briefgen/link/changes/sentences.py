"""Sentences of a derived text that its original has not, when they tell a fact that can be checked."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.link.changes.dates import expressions
from briefgen.link.offices import names
from briefgen.link.pairing import Pairing
from briefgen.link.relation import Derivation
from briefgen.link.statement import Side
from briefgen.model import CITABLE, Divergence, Span


def sentences_added(relation: Derivation, pair: Pairing) -> Iterator[Divergence]:
    """Each with the sentence of the original after which it stands.

    A derived document is no source of its own, so what only it tells would be lost without a trace.
    """
    paired = {match.right: match.left for match in relation.matches}
    left, right = relation.original.sentences, relation.derived.sentences
    at = min(paired.values(), default=0)
    for k, span in enumerate(right):
        at = paired.get(k, at)
        if (
            k not in paired
            and _is_citable(relation, span)
            and _tells_fact(Side(relation.derived, (span,)), pair)
        ):
            yield Divergence("addition", "", None, span, left[at], span, "notable")


def _is_citable(relation: Derivation, span: Span) -> bool:
    blocks = relation.derived.document.blocks
    return any(block.label in CITABLE and block.span.contains(span) for block in blocks)


def _tells_fact(side: Side, pair: Pairing) -> bool:
    """A figure, a day, quoted words, or an actor whom the original never names."""
    dated = [side.tokens[k] for run in expressions(side) for k in run]
    if side.quoted or any(token.capital for token in dated) or any(token.number for token in side.tokens):
        return True
    actors = [token for token in side.tokens if token.actor]
    actors += [side.tokens[k] for run in names(side) for k in run]
    return any(token.key not in pair.original.side.keys for token in actors)
