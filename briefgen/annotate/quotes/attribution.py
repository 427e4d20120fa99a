"""Which speech cue governs a quoted stretch, and from which side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefgen.english.cues import Cue
from briefgen.english.mention import Mention
from briefgen.english.passages import Passage
from briefgen.model import Quotation

Side = Literal["trailing", "leading", "colon", "pure", "none"]


class Attribution(NamedTuple):
    """How the reporter's words attach a quoted stretch."""

    side: Side
    """trailing: the cue stands behind it; leading: before it; colon: in the block before, which ends in
    a colon; pure: its sentence holds nothing but quoted words."""
    cue: Cue | None
    distance: int
    """Tokens between cue and stretch."""
    token: int
    """Index of the stretch among the tokens of its passage."""
    subject: Mention | None = None
    """That of the cue; with "colon" it stands in the passage before."""


_TRAILING_REACH = 14
_LEADING_REACH = 40
_MOST_AROUND = 60  # tokens looked at to see that a sentence holds nothing but quotation


def attribute(passage: Passage, stretch: Quotation, text: str, previous: Passage | None) -> Attribution:
    """The cue that governs `stretch`; `previous` is the passage before, for "...: / “...”"."""
    at = passage.token_at(stretch.outer_start)
    trailing = _trailing(passage, stretch, at)
    leading = _leading(passage, at)
    closes_clause = text[stretch.end - 1] in ",?!…—" or text[stretch.outer_end : stretch.outer_end + 1] == ","
    if trailing and (closes_clause or opens_sentence(passage, at) or not leading):
        return Attribution("trailing", *trailing, at, _subject(passage, trailing[0]))
    if leading:
        return Attribution("leading", *leading, at, _subject(passage, leading[0]))
    if at == 0 and previous is not None and _ends_in_colon(previous):
        cue = previous.cues[-1] if previous.cues else None
        return Attribution("colon", cue, 0, at, _subject(previous, cue) if cue else None)
    return Attribution("pure" if _is_pure(passage, stretch, at) else "none", None, 0, at)


def _subject(passage: Passage, cue: Cue) -> Mention | None:
    return None if cue.subject is None else passage.mentions[cue.subject]


def opens_sentence(passage: Passage, at: int) -> bool:
    """Whether nothing but marks stands before token `at` in its sentence."""
    sentence = passage.sentence[at]
    while at > 0 and passage.sentence[at - 1] == sentence:
        at -= 1
        if passage.tokens[at].tag != "MARK":
            return False
    return True


def _trailing(passage: Passage, stretch: Quotation, at: int) -> tuple[Cue, int] | None:
    sentence = passage.sentence_at(stretch.outer_end - 1)
    limit = at + 1
    while limit < len(passage.tokens) and limit <= at + _TRAILING_REACH:
        if passage.tokens[limit].tag == "QUOTE" or passage.sentence[limit] != sentence:
            break
        limit += 1
    for cue in passage.cues_between(at + 1, limit):
        if _belongs_behind(passage, cue, at):
            return cue, cue.first - at
    return None


def _belongs_behind(passage: Passage, cue: Cue, at: int) -> bool:
    """The subject of a trailing cue stands behind the quotation too, right next to it."""
    if cue.kind == "think" and cue.how != "adjacent":
        return False
    if cue.subject is None:
        return cue.first - at <= 2
    head = passage.mentions[cue.subject].head
    first = min(head, cue.first)
    return head > at and all(t.tag in ("MARK", "ADV") for t in passage.tokens[at + 1 : first])


def _leading(passage: Passage, at: int) -> tuple[Cue, int] | None:
    before = passage.cues_between(max(at - _LEADING_REACH, 0), at)
    if not before or passage.sentence[before[-1].first] != passage.sentence[at]:
        return None
    return before[-1], at - before[-1].last


def _ends_in_colon(passage: Passage) -> bool:
    return bool(passage.tokens) and passage.tokens[-1].text == ":"


def _is_pure(passage: Passage, stretch: Quotation, at: int) -> bool:
    low, high = passage.tokens_of(passage.sentence[at], passage.sentence_at(stretch.outer_end - 1))
    low, high = max(low, at - _MOST_AROUND), min(high, at + _MOST_AROUND)
    return all(token.tag in ("QUOTE", "MARK") for token in passage.tokens[low:high])


def attribute_all(
    passage: Passage, found: Sequence[Quotation], text: str, previous: Passage | None
) -> list[Attribution]:
    """Attributions of all stretches of a passage, in order."""
    return [attribute(passage, stretch, text, previous) for stretch in found]
