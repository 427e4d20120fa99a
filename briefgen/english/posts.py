"""What the words of an office say: which office, in what standing, in which field, of whom and to whom.

Two offices with one noun are not one person's when any of these speaks against it: "the Kenyan foreign
minister" is not the Norwegian one, "the deputy minister" not the minister, "the mayor of Oslo" not Bergen's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.tags import Tagged
from briefgen.english.words import meaning

Bearing = tuple[str, str]
"""What sort of name it is ("state", "party" or "name"), and its key."""

_CALLINGS = lexicon.persons.callings()
_OUT = lexicon.persons.out_of_office()
_BELOW = lexicon.persons.ranks()
_NO_NOUNS = lexicon.persons.courtesies() | _BELOW
_PARTIES = lexicon.persons.parties()
_FIELDS = lexicon.persons.office_words() | lexicon.persons.title_modifiers()
_FIRST = "prime"
_NO_FIELDS = lexicon.persons.light_words() | _BELOW | _OUT | _PARTIES | {"chief", _FIRST}
_QUALITY = ("ed", "ing", "ous", "ful", "less", "old", "ive", "time")
"""How words end that tell what somebody is like, not what the office is for: "the embattled minister"."""
_GENERAL = frozenset(meaning(word) for word in (*lexicon.persons.broad_nouns(), *_PARTIES))
"""Nouns that holders of many offices are called by."""
_OFFICES = frozenset(map(meaning, lexicon.persons.leading_offices())) - _GENERAL
_TARGETS = frozenset({"to", "on"})
_NOTHING: tuple[Bearing, ...] = ()
_LONGEST = 4  # words of a name that are looked up together


class Post(NamedTuple):
    """One office, in words that can be compared."""

    noun: str
    standing: frozenset[str]
    """ "below" for a deputy, "out" for who held it before, "first" for a prime minister."""
    fields: frozenset[str]
    """What the office is for: "defence", "trade"."""
    of: frozenset[Bearing]
    """The state, party, town or body that it belongs to."""
    to: frozenset[Bearing]
    """Where an envoy is sent."""


def posts(tokens: Sequence[Tagged]) -> Iterator[Post]:
    """The offices in a title, an apposition or a description: "foreign minister and deputy chair" are two."""
    start = 0
    for at, token in enumerate(tokens):
        joined = token.text == "," or token.tag == "CONJ"
        if joined and _has_noun(tokens[start:at]) and _has_noun(tokens[at + 1 :]):
            yield _post(tokens[start:at])
            start = at + 1
    if tokens[start:]:
        yield _post(tokens[start:])


def _has_noun(tokens: Sequence[Tagged]) -> bool:
    return any(map(_is_noun, head(tokens)))


def _is_noun(token: Tagged) -> bool:
    low = token.low.strip(".").removeprefix("ex-")
    return low in _CALLINGS and low not in _NO_NOUNS and low not in _PARTIES


def head(tokens: Sequence[Tagged]) -> Sequence[Tagged]:
    """The words of a role that name the office itself, not whose it is: "the minister’s deputy" and "an aide
    to the minister" are no ministers."""
    end = next((i for i, token in enumerate(tokens) if i and token.tag == "PREP"), len(tokens))
    start = next((i + 1 for i in range(end - 1, -1, -1) if tokens[i].tag == "S"), 0)
    return tokens[start:end]


def _post(tokens: Sequence[Tagged]) -> Post:
    named = head(tokens)
    end = next((i for i, token in enumerate(tokens) if i and token.tag == "PREP"), len(tokens))
    words = [t for t in named if t.tag not in ("MARK", "S", "DET")]
    noun = next((t for t in reversed(words) if _is_noun(t)), words[-1] if words else tokens[0])
    sent = next((i for i, t in enumerate(tokens) if i >= end and t.low in _TARGETS), len(tokens))
    low = noun.low.strip(".").removeprefix("ex-")
    return Post(
        meaning(low),
        frozenset(_standings(named)),
        frozenset(_fields(tokens, noun)),
        frozenset(_bearings([t for t in tokens[:sent] if t is not noun or low in _PARTIES])),
        frozenset(_bearings([t for t in tokens[sent:] if t is not noun])),
    )


def _standings(named: Iterable[Tagged]) -> Iterator[str]:
    for token in named:
        if token.low in _BELOW:
            yield "below"
        elif token.low in _OUT or token.low.startswith("ex-"):
            yield "out"
        elif token.low == _FIRST:
            yield "first"


def _fields(tokens: Sequence[Tagged], noun: Tagged) -> Iterator[str]:
    for at, token in enumerate(tokens):
        owner = at + 1 < len(tokens) and tokens[at + 1].tag == "S"  # "the capital's chief diplomat"
        if token is not noun and not owner and _is_field(token):
            yield meaning(token.low)


def _is_field(token: Tagged) -> bool:
    """A listed word of a field, or a small word that can be one ("fisheries")."""
    low = token.low
    if low in _NO_FIELDS:
        return False
    small = token.tag in ("W", "ROLE") and low.isalpha() and len(low) > 2 and not low.endswith(_QUALITY)
    listed = low in _FIELDS or (small and low not in lexicon.persons.adjectives())
    return listed and low not in lexicon.grammar.stopwords()


def _bearings(tokens: Sequence[Tagged]) -> Iterator[Bearing]:
    """States, parties, towns and bodies among the words, each by its key."""
    at = 0
    while at < len(tokens):
        length, found = 1, _NOTHING
        if tokens[at].low in _PARTIES:
            found = (("party", meaning(tokens[at].low)),)
        elif tokens[at].tag == "CAP":
            length, found = _listed(tokens, at)
        yield from found
        at += length


def _listed(tokens: Sequence[Tagged], at: int) -> tuple[int, tuple[Bearing, ...]]:
    """How many words the name at a place has, and what it is; unlisted words stand for themselves."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        entry = gazetteer.lookup(" ".join(token.text for token in tokens[at : at + length]))
        if entry is None:
            continue
        state = entry.key if entry.kind == "state" else entry.acts_for
        own: tuple[Bearing, ...] = () if entry.kind == "state" else (("name", entry.key),)
        return length, (*own, *((("state", state),) if state else ()))
    end = at
    while end < len(tokens) and tokens[end].tag == "CAP" and tokens[end].low not in _PARTIES:
        end += 1
    words = [t.low for t in tokens[at:end]]
    return len(words), () if all(w in _FIELDS for w in words) else (("name", " ".join(words)),)


def is_office(post: Post) -> bool:
    """Whether its noun is an office, and no general word for many ("official")."""
    return post.noun in _OFFICES


def contradicts(described: Post, held: Sequence[Post]) -> bool:
    """Whether an office is none of those that one person holds.

    What is called by a general noun ("the official", "the senator and Democrat") may hold any of them.
    """
    same = [post for post in held if post.noun == described.noun]
    if not same and described.noun not in _OFFICES:
        same = list(held)
    if not same:
        return bool(held)
    alike = [post for post in same if post.standing == described.standing]
    if not alike:
        return True
    fields = frozenset[str]().union(*(post.fields for post in alike))
    if described.fields and fields and not described.fields & fields:
        return True
    of = frozenset[Bearing]().union(*(post.of for post in alike))
    to = frozenset[Bearing]().union(*(post.to for post in alike))
    return _differ(described.of, of) or _differ(described.to, to) or bool(described.of & (to - of))


def supported(described: Post, held: Sequence[Post]) -> bool:
    """Whether what the office is for, and whose it is, is said of the person too."""
    same = [post for post in held if post.noun == described.noun]
    fields = frozenset[str]().union(*(post.fields for post in same))
    states = frozenset[Bearing]().union(*(post.of for post in held))
    return described.fields <= fields and {b for b in described.of if b[0] == "state"} <= states


def _differ(some: frozenset[Bearing], others: frozenset[Bearing]) -> bool:
    """Whether both name something of one sort, and not the same; "the Agency" is a Coast Agency."""
    shared = {kind for kind, _ in some} & {kind for kind, _ in others}
    same = {kind for kind, a in some for sort, b in others if kind == sort and _agree(a, b)}
    return bool(shared - same)


def _agree(name: str, other: str) -> bool:
    mine, theirs = set(name.split()), set(other.split())
    return mine <= theirs or theirs <= mine
