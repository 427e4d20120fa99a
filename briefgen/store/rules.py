"""By which rules a store was made: with others, all in it is made anew."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
_CODE = (".py", ".txt", ".tsv", ".toml", ".md")


def rules() -> str:
    """A digest of the program with its word lists, and of the Python that runs it.

    Its house styles do not count: nothing of them is in a store.
    """
    found = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in _CODE and path.is_file():
            found.update(path.relative_to(PACKAGE).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
