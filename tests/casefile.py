"""Reads case files: cases of language that a person who does not program can read and extend.

A case file is Markdown. A case is a heading `## title`, the input, a line `---`, and what is
expected, up to the next heading. Text above the first heading explains the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    title: str
    input: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """Cases of tests/cases/<name>.md."""
    return cases_in(CASES / f"{name}.md")


def cases_in(path: Path) -> list[Case]:
    """Cases of one file; a case without `---` or a file without cases is an error."""
    text = path.read_text(encoding="utf-8")
    cases = []
    for chunk in re.split(r"^## ", text, flags=re.M)[1:]:
        title, _, body = chunk.partition("\n")
        given, rule, expected = body.partition("\n---\n")
        if not rule:
            raise ValueError(f"{path.name}: case {title!r} has no line ---")
        cases.append(Case(title.strip(), given.strip("\n"), expected.strip("\n")))
    if not cases:
        raise ValueError(f"{path.name} holds no case")
    return cases
