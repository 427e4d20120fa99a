"""What is reported when two versions of a statement are compared, as tests/cases/link_changes.md tells it."""

from __future__ import annotations

import pytest

from briefgen.link.changes import divergences
from briefgen.link.relation import relate
from briefgen.link.version import Version
from briefgen.model import Divergence, Document
from tests.casefile import Case, read_cases
from tests.link_documents import document

CASES = read_cases("link_changes")


def told(divergence: Divergence, original: Document, derived: Document) -> str:
    left = original.text(divergence.original) if divergence.original else "-"
    right = derived.text(divergence.derived) if divergence.derived else "-"
    return f"{divergence.severity} {divergence.kind}: {left} | {right}"


def expected(case: Case) -> list[str]:
    return [] if case.expected == "nothing" else case.expected.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_departure_from_the_original_is_reported(case: Case) -> None:
    first, rule, second = case.input.partition("\n===\n")
    assert rule, "a case needs a line === between the two texts"
    original, derived = document("S1", first), document("S2", second)
    found = divergences(relate(Version(original), Version(derived)))
    assert [told(one, original, derived) for one in found] == expected(case)
