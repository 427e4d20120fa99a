"""On either side of the thresholds of `english`: how many are read together."""

from __future__ import annotations

import pytest

from briefgen.english.clauses import clause_bounds
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


@pytest.mark.parametrize(("count", "cut"), [(6, False), (7, False), (8, True), (9, True)])
def test_a_clause_of_eight_words_stands_alone(count: int, cut: bool) -> None:
    piece = f"The ministers agreed {' '.join(['slowly'] * (count - 3))}"
    whole = f"{piece}, and the others went home to the north at last"
    start, end = clause_bounds(whole, 4, 13, lambda _: False)
    assert whole[start:end] == (piece if cut else whole)


@pytest.mark.parametrize(("opening", "cut"), [("and ", False), ("and then ", True), ("and then once ", True)])
def test_a_clause_begins_two_words_before_what_must_be_shown(opening: str, cut: bool) -> None:
    rest = "patrols began again in the cold north sea off the island"
    whole = f"The council met in the old town hall, {opening}{rest}"
    at = whole.index("patrols")
    start, end = clause_bounds(whole, at, at + len("patrols"), lambda _: False)
    assert whole[start:end] == (f"{opening.removeprefix('and ')}{rest}" if cut else whole)
