"""The documents say what is so: commands, options, formats, sections, links."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from briefgen.annotate import ANNOTATORS
from briefgen.compose import SECTIONS
from briefgen.paper.house import load
from briefgen.paper.house_file import LIMITS
from briefgen.paper.memo import Field
from briefgen.read import READERS
from briefgen.render import CARRIERS, RENDERERS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST_COMMAND = 'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/python -m pytest'


def test_the_ci_runs_the_test_command_of_the_readme() -> None:
    assert f"\n{TEST_COMMAND}\n" in README
    assert f"\n{TEST_COMMAND}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_names_every_option_and_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "briefgen", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown))
    assert options
    assert {option for option in options if option not in README} == set()
    assert all(f"briefgen {command}" in README for command in ("topics", "why", "show", "completion"))


def test_the_readme_names_every_format_and_no_other() -> None:
    row = next(line for line in README.split("\n") if line.startswith("| `--format NAME` |"))
    assert set(re.findall(r"`([a-z]+)`", row.split("|")[2])) == {*RENDERERS, *CARRIERS}


def test_the_help_names_every_format_and_no_other() -> None:
    found = re.search(
        r'"--format".*?help="([^"]*)\. May', (ROOT / "briefgen" / "options.py").read_text("utf-8"), re.S
    )
    assert found
    assert set(re.findall(r"\b(?!or\b)\w+", found[1])) == {*RENDERERS, *CARRIERS}


def test_the_page_on_messages_lists_every_suffix_and_no_other() -> None:
    page = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    listed = page.partition("Formats read: ")[2].partition("that hold these")[0]
    assert set(re.findall(r"\.[a-z]+", listed)) == set(READERS)


def test_the_page_on_templates_names_every_field_and_limit() -> None:
    page = (ROOT / "docs" / "template.md").read_text(encoding="utf-8")
    assert {name for name in (*get_args(Field), *LIMITS) if f"`{name}`" not in page} == set()


def test_the_readme_names_every_section() -> None:
    assert {s.title for s in load().sections if f"| {s.title} |" not in README} == set()


PAGES = sorted(
    p.relative_to(ROOT).as_posix()
    for p in ROOT.glob("**/*.md")
    if "/." not in str(p) and "node_modules" not in p.parts
)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    if page.startswith(("tests/cases", "seeds/0")):
        return
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}"


def test_the_notice_names_every_list_that_holds_data_of_others() -> None:
    index = (ROOT / "briefgen" / "lexicon" / "README.md").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")] for line in index.split("\n") if line.startswith("| `")
    ]
    licensed = [row[1].strip("`") for row in rows if row[4] not in ("MIT", "")]
    assert licensed
    assert {name for name in licensed if f"briefgen/lexicon/{name}" not in notice} == set()


def test_the_distributions_hold_the_notice_and_the_pages() -> None:
    made = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "NOTICE" in made["project"]["license-files"]
    sdist = made["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"CONTRIBUTING.md", "NOTICE", "docs"} <= set(sdist)


def test_contributing_gives_the_test_command_and_the_one_for_everything() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"\n{TEST_COMMAND}\n" in page
    assert "`.ci/run`" in page


CODE_MAP = (ROOT / "docs" / "code-map.md").read_text(encoding="utf-8")


def test_the_code_map_names_every_room_and_every_module_of_english() -> None:
    package = ROOT / "briefgen"
    rooms = [p for p in package.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()]
    modules = [p for p in (*rooms, *(package / "english").glob("*.py")) if p.name != "__init__.py"]
    named = [p.relative_to(ROOT).as_posix() + "/" * p.is_dir() for p in modules]
    assert {name for name in named if f"`{name}`" not in CODE_MAP} == set()


def test_every_path_of_the_code_map_exists() -> None:
    assert [p for p in re.findall(r"`((?:briefgen|tests)/[^`]*)`", CODE_MAP) if not (ROOT / p).exists()] == []


@pytest.mark.parametrize(("title", "names"), [("Layers", ANNOTATORS), ("Sections", SECTIONS)])
def test_the_code_map_gives_layers_and_sections_in_order(title: str, names: dict[str, object]) -> None:
    part = CODE_MAP.partition(f"## {title}, in order")[2].partition(":")[0]
    assert re.findall(r"`([a-z-]+)`", part) == list(names)


def test_the_calls_of_the_code_map_are_in_their_modules() -> None:
    rows = re.findall(r"^\| [^|]+ \| `([^`]+\.py)` \| `(\w+)` \|$", CODE_MAP, flags=re.M)
    assert rows
    for path, call in rows:
        assert re.search(rf"^(?:def|class) {call}\b", (ROOT / path).read_text(encoding="utf-8"), re.M), path


def test_every_test_that_the_page_of_invariants_names_exists() -> None:
    page = (ROOT / "docs" / "invariants.md").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))
    rows = [line for line in page.split("\n") if line.startswith("| ") and not line.endswith("| test |")]
    named = re.findall(r"`(test_\w+)` \|$", page, flags=re.M)
    assert len(named) == len(rows)
    assert {name for name in named if f"def {name}(" not in tests} == set()
