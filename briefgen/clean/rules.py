"""Named rules: lines that say by their words what they are. The phrases are in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from briefgen import lexicon
from briefgen.clean.facts import IMPRINT, fact
from briefgen.clean.told import is_attributed, is_told
from briefgen.clean.verdict import Verdict
from briefgen.model import Label

LONGEST = 90
"""Words; a longer line is prose or is judged by its neighbours."""
LONGEST_JUDGED = 12 * LONGEST
"""The same in characters."""
_RELEASE = "release-line"
_RELEASED = Verdict("dateline", IMPRINT)


class _Start(NamedTuple):
    phrase: str
    most_words: int
    verdict: Verdict


class _Shape(NamedTuple):
    pattern: str
    most_words: int
    verdict: Verdict


_EDGES = " \t\xa0\u200b:.…»›→>|•·▪◦‣●*–—-+^"
_PLAIN_MARKS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))


def _fold(text: str) -> str:
    folded = text.casefold()
    if not text.isascii():
        for mark, plain in _PLAIN_MARKS:
            folded = folded.replace(mark, plain)
    return " ".join(folded.split())


def _first_word(text: str) -> str:
    word = text.split(None, 1)[0]
    return word.strip('.,:;!?()[]"') or word


@cache
def _whole_lines() -> Mapping[str, Verdict]:
    found: dict[str, Verdict] = {}
    for label, rule, phrases in lexicon.furniture.lines():
        for phrase in phrases:
            found.setdefault(_fold(phrase).strip(_EDGES), Verdict(cast(Label, label), rule))
    found.pop("", None)
    return MappingProxyType(found)


@cache
def _starts() -> Mapping[str, tuple[_Start, ...]]:
    """Beginnings by their first word, longest first."""
    found: dict[str, list[_Start]] = {}
    for label, rule, most, phrases in lexicon.furniture.starts():
        for phrase in map(_fold, phrases):
            entry = _Start(phrase, most, Verdict(cast(Label, label), rule))
            found.setdefault(_first_word(phrase), []).append(entry)
    longest = {word: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for word, rows in found.items()}
    return MappingProxyType(longest)


@cache
def _shapes() -> tuple[_Shape, ...]:
    rows = lexicon.furniture.shapes()
    return tuple(_Shape(shape, most, Verdict(cast(Label, label), rule)) for label, rule, most, shape in rows)


@cache
def _any_shape() -> re.Pattern[str]:
    """All shapes at once: most lines have none of them, so few are ever compiled alone."""
    joined = "|".join(f"(?:{shape.pattern})" for shape in _shapes())
    return lexicon.furniture.shapes.expression("pattern", lambda: joined)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def judge(text: str) -> Verdict | None:
    """The rule that a line falls under by its own words, or None.

    `text` is one line or piece without outer space. Long lines are never judged.
    """
    count = text.count(" ") + 1
    if len(text) > LONGEST_JUDGED or count > LONGEST:
        return None
    folded = _fold(text)
    core = folded.strip(_EDGES)
    if count <= 8 and (verdict := _whole_lines().get(core)):
        return verdict
    start = _by_start(text, core, count)
    if start is not None and start.rule == _RELEASE:
        return _RELEASED if fact(text) else start  # "Press release, 3 May 2024" says when
    return start or fact(text) or (None if is_attributed(text) else _by_shape(folded, count))


def _by_start(text: str, core: str, count: int) -> Verdict | None:
    if not core:
        return Verdict("furniture", "no-words")
    for entry in _starts().get(_first_word(core), ()):
        begins = core.startswith(entry.phrase) and _ends_word(core, entry.phrase)
        if count <= entry.most_words and begins and not is_told(text, *entry.verdict, entry.phrase):
            return entry.verdict
    return None


def _ends_word(core: str, phrase: str) -> bool:
    """Whether the beginning stops at a word's end, so that "share" does not match "shareholders"."""
    rest = core[len(phrase) : len(phrase) + 1]
    return not (rest.isalnum() and phrase[-1].isalnum())


def _by_shape(folded: str, count: int) -> Verdict | None:
    if not _any_shape().match(folded):
        return None
    for shape in _shapes():
        if count <= shape.most_words and _compiled(shape.pattern).match(folded):
            return shape.verdict
    return None
