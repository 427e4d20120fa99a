"""The command: arguments to a request, results to the terminal, errors to exit codes.

`terminal` prints, `ending` ends a run, `subcommands` holds what is no memo.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

import typer

from briefgen import __version__
from briefgen.arguments import day, filled, keeping, known_formats, known_length, line, now
from briefgen.ending import CALL, NAME, failed, leave, stoppable
from briefgen.errors import BriefgenError, OutputLostError, UsageError
from briefgen.fences import own_frame, unforeseen
from briefgen.options import (
    Actor,
    AsOf,
    CcMail,
    Formats,
    From,
    LengthOfMemo,
    Marking,
    NoStore,
    Out,
    Quiet,
    Ref,
    Seeds,
    Stamp,
    Store,
    Template,
    To,
    ToMail,
    Topics,
    Verbose,
    Version,
    Workers,
    examples,
)  # fmt: skip
from briefgen.request import Request
from briefgen.subcommands import add_to
from briefgen.terminal import Voice, conclude, lost_output, progress, report, say

if TYPE_CHECKING:
    from briefgen.paper.carried import MailAddress

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(
    invoke_without_command=True,
    help="Turn a folder of source documents into a briefing memo in which every line can be traced.",
    epilog="Exit codes: 0 written; 1 cannot go on; 2 wrong call; 3 nothing found; 4 verification failed; "
    "5 written, but a fault of briefgen cost something; 130, 143 stopped; 141 nobody reads the output.\n\n"
    + examples(
        "--topic asia-security",
        "--topic asia-security --seeds DOCUMENTS --out MEMOS --format docx --format html",
        "--topic 'maritime security' --length short --as-of 2026-01-31",
    ),
)
def briefgen(  # noqa: PLR0913 - typer takes each option as a parameter
    context: typer.Context,
    topic: Topics = None,
    seeds: Seeds = Path("seeds"),
    out: Out = Path("out"),
    formats: Formats = None,
    template: Template = None,
    as_of: AsOf = None,
    actor: Actor = None,
    length: LengthOfMemo = "standard",
    to: To = None,
    from_: From = None,
    ref: Ref = None,
    marking: Marking = None,
    to_mail: ToMail = None,
    cc_mail: CcMail = None,
    stamp: Stamp = False,
    store: Store = None,
    no_store: NoStore = False,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    version: Version = False,
) -> None:
    """Write a memo on each topic given."""
    if version:
        return say(f"{NAME} {__version__}")
    if context.invoked_subcommand is not None:
        return None
    request = Request(
        tuple(dict.fromkeys(topic or ())),
        seeds,
        out,
        known_formats(formats or ["docx"]),
        template,
        day(as_of),
        known_length(length),
        actor,
        filled({"to": to, "from": from_, "ref": ref}),
        line("--marking", marking),
        people("--to-mail", to_mail),
        people("--cc-mail", cc_mail),
        now() if stamp else None,
        keeping(store, no_store, workers),
    )
    with stoppable():
        return write(request, Voice(quiet, verbose))


def people(option: str, words: Sequence[str] | None) -> tuple[MailAddress, ...]:
    """The people of an option such as --to-mail, mostly none. Raises UsageError as `addresses` does."""
    if not words:
        return ()
    from briefgen.mail_addresses import addresses

    return addresses(option, words)


def write(request: Request, voice: Voice) -> None:
    """Run a request and report it; the exit code says whether every topic got its memo."""
    if not request.topics:
        raise UsageError(
            "topic-missing", "No topic was given.", "Add --topic NAME; `briefgen topics` lists the names."
        )
    from briefgen.pipeline import run

    with progress(voice) as watch:
        written, problems = run(request, watch)
    report(problems, voice)
    failures: list[BriefgenError] = []
    for one in written:
        report(one.remarks, voice)
        if one.summary and one.files:
            try:
                conclude(one.topic, one.files, one.summary, voice)
            except OutputLostError as lost:
                failures.append(lost)
        failures += one.failures
    leave([*problems, *(remark for one in written for remark in one.remarks)], failures, voice)


add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: run the command and leave with its exit code; no error ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(outcome(arguments))


def outcome(arguments: Sequence[str] | None) -> int:
    """Exit code of one run of the command."""
    CALL.arguments = list(sys.argv[1:] if arguments is None else arguments)
    if any(name.startswith(f"_{NAME.upper()}_COMPLETE") for name in os.environ):
        from briefgen.completing import get_ready

        get_ready()
    try:
        app(args=CALL.arguments, prog_name=NAME)
    except BriefgenError as error:
        return failed(error)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except Exception as fault:  # the last resort: what no stage foresaw, with the place to report
        return failed(lost_output(fault) if printing(fault) else unforeseen(fault))
    return 0


def printing(fault: Exception) -> TypeGuard[OSError]:
    """Whether typer met a fault while no line of ours ran below this module: it was printing help."""
    frame = own_frame(fault)
    return isinstance(fault, OSError) and frame is not None and frame.filename == __file__
