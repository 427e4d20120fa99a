"""The whole program on one page: read, clean, describe, annotate, link, select, compose, render, verify.

This module alone knows all stages. Each hands over records of `model` or `memo`, and problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen import house, output, topic
from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.compose import SECTIONS, compose
from briefgen.describe import describe
from briefgen.errors import NothingFoundError, Problem, VerificationError
from briefgen.link import link
from briefgen.memo import Memo
from briefgen.model import CITABLE, Corpus, Document, Selection, Source
from briefgen.read import read_folder
from briefgen.render import RENDERERS
from briefgen.select import select
from briefgen.verify import verify


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the command."""

    topics: tuple[str, ...]
    """Slugs of topic files, or free words."""
    seeds: Path = Path("seeds")
    out: Path = Path("out")
    formats: tuple[str, ...] = ("docx",)
    template: str | None = None
    """Name of a house below templates/, a folder, or a .docx or .dotx of the office."""
    as_of: date | None = None
    """Date of the memo; the clock is never asked."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one topic."""

    topic: str
    memo: Memo | None
    files: tuple[Path, ...]
    nothing: NothingFoundError | None = None
    """Why there is no memo, when the folder holds nothing on the topic."""


def run(request: Request) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Write the memos of a request; gives what was written and what was met on the way.

    Raises BriefgenError when it cannot go on: no folder, broken topic or template, unwritable out.
    """
    style = house.load(request.template, SECTIONS)
    wanted = [topic.load(name, house.topics_folder()) for name in request.topics]
    renderers = [RENDERERS[name] for name in request.formats]
    output.prepare(request.out)
    corpus, problems = load(request.seeds)
    written = []
    for one in wanted:
        selection = select(one, corpus)
        if not selection.evidence:
            written.append(Written(one.slug, None, (), nothing_found(one, corpus, selection)))
            continue
        memo = compose(one, corpus, selection, style=style, as_of=request.as_of)
        files = []
        for renderer in renderers:
            data = renderer.render(memo, corpus.text, style)
            target = request.out / f"{one.slug}.{renderer.suffix}"
            with output.beside(target, data) as kept:
                found = verify(memo, renderer.reopen(kept.read_bytes()), corpus.text, style)
                if found:
                    raise VerificationError(*refusal(target, found))
            files.append(target)
        written.append(Written(one.slug, memo, tuple(files)))
    return tuple(written), problems


def load(folder: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """Read a folder up to the linked corpus; a problem in one document never stops the others."""
    sources, found = read_folder(folder)
    problems = list(found)
    documents = []
    for source in sources:
        document, met = prepare(source)
        documents.append(document)
        problems += met
    return link(tuple(documents)), tuple(problems)


def prepare(source: Source) -> tuple[Document, tuple[Problem, ...]]:
    """One source through cleaning, description and all annotators; a foreign language is left alone."""
    blocks, from_cleaning = clean(source)
    meta, from_describing = describe(source, blocks)
    document = Document(source, blocks, meta)
    problems = [*from_cleaning, *from_describing]
    if any(flag.kind == "not-english" for flag in meta.flags):
        return replace(document, blocks=()), tuple(problems)
    for annotate in ANNOTATORS:
        document, met = annotate(document)
        problems += met
    return document, tuple(problems)


def holdings(folder: Path) -> tuple[tuple[tuple[topic.Topic, Selection], ...], tuple[Problem, ...]]:
    """Every shipped topic with what a folder holds for it."""
    topics = topic.available(house.topics_folder())
    corpus, problems = load(folder)
    return tuple((one, select(one, corpus)) for one in topics), problems


def reasons(name: str, folder: Path) -> Iterator[str]:
    """For each sentence why it is in or out of a topic; for each dropped line, by which rule."""
    one = topic.load(name, house.topics_folder())
    corpus, _ = load(folder)
    selection = select(one, corpus)
    for verdict, evidence in (("in ", selection.evidence), ("out", selection.rejected)):
        for piece in evidence:
            source = corpus.document(piece.span).source
            yield f"{verdict} {source.file}, {source.place(piece.span.start)}: {'; '.join(piece.reasons)}"
            yield f"      {' '.join(corpus.text(piece.span).split())}"
    for document in corpus.documents:
        for block in document.blocks:
            if block.label not in CITABLE:
                place = f"{document.source.file}, {document.source.place(block.span.start)}"
                words = " ".join(document.text(block.span).split())
                yield f"{block.label} {place} (rule {block.rule}): {words}"


def nothing_found(one: topic.Topic, corpus: Corpus, selection: Selection) -> NothingFoundError:
    """The honest answer when no source bears on the topic."""
    count = len(corpus.documents)
    sources = "1 source" if count == 1 else f"{count} sources"
    nearest = "; ".join(selection.nearest)
    return NothingFoundError(
        "nothing-found",
        f"Nothing found on “{one.slug}” in {sources}; no memo was written.",
        f"Nearest: {nearest}"
        if nearest
        else "Nothing came near. `briefgen topics` lists what the folder holds.",
    )


def refusal(target: Path, found: Sequence[Problem]) -> tuple[str, str, str]:
    """Slug, message and hint of a memo that failed its own check."""
    first = "; ".join(f"{p.where}: {p.message}" for p in found[:3])
    return (
        "verification-failed",
        f"{target.name} does not match its sources and was not kept ({len(found)} findings: {first}).",
        "This is a fault in briefgen or in the template; please report it with the template used.",
    )
