"""Words that decide whether two versions of a statement say the same."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.lexicon.cells import some_parts, word, words
from briefgen.lexicon.schema import Table, Words


class Degree(NamedTuple):
    """Words that are equally strong, on a scale whose rows go from strong to weak."""

    scale: str
    words: tuple[str, ...]


class Toll(NamedTuple):
    """Words that tell what befell the people that a report counts; the file explains the rows."""

    what: str
    words: tuple[str, ...]


class Informed(NamedTuple):
    """Phrases that tell of being told before; the file explains the rows."""

    use: str
    phrases: tuple[str, ...]


strength = Table("linking/strength.tsv", Degree, word, words, key=None)
informed = Table("linking/informed.tsv", Informed, word, some_parts)
tolls = Table("linking/tolls.tsv", Toll, word, words)
actors = Words("linking/actors.txt")
degrees = Words("linking/degrees.txt")
first_hand = Words("linking/first_hand.txt")
qualifiers = Words("linking/qualifiers.txt")
second_hand = Words("linking/second_hand.txt")
synonyms = Words("linking/synonyms.txt")
