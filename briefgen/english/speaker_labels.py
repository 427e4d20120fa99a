"""The label that opens a speaker's turn: "MR. KIRBY:", "THE PRESIDENT:", "Q", "Mr. Olde (Norway):".

A colon makes no speaker. What stands before it must look like one: capitals throughout, a title, a body or
state in brackets, or words that come back before other turns. `labels` looks at a whole text at once,
because one line alone does not tell "Anna Olde:" from "Good news:".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer

LabelKind = Literal["speaker", "question", "answer", "procedure"]


class SpeakerLabel(NamedTuple):
    """What stands before the words of a turn; offsets into the line."""

    kind: LabelKind
    start: int
    end: int
    """Of the words that name who speaks, with a state or name in brackets behind; `start == end` where nobody
    is named: "Q", a question in bold."""
    words: int
    """Where the words of the turn begin."""


class _Head(NamedTuple):
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
    bare: bool
    """No colon: "Q  Will you ...", "A line that names an office (Anna Olde)"."""


_BEFORE = re.compile(r"(?:[\s>*_#]+|(?P<time>[\[(]{0,2}\d{1,2}:\d{2}(?::\d{2})?[)\]]{0,2}\s+)|\d{1,3}\.\s+)*")
"""Marks of Markdown, a running time, the number of a question."""
_BRACKET = re.compile(r"\s*[(\[]((?:[^()\[\]]|\([^()]{1,60}\)){1,120})[)\]]")
_CLOSE = re.compile(r"[\s*_]*:[*_]*(?=\s|$)|[*_]{1,3}:?(?=\s|$)")
_DASHED = re.compile(r"\.\s[–—-]\s")
"""Behind the name in printed debates: "Anna Olde (PPE). – Mr President"."""
_STOP = re.compile(r"\.\s+(?=[A-Z“\"])")
"""Behind a surname in capitals: "Mr. OLDE. I rise"."""
_WORD = re.compile(r"[^\W\d_][\w’'.-]*|\d{1,2}")
_GAP = re.compile(r",?[ \t\xa0]+|[ \t\xa0]*&[ \t\xa0]*|/")
_SINGLE = re.compile(r"(Q|A)(\d{0,2})(?:[.:)]\s+|\s{2,}|\t)(?=\S)|(Q)\s(?=[A-Z“\"(])")
_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)\1\s*$", re.DOTALL)
_MOST_WORDS = 9
_MOST_CHARS = 120
_TOLD_SHARE = 0.8
"""Turns that must end as sentences do; a transcript has cut ones, a list of links or goods little else."""
_FEWEST_ASKED = 3
"""Turns by which an interviewer is known."""
_MOST_OF_TALK = 4
"""Voices of an interview."""
_FEWEST = 2
"""Labels that a text must have; one alone is a heading or a quotation."""


def labels(lines: Sequence[str]) -> tuple[SpeakerLabel | None, ...]:
    """For every line (a paragraph) of a text the label it opens with; all None when it has no turns."""
    heads = [_head(line) for line in lines]
    found = [_single(line) for line in lines]
    keys = [_key(line, head) if head else "" for line, head in zip(lines, heads, strict=True)]
    often = Counter(key for key in keys if key)
    marked = sum(head is not None and bool(head.bracket) and not head.bare for head in heads) >= _FEWEST
    strong = [
        head is not None and _is_strong(line, head, key, often, marked=marked)
        for line, head, key in zip(lines, heads, keys, strict=True)
    ]
    styles = {head.capitals for head, sure in zip(heads, strong, strict=True) if head and sure}
    sure_ones = sum(strong)
    for n, (line, head, key) in enumerate(zip(lines, heads, keys, strict=True)):
        if found[n] is None and head is not None:
            alike = sure_ones >= _FEWEST and head.capitals in styles and not head.bare and _names(line, head)
            if strong[n] or alike:
                found[n] = SpeakerLabel(_kind(key), head.start, head.last, head.words)
    found = _asking(lines, found, keys)
    bold = [_bold(line) for line in lines]
    asking = sum(line.rstrip("*_ ").endswith("?") for line, one in zip(lines, bold, strict=True) if one)
    if asking >= _FEWEST and 2 * asking >= sum(one is not None for one in bold):
        found = [one or other for one, other in zip(found, bold, strict=True)]
    return tuple(found) if _is_talk(lines, found, keys) else (None,) * len(lines)


def _is_talk(lines: Sequence[str], found: Sequence[SpeakerLabel | None], keys: Sequence[str]) -> bool:
    """Whether labels make a talk: two voices or a question, and words that end as sentences do.

    One voice alone under one heading is a list ("Update: ...", "Update: ...").
    """
    told = [(one, line, key) for one, line, key in zip(found, lines, keys, strict=True) if one]
    ended = sum(one.words >= len(line.rstrip()) or _is_told(line) for one, line, _ in told)
    speakers = {key for one, _, key in told if one.kind == "speaker"}
    others = {one.kind for one, _, _ in told if one.kind in ("question", "answer")}
    if len(told) < _FEWEST or ended < _TOLD_SHARE * len(told) or not (speakers or others):
        return False
    return len(speakers) + len(others) >= _FEWEST or any(map(_titled, speakers)) or bool(others)


def _asking(
    lines: Sequence[str], found: Sequence[SpeakerLabel | None], keys: Sequence[str]
) -> list[SpeakerLabel | None]:
    """With the labels of an interviewer, half of whose turns are questions, as such: "Harbour Post: Why?"."""
    told = {key for key, one in zip(keys, found, strict=True) if one and one.kind == "speaker"}
    if len(told) > _MOST_OF_TALK:
        return list(found)  # a sitting: members ask, too, and what they say is theirs
    turns = Counter(key for key, one in zip(keys, found, strict=True) if one and one.kind == "speaker")
    asked = Counter(
        key
        for key, one, line in zip(keys, found, lines, strict=True)
        if one and one.kind == "speaker" and line.rstrip("*_ ").endswith("?")
    )
    asking = {
        key
        for key in turns
        if turns[key] >= _FEWEST_ASKED
        and 2 * asked[key] >= turns[key]
        and not any(word.rstrip(".") in lexicon.persons.titles() for word in key.split())
    }
    return [
        one._replace(kind="question") if one and one.kind == "speaker" and key in asking else one
        for one, key in zip(found, keys, strict=True)
    ]


def _single(line: str) -> SpeakerLabel | None:
    """ "Q" and "A" with a colon, a stop or a wide gap."""
    start = _start(line)
    match = _SINGLE.match(line, start)
    if match is None:
        return None
    kind: LabelKind = "answer" if match[1] == "A" else "question"
    return SpeakerLabel(kind, start, start, _words(line, match.end()))


def _head(line: str) -> _Head | None:
    """The possible label of a line: capitalised words, brackets, and a colon or what stands for it."""
    start = _start(line)
    end = _name_end(line, start)
    if end == start:
        return None
    at, last, brackets = end, end, []
    while match := _BRACKET.match(line, at):
        at = match.end()
        if match[1][0].isupper():  # not "(in Russian)"
            brackets.append(match[1])
            last = at
    capitals, bracket = _is_shouted(line[start:end]), " ".join(brackets)
    close = _CLOSE.match(line, at)
    if close and (":" in close.group() or line[:start].strip(" \t") != ""):
        return _Head(start, end, last, _words(line, close.end()), bracket, capitals, bare=False)
    dashed = _DASHED.match(line, at) if brackets else None
    stop = _STOP.match(line, at) if capitals and _titled(line[start:end]) else None
    for found in (dashed, stop):
        if found:
            return _Head(start, end, last, _words(line, found.end()), bracket, capitals, bare=False)
    if brackets and at == len(line.rstrip()):
        return _Head(start, end, last, len(line), bracket, capitals, bare=True)
    return None


def _start(line: str) -> int:
    match = _BEFORE.match(line)
    return match.end() if match else 0


def _words(line: str, at: int) -> int:
    while at < len(line) and (line[at].isspace() or line[at] in "*_"):
        at += 1
    return at


def _name_end(line: str, start: int) -> int:
    """Where capitalised words and the small ones between them end; `start` when there are none."""
    at, end, count = start, start, 0
    while count < _MOST_WORDS and (match := _WORD.match(line, at)) and at - start < _MOST_CHARS:
        word = match.group()
        small = word.rstrip(".").casefold() in _LINKS
        if not (word[0].isupper() or word[0].isdigit() or (small and count)):
            break
        count += 1
        if not small or (word[0].isupper() and count == 1):
            end = match.end()
        gap = _GAP.match(line, match.end())
        if gap is None or (word[-1] == "." and not _is_short(word)):
            break
        at = gap.end()
    return end - 1 if line[end - 1 : end] == "." and end > start and not _is_short(line[start:end]) else end


_LINKS = lexicon.persons.particles() | {"of", "for", "and", "the", "on", "behalf", "in", "to"}
_BODIES = lexicon.names.institutions()
_TITLES = lexicon.persons.titles() | frozenset(
    noun for row in lexicon.persons.table() if row.kind != "party" for noun in row.nouns
)


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


def _titled(name: str) -> bool:
    words = [word.rstrip(".").casefold() for word in name.split()]
    return any(word in _TITLES for word in words)


def _key(line: str, head: _Head) -> str:
    return " ".join(line[head.start : head.end].casefold().split())


def _kind(key: str) -> LabelKind:
    kinds: dict[str, LabelKind] = {"question": "question", "answer": "answer", "procedure": "procedure"}
    return kinds.get(lexicon.genres.label_kinds().get(key, ""), "speaker")


def _is_strong(line: str, head: _Head, key: str, often: Counter[str], *, marked: bool) -> bool:
    """Whether a head is a label by itself: a title or office, brackets (`marked`: other heads have them too),
    a running time before it, or the same words again."""
    kind = lexicon.genres.label_kinds().get(key)
    if kind == "field":
        return False
    if kind is not None:
        return True
    name = line[head.start : head.end]
    if head.bare:
        return _titled(name) or often[key] > 1
    if _titled(name):
        return len(name.split()) > 1 or often[key] > 1
    if head.bracket:
        return head.capitals or marked or _is_body(head.bracket)
    if often[key] < _FEWEST and not _is_timed(line):
        return False
    return head.capitals or (len(name.split()) <= 4 and _is_told(line) and gazetteer.lookup(name) is None)


def _is_timed(line: str) -> bool:
    return (match := _BEFORE.match(line)) is not None and match["time"] is not None


def _is_told(line: str) -> bool:
    """Whether a line ends as sentences do; a row of a table does not ("Oslo: 3 boats")."""
    return line.rstrip().rstrip('*_ )”"’').endswith((".", "?", "!", "…"))


def _is_body(bracket: str) -> bool:
    """Whether the brackets hold a state, an office or a party: "(Norway)", "(Minister of Fisheries)"."""
    words = [word.strip(".,").casefold() for word in bracket.split()]
    entry = gazetteer.lookup(bracket)
    return entry is not None or any(word in _TITLES or word in _BODIES for word in words)


def _names(line: str, head: _Head) -> bool:
    """Whether a head among others of its style may be a name: no field, no more than five words."""
    key = _key(line, head)
    known = lexicon.genres.label_kinds().get(key) is not None or gazetteer.lookup(key) is not None
    return not known and len(key.split()) <= 5 and _is_told(line)


def _bold(line: str) -> SpeakerLabel | None:
    """A paragraph that is printed in bold throughout, as interviews print what was asked."""
    match = _BOLD.match(line.strip())
    if match is None or len(match[2]) < 8 or match[1] in match[2]:
        return None
    at = line.index(match[2][:8])
    return SpeakerLabel("question", at, at, at)
