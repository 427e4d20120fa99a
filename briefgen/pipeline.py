"""The whole program on one page: read, clean, describe, annotate, link, select, compose, render, verify.

This module alone knows all stages. Each hands over records of `model` or `memo`, and problems.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen import output, topic
from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.describe import describe
from briefgen.errors import BriefgenError, Problem
from briefgen.link import link
from briefgen.model import Corpus, Document, Selection, Source
from briefgen.paper import house
from briefgen.paper.memo import Memo
from briefgen.read import read_folder
from briefgen.refusal import nothing_found, unverified
from briefgen.render import RENDERERS
from briefgen.select import select
from briefgen.topic import Topic
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
    memo: Memo | None = None
    files: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    """Earlier memos that differed and were moved aside."""
    failure: BriefgenError | None = None
    """Why there is no memo; the other topics are written all the same."""


def run(request: Request) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Write the memos of a request; gives what became of each topic and what was met on the way.

    Raises BriefgenError when it cannot begin: no folder, broken topic or template, unwritable out.
    """
    style = house.load(request.template, SECTIONS)
    wanted = {one.slug: one for one in (topic.find(name, topic_folders()) for name in request.topics)}
    output.prepare(request.out)
    corpus, problems = load(request.seeds)
    briefs = (
        Brief(one, corpus, select(one, corpus), style, request.as_of, problems) for one in wanted.values()
    )
    return tuple(attempt(request, brief) for brief in briefs), problems


def attempt(request: Request, brief: Brief) -> Written:
    """One topic's memo in all formats, or why there is none."""
    one = brief.topic
    try:
        if not brief.selection.evidence:
            raise nothing_found(one.slug, brief.corpus, brief.selection)
        memo = compose(brief)
        targets = tuple(request.out / f"{one.slug}.{RENDERERS[name].suffix}" for name in request.formats)
        before = output.earlier(targets)
        write(request, memo, brief)
        return Written(one.slug, memo, targets, tuple(sorted(output.earlier(targets) - before)))
    except BriefgenError as failure:
        return Written(one.slug, failure=failure)


def write(request: Request, memo: Memo, brief: Brief) -> None:
    """Render, reopen and verify every format; only then do the files get their names."""
    words, style = brief.corpus.text, brief.style
    with ExitStack() as drafts:
        for name in request.formats:
            renderer = RENDERERS[name]
            target = request.out / f"{memo.topic}.{renderer.suffix}"
            draft = drafts.enter_context(output.beside(target, renderer.render(memo, words, style)))
            found = verify(memo, renderer.reopen(draft.read_bytes()), words, style)
            if found:
                raise unverified(target, found)


def topic_folders() -> tuple[Path, ...]:
    """Where topic files are looked for: beside the user's documents first, then the shipped ones."""
    return (Path("templates", "topics"), house.topics_folder())


def load(folder: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """Read a folder up to the linked corpus; a problem in one document never stops the others."""
    sources, found = read_folder(folder)
    problems = list(found)
    documents = []
    for source in sources:
        try:
            document, met = prepare(source)
        except BriefgenError:  # broken word lists would fail every document
            raise
        except Exception as fault:  # a fault of ours on one odd document must not cost the others
            what = f"{type(fault).__name__}: {fault}"
            document, met = (
                Document(source),
                (Problem(source.file, "document-failed", f"Not read ({what})."),),
            )
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


def holdings(folder: Path) -> tuple[tuple[tuple[Topic, Selection], ...], tuple[Problem, ...]]:
    """Every shipped topic with what a folder holds for it."""
    topics = topic.available(topic_folders())
    corpus, problems = load(folder)
    return tuple((one, select(one, corpus)) for one in topics), problems


def examine(name: str, folder: Path) -> tuple[Corpus, Selection]:
    """What a folder holds for one topic, for `briefgen why`."""
    one = topic.find(name, topic_folders())
    corpus, _ = load(folder)
    return corpus, select(one, corpus)
