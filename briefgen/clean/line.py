"""What is asked of a line, each question once: some of every line, the rest when a step wants to know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefgen.clean import captions, odds, traits
from briefgen.clean.rules import LONGEST_JUDGED, judge
from briefgen.clean.verdict import Verdict

_ITEM = re.compile(r"(?:[•·▪◦‣●○■–-]|\*(?!\*)|\(?\d{1,2}[.)])\s?")
_POINTER = re.compile(r"[•·▪◦‣●○■*»›>(+–—-]|\d{1,2}[.)]\s")
_TITLE_WORDS = range(4, 23)
_OPEN = frozenset(".:;,!?…)")


def is_item(text: str) -> bool:
    """Whether a line without outer space starts with a bullet, a dash or a number in a list."""
    return _ITEM.match(text) is not None


@dataclass(frozen=True)
class LineTraits:
    """One line, or lines that were put together, and what can be seen of it without its neighbours."""

    text: str
    """Without outer space, never empty."""
    spaces: int
    words: int
    """Words, about: by the spaces, or by the signs where a script has none."""
    verdict: Verdict | None
    """The rule that it falls under by its own words: a menu, a date, a byline, a notice; or None."""

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence: some words and a full stop, or many words."""
        return traits.is_prose(self.text, self.words)

    @cached_property
    def is_caption(self) -> bool:
        """Whether it reads like the words under a picture."""
        return captions.is_caption(self.text)

    @cached_property
    def is_title(self) -> bool:
        """Whether it has the shape of a story's title: some words, a capital first, no full stop."""
        text = self.text
        shaped = self.spaces + 1 in _TITLE_WORDS and not text[0].islower() and text[-1] not in _OPEN
        return shaped and not self.is_prose

    @cached_property
    def is_item(self) -> bool:
        """Whether it starts as the items of a list do: with a bullet, a dash, a number."""
        return is_item(self.text)

    @cached_property
    def is_pointer(self) -> bool:
        """Whether it starts with a mark of lists and of links, which headlines do not."""
        return _POINTER.match(self.text) is not None

    @cached_property
    def log_odds(self) -> float:
        """How much it looks like a line of an article."""
        return odds.log_odds(self.text)


def line_traits(text: str) -> LineTraits:
    """The record of a line. Pages of one site print the same menus, so short lines are remembered."""
    return _known(text) if len(text) <= LONGEST_JUDGED else _asked(text)


def _asked(text: str) -> LineTraits:
    """What is asked of every line; the rest waits until a step asks."""
    return LineTraits(text, text.count(" "), traits.word_count(text), judge(text))


_known = lru_cache(maxsize=16384)(_asked)
