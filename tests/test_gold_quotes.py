"""Annotated quotations are found among what the stage of quotations sees."""

from __future__ import annotations

from benchmarks.documents import split
from benchmarks.gold_quotes import Gold, gold_of, gold_quotes, ignored, names_same

TEXT = "The quay opened. “We will sign,” Ida Vale said. The “old” quay stays shut."
START = TEXT.index("We will")
SAID = {"start": START, "end": START + len("We will sign")}


def gold(ignore: list[tuple[int, int]]) -> Gold:
    return Gold({"text": TEXT, "quotes": [SAID], "ignore": ignore}, split("S1", TEXT))


def test_an_annotated_quotation_has_its_statement() -> None:
    ((quote, found),) = gold_quotes(gold([]))
    assert quote.parts[0].start == START
    assert found is SAID


def test_other_stretches_have_no_annotation() -> None:
    at = TEXT.index("old")
    assert gold_of(gold([]), at, at + 3) is None
    assert gold_of(gold([]), START - 1, SAID["end"] + 2) is SAID


def test_what_the_annotators_left_out_is_known() -> None:
    at = TEXT.index("old")
    assert ignored(gold([(at, at + 3)]), at, at + 3)
    assert not ignored(gold([(at, at + 3)]), START, SAID["end"])


def test_names_are_the_same_by_last_name_and_given_name() -> None:
    assert names_same(("ida", "vale"), "Ida Vale")
    assert names_same(("vale",), "Ida Vale")
    assert not names_same(("ida", "vale"), "Karl Vale")
