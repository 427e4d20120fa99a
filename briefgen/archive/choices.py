"""How what was chosen for a topic is kept, and how it is found again."""

from __future__ import annotations

import hashlib
from functools import cache

from briefgen.store.packing import Packing
from briefgen.store.records import KeptChoice
from briefgen.topic import Topic


def key_of(topic: Topic) -> str:
    """What tells a topic from every other: two are one only when they ask for the same."""
    return hashlib.sha256(repr(topic).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def chosen_packing() -> Packing[KeptChoice]:
    """How what was chosen is kept."""
    return Packing(KeptChoice, across=True)
