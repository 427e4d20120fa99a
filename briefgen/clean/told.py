"""Whether a line that begins like a notice, a credit or a menu is a sentence of the text all the same."""

from __future__ import annotations

import re

from briefgen import lexicon

_SENTENCE_WORDS = 8
_TELLING = 4
"""Words in small letters beside those of grammar; a line of credits has names and up to three."""
_BETWEEN_WORDS = re.compile(r"[^\w'-]+")
_ENDS = ".!?\"')"
_OPEN = frozenset({"furniture", "archived", "disclaimer"})
"""Labels of notices, which speak to the reader or of themselves; one that does neither tells something."""
_FIELD = "export-field"
_LAST_CLAUSE = re.compile(r",([^,]{3,60})\.$")
"""Where an attribution stands: "..., officials said on Monday."."""


def is_told(text: str, label: str, rule: str, phrase: str) -> bool:
    """Whether a line under a rule for lines that begin with `phrase` tells something.

    It is a sentence of some words, and an attribution ends it; or it speaks neither to the reader nor of the
    page, and has the words of prose.
    """
    if text.count(" ") + 1 < _SENTENCE_WORDS or text.rstrip("”’»")[-1:] not in _ENDS:
        return False
    if rule == _FIELD:
        return is_attributed(text)
    words = _BETWEEN_WORDS.split(text.casefold().replace("’", "'"))
    if not lexicon.furniture.reader_words().isdisjoint(words):
        return False
    if label == "furniture" or is_attributed(text):
        return True
    if phrase.endswith(":") or not lexicon.furniture.notice_words().isdisjoint(words):
        return False
    return label in _OPEN or _telling_words(text) >= _TELLING


def is_attributed(text: str) -> bool:
    """Whether a sentence ends with who said it: "..., officials said on Monday."."""
    clause = _LAST_CLAUSE.search(text)
    return clause is not None and not lexicon.saying.forms().isdisjoint(clause[1].casefold().split())


def _telling_words(text: str) -> int:
    grammar = lexicon.furniture.grammar_words()
    words = (word.strip("\"'“”‘’(),;:.!?") for word in text.split())
    return sum(word.islower() and word not in grammar for word in words)
