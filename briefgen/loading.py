"""From a folder to the corpus on a topic: few documents as a whole, of an archive those that come nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefgen.errors import Problem
from briefgen.keeping import AS_USUAL, Keeping
from briefgen.model import MANY, Corpus, Selection, Source
from briefgen.preparing import Loaded, departed, linked, prepare
from briefgen.read import read_walk, walk
from briefgen.read.walk import Walk
from briefgen.select import select
from briefgen.topic import Topic
from briefgen.watch import NOBODY, Watch

if TYPE_CHECKING:
    from briefgen.archive.library import Library

Read = tuple[tuple[Source, ...], tuple[Problem, ...]]


class Corpora(Protocol):
    """The documents of a folder, topic by topic."""

    def corpus(self, topic: Topic | None = None) -> Loaded:
        """The corpus on a topic, or without one all that is there, with the problems met on the way."""

    def selection(self, topic: Topic, corpus: Corpus) -> Selection:
        """What the corpus on a topic holds for it; of an archive without what was left out."""


class FewDocuments(NamedTuple):
    """A folder of few documents: the corpus of them all is that on every topic."""

    loaded: Loaded

    def corpus(self, topic: Topic | None = None) -> Loaded:
        """All documents."""
        return self.loaded

    def selection(self, topic: Topic, corpus: Corpus) -> Selection:
        """What they hold for a topic."""
        return select(topic, corpus)


def load(folder: Path, out: Path | None = None, watch: Watch = NOBODY) -> Loaded:
    """All documents of a folder, each annotated in full, linked; what fails in one never costs the others.

    Memos of ours are no sources: a folder `out` inside `folder` is left out.
    """
    return departed(_annotated(*read_walk(walk(folder, out), watch), watch))


@contextmanager
def corpora(
    folder: Path, out: Path | None = None, watch: Watch = NOBODY, keeping: Keeping = AS_USUAL
) -> Iterator[Corpora]:
    """What gives the corpus on each topic of a call; the folder is read once for all of them."""
    found = walk(folder, out)
    few = _few(found, watch, keeping)
    if few is None:
        with _library(found, watch, keeping) as library:
            if library is not None:
                yield library
                return
        few = read_walk(found, watch)
    loaded = _annotated(*few, watch)
    del few
    yield FewDocuments(loaded)


@contextmanager
def archive(
    folder: Path, out: Path | None = None, watch: Watch = NOBODY, keeping: Keeping = AS_USUAL
) -> Iterator[Library | None]:
    """The documents of a folder of many; None where it holds few."""
    found = walk(folder, out)
    if _few(found, watch, keeping) is not None:
        yield None
        return
    with _library(found, watch, keeping) as library:
        yield library


def _few(found: Walk, watch: Watch, keeping: Keeping) -> Read | None:
    """What a folder of few documents holds; None where it is an archive, or was one at an earlier call."""
    if len(found.files) >= MANY or (not keeping.nothing and _place(found, keeping).exists()):
        return None
    few = read_walk(found, watch)
    return few if len(few[0]) < MANY else None


def _annotated(sources: Sequence[Source], problems: Sequence[Problem], watch: Watch) -> Loaded:
    """Sources to the corpus of them all."""
    watch.stage("annotate", len(sources))
    prepared = []
    for source in sources:
        watch.step()
        prepared.append(prepare(source))
    documents = tuple(document for document, _ in prepared)
    watch.stage("link", len(documents))
    corpus, unlinked = linked(documents)
    return corpus, (*problems, *(problem for _, met in prepared for problem in met), *unlinked)


@contextmanager
def _library(found: Walk, watch: Watch, keeping: Keeping) -> Iterator[Library | None]:
    """The documents of an archive, and who works on them, as long as they are used; None where the folder
    turns out to be none any more, of which nothing is kept."""
    from briefgen.archive.library import Library
    from briefgen.archive.workers import pool
    from briefgen.store.kept import files_of
    from briefgen.store.opening import Opened, in_memory, open_store

    opened = Opened(in_memory(), ()) if keeping.nothing else open_store(_place(found, keeping), found.folder)
    hired = nullcontext(keeping.executor) if keeping.executor else pool(keeping.workers)
    with hired as executor:
        library = Library(found, opened, executor, watch)
        try:
            many = max(library.documents, len(found.files)) >= MANY
            yield library if many else None
        finally:
            library.close()
    if not many and not keeping.nothing and keeping.store is None:
        for path in files_of(_place(found, keeping)):
            path.unlink(missing_ok=True)


def _place(found: Walk, keeping: Keeping) -> Path:
    """Where the store of a folder lies."""
    from briefgen.store.place import place_of

    return keeping.store or place_of(found.folder)
