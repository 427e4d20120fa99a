"""The memo against the documents that it was made from, and these against their files on disk.

Everything is worked out anew from the findings in the documents and the text of the files; at last the memo
is made a second time (`again`) and must be the same. A file is then compared with the memo (`verify`), so
that each of its lines leads back to the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.errors import Problem
from briefgen.paper.memo import Memo
from briefgen.verify.grounds import (
    again,
    also,
    citations,
    dates,
    edges,
    header,
    house_words,
    listing,
    marks,
    origin,
    places,
    speakers,
)
from briefgen.verify.grounds.record import Grounds

CHECKS: tuple[Callable[[Memo, Grounds], Iterator[Problem]], ...] = (
    *places.CHECKS,
    *citations.CHECKS,
    *edges.CHECKS,
    *house_words.CHECKS,
    *marks.CHECKS,
    *speakers.CHECKS,
    *dates.CHECKS,
    *also.CHECKS,
    *listing.CHECKS,
    *header.CHECKS,
    *origin.CHECKS,
    *again.CHECKS,
)


def verify_memo(memo: Memo, grounds: Grounds) -> tuple[Problem, ...]:
    """Everything in which a memo departs from its documents, and these from their files; empty when it may be
    drawn."""
    found = [problem for check in CHECKS for problem in check(memo, grounds)]
    if memo.evidence is not None:
        # Loaded here: most runs write no page.
        from briefgen.verify.grounds.evidence_view import evidence_right

        found += evidence_right(memo, grounds)
    return tuple(found)


__all__ = ["CHECKS", "Grounds", "verify_memo"]
