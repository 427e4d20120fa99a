"""What may be the label of a turn at the head of one line: "MR. KIRBY:", "Mr. Olde (Norway):", "Q".

Whether it is one, the whole text decides: `speaker_labels`.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.english.marks import ends_sentence

LabelKind = Literal["speaker", "question", "answer", "procedure"]
LabelClose = Literal["colon", "dash", "stop", "bare", "alone", "side"]


class SpeakerLabel(NamedTuple):
    """What stands before the words of a turn; offsets into the line."""

    kind: LabelKind
    start: int
    end: int
    """Of the words that name who speaks, with a state or name in brackets behind; `start == end` where nobody
    is named: "Q", a question in bold."""
    words: int
    """Where the words of the turn begin."""


class LabelHead(NamedTuple):
    """A line that may begin with a label."""

    start: int
    end: int
    """Of the name."""
    last: int
    """The end of the brackets that tell more of it, else `end`."""
    words: int
    bracket: str
    """What stands in these brackets."""
    capitals: bool
    close: LabelClose
    """What ends it; "bare" is nothing but brackets, "alone" nothing at all, "side" an office behind two
    dashes ("Anna Olde -- Chief Executive"): lines of their own."""

    @property
    def bare(self) -> bool:
        """Whether the words come on the next line: "A line that names an office (Anna Olde)"."""
        return self.close in ("bare", "alone", "side")


_BEFORE = re.compile(
    r"(?:[\s>*_#]+|(?P<time>[\[(]{0,2}\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[)\]]{0,2}\s+)|\d{1,3}\.\s+)*"
)
"""Marks of Markdown, a running time, the number of a question."""
_BRACKET = re.compile(r"[*_]*\s*[(\[]((?:[^()\[\]]|\([^()]{1,60}\)){1,120})[)\]]")
_CLOSE = re.compile(r"[\s*_]*:[*_]*(?=\s|$)|\.?[*_]{1,3}:?(?=\s|$)")
_DASHED = re.compile(r"[*_]{0,3}\.?[*_]{0,3}\s[–—-]\s")
"""Behind the name in printed debates: "Anna Olde (PPE). – Mr President"."""
_ASKS = re.compile(r"\s(?:asks|asked|answers|replies|says)(?=:)")
_STOP = re.compile(r"\.\s+(?=[A-Z“\"])")
"""Behind a surname in capitals: "Mr. OLDE. I rise"."""
_REMARK = re.compile(r"[(\[][^()\[\]]{1,120}[)\]]:\s*|[–—]\s")
"""Between a label in bold and the words: "**The President** (in French): I give", "**President.** – The"."""
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*|#?\d{1,2}\b(?!:\d)")
_GAP = re.compile(r",?[ \t\xa0]+|[ \t\xa0]*&[ \t\xa0]*|/")
_SINGLE = re.compile(r"(Q|A)(\d{0,2})(?:[.:)]\s+|\s{2,}|\t)(?=\S)|(Q)\s(?=[A-Z“\"(])")
_LINE_END = re.compile(r"[\s*_]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[\s*_]*$")
"""A line that holds a name alone, or with a running time behind it."""
_TIME_BEHIND = re.compile(r"\w[*_]*\s+\d{1,2}:\d{2}(?::\d{2})?[\s*_]*$")
SIDE_DASH = re.compile(r"\s+(?:--|–|—)\s+")
"""Between a name and an office on a line of their own: "Anna Olde -- Chief Executive"."""
_SIDE = re.compile(rf"{SIDE_DASH.pattern}([A-Z].*)$")
_MOST_WORDS = 9
_MOST_CHARS = 120
_LINKS = lexicon.persons.particles() | {"of", "for", "and", "the", "on", "behalf", "in", "to"}
_TITLES = lexicon.persons.label_words()


def single(line: str) -> SpeakerLabel | None:
    """ "Q" and "A" with a colon, a stop or a wide gap."""
    start = _start(line)
    match = _SINGLE.match(line, start)
    if match is None:
        return None
    kind: LabelKind = "answer" if match[1] == "A" else "question"
    return SpeakerLabel(kind, start, start, _words(line, match.end()))


def head(line: str) -> LabelHead | None:
    """The possible label of a line: capitalised words, brackets, and a colon or what stands for it."""
    start = _start(line)
    end = _listed_end(line, start) or _name_end(line, start)
    if end == start:
        return None
    at, last, brackets = end, end, []
    while match := _BRACKET.match(line, at):
        at = match.end()
        if match[1][0].isupper():  # not "(in Russian)"
            brackets.append(match[1])
            last = at
    close, words = _close(line, start, end, at, brackets=bool(brackets))
    if close is None:
        return None
    last = len(line.rstrip()) if close == "side" else last
    return LabelHead(start, end, last, words, " ".join(brackets), _is_shouted(line[start:end]), close)


def _close(line: str, start: int, end: int, at: int, *, brackets: bool) -> tuple[LabelClose | None, int]:
    """What ends a label with a name up to `end` and brackets up to `at`, and where its words begin."""
    colon = _CLOSE.match(line, at)
    dashed = _DASHED.match(line, at)
    if dashed and (brackets or "," in line[start:end] or is_presiding(line[start:end])):
        return "dash", _words(line, dashed.end())
    if colon and (":" in colon.group() or line[:start].strip(" \t") != ""):
        remark = _REMARK.match(line, _words(line, colon.end()))
        return "colon", _words(line, remark.end() if remark else colon.end())
    if asks := _ASKS.match(line, at):
        return "colon", _words(line, asks.end() + 1)
    shouted = _is_shouted(line[start:end]) and is_titled(line[start:end])
    chair = line[end - 2 : end].isupper() and is_presiding(line[start:end])  # "The Acting CHAIR."
    if (stop := _STOP.match(line, at)) and (shouted or chair):
        return "stop", _words(line, stop.end())
    if _LINE_END.match(line, at):
        return ("bare" if brackets else "alone"), len(line)
    if (side := _SIDE.match(line, at)) and len(side[1].split()) <= _MOST_WORDS and not ends_sentence(line):
        return "side", len(line)
    return None, 0


def is_presiding(name: str) -> bool:
    """Whether the words are the office of whoever leads a sitting: "President", "The Chair"."""
    return listed_kind(name) in ("procedure", "presiding")


def listed_kind(name: str) -> str | None:
    """What a label is that genres/labels.tsv lists: "question", "procedure", "field" ...; None for others."""
    return lexicon.genres.label_kinds().get(_folded(name))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def key_of(line: str, one: LabelHead) -> str:
    """The name in small letters, by which its turns are told."""
    return _folded(line[one.start : one.end])


def is_timed(line: str) -> bool:
    """Whether a running time stands before the head of a line, or behind all that it holds."""
    before = _BEFORE.match(line)
    return (before is not None and before["time"] is not None) or _TIME_BEHIND.search(line) is not None


def _start(line: str) -> int:
    match = _BEFORE.match(line)
    return match.end() if match else 0


def _words(line: str, at: int) -> int:
    while at < len(line) and (line[at].isspace() or line[at] in "*_"):
        at += 1
    return at


def _listed_end(line: str, start: int) -> int | None:
    """The end of a label that is listed: "Some hon. members:" has small words in it."""
    colon = line.find(":", start, start + _MOST_CHARS)
    end = colon if colon < 0 else start + len(line[start:colon].rstrip("*_ "))
    return end if end > start and listed_kind(line[start:end]) else None


def _name_end(line: str, start: int) -> int:
    """Where capitalised words and the small ones between them end; `start` when there are none."""
    at, end, count = start, start, 0
    while count < _MOST_WORDS and (match := _WORD.match(line, at)) and at - start < _MOST_CHARS:
        word = match.group()
        small = word.rstrip(".").casefold() in _LINKS
        if not (word[0].isupper() or word.lstrip("#")[0].isdigit() or (small and count)):
            break
        count += 1
        if not small or (word[0].isupper() and count == 1):
            end = match.end()
        gap = _GAP.match(line, match.end())
        if gap is None or (word[-1] == "." and not _is_short(word)):
            break
        at = gap.end()
    return end - 1 if line[end - 1 : end] == "." and end > start and not _is_short(line[start:end]) else end


def _is_short(name: str) -> bool:
    """Whether the stop at the end belongs to an abbreviation ("Jr.")."""
    last = name.split()[-1].rstrip(".")
    known = lexicon.persons.abbreviations()
    if len(last) == 1 or last in known:
        return True
    return last.casefold() in known and (
        last.casefold() in lexicon.persons.courtesies() or not last.isupper()
    )


def _is_shouted(name: str) -> bool:
    """The same of "Ms. O’HARA of Texas" too."""
    return _shouted(name) or _shouted(name.rpartition(" of ")[0])


def _shouted(name: str) -> bool:
    """Whether all words are capitals, apart from a courtesy title, particles and "Mc"."""
    words = [w for w in name.split() if w.rstrip(".").casefold() not in _LINKS]
    last = words[-1] if words else ""
    letters = re.sub(r"^(?:Mc|Mac|O’|O'|De|Le|La)(?=[A-Z])", "", last)
    if len(re.sub(r"\W", "", letters)) < 2 or not letters.isupper():
        return False
    return all(w.isupper() or w.rstrip(".").casefold() in _TITLES for w in words[:-1])


def is_office(line: str) -> bool:
    """Whether a line ends in the noun of an office and so names no person: "United States Senator"."""
    return is_titled(line.split()[-1]) if line.split() else False


def is_titled(name: str) -> bool:
    """Whether a title or the noun of an office stands in a name: "Minister Olde"."""
    words = [word.rstrip(".").casefold() for word in name.split()]
    return any(word in _TITLES or word.rpartition("-")[0] in _TITLES for word in words)


def is_addressee(line: str) -> bool:
    """Whether a line says to whom a letter goes: "To the Minister for Health, Anna Olde"."""
    return line.startswith(("To ", "To: ")) and is_titled(line) and not ends_sentence(line)


def is_shouted_office(line: str) -> bool:
    """Whether a line is a name in capitals with an office behind a comma: "ANNA OLDE, CHAIR"."""
    name, comma, office = line.strip().partition(",")
    words = name.split()
    person = len(words) > 1 and words[0].casefold() in lexicon.persons.given_names()
    return bool(comma) and line.isupper() and person and is_titled(office)
