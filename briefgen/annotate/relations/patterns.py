"""The patterns of `lexicon/relations/patterns.tsv`, compiled: how a sentence states a relationship."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon


class Pattern(NamedTuple):
    """One way to state a relationship."""

    kind: str
    """A relation kind, or "noun": the kind of the noun in group `noun`."""
    sides: str
    """"all": group `p` holds every side, the actor too; "free": the actor is not the subject; "bodies": only
    organisations are partners: who left NATO was in it, who left Norway travelled."""
    words: tuple[str, ...]
    """A sentence that has none of them can not match."""
    text: str
    """The regular expression. Groups: `p` the partners, `a` the actor, `noun` the relation noun; the last
    two may be missing."""


def found(masked: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """All matches of each pattern in a masked sentence, in the order of the file; an expression is compiled
    when first needed."""
    present = frozenset(word for word in _words() if word in masked)
    for pattern in patterns():
        if not present.isdisjoint(pattern.words):
            for match in _compiled(pattern.text).finditer(masked):
                yield pattern, match


@cache
def _words() -> frozenset[str]:
    """The words of all patterns."""
    return frozenset(word for pattern in patterns() for word in pattern.words)


@cache
def nouns() -> Mapping[str, str]:
    """Relation noun (a regular expression) to the kind of relation that it states."""
    return MappingProxyType({noun: kind for kind, noun in lexicon.relations.nouns()})


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns in the order of the file."""
    rows = lexicon.relations.patterns()
    return tuple(Pattern(kind, sides, words, text) for kind, sides, words, text in rows)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return lexicon.relations.patterns.expression("pattern", lambda: _expand(text))


@cache
def guards(group: str) -> re.Pattern[str]:
    """One group of `lexicon/relations/guards.tsv`, its lines as alternatives."""
    rows = [f"(?:{pattern})" for name, pattern in lexicon.relations.guards() if name == group]
    return lexicon.relations.guards.expression("pattern", lambda: "|".join(rows))


def noun_kind(noun: str) -> str:
    """The kind that a noun found in a sentence states; "counterpart" for others (a joint operation)."""
    kinds = (kind for pattern, kind in nouns().items() if re.fullmatch(pattern, noun))
    return next(kinds, "counterpart")


def _expand(text: str) -> str:
    """Puts the parts of the grammar into a pattern: {ONE}, {LIST}, {PAIR}, {ASIDE}, {NOUN}, {ADJ2}-{ADJ6}."""
    parts = {
        "{ONE}": r"<[ar]?\d[\d+]*>",
        "{LIST}": r"<\d[\d+]*>",
        "{PAIR}": r"<\d+\+[\d+]+>",
        "{ASIDE}": r"(?:(?:,| [–—-]+) [^,–—]{1,60}(?:,| [–—-]+))?",
        "{NOUN}": "(?:" + "|".join(nouns()) + ")",
    }
    for name, part in parts.items():
        text = text.replace(name, part)
    for number in range(2, 7):
        text = text.replace(f"{{ADJ{number}}}", rf"(?:[\w-]+ ){{0,{number}}}?")
    return rf"(?<![\w<]){text}"
