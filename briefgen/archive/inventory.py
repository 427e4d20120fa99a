"""Brings a store to the state of its folder: what is new or changed is read, what is gone is forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

from briefgen.archive.filing import FileTask, filed
from briefgen.archive.workers import in_order
from briefgen.errors import Problem
from briefgen.read.limits import SHARE, share
from briefgen.read.one_file import orphans, same_text
from briefgen.read.sidecar import sidecar_of
from briefgen.read.walk import SIDECAR, Walk
from briefgen.store.records import Card, FileState
from briefgen.store.store import Store
from briefgen.watch import Watch

_BATCH = 16
"""Files that are read in one go: some hundredths of a second of work for a word from process to process."""
_GONE = ""
"""State of a file that can not be looked at; whatever reads it will say why."""


class MovedError(Exception):
    """Another process brought the store to another state of the folder meanwhile."""


class Holding(NamedTuple):
    """A document of the folder."""

    number: str
    """"S1", "S2" ... in reading order."""
    card: Card


class Inventory(NamedTuple):
    """What a folder holds, in reading order."""

    documents: tuple[Holding, ...]
    problems: tuple[Problem, ...]
    """Met on the files; none of what was met inside documents."""
    read: int
    """Files that were read for it; the others lay in the store."""


def taken(found: Walk, store: Store, executor: Executor | None, watch: Watch) -> Inventory:
    """What a folder holds, with the store brought to its state: searched are its documents in English, of
    those with the same text the first. Raises sqlite3.Error, DamagedError, MovedError."""
    states = _states(found)
    known = store.files()
    store.forget([name for name in known if name not in states])
    stale = [
        name
        for name in found.files
        if name not in known or known[name].state != states[name] or not states[name]
    ]
    _read(_tasks(stale, found, states), store, executor, watch)
    files = store.files() if stale else known
    cards = _cards(store)
    room = _room(found, cards)
    long = [name for name in found.files if _is_cut(cards.get(name, ()), room)]
    if long:
        tasks = [task._replace(room=room) for task in _tasks(long, found, states)]
        store.forget(long)
        _read(tasks, store, executor, watch)
        files, cards = store.files(), _cards(store)
    inventory = _in_reading_order(found, files, cards)._replace(read=len(stale))
    store.index({one.card.id for one in inventory.documents if one.card.kind == "text"})
    return inventory


def _read(tasks: Sequence[FileTask], store: Store, executor: Executor | None, watch: Watch) -> None:
    watch.stage("read", len(tasks))
    for done in in_order(filed, tasks, _BATCH, executor):
        store.put(done)
        for _ in done:
            watch.step()


# How files lie on the disk


def _states(found: Walk) -> Mapping[str, str]:
    """How each file and the sidecars that may speak of it lie on the disk."""
    beside = _beside(found)
    return {
        name: "|".join([own, *(f"{one} {_state(at)}" for one, at in beside.get(name, {}).items())])
        if (own := _state(path))
        else _GONE
        for name, path in found.files.items()
    }


def _state(path: Path) -> str:
    """Size, place and times of a file: one that was changed differs in one of them."""
    try:
        found = path.stat()
    except OSError:
        return _GONE
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _beside(found: Walk) -> Mapping[str, Mapping[str, Path]]:
    """By file the sidecars that may speak of it: of itself, or of a document in it."""
    if not found.sidecars:
        return {}
    inner: dict[str, dict[str, Path]] = defaultdict(dict)
    for name, path in found.sidecars.items():
        stem = name.removesuffix(SIDECAR)
        for at, sign in enumerate(stem):
            if sign in "#/":
                inner[stem[:at]][name] = path
    beside: dict[str, dict[str, Path]] = {}
    for name in found.files:
        own = sidecar_of(name, found.sidecars)
        some = ({own: found.sidecars[own]} if own else {}) | inner.get(name, {})
        if some:
            beside[name] = some
    return beside


def _tasks(names: Iterable[str], found: Walk, states: Mapping[str, str]) -> list[FileTask]:
    beside = _beside(found)
    return [FileTask(name, found.files[name], states[name], beside.get(name, {})) for name in names]


# What lies in the store


def _cards(store: Store) -> Mapping[str, tuple[Card, ...]]:
    """The documents of each file, in reading order."""
    found: dict[str, list[Card]] = defaultdict(list)
    for card in store.cards():
        found[card.file].append(card)
    return {name: tuple(sorted(some, key=lambda card: card.place)) for name, some in found.items()}


def _room(found: Walk, cards: Mapping[str, Sequence[Card]]) -> int:
    """The most characters of a document, as `limits.share` says."""
    seen: dict[bytes, None] = {}
    lengths = []
    for name in found.files:
        for card in cards.get(name, ()):
            if card.digest not in seen:
                seen[card.digest] = None
                lengths.append(card.length)
    return share(lengths)


def _is_cut(cards: Sequence[Card], room: int) -> bool:
    """Whether a file holds a document that is to be cut at another place than it was."""
    return any(
        card.kind == "long" or (card.length > SHARE and min(card.length, room) != min(card.length, card.room))
        for card in cards
    )


def _in_reading_order(
    found: Walk, files: Mapping[str, FileState], cards: Mapping[str, Sequence[Card]]
) -> Inventory:
    used: set[str] = set()
    seen: dict[bytes, str] = {}
    documents: list[Holding] = []
    problems: list[Problem] = list(found.problems)
    for name in found.files:
        state = files.get(name)
        if state is None:
            raise MovedError(name)
        used.update(state.sidecars)
        for one in _of_file(cards.get(name, ()), state.problems):
            if isinstance(one, Problem):
                problems.append(one)
            elif (first := seen.setdefault(one.digest, one.name)) != one.name:
                problems.append(same_text(one.name, first))
            else:
                documents.append(Holding(f"S{len(documents) + 1}", one))
    problems += orphans(found.sidecars, used)
    return Inventory(tuple(documents), tuple(problems), 0)


def _of_file(cards: Sequence[Card], problems: Sequence[tuple[int, Problem]]) -> Iterator[Card | Problem]:
    """Documents and problems of one file in their order."""
    placed: list[tuple[int, Card | Problem]] = [*((card.place, card) for card in cards), *problems]
    yield from (one for _, one in sorted(placed, key=lambda pair: pair[0]))
