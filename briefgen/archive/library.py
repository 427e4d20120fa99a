"""The corpus of an archive on a topic: the documents that come nearest to it, with all their layers.

All documents are in the store, read and searchable; only those that are asked for are annotated, once, and
what was found is kept. So a call costs what its topic uses, not what the folder holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from briefgen.archive.choices import chosen_packing, key_of
from briefgen.archive.filing import annotate_all, restored
from briefgen.archive.inventory import Holding, Inventory, MovedError, taken
from briefgen.archive.workers import broken, in_order
from briefgen.errors import BriefgenError, Problem
from briefgen.model import MANY, Archive, Corpus, Kinship, Selection
from briefgen.preparing import Loaded, Prepared, linked
from briefgen.read.apart import patient
from briefgen.read.folder import nothing
from briefgen.read.walk import Walk
from briefgen.select import select
from briefgen.select.aliases import with_aliases
from briefgen.select.index import Nearness
from briefgen.store.opening import Opened, freeze, in_memory, renewed
from briefgen.store.packing import DamagedError
from briefgen.store.place import cache_folder
from briefgen.store.records import KeptChoice
from briefgen.topic import Topic
from briefgen.watch import Watch

HELD = MANY
"""Documents of an archive that are annotated for a topic: about as many as a folder that is read as a whole
may hold. On narrow topics nothing that was chosen stood behind the 30 nearest of a thousand, on topics of
several groups one sentence in a hundred behind the first hundred."""
FOREIGN = 100
"""Documents in other languages in which the names of a topic are looked for."""
_BATCH = 4
"""Documents that are annotated in one go: a tenth of a second of work."""

_TRIES = 3
"""How often the folder is looked at anew when another run changes the store at the same time; then the store
is in memory."""

Found = TypeVar("Found")


class Library:
    """A folder of many documents. Raises BriefgenError `folder-empty`, `worker-lost`."""

    def __init__(self, found: Walk, opened: Opened, executor: Executor | None, watch: Watch) -> None:
        self._walk = found
        self._store = opened.store
        self._executor = executor
        self._watch = watch
        self.problems: tuple[Problem, ...] = ()
        """What was met on the files, and on the store."""
        self._inventory = Inventory((), (), 0)
        self._told = opened.problems
        self._held: dict[int, Prepared] = {}
        try:
            self._guarded(lambda: None)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Ends the use of the store."""
        with suppress(sqlite3.Error):
            self._store.close()

    @property
    def kept(self) -> bool:
        """Whether anything stays behind when the run ends."""
        return bool(self._store.place)

    @property
    def documents(self) -> int:
        """How many documents the folder holds."""
        return len(self._inventory.documents)

    def corpus(self, topic: Topic | None = None) -> Loaded:
        """The documents that come nearest to a topic, linked, and all problems met on the folder and on them;
        without a topic all documents."""
        return self._guarded(partial(self._corpus, topic))

    def selection(self, topic: Topic, corpus: Corpus) -> Selection:
        """What the corpus on a topic holds for it, without the sentences that were left out."""
        return self._guarded(partial(self._selection, topic, corpus))

    def _selection(self, topic: Topic, corpus: Corpus) -> Selection:
        if (known := self._chosen(topic)) is not None:
            return known.selection
        made = replace(select(topic, corpus), rejected=())
        self._choose(topic, corpus, made)
        return made

    def annotate(self) -> int:
        """Annotates all documents that were not annotated yet; gives how many it were."""
        return self._guarded(self._annotate)

    # What is done again when the store is damaged

    def _guarded(self, work: Callable[[], Found]) -> Found:
        """What `work` gives; where the store turns out to be damaged it is made anew, once."""
        try:
            if not self._inventory.documents:
                self._take()
            return work()
        except (sqlite3.Error, DamagedError) as error:
            opened = renewed(self._store, self._walk.folder, error)
            self._store = opened.store
            self._told += opened.problems
            self._take()
            return work()
        except Exception as error:
            if broken(error):
                raise _worker_lost() from error
            raise

    def _take(self) -> None:
        for _ in range(_TRIES):
            if self._took():
                break
        else:
            self._store.close()
            self._store = in_memory()
            self._took()
        self.problems = (*self._inventory.problems, *self._told, *self._kept())
        self.__dict__.pop("_nearness", None)
        self.__dict__.pop("_by_id", None)

        if not self._inventory.documents:
            raise nothing(self._walk, self.problems)

    def _took(self) -> bool:
        """Brings the store to the state of the folder; False where another process changed it meanwhile."""
        self._store.thaw()
        try:
            with patient():
                self._inventory = taken(self._walk, self._store, self._executor, self._watch)
        except MovedError:
            return False
        changes = self._store.changes()
        freeze(self._store)
        return self._store.changes() == changes

    def _kept(self) -> Iterator[Problem]:
        """Where what was read is kept, at each call that adds to it."""
        if self._store.place and self._inventory.read:
            own = Path(self._store.place).parent == cache_folder()
            remedy = "`briefgen store --clear` removes it" if own else "delete the file to remove it"
            message = (
                f"What was read of {self.documents} documents is kept here, so that they are not read again "
                f"(--no-store keeps nothing; {remedy})."
            )
            yield Problem(self._store.place, "store-kept", message)

    # The documents of a topic

    @cached_property
    def _by_id(self) -> Mapping[int, Holding]:
        return {one.card.id: one for one in self._inventory.documents}

    @cached_property
    def _nearness(self) -> Nearness:
        lengths = {
            one.card.id: one.card.words for one in self._inventory.documents if one.card.kind == "text"
        }
        return Nearness(self._store, lengths)

    def _corpus(self, topic: Topic | None) -> Loaded:
        others = [*self._of_kind("foreign")[:FOREIGN], *self._of_kind("failed")]
        if topic is None:
            return self._joined({one.card.id for one in self._inventory.documents}, None)
        if (known := self._chosen(topic)) is not None:
            return self._joined(set(known.ids), known.touching, known.kinships)
        near, touching = self._near(topic)
        if topic.free and (widened := self._widened(topic, near)) is not topic:
            more, touching = self._near(widened)
            near = [*dict.fromkeys((*more, *near))][:HELD]
        return self._joined({*near, *others}, touching)

    def _near(self, topic: Topic) -> tuple[list[int], int]:
        """The nearest documents, and how many a topic touches."""
        ranked = self._nearness.ranked(topic)
        return [one.id for one in ranked[:HELD]], len(ranked)

    def _widened(self, topic: Topic, near: Sequence[int]) -> Topic:
        """The topic with the other names that the documents nearest to it give for its words; itself when
        there are none."""
        documents = [document for document, _ in self._whole(sorted(near, key=self._place)).values()]
        widened, aliases = with_aliases(topic, documents)
        return widened if aliases else topic

    def _of_kind(self, kind: str) -> list[int]:
        return [one.card.id for one in self._inventory.documents if one.card.kind == kind]

    def _place(self, one: int) -> int:
        return int(self._by_id[one].number[1:])

    def _joined(
        self, ids: set[int], touching: int | None, kinships: tuple[Kinship, ...] | None = None
    ) -> Loaded:
        """The corpus of some documents, linked where their kinships are not known."""
        whole = tuple(self._whole(sorted(ids, key=self._place)).values())
        self._held = {}
        self._watch.stage("link", len(whole))
        corpus, unlinked = linked(tuple(document for document, _ in whole), kinships)
        met = tuple(problem for _, problems in whole for problem in problems)
        archive = None if touching is None else self._archive(touching)
        return replace(corpus, archive=archive), (*self.problems, *met, *unlinked)

    def _archive(self, touching: int) -> Archive:
        return Archive(
            read=tuple((one.card.name, one.card.sha256) for one in self._inventory.documents),
            touching=touching,
            texts=self._nearness.texts,
            foreign=len(self._of_kind("foreign")),
            mean=self._nearness.mean,
            holders=lambda stem: self._store.holders(stem),
        )

    # What was chosen before

    def _chosen(self, topic: Topic) -> KeptChoice | None:
        """What was chosen for a topic at an earlier call, from the same documents."""
        data = self._store.chosen(key_of(topic))
        return chosen_packing().unpack(data, "") if data is not None else None

    def _choose(self, topic: Topic, corpus: Corpus, selection: Selection) -> None:
        """Keeps what was chosen; nothing where a fault of ours cost a part of it."""
        documents = corpus.documents
        if corpus.archive is None or len(corpus.kinships) < len(documents) or any(d.lost for d in documents):
            return
        held = {one.number: one.card.id for one in self._inventory.documents}
        ids = tuple(held[one.source.id] for one in documents)
        chosen = KeptChoice(ids, corpus.archive.touching, corpus.kinships, selection)
        self._store.choose(key_of(topic), chosen_packing().pack(chosen))

    # Their layers

    def _whole(self, ids: Sequence[int]) -> Mapping[int, Prepared]:
        """Documents with all their layers, in the order of ids, annotated where nobody has done so."""
        new = [one for one in ids if one not in self._held]
        first = self._store.level_one(new)
        if len(first) < len(new):
            raise DamagedError("documents without text")
        layers = dict(self._store.layers(new))
        layers |= self._annotated({one: first[one] for one in new if one not in layers})
        for one in new:
            self._held[one] = restored(self._by_id[one].number, first[one], layers[one])
        return {one: self._held[one] for one in ids}

    def _annotated(self, first: Mapping[int, bytes]) -> Mapping[int, bytes]:
        """What annotators find in documents, which is kept."""
        if not first:
            return {}
        self._watch.stage("annotate", len(first))
        found: dict[int, bytes] = {}
        waiting = iter(first)
        for done in in_order(annotate_all, tuple(first.values()), _BATCH, self._executor):
            kept = {}
            for one, annotation in zip([next(waiting) for _ in done], done, strict=True):
                found[one] = annotation.data
                if not annotation.faulty:
                    kept[one] = annotation.data
                self._watch.step()
            self._store.keep(kept)
        return found

    def _annotate(self) -> int:
        known = self._store.annotated()
        left = [one.card.id for one in self._inventory.documents if one.card.id not in known]
        for start in range(0, len(left), HELD):
            self._annotated(self._store.level_one(left[start : start + HELD]))
        return len(left)


def _worker_lost() -> BriefgenError:
    return BriefgenError(
        "worker-lost",
        "A process that worked for this run was ended by the system, as happens when memory runs out.",
        "Run the command again with --workers 1; what was read is kept.",
    )
