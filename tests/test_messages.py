"""docs/messages.md explains every slug of the code, and nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ERRORS = {
    "UnreadableError",
    "BriefgenError",
    "UsageError",
    "NothingFoundError",
    "VerificationError",
    "StoppedError",
}
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+|stopped")


def slugs() -> set[str]:
    """Slugs given to problems and errors anywhere in the package, also through a constant or a helper."""
    found = set()
    for path in (ROOT / "briefgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = {"Problem": 1, "_error": 0}.get(node.func.id, 0 if node.func.id in ERRORS else -1)
                if 0 <= at < len(node.args) and isinstance(node.args[at], ast.Constant):
                    found.add(str(node.args[at].value))
    return found


def explained() -> set[str]:
    text = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    return set(re.findall(r"^## ([a-z-]+)$", text, flags=re.M))


def test_every_slug_is_explained() -> None:
    assert slugs() - explained() == set()


def test_every_explained_slug_exists() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "briefgen").rglob("*.py"))
    assert {slug for slug in explained() if f'"{slug}"' not in code} == set()


def test_slugs_look_alike() -> None:
    assert all(SLUG.fullmatch(slug) for slug in slugs())
