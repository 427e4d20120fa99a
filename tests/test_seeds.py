"""The documents that ship in seeds/: ours, messy in the ways that matter, and explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

SEEDS = ROOT / "seeds"
DOCUMENTS = sorted(path for path in SEEDS.iterdir() if path.name != "README.md")
NAMES = r"\bAssociation of Southeast Asian Nations\b"
"""Proper names long enough to fill a shingle by themselves; they are nobody's sentence."""
QUOTED = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|$)", re.M)
SHINGLE = 6


def shingles(text: str) -> set[tuple[str, ...]]:
    """Runs of six words inside one line, outside quotation marks."""
    found: set[tuple[str, ...]] = set()
    for line in QUOTED.sub("\n", re.sub(NAMES, "\n", text)).casefold().splitlines():
        words = re.findall(r"\w+", line)
        found.update(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_run_of_six_words_is_taken_from_the_real_articles(path: Path, real_seeds: Path) -> None:
    theirs = set().union(*(shingles(real.read_text("utf-8")) for real in sorted(real_seeds.glob("*.txt"))))
    assert theirs, "no article to compare with"
    assert shingles(path.read_text("utf-8")) & theirs == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_readme_lists_every_document(path: Path) -> None:
    assert f"`{path.name}`" in (SEEDS / "README.md").read_text("utf-8")


def test_the_readme_lists_no_document_that_is_missing() -> None:
    listed = set(re.findall(r"`(\d\d-[\w.-]+)`", (SEEDS / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in DOCUMENTS}


def text(number: str) -> str:
    (path,) = (p for p in DOCUMENTS if p.name.startswith(number))
    return path.read_bytes().decode("utf-8")


def test_spaced_ellipses_are_set_with_thin_spaces() -> None:
    assert text("01").count("\u2009.\u2009.\u2009.\u2009") == 3


def test_the_rewrite_has_a_quotation_that_never_closes() -> None:
    assert text("02").count('"') % 2 == 1


def test_the_wire_story_has_an_empty_publication_stamp() -> None:
    assert re.search(r"^Published:\s*$", text("05"), re.M)


def test_the_rewrite_names_an_address_that_can_not_exist() -> None:
    addresses = re.findall(r"https?://([^/\s]+)", "".join(text(p.name[:2]) for p in DOCUMENTS))
    assert addresses
    assert all(host.endswith("example.org") for host in addresses)
