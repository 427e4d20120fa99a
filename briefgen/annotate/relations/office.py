"""Words of an office behind a state or body, which the phrase still stands for."""

from __future__ import annotations

from functools import cache

from briefgen import lexicon
from briefgen.english.expressions import either


@cache
def office() -> str:
    """A regular expression for " President", " foreign minister", " fisheries minister"."""
    listed = either(lexicon.persons.state_offices())
    field = either(lexicon.relations.of_a_field())
    words = rf"(?: (?:of |for |and )?(?:the )?(?:{listed})(?![\w-])){{1,5}}"
    return rf"(?:{words}|(?: [\w-]+){{1,2}} (?:{field})(?![\w-]))"
