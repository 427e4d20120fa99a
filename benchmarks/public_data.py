"""The public data beside the checkout: other people's texts and scripts that score on them; they do not ship.

A folder with `eval` (data sets, gold, scripts) and `seeds` (five real articles).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared"
"""The one place that says where they lie."""


def place(environment: Mapping[str, str]) -> Path:
    """Where they lie: in the folder that BRIEFGEN_DATA names, else beside the checkout."""
    return Path(environment.get("BRIEFGEN_DATA") or DEFAULT)


PLACE = place(os.environ)
EVAL = PLACE / "eval"
SEEDS = PLACE / "seeds"
DATA, GOLD = EVAL / "data", EVAL / "gold"
