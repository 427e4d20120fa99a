"""Mentions: names, pronouns and descriptions that could be a speaker, with the title before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import lexicon
from briefgen.english.generic import OPENERS, with_generic
from briefgen.english.mention import Mention
from briefgen.english.tags import AMBIGUOUS, Tagged, lemma
from briefgen.english.title_fields import without_fields

_TITLES = lexicon.persons.titles()
_TITLE_MODIFIERS = lexicon.persons.title_modifiers()
_PARTIES = lexicon.persons.title_parties()
_PARTICLES = lexicon.persons.particles()
_ORG_OF = lexicon.names.of_heads()
_ORG_FOR = lexicon.names.for_heads()
_MEN = ("men", "people", "children")
"""Ends of plurals whose possessive has an "s"."""
_INSTITUTIONS = lexicon.names.institutions()
_TITLE_LINKS = frozenset({"of", "for"})
_IN_TITLES = frozenset(row.word for row in lexicon.persons.title_words()) | _PARTIES | _TITLE_LINKS | {"the"}
_GIVEN_NAMES = lexicon.persons.given_names()
_ADJECTIVES = lexicon.persons.adjectives()
_PARTY_ADJECTIVES = _ADJECTIVES & _PARTIES
_STANDINGS = lexicon.persons.status() | lexicon.persons.ranks()
_NICKNAME_WORDS = 3
LONGEST_NICKNAME = 30
"""Characters."""
_LONGEST = 9  # tokens of one noun phrase; longer runs are lists or lost punctuation
_MODIFIERS = 5  # words in a row before the noun: "the island's new chief trade policy adviser"
_VERBISH = frozenset({"CUE", "AUX", "VERB", "ADV", "REL", "PREP"})


def find_mentions(tokens: Sequence[Tagged]) -> list[Mention]:
    """All mentions of a passage in order; a name inside a longer phrase comes right before it."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        tag = tokens[at].tag
        if tag == "PRO" or (tag == "OBJ" and _is_according_to(tokens, at)):
            found.append(Mention("pronoun", at, at, at, False, False, False))
            at += 1
        elif tag == "ROLE" and _is_lone_adjective(tokens, at):
            at += 1
        elif tag in OPENERS or tag in ("CAP", "ROLE") or _modifier_ahead(tokens, at):
            at = _phrase(tokens, at, found)
        else:
            at += 1
    return with_generic(tokens, list(without_fields(tokens, found)))


def _is_according_to(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether "according to" stands before: "according to him"."""
    return at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].tag == "ACC"


def _is_lone_adjective(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether a word that is a noun for a person, too, describes what follows: "conservative talk radio"."""
    token = tokens[at]
    if token.low not in _PARTY_ADJECTIVES or not token.text.islower():
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.tag != "CUE":
        return following is not None and following.tag == "W"
    return following.low in AMBIGUOUS and lemma(following) == following.low  # "talk", not "police said"


def is_nickname(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether the quoted token `at` stands inside a person's name: Edward “Ned” Farrow."""
    if not 0 < at < len(tokens) - 1 or tokens[at].tag != "QUOTE":
        return False
    if tokens[at - 1].tag != "CAP" or tokens[at + 1].tag != "CAP":
        return False
    if len(tokens[at].text) > LONGEST_NICKNAME:
        return False
    words = tokens[at].text.strip("“”\"'‘’").split()
    named = all(word[0].isupper() or word in _PARTICLES for word in words)
    given = tokens[at - 1].low.strip(".") in _GIVEN_NAMES
    return 0 < len(words) <= _NICKNAME_WORDS and named and (given or len(words) == 1)


def _modifier_ahead(tokens: Sequence[Tagged], at: int) -> bool:
    """A small adjective right before a role noun or a name with a title ("senior officials")."""
    token = tokens[at]
    if at + 1 >= len(tokens) or (token.tag != "W" and token.low not in _ADJECTIVES):
        return False
    if token.low in _ADJECTIVES and tokens[at + 1].tag in ("W", "CAP", "ROLE"):
        return True
    if not _nominal(token, None):
        return False
    if tokens[at + 1].tag == "CAP" and at and tokens[at - 1].tag == "PREP":
        return tokens[at - 1].low != "to"  # "to welcome Minister Lee" is a verb
    return tokens[at + 1].tag == "ROLE" and (at == 0 or tokens[at - 1].tag not in ("W", "CAP", "VERB"))


def _phrase(tokens: Sequence[Tagged], at: int, found: list[Mention]) -> int:
    """Reads one noun phrase from `at`; returns the index after it."""
    begin = at + 1 if tokens[at].tag in OPENERS else at
    last = _last_nominal(tokens, begin)
    if last < begin:
        return _bare_opener(tokens, at, found)
    inner = _name_runs(tokens, begin, last)
    final = inner[-1] if inner and inner[-1][1] == last else None
    for low, high in inner[:-1] if final else inner:
        skip = _title_length([token.low for token in tokens[low : high + 1]]) % (high - low + 1)
        found.append(_name(tokens, low + skip, high, low, modifier=True))
    if final:
        found.append(_named_or_titled(tokens, final, at))
    else:
        owner = last + 1 < len(tokens) and tokens[last + 1].tag == "S"
        found.append(Mention("description", at, last, at, owner, False, False))
    return last + 1


def _bare_opener(tokens: Sequence[Tagged], at: int, found: list[Mention]) -> int:
    """A possessive pronoun, or a quantifier that stands for people ("some say")."""
    tag = tokens[at].tag
    if tag == "POSS":
        found.append(Mention("possessive", at, at, at, True, False, False))
    elif tag == "QNT" and (at + 1 >= len(tokens) or tokens[at + 1].tag in _VERBISH):
        found.append(Mention("description", at, at, at, False, False, False))
    return at + 1


def _last_nominal(tokens: Sequence[Tagged], begin: int) -> int:
    """Index of the last role noun or name word of the phrase that starts at `begin`, else begin - 1."""
    last = begin - 1
    at = begin
    while at < len(tokens) and at < begin + _LONGEST:
        token = tokens[at]
        if token.tag in ("CAP", "ROLE"):
            last = at
        elif not _goes_on(tokens, at, last, begin):
            break
        at += 1
    return last


def _goes_on(tokens: Sequence[Tagged], at: int, last: int, begin: int) -> bool:
    token = tokens[at]
    if token.tag == "QUOTE":
        return is_nickname(tokens, at)
    if token.low in _PARTICLES or token.low in ("of", "for", "the", "&"):
        return _joins_name(tokens, at)
    if token.text in "’'" and at > begin:
        return (
            tokens[at - 1].text.endswith("s")
            and at + 1 < len(tokens)
            and tokens[at + 1].tag in ("ROLE", "W", "CAP")
        )
    if token.tag == "S":
        return at > begin
    if token.tag == "NUM":
        return at == begin
    return token.tag == "W" and at - last <= _MODIFIERS and _nominal(token, tokens[at - 1] if at else None)


def _joins_name(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether a small word links the name before it with the name after it."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    low, before, after = tokens[at].low, tokens[at - 1], tokens[at + 1]
    if low == "of":
        heads = (before.tag == "CAP" and before.low in _ORG_OF) or _is_capital_title(before)
        return heads and (after.tag == "CAP" or after.low == "the")
    if low == "for":
        linked = before.low in _ORG_FOR or _in_title(tokens, at)
        return before.tag == "CAP" and after.tag == "CAP" and linked
    if tokens[at].tag == "S":  # "the Fishermen's Association"
        many = before.tag == "CAP" and before.low.endswith(_MEN)
        return many and after.tag == "CAP" and after.low in _INSTITUTIONS
    if low == "the":
        return before.low == "of" and after.tag == "CAP" and at >= 2 and _joins_name(tokens, at - 1)
    if low == "&":
        return before.tag == "CAP" and after.tag == "CAP"
    if low in ("'", "’"):  # "the Tenants' Union"
        whole = before.tag == "CAP" and before.low.endswith("s") and after.tag == "CAP"
        return whole and after.low in _INSTITUTIONS
    linked = before.tag == "CAP" or before.low in _PARTICLES
    return low in _PARTICLES and linked and (after.tag == "CAP" or after.low in _PARTICLES)


def _is_capital_title(token: Tagged) -> bool:
    """Whether it is a title with a capital, which at the head of a sentence says nothing."""
    return token.tag in ("CAP", "ROLE") and token.text[0].isupper() and token.low in _TITLES


def _in_title(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether the capitalised words before `at` hold a title with "of": "Undersecretary of State for"."""
    linked = False
    for before in range(at - 1, max(at - _LONGEST, -1), -1):
        linked = linked or tokens[before].low == "of"
        if tokens[before].tag != "CAP" and tokens[before].low != "of":
            return False
        if tokens[before].low in _TITLES:
            return linked
    return False


def _nominal(token: Tagged, before: Tagged | None) -> bool:
    """Whether a small word of no known class can stand inside a noun phrase."""
    low = token.low
    if low.endswith(("ed", "ing")) and "-" not in low:
        return before is not None and before.tag in ("DET", "POSS")
    if before is not None and before.low in _STANDINGS:
        return True  # "Former fisheries minister"
    return not (low.endswith("s") and before is not None and before.tag == "CAP")


def _name_runs(tokens: Sequence[Tagged], begin: int, last: int) -> list[tuple[int, int]]:
    """Runs of name words inside the phrase, linked by particles."""
    return list(_runs(tokens, begin, last))


def _runs(tokens: Sequence[Tagged], begin: int, last: int) -> Iterator[tuple[int, int]]:
    at = begin
    while at <= last:
        titled = _is_capital_title(tokens[at]) and at < last and tokens[at + 1].low in _TITLE_LINKS
        if tokens[at].tag != "CAP" and not titled:
            at += 1
            continue
        end = at
        while end + 1 <= last and (
            tokens[end + 1].tag == "CAP" or _joins_name(tokens, end + 1) or is_nickname(tokens, end + 1)
        ):
            end += 1
        yield at, end
        at = end + 1


def _named_or_titled(tokens: Sequence[Tagged], run: tuple[int, int], head: int) -> Mention:
    """The name at the end of a phrase, its title taken off; a title alone is a description."""
    low, high = run
    words = [token.low for token in tokens[low : high + 1]]
    if head < low and len(words) > 1 and words[-1] in _PARTIES and not tokens[high].low.endswith("s"):
        owner = high + 1 < len(tokens) and tokens[high + 1].tag == "S"
        return Mention("description", head, high, head, owner, False, False)  # "the Illinois Democrat"
    skip = _title_length(words)
    if skip == len(words) and skip:
        if len(words) == 1 and head == low:
            return _name(tokens, low, high, head, modifier=False)
        owner = high + 1 < len(tokens) and tokens[high + 1].tag == "S"
        return Mention("description", head, high, head, owner, False, False)
    if skip and words[skip] == "of":  # "Minister of Energy": an office and its field, and no name
        owner = high + 1 < len(tokens) and tokens[high + 1].tag == "S"
        return Mention("description", head, high, head, owner, False, False)
    return _name(tokens, low + skip, high, head, modifier=False)


def _title_length(words: Sequence[str]) -> int:
    """How many leading words are a title; an institution's name keeps all its words."""
    if words[-1] in _INSTITUTIONS:
        return len(words) if words[0] in _TITLES and words[1:2] == ["of"] else 0  # "President of the Court"
    length = _is_trade(words)
    for at, word in enumerate(words):
        if word in _TITLES:
            length = at + 1
        elif word not in _TITLE_MODIFIERS and (at >= 3 or word in _GIVEN_NAMES):
            break
    if length + 1 < len(words) and words[length] in _TITLE_MODIFIERS and words[length + 1] in _GIVEN_NAMES:
        length += 1  # "Republican Anna Lee"
    while length and words[length : length + 1] and words[length] in _TITLE_LINKS:
        length = _field_end(words, length + 1)
    linked = "of" in words
    if length == len(words) and not linked and any(w not in _TITLES and w not in _IN_TITLES for w in words):
        return 0
    return length


def _is_trade(words: Sequence[str]) -> int:
    """1 where a word that has the form of a trade stands before a given name: "Goalkeeper Tim Lee"."""
    if len(words) < 3 or words[1] not in _GIVEN_NAMES or words[0] in lexicon.persons.given_names():
        return 0
    compound = "-" in words[0] and not words[0].endswith("ed")  # "Mezzo-soprano", not "London-based"
    return int(lexicon.persons.are_agents(words[0] + "s") or compound or words[0].endswith("ant"))


def _field_end(words: Sequence[str], at: int) -> int:
    """Index behind the field that stands behind "of" or "for" in a title: "Homeland Security", "State"; one
    word that is in no list can be a field where a name follows."""
    at += words[at : at + 1] == ["the"]
    end = at
    while end < len(words) and words[end] in _IN_TITLES and not (end > at and words[end] in _GIVEN_NAMES):
        end += 1
    given = next((i for i in range(at + 1, len(words) - 1) if words[i] in _GIVEN_NAMES), end)
    return max(given, end) if end > at or given > at else min(at + 1, len(words))


def _name(tokens: Sequence[Tagged], low: int, high: int, head: int, *, modifier: bool) -> Mention:
    owner = high + 1 < len(tokens) and tokens[high + 1].tag == "S"
    if high + 1 < len(tokens) and tokens[high + 1].text in "’'" and tokens[high].text.endswith("s"):
        owner = True
    initial = low == high == head and (low == 0 or tokens[low - 1].tag in ("MARK", "QUOTE"))
    return Mention("name", low, high, head, owner, modifier, initial)
