"""The command: arguments to a request, results to the terminal, errors to exit codes.

The only module that prints. Paths go to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefgen import __version__
from briefgen.arguments import day, filled, known_formats, known_length, line
from briefgen.errors import BriefgenError, NothingFoundError, Problem, StoppedError, UsageError
from briefgen.fences import FAULTS, unforeseen
from briefgen.last_words import Summary
from briefgen.options import (
    Actor,
    AsJson,
    AsOf,
    CcMail,
    Document,
    Formats,
    From,
    Layers,
    LengthOfMemo,
    Marking,
    OfMany,
    OneTopic,
    OnLine,
    Out,
    Proposing,
    Ref,
    Seeds,
    Template,
    To,
    ToMail,
    TopicFile,
    Topics,
    Version,
    Why,
    Words,
)
from briefgen.paper.printed import folded
from briefgen.request import Request

if TYPE_CHECKING:
    from briefgen.paper.carried import MailAddress

SHOWN = 20
"""Problems printed one by one; a folder of thousands would bury the paths. `briefgen why` has all."""

LOST = 5
"""Exit code when all was written, but a fault of ours cost a document, a layer of one, or the links."""
BAD_TO_WORSE = (LOST, 3, 4, 1)
"""The worst of several topics counts: something lost, nothing found, check failed, cannot go on."""

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(
    invoke_without_command=True,
    help="Turn a folder of source documents into a briefing memo in which every line can be traced.",
    epilog="Exit codes: 0 written; 1 cannot go on; 2 wrong call; 3 nothing found; 4 verification failed; "
    "5 written, but a fault of briefgen cost something.",
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
    version: Version = False,
) -> None:
    """Write a memo on each topic given."""
    if version:
        return typer.echo(f"briefgen {__version__}")
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
    )
    with stoppable():
        return write(request)


def people(option: str, words: Sequence[str] | None) -> tuple[MailAddress, ...]:
    """The people of an option such as --to-mail, mostly none. Raises UsageError as `addresses` does."""
    if not words:
        return ()
    from briefgen.mail_addresses import addresses

    return addresses(option, words)


def write(request: Request) -> None:
    """Run a request and report it; the exit code says whether every topic got its memo."""
    if not request.topics:
        raise UsageError(
            "topic-missing", "No topic was given.", "Add --topic NAME; `briefgen topics` lists the names."
        )
    from briefgen.pipeline import run

    written, problems = run(request)
    report(problems)
    for one in written:
        report(one.remarks)
        if one.summary and one.files:
            conclude(one.topic, one.files, one.summary)
        for failure in one.failures:
            complain(failure)
    leave(problems, [failure for one in written for failure in one.failures])


def conclude(topic: str, files: Sequence[Path], summary: Summary) -> None:
    """Print the paths and what is known of the memo: beside them for a person; where a program reads standard
    output, it goes to standard error."""
    seen = sys.stdout.isatty()
    wide = max(len(str(file)) for file in files)
    for file in files:
        typer.echo(f"{file!s:{wide}}   {summary.head}" if seen else f"{file}")
    if not seen:
        typer.echo(f"{topic}: {summary.head}", err=True)
    for row in summary.lines:
        typer.echo(f"  {row}", err=not seen)


@app.command(help="List the topic files and how much a folder holds for each.")
def topics(seeds: Seeds = Path("seeds"), propose: Proposing = False, file: TopicFile = None) -> None:
    """Print one line for each topic file, or what the folder is about."""
    from briefgen.contents import holding_lines, proposal_lines
    from briefgen.pipeline import holdings, proposal

    if propose or file:
        with stoppable():
            found, written, problems = proposal(seeds, file)
        report(problems)
        for line in (*proposal_lines(found), "Written", f"  {written}{how_called(written)}"):
            typer.echo(line)
        return leave(problems, ())
    with stoppable():
        rows, broken, problems = holdings(seeds)
    report(problems)
    for line in holding_lines(rows):
        typer.echo(line)
    failures = [*broken, *(found for _, found in rows if isinstance(found, BriefgenError))]
    for failure in failures:
        complain(failure)
    return leave(problems, failures)


def how_called(written: Path) -> str:
    """How a new topic file is called; nothing where briefgen does not look for it."""
    return f" (briefgen --topic {written.stem})" if written.parent == Path("templates", "topics") else ""


def leave(problems: Sequence[Problem], failures: Sequence[BriefgenError]) -> None:
    """End with the worst of what happened, when there was anything bad."""
    codes = {LOST for problem in problems if problem.slug in FAULTS}
    codes |= {failure.exit_code for failure in failures}
    if codes:
        raise typer.Exit(max(codes, key=BAD_TO_WORSE.index))


@app.command(
    help="Say for each document and sentence why it is in or out of a topic and where in the memo it stands, "
    "what decided the order of its rows, and what cleaning dropped."
)
def why(
    topic: OneTopic, seeds: Seeds = Path("seeds"), actor: Actor = None, length: LengthOfMemo = "standard"
) -> None:
    """Print the reasons of selection and of composing, and the rule behind every dropped line."""
    from briefgen.pipeline import examine
    from briefgen.why import reasons

    with stoppable():
        request = Request((topic,), seeds, length=known_length(length), actor=actor)
        (corpus, selection, made), problems = examine(request)
        report(problems, len(problems))
        failures = [made] if isinstance(made, BriefgenError) else []
        for row in reasons(corpus, selection, None if isinstance(made, BriefgenError) else made):
            typer.echo(row)
    for failure in failures:
        complain(failure)
    leave(problems, failures)


@app.command(help="Show what was found in a document, sentence by sentence, and why.")
def show(  # noqa: PLR0913 - typer takes each option as a parameter
    file: Document,
    document: OfMany = None,
    layer: Layers = None,
    line: OnLine = None,
    find: Words = "",
    why: Why = False,
    json: AsJson = False,
) -> None:
    """Print the findings in one file; what was met on other documents goes to standard error."""
    from briefgen.pipeline import inspect
    from briefgen.show import Wish, as_json, chosen, known_file, missed, searched, shown

    wish = Wish.of(layer or (), line, find, why)
    with stoppable():
        inspected, problems = inspect(known_file(file))
        picked = chosen(inspected, document)
        found = searched(picked, wish)
        report([*problems, *missed(found, wish)])
        for row in [as_json(found)] if json else shown(found, wish, window()):
            typer.echo(row)
    leave([*problems, *(problem for _, met in picked for problem in met)], ())


def window() -> int:
    """Width to wrap to; 0, one line a finding, when the output goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() or "COLUMNS" in os.environ else 0


def report(problems: Sequence[Problem], shown: int = SHOWN) -> None:
    """Print what was met on the way, one line each; losses by a fault of ours first."""
    ordered = sorted(problems, key=lambda problem: problem.slug not in FAULTS)
    for problem in ordered[:shown]:
        typer.echo(f"note: {folded(problem.where)}: {folded(problem.message)} [{problem.slug}]", err=True)
    if len(problems) > shown:
        typer.echo(f"note: and {len(problems) - shown} more of these.", err=True)


def complain(error: BriefgenError) -> None:
    """Print an error as the user's sentence and what to do."""
    label = "nothing found" if isinstance(error, NothingFoundError) else "error"
    typer.echo(f"{label}: {folded(error.message)} [{error.slug}]", err=True)
    if error.hint:
        typer.echo(f"  {folded(error.hint)}", err=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: run the command and leave with its exit code; no error ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(outcome(arguments))


def outcome(arguments: Sequence[str] | None) -> int:
    """Exit code of one run of the command."""
    try:
        app(args=list(arguments) if arguments is not None else None)
    except BriefgenError as error:
        complain(error)
        return error.exit_code
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 0
    except Exception as fault:  # the last resort: what no stage foresaw, with the place to report
        complain(unforeseen(fault))
        return BriefgenError.exit_code
    return 0


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn Ctrl-C into an error of ours, before typer makes "Aborted!" of it."""
    try:
        yield
    except KeyboardInterrupt as stop:
        raise StoppedError("stopped", "Stopped; no file was left half-written.") from stop
