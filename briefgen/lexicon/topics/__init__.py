"""Words that tell what a sentence or a topic is about."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefgen.lexicon.cells import some_parts
from briefgen.lexicon.schema import Table, Words


class Related(NamedTuple):
    """Words of a topic and words that speak of the same matter."""

    terms: tuple[str, ...]
    words: tuple[str, ...]


related = Table("topics/related.tsv", Related, some_parts, some_parts)
acts = Words("topics/acts.txt")
light = Words("topics/light.txt")
passing = Words("topics/passing.txt")
turns = Words("topics/turns.txt")
venues = Words("topics/venues.txt")


@cache
def act_forms() -> frozenset[str]:
    """Finite forms of what a party does in a matter: rejects, demands, urges."""
    return frozenset(form for line in acts.lines() for form in line.split())
