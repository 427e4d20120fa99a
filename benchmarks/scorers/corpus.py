"""Reads the corpora: invented texts with what a careful reader finds in them.

The form is that of tests/cases: a heading, the text, a line `---`, and the gold, one line a finding. In a
gold line ` => ` stands between the words of the text and what they are, ` … ` for words left out, ` || `
between parts. A line that begins `no: ` names words that are none of what is looked for, `?: ` words that
may be taken or left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

from briefgen.model import Document, Source
from briefgen.preparing import prepare
from tests.casefile import cases_in

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
Figures = Mapping[str, float]
Place = tuple[int, int]
Verdict = Literal["yes", "no", "either"]
MARKS: Mapping[str, Verdict] = {"no: ": "no", "?: ": "either"}
BETWEEN = r"[\s>]+"
"""Between two words: blanks, and the marks of a quoted mail where a line of it is broken."""


@dataclass(frozen=True)
class Gold:
    """One line of the gold: where its words stand and what is said of them."""

    places: tuple[Place, ...]
    says: str = ""
    verdict: Verdict = "yes"


@dataclass(frozen=True)
class Entry:
    """One text of a corpus."""

    genre: str
    """Name of the file that holds it."""
    title: str
    text: str
    expected: str

    @cached_property
    def stated(self) -> Mapping[str, str]:
        """What the gold says of the whole text: "actor: Norway", "document => undated"."""
        found = re.findall(r"^(actor|document)(?:: | => )(.+)$", self.expected, re.M)
        return {key: value.strip() for key, value in found}

    @cached_property
    def gold(self) -> tuple[Gold, ...]:
        """The lines on words of the text, in its order; words that are not in it raise ValueError."""
        return tuple(self._located())

    def of(self, verdict: Verdict) -> tuple[Gold, ...]:
        """The lines with one verdict."""
        return tuple(one for one in self.gold if one.verdict == verdict)

    def _located(self) -> Iterator[Gold]:
        at = self.head
        for line in self.expected.splitlines():
            if not line.strip() or re.match(r"actor: |document => ", line):
                continue
            verdict = MARKS.get(line[: line.index(" ") + 1], "yes")
            words, _, says = line.removeprefix("no: ").removeprefix("?: ").partition(" => ")
            if verdict == "yes" and not says:
                raise ValueError(f"{self.genre}, {self.title}: no ` => ` in {line!r}")
            places = self._places(words, at)
            at = places[0][0]
            yield Gold(places, says.strip(), verdict)

    @property
    def head(self) -> int:
        """Where the search for words begins."""
        return 0

    def _places(self, words: str, at: int) -> tuple[Place, ...]:
        places = []
        for part in words.split(" || "):
            start, end = self._find(part, at)
            places.append((start, end))
            at = end
        return tuple(places)

    def _find(self, words: str, at: int) -> Place:
        first, _, last = words.partition(" … ")
        opening = self._search(first, at) or self._search(first, self.head)
        closing = self._search(last, opening[1]) if opening and last else opening
        if not opening or not closing:
            raise ValueError(f"{self.genre}, {self.title}: {words!r} does not stand in the text")
        return opening[0], closing[1]

    def _search(self, words: str, at: int) -> Place | None:
        inner = BETWEEN.join(map(re.escape, words.split()))
        before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
        found = re.compile(before + inner + after).search(self.text, at)
        return found.span() if found else None


class Headed(Entry):
    """A text whose lines above the first empty one are its head, in which no words are looked for."""

    @property
    def head(self) -> int:
        """Offset of the first empty line."""
        return max(self.text.find("\n\n"), 0)


def entries(name: str, kind: type[Entry] = Entry) -> tuple[Entry, ...]:
    """All texts of one corpus, file by file."""
    files = [path for path in sorted((CORPORA / name).glob("*.md")) if path.stem != "README"]
    return tuple(
        kind(path.stem, case.title, case.input, case.expected) for path in files for case in cases_in(path)
    )


def prepared(text: str) -> Document:
    """A text taken the way of the command, as a plain text file that says nothing beside its text."""
    digest = sha256(text.encode()).hexdigest()
    return prepare(Source("S1", "document.txt", digest, text))[0]
