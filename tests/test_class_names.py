"""No two classes of the package have one name: a name in a message or an import says which is meant."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"


def shared() -> dict[str, set[str]]:
    """Class names that stand in several modules of the package, with these."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].add(path.relative_to(PACKAGE).as_posix())
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def test_class_names_are_unique() -> None:
    assert shared() == {}
