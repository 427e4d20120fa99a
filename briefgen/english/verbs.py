"""Which of some words are verbs, as far as their form and the word before them show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefgen import lexicon


def verbs(words: Sequence[str]) -> Iterator[str]:
    """Of folded words those in a past form, irregular ones, those behind an auxiliary or "to"."""
    for before, word in zip(("", *words), words, strict=False):
        if word.endswith("ed") or word in _irregular() or before == "to" or before in _auxiliaries():
            yield word


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(word for word, tag in lexicon.grammar.tags().items() if tag == "AUX")


@cache
def _irregular() -> frozenset[str]:
    """Irregular forms; those of nouns among them do no harm where verbs are compared."""
    return frozenset(form for row in lexicon.grammar.irregular_forms() for form in row.forms)
