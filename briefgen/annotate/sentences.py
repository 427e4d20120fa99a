"""Sentence boundaries by rule; the text is never rewritten and every character keeps its offset.

A boundary is a terminator, the closing marks that belong to it, white space, and something that
can open a sentence. The rest of this file is what looks so and is none: abbreviations, initials,
acronyms, spaced ellipses, attributions after a question ("...?" Name asked).
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.marks import CLOSERS, OPENERS
from briefgen.errors import Problem
from briefgen.model import PROSE, Document, Sentence, Span

_CLOSERS = "".join(sorted(CLOSERS)) + "›)]"
_OPENERS = "".join(sorted(OPENERS)) + "‹(["
_THIN = "\u2009\u200a\u202f"
# Terminators with their closing marks. Always matches once a terminator is met, so one pass over the
# text is linear. Spaced ellipses are capped at ten stops; a longer run is simply several of them.
_END = re.compile(
    rf"(?P<stop>\.(?:\s{{0,2}}\.){{2,9}}[.!?]*|[.!?…؟۔]+|[。！？]+)"
    rf"(?P<close>(?:[{_THIN}]?[{re.escape(_CLOSERS)}])*)"
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CLOCK = frozenset({"a.m", "p.m"})
_DAYS = "|".join(map(str.capitalize, lexicon.time.weekdays()))
_AFTER_CLOCK = re.compile(rf"[A-Z]{{2,4}}\b|(?:{_DAYS})|(?:East|Pacif|Cent|Gre|Loc)")
_NEVER_ENDS = frozenset({"e.g", "i.e"})
_STARTERS = lexicon.grammar.sentence_openers()
LONGEST = 2000
"""Characters of a sentence: three times the longest among 5,700 of articles, speeches and joint statements.
A longer stretch is a table, a list or a text that lost its marks; it is read in pieces, which keeps what is
done for each sentence from growing with the square of a text that never ends one."""
_INNER = re.compile(r"[,;:]\s")
_LOOKBACK = 40  # characters searched for the word before a stop; no abbreviation is longer


@cache
def _attribution() -> re.Pattern[str]:
    """ "?” Kallas asked." closes one sentence; "?” Kallas said the plan was dead." opens another.

    Long and seldom asked for, so compiled when it is.
    """
    return re.compile(
        r"(?!(?:He|She|They|It|We|I)\b)(?:[A-Z][\w.’'-]{0,30}\s){1,4}"
        rf"(?:{'|'.join(sorted(lexicon.saying.finite_forms()))})"
        r"(?=[.,;]|\s(?:in|on|at|to|of|as|from|with|when|while|after|before|during|this|last"
        rf"|(?:{'|'.join(map(str.capitalize, lexicon.time.weekday_names()))})\b))"
    )


class _Stop(NamedTuple):
    """One candidate boundary: the word before it, the mark itself, and what follows."""

    before: str
    mark: str
    closed: bool
    """A closing quotation mark stands between the stop and the space."""
    opened: str
    """Opening marks before the next word."""
    following: str
    """Up to a line of text after the opening marks."""

    @property
    def next_word(self) -> str:
        found = _WORD.match(self.following)
        return found.group() if found else ""

    @property
    def starter(self) -> bool:
        """Whether a word follows that opens sentences and hardly ever a name."""
        word = self.next_word
        return word[:1].isupper() and re.split("[’']", word)[0].lower() in _STARTERS


_ABBREVIATIONS = lexicon.persons.abbreviations()


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.sentences` over headline, teaser and body blocks.

    A speaker's label is no part of the sentence behind it. Problem `long-sentence` where one was read in
    pieces.
    """
    text = document.source.text
    opened = sorted(turn.span.start for turn in document.turns)
    found: list[Sentence] = []
    long = 0
    for index, block in enumerate(document.blocks):
        if block.label in PROSE:
            for start, end in split(text, _words(block.span, opened), block.span.end):
                pieces = list(_pieces(text, start, end))
                found += [Sentence(document.source.span(*piece), index) for piece in pieces]
                long += len(pieces) > 1
    return replace(document, sentences=tuple(found)), _told(document, long)


def _told(document: Document, long: int) -> tuple[Problem, ...]:
    """That stretches were read in pieces."""
    if not long:
        return ()
    what = "One sentence is" if long == 1 else f"{long:,} sentences are"
    message = f"{what} longer than {LONGEST:,} characters and read in pieces."
    return (Problem(document.source.file, "long-sentence", message),)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or pieces of one that is longer than LONGEST: behind a comma, else between two words."""
    while end - start > LONGEST:
        most = start + LONGEST
        marks = (match.end() for match in _INNER.finditer(text, start + LONGEST // 2, most))
        cut = max(marks, default=0) or _between_words(text, start, most, end)
        yield _trim(text, start, cut)
        start = _trim(text, cut, end)[0]
    if start < end:
        yield start, end


def _between_words(text: str, start: int, most: int, end: int) -> int:
    """The last place between two words in `start`..`most`, else the first one behind; `end` where none is."""
    before = max((space.end() for space in _SPACE.finditer(text, start, most)), default=None)
    if before is not None:
        return before
    behind = _SPACE.search(text, most, end)
    return behind.end() if behind else end


def _words(block: Span, opened: list[int]) -> int:
    """Where the words of a block begin, behind a label; `opened` are the starts of the turns."""
    at = bisect.bisect_left(opened, block.start)
    return opened[at] if at < len(opened) and opened[at] <= block.end else block.start


def split(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Sentences of `text[start:end]` as (start, end) offsets into `text`, without outer white space.

    Line ends inside are taken as spaces, blank lines as boundaries. Every character that is not
    white space lies in exactly one sentence.
    """
    spans: list[tuple[int, int]] = []
    for low, high in _paragraphs(text, start, end):
        cuts = [low, *_boundaries(text, low, high), high]
        trimmed = (_trim(text, a, b) for a, b in itertools.pairwise(cuts))
        spans += [(a, b) for a, b in trimmed if a < b]
    return tuple(spans)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for gap in re.compile(r"(?:\r\n?|\n)[ \t\u00a0]*+[\r\n]").finditer(text, start, end):
        yield low, gap.start()
        low = gap.end()
    yield low, end


def _boundaries(text: str, low: int, high: int) -> Iterator[int]:
    """Offsets at which a new sentence starts inside one paragraph."""
    opened_at = low
    for match in _END.finditer(text, low, high):
        space = _SPACE.match(text, match.end(), high)
        if match["stop"][0] in "。！？":
            yield (opened_at := match.end())
            continue
        if not space or space.end() >= high or _is_list_number(text, opened_at, match.start()):
            continue
        if _ends_sentence(_stop(text, match, space.end(), high)):
            yield (opened_at := space.end())


def _stop(text: str, match: re.Match[str], after: int, high: int) -> _Stop:
    """What the decision needs to know of the candidate whose following text starts at `after`."""
    behind = text[max(match.start() - _LOOKBACK, 0) : match.start()].split()
    at_word = not text[match.start() - 1 : match.start()].isspace()
    following = text[after : min(after + 160, high)]
    rest = following.lstrip(_OPENERS + _THIN)
    return _Stop(
        before=behind[-1].lstrip(_OPENERS) if behind and at_word else "",
        mark="…" if len(match["stop"].replace(" ", "")) > 2 and match["stop"][0] == "." else match["stop"],
        closed=any(c in CLOSERS for c in match["close"]),
        opened=following[: len(following) - len(rest)],
        following=rest,
    )


def _ends_sentence(stop: _Stop) -> bool:
    if not _can_open(stop):
        return False
    if stop.closed:
        return stop.mark == "." or not _attribution().match(stop.following)
    return stop.mark != "." or not _is_abbreviation(stop)


def _can_open(stop: _Stop) -> bool:
    """Whether what follows can open a sentence: no small letter, unless behind a quotation mark."""
    first = stop.following[:1]
    if first.islower():
        return stop.mark == "." and not stop.closed and any(c in '“"„«' for c in stop.opened)
    if stop.mark.startswith("…"):
        return first.isupper() or bool(stop.opened)
    return first.isalnum() or bool(stop.opened) or first in "•–—-$€£¥#@" or ord(first or " ") > 0x2190


def _is_abbreviation(stop: _Stop) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    word = stop.before
    if _ACRONYM.fullmatch(word):
        return _acronym_goes_on(stop)
    if len(word) == 1 and word.isalpha():
        return word != "I" and not stop.starter
    last = re.split(r"[-–/]", word)[-1]  # "then-Sen."
    note = _ABBREVIATIONS.get(last, _ABBREVIATIONS.get(last.lower()))
    if note == "number":
        return stop.following[:1].isdigit()
    return note == "" or (note == "end" and not stop.starter)


def _acronym_goes_on(stop: _Stop) -> bool:
    word = stop.before.lower()
    if word in _CLOCK:
        return bool(_AFTER_CLOCK.match(stop.following))
    return word in _NEVER_ENDS or not stop.starter


def _is_list_number(text: str, opened_at: int, stop_at: int) -> bool:
    """ "1." or "(2)." at the head of a sentence numbers it."""
    head = text[opened_at:stop_at].strip() if stop_at - opened_at <= 6 else ""
    return bool(head) and head.strip("([").isdigit() and len(head) <= 3


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
