"""Whether a clause tells of what is to come: "will vote", "is due to arrive", "are expected in May"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from briefgen import lexicon
from briefgen.english.tokens import fold
from briefgen.model import Token, Tokens

_UNTIL = frozenset({"until", "till", "through", "throughout"})
_BACK = 14
"""Characters before a date: room for such a word and an article."""
_PAST_AUX = frozenset({"was", "were", "had", "did"})
_MODALS = frozenset({"will", "shall", "would", "'ll", "won't"})


def is_coming(found: Iterable[Token]) -> bool:
    """Whether some of the words of a clause put it into the future or expect it; "May" is a month."""
    low = [fold(token.text) for token in found if not token.text[0].isupper()]
    return any(
        word in _ahead()
        or f"{word} {after}" in _ahead()
        or (after == "to" and word in lexicon.time.intended())
        for word, after in zip(low, (*low[1:], ""), strict=False)
    )


def is_past(found: Iterable[Token]) -> bool:
    """Whether a verb of a clause shows a past form, and none that the present needs an auxiliary for."""
    low = [fold(token.text) for token in found if not token.text[0].isupper()]
    present = {word for word in low if lexicon.grammar.tags().get(word) == "AUX"} - _PAST_AUX
    return not present and any(word.endswith("ed") or word in _past_forms() for word in low)


def is_end(tokens: Tokens, start: int) -> bool:
    """Whether a date at `start` only says until when: "until 2027", "through May"."""
    return any(fold(token.text) in _UNTIL for token in tokens.between(max(start - _BACK, 0), start))


@cache
def _past_forms() -> frozenset[str]:
    """Irregular past forms: those behind the base form, which comes first, without "gives" and "goes"."""
    forms = (form for row in lexicon.grammar.irregular_forms() for form in row.forms[1:])
    return frozenset(form for form in forms if not form.endswith("s") or form == "was")


@cache
def _ahead() -> frozenset[str]:
    """Words and pairs that tell that a date beside them lies ahead; intended things need their "to"."""
    listed = {words for words, direction in lexicon.time.tenses() if direction == "F"}
    return frozenset(listed | _MODALS | {"expected", "scheduled", "due", "planned", "slated"})
