"""Which passages to look at first: so few that they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.paper.evidence import CitedPassage

ONE_IN = 6
"""One passage in so many at most. A mark on each doubtful speaker, date and cut stood on 37 of 46 and was
skipped over."""


def first(passages: Sequence[CitedPassage]) -> tuple[int, ...]:
    """The numbers of the passages with the gravest reasons, the gravest first."""
    doubtful = sorted((one for one in passages if one.reasons), key=lambda one: (-one.risk, one.number))
    return tuple(one.number for one in doubtful[: len(passages) // ONE_IN])
