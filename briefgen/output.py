"""Which name a file gets, so that nobody loses by it, and the folder of memos.

`drafts.py` writes the files and gives the names.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType

from briefgen.errors import BriefgenError

Sealed = Callable[[bytes], bool | None]
"""Whether a file is an output of ours as it was written; None: it does not say."""
MOST_BYTES = 255
"""Of a name, on nearly all file systems."""


def prepare(folder: Path) -> None:
    """Make the out folder when it is missing. Raises `out-unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


@dataclass
class Output:
    """A file on its way to its name."""

    path: Path
    """Where it lies until it is checked."""
    target: Path
    """The name it was meant for."""
    written: Path
    """The name it got: another one where somebody edited what has the name already."""
    sealed: Sealed
    edited: bool = False
    """Whether the file that kept its name is a memo of ours, known to be edited."""
    linked: bool = False
    """Whether what kept its name is a link."""

    @property
    def kept(self) -> bool:
        """Whether what was there kept its name."""
        return self.written != self.target


_KINDS: Mapping[int, str] = MappingProxyType(
    {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
)
"""What can have a name and is no file."""


def refuse(target: Path) -> None:
    """Raise `out-unwritable` when something has the name that no memo can replace. Nothing is opened: whoever
    opens a pipe waits for its other end."""
    try:
        mode = target.lstat().st_mode
    except OSError:
        return
    if kind := _KINDS.get(stat.S_IFMT(mode)):
        raise BriefgenError(
            "out-unwritable",
            f"{target} is {kind}, so the memo cannot take that name.",
            "Rename it, or give another folder with --out.",
        )


def choose_name(draft: Output) -> None:
    """Say which name the checked draft gets.

    A file of the target's name is replaced when it is an output that nobody edited, as its seal tells; any
    other, and a link, keeps its name, and the new one is called "topic.new.docx". Raises `out-open`, OSError.
    """
    refuse(draft.target)
    data = draft.path.read_bytes()
    draft.written = next(name for name in names(draft.target) if may_take(name, data, draft.sealed))
    draft.linked = draft.target.is_symlink()
    draft.edited = draft.kept and not draft.linked and draft.sealed(draft.target.read_bytes()) is False
    refuse_open(draft.written)


def protected(name: Path) -> BriefgenError:
    """The error for a file that the system does not let go."""
    return BriefgenError(
        "out-open",
        f"{name} is open in another program or protected, so it was not replaced.",
        "Close it there, or give another folder with --out, and run the command again.",
    )


def names(target: Path) -> Iterator[Path]:
    """The names that an output may have: "topic.docx", "topic.new.docx", "topic.new-2.docx" ..."""
    yield target
    endings = chain((".new",), (f".new-{number}" for number in count(2)))
    yield from (target.with_name(f"{_shortened(target, ending)}{target.suffix}") for ending in endings)


def _shortened(target: Path, ending: str) -> str:
    """The stem of a name with an ending, cut so that file systems take it."""
    room = MOST_BYTES - len(os.fsencode(ending + target.suffix))
    return os.fsencode(target.stem)[:room].decode(errors="ignore") + ending


def may_take(name: Path, data: bytes, sealed: Sealed) -> bool:
    """Whether nothing is lost when `data` gets a name: nobody has it, or what has it is the same or an output
    of ours that nobody edited. A link is somebody's arrangement: it is neither followed nor replaced."""
    try:
        mode = name.lstat().st_mode
    except FileNotFoundError:
        return True
    if not stat.S_ISREG(mode):
        return False
    there = name.read_bytes()
    return there == data or sealed(there) is True


def refuse_open(target: Path) -> None:
    """Raise `out-open` when a word processor has the file open; it would overwrite ours."""
    lock = next((name for name in lock_files(target) if os.path.lexists(name)), None)
    if lock is not None:
        raise BriefgenError(
            "out-open",
            f"{target} is open in a word processor ({lock.name} is there), so it was not replaced.",
            f"Close it there and run the command again; if it is not open, delete {lock.name}.",
        )


def lock_files(target: Path) -> tuple[Path, ...]:
    """The files by which Word and LibreOffice mark a document as open."""
    # Word puts "~$" in the place of the first two letters of a long name, before a short one.
    word = (target.with_name(f"~${target.name[2:]}"), target.with_name(f"~${target.name}"))
    return (*word, target.with_name(f".~lock.{target.name}#"))


def unwritable(folder: Path, error: OSError) -> BriefgenError:
    """The error for a folder that takes no file."""
    why = error.strerror or error.__class__.__name__
    return BriefgenError(
        "out-unwritable",
        f"No memo can be written to {folder}: {why}.",
        "Give another folder with --out, or make room and rights there.",
    )


def new_file(target: Path, text: str) -> None:
    """Write a file that was not there. Raises `file-exists`, for what a user may have edited is never
    overwritten, and `out-unwritable`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise BriefgenError(
            "file-exists", f"{target} is there already and was not overwritten.", "Give it another name."
        ) from error
    except OSError as error:
        raise BriefgenError(
            "out-unwritable",
            f"{target} can not be written: {error.strerror or error.__class__.__name__}.",
            "Give another place, or make room and rights there.",
        ) from error


def free_name(target: Path) -> Path:
    """The target, or the first free name beside it: "grain-2.toml", "grain-3.toml" ..."""
    others = (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in count(2))
    return next(name for name in chain((target,), others) if not name.exists())
