"""Programs that some tests need and briefgen does not: what is missing is said, and never passes unseen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSER = ROOT / "tests" / "browser"
REQUIRED = "BRIEFGEN_REQUIRE_TOOLS"
"""Environment variable; where it is set, as `.ci/run` does, a missing program fails the test."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = {
    "chromium": "chromium",
    "node": "nodejs",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
}
"""Program: the package of Debian that has it."""
SECONDS = 180
"""The longest that a program of these may take."""


def program(*names: str) -> str:
    """Path of the first of these programs that is here; without one the test is skipped, or fails."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"{names[0]} is not installed (apt-get install {PACKAGES[names[0]]})")


def missing(what: str) -> NoReturn:
    """Skip the test with a sentence that says what it needs, or fail where nothing may be missing."""
    if os.environ.get(REQUIRED):
        pytest.fail(f"{what}, and {REQUIRED} is set")
    pytest.skip(f"{what}; see CONTRIBUTING.md")


def run(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> bytes:
    """What a program prints; one that fails fails the test with its own words."""
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        timeout=SECONDS,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    assert done.returncode == 0, f"{command[0]}: {done.stderr.decode(errors='replace')[-3000:]}"
    return done.stdout


def node(script: str, *arguments: str | Path, needs: Sequence[str] = CHROMIUM) -> bytes:
    """What a script of tests/browser prints; `needs` are names of a program that it starts."""
    environment = {"BRIEFGEN_CHROMIUM": program(*needs)} if needs else {}
    command = (program("node"), BROWSER / script, *arguments)
    if not (BROWSER / "node_modules").is_dir():
        missing("the libraries of tests/browser are not installed (npm ci in that folder)")
    return run(command, environment)


def pdf_text(file: Path) -> str:
    """The words of a PDF in reading order, as poppler sees them."""
    return run((program("pdftotext"), "-enc", "UTF-8", file, "-")).decode("utf-8", errors="replace")
