"""The options of the command, as typer takes them; what they mean is said once, here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefgen import completing


def examples(*calls: str) -> str:
    """Calls of the command as its help shows them; the tests run them."""
    return "Examples:\n\n\b\n" + "\n".join(f"  briefgen {call}" for call in calls)


Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        metavar="NAME",
        autocompletion=completing.topics,
        help="A topic file's name, or free words. May be repeated.",
    ),
]
OneTopic = Annotated[
    str,
    typer.Option(
        "--topic",
        metavar="NAME",
        autocompletion=completing.topics,
        help="A topic file's name, or free words.",
    ),
]
Seeds = Annotated[
    Path, typer.Option("--seeds", metavar="DIR", help="Folder (or one file) of documents to read.")
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder the memo is written to.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        autocompletion=completing.formats,
        help="docx, md, json, html, pdf or eml. May be repeated.  [default: docx]",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="NAME",
        autocompletion=completing.houses,
        help="House style: a name, a folder, or a .docx or .dotx file.",
    ),
]
LengthOfMemo = Annotated[
    str,
    typer.Option(
        "--length",
        metavar="NAME",
        autocompletion=completing.lengths,
        help="short, standard, or full with everything on the topic.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Date of the memo (2026-01-31); without it the date stays blank."
    ),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Principal actor, whose partners are listed.")
]
To = Annotated[str | None, typer.Option("--to", metavar="WORDS", help="Whom the memo is for.")]
From = Annotated[str | None, typer.Option("--from", metavar="WORDS", help="Whom the memo is from.")]
Ref = Annotated[str | None, typer.Option("--ref", metavar="WORDS", help="Reference of the memo.")]
ToMail = Annotated[
    list[str] | None,
    typer.Option(
        "--to-mail", metavar="ADDRESS", help="To whom the mail of --format eml goes. May be repeated."
    ),
]
CcMail = Annotated[
    list[str] | None,
    typer.Option("--cc-mail", metavar="ADDRESS", help="Who gets a copy of it. May be repeated."),
]
Marking = Annotated[
    str | None, typer.Option("--marking", metavar="WORDS", help="Handling marking, in place of the house's.")
]
Stamp = Annotated[bool, typer.Option("--stamp", help="Say in the provenance when the memo was made, in UTC.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Tell errors only.")]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", help="Tell each stage with its seconds, all notes, and tracebacks of faults."
    ),
]
Version = Annotated[bool, typer.Option("--version", help="Print the version and end.")]

Proposing = Annotated[
    bool,
    typer.Option("--propose", help="Say what the folder is about and write a topic file to start from."),
]
TopicFile = Annotated[
    Path | None,
    typer.Option(
        "--file", metavar="FILE", help="Where --propose writes.  [default: templates/topics/NAME.toml]"
    ),
]

Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="Where what is read of a folder of 100 documents and more is kept.  [default: a file in the "
        "user's cache folder]",
    ),
]
NoStore = Annotated[bool, typer.Option("--no-store", help="Keep nothing of what is read.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=64,
        help="Processes that read such a folder.  [default: one a core]",
        show_default=False,
    ),
]
Clear = Annotated[bool, typer.Option("--clear", help="Remove them.")]
OfFolder = Annotated[
    Path | None, typer.Option("--seeds", metavar="DIR", help="Only that of this folder of documents.")
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False)]

Document = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Layers = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        metavar="NAME",
        autocompletion=completing.layers,
        help="Only this: blocks, sentences, words, names, dates, quotations, turns, statements, "
        "speakers, occasions, relations or issues. May be repeated.  [default: all but words]",
    ),
]
OfMany = Annotated[
    int | None,
    typer.Option("--document", metavar="N", help="Of a file with several documents only number N."),
]
OnLine = Annotated[int | None, typer.Option("--line", metavar="N", help="Only what stands on line N.")]
Words = Annotated[str, typer.Option("--find", metavar="WORDS", help="Only sentences that hold these words.")]
Why = Annotated[bool, typer.Option("--why", help="With the features and weights behind each decision.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, with all candidates and features.")]

Shell = Annotated[
    str,
    typer.Argument(
        metavar="SHELL",
        help="bash, zsh or fish.",
        show_default=False,
        autocompletion=completing.shells,
    ),
]
