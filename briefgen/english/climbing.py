"""From the object of a preposition up to the noun it belongs to: "a spokesman for Lee said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefgen.english.coordination import CLAUSE_OPENERS, governed_first
from briefgen.english.mention import Mention
from briefgen.english.tags import FINITE, Tagged

_CLIMBS = frozenset({"of", "for", "from", "at", "in", "with", "on"})
_NAME_CLIMBS = frozenset({"of", "from"})
_VERBAL = FINITE | {"ADV"}


class PhraseView(NamedTuple):
    """The tokens of a passage with the places of its mentions."""

    tokens: Sequence[Tagged]
    mentions: Sequence[Mention]
    ends: Mapping[int, int]
    """Last token of a mention -> its index; the outer one of nested mentions."""
    heads: Mapping[int, int]
    sentences: Sequence[int]
    owners: Mapping[int, int]
    """Last token of a mention with a possessive ending -> its index."""


def climb(view: PhraseView, index: int) -> int:
    """From the object of a preposition up to the noun it belongs to: "a spokesman for Lee said"."""
    index = _linked(view, governed_first(view.tokens, view.mentions, index))
    head = view.mentions[index].head
    if head == 0 or view.tokens[head - 1].tag != "PREP":
        return index
    # "met Hale a day after Corwin said": a clause of its own, with its subject.
    named = view.mentions[index].kind in ("name", "pronoun")
    if named and view.tokens[head - 1].low in CLAUSE_OPENERS:
        return index
    return _phrase_head(view, index, head)


def _phrase_head(view: PhraseView, index: int, head: int) -> int:
    """Subject of a longer phrase without a verb in it: "sources close to the talks said"."""
    sentence = view.sentences[head]
    best = index
    for at in range(head - 1, max(head - 14, -1), -1):
        token = view.tokens[at]
        if view.sentences[at] != sentence or token.tag in ("MARK", "QUOTE", "CONJ", "REL", *_VERBAL):
            break
        outer = view.heads.get(at)
        if outer is None or view.mentions[outer].owner or view.mentions[outer].kind == "pronoun":
            continue
        if at == 0 or view.tokens[at - 1].tag != "PREP":
            best = outer
    return best


def _linked(view: PhraseView, index: int) -> int:
    for _ in range(3):
        mention = view.mentions[index]
        preposition = mention.head - 1
        outer = view.ends.get(preposition - 1)
        if outer is None or view.tokens[preposition].low not in _CLIMBS:
            break
        named = view.mentions[outer].kind != "description"
        if named and view.tokens[preposition].low not in _NAME_CLIMBS:
            break
        index = outer
    return index


def opens_statement(tokens: Sequence[Tagged], sentences: Sequence[int], mention: Mention) -> bool:
    """Whether a name stands at the head of a sentence or right behind a quotation, so that what follows
    behind a comma is said of it: "“...,” Anna Lee, the bloc's envoy said"."""
    head = mention.head
    if mention.kind != "name" or mention.owner or mention.modifier:
        return False
    return head == 0 or sentences[head - 1] != sentences[head] or tokens[head - 1].tag == "QUOTE"


def after_preposition(view: PhraseView, index: int) -> bool:
    """Whether the noun phrase as a whole hangs on a preposition or a verb: no subject of a sentence."""
    mention = view.mentions[climb(view, index)]
    before = view.tokens[mention.head - 1] if mention.head else None
    if before is None or (before.low == "as" and mention.kind == "name"):
        return False  # "as Lee, the envoy, puts it"
    return before.tag in ("PREP", "CUE")
