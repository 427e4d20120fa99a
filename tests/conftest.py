"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.public_data import EVAL, SEEDS
from tests.casefile import UPDATES

ROOT = Path(__file__).resolve().parent.parent


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
    if not SEEDS.is_dir():
        pytest.skip("the five real articles of the public data beside the checkout are not here")
    return SEEDS


@pytest.fixture(scope="session")
def measures() -> Path:
    """Folder of the data sets and scripts of the public data beside the checkout."""
    if not EVAL.is_dir():
        pytest.skip("the public data beside the checkout are not here")
    return EVAL


@pytest.fixture(autouse=True)
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test leaves anything in the cache folder of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
