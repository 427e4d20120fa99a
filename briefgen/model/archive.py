"""What is known of a folder of many documents beside those that a topic uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MANY = 100
"""Files or documents from which a folder is an archive. Fewer are annotated in a few seconds, and a memo can
name all of them."""


@dataclass(frozen=True, eq=False)
class Archive:
    """A folder of which a corpus holds only the documents that have most to do with a topic."""

    read: tuple[tuple[str, str], ...]
    """File and SHA-256 of every document, in reading order."""
    touching: int
    """Documents that have words of the topic; of these the corpus holds the nearest."""
    texts: int
    """Documents in which words are counted: those in English."""
    foreign: int
    """Documents in other languages, which are not read."""
    mean: float
    """Words that carry a topic in such a document, on average."""
    holders: Callable[[str], int]
    """In how many of them a stem stands."""
