"""How a table of rules is run over tokens: at each token the first rule that builds a meaning wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefgen.timex.expression import Expression, Meaning
from briefgen.timex.tokens import TimeToken

Run = tuple[TimeToken, ...]
"""The tokens a rule matched."""
Piece = tuple[int, int, Meaning]
"""One end of a range: its offsets in the text and its meaning."""
Build = Callable[[Run], "Meaning | tuple[Piece, Piece] | None"]


class Rule(NamedTuple):
    """A pattern over token classes and what to make of its tokens; a builder may still refuse."""

    starts: str
    """Classes the pattern can begin with; only for speed."""
    pattern: re.Pattern[str]
    build: Build


def rule(starts: str, pattern: str, build: Build) -> Rule:
    """A rule; `starts` lists the classes that the pattern can begin with."""
    return Rule(starts, re.compile(pattern), build)


def by_start(rules: Sequence[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """The rules that can begin with each class, in their order."""
    starts = sorted({cls for one in rules for cls in one.starts})
    return MappingProxyType({cls: tuple(one for one in rules if cls in one.starts) for cls in starts})


def run(rules: Mapping[str, tuple[Rule, ...]], found: Run, classes: str) -> Iterator[Expression]:
    """Expressions from left to right, without overlap; what looks like a date and is none is "void"."""
    index = 0
    while index < len(classes):
        end = index + 1
        for one in rules.get(classes[index], ()):
            match = one.pattern.match(classes, index)
            built = one.build(found[index : match.end()]) if match and match.end() > index else None
            if match and built:
                end = match.end()
                yield from _expressions(found, built, index, end)
                break
        index = end


def _expressions(
    found: Run, built: Meaning | tuple[Piece, Piece], first: int, last: int
) -> Iterator[Expression]:
    if isinstance(built, Meaning):
        yield Expression(found[first].start, found[last - 1].end, built, first, last)
        return
    (_, _, begin), (_, _, finish) = built
    if finish.kind == "void":
        yield Expression(found[first].start, found[last - 1].end, finish, first, last)
        return
    range_of = begin.kind != "void" and not any(token.cls == "N" for token in found[first:last])
    for opens, (start, end, meaning) in zip((range_of, False), built, strict=True):
        yield Expression(start, end, meaning, first, last, opens)


def one(tokens: Run, classes: str) -> TimeToken | None:
    """The first token of one of the classes."""
    return next((token for token in tokens if token.cls in classes), None)


def timex_mod(tokens: Run) -> str:
    """The modifier of TIMEX3 that a word as "early" or "nearly" gives; "" for none."""
    token = one(tokens, "gb")
    return token.value if token else ""


def number(tokens: Run, classes: str) -> int | None:
    """The value of the first token of one of the classes; ordinals such as "21st" without their ending."""
    token = one(tokens, classes)
    if token is None:
        return None
    digits = token.value.rstrip("stndrh")
    return int(digits) if digits.isascii() and digits.isdigit() else None
