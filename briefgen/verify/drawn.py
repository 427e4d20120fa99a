"""Words as they are found again on the pages of a PDF, whatever parts them there.

A PDF has no paragraphs: it has characters with places. Line ends, blanks and hyphens are those of the layout,
ligatures stand for letters, and a footer or footnotes stand between the halves of a paragraph that goes over
a page. So words are compared without blanks and hyphens, and every character that is found is taken away:
what is lost can not be made up for by the same words elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefgen.verify.compact import KEYCAP, TAKEN, Compact, compact, runs, turns
from briefgen.verify.margins import Margins

_SPLITS = 60
"""Places tried, for one paragraph, at which it may go over a page. The longest beginning that stands on a
page is as a rule the one; without a bound a missing word costs all ways to part a text over all pages."""


class DrawnPages:
    """The pages, from which words are taken in the order of the memo: each begins behind the last."""

    def __init__(self, pages: Iterable[str], margins: Sequence[str], title: str) -> None:
        """`margins`: words of headers and footers, which are no words of the memo; `title`: on the first page
        it is one, where it stands there once."""
        found = [compact(page) for page in pages]
        self._texts = [page.text for page in found]
        self._bounds = [page.bounds for page in found]
        self._page, self._at = 0, 0
        self._tries = 0
        self._turning: Counter[str] = Counter()
        self._pictured: set[str] = set()
        self._margins = drawn = Margins(margin for margin in margins if not turns(margin))
        for margin in filter(turns, margins):
            # On each page.
            self._turning.update(compact(margin).text * len(self._texts))
        for number, text in enumerate(self._texts):
            kept = compact(title).text if not number and text.count(compact(title).text) == 1 else ""
            self._texts[number] = drawn.without(number, text, kept)
        self.misnumbered = drawn.misnumbered
        """Margins whose number does not go on from page to page."""

    def take_note(self, words: str) -> bool:
        """Take the words of a note, from the end; notes go before all else."""
        wanted = compact(words)
        self._tries = _SPLITS
        if turns(words):
            return self._take_words(words)
        for number in range(len(self._texts) - 1, -1, -1):
            at = self._texts[number].rfind(wanted.text)
            if at >= 0:
                self._remove(number, at, len(wanted.text))
                return True
        numbers = range(len(self._texts) - 1)
        taken = any(self._take_split(wanted, number, 0) is not None for number in numbers)
        self._page, self._at = 0, 0
        return taken

    def take(self, words: str, label: re.Pattern[str] | None = None) -> bool:
        """Take the words of a paragraph or cell, which begin behind where the last ones began: a cell may go
        on over the page while the next one of its row begins before it. `label`: of a number or bullet that
        may stand before them."""
        wanted = compact(words)
        self._tries = _SPLITS
        if not wanted.text:
            return True
        if turns(words):
            return self._take_words(words)
        for number in range(self._page, len(self._texts)):
            start = self._at if number == self._page else 0
            at = self._take_whole(wanted, number, start)
            if at is None:
                at = self._take_split(wanted, number, start)
            if at is not None:
                self._take_label(number, at, label)
                return True
        return False

    def _take_label(self, number: int, at: int, label: re.Pattern[str] | None) -> None:
        """Take the number or bullet that a template puts before words."""
        text = self._texts[number]
        begin = text.rfind(TAKEN, 0, at) + 1
        if label and label.fullmatch(text, begin, at):
            self._remove(number, begin, at - begin)

    def take_again(self, words: str) -> None:
        """Take the heads of a table, just taken, from the pages that it goes on to: there they stand
        first."""
        head = compact(words).text
        for number in range(self._page + 1, len(self._texts)):
            text = self._texts[number]
            at = len(text) - len(text.lstrip(TAKEN))
            if not head or not text.startswith(head, at):
                return
            self._remove(number, at, len(head))

    def left(self) -> Iterator[tuple[int, str]]:
        """Number of a page, and what stands there that nobody took, without blanks. Where lines turn, their
        signs are passed over: such words are taken without them."""
        signs = self._turning.copy()
        for number, text in enumerate(self._texts, 1):
            for run in filter(None, text.split(TAKEN)):
                # A margin beside one whose words turn was not found before.
                bare = self._margins.without(number - 1, run, "").strip(TAKEN)
                rest = "".join(sign for sign in bare if not self._passed(sign, signs))
                if rest:
                    yield number, rest

    def _passed(self, sign: str, signs: Counter[str]) -> bool:
        signs[sign] -= 1
        return signs[sign] >= 0 or sign in self._pictured

    def _take_whole(self, wanted: Compact, number: int, start: int) -> int | None:
        """Take words that stand on one page; where they begin."""
        at = self._texts[number].find(wanted.text, start)
        if at < 0:
            return None
        self._remove(number, at, len(wanted.text))
        self._page, self._at = number, at + len(wanted.text)
        return at

    def _take_split(self, wanted: Compact, number: int, start: int) -> int | None:
        """Take words that go over the page, the most of them on the first; where they begin."""
        if number + 1 >= len(self._texts):
            return None
        room = min(len(self._texts[number]) - start, len(wanted.text) - 1)
        for size in sorted((size for size in wanted.bounds if 0 < size <= room), reverse=True):
            at = self._ending(wanted.text[:size], number, start)
            if at is None:
                continue
            if not self._tries:
                return None
            self._tries -= 1
            rest = Compact(wanted.text[size:], frozenset(n - size for n in wanted.bounds if n >= size))
            before = self._texts[number]
            self._remove(number, at, size)
            if self._goes_on(rest, number + 1):
                self._page, self._at = number, at + size
                return at
            self._texts[number] = before
        return None

    def _goes_on(self, rest: Compact, number: int) -> bool:
        """Take the rest of words on a page, or on it and the next."""
        return self._take_whole(rest, number, 0) is not None or self._take_split(rest, number, 0) is not None

    def _ending(self, text: str, number: int, start: int) -> int | None:
        """Where words stand on a page, with the end of a word behind them."""
        at = self._texts[number].find(text, start)
        while at >= 0 and at + len(text) not in self._bounds[number]:
            at = self._texts[number].find(text, at + 1)
        return at if at >= 0 else None

    def _take_words(self, words: str) -> bool:
        """Take each word by itself, wherever it stands from this page on: the order is not known."""
        found = True
        # A picture of a key may come back as several of its sign.
        self._pictured.update(key[0] for key in KEYCAP.findall(words))
        plain = Counter(compact(words).text)
        self._turning += plain - Counter("".join(runs(words)))
        for run in runs(words):
            pages = range(len(self._texts))
            places = ((n, self._texts[n].find(run)) for n in (*pages[self._page :], *pages[: self._page]))
            number, at = next(((n, at) for n, at in places if at >= 0), (-1, -1))
            if number < 0:
                found = False
            else:
                self._remove(number, at, len(run))
        return found

    def _remove(self, number: int, at: int, size: int) -> None:
        text = self._texts[number]
        self._texts[number] = text[:at] + TAKEN * size + text[at + size :]
