"""Whether a text is made of known pieces and of nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Pieces:
    """Known pieces of text, by their first sign."""

    def __init__(self, words: Iterable[str]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for one in words:
            if one:
                found[one[0]].add(one)
        self._by_sign: Mapping[str, set[str]] = found

    def at(self, text: str, start: int) -> Iterable[int]:
        """Where the pieces that stand at `start` end."""
        found = self._by_sign.get(text[start], ())
        return (start + len(one) for one in found if text.startswith(one, start))


def is_made_of(text: str, pieces: Iterable[Pieces], *, numbers: bool) -> bool:
    """Whether a text is a row of pieces, each with whole words; `numbers`: or of numbers between them.

    Takes time in proportion to the length of the text and the number of pieces that begin alike.
    """
    known = tuple(pieces)
    reached = [False] * (len(text) + 1)
    reached[0] = True
    for start in range(len(text)):
        if not reached[start]:
            continue
        ends = [end for one in known for end in one.at(text, start)]
        if numbers and text[start].isdigit():
            ends.append(_behind_number(text, start))
        for end in ends:
            reached[end] = reached[end] or not _inside_word(text, end)
    return reached[-1]


def _behind_number(text: str, start: int) -> int:
    while start < len(text) and text[start].isdigit():
        start += 1
    return start


def _inside_word(text: str, at: int) -> bool:
    return at < len(text) and text[at].isalnum() and text[at - 1].isalnum()
