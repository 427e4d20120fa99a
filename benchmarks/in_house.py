"""The measures on corpora in the repository: written by us, measured on every checkout.

Each module has `figures()`, which gives figures by name, higher is better. They are imported only when
they are measured.
"""

from __future__ import annotations

import importlib
import importlib.util
from functools import partial

from benchmarks.figures import Figures, Measure, NotMeasuredError

MODULES = (
    ("own memos", "benchmarks.memos"),
    ("own quotes", "benchmarks.scorers.quotes"),
    ("own dates", "benchmarks.scorers.dates"),
    ("own cleaning", "benchmarks.scorers.clean"),
    ("own partners", "benchmarks.scorers.partners"),
    ("own issues", "benchmarks.scorers.issues"),
)


def figures(module: str) -> Figures:
    package = module.rpartition(".")[0]
    if not importlib.util.find_spec(package) or not importlib.util.find_spec(module):
        raise NotMeasuredError(f"there is no {module.replace('.', '/')}.py")
    found: Figures = importlib.import_module(module).figures()
    return found


MEASURES = tuple(Measure(name, partial(figures, module)) for name, module in MODULES)
