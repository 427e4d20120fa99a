"""Whether a paragraph is a question put to somebody, as interviews print them without a label."""

from __future__ import annotations

import re

from briefgen.english.first_person import speaks

LONGEST = 60
"""Words; a longer paragraph that ends in a question mark is an answer."""
LONGEST_PUT = 40
"""The same of one that puts something to "you" without a question mark."""
_YOU = re.compile(r"\b[Yy]ours?(?:elf)?\b|\b[Yy]ou\b")
_CLOSERS = '*_”"’) '


def ends_asking(line: str) -> bool:
    """Whether a line asks in words of its own; a question in quotation marks at its end is another's."""
    return line.rstrip("*_ ").endswith("?")


def asks(paragraph: str) -> bool:
    """Whether a paragraph is short and ends in a question mark."""
    return paragraph.rstrip(_CLOSERS).endswith("?") and paragraph.count(" ") < LONGEST


def addresses(paragraph: str) -> bool:
    """Whether "you" or "your" stands in it."""
    return _YOU.search(paragraph) is not None


def puts(paragraph: str) -> bool:
    """Whether it holds something against whoever answers: "Your colleague says that you are dreaming."."""
    return addresses(paragraph) and not speaks(paragraph) and paragraph.count(" ") < LONGEST_PUT
