"""Mentions that are joined: "Norway, Iceland and Denmark" are three mentions that speak in one voice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.mention import Mention
from briefgen.english.tags import Tagged

CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "till", "as"})
"""Prepositions that open a clause, too."""
_AND = frozenset({"and", "&"})
_ADJECTIVES = ("ic", "ish", "ese", "an", "al", "ist")
_LONGEST = 60  # tokens of a mention with its title; what is longer is a list that lost its marks
_MOST = 12  # members looked for on either side of one; a longer list is an annex, not a subject


class _Step(NamedTuple):
    """The member beside one, and whether "and" stands between them, not a comma alone."""

    member: int
    joined: bool


def coordinated(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> tuple[int, ...]:
    """Indexes of the mentions joined with mention `index`, itself included, in order; itself alone when
    nothing is joined with it.

    A list needs its "and". What hangs on a preposition before the list is no member ("After talks with
    Norway, Iceland and Denmark said" are two), and an apposition is none ("Anna Lee, the minister, and ...").
    """
    before = _before(tokens, mentions, index)
    if before and _is_one(tokens, mentions[before[-1]], mentions[index]):
        return (index,)  # see `whole_head`
    behind = _behind(tokens, mentions, index)
    chain = [*before, index, *behind]
    return tuple(
        i for n, i in enumerate(chain) if i == index or not _is_apposition(tokens, mentions, chain, n)
    )


def whole_head(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> int:
    """Index of the token that begins all of "the senator and candidate" or "Swedish and Danish lawmakers"."""
    mention = mentions[index]
    beside = next(_steps_left(tokens, mentions, index), None)
    if beside is None or not beside.joined or not _is_one(tokens, mentions[beside.member], mention):
        return mention.head
    return mentions[beside.member].head


def _is_one(tokens: Sequence[Tagged], first: Mention, second: Mention) -> bool:
    """Whether two mentions joined by "and" are one: two nouns behind one article ("the senator and
    candidate"), or two adjectives before one noun ("Swedish and Danish lawmakers")."""
    if second.kind != "description" or tokens[second.head].tag in ("DET", "POSS"):
        return False
    plural = tokens[second.last].low.endswith("s")
    if first.kind == "description":
        return tokens[first.head].tag in ("DET", "POSS") and not plural
    return plural and first.first == first.last and _is_adjective(tokens[first.last].text)


def _is_adjective(word: str) -> bool:
    entry = gazetteer.lookup(word)
    return entry.adjective if entry else word.endswith(_ADJECTIVES)


def _before(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> list[int]:
    """The members to the left, in order."""
    steps = list(_steps_left(tokens, mentions, index))
    if not steps or not steps[0].joined:
        return []
    while steps and _after_preposition(tokens, mentions[steps[-1].member]):
        if steps[-1].joined or _of_a_noun(mentions, mentions[steps[-1].member]):
            return []  # the preposition holds for all of them
        steps.pop()
    return [step.member for step in reversed(steps)]


def governed_first(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> int:
    """The first of the mentions joined with `index` when all hang on the preposition of a noun before them
    ("officials from Norway and Iceland"); else `index`."""
    steps = list(_steps_left(tokens, mentions, index))
    if not steps or not steps[0].joined:
        return index
    first = mentions[steps[-1].member]
    governed = _after_preposition(tokens, first) and _of_a_noun(mentions, first)
    return steps[-1].member if governed else index


def _of_a_noun(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Whether a mention ends before the preposition that a mention hangs on."""
    return any(not mentions[i].modifier for i in _ending(mentions, mention.head - 2))


def _steps_left(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> Iterator[_Step]:
    for _ in range(_MOST):
        at, joined = _joint_before(tokens, mentions[index].head)
        ending = (i for i in _ending(mentions, at) if not mentions[i].modifier and not mentions[i].owner)
        found = next(ending, None)
        if found is None:
            return
        yield _Step(found, joined)
        index = found


def _joint_before(tokens: Sequence[Tagged], head: int) -> tuple[int, bool]:
    """Index of the token before "and", ", and", "as well as" or a comma that stands before `head`; -1 when
    none does."""
    at = head - 1
    if at >= 2 and [t.low for t in tokens[at - 2 : at + 1]] == ["as", "well", "as"]:
        at, joined = at - 3, True
    elif at >= 0 and tokens[at].low in _AND:
        at, joined = at - 1, True
    else:
        return (at - 1, False) if at >= 0 and tokens[at].text == "," else (-1, False)
    return (at - 1 if at >= 0 and tokens[at].text == "," else at), joined


def _behind(tokens: Sequence[Tagged], mentions: Sequence[Mention], index: int) -> list[int]:
    """The members to the right, in order; none when no "and" comes."""
    found: list[int] = []
    for _ in range(_MOST):
        at = mentions[index].last + 1
        comma = at < len(tokens) and tokens[at].text == ","
        joined = at + comma < len(tokens) and tokens[at + comma].low in _AND
        member = _beginning(mentions, at + comma + joined) if comma or joined else None
        if member is None or (joined and not comma and found and _is_office(tokens, mentions[index])):
            return []
        found.append(member)
        if joined:
            return [] if mentions[member].owner else found
        index = member
    return []


def _ending(mentions: Sequence[Mention], at: int) -> range:
    """Indexes of the mentions that end with token `at`, the outermost first; they stand in order of it."""
    low = bisect_left(mentions, at, key=_last)
    return range(bisect_right(mentions, at, lo=low, key=_last) - 1, low - 1, -1)


def _beginning(mentions: Sequence[Mention], at: int) -> int | None:
    """Index of the outermost mention that begins with token `at`; None when none does."""
    low = bisect_left(mentions, at, key=_last)
    high = bisect_left(mentions, at + _LONGEST, lo=low, key=_last)
    found = (i for i in range(high - 1, low - 1, -1) if mentions[i].head == at and not mentions[i].modifier)
    return next(found, None)


def _last(mention: Mention) -> int:
    return mention.last


def _after_preposition(tokens: Sequence[Tagged], mention: Mention) -> bool:
    """Whether a preposition governs a mention; "after Norway and Iceland agreed" is a clause of its own."""
    before = tokens[mention.head - 1] if mention.head else None
    return before is not None and before.tag == "PREP" and before.low not in CLAUSE_OPENERS


def _is_apposition(
    tokens: Sequence[Tagged], mentions: Sequence[Mention], chain: Sequence[int], place: int
) -> bool:
    """ "Anna Lee, the minister, and ...": what is said of the member before it."""
    after_name = place > 0 and mentions[chain[place - 1]].kind == "name"
    return after_name and _is_office(tokens, mentions[chain[place]])


def _is_office(tokens: Sequence[Tagged], mention: Mention) -> bool:
    """ "the minister", "a scientist": an article and the noun of a person."""
    if mention.kind != "description" or tokens[mention.head].tag not in ("DET", "POSS"):
        return False
    noun = tokens[mention.last]
    return noun.tag == "ROLE" and noun.low not in lexicon.names.institutions()
