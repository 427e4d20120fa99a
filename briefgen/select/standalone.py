"""Passages that can be shown alone: no opening that leans on what stands before, every quotation whole
and with the name of its speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefgen import lexicon

_MARKS = re.compile(r"[\"“‘'(\[\s]*")
_WORD = re.compile(r"[^\W\d_]+")
_BACKWARD = re.compile(r"[Tt]he ([^\W\d_]+)\b(?! of\b)(?!['’]s\b)")
_QUOTED = re.compile(r'"[^"]*"|“[^“”]*”')
_FEWEST = 4  # words that must be left beside a quotation for it to name somebody
_PRONOUN = r"(?:he|she|they|it|i|we|you)"
_BETWEEN = 80  # characters between a name and its verb of speech
_LONGEST = 3  # sentences of a passage


@cache
def _verbs() -> str:
    return "|".join(sorted(lexicon.saying.forms()))


@cache
def _by_pronoun() -> re.Pattern[str]:
    verbs = _verbs()
    return re.compile(rf"\b(?:{_PRONOUN} (?:\w+ )?(?:{verbs})|(?:{verbs}) {_PRONOUN})\b", re.IGNORECASE)


@cache
def _by_name() -> re.Pattern[str]:
    """A verb of speech before a name, or a name before it; a pronoun's capital is none."""
    name = rf"(?!{_PRONOUN.title()}\b|But\b|And\b)[A-Z][\w.’'-]+"
    after = rf"\b(?:{_verbs()})\W+(?:the |[A-Z])"
    return re.compile(rf"{after}|\b{name}[^.!?]{{0,{_BETWEEN}}}? (?:{_verbs()})\b|\b[Aa]ccording to \w")


def leans(text: str) -> bool:
    """Whether a text opens with a pronoun, a connective or a bare "The minister"."""
    start = _MARKS.match(text)
    text = text[start.end() :] if start else text
    word = _WORD.match(text)
    if word and word[0].casefold() in lexicon.grammar.leaning_openers():
        return True
    bare = _BACKWARD.match(text)
    return bare is not None and bare[1] in lexicon.persons.backward()


def unbalanced(text: str) -> bool:
    """Whether a quotation begins or ends outside the text."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def speakerless(text: str) -> bool:
    """Whether a text shows quoted words and names nobody who says them: "she said" alone, or nothing."""
    outside, quotations = _QUOTED.subn(" ", text)
    if not quotations or _by_name().search(outside):
        return False
    return len(outside.split()) < _FEWEST or bool(_by_pronoun().search(outside))


def passages(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The shortest passages of one paragraph that stand alone, from each sentence that can open one.

    A sentence that leans on the one before comes with it; a quotation comes whole. `sentences` are
    offsets into `text`, and so are the passages.
    """
    for first, (start, _) in enumerate(sentences):
        before = text[sentences[0][0] : start]
        if leans(text[start:]) or unbalanced(before):
            continue
        ends = [end for _, end in sentences[first : first + _LONGEST]]
        whole = [end for end in ends if not unbalanced(text[start:end]) and not speakerless(text[start:end])]
        if whole:
            yield start, whole[0]
        following = first + ends.index(whole[0]) + 1 if whole else len(sentences)
        if following < len(sentences) and leans(text[sentences[following][0] :]) and len(whole) > 1:
            yield start, whole[1]
