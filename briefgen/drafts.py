"""The files of one memo on their way to their names: all of them get their names, or none.

Drafts lie in a hidden folder of their run beside the memos. When all are there, are on the disk and have been
checked, a plan is written, and from then on the set counts as made:

    killed before the plan     the earlier memos are whole; the next run removes the drafts
    killed behind it           every name has a whole memo, earlier or new; the next run gives the others
                               their names, where nobody has touched what has them
    an error while renaming    the earlier memos, linked into the folder, get their names back

A run holds a lock in its folder, which the system releases however the run ends: a folder whose lock is free
is of a dead run, whoever has its number of a process now.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.locks import alone, locked
from briefgen.output import Output, Sealed, choose_name, protected, refuse, unwritable
from briefgen.stopping import held

FOLDER = ".briefgen-"
"""How the name of a run's folder begins; the number of its process and ".part" follow."""
_LOCK, _PLAN, _EARLIER = "lock", "plan.json", ".earlier"
_TAKEN = 10_000
"""Names of folders that are tried; a process has two at most."""


class RunFolder(NamedTuple):
    """The folder of a run, and its lock."""

    folder: Path
    lock: int


class Drafts:
    """The drafts of one memo."""

    def __init__(self, place: RunFolder) -> None:
        self.place = place
        self.outputs: list[Output] = []

    def add(self, target: Path, data: bytes, sealed: Sealed) -> Output:
        """Write a draft for the name `target`. Raises `out-unwritable`."""
        refuse(target)
        path = self.place.folder / str(len(self.outputs))
        draft = Output(path, target, target, sealed)
        try:
            _write(path, data)
        except OSError as error:
            raise unwritable(target.parent, error) from error
        self.outputs.append(draft)
        return draft

    def give_names(self, out: Path) -> None:
        """Give all drafts their names. Raises `out-open`, `out-unwritable`; then nothing has changed."""
        try:
            with alone(out), held():
                for draft in self.outputs:
                    choose_name(draft)
                plan = [_planned(draft, self.place.folder) for draft in self.outputs]
                _write(self.place.folder / f"{_PLAN}.new", json.dumps(plan).encode())
                _rename_all(self.place.folder, self.outputs)
                _sync_folder(out)
        except OSError as error:
            raise unwritable(out, error) from error


@contextmanager
def drafts(out: Path) -> Iterator[Drafts]:
    """Drafts for the block to add and to check; behind it they get their names.

    When the block raises or the program is stopped, the drafts are removed and all is as it was. Raises
    `out-unwritable`, `out-open`.
    """
    place = None
    try:
        try:
            with held():
                place = _own_place(out)
        except OSError as error:
            raise unwritable(out, error) from error
        found = Drafts(place)
        yield found
        if found.outputs:
            found.give_names(out)
    finally:
        with held():
            if place:
                _remove(place)


def tidy(out: Path) -> tuple[Problem, ...]:
    """Remove what dead runs left in the folder of memos, and give the names that one of them still had to
    give; the problems tell of those."""
    told: list[Problem] = []
    for folder in sorted(out.glob(f"{FOLDER}*.part")):
        with suppress(OSError), held():
            if stat.S_ISDIR(folder.lstat().st_mode):
                told += _tidied(out, folder)
    return tuple(told)


def _tidied(out: Path, folder: Path) -> Iterator[Problem]:
    """One folder of another run, when that is dead."""
    lock = locked(folder / _LOCK, own=False)
    if lock is None:
        with suppress(OSError):  # killed before it had its lock: the folder is empty, or not ours to remove
            folder.rmdir()
        return
    with alone(out):
        named = tuple(_completed(out, folder))
    _remove(RunFolder(folder, lock))
    if named:
        message = f"An earlier run was ended while it named its files; now named: {', '.join(named)}."
        yield Problem(str(out), "memo-completed", message)


def _own_place(out: Path) -> RunFolder:
    """A folder of this run's own, locked. Raises OSError."""
    for number in count(1):
        folder = out / f"{FOLDER}{os.getpid()}{f'-{number}' if number > 1 else ''}.part"
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            if number > _TAKEN:
                raise
            continue
        # A run that tidies up at this moment may take the folder for a dead one; then there is another name.
        lock = locked(folder / _LOCK, own=True)
        if lock is not None:
            return RunFolder(folder, lock)
    raise AssertionError  # counting has no end


def _write(path: Path, data: bytes) -> None:
    """Write a file down to the disk, so that no loss of power leaves a name without its words."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Write the names in a folder down to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _planned(draft: Output, folder: Path) -> dict[str, str | None]:
    """A line of the plan. The earlier memo is linked beside the draft: until the whole set has its names,
    nothing is gone. What it holds is written down: a program that edits it in place edits the link, too."""
    _keep(draft.written, folder / f"{draft.path.name}{_EARLIER}")
    return {
        "draft": draft.path.name,
        "name": draft.written.name,
        "sha256": _sha256(draft.path),
        "earlier": _sha256(draft.written),
    }


def _keep(memo: Path, earlier: Path) -> None:
    """Link an earlier memo, or copy it where the file system has no links. Raises OSError."""
    if not memo.exists():
        return
    try:
        os.link(memo, earlier, follow_symlinks=False)
    except (OSError, NotImplementedError):
        _write(earlier, memo.read_bytes())


def _rename_all(folder: Path, outputs: Sequence[Output]) -> None:
    """From the plan on the set counts as made. Raises OSError, `out-open`; then all is as it was."""
    (folder / f"{_PLAN}.new").replace(folder / _PLAN)
    _sync_folder(folder)
    for number, draft in enumerate(outputs):
        try:
            draft.path.replace(draft.written)
        except OSError as error:
            (folder / _PLAN).unlink()
            for one in outputs[:number]:
                _put_back(folder / f"{one.path.name}{_EARLIER}", one.written)
            if isinstance(error, PermissionError):
                raise protected(draft.written) from error
            raise


def _put_back(earlier: Path, name: Path) -> None:
    """Give the earlier memo its name again; where there was none, the name goes, too."""
    with suppress(OSError):
        if earlier.exists():
            earlier.replace(name)
        else:
            name.unlink()


def _completed(out: Path, folder: Path) -> Iterator[str]:
    """Give the names that a dead run had planned and not given; gives them."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        for line in json.loads((folder / _PLAN).read_bytes()):
            draft, name = folder / Path(line["draft"]).name, out / Path(line["name"]).name
            # Only with every byte, and only where the name is as the dead run found it.
            if _sha256(draft) == line["sha256"] and _sha256(name) == line["earlier"]:
                draft.replace(name)
                _sync_folder(out)
                yield name.name


def _sha256(path: Path) -> str | None:
    """The hash of a file; None where there is nothing, "" for what is no file."""
    if not os.path.lexists(path):
        return None
    if not stat.S_ISREG(path.lstat().st_mode):
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove(place: RunFolder) -> None:
    """Remove the folder of a run; the lock goes last, for what has none counts as empty."""
    with suppress(OSError):
        for entry in list(os.scandir(place.folder)):
            if entry.name != _LOCK:
                Path(entry.path).unlink()
    if sys.platform == "win32":
        os.close(place.lock)  # an open file can not be removed there
    with suppress(OSError):
        (place.folder / _LOCK).unlink()
        place.folder.rmdir()
    if sys.platform != "win32":
        os.close(place.lock)
