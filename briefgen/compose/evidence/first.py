"""Which passages to look at first: so few that they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.paper.evidence import ONE_IN, CitedPassage


def first(passages: Sequence[CitedPassage]) -> tuple[int, ...]:
    """The numbers of the passages with the gravest reasons, the gravest first."""
    doubtful = sorted((one for one in passages if one.reasons), key=lambda one: (-one.risk, one.number))
    return tuple(one.number for one in doubtful[: len(passages) // ONE_IN])
