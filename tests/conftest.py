"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Real articles and measures; they are other people's texts and do not ship with the project."""


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
