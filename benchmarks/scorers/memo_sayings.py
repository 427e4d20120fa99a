"""Who says it: each shown statement against the gold's list of everybody who says something.

A saying of the gold begins with its `text` and goes on to the next saying of the same document or to the end
of its paragraph. A shown statement lies in the sayings that hold at least `LIES` of it, and in those of which
it shows at least `SHOWS`. It is

right           its speaker is that of one of these sayings (where nobody says it: it names none)
undetermined    it names no speaker although somebody says it
wrong           it names somebody else
unknown         it lies in no saying of the gold
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from benchmarks.scorers.memo_gold import MemoGold, Saying
from benchmarks.scorers.memo_shown import ShownLine, ShownMemo
from benchmarks.scorers.wording import squeezed

Verdict = Literal["right", "wrong", "undetermined", "unknown"]

LIES = 1 / 3
"""Share of a statement from which on it lies in a saying: a sentence may hold the words of two speakers and a
clause of the reporter's, and the row of either is right."""

SHOWS = 1 / 2
"""Share of a saying from which on a statement shows it, however much else it prints."""

SHORT = 12
"""Letters below which a printed part cannot be found again in the document with certainty."""

_GAP = re.compile(r"\s*(?:…|\[…\]|¦)\s*")
_BLOCK = re.compile(r"</(?:p|h\d|li|div|td|title)>", re.I)
_TAG = re.compile(r"<[^>]*>")
_QUOTED_MAIL = re.compile(r"^>[ >]*", re.M)
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    saying: Saying


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The letters of a document and the stretches of them that are somebody's."""

    letters: str
    stretches: tuple[_Stretch, ...]


@dataclass(frozen=True)
class Judge:
    """Gives verdicts on the statements of one set."""

    spoken: dict[str, _Spoken]

    @classmethod
    def of(cls, gold: MemoGold) -> Judge:
        return cls({doc: _spoken(text, _of(gold, doc)) for doc, text in gold.texts.items()})

    def verdict(self, line: ShownLine) -> Verdict:
        sayings = [saying for doc, part in _parts(line) for saying in self._around(doc, part)]
        if not sayings:
            return "unknown"
        if any(saying.is_said_by(line.speaker) for saying in sayings):
            return "right"
        return "wrong" if line.speaker else "undetermined"

    def _around(self, doc: str, part: str) -> Iterator[Saying]:
        """The sayings in which a part of a document lies, wherever it stands there."""
        spoken = self.spoken[doc]
        for found in re.finditer(re.escape(part), spoken.letters):
            for stretch in spoken.stretches:
                shared = min(found.end(), stretch.end) - max(found.start(), stretch.start)
                if shared >= LIES * len(part) or shared >= SHOWS * (stretch.end - stretch.start):
                    yield stretch.saying


def statements(memo: ShownMemo) -> Iterator[ShownLine]:
    """The key statements, those of the annex too, and the positions on open issues."""
    for line in memo.lines:
        if not line.parted and (line.section == "key-statements" or line.position):
            yield line


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a file as letters only; marks of web pages and of quoted mail left out."""
    if "</" in text:
        text = html.unescape(_TAG.sub("", _BLOCK.sub("\n\n", text)))
    text = _QUOTED_MAIL.sub("", text.replace("\r\n", "\n"))
    return [squeezed(part) for part in _PARAGRAPH.split(text)]


def _of(gold: MemoGold, doc: str) -> list[Saying]:
    return [saying for saying in gold.sayings if saying.doc == doc]


def _spoken(text: str, sayings: list[Saying]) -> _Spoken:
    parts = paragraphs(text)
    ends, at = [], 0
    for part in parts:
        at += len(part)
        ends.append(at)
    letters = "".join(parts)
    found = sorted((letters.find(squeezed(one.text)), number) for number, one in enumerate(sayings))
    starts = [(start, sayings[number]) for start, number in found if start >= 0]
    return _Spoken(letters, tuple(_stretches(starts, ends)))


def _stretches(starts: list[tuple[int, Saying]], ends: list[int]) -> Iterator[_Stretch]:
    for (start, saying), (after, _) in pairwise([*starts, (ends[-1], Saying("", "", None))]):
        paragraph = next(end for end in ends if end > start)
        yield _Stretch(start, min(after, paragraph), saying)


def _parts(line: ShownLine) -> Iterator[tuple[str, str]]:
    """What a statement prints of each document it cites, as letters; a cut statement in its parts."""
    for cite in line.cites:
        cited = squeezed(cite.text)
        printed = [squeezed(part) for part in _GAP.split(line.text)]
        parts = [part for part in printed if len(part) >= SHORT and part in cited]
        for part in parts or [cited]:
            if cite.doc is not None and part:
                yield cite.doc, part
