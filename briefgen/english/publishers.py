"""Whether words that stand alone can name who publishes or who writes."""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen import lexicon
from briefgen.english.gazetteer import lookup
from briefgen.english.tokens import tokenize

_MORE = re.compile(r" \||\s\(")
_PERSON_WORDS = range(2, 5)
_LONGEST_NAME = 10
"""Words."""
_ARTICLES = frozenset({"the", "el", "la", "le", "les", "los", "il", "der", "die", "das", "o"})
_BEHIND_BODIES = frozenset({"of", "for", "on"})
_SMALL = frozenset({
    "of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "des", "der", "die", "das", "und", "et",
})  # fmt: skip


def words(name: str) -> list[str]:
    """The words of a name, compounds and addresses ("example.net") whole."""
    return [token.text for token in tokenize(name) if token.text[0].isalnum()]


def is_capitalised(name: str) -> bool:
    """Whether all words but small ones begin with a capital or a figure."""
    found = words(name)
    return bool(found) and all(word in _SMALL or not word[0].islower() for word in found)


def is_outlet(name: str) -> bool:
    """Whether a name is a listed newspaper, agency, broadcaster or magazine."""
    return _without_article(name) in lexicon.pages.outlets()


def is_wire(name: str) -> bool:
    """Whether a name is that of a listed agency whose stories other sites carry."""
    return _without_article(name) in lexicon.pages.wires()


def _without_article(name: str) -> str:
    return name.casefold().removeprefix("the ")


def has_outlet_word(name: str) -> bool:
    """Whether a word of names of newspapers and the like is in it: "Harbour Gazette"."""
    return not lexicon.pages.masthead_words().isdisjoint(word.casefold() for word in words(name))


def is_brand(name: str) -> bool:
    """Whether one word has capitals inside, as brands and initials have."""
    return " " not in name and sum(map(str.isupper, name)) > 1


def is_listed_body(name: str) -> bool:
    """Whether a listed organisation is named."""
    listed = lookup(name)
    return listed is not None and listed.kind == "organisation" and not listed.adjective


def is_body(name: str) -> bool:
    """Whether a listed organisation is named, or a body by its noun: "Ministry of the Environment"."""
    if lookup(name) is not None:
        return is_listed_body(name)
    return not lexicon.names.institutions().isdisjoint(word.casefold() for word in words(name))


def is_body_name(name: str) -> bool:
    """Whether words are the whole name of a body: its noun ends them or stands before "of" and the like
    ("Harbour Council", "Norwegian Ministry of Defence"), or a company's word ends them."""
    if lookup(name) is not None:
        return is_listed_body(name)
    found = words(name)
    found = found[1:] if found and found[0].casefold() in _ARTICLES else found
    folded = [word.casefold().rstrip(".") for word in found]
    if not 2 <= len(found) <= _LONGEST_NAME or not found[0][0].isupper():
        return False
    if {folded[0], folded[-1]} & lexicon.names.other_bodies():
        return True
    if folded[-1] in lexicon.names.companies():
        return all(word in _SMALL or word[0].isupper() for word in found[:-1])
    nouns = lexicon.names.bodies()
    begins = any(noun in nouns and after in _BEHIND_BODIES for noun, after in pairwise(folded))
    return is_capitalised(name) and (folded[-1] in nouns or begins)


def is_masthead(name: str) -> bool:
    """Whether words are by themselves the name of a body or a newspaper: "The Harbour Gazette"."""
    found = words(name)
    if is_outlet(name) or is_body_name(name):
        return True
    ends = bool(found) and found[-1].casefold() in lexicon.pages.masthead_words()
    return ends and 2 <= len(found) <= _PERSON_WORDS.stop and is_capitalised(name)


def own_part(line: str) -> int:
    """Length of the name in a line that says more: "Marine Office, Harbourton", "Marine Office | News".

    The whole line where the comma is the name's own: "Department of Trade, Food and Fish".
    """
    line = _MORE.split(line)[0]
    head, comma, rest = line.partition(", ")
    if not comma or not rest or (" and " in f" {rest} " and not rest[0].islower()):
        return len(line)
    told = rest[0].islower() or (is_body_name(head) and len(rest.split()) <= _PERSON_WORDS.start)
    return len(head) if told and rest.rstrip(".").casefold() not in lexicon.names.companies() else len(line)


def is_place(name: str) -> bool:
    """Whether a listed state, region or place is named."""
    listed = lookup(name)
    return listed is not None and listed.kind != "organisation"


def is_person(name: str) -> bool:
    """Whether words look like the name of a person: the first is a given name."""
    found = name.split()
    return len(found) in _PERSON_WORDS and found[0].casefold() in lexicon.persons.given_names()


def is_house(words: str) -> bool:
    """Whether words are one body whose name holds others: "Ministry of Foreign Affairs of Norway"."""
    first = words.casefold().removeprefix("the ").split()[:2]
    return len(first) == 2 and first[0] in lexicon.names.institutions() and first[1] in ("of", "for")
