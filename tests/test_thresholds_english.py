"""On either side of the thresholds of `english`: how many are read together."""

from __future__ import annotations

import pytest

from briefgen.english.coordination import coordinated
from briefgen.english.passages import analyse
from tests.link_documents import document

NAMES = (
    *("Anna Bell", "Carl Dorn", "Eva Finn", "Gus Hall", "Ida Jonas", "Karl Lund", "Mona Nord", "Otto Penn"),
    *("Rita Stone", "Tom Ulrich", "Vera Wood", "Xena York", "Zoe Abel", "Ben Cole", "Dina Eck"),
)


@pytest.mark.parametrize(("named", "together"), [(2, 2), (7, 7), (8, 8), (13, 13), (14, 13), (15, 13)])
def test_one_and_twelve_before_it_are_read_together(named: int, together: int) -> None:
    some = NAMES[:named]
    passage = analyse(document("S1", f"{', '.join(some[:-1])} and {some[-1]} urged a ban."), 0, ())
    assert len(passage.mentions) == named
    assert len(coordinated(passage.tokens, passage.mentions, named - 1)) == together
