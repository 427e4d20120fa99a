"""Weights of the fitted models; the scripts in benchmarks/ write them, nobody by hand."""

from __future__ import annotations

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
