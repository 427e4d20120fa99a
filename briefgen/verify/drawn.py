"""Words as they are found again on the pages of a PDF, whatever parts them there.

A PDF has no paragraphs: it has characters with places. Line ends, blanks and hyphens are those of the layout,
ligatures stand for letters, and a footer or footnotes stand between the halves of a paragraph that goes over
a page. So words are compared without blanks and hyphens, and every character that is found is taken away:
what is lost can not be made up for by the same words elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TAKEN = "\x00"
_SPLITS = 60
"""Places tried, for one paragraph, at which it may go over a page. The longest beginning that stands on a
page is as a rule the one; without a bound a missing word costs all ways to part a text over all pages."""
_PICTURES = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3]")
"""Signs that fonts draw as pictures; they come back in any order, as do the signs beside them."""
_KEYCAP = re.compile("[#*0-9]\ufe0f?\u20e3")
_HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe\x02")
"""A hyphen at the end of a line may be the layout's; PDFium does not tell."""
_BULLETS = frozenset("\u2022\u2023\u2043")
"""Lists draw these."""
_COMPARED = ((0x21, 0x52F), (0x1E00, 0x1FFF), (0x2012, 0x205E), (0x2070, 0x214F))
"""First and last code point: Latin, Greek, Cyrillic, general signs. Other scripts are written from right to
left, or joined, or need fonts that a machine may lack: they come back from a PDF in another order, or not."""
_FROM_RIGHT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


class Compact(NamedTuple):
    """Words without what is not compared."""

    text: str
    bounds: frozenset[int]
    """Where a word begins, and the end."""


def compact(words: str) -> Compact:
    """The characters of `words` that are compared."""
    kept: list[str] = []
    bounds = {0}
    for word in unicodedata.normalize("NFKC", words).split():
        kept += [sign for sign in word if is_compared(sign)]
        bounds.add(len(kept))
    return Compact("".join(kept), frozenset(bounds))


def is_compared(sign: str) -> bool:
    """Whether a character of a memo must be found in its PDF."""
    if sign in _HYPHENS or sign in _BULLETS or unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return False
    return any(first <= ord(sign) <= last for first, last in _COMPARED)


def turns(words: str) -> bool:
    """Whether words hold pictures or characters that are written from right to left: their line may come back
    in another order."""
    if words.isascii():
        return False
    from_right = any(unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in words)
    return from_right or _PICTURES.search(words) is not None


class DrawnPages:
    """The pages, from which words are taken in the order of the memo."""

    def __init__(self, pages: Iterable[str], margins: Iterable[str], title: str) -> None:
        """`margins`: words of headers and footers, which are no words of the memo; `title`: on the first page
        it is one, where it stands there once."""
        found = [compact(page) for page in pages]
        self._texts = [page.text for page in found]
        self._bounds = [page.bounds for page in found]
        self._page, self._at = 0, 0
        self._tries = 0
        drawn = [_pieces(margin) for margin in dict.fromkeys(margins) if not turns(margin)]
        for number, text in enumerate(self._texts):
            kept = compact(title).text if not number and text.count(compact(title).text) == 1 else ""
            self._texts[number] = _without_margins(text, list(filter(None, drawn)), kept)

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
        return any(self._take_split(wanted, number, 0) for number in range(len(self._texts) - 1))

    def take(self, words: str) -> bool:
        """Take the words of a paragraph or cell: from where the last ones stood, else from the next page,
        over both, or from anywhere but the pages before the last."""
        wanted = compact(words)
        self._tries = _SPLITS
        if not wanted.text:
            return True
        if turns(words):
            return self._take_words(words)
        here = self._page
        if self._take_whole(wanted, here, self._at) or self._take_whole(wanted, here + 1, 0):
            return True
        if self._take_split(wanted, here, self._at) or self._take_split(wanted, here + 1, 0):
            return True
        others = range(max(here - 1, 0), len(self._texts))
        return any(self._take_whole(wanted, n, 0) or self._take_split(wanted, n, 0) for n in others)

    def _take_whole(self, wanted: Compact, number: int, start: int) -> bool:
        at = self._texts[number].find(wanted.text, start) if number < len(self._texts) else -1
        if at < 0:
            return False
        self._remove(number, at, len(wanted.text))
        self._page, self._at = max((self._page, self._at), (number, at + len(wanted.text)))
        return True

    def _take_split(self, wanted: Compact, number: int, start: int) -> bool:
        """Take words of which some stand on a page and the rest on the next, the most on the first."""
        if number + 1 >= len(self._texts):
            return False
        room = min(len(self._texts[number]) - start, len(wanted.text) - 1)
        for size in sorted((size for size in wanted.bounds if 0 < size <= room), reverse=True):
            at = self._ending(wanted.text[:size], number, start)
            if at is None:
                continue
            if not self._tries:
                return False
            self._tries -= 1
            rest = Compact(wanted.text[size:], frozenset(n - size for n in wanted.bounds if n >= size))
            before = self._texts[number]
            self._remove(number, at, size)
            if self._take_whole(rest, number + 1, 0) or self._take_split(rest, number + 1, 0):
                return True
            self._texts[number] = before
        return False

    def _ending(self, text: str, number: int, start: int) -> int | None:
        """Where words stand on a page, with the end of a word behind them."""
        at = self._texts[number].find(text, start)
        while at >= 0 and at + len(text) not in self._bounds[number]:
            at = self._texts[number].find(text, at + 1)
        return at if at >= 0 else None

    def _take_words(self, words: str) -> bool:
        """Take each word by itself, wherever it stands from this page on: the order is not known."""
        found = True
        for run in _runs(words):
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
        self._texts[number] = text[:at] + _TAKEN * size + text[at + size :]


def _runs(words: str) -> Iterator[str]:
    """Runs of letters and of figures that are compared, parted by all else; longest first, for a short one
    may be part of a long one."""
    plain = unicodedata.normalize("NFKC", _KEYCAP.sub(" ", words))
    shown = "".join(sign if is_compared(sign) else " " for sign in plain)
    yield from sorted(re.findall(r"[^\W\d]+|\d+", shown), key=len, reverse=True)


def _pieces(margin: str) -> tuple[str, ...]:
    """What a header or footer looks like on a page, in pieces between numbers, any of which may stand for
    that of the page; empty for one without words that are compared."""
    text = compact(margin).text
    return tuple(re.split(r"\d+", text)) if text else ()


def _without_margins(text: str, margins: list[tuple[str, ...]], kept: str) -> str:
    """A page with its headers and footers taken, which stand first or last on it; the first place of `kept`
    stays."""
    first, last, again = 0, len(text), True
    while again:
        again = False
        for margin in margins:
            end = _behind(text, margin, first, last)
            if end > first and text[first:end] != kept:
                first, again = end, True
            start = _before(text, margin, first, last)
            if start < last and text[start:last] != kept:
                last, again = start, True
    return _TAKEN * first + text[first:last] + _TAKEN * (len(text) - last)


def _behind(text: str, margin: tuple[str, ...], first: int, last: int) -> int:
    """Where a margin that begins at `first` ends; `first` where none does."""
    at = first
    for number, piece in enumerate(margin):
        begin = at
        while number and at < last and text[at].isdigit():
            at += 1
        if (number and at == begin) or not text.startswith(piece, at, last):
            return first
        at += len(piece)
    return at


def _before(text: str, margin: tuple[str, ...], first: int, last: int) -> int:
    """Where a margin that ends at `last` begins; `last` where none does."""
    at = last
    for number, piece in enumerate(reversed(margin)):
        end = at
        while number and at > first and text[at - 1].isdigit():
            at -= 1
        if (number and at == end) or not text.endswith(piece, first, at):
            return last
        at -= len(piece)
    return at
