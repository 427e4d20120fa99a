"""How a name in capitals is written: "HELEN O'HARA" as "Helen O'Hara", "JAN DE VRIES" as "Jan de Vries"."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.english.words import plain

_PART = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"Mc(?=[a-z]{2})")


def is_shouted(name: str, *, person: bool) -> bool:
    """Whether words are the full name of a person in capitals, told by a known given name unless it is known
    that a `person` bears it."""
    words = name.split()
    if not name.isupper() or len(words) < 2:
        return False
    return person or words[0].lower() in lexicon.persons.given_names()


def key(name: str) -> str:
    """By which two spellings of a name find each other."""
    return " ".join(map(plain, name.split()))


def cased(name: str) -> str:
    """A name in capitals with a capital for each word, small particles, and "Mc" and "O'" with theirs behind;
    "Mac" is left without one, since as many names have none ("Mackay", "Machado")."""
    words = name.split()
    return " ".join(_word(word, first=n == 0) for n, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    low = word.lower()
    if not first and low in lexicon.persons.particles():
        return low
    title = _PART.sub(lambda part: part.group().capitalize(), word)
    return title[:2] + title[2:].capitalize() if _MC.match(title) else title
