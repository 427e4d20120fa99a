"""Weights of the fitted models; the scripts in benchmarks/ write them, nobody by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefgen.lexicon.cells import number, phrase
from briefgen.lexicon.schema import Table


class Weight(NamedTuple):
    """A feature and its weight."""

    feature: str
    value: float


def _weights(model: str) -> Table[Weight]:
    return Table(f"weights/{model}.tsv", Weight, phrase, number)


furniture = _weights("furniture")
issues = _weights("issues")
pronouns = _weights("pronouns")
speakers = _weights("speakers")
speech = _weights("speech")


def weighed(features: Iterable[str], table: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The features that count in a model, each with its weight, in order."""
    return tuple((name, table[name]) for name in features if table.get(name))
