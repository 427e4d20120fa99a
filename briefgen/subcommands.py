"""The commands beside the memo: what a folder holds, why a sentence is in, what was found in a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from briefgen.arguments import keeping, known_length
from briefgen.ending import NAME, leave, stoppable
from briefgen.errors import BriefgenError
from briefgen.options import (
    Actor,
    AsJson,
    Clear,
    Document,
    Folder,
    Layers,
    LengthOfMemo,
    NoStore,
    OfFolder,
    OfMany,
    OneTopic,
    OnLine,
    Proposing,
    Quiet,
    Seeds,
    Shell,
    Store,
    TopicFile,
    Verbose,
    Why,
    Words,
    Workers,
    examples,
)  # fmt: skip
from briefgen.request import Request
from briefgen.terminal import Voice, progress, report, say, window

_COMMANDS: list[tuple[Callable[..., None], dict[str, Any]]] = []


def _command(**about: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Marks a function as a command, with its help."""

    def marked(function: Callable[..., None]) -> Callable[..., None]:
        _COMMANDS.append((function, about))
        return function

    return marked


def add_to(app: typer.Typer) -> None:
    """Make the commands known to the command line."""
    for function, about in _COMMANDS:
        app.command(**about)(function)


@_command(
    help="List the topic files and how much a folder holds for each.",
    epilog=examples("topics --seeds DOCUMENTS", "topics --propose --file fisheries.toml"),
)
def topics(  # noqa: PLR0913 - typer takes each option as a parameter
    seeds: Seeds = Path("seeds"),
    propose: Proposing = False,
    file: TopicFile = None,
    store: Store = None,
    no_store: NoStore = False,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print one line for each topic file, or what the folder is about."""
    from briefgen.contents import holding_lines, proposal_lines
    from briefgen.pipeline import holdings, proposal

    voice, kept = Voice(quiet, verbose), keeping(store, no_store, workers)
    failures: tuple[BriefgenError, ...] = ()
    with stoppable():
        if propose or file:
            with progress(voice) as watch:
                found, written, problems = proposal(seeds, file, watch, kept)
            lines = (*proposal_lines(found), "Written", f"  {written}{how_called(written)}")
        else:
            with progress(voice) as watch:
                rows, broken, problems = holdings(seeds, watch, kept)
            lines = tuple(holding_lines(rows))
            failures = (*broken, *(found for _, found in rows if isinstance(found, BriefgenError)))
    report(problems, voice)
    for row in lines:
        say(row)
    leave(problems, failures, voice)


def how_called(written: Path) -> str:
    """How a new topic file is called; nothing where briefgen does not look for it."""
    return f" (briefgen --topic {written.stem})" if written.parent == Path("templates", "topics") else ""


@_command(
    help="Say for each document and sentence why it is in or out of a topic and where in the memo it stands, "
    "what decided the order of its rows, and what cleaning dropped.",
    epilog=examples("why --topic asia-security", "why --topic 'maritime security' --seeds DOCUMENTS"),
)
def why(  # noqa: PLR0913 - typer takes each option as a parameter
    topic: OneTopic,
    seeds: Seeds = Path("seeds"),
    actor: Actor = None,
    length: LengthOfMemo = "standard",
    store: Store = None,
    no_store: NoStore = False,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the reasons of selection and of composing, and the rule behind every dropped line."""
    from briefgen.pipeline import examine
    from briefgen.why import reasons

    voice = Voice(quiet, verbose)
    with stoppable():
        kept = keeping(store, no_store, workers)
        request = Request((topic,), seeds, length=known_length(length), actor=actor, keeping=kept)
        with progress(voice) as watch:
            (corpus, selection, made), problems = examine(request, watch)
        report(problems, voice, len(problems))
        failures = [made] if isinstance(made, BriefgenError) else []
        for row in reasons(corpus, selection, None if isinstance(made, BriefgenError) else made):
            say(row)
    leave(problems, failures, voice)


@_command(
    help="Show what was found in a document, sentence by sentence, and why.",
    epilog=examples("show article.txt", "show article.txt --layer speakers --why", "show dump.json --json"),
)
def show(  # noqa: PLR0913 - typer takes each option as a parameter
    file: Document,
    document: OfMany = None,
    layer: Layers = None,
    line: OnLine = None,
    find: Words = "",
    why: Why = False,
    json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the findings in one file; what was met on other documents goes to standard error."""
    from briefgen.pipeline import inspect
    from briefgen.show import Wish, as_json, chosen, known_file, missed, searched, shown

    voice = Voice(quiet, verbose)
    wish = Wish.of(layer or (), line, find, why)
    with stoppable():
        inspected, problems = inspect(known_file(file))
        picked = chosen(inspected, document)
        found = searched(picked, wish)
        report([*problems, *missed(found, wish)], voice)
        for row in [as_json(found)] if json else shown(found, wish, window()):
            say(row)
    leave([*problems, *(problem for _, met in picked for problem in met)], (), voice)


@_command(
    help="Read and annotate all of a folder of 100 documents and more, so that every topic is ready.",
    epilog=examples("index ARCHIVE", "index ARCHIVE --workers 4"),
)
def index(
    folder: Folder,
    store: Store = None,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Fill the store of a folder; what a run that was ended has done is kept."""
    from briefgen.pipeline import indexed

    voice = Voice(quiet, verbose)
    with stoppable():
        with progress(voice) as watch:
            done, problems = indexed(folder, watch, keeping(store, False, workers))
        report(problems, voice)
        say(done)
    leave(problems, (), voice)


@_command(
    help="List what is kept of the folders that were read, and remove it.",
    epilog=examples("store", "store --clear", "store --seeds DOCUMENTS --clear"),
)
def store(folder: OfFolder = None, clear: Clear = False) -> None:
    """Print one line a store, with its size and the folder it is of."""
    from briefgen.store.kept import kept_lines

    for row in kept_lines(folder, clear=clear):
        say(row)


@_command(
    help="Print what makes a shell complete options, topics, formats and houses with the Tab key.",
    epilog=examples("completion bash", "completion zsh", "completion fish"),
)
def completion(shell: Shell) -> None:
    """Print the script of a shell."""
    from briefgen.completing import script

    say(script(shell, NAME))
