"""The mutation run finds the constants, changes them clearly, and knows the tests of every room."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.mutant_rooms import UNGUARDED
from benchmarks.mutants import Constant, constants, files_for, mutants

ROOT = Path(__file__).resolve().parent.parent
FOUND = tuple(constants(ROOT / "briefgen"))


def test_named_numbers_of_all_forms_are_found(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(
        "LEAST = 3\n_SHARE: float = 0.5\nA, B = 1, -2.0\nSTEPS = (2, 4)\nsmall = 5\nFLAG = True\nWORD = 'x'\n"
    )
    assert [(one.label, one.value) for one in constants(tmp_path)] == [
        ("room.LEAST", 3),
        ("room._SHARE", 0.5),
        ("room.A", 1),
        ("room.B", -2.0),
        ("room.STEPS[0]", 2),
        ("room.STEPS[1]", 4),
    ]


@pytest.mark.parametrize(
    ("value", "others"),
    [(3, [2, 4]), (40, [20, 80]), (0.3, [0.15, 0.6]), (0.0, [-1.0, 1.0]), (-0.2, [0.2, -0.4])],
)
def test_a_mutant_has_a_clearly_different_value(value: float, others: list[float]) -> None:
    assert [one.value for one in mutants(Constant("room", "NAME", None, value))] == others


def test_constants_that_are_left_alone_are_there_and_have_a_reason() -> None:
    assert {f"{one.module}.{one.name}" for one in FOUND} >= set(UNGUARDED)
    assert all(UNGUARDED.values())


def test_every_room_with_constants_has_tests() -> None:
    files = {file for one in FOUND for file in files_for(one.module)}
    assert {one.module for one in FOUND if not files_for(one.module)} == set()
    assert {file for file in files if not (ROOT / file).exists()} == set()
