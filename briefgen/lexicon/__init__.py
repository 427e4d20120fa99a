"""Word lists as data files: one entry a line, `#` starts a comment, blank lines are skipped.

A word that is missing is added to the file and to a case in tests/cases; no Python changes.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Entries of `lexicon/<name>.txt` in file order, comments and blanks removed."""
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def words(name: str) -> frozenset[str]:
    """The same entries as a set, case folded."""
    return frozenset(entry.casefold() for entry in lines(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `lexicon/<name>.tsv`: cells between tabs, stripped; `#` lines are comments."""
    text = (files(__package__) / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in row.split("\t")) for row in rows)
