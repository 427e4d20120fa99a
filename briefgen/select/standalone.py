"""Whether a sentence leans on what stands before it, so that it can not be shown alone."""

from __future__ import annotations

import re

from briefgen import lexicon

_MARKS = re.compile(r"[\"“‘'(\[\s]*")
_WORD = re.compile(r"[^\W\d_]+")
_BACKWARD = re.compile(r"[Tt]he ([^\W\d_]+)\b(?! of\b)(?!['’]s\b)")


def leans(text: str) -> bool:
    """Whether a text opens with a pronoun, a connective or a bare "The minister"."""
    start = _MARKS.match(text)
    text = text[start.end() :] if start else text
    word = _WORD.match(text)
    if word and word[0].casefold() in lexicon.grammar.leaning_openers():
        return True
    bare = _BACKWARD.match(text)
    return bare is not None and bare[1] in lexicon.persons.backward()
