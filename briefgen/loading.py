"""From a folder to the corpus on a topic: a few documents as a whole, of an archive those that come nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.keeping import AS_USUAL, Keeping
from briefgen.model import MANY, Source
from briefgen.preparing import Loaded, linked, prepare
from briefgen.read import read_walk, walk
from briefgen.read.walk import Walk
from briefgen.topic import Topic
from briefgen.watch import NOBODY, Watch

if TYPE_CHECKING:
    from briefgen.archive.library import Library
    from briefgen.store.opening import Opened

Corpora = Callable[[Topic | None], Loaded]
"""What gives the corpus on a topic, or without one all that is there, with the problems met on the way."""


def load(folder: Path, out: Path | None = None, watch: Watch = NOBODY) -> Loaded:
    """All documents of a folder, each annotated in full, linked; what fails in one never costs the others.

    Memos of ours are no sources: a folder `out` inside `folder` is left out.
    """
    return _whole(walk(folder, out), watch)


@contextmanager
def corpora(
    folder: Path, out: Path | None = None, watch: Watch = NOBODY, keeping: Keeping = AS_USUAL
) -> Iterator[Corpora]:
    """What gives the corpus on each topic of a call; the folder is read once for all of them."""
    found = walk(folder, out)
    if len(found.files) < MANY and not _was_many(folder, keeping):
        loaded = _few(found, watch)
        if loaded is not None:
            yield lambda _: loaded
            return
    with _library(found, watch, keeping) as library:
        if max(library.documents, len(found.files)) >= MANY:
            yield library.corpus
            return
    # What was an archive at an earlier call is none any more.
    loaded = _whole(found, watch)
    yield lambda _: loaded


def _few(found: Walk, watch: Watch) -> Loaded | None:
    """All documents of a folder, or None where one of its files holds an archive."""
    sources, problems = read_walk(found, watch)
    return None if len(sources) >= MANY else _annotated(sources, problems, watch)


def _whole(found: Walk, watch: Watch) -> Loaded:
    sources, problems = read_walk(found, watch)
    return _annotated(sources, problems, watch)


def _annotated(sources: Sequence[Source], problems: Sequence[Problem], watch: Watch) -> Loaded:
    watch.stage("annotate", len(sources))
    prepared = []
    for source in sources:
        watch.step()
        prepared.append(prepare(source))
    documents = tuple(document for document, _ in prepared)
    watch.stage("link", len(documents))
    corpus, unlinked = linked(documents)
    return corpus, (*problems, *(problem for _, met in prepared for problem in met), *unlinked)


def _was_many(folder: Path, keeping: Keeping) -> bool:
    """Whether an earlier call has found an archive here: then it need not be read to see that it is one."""
    from briefgen.store.place import place_of

    return not keeping.nothing and (keeping.store or place_of(folder)).exists()


@contextmanager
def _library(found: Walk, watch: Watch, keeping: Keeping) -> Iterator[Library]:
    """The documents of an archive, and who works on them, as long as they are used."""
    from briefgen.archive.library import Library
    from briefgen.archive.workers import pool

    opened = _store(found.folder, keeping)
    hired = nullcontext(keeping.executor) if keeping.executor else pool(keeping.workers)
    with hired as executor:
        library = Library(found, opened, executor, watch)
        try:
            yield library
        finally:
            library.close()


def _store(folder: Path, keeping: Keeping) -> Opened:
    from briefgen.store.opening import Opened, in_memory, open_store
    from briefgen.store.place import place_of

    if keeping.nothing:
        return Opened(in_memory(), ())
    return open_store(keeping.store or place_of(folder), folder)
