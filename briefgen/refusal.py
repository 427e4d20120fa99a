"""What the user is told when there is no memo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import (
    BriefgenError,
    NothingFoundError,
    Problem,
    UngroundedError,
    UsageError,
    VerificationError,
)
from briefgen.model import Corpus, Selection

_SHOWN = 5
"""Documents in other languages that are named."""


def nothing_found(
    slug: str, corpus: Corpus, selection: Selection, meant: Sequence[str] = ()
) -> NothingFoundError:
    """The honest answer when no source bears on the topic, with the topic files that may have been meant and
    what came nearest."""
    failed = sum(document.failed for document in corpus.documents)
    count = corpus.count
    sources = ("1 source" if count == 1 else f"{count} sources") + (f" ({failed} not read)" if failed else "")
    nearest = "; ".join(selection.nearest)
    abroad = [one for one in selection.foreign if one.topic]
    unread = [f"{corpus.by_id[one.source].source.file} ({one.topic} times)" for one in abroad[:_SHOWN]]
    more = f" and {len(abroad) - _SHOWN} more" if len(abroad) > _SHOWN else ""
    foreign = f" Not in English, but naming the topic: {', '.join(unread)}{more}." if unread else ""
    files = f"Did you mean the topic {' or '.join(f'“{name}”' for name in meant)}? " if meant else ""
    return NothingFoundError(
        "nothing-found",
        f"Nothing found on “{slug}” in {sources}; no memo was written.",
        files
        + (
            f"Nearest: {nearest}."
            if nearest
            else "Nothing came near. `briefgen topics` lists what the folder holds."
        )
        + foreign,
    )


def nothing_recurs(documents: int) -> NothingFoundError:
    """The answer when no rare word recurs that a topic could begin with."""
    return NothingFoundError(
        "nothing-recurs",
        f"No name, pair or rare word recurs in {documents} document{'' if documents == 1 else 's'}.",
        "Write a topic file by hand, or call with words: --topic WORDS.",
    )


def bad_topic_file(file: Path) -> UsageError:
    """The error for a file that would not be found as a topic."""
    return UsageError(
        "topic-file-name",
        f"{file.name} can not be the name of a topic file.",
        "Use small letters, figures and hyphens, and the ending .toml: grain-corridor.toml.",
    )


def unverified(name: str, found: Sequence[Problem]) -> VerificationError:
    """The error for a file that failed its own check, with the first findings."""
    first = "; ".join(f"{problem.where}: {problem.message}" for problem in found[:3])
    return VerificationError(
        "verification-failed",
        f"{name} does not match its sources and was not kept ({len(found)} findings: {first}).",
        "This is a fault in briefgen or in the template; please report it with the template used.",
    )


def ungrounded(topic: str, found: Sequence[Problem]) -> UngroundedError:
    """The error for a memo that departs from its sources, with the first findings."""
    first = "; ".join(f"{problem.where}: {problem.message}" for problem in found[:3])
    told = (
        f"The memo on {topic} does not match its sources and was not written "
        f"({len(found)} findings: {first})."
    )
    if all(problem.slug == "source-changed" for problem in found):
        hint = "A source was changed while the memo was made; run the command again."
    else:
        hint = "This is a fault in briefgen; please report it with the findings."
    return UngroundedError("verification-failed", told, hint)


def nothing_kept(found: Sequence[Problem]) -> BriefgenError:
    """The error for an index that can not be kept."""
    why = next((f"{one.where}: {one.message}" for one in found if one.slug == "store-unwritable"), "")
    return BriefgenError(
        "index-lost", f"Nothing was kept. {why}".rstrip(), "Name a file that can be written with --store."
    )
