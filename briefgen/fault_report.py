"""What a person sends to have a fault of ours mended: lines to copy, which hold no word of a document.

Nor a name of a file, folder, topic or person: of the options only their names and the values that are ours.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen import __version__
from briefgen.errors import Fault

SHOWN = 5
"""Faults told one by one; the first ones bring the others with them as a rule."""
_OURS = frozenset({"--format", "--length", "--layer", "--line", "--document"})
"""Options with values of ours, or figures."""
_COMMANDS = frozenset({"topics", "why", "show", "completion"})
_OPTION = re.compile(r"--?[a-z][a-z-]*")
_LIBRARIES = ("lxml", "python-docx", "trafilatura", "pypdfium2", "typer")
"""Of those in use, the ones whose versions matter most."""
_HEAD = (
    "To have this mended, send these lines to whoever gave you briefgen; no word of a document is in them:"
)


def lines(faults: Sequence[tuple[str, Fault]], arguments: Sequence[str], verbose: bool) -> Iterator[str]:
    """The report on faults with their slugs, `verbose` with their tracebacks; nothing where there is none."""
    if not faults:
        return
    yield _HEAD
    yield f"    briefgen {__version__}, {_python()}"
    yield f"    {_libraries()}"
    yield f"    called with: {' '.join(_public(arguments)) or 'nothing'}"
    times = Counter(faults)
    for (slug, fault), number in list(times.items())[:SHOWN]:
        yield f"    {slug}: {fault.kind}{f', {number} times' if number > 1 else ''}"
        yield from (f"        {place}" for place in fault.places)
    if len(times) > SHOWN:
        yield f"    and {len(times) - SHOWN} others"
    if not verbose:
        yield "  With --verbose the tracebacks follow, which may hold words of documents."
        return
    yield "The tracebacks, which may hold words of documents:"
    for _, fault in list(times)[:SHOWN]:
        yield from (f"    {line}" for line in fault.trace.splitlines())


def _python() -> str:
    import platform

    return f"Python {platform.python_version()} ({sys.implementation.name}), {platform.platform(terse=True)}"


def _libraries() -> str:
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} missing")
    return ", ".join(found)


def _public(arguments: Sequence[str]) -> Iterator[str]:
    """A call without what is the user's own: each word of it is shown as "…"."""
    before = ""
    for argument in arguments:
        name, equal, value = argument.partition("=")
        if argument.startswith("-") and _OPTION.fullmatch(name):
            yield name + (equal + (_value(name, value)) if equal else "")
        elif argument in _COMMANDS and not before.startswith("--"):
            yield argument
        else:
            yield _value(before, argument)
        before = argument


def _value(option: str, words: str) -> str:
    return words if option in _OURS and re.fullmatch(r"[a-z]{1,12}|\d{1,9}", words) else "…"
