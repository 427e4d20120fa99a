"""Which changes of a named constant the tests notice: `python -m benchmarks.mutants [NAME ...] [--sample N]`.

A mutation run (DeMillo, Lipton and Sayward 1978) over the numbers that stand under a name in capitals at the
top of a module. Each gets clearly different values, two a number (of a tuple, one an element); the tests of
its room run with each, and a value under which they all pass has survived. NAME is a room or a constant,
`clean` or `clean.run._EDGE`; without one all are taken. `--sample N` takes every so many so that N remain.

The value is changed while its module is imported, in a process of its own, so that default arguments and all
that is worked out on import follow. Tests that start the command as another process do not see it. The
committed sample and the tests that read real articles are left out: they notice everything and explain
nothing. Prints the survivors, then a table. Exits with 1 when less than nine of ten are caught.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.mutant_rooms import SLOW, TESTS, UNGUARDED

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.9
SECONDS = 60
"""Processor time of one run; a mutant that takes longer is caught, as it would be by a person who waits."""
SMALL = 10
"""Whole numbers below this get their two neighbours, others their half and double."""


class Constant(NamedTuple):
    """A number under a name; of a tuple, one element."""

    module: str
    """Without the package: "clean.run"."""
    name: str
    element: int | None
    value: int | float

    @property
    def label(self) -> str:
        """ "clean.run._EDGE", "clean.traits._SHARE[2]"."""
        return f"{self.module}.{self.name}{'' if self.element is None else f'[{self.element}]'}"


class Mutant(NamedTuple):
    """A constant with another value."""

    constant: Constant
    value: int | float


# ---------------------------------------------------------------- constants


def constants(package: Path) -> Iterator[Constant]:
    """All named numbers of a package, by module and place."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        module = ".".join(part for part in parts if part != "__init__")
        for name, node in _named(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple):
                numbers = [_number(element) for element in node.elts]
                for i, number in enumerate(numbers):
                    if number is not None and None not in numbers:
                        yield Constant(module, name, i, number)
            elif (number := _number(node)) is not None:
                yield Constant(module, name, None, number)


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names in capitals and the expressions they get; `A, B = 1, 2` gives two."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            pairs = [(node.target, node.value)]
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            pairs = list(zip(target.elts, value.elts, strict=True)) if both else [(target, value)]
        else:
            continue
        yield from ((t.id, v) for t, v in pairs if isinstance(t, ast.Name) and t.id.isupper())


def _number(node: ast.expr) -> int | float | None:
    with contextlib.suppress(ValueError):
        value = ast.literal_eval(node)
        return value if type(value) in (int, float) else None
    return None


def mutants(constant: Constant) -> list[Mutant]:
    """Two clearly different values; for the elements of a tuple one, in turn smaller and larger."""
    value = constant.value
    if isinstance(value, int):
        values = (value - 1, value + 1) if abs(value) < SMALL else (value // 2, value * 2)
    elif value == 0.0:
        values = (-1.0, 1.0)
    else:
        values = (value / 2 if value > 0 else -value, value * 2)
    if constant.element is not None:
        values = (values[constant.element % 2],)
    return [Mutant(constant, other) for other in values]


# ---------------------------------------------------------------- a process with one value changed


class _Changing(importlib.machinery.SourceFileLoader):
    """Compiles one module with one value changed; nothing of it is cached on disk."""

    mutant: Mutant

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        tree = ast.parse(self.get_data(path))
        constant = self.mutant.constant
        for name, node in _named(tree):
            if name == constant.name:
                _set(node if constant.element is None else node.elts[constant.element], self.mutant.value)
        return compile(tree, path, "exec")


def _set(node: ast.expr, value: int | float) -> None:
    """Turns the expression into another number, in place."""
    number = ast.Constant(value)
    node.__class__ = ast.Constant  # type: ignore[assignment]
    node.__dict__.update(value=number.value, kind=None)


class _Finder(importlib.abc.MetaPathFinder):
    """Hands the module of a mutant to `_Changing`."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.module = ".".join(filter(None, ("briefgen", mutant.constant.module)))

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        if fullname != self.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = _Changing(fullname, spec.loader.path)
            spec.loader.mutant = self.mutant
        return spec


def files_for(module: str) -> tuple[str, ...]:
    """The test files of a module's room; none when the room has none."""
    parts = module.split(".")
    keys = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    names = next((TESTS[key] for key in keys if key in TESTS), "").split()
    return tuple(f"tests/{name}.py" for name in names)


def passes(module: str, mutant: Mutant | None) -> bool:
    """Whether the tests of the module's room pass, with one value changed or as they are."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        with contextlib.suppress(BaseException):
            os._exit(_run(files_for(module), mutant))
        os._exit(1)
    _, status = os.waitpid(child, 0)
    return status == 0


def _run(files: Sequence[str], mutant: Mutant | None) -> int:
    import pytest

    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    leave_out = " and ".join(f"not {word}" for word in SLOW)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-k", leave_out]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main([*options, *files]))


# ---------------------------------------------------------------- the report


def chosen(names: Sequence[str], sample: int | None) -> list[Mutant]:
    """The mutants of the named rooms and constants, or a sample of them at equal distances."""
    found = [
        mutant
        for constant in constants(ROOT / "briefgen")
        if _is_named(constant, names) and _without_element(constant) not in UNGUARDED
        for mutant in mutants(constant)
    ]
    if sample is None or sample >= len(found):
        return found
    return [found[i * len(found) // sample] for i in range(sample)]


def _without_element(constant: Constant) -> str:
    return f"{constant.module}.{constant.name}"


def _is_named(constant: Constant, names: Sequence[str]) -> bool:
    full = f"{_without_element(constant)}."
    return not names or any(full.startswith(f"{name.removeprefix('briefgen.')}.") for name in names)


def table(caught: Counter[str], survived: Counter[str]) -> str:
    """Caught, survived and the share of each room, and of all."""
    rooms = sorted(caught.keys() | survived.keys())
    rows = [(room, caught[room], survived[room]) for room in rooms]
    rows.append(("all", caught.total(), survived.total()))
    lines = [f"{room:12} {hit:6} {miss:8} {hit / (hit + miss):6.2f}" for room, hit, miss in rows]
    return "\n".join([f"{'room':12} caught survived  share", *lines])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--sample", type=int)
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    found = chosen(given.names, given.sample)
    for files in sorted({files_for(mutant.constant.module) for mutant in found}):
        module = next(m.constant.module for m in found if files_for(m.constant.module) == files)
        if files and not passes(module, None):
            print(f"the tests fail as they are: {' '.join(files)}")
            return 2
    caught, survived = Counter[str](), Counter[str]()
    for mutant in found:
        room = mutant.constant.module.partition(".")[0]
        if not files_for(mutant.constant.module) or passes(mutant.constant.module, mutant):
            survived[room] += 1
            print(f"survived: {mutant.constant.label} {mutant.constant.value} -> {mutant.value}", flush=True)
        else:
            caught[room] += 1
    print(table(caught, survived))
    total = caught.total() + survived.total()
    return caught.total() < GOAL * total


def _preload() -> None:
    """Imports the libraries once, before the processes part; never a module of the package itself."""
    for name in ("pytest", "_pytest.assertion.rewrite", "dateparser", "docx", "trafilatura"):
        if importlib.util.find_spec(name.partition(".")[0]) is not None:
            importlib.import_module(name)


if __name__ == "__main__":
    _preload()
    sys.exit(main())
