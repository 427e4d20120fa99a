"""Whether a text is made of known pieces and of nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Pieces:
    """Known pieces of text, with the lengths that those have which begin with a sign."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(filter(None, words))
        lengths: dict[str, set[int]] = defaultdict(set)
        for one in self._words:
            lengths[one[0]].add(len(one))
        self._lengths: Mapping[str, set[int]] = lengths

    def at(self, text: str, start: int) -> Iterable[int]:
        """Where the pieces that stand at `start` end."""
        ends = (start + length for length in self._lengths.get(text[start], ()))
        return (end for end in ends if end <= len(text) and text[start:end] in self._words)


def is_made_of(text: str, pieces: Iterable[Pieces], *, numbers: bool) -> bool:
    """Whether a text is a row of pieces, each with whole words; `numbers`: or of numbers between them.

    Takes time in proportion to the length of the text and the number of lengths that pieces have, whatever
    their number: the heads of all documents of a folder are among them.
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
