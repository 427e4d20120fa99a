"""No two classes of the package have one name: a name in a message or an import says which is meant."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"

TO_DO: dict[str, set[str]] = {
    "Cue": {"annotate/issues/features.py", "english/cues.py", "lexicon/issues/__init__.py"},
    "Line": {"clean/cut.py", "lexicon/furniture/__init__.py"},
    "Page": {"clean/labels.py", "describe/page.py"},
    "People": {"annotate/names/people.py", "annotate/speakers/people.py"},
    "Piece": {"annotate/quotes/statements.py", "link/wording.py"},
    "Relation": {"link/relation.py", "model/findings.py"},
    "Statement": {"compose/statements.py", "link/statement.py"},
    "Token": {"model/words.py", "timex/tokens.py"},
    "Written": {"pipeline.py", "timex/frame.py"},
}
"""Names still shared, with the modules that share them; nothing may be added, and what is renamed goes."""


def shared() -> dict[str, set[str]]:
    """Class names that stand in several modules of the package, with these."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].add(path.relative_to(PACKAGE).as_posix())
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def test_class_names_are_unique() -> None:
    assert shared() == TO_DO
