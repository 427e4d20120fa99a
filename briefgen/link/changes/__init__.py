"""Where a derived document departs from its original: one detector a file, asked in order.

To look for another kind of departure, write a detector and add it to DETECTORS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.link.changes.conjuncts import conjuncts_changed
from briefgen.link.changes.dates import dates_changed
from briefgen.link.changes.names import names_changed
from briefgen.link.changes.negation import negation_changed
from briefgen.link.changes.numbers import numbers_changed
from briefgen.link.changes.offices import offices_changed
from briefgen.link.changes.qualifiers import qualifiers_changed
from briefgen.link.changes.quotes import quotes_changed
from briefgen.link.changes.sentences import sentences_added
from briefgen.link.changes.strength import strength_changed
from briefgen.link.pairing import Change, Pairing, pairing, placed
from briefgen.link.relation import Derivation
from briefgen.link.statement import SharedStatement
from briefgen.model import Divergence, Span

Detector = Callable[[SharedStatement, Pairing], Iterator[Change]]

DETECTORS: tuple[Detector, ...] = (
    offices_changed,
    quotes_changed,
    names_changed,
    dates_changed,
    numbers_changed,
    qualifiers_changed,
    conjuncts_changed,
    strength_changed,
    negation_changed,
)
"""In this order; of two that show the same words the first counts."""


def divergences(relation: Derivation) -> tuple[Divergence, ...]:
    """Every point where the derived document departs from its original, in the original's order."""
    pair = pairing(relation.original, relation.derived)
    found: dict[tuple[Span | None, Span | None], Divergence] = {}
    for statement in relation.statements:
        if statement.unchanged:
            continue
        for change in _of(statement, pair):
            found.setdefault((change.original, change.derived), placed(change, statement))
    for one in sentences_added(relation, pair):
        found.setdefault((one.original, one.derived), one)
    kept = _without_repeated_titles(list(found.values()), relation)
    return tuple(sorted(kept, key=lambda divergence: divergence.original_at.start))


def _without_repeated_titles(found: list[Divergence], relation: Derivation) -> list[Divergence]:
    """An office that is told as another one of the same person is not told as left out as well."""

    def told(one: Divergence) -> tuple[str, str]:
        words = relation.original.document.text(one.original) if one.original else ""
        return one.subject, words.casefold()

    titles = {told(one) for one in found if one.kind == "title" and one.subject}
    return [one for one in found if one.kind != "omission" or told(one) not in titles]


def _of(statement: SharedStatement, pair: Pairing) -> list[Change]:
    found: list[Change] = []
    for detect in DETECTORS:
        for change in detect(statement, pair):
            if not any(_tells(one, change) for one in found):
                found.append(change)
    return found


def _tells(one: Change, change: Change) -> bool:
    """Whether an earlier change shows the words that another one adds or leaves out."""
    if one.kind == change.kind and one.kind in ("omission", "addition"):
        return _overlap(one.original, change.original) or _overlap(one.derived, change.derived)
    if one.kind != "title":
        return False
    if change.original is None and change.derived and one.derived:
        return one.derived.contains(change.derived)
    if change.derived is None and change.original and one.original:
        return one.original.contains(change.original)
    return False


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)
