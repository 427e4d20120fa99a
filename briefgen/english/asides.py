"""What stands among a speaker's words and is no statement: thanks, calls of a chair, notes of an editor."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon
from briefgen.english.expressions import either

_MOST_WORDS = 16
"""Words of what a chair announces; a longer sentence says something, too."""
_MOST_THANKS = 10
"""Words of thanks, and of the line that a record ends with."""
_MOST_FORMULA = 24
"""Words of the formula that a letter or a speech opens with: "I am writing to you about ..."."""
_GOES_ON = re.compile(
    r"\b(?:because|but|that (?:we|you|the)|to (?:ask|urge|request|demand|object|protest|oppose))\b|;"
)
"""With these words such a sentence says something, too."""
_EDGES = " \t\r\n*_-–—[]().:|#"
_CAPACITY = re.compile(r"\bin my (?:national )?capacity as\b|\bin my national capacity\b")
_RESUMES = re.compile(r"\bI (?:now )?resume my (?:functions?|capacity|role) as\b")


def is_aside(sentence: str) -> bool:
    """Whether a sentence thanks, greets, gives somebody the word or tells that a meeting ends."""
    words = sentence.count(" ") + 1
    folded = _folded(sentence)
    if words <= _MOST_THANKS and _starts("courtesy").match(folded):
        return True
    stamp = words <= _MOST_THANKS and not any(ch.islower() for ch in sentence)  # "END 2:40 P.M."
    return (words <= _MOST_WORDS and _starts("procedure").match(folded) is not None) or (
        stamp and _starts("end").match(folded) is not None
    )


def is_formula(sentence: str) -> bool:
    """Whether a sentence is the formula with which a letter or speech opens: "It is good to be here"."""
    folded = _folded(sentence)
    if sentence.count(" ") >= _MOST_FORMULA or not _starts("opening").match(folded):
        return False
    return _GOES_ON.search(folded) is None


def is_note(paragraph: str) -> bool:
    """Whether an editor adds a paragraph: "The interview was conducted in May."."""
    return _starts("note").match(_folded(paragraph)) is not None


def ends(paragraph: str) -> bool:
    """Whether a line tells that the words of the speaker are at their end: "ENDS", "Notes to editors:"."""
    return paragraph.strip(_EDGES).casefold() in _lines() or paragraph.strip() in _lines()


def lists_present(line: str) -> bool:
    """Whether a line lists who takes part: "Present: Anna Lee (Chair), Jan Berg"."""
    fields = tuple(words for words in lexicon.genres.speaker_lines() if words.endswith(":"))
    return line.casefold().lstrip(_EDGES).startswith(fields)


def closes(line: str) -> bool:
    """Whether a line closes a letter: "Yours sincerely,"."""
    return line.strip(_EDGES + ",;").casefold() in lexicon.genres.closings()


def own_capacity(paragraph: str) -> bool:
    """Whether somebody who presides begins to speak for himself: "in my capacity as the envoy of"."""
    return _CAPACITY.search(paragraph) is not None and not resumes(paragraph)


def resumes(paragraph: str) -> bool:
    """Whether he presides again: "I now resume my functions as President"."""
    return _RESUMES.search(paragraph) is not None


def _folded(text: str) -> str:
    return " ".join(text[:200].casefold().replace("’", "'").lstrip(_EDGES).split())


@cache
def _starts(kind: str) -> re.Pattern[str]:
    """The phrases of a kind, at the head of a text in small letters."""
    phrases = [phrase for row in lexicon.genres.asides() if row.kind == kind for phrase in row.phrases]
    return re.compile(rf"(?:{either(phrases)})(?!\w)")


@cache
def _lines() -> frozenset[str]:
    rows = lexicon.genres.asides()
    return frozenset(phrase for row in rows if row.place == "line" for phrase in row.phrases)
