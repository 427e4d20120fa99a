"""Of what kind, gender and number somebody named or described is, by the words alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen import lexicon
from briefgen.english import gazetteer

_GENDER = lexicon.persons.genders()
_HONORIFIC = lexicon.persons.title_genders()
_INSTITUTIONS = lexicon.names.institutions()
_DOCUMENTS = lexicon.saying.documents()
_GIVEN = lexicon.persons.given_names()
_TITLES = lexicon.persons.titles()
_MAN, _WOMAN = ("man", "boy", "guy"), ("woman", "girl")
"""How English makes nouns for men and women; titles, offices and kin have their gender in the list."""


def named_kind(words: Sequence[str], titles: Sequence[str], known: Sequence[str]) -> str:
    """Kind of a name: by titles before it, the names found there, the lists, its words."""
    if "person" in known or any(w in _TITLES or w in _HONORIFIC for w in titles):
        return "person"
    if any(k in ("state", "organisation", "region", "place") for k in known):
        return "state" if "state" in known else "organisation"
    listed = _listed_kind(words)
    if listed:
        return listed
    if words[-1] in _DOCUMENTS and len(words) > 1:
        return "document"
    if any(w in _INSTITUTIONS for w in words) or _of_a_state(words):
        return "organisation"
    return "person" if words[0] in _GIVEN and len(words) > 1 else "unconfirmed"


def _of_a_state(words: Sequence[str]) -> bool:
    """ "Radio Kenya": a name that ends in a state's is a body's, unless a given name begins it."""
    return len(words) > 1 and words[0] not in _GIVEN and _listed_kind(words[-1:]) == "state"


def _listed_kind(words: Sequence[str]) -> str:
    """Kind of a listed state, capital or organisation; adjectives and everything else give ""."""
    entry = gazetteer.lookup(" ".join(words))
    if entry is None or entry.adjective:
        return ""
    if entry.kind == "organisation":
        return "organisation"
    return "state" if entry.kind == "state" or entry.acts_for else "place"


def gender_of(words: Sequence[str], titles: Sequence[str]) -> str:
    """m or f by a title or a given name; "" when neither tells."""
    for title in titles:
        if title in _HONORIFIC:
            return _HONORIFIC[title]
    return _GENDER.get(words[0], "") if len(words) > 1 or not titles else ""


def noun_kind(noun: str) -> tuple[str, str]:
    """Kind and gender of whoever a noun describes."""
    if noun in _DOCUMENTS:
        return "document", ""
    if noun in _INSTITUTIONS:
        return "organisation", ""
    if noun in _HONORIFIC:
        return "person", _HONORIFIC[noun]
    if noun.endswith(_WOMAN):
        return "person", "f"
    return "person", "m" if noun.endswith(_MAN) else ""


def is_plural(words: Sequence[str]) -> bool:
    """Whether a description is of several."""
    last = words[-1]
    return last.endswith(("s", "men", "people", "women", "children")) and not last.endswith("ss")
