"""What the command prints: paths and findings to standard output, everything else to standard error.

A standard output that is full, closed or read no more is no fault of ours: it is told, where it can be, and
has its exit code. What standard error does not take is lost.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefgen.errors import BriefgenError, NothingFoundError, OutputLostError, Problem
from briefgen.fences import FAULTS
from briefgen.paper.printed import folded

if TYPE_CHECKING:
    from briefgen.last_words import Summary
    from briefgen.progress import Progress

SHOWN = 20
"""Problems printed one by one; a folder of thousands would bury the paths. `briefgen why` has all."""


class Voice(NamedTuple):
    """How much is told."""

    quiet: bool = False
    """Errors only, and what was lost by a fault of ours."""
    verbose: bool = False
    """All problems, each stage with its seconds, and where in the program a fault is."""


def say(line: str) -> None:
    """Print a line of the result. Raises OutputLostError."""
    if sys.stdout is None:  # closed from the start
        return
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        raise lost_output(error) from error


def lost_output(error: OSError) -> OutputLostError:
    """The error for a standard output that takes no more. What it still holds is thrown away, or Python would
    try again at the end."""
    with suppress(OSError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    return OutputLostError(error.strerror or type(error).__name__, gone=error.errno == errno.EPIPE)


def tell(line: str) -> None:
    """Print a line beside the result."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def complain(error: BriefgenError) -> None:
    """Print an error as the user's sentence and what to do."""
    if isinstance(error, OutputLostError) and error.gone:
        return  # whoever read it has what it wanted
    label = "nothing found" if isinstance(error, NothingFoundError) else "error"
    tell(f"{label}: {folded(error.message)} [{error.slug}]")
    if error.hint:
        tell(f"  {folded(error.hint)}")


def report(problems: Sequence[Problem], voice: Voice, shown: int = SHOWN) -> None:
    """Print what was met on the way, one line each; losses by a fault of ours first."""
    ordered = sorted(problems, key=lambda problem: problem.slug not in FAULTS)
    if voice.quiet:
        ordered = [problem for problem in ordered if problem.slug in FAULTS]
    if voice.verbose:
        shown = len(ordered)
    for problem in ordered[:shown]:
        tell(f"note: {folded(problem.where)}: {folded(problem.message)} [{problem.slug}]")
    if len(ordered) > shown:
        tell(f"note: and {len(ordered) - shown} more of these; --verbose shows all.")


def conclude(topic: str, files: Sequence[Path], summary: Summary, voice: Voice) -> None:
    """Print the paths and what is known of the memo: beside them for a person; where a program reads standard
    output, it goes to standard error. Raises OutputLostError."""
    seen = on_terminal() and not voice.quiet
    wide = max(len(str(file)) for file in files)
    for file in files:
        say(f"{file!s:{wide}}   {summary.head}" if seen else f"{file}")
    if voice.quiet:
        return
    if not seen:
        tell(f"{topic}: {summary.head}")
    for row in summary.lines:
        (say if seen else tell)(f"  {row}")


def on_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def window() -> int:
    """Width to wrap to; 0, one line a finding, when the output goes to a file or another program."""
    return shutil.get_terminal_size().columns if on_terminal() or "COLUMNS" in os.environ else 0


def progress(voice: Voice) -> Progress:
    """What watches a run, and draws how far it is where a person can see it."""
    from briefgen.progress import Progress, drawable

    return Progress(sys.stderr, drawable(sys.stderr) and not voice.quiet, tell if voice.verbose else None)
