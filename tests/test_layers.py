"""Who may import whom, inside the project and outside. A stage never imports another stage."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"

BASE = {"toml_table", "errors", "model", "lexicon", "english", "timex"}
MEMO = BASE | {"paper", "topic"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors", "model"},
    "lexicon": {"errors", "lexicon"},
    "english": {"errors", "model", "lexicon"},
    "timex": BASE,
    "paper": {"toml_table", "errors", "model", "timex"},
    "topic": BASE,
    "output": {"errors"},
    "stopping": set(),
    "locks": set(),
    "outcome": {"errors", "last_words", "paper"},
    "remarks": {
        "compose",
        "errors",
        "last_words",
        "model",
        "output",
        "paper",
        "request",
        "topic",
        "verify",
        "__init__",
    },
    "provenance": {"model", "paper", "request", "topic", "__init__"},
    "sifting": {"compose", "errors", "model", "paper", "provenance", "request", "verify"},
    "drafts": {"errors", "locks", "output", "stopping"},
    "files": {"drafts", "errors", "fences", "output", "paper", "refusal", "render", "request", "verify"},
    "fences": {"errors", "model"},
    "garbage": set(),
    "watch": set(),
    "progress": set(),
    "keeping": set(),
    "preparing": {"annotate", "clean", "describe", "errors", "fences", "link", "model"},
    "loading": {
        "archive",
        "errors",
        "keeping",
        "model",
        "preparing",
        "read",
        "select",
        "store",
        "topic",
        "watch",
    },
    "store": {"errors", "model", "store"},
    "archive": {
        "annotate",
        "archive",
        "errors",
        "fences",
        "garbage",
        "model",
        "preparing",
        "read",
        "select",
        "store",
        "topic",
        "watch",
    },
    "terminal": {"errors", "fences", "last_words", "paper", "progress"},
    "fault_report": {"errors", "__init__"},
    "completing": {"errors", "paper", "render", "show"},
    "toml_table": set(),
    "read": BASE | {"read", "fences", "watch"},
    "clean": BASE | {"clean"},
    "describe": BASE | {"describe"},
    "annotate": BASE | {"annotate"},
    "link": BASE | {"link"},
    "select": BASE | {"select", "topic"},
    "compose": MEMO | {"compose", "__init__"},
    "render": MEMO | {"render", "stopping"},
    "verify": MEMO,
    "refusal": {"errors", "model"},
    "why": {"compose", "model", "paper"},
    "propose": BASE | {"propose", "topic"},
    "contents": {"errors", "model", "paper", "propose", "topic"},
    "show": BASE | {"show", "annotate", "fences", "paper"},
    "request": {"keeping", "paper"},
    "options": {"completing"},
    "arguments": {"errors", "keeping", "paper", "render"},
    "mail_addresses": {"arguments", "errors", "paper"},
    "last_words": {"errors", "model", "output", "paper", "request"},
    "ending": {"errors", "fault_report", "fences", "terminal"},
    "subcommands": {
        "arguments",
        "completing",
        "contents",
        "ending",
        "errors",
        "model",
        "options",
        "pipeline",
        "request",
        "show",
        "store",
        "terminal",
        "why",
    },
    "cli": {
        "arguments",
        "completing",
        "ending",
        "errors",
        "fences",
        "mail_addresses",
        "options",
        "paper",
        "pipeline",
        "request",
        "subcommands",
        "terminal",
        "__init__",
    },
    "__init__": set(),
    "__main__": {"cli", "garbage", "stopping"},
}
"""Module or folder: what of the project it may import. `pipeline` alone may import everything."""

THIRD_PARTY: dict[str, set[str]] = {
    "typer": {"cli", "completing", "ending", "options", "subcommands"},
    "docx": {"read", "render"},
    "jinja2": {"render"},
    "dateparser": {"timex"},
    "charset_normalizer": {"read"},
    "trafilatura": {"read"},
    "pypdfium2": {"read", "render"},
    "lxml": {"read", "render"},
    "yaml": {"read"},
    "platformdirs": {"store"},
}
"""Library: the rooms that may import it."""


def rooms() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide from this table"
            assert node.module
            if node.module != "briefgen":
                yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str:
    part = name.split(".")[1] if "." in name else "__init__"
    return "__init__" if part == "__version__" else part


@pytest.mark.parametrize(("room", "path"), list(rooms()), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_module_imports_only_what_its_room_may(room: str, path: Path) -> None:
    if room == "pipeline":
        return
    found = {own(name) for name in imported(path) if name.split(".")[0] == "briefgen"}
    assert found - {room} <= MAY_IMPORT[room]


def test_annotators_do_not_import_each_other() -> None:
    folder = PACKAGE / "annotate"
    for path in folder.rglob("*.py"):
        step = path.relative_to(folder).parts[0].removesuffix(".py")
        if step == "__init__":
            continue
        others = {n.split(".")[2] for n in imported(path) if n.startswith("briefgen.annotate.")}
        assert others <= {step}, path


def test_only_the_command_knows_the_pipeline() -> None:
    knowing = {room for room, path in rooms() if "briefgen.pipeline" in set(imported(path))}
    assert knowing <= {"cli", "subcommands"}


@pytest.mark.parametrize("library", THIRD_PARTY)
def test_a_library_is_confined_to_its_rooms(library: str) -> None:
    using = {room for room, path in rooms() if library in {name.split(".")[0] for name in imported(path)}}
    assert using <= THIRD_PARTY[library]


def distribution(name: str) -> str:
    """A library's name as packages are compared: small letters and hyphens, no extra, no version."""
    return re.split(r"[\[<>=!~; ]", name)[0].lower().replace("_", "-")


def explained(development: bool) -> set[str]:
    """The libraries that docs/dependencies.md explains: of the program, or for development only."""
    page = (PACKAGE.parent / "docs" / "dependencies.md").read_text(encoding="utf-8")
    program, _, others = page.partition("## For development only")
    assert others
    return {
        distribution(name) for name in re.findall(r"\*\*([\w-]+)\*\*", others if development else program)
    }


def test_the_page_of_dependencies_names_what_is_installed_and_no_other() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert explained(development=False) == set(map(distribution, project["dependencies"]))
    assert set(project["optional-dependencies"]) == {"dev"}
    assert explained(development=True) == set(map(distribution, project["optional-dependencies"]["dev"]))


NEVER_IMPORTED = {"lxml-html-clean"}
"""Of the page of dependencies what only another library asks for."""


def test_no_other_library_is_used() -> None:
    found = {name.split(".")[0] for _, path in rooms() for name in imported(path)}
    foreign = found - {"briefgen"} - set(sys.stdlib_module_names)
    assert foreign == set(THIRD_PARTY)
    shipped_in = packages_distributions()
    used = {distribution(name) for library in foreign for name in shipped_in[library]}
    assert used == explained(development=False) - NEVER_IMPORTED


ALLOWED = {
    "progress.py": {"time", "time.monotonic"},
    "pdf_child.py": {"subprocess"},
    "office.py": {"subprocess"},
    "apart.py": {"subprocess"},
}
"""A large file is read by a process with bounds. A PDF is read by one of its own, as the library for it is
not written in Python; LibreOffice, which makes one, is a program. The line that shows how far a run is asks
how long it took, and writes to the terminal alone."""


def test_the_package_asks_no_network_no_clock_and_no_chance() -> None:
    barred = {
        "asyncio",
        "ftplib",
        "http",
        "random",
        "secrets",
        "smtplib",
        "socket",
        "ssl",
        "subprocess",
        "time",
        "urllib.request",
        "uuid",
    }
    for _, path in rooms():
        found = set(imported(path)) - ALLOWED.get(path.name, set())
        assert not {name for name in found if name in barred or name.split(".")[0] in barred}, path
        if path.name == "arguments.py":
            continue  # --stamp asks for the time of the call
        asked = {n.attr for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Attribute)}
        assert not asked & {"now", "today", "urandom", "utcnow"}, path
