"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casefile import UPDATES

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Real articles and measures; they are other people's texts and do not ship with the project."""


def pytest_addoption(parser: pytest.Parser) -> None:
    what = "write the program's answers into the case files where they differ, and show what was changed"
    parser.addoption("--update-cases", action="store_true", help=what)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "cases: reads a file of tests/cases (python -m pytest -m cases)")
    UPDATES.wanted = config.getoption("--update-cases")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What --update-cases changed. Each changed case has failed: an update is never taken for a pass."""
    if UPDATES.found:
        terminalreporter.section("case files written: look at every change before you keep it")
        for line in UPDATES.write():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def real_seeds() -> Path:
    """Folder of the five real articles, beside the checkout."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the five real articles (../shared/seeds) are not here")
    return folder


@pytest.fixture(scope="session")
def measures() -> Path:
    """Folder of the evaluation data and scripts, beside the checkout."""
    folder = SHARED / "eval"
    if not folder.is_dir():
        pytest.skip("the evaluation data (../shared/eval) are not here")
    return folder
