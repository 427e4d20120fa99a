"""Words in marks that nobody quotes: what somebody was asked, in the words of the reporter."""

from __future__ import annotations

from briefgen.annotate.quotes.attribution import Attribution
from briefgen.english.passages import Passage
from briefgen.english.tags import lemma

_REACH = 14
"""Tokens between "asked whether" and the words in marks."""
_ASKING = frozenset({"whether", "if", "about", "how", "why", "what", "when", "who", "where", "over", "on"})
_OF_TEXT = frozenset({":", ";"})


def is_asked(passage: Passage, at: int, attribution: Attribution) -> bool:
    """Whether the quoted token `at` is part of a question told in the reporter's words: "asked whether he
    feared “retaliation”", "Asked about “the ban”, Tran said"."""
    tokens = passage.tokens
    here = attribution.cue is not None and attribution.side != "colon"  # else it is the block before's
    if here and attribution.cue is not None and lemma(tokens[attribution.cue.first]) == "ask":
        return False  # "“Why?” a reporter asked" quotes whoever asks
    for back in range(at - 1, max(at - _REACH, 0) - 1, -1):
        token = tokens[back]
        if passage.sentence[back] != passage.sentence[at] or token.tag == "QUOTE" or token.text in _OF_TEXT:
            return False
        if token.low in ("asked", "asks", "asking"):
            return back + 1 < len(tokens) and tokens[back + 1].low in _ASKING
        if token.text == ",":
            return False
    return False
