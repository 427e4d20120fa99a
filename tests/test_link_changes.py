"""What is reported when two versions of a statement are compared, as tests/cases/link_changes.md tells it."""

from __future__ import annotations

from briefgen.link.changes import divergences
from briefgen.link.relation import relate
from briefgen.link.version import Version
from briefgen.model import Divergence, Document
from tests.casefile import Case, cases
from tests.link_documents import document


def told(divergence: Divergence, original: Document, derived: Document) -> str:
    left = original.text(divergence.original) if divergence.original else "-"
    right = derived.text(divergence.derived) if divergence.derived else "-"
    return f"{divergence.severity} {divergence.kind}: {left} | {right}"


@cases("link_changes")
def test_a_departure_from_the_original_is_reported(case: Case) -> str:
    first, rule, second = case.input.partition("\n===\n")
    assert rule, "a case needs a line === between the two texts"
    original, derived = document("S1", first), document("S2", second)
    found = divergences(relate(Version(original), Version(derived)))
    return "\n".join(told(one, original, derived) for one in found) or "nothing"
