"""How a run of the command ends: what is told of errors and faults, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from briefgen.errors import BriefgenError, Problem, StoppedError
from briefgen.fences import FAULTS
from briefgen.terminal import Voice, complain, tell

NAME = "briefgen"
LOST = 5
"""Exit code when all was written, but a fault of ours cost a document, a layer of one, or the links."""
BAD_TO_WORSE = (141, LOST, 3, 4, 1)
"""The worst of several topics counts: nobody reads the output, something lost, nothing found, check failed,
cannot go on."""


class _Call:
    """The words of the call, for what is sent of a fault."""

    arguments: Sequence[str] = ()


CALL = _Call()


def leave(problems: Sequence[Problem], failures: Sequence[BriefgenError], voice: Voice) -> None:
    """Tell the errors and what to send of faults of ours, and end with the worst of what happened."""
    conclude_faults(problems, failures, voice)
    codes = {LOST for problem in problems if problem.slug in FAULTS}
    codes |= {failure.exit_code for failure in failures}
    if codes:
        raise typer.Exit(max(codes, key=BAD_TO_WORSE.index))


def failed(error: BriefgenError) -> int:
    """Tell an error that ended the run; its exit code."""
    verbose = not {"--verbose", "-v"}.isdisjoint(CALL.arguments)
    conclude_faults((), (error,), Voice(verbose=verbose))
    return error.exit_code


def conclude_faults(problems: Sequence[Problem], failures: Sequence[BriefgenError], voice: Voice) -> None:
    """Tell the errors, and what to send of faults of ours."""
    for failure in failures:
        complain(failure)
    met = [(one.slug, one.fault) for one in problems if one.fault]
    met += [(one.slug, one.fault) for one in failures if one.fault]
    if met:
        from briefgen.fault_report import lines

        for row in lines(met, CALL.arguments, voice.verbose):
            tell(row)


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn Ctrl-C into an error of ours, before typer makes "Aborted!" of it."""
    try:
        yield
    except KeyboardInterrupt as stop:
        raise StoppedError("stopped", "Stopped; no file was left half-written.") from stop
