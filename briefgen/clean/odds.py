"""How much a line looks like a line of an article, by the fitted weights of its traits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.clean import traits, vocabulary


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType(dict(lexicon.weights.furniture()))


def log_odds(text: str) -> float:
    """Log-odds that a line is of an article, seen by itself."""
    weights = _weights()
    return weights[vocabulary.BIAS] + sum([weights.get(trait, 0.0) for trait in traits.own(text)])
