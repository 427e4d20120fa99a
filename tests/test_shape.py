"""The size of rooms: small functions, small modules. The offenders are printed."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"

LONGEST_FUNCTION = 50
LONGEST_MODULE = 300
MEDIAN_FUNCTION = 8
DRAWERS = {"utils", "util", "helpers", "common", "misc"}


def functions() -> Iterator[tuple[str, int]]:
    """Name and length in lines, docstring not counted, of every function."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                length = (node.end_lineno or 0) - body[0].lineno + 1
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}", length


def test_no_function_is_longer_than_a_screen() -> None:
    assert {name: size for name, size in functions() if size > LONGEST_FUNCTION} == {}


def test_most_functions_are_a_few_lines() -> None:
    assert statistics.median(size for _, size in functions()) <= MEDIAN_FUNCTION


def test_no_module_is_longer_than_its_limit() -> None:
    sizes = {
        str(p.relative_to(PACKAGE)): len(p.read_text(encoding="utf-8").splitlines())
        for p in PACKAGE.rglob("*.py")
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_there_is_no_drawer() -> None:
    assert not {p.stem for p in PACKAGE.rglob("*.py")} & DRAWERS
