"""The place where a report was written, at its head: "LIMA/QUITO —", "BERGEN, Norway, June 3 (Agency) -"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.tags import Tagged, tagged
from briefgen.model import Tokens

_LONGEST = 16  # tokens before the dash
_DATE_TOKENS = 4  # day, month, comma and year
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = frozenset({"—", "–", "-", "--", "―"})
_TAGS = frozenset({"CAP", "NUM", "DATE", "PREP", "CONJ"})


def place_line(tokens: Sequence[Tagged]) -> int:
    """How many tokens of a passage are such a line, or a date alone, with the dash; 0 where there is none.

    A town in capitals or a listed one tells it from "Anna Lee – the minister – said".
    """
    if not tokens or not (tokens[0].tag == "CAP" or _begins_date(tokens)):
        return 0
    end = next((i for i, token in enumerate(tokens[:_LONGEST]) if token.text in _DASHES), 0)
    if not end or end + 1 >= len(tokens) or any(t.tag not in _TAGS and t.tag != "MARK" for t in tokens[:end]):
        return 0
    behind = tokens[end + 1]
    fresh = behind.tag == "QUOTE" or behind.text[0].isupper()
    if tokens[0].tag != "CAP" or _begins_date(tokens):
        return end + 1 if fresh and end <= _DATE_TOKENS and _YEAR.fullmatch(tokens[end - 1].text) else 0
    first = tokens[0].text
    return end + 1 if fresh and ((first.isupper() and len(first) > 2) or _is_place(tokens[:end])) else 0


def _begins_date(tokens: Sequence[Tagged]) -> bool:
    """Whether a passage begins with a day of a month: "10 June 2025 –", "June 10, 2025 –"."""
    first = [token.text.casefold() for token in tokens[:2]]
    months = lexicon.time.months()
    return any(word in months for word in first) and any(word.isdecimal() for word in first)


def behind_place_line(tokens: Tokens, start: int, end: int) -> int:
    """Where the words of a sentence begin behind such a line; `start` where it has none."""
    if _DASHES.isdisjoint(token.text for token in islice(tokens.between(start, end), _LONGEST)):
        return start
    found = tagged(tokens, start, end, (), (start,))
    line = place_line(found)
    return found[line].start if line else start


def _is_place(tokens: Sequence[Tagged]) -> bool:
    name = tokens[0].text
    for token in tokens[1:]:
        if token.tag != "CAP":
            break
        name = f"{name} {token.text}"
    entry = gazetteer.lookup(name)
    return entry is not None and entry.kind in ("place", "state")
