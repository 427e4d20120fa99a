"""Which passages to look at first: so few that they are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefgen.paper.evidence import ONE_IN, CitedPassage, joint_risk

AGAIN, MOST = 0.5, 2
"""What a further look at the same speaker of a report is worth against the one before, and how many there
are: of the pronouns of an interview all were listed, and nothing else."""


def first(passages: Sequence[CitedPassage]) -> tuple[int, ...]:
    """The numbers of the passages with the gravest reasons, the gravest first."""
    left = [one for one in passages if one.reasons]
    seen: Counter[str] = Counter()
    taken: list[int] = []
    while left and len(taken) < len(passages) // ONE_IN:
        best = max(left, key=lambda one: (worth(one, seen), -one.number))
        if not worth(best, seen):
            break
        left.remove(best)
        taken.append(best.number)
        seen.update(reason.subject for reason in best.reasons if reason.subject)
    return tuple(taken)


def worth(one: CitedPassage, seen: Counter[str]) -> float:
    """The risk that a look may find, what was seen of its subjects before taken into account."""
    return joint_risk(
        reason.risk * AGAIN ** seen[reason.subject] for reason in one.reasons if seen[reason.subject] < MOST
    )
