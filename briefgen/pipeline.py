"""The whole program on one page: read, clean, describe, annotate, link, select, compose, render, verify.

This module alone knows all stages. Each hands over records of `model` or `memo`, and problems. What a fault
of ours costs, in which stage, is said in `fences`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefgen import output, topic
from briefgen.compose import SECTIONS, compose
from briefgen.compose import written as sections_of
from briefgen.compose.brief import Brief
from briefgen.drafts import tidy
from briefgen.errors import BriefgenError, Problem, UngroundedError
from briefgen.fences import (
    fenced,
    lost_format,
    lost_remark,
    lost_topic,
)  # fmt: skip
from briefgen.files import get_ready, refuse, rendered, write
from briefgen.keeping import AS_USUAL, Keeping
from briefgen.last_words import WRITTEN, summed_up
from briefgen.loading import archive, corpora
from briefgen.model import MANY, Corpus, Selection
from briefgen.outcome import Outcome
from briefgen.paper import house
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo
from briefgen.preparing import Loaded, Prepared, departed, prepare
from briefgen.propose import Proposal, propose, slug, topic_file
from briefgen.provenance import provenance_of
from briefgen.read import read_folder
from briefgen.refusal import bad_topic_file, nothing_found, nothing_kept, nothing_recurs
from briefgen.remarks import of_memo, of_run, of_topics
from briefgen.render import RENDERERS
from briefgen.request import OUT, Request
from briefgen.select import select
from briefgen.sifting import ROUNDS, grounds_of, sifted, with_evidence
from briefgen.topic import Topic
from briefgen.watch import NOBODY, Watch
from briefgen.why import Composed


def run(request: Request, watch: Watch = NOBODY) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """Write the memos of a request; gives what became of each topic and what was met on the way.

    Raises BriefgenError when it cannot begin: no folder, broken topic or template, unwritable out.
    """
    get_ready(request.formats)
    style = house.load(request.template, SECTIONS).at(request.length)
    if request.marking is not None:
        style = replace(style, marking=request.marking)
    found = {name: named(name, request.actor) for name in request.topics}
    wanted = {one.slug: one for one in found.values() if isinstance(one, Topic)}
    output.prepare(request.out)
    tidied = tidy(request.out)
    unnamed = tuple(Outcome(name, failure=one) for name, one in found.items() if not isinstance(one, Topic))
    blocked = tuple(outcome for name in wanted for outcome in refused(request, name))
    if len(blocked) == len(wanted):
        return (*unnamed, *blocked), tidied
    outcomes: list[Outcome] = []
    days: set[date] = set()
    problems: dict[Problem, None] = {}
    with corpora(request.seeds, request.out, watch, request.keeping) as held:
        for one in wanted.values():
            loaded = held.corpus(one)
            choose = partial(held.selection, one)
            outcomes.append(attempt(request, one, loaded, choose, style, watch))
            days |= loaded[0].days
            problems |= dict.fromkeys(loaded[1])
    known = [(name, one) for name, one in found.items() if isinstance(one, Topic)]
    files = [file for one in outcomes for file in one.files]
    told = fenced(lambda: (*said(known), *of_run(request, days, files)), partial(lost_remark, "the run"))
    return (*unnamed, *outcomes), (*problems, *tidied, *told)


def refused(request: Request, name: str) -> Iterator[Outcome]:
    """The outcome of a topic whose memo can not get its name, which is known before anything is read."""
    try:
        refuse(request, name)
    except BriefgenError as failure:
        yield Outcome(name, failure=failure)


def said(found: Sequence[tuple[str, Topic]]) -> tuple[Problem, ...]:
    """What is to be told of the calls for which topics were found."""
    return tuple(of_topics(found, topic_folders()))


def named(name: str, actor: str | None) -> Topic | BriefgenError:
    """The topic called `name`, or what fault of ours costs it. Raises UsageError."""
    return fenced(partial(topic_of, name, actor), partial(lost_topic, name))


def topic_of(name: str, actor: str | None) -> Topic:
    """The topic called `name`, with the principal actor that the command names. Raises UsageError."""
    one = topic.find(name, topic_folders())
    return topic.with_actor(one, actor) if actor else one


def brief_of(request: Request, one: Topic, loaded: Loaded, selection: Selection, style: HouseStyle) -> Brief:
    """The material of one memo."""
    full = request.length == "full"
    return Brief(
        one, loaded[0], selection, style, request.as_of, loaded[1], request.length, request.filled,
        provenance_of(request, one, loaded[0], style),
        usual=house.load(request.template, SECTIONS).at("standard") if full else None,
    )  # fmt: skip


def attempt(  # noqa: PLR0913 - one topic of a call, with all that the call knows
    request: Request,
    one: Topic,
    loaded: Loaded,
    choose: Callable[[Corpus], Selection],
    style: HouseStyle,
    watch: Watch,
) -> Outcome:
    """One topic's memo, or why there is none; the other topics are written all the same."""
    watch.stage(f"memo on {one.slug}", 0)
    try:
        selection = choose(loaded[0])
        whole = departed(loaded, selection.used)
        outcome = written(request, brief_of(request, one, whole, selection, style))
        return outcome._replace(remarks=(*whole[1][len(loaded[1]) :], *outcome.remarks))
    except BriefgenError as failure:
        return Outcome(one.slug, failure=failure)
    except Exception as fault:  # a fault of ours costs this topic only
        return Outcome(one.slug, failure=lost_topic(one.slug, fault))


def written(request: Request, brief: Brief, rounds: int = ROUNDS) -> Outcome:
    """The memo in all formats, without rows that can not be verified. Raises BriefgenError when there is none
    to write, or it can not be written."""
    try:
        return drawn(request, brief)
    except UngroundedError:
        fewer = sifted(brief, compose(brief), grounds_of(request, brief)) if rounds else None
        if fewer is None:
            raise
        made = written(request, fewer, rounds - 1)
        return made._replace(remarks=(*fewer.problems[len(brief.problems) :], *made.remarks))


def drawn(request: Request, brief: Brief) -> Outcome:
    """The memo in all formats. Raises BriefgenError when there is none to write, or it can not be written."""
    memo = compose(brief) if brief.selection.evidence else None
    if memo is None or not any(one.items for one in memo.sections if one.id != "sources"):
        meant = topic.meant(brief.topic.slug, topic.readable(topic_folders())) if brief.topic.free else ()
        raise nothing_found(brief.topic.slug, brief.corpus, brief.selection, meant)
    request, memo, unpaged = paged(request, memo, brief)
    drafts, lost = write(request, memo, grounds_of(request, brief))
    remark = partial(lost_remark, memo.topic)
    remarks = fenced(lambda: tuple(of_memo(memo, request, brief, drafts)), remark)
    summary, unsaid = fenced(
        lambda: (summed_up(memo, brief.corpus, brief.selection), ()), lambda fault: (WRITTEN, remark(fault))
    )
    files = tuple(draft.written for draft in drafts)
    return Outcome(memo.topic, memo, files, summary, remarks=(*remarks, *unsaid), lost=(*unpaged, *lost))


def paged(request: Request, memo: Memo, brief: Brief) -> tuple[Request, Memo, tuple[BriefgenError, ...]]:
    """The memo with its evidence, where a format shows it; when a fault of ours costs that, the request
    without these formats. Raises BriefgenError when there is no other."""
    paging = tuple(name for name in rendered(request.formats) if RENDERERS[name].evidence)
    if not paging:
        return request, memo, ()
    made = fenced(partial(with_evidence, memo, brief), partial(lost_format, memo.topic, paging[0]))
    if isinstance(made, Memo):
        return request, made, ()
    others = tuple(name for name in request.formats if name not in paging)
    if not others:
        raise made
    return replace(request, formats=others), memo, (made,)


def topic_folders() -> tuple[Path, ...]:
    """Where topic files are looked for: beside the user's documents first, then the shipped ones."""
    return (Path("templates", "topics"), house.topics_folder())


class Holdings(NamedTuple):
    """What a folder holds for the topic files."""

    rows: tuple[tuple[Topic, Selection | BriefgenError], ...]
    """Every topic with what is held, or why that can not be said."""
    broken: tuple[BriefgenError, ...]
    """What is wrong with the files that are no topics."""
    problems: tuple[Problem, ...]


def holdings(folder: Path, watch: Watch = NOBODY, keeping: Keeping = AS_USUAL) -> Holdings:
    """What a folder holds for every topic file; one that is broken costs itself only."""
    folders = topic_folders()
    topics, broken = topic.available(folders), topic.broken(folders)
    rows: list[tuple[Topic, Selection | BriefgenError]] = []
    problems: dict[Problem, None] = {}
    with corpora(folder, watch=watch, keeping=keeping) as held:
        for one in topics:
            corpus, met = held.corpus(one)
            problems |= dict.fromkeys(met)
            rows.append((one, fenced(partial(held.selection, one, corpus), partial(lost_topic, one.slug))))
    return Holdings(tuple(rows), broken, tuple(problems))


def proposal(
    folder: Path, file: Path | None, watch: Watch = NOBODY, keeping: Keeping = AS_USUAL
) -> tuple[Proposal, Path, tuple[Problem, ...]]:
    """What a folder is about, and the topic file that was written from it: `file`, or one beside the user's.

    Raises BriefgenError `nothing-recurs`, `topic-file-name`, or when the file can not be written or is there.
    """
    if file is not None and (file.suffix != ".toml" or file.stem != topic.slugify(file.stem)):
        raise bad_topic_file(file)
    with corpora(folder, watch=watch, keeping=keeping) as held:
        corpus, problems = held.corpus()
    found = propose(corpus)
    if found.empty:
        raise nothing_recurs(len(found.documents))
    target = file or output.free_name(topic_folders()[0] / f"{slug(found)}.toml")
    output.new_file(target, topic_file(found))
    return found, target, problems


def examine(request: Request, watch: Watch = NOBODY) -> tuple[Examined, tuple[Problem, ...]]:
    """What a folder holds for one topic and what a memo makes of it, for `briefgen why`.

    Raises BriefgenError when not even the first can be said.
    """
    style = house.load(request.template, SECTIONS).at(request.length)
    (name,) = request.topics
    one = topic_of(name, request.actor)
    with corpora(request.seeds, request.out, watch, request.keeping) as held:
        corpus, problems = held.corpus(one)
        found = fenced(partial(select, one, corpus), partial(lost_topic, one.slug))
    if isinstance(found, BriefgenError):
        raise found
    corpus, problems = departed((corpus, problems), found.used)
    brief = brief_of(request, one, (corpus, problems), found, style)
    made = fenced(partial(composed, brief), partial(lost_topic, one.slug)) if found.evidence else None
    return Examined(corpus, found, made), (*problems, *said([(name, one)]))


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


def indexed(folder: Path, watch: Watch, keeping: Keeping) -> tuple[str, tuple[Problem, ...]]:
    """Reads and annotates all of an archive; gives a line on what is kept, and what was met on its files."""
    with archive(folder, OUT, watch, keeping) as library:
        if library is None:
            return f"{folder} holds fewer than {MANY} documents, which are read at each call.", ()
        if not library.kept:
            raise nothing_kept(library.problems)
        new = library.annotate()
        return f"{library.documents} documents, {new} of them annotated now.", library.problems
