"""Who asks among the voices of a text: an interviewer's label, a question in bold, a dash before a turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.english.label_heads import LabelHead, SpeakerLabel, is_presiding, listed_kind
from briefgen.english.questions import ends_asking

Labels = list[SpeakerLabel | None]
"""For every line the label it opens with."""

_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)\1\s*$", re.DOTALL)
_DASH = re.compile(r"[–—-]\s+(?=\S)")
_FEWEST_ASKED = 3
"""Turns by which an interviewer is known; two where but two voices speak."""
_MOST_OF_TALK = 4
"""Voices of an interview."""
_LONGEST_ASKER = 5
"""Words of the name of an outlet."""
_LONGEST_INITIALS = 2
"""Letters of an abbreviated title that may be somebody's initials."""
_FEWEST = 2
"""Questions without a label that make an interview."""


def asking(lines: Sequence[str], found: Labels, keys: Sequence[str]) -> Labels:
    """With the labels of an interviewer, half of whose turns are questions, as such: "Harbour Post: Why?"."""
    spoken = [key for key, one in zip(keys, found, strict=True) if one and one.kind == "speaker"]
    turns = Counter(spoken)
    if len(turns) > _MOST_OF_TALK:
        return found  # a sitting: members ask, too, and what they say is theirs
    asked = Counter(
        keys[n]
        for n, one in enumerate(found)
        if one and one.kind == "speaker" and ends_asking(_turn(lines, n, one))
    )
    least = 2 if len(turns) == 2 and not any(asked[key] == 0 for key in spoken[:1]) else _FEWEST_ASKED
    askers = {
        key for key in turns if turns[key] >= least and 2 * asked[key] >= turns[key] and not _is_office(key)
    }
    if len(askers) == len(turns):
        return found  # nobody would answer
    return [
        one._replace(kind="question") if one and one.kind == "speaker" and key in askers else one
        for one, key in zip(found, keys, strict=True)
    ]


def put_to_one(
    lines: Sequence[str], found: Labels, heads: Sequence[LabelHead | None], keys: Sequence[str]
) -> Labels:
    """With those who ask the main voice of a text, each by another name: "Reuters: Will you ...?".

    A member of a house has a title or a seat in brackets somewhere; what he asks is his own.
    """
    turns = Counter(key for key, one in zip(keys, found, strict=True) if one and one.kind == "speaker")
    main, often = next(iter(turns.most_common(1)), ("", 0))
    if often < _FEWEST:
        return found
    seated = {key for key, one in zip(keys, heads, strict=True) if one and one.bracket}
    asked = {
        n: one
        for n, one in enumerate(heads[:-1])
        if one is not None
        and one.close == "colon"
        and keys[n] not in seated
        and _is_asker(keys[n], main)
        and keys[n + 1] == main
        and ends_asking(lines[n])
    }
    told = Counter(keys[n] for n in asked)
    asked = {n: one for n, one in asked.items() if told[keys[n]] == turns.get(keys[n], told[keys[n]])}
    if len(asked) < _FEWEST:
        return found
    return [
        SpeakerLabel("question", asked[n].start, asked[n].last, asked[n].words) if n in asked else one
        for n, one in enumerate(found)
    ]


def _is_asker(key: str, main: str) -> bool:
    """Whether the words before a colon may be an outlet's or a reporter's name."""
    if key == main or len(key.split()) > _LONGEST_ASKER or _is_office(key):
        return False
    return listed_kind(key) is None


def _turn(lines: Sequence[str], n: int, label: SpeakerLabel) -> str:
    """The first words of a turn: those behind its label, or the next line."""
    return lines[n] if label.words < len(lines[n].rstrip()) else "".join(lines[n + 1 : n + 2])


def _is_office(key: str) -> bool:
    """Whether a title names the voice: who bears one answers. "Speaker 1" bears none, nor does "FR"."""
    words = key.split()
    if len(words) == 1 and len(key) <= _LONGEST_INITIALS:
        return False
    return not words[-1].isdigit() and any(word.rstrip(".") in lexicon.persons.titles() for word in words)


def in_bold(lines: Sequence[str]) -> Labels:
    """Paragraphs in bold or italics, as interviews print what was asked, where half are questions.

    What has another mark than most questions is an editor's: a lead in italics over questions in bold.
    """
    marks = [match[1] if (match := _BOLD.match(line.strip())) else "" for line in lines]
    usual = Counter(mark for line, mark in zip(lines, marks, strict=True) if mark and ends_asking(line))
    most = next((mark for mark, _ in usual.most_common(1)), "")
    bold = [_bold(line) if mark == most else None for line, mark in zip(lines, marks, strict=True)]
    asked = sum(ends_asking(line) for line, one in zip(lines, bold, strict=True) if one)
    enough = asked >= _FEWEST and 2 * asked >= sum(one is not None for one in bold)
    return bold if enough else [None] * len(lines)


def _bold(line: str) -> SpeakerLabel | None:
    match = _BOLD.match(line.strip())
    if match is None or len(match[2]) < 8 or match[1] in match[2]:
        return None
    at = line.index(match[2][:8])
    return SpeakerLabel("question", at, at, at)


def dashes(lines: Sequence[str]) -> Labels:
    """Turns that open with a dash, as some newspapers print them: by turns a question and its answer.

    Where only questions have a dash the answers have no label. A list has too few questions to be taken.
    """
    found: Labels = [None] * len(lines)
    where = [n for n, line in enumerate(lines) if _DASH.match(line)]
    asked = [n for n in where if ends_asking(lines[n])]
    if len(asked) < _FEWEST or 3 * len(asked) < len(where) or where[0] not in asked:
        return found
    both = len(where) > len(asked)
    for count, n in enumerate(where):
        match = _DASH.match(lines[n])
        at = match.end() if match else 0
        found[n] = SpeakerLabel("answer" if both and count % 2 else "question", at, at, at)
    odd = sum(one is not None and one.kind == "answer" for one in (found[n] for n in asked))
    return found if not odd else [None] * len(lines)


def presiding(lines: Sequence[str], found: Labels, keys: Sequence[str]) -> Labels:
    """With whoever leads a sitting as such: "The President" of a council is no president who speaks."""
    return [
        one._replace(kind="procedure") if one and one.kind == "speaker" and is_presiding(key) else one
        for one, key in zip(found, keys, strict=True)
    ]
