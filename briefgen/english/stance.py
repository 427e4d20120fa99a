"""Whether words take a stand: they deny, or say what will, shall or must be done."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon
from briefgen.english.negation import denial


def denies(words: str) -> bool:
    """Whether something is denied or refused."""
    return denial(_plain(words)) is not None


def intends(words: str) -> bool:
    """Whether somebody says what will, shall or must be done."""
    return _intention().search(_plain(words)) is not None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


@cache
def _intention() -> re.Pattern[str]:
    listed = sorted(lexicon.saying.intentions(), key=len, reverse=True)
    found = "|".join(map(re.escape, listed))
    return re.compile(rf"(?:\b|(?='))(?:{found})\b")
