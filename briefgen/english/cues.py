"""Speech cues with their subjects: who says, by the order of words around the verb.

The subject is looked for next to the verb, across an interruption between commas ("Lee, who was
there, said"), behind the verb after a quotation ("...," said Lee), in front of a relative pronoun,
after "according to", and at the subject of the sentence for a second verb ("... and added").
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.english.climbing import PhraseView, after_preposition, climb, opens_statement
from briefgen.english.mention import Mention
from briefgen.english.tags import AMBIGUOUS, FINITE, Tagged, cue_kind, lemma

How = Literal[
    "adjacent",
    "interrupted",
    "inverted",
    "relative",
    "according",
    "shared",
    "passive",
    "owner",
    "content",
    "none",
]


CUE_KINDS = ("say", "think", "frame", "according", "noun")
"""The three kinds of saying/verbs.tsv, "according to", and a noun with its owner ("Lee's claim")."""


class Cue(NamedTuple):
    """One speech verb, or "according to"."""

    first: int
    last: int
    """Tagged indexes."""
    kind: str
    """One of `CUE_KINDS`."""
    subject: int | None
    """Index of the mention that says it; for a passive ("was told") of the one addressed."""
    how: How


_SAYINGS = lexicon.saying.nouns()
_SKIPPED = frozenset({"ADV", "AUX"})
_BE = lexicon.grammar.forms_of("be")
_PLURALS = frozenset({"people", "police", "men", "women", "children", "staff"})
"""Plurals without an ending."""
_FARTHEST = 45  # tokens an interruption between subject and verb may have
_INHERIT = 14  # tokens between a saying noun and another that names its content
_ONE_OF = 7  # tokens of "one of the three experts" up to its comma
_DASHES = frozenset("–—-")
_VERBAL = FINITE | {"ADV"}


_ARTICLES = frozenset({"the", "a", "an"})


def find_cues(tokens: Sequence[Tagged], mentions: Sequence[Mention], sentences: Sequence[int]) -> list[Cue]:
    """All cues of a passage in order; `sentences` gives the sentence number of every token."""
    outer = [(i, m) for i, m in enumerate(mentions) if not m.modifier]
    view = PhraseView(
        tokens=tokens,
        mentions=mentions,
        ends={m.last: i for i, m in outer},
        heads={m.head: i for i, m in outer},
        sentences=sentences,
        owners={m.last: i for i, m in enumerate(mentions) if m.owner},
    )
    found: list[Cue] = []
    for at in _cue_tokens(tokens):
        found.append(_cue(view, at, found))
    return found


def _cue_tokens(tokens: Sequence[Tagged]) -> Iterator[int]:
    for at, token in enumerate(tokens):
        if token.tag == "CUE":
            # "the alleged thief", "a reported loss": an adjective
            adjective = at and token.low.endswith("ed") and tokens[at - 1].low in _ARTICLES
            if not adjective and not _is_noun(tokens, at):
                yield at
            continue
        opens = token.low in _SAYINGS and at + 1 < len(tokens) and tokens[at + 1].low in ("of", "that")
        if token.tag == "ACC" or (opens and _owned_noun(tokens, at) is not None):
            yield at


def _is_noun(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether a base form behind a noun in the singular is a noun: "the ministry note of May", "the executive
    order that". "Officials note" and "they claim" are verbs."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if before is None or token.low not in AMBIGUOUS or lemma(token) != token.low:
        return False
    noun = before.tag in ("W", "ROLE") or (before.tag == "CAP" and before.text.isalpha())
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    return noun and not plural and before.low not in _PLURALS


def _owned_noun(tokens: Sequence[Tagged], at: int) -> int | None:
    """Index of the saying noun with an owner: this one, or one before it whose content this one names
    ("Lee's criticism, which included charges of ...")."""
    for back in range(at, max(at - _INHERIT, 0), -1):
        if tokens[back].low in _SAYINGS and tokens[back - 1].tag in ("S", "POSS"):
            return back
        if back < at and (tokens[back].text[0] in ".!?;" or tokens[back].tag == "PRO"):
            return None
    return None


def _cue(view: PhraseView, at: int, before: Sequence[Cue]) -> Cue:
    tokens = view.tokens
    if tokens[at].low == "according":
        last = at + 1 if at + 1 < len(tokens) and tokens[at + 1].low == "to" else at
        near = (view.heads.get(last + step) for step in (1, 2, 3))
        subject = next((index for index in near if index is not None), None)
        return Cue(at, last, "according", subject, "according" if subject is not None else "none")
    if tokens[at].tag != "CUE":
        subject = _owner(view, at)
        direct = tokens[at - 1].tag in ("S", "POSS")
        return Cue(at, at, "noun", subject, "none" if subject is None else "owner" if direct else "content")
    subject, how = _subject(view, at, before)
    return Cue(at, at, cue_kind(tokens[at]), subject, how)


def _owner(view: PhraseView, at: int) -> int | None:
    """Whose claim, statement, warning it is."""
    noun = _owned_noun(view.tokens, at)
    if noun is None:
        return None
    last = noun - 2 if view.tokens[noun - 1].tag == "S" else noun - 1
    return view.owners.get(last)


def _subject(view: PhraseView, at: int, before: Sequence[Cue]) -> tuple[int | None, How]:
    tokens, left = view.tokens, at - 1
    passive = False
    progressive = False
    while left >= 0 and tokens[left].tag in _SKIPPED and view.sentences[left] == view.sentences[at]:
        passive = passive or (tokens[left].low in _BE and tokens[at].low.endswith(("ed", "told")))
        progressive = progressive or tokens[left].tag == "AUX"
        left -= 1
    if left < 0 or view.sentences[left] != view.sentences[at]:
        opening = None if tokens[at].low.endswith("ing") else _inverted(view, at)  # no "Recalling the treaty"
        return opening or _shared(view, at, ())
    found = _by_left_context(view, at, left, before, tokens[at].low.endswith("ing") and not progressive)
    if found is None:
        return None, "none"
    return (found[0], "passive") if passive else found


def _by_left_context(
    view: PhraseView, at: int, left: int, before: Sequence[Cue], participle: bool
) -> tuple[int | None, How] | None:
    token = view.tokens[left]
    if left in view.ends and not view.mentions[view.ends[left]].owner and not participle:
        index = climb(view, view.ends[left])
        named = _named_before(view, index)
        return (index, "adjacent") if named is None else (named, "interrupted")
    if token.tag == "QUOTE" or (token.tag == "MARK" and left and view.tokens[left - 1].tag == "QUOTE"):
        return _inverted(view, at) or _shared(view, at, before)
    if token.tag == "REL":
        return _relative(view, left)
    if token.tag == "MARK" and not participle:
        return _interrupted(view, left) or _inverted(view, at) or _shared(view, at, before)
    return _shared(view, at, before)


def _named_before(view: PhraseView, index: int) -> int | None:
    """Who is described right before the verb, behind a comma that no other closes: "Lee, the envoy said"."""
    mention = view.mentions[index]
    if mention.kind != "description" or view.tokens[mention.head].tag not in ("DET", "POSS"):
        return None
    name = view.ends.get(mention.head - 2) if view.tokens[mention.head - 1].text == "," else None
    if name is None or not opens_statement(view.tokens, view.sentences, view.mentions[name]):
        return None
    return name


def _inverted(view: PhraseView, at: int) -> tuple[int | None, How] | None:
    after = at + 1
    while after < len(view.tokens) and view.tokens[after].tag == "ADV":
        after += 1
    index = view.heads.get(after)
    if index is None or view.mentions[index].owner or view.tokens[at].low in ("told", "tells", "tell"):
        return None
    behind = view.mentions[index].last + 1
    if behind < len(view.tokens) and view.tokens[behind].tag in ("AUX", "VERB"):
        return (
            None  # "One of them, who was there, says his family has been told": the subject of what is said
        )
    return _one_of(view, index), "inverted"


def _one_of(view: PhraseView, index: int) -> int:
    """Who is named behind "said one of them, Anna Lee"; else the mention itself."""
    first = view.mentions[index].head
    if view.tokens[first].low != "one" or first + 1 >= len(view.tokens) or view.tokens[first + 1].low != "of":
        return index
    for at in range(first + 2, min(first + _ONE_OF, len(view.tokens) - 1)):
        if view.tokens[at].text == ",":
            named = view.heads.get(at + 1)
            return named if named is not None and view.mentions[named].kind == "name" else index
    return index


def _relative(view: PhraseView, at: int) -> tuple[int | None, How] | None:
    """Antecedent of "who": the mention before it, across one comma."""
    before = at - 1
    if before >= 0 and view.tokens[before].text == ",":
        before -= 1
    index = view.ends.get(before)
    return (index, "relative") if index is not None else None


def _interrupted(view: PhraseView, closing: int) -> tuple[int | None, How] | None:
    """Subject before an interruption that ends at the mark `closing`; the leftmost one that opens it."""
    best = None
    for at in range(closing - 1, max(closing - _FARTHEST, 0), -1):
        if view.sentences[at] != view.sentences[closing] or view.tokens[at].tag == "QUOTE":
            break
        token = view.tokens[at]
        index = view.ends.get(at - 1) if token.tag == "MARK" and _pairs(token, view.tokens[closing]) else None
        if index is not None and not after_preposition(view, index):
            best = index
    if best is None:
        return None
    inside = view.heads.get(view.mentions[best].last + 2)
    whole = climb(view, best)
    if inside is not None and view.mentions[whole].kind == "description" and _is_named(view, inside, closing):
        return inside, "interrupted"  # "The envoy, Maria Brandt, said"
    named = _named_before(view, whole)  # "Anna Lee, the head of X -- a bank that ... -- said"
    return (whole if named is None else named), "interrupted"


def _is_named(view: PhraseView, index: int, closing: int) -> bool:
    """Whether an interruption is nothing but a name of two words or more, or such a name opens it and a comma
    stands behind ("The envoy, Maria Brandt, who was there, said")."""
    mention = view.mentions[index]
    alone = mention.last == closing - 1 or view.tokens[mention.last + 1].text == ","
    return mention.kind == "name" and alone and mention.head < mention.last


def _pairs(opening: Tagged, closing: Tagged) -> bool:
    """Whether two marks can stand around one interruption."""
    if closing.text == ")":
        return opening.text == "("
    if closing.text[0] in _DASHES:
        return opening.text[0] in _DASHES
    return opening.text == closing.text == ","


def _shared(view: PhraseView, at: int, before: Sequence[Cue]) -> tuple[int | None, How]:
    """Subject of the cue before in the same sentence, else the subject of the sentence."""
    sentence = view.sentences[at]
    for cue in before[:-_FARTHEST:-1]:
        if view.sentences[cue.first] != sentence:
            break
        if cue.subject is not None and cue.how not in ("according", "relative", "owner", "content"):
            return cue.subject, "shared"
    index = _sentence_subject(view, sentence, at)
    if index is None and view.tokens[at].low.endswith("ing"):
        index = _behind_comma(view, at)
    return index, "shared" if index is not None else "none"


def _behind_comma(view: PhraseView, at: int) -> int | None:
    """Subject behind an opening participle: "Speaking in Rome, Lee ..."."""
    for behind in range(at + 1, min(at + _FARTHEST, len(view.tokens))):
        if view.sentences[behind] != view.sentences[at]:
            return None
        if view.tokens[behind].text == "," and behind + 1 in view.heads:
            return view.heads[behind + 1]
    return None


def _sentence_subject(view: PhraseView, sentence: int, limit: int) -> int | None:
    """First mention of the sentence before `limit` that has a verb behind it and no preposition before it."""
    fallback = None
    start = bisect.bisect_left(view.sentences, sentence)
    low = bisect.bisect_left(view.mentions, start, key=lambda mention: mention.last)
    for index in range(low, min(low + _FARTHEST, len(view.mentions))):
        mention = view.mentions[index]
        if mention.last >= limit:
            break
        if view.sentences[mention.first] != sentence or mention.modifier or mention.owner:
            continue
        if after_preposition(view, index):
            continue
        follow = view.tokens[mention.last + 1] if mention.last + 1 < len(view.tokens) else None
        if follow is not None and (follow.tag in _VERBAL or follow.low.endswith(("ed", "s"))):
            return index
        fallback = index if fallback is None else fallback
    return fallback
