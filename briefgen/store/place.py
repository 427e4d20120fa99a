"""Where the store of a folder is kept."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

SUFFIX = ".sqlite"
_NAME = 16
"""Hexadecimal digits of a folder's digest in the name of its store."""


def cache_folder() -> Path:
    """Where the stores of this user are kept."""
    from platformdirs import user_cache_path

    return user_cache_path("briefgen", appauthor=False)


def place_of(folder: Path) -> Path:
    """The store of a folder, whether it is there or not."""
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:_NAME]
    return cache_folder() / f"{name}{SUFFIX}"
