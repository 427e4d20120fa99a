"""What each section of a memo holds, on small made folders: tests/cases/memo_*.md."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose import SECTIONS, compose
from briefgen.errors import Problem
from briefgen.paper import house
from tests import made
from tests.casefile import Case, cases


@cases("memo_in_brief")
def test_in_brief(case: Case) -> str:
    return made.section(made.brief_of(case.input), "in-brief")


@cases("memo_background")
def test_background(case: Case) -> str:
    return made.section(made.brief_of(case.input), "background")


@cases("memo_key_statements")
def test_key_statements(case: Case) -> str:
    return made.section(made.brief_of(case.input), "key-statements")


@cases("memo_partners")
def test_partners(case: Case) -> str:
    return made.section(made.brief_of(case.input), "partners")


@cases("memo_open_issues")
def test_open_issues(case: Case) -> str:
    return made.section(made.brief_of(case.input), "open-issues")


@cases("memo_discrepancies", "memo_contradictions")
def test_discrepancies(case: Case) -> str:
    return made.section(made.brief_of(case.input), "discrepancies")


@cases("memo_chronology", "memo_cuts")
def test_chronology(case: Case) -> str:
    return made.section(made.brief_of(case.input), "chronology")


@cases("memo_further")
def test_further(case: Case) -> str:
    """The body in short, so that a small folder has rows for the annex."""
    return made.section(made.brief_of(case.input, limit=1), "further")


@cases("memo_abbreviations")
def test_abbreviations(case: Case) -> str:
    return made.section(made.brief_of(case.input), "abbreviations")


@cases("memo_bands")
def test_bands(case: Case) -> str:
    """What a page prints of the key statements: the bands, and what stands in front of each row's words."""
    given = made.brief_of(case.input)
    return "\n".join(made.printed_rows(given, "key-statements"))


@cases("memo_sources")
def test_sources(case: Case) -> str:
    return made.section(made.brief_of(case.input), "sources")


@cases("memo_header")
def test_header(case: Case) -> str:
    given = made.brief_of(case.input)
    memo = compose(given)
    filled = [(field.label, made.words(given, field.value, memo)) for field in memo.header]
    return "\n".join(f"{label}: {value}" for label, value in filled if value)


@cases("memo_places")
def test_places(case: Case) -> str:
    """Each cited place with the words that stand there."""
    given = made.brief_of(case.input)
    told = (
        f"{place.span.source}, {place.text} > {given.corpus.text(place.span)}"
        for place in compose(given).places
    )
    return "\n".join(told)


def test_a_section_that_is_left_to_the_officer_shows_where_to_write(tmp_path: Path) -> None:
    default = (house.templates_root() / "default" / "house.toml").read_text(encoding="utf-8")
    own = '[[section]]\nid = "assessment"\ntitle = "Assessment"\nofficer = true\ngap = "[to be written]"\n\n'
    at = default.index('[[section]]\nid = "further"')
    (tmp_path / "house.toml").write_text(default[:at] + own + default[at:], encoding="utf-8")
    given = replace(made.brief_of(FOLDER), style=house.load(tmp_path, SECTIONS))
    found = next(one for one in compose(given).sections if one.id == "assessment")
    assert (found.title, found.gap, found.fillable, found.items) == (
        "Assessment",
        "[to be written]",
        True,
        (),
    )


FOLDER = """
topic: fisheries

# Norway buys a patrol ship
published: 2025-03-04

Norway bought a fisheries patrol ship from a yard in Bergen on Monday.
"""


def test_the_day_of_publication_is_no_event() -> None:
    assert "Published" not in made.section(made.brief_of(FOLDER), "chronology")


def test_files_that_could_not_be_read_are_named_under_the_sources() -> None:
    given = made.brief_of(FOLDER)
    lost = Problem("scan.pdf", "pdf-no-text", "No text layer.")
    partly = Problem("1.txt", "file-damaged", "Read as far as it goes.")
    met = replace(given, problems=(lost, partly, Problem("a.txt", "quote-unbalanced", "No end.")))
    assert made.section(met, "sources").startswith("Not read: scan.pdf. ")


def test_what_the_user_states_is_shown_as_the_users_word() -> None:
    source = made.corpus(FOLDER.split("# ")[1]).documents[0].source
    told = made.prepare(replace(source, by_user={"publisher": "Example Wire"}))[0]
    given = made.brief("fisheries", made.link((told,)))
    assert "Example Wire (stated by the user)" in made.section(given, "sources")


@pytest.mark.parametrize("actor", ["NO", "SE", "FI", "US"])
def test_the_principal_actor_is_never_its_own_partner(actor: str) -> None:
    texts = (
        "The fisheries pact between Norway, Sweden and Finland holds.",
        "The White House works on fisheries with the Pentagon and Sweden.",
    )
    folder = made.corpus(*(f"Fisheries in the news\n\n{text}" for text in texts))
    memo = compose(made.brief("fisheries", folder, actor))
    rows = next(one.items for one in memo.sections if one.id == "partners")
    named = {name for row in rows for name in row.names or (row.name,)}
    assert named
    assert memo.actor not in named
    assert not (actor == "US" and named & {"White House", "Pentagon"})
