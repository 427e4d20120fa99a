"""The words of the project are its own: no run of words from the real articles beside the checkout."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

SUFFIXES = frozenset({".py", ".md", ".toml", ".tsv", ".txt"})
LENGTH = 6
TESTED_ELSEWHERE = ("seeds/", "out/")
"""seeds/ has its own test (test_seeds.py); out/ holds a memo that is made from seeds/."""
WORD = re.compile(r"[^\W\d_]+")
TYPOGRAPHIC = re.compile(r"“[^“”\n]*(?:”|$)", re.M)
ANY_QUOTED = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|$)", re.M)
ALLOWED = (
    "association of southeast asian nations",  # name of an organisation
    "representative for foreign and security policy",  # name of an office
    "deputy secretary of defense for policy",  # name of an office
    "under secretary of defence for policy",  # name of an office
    "leave a comment",  # label of a form for comments
    "leave a reply",  # label of a form for comments
    "list of items",  # what a screen reader says before a list
    "you agree to the privacy policy",  # set phrase of a notice on cookies
)
"""Names and set phrases; a run of words never reaches across one."""
Run = tuple[str, ...]


def words(text: str) -> str:
    return " ".join(WORD.findall(text)).casefold()


def runs(text: str) -> set[Run]:
    found: set[Run] = set()
    for part in re.split(r"\b(?:" + "|".join(ALLOWED) + r")\b", words(text)):
        row = part.split()
        found.update(tuple(row[at : at + LENGTH]) for at in range(len(row) - LENGTH + 1))
    return found


def own_runs(path: Path) -> set[Run]:
    """Runs of words in a file, outside quotation marks; those of Python code mark no quotation."""
    quoted = TYPOGRAPHIC if path.suffix == ".py" else ANY_QUOTED
    parts = quoted.split(path.read_text("utf-8"))
    return set().union(*(runs(part) for part in parts))


def files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("the files of the project are listed by git, which does not know this folder")
    names = [name for name in listed.stdout.splitlines() if not name.startswith(TESTED_ELSEWHERE)]
    return [ROOT / name for name in names if Path(name).suffix in SUFFIXES and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def theirs(real_seeds: Path) -> set[Run]:
    """All runs of words of the five articles, without names and set phrases."""
    articles = [runs(path.read_text("utf-8")) for path in sorted(real_seeds.glob("*.txt"))]
    assert articles, "no article to compare with"
    return set().union(*articles)


def test_no_run_of_six_words_of_the_project_is_taken_from_the_real_articles(theirs: set[Run]) -> None:
    taken = {
        f"{path.relative_to(ROOT)}: {' '.join(run)}" for path in files() for run in own_runs(path) & theirs
    }
    assert sorted(taken) == []


def test_a_borrowed_clause_is_told() -> None:
    sentence = "The harbour master of the island said the ferries would sail again"
    assert runs(sentence) & runs(f"It rained. {sentence.upper()}, he wrote.")


def test_the_name_of_an_organisation_is_nobody_s_sentence() -> None:
    assert runs("the summit of the Association of Southeast Asian Nations was held") == set()


def test_words_in_quotation_marks_are_the_speaker_s(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("She said “the sea cannot wait for any of us” and left.", "utf-8")
    assert own_runs(page) == set()
