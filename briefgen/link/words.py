"""Words in the form in which two versions of a text can be compared: folded, one spelling, stemmed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from types import MappingProxyType

from briefgen import lexicon

WORD = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
"""An abbreviation with stops, a word with its apostrophes, or a number; linear."""

# American and British spelling, ending to ending, longest first.
_SPELLING = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("ence", "ense"),
    ("our", "or"),
    ("tre", "ter"),
    ("amme", "am"),
    ("ogue", "og"),
)
_STEM_MIN = 3
# Endings taken off, longest first; enough to join the forms of one word, not to find its root.
_ENDINGS = ("ational", "ations", "ation", "ionals", "ional", "ments", "ment", "ings", "ing", "ions", "ion",
            "ally", "ies", "ied", "ers", "ed", "es", "er", "al", "ly", "s", "e", "y")  # fmt: skip
_ION = frozenset({"ion", "ions", "ional", "ionals"})
"""Endings that come off after "s" and "t" only (Porter 1980): "action", not "region"."""
_IRREGULAR = MappingProxyType(
    {form: row.base for row in lexicon.grammar.irregular_forms() for form in (row.base, *row.forms)}
)


@cache
def fold(word: str) -> str:
    """Case folded, without accents, stops, apostrophes and possessive endings."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    return plain.removesuffix("'s").replace("'", "").replace("-", "")


@cache
def stem(word: str) -> str:
    """One form for the forms of a word: "partners", "partnering"; British and American spelling meet."""
    plain = fold(word)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    for ours, theirs in _SPELLING:
        if plain.endswith(ours) and len(plain) - len(ours) >= 2:
            plain = plain[: -len(ours)] + theirs
            break
    for ending in _ENDINGS if plain.endswith(_ENDINGS) else ():
        left = plain.removesuffix(ending)
        if _STEM_MIN <= len(left) < len(plain) and (ending not in _ION or left.endswith(("s", "t"))):
            return left
    return plain


@cache
def meaning(word: str) -> str:
    """The stem, or that of the first word of its group in linking/synonyms.txt."""
    return _synonyms().get(stem(word), stem(word))


@cache
def _synonyms() -> MappingProxyType[str, str]:
    found = {stem(short): stem(word) for short, word in lexicon.persons.long_forms().items()}
    for line in lexicon.linking.synonyms.lines():
        group = line.split()
        for word in group:
            found.setdefault(stem(word), stem(group[0]))
    return MappingProxyType(found)


@cache
def is_function_word(word: str) -> bool:
    """Whether a word carries no topic of its own."""
    return fold(word) in lexicon.grammar.stopwords()
