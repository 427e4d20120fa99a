"""The whole program on one page: read, clean, describe, annotate, link, select, compose, render, verify.

This module alone knows all stages. Each hands over records of `model` or `memo`, and problems. What a fault
of ours costs, in which stage, is said in `fences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefgen import output, topic
from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.compose import SECTIONS, compose
from briefgen.compose import written as sections_of
from briefgen.compose.brief import Brief
from briefgen.describe import describe
from briefgen.errors import BriefgenError, Problem
from briefgen.fences import fenced, lost_document, lost_layer, lost_links, lost_topic
from briefgen.files import get_ready, rendered, write
from briefgen.last_words import (
    Summary,
    drafted,
    kept_its_name,
    quoted_secrets,
    summed_up,
    unmailed,
    unprinted,
)
from briefgen.link import link
from briefgen.model import Corpus, Document, Selection, Source
from briefgen.paper import house
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo
from briefgen.propose import Proposal, propose, slug, topic_file
from briefgen.read import read_folder
from briefgen.refusal import bad_topic_file, nothing_found, nothing_recurs
from briefgen.render import RENDERERS
from briefgen.request import OUT, Request
from briefgen.select import select
from briefgen.topic import Topic
from briefgen.verify.grounds import Grounds
from briefgen.why import Composed

Prepared = tuple[Document, tuple[Problem, ...]]
Loaded = tuple[Corpus, tuple[Problem, ...]]
"""What a stage gives of one document, and of all, with the problems it met."""


class Outcome(NamedTuple):
    """What became of one topic."""

    topic: str
    memo: Memo | None = None
    files: tuple[Path, ...] = ()
    summary: Summary | None = None
    """What the command says at the end."""
    failure: BriefgenError | None = None
    """Why there is no memo; the other topics are written all the same."""
    remarks: tuple[Problem, ...] = ()
    """Words of the call that no source says or that the house does not print, and files that kept their
    names."""
    lost: tuple[BriefgenError, ...] = ()
    """Why files are missing that are made from those of the memo; the memo is written all the same."""

    @property
    def failures(self) -> tuple[BriefgenError, ...]:
        """All that is to be told as an error."""
        return (*self.lost, *((self.failure,) if self.failure else ()))


def run(request: Request) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """Write the memos of a request; gives what became of each topic and what was met on the way.

    Raises BriefgenError when it cannot begin: no folder, broken topic or template, unwritable out.
    """
    get_ready(request.formats)
    style = house.load(request.template, SECTIONS).at(request.length)
    if request.marking is not None:
        style = replace(style, marking=request.marking)
    found = [topic_of(name, request.actor) for name in request.topics]
    wanted = {one.slug: one for one in found}
    output.prepare(request.out)
    loaded = load(request.seeds, request.out)
    outcomes = tuple(attempt(request, one, loaded, style) for one in wanted.values())
    told = (*said(request.topics, found), *too_early(request.as_of, loaded[0]), *unmailed(request))
    return outcomes, (*loaded[1], *told, *drafted([file for one in outcomes for file in one.files]))


def too_early(as_of: date | None, corpus: Corpus) -> tuple[Problem, ...]:
    """Whether all sources are later than the date of the memo, which is then a slip as a rule."""
    days = [day for one in corpus.documents if (day := one.meta.published.day)]
    if as_of is None or not days or min(days) <= as_of:
        return ()
    told = f"All sources are later than {as_of.isoformat()}; the first is of {min(days).isoformat()}."
    return (Problem("--as-of", "as-of-early", told),)


def said(names: Sequence[str], found: Sequence[Topic]) -> tuple[Problem, ...]:
    """What is to be told of the calls for which topics were found."""
    known = topic.readable(topic_folders())
    calls = zip(names, found, strict=True)
    return tuple(remark for name, one in calls for remark in topic.remarks(name, one, known))


def topic_of(name: str, actor: str | None) -> Topic:
    """The topic called `name`, with the principal actor that the command names. Raises UsageError."""
    one = topic.find(name, topic_folders())
    return topic.with_actor(one, actor) if actor else one


def brief_of(request: Request, one: Topic, loaded: Loaded, selection: Selection, style: HouseStyle) -> Brief:
    """The material of one memo."""
    full = request.length == "full"
    return Brief(
        one, loaded[0], selection, style, request.as_of, loaded[1], request.length, request.filled,
        usual=house.load(request.template, SECTIONS).at("standard") if full else None,
    )  # fmt: skip


def attempt(request: Request, one: Topic, loaded: Loaded, style: HouseStyle) -> Outcome:
    """One topic's memo, or why there is none; the other topics are written all the same."""
    try:
        selection = select(one, loaded[0])
        brief = brief_of(request, one, loaded, selection, style)
        return written(request, brief)
    except BriefgenError as failure:
        return Outcome(one.slug, failure=failure)
    except Exception as fault:  # a fault of ours costs this topic only
        return Outcome(one.slug, failure=lost_topic(one.slug, fault))


def written(request: Request, brief: Brief) -> Outcome:
    """The memo in all formats. Raises BriefgenError when there is none to write, or it can not be written."""
    memo = compose(brief) if brief.selection.evidence else None
    if memo is None or not any(one.items for one in memo.sections if one.id != "sources"):
        meant = topic.meant(brief.topic.slug, topic.readable(topic_folders())) if brief.topic.free else ()
        raise nothing_found(brief.topic.slug, brief.corpus, brief.selection, meant)
    if any(RENDERERS[name].evidence for name in rendered(request.formats)):
        memo = with_evidence(memo, brief)
    summary = summed_up(memo, brief.corpus, brief.selection)
    drafts, lost = write(request, memo, grounds_of(request, brief))
    remarks = (
        *(Problem(brief.topic.slug, "word-unsaid", line) for line in brief.selection.unsaid),
        *unprinted(request.filled, memo),
        *quoted_secrets(memo),
        *(kept_its_name(draft) for draft in drafts if draft.kept),
        *(uncompared(memo, brief) if "pdf" in request.formats else ()),
    )
    files = tuple(draft.written for draft in drafts)
    return Outcome(memo.topic, memo, files, summary, remarks=remarks, lost=lost)


def grounds_of(request: Request, brief: Brief) -> Grounds:
    """What a memo is verified against."""
    given = (brief.topic.title, *(words for _, words in request.filled))
    return Grounds(brief.corpus, brief.style, request.seeds, given, brief.problems)


def uncompared(memo: Memo, brief: Brief) -> tuple[Problem, ...]:
    """What of a memo can not be compared with its PDF."""
    from briefgen.verify.carried import unchecked

    return tuple(unchecked(memo, brief.corpus.text, brief.style))


def with_evidence(memo: Memo, brief: Brief) -> Memo:
    """The memo with what a reader needs to judge it; made only where a format shows it."""
    from briefgen.compose.evidence import evidence

    return replace(memo, evidence=evidence(brief, memo))


def topic_folders() -> tuple[Path, ...]:
    """Where topic files are looked for: beside the user's documents first, then the shipped ones."""
    return (Path("templates", "topics"), house.topics_folder())


def load(folder: Path, out: Path = OUT) -> Loaded:
    """Read a folder up to the linked corpus; what fails in one document never costs the others.

    Memos of ours are no sources: a folder `out` inside `folder` is left out.
    """
    sources, problems = read_folder(folder, out)
    prepared = [prepare(source) for source in sources]
    documents = tuple(document for document, _ in prepared)
    corpus, unlinked = fenced(partial(linked, documents), partial(lost_links, documents))
    return corpus, (*problems, *(problem for _, met in prepared for problem in met), *unlinked)


def prepare(source: Source) -> Prepared:
    """One source through cleaning, description and all annotators; a foreign language is left alone."""
    document, problems = fenced(partial(described, source), partial(lost_document, source))
    if any(flag.kind in ("not-english", "document-failed") for flag in document.meta.flags):
        return replace(document, blocks=()), problems
    for layer, annotate in ANNOTATORS.items():
        document, met = fenced(partial(annotate, document), partial(lost_layer, document, layer))
        problems += met
    return document, problems


def described(source: Source) -> Prepared:
    """One source, cleaned and described."""
    blocks, from_cleaning = clean(source)
    meta, from_describing = describe(source, blocks)
    return Document(source, blocks, meta), (*from_cleaning, *from_describing)


def linked(documents: tuple[Document, ...]) -> Loaded:
    """The corpus of the documents; linking itself meets no problems."""
    return link(documents), ()


class Holdings(NamedTuple):
    """What a folder holds for the topic files."""

    rows: tuple[tuple[Topic, Selection | BriefgenError], ...]
    """Every topic with what is held, or why that can not be said."""
    broken: tuple[BriefgenError, ...]
    """What is wrong with the files that are no topics."""
    problems: tuple[Problem, ...]


def holdings(folder: Path) -> Holdings:
    """What a folder holds for every topic file; one that is broken costs itself only."""
    folders = topic_folders()
    topics, broken = topic.available(folders), topic.broken(folders)
    corpus, problems = load(folder)
    rows = tuple((one, fenced(partial(select, one, corpus), partial(lost_topic, one.slug))) for one in topics)
    return Holdings(rows, broken, problems)


def proposal(folder: Path, file: Path | None) -> tuple[Proposal, Path, tuple[Problem, ...]]:
    """What a folder is about, and the topic file that was written from it: `file`, or one beside the user's.

    Raises BriefgenError `nothing-recurs`, `topic-file-name`, or when the file can not be written or is there.
    """
    if file is not None and (file.suffix != ".toml" or file.stem != topic.slugify(file.stem)):
        raise bad_topic_file(file)
    corpus, problems = load(folder)
    found = propose(corpus)
    if found.empty:
        raise nothing_recurs(len(found.documents))
    target = file or output.free_name(topic_folders()[0] / f"{slug(found)}.toml")
    output.new_file(target, topic_file(found))
    return found, target, problems


def examine(request: Request) -> tuple[Examined, tuple[Problem, ...]]:
    """What a folder holds for one topic and what a memo makes of it, for `briefgen why`.

    Raises BriefgenError when not even the first can be said.
    """
    style = house.load(request.template, SECTIONS).at(request.length)
    (name,) = request.topics
    one = topic_of(name, request.actor)
    corpus, problems = load(request.seeds, request.out)
    found = fenced(partial(select, one, corpus), partial(lost_topic, one.slug))
    if isinstance(found, BriefgenError):
        raise found
    brief = brief_of(request, one, (corpus, problems), found, style)
    made = fenced(partial(composed, brief), partial(lost_topic, one.slug)) if found.evidence else None
    return Examined(corpus, found, made), (*problems, *said([name], [one]))


class Examined(NamedTuple):
    """What there is to be said on one topic."""

    corpus: Corpus
    selection: Selection
    made: Composed | BriefgenError | None
    """The memo; why it could not be made; None where nothing bears on the topic."""


def composed(brief: Brief) -> Composed:
    """The memo with what it was made from."""
    ledger = sections_of(brief)
    return Composed(brief, ledger, compose(brief, ledger))


def inspect(file: Path) -> tuple[tuple[Prepared, ...], tuple[Problem, ...]]:
    """The documents of a file as they are before they are compared with others, for `briefgen show`."""
    sources, problems = read_folder(file)
    return tuple(prepare(source) for source in sources), problems
