"""Files are written beside their target, checked, and only then given a name that nobody loses by."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from briefgen.errors import BriefgenError

Sealed = Callable[[bytes], bool | None]
"""Whether a file is an output of ours as it was written; None: it does not say."""


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
    edited: bool = False
    """Whether the file that kept its name is a memo of ours, known to be edited."""

    @property
    def kept(self) -> bool:
        """Whether a file that was there kept its name."""
        return self.written != self.target


@contextmanager
def beside(target: Path, data: bytes, sealed: Sealed) -> Iterator[Output]:
    """Write `data` beside `target` for the block to check; afterwards it gets the target's name.

    A file of that name is replaced when it is an output that nobody edited, as `sealed` tells; any other
    keeps its name, and the new one is called "topic.new.docx". When the block raises or the program is
    stopped, the draft is removed and all is as it was. Raises `out-unwritable`, `out-open`.
    """
    if target.is_dir():
        raise BriefgenError(
            "out-unwritable",
            f"{target} is a folder, so the memo cannot take that name.",
            "Rename that folder, or give another one with --out.",
        )
    draft = Output(target.with_name(f".{target.name}.{os.getpid()}.part"), target, target)
    try:
        try:
            draft.path.write_bytes(data)
        except OSError as error:
            raise unwritable(target.parent, error) from error
        yield draft
        give_name(draft, data, sealed)
    finally:
        with suppress(OSError):
            draft.path.unlink(missing_ok=True)


def give_name(draft: Output, data: bytes, sealed: Sealed) -> None:
    """Give the checked draft its name."""
    try:
        draft.written = next(name for name in names(draft.target) if may_take(name, data, sealed))
        draft.edited = draft.kept and sealed(draft.target.read_bytes()) is False
        refuse_open(draft.written)
        draft.path.replace(draft.written)
    except PermissionError as error:
        raise BriefgenError(
            "out-open",
            f"{draft.written} is open in another program or protected, so it was not replaced.",
            "Close it there, or give another folder with --out, and run the command again.",
        ) from error
    except OSError as error:
        raise unwritable(draft.target.parent, error) from error


def names(target: Path) -> Iterator[Path]:
    """The names that an output may have: "topic.docx", "topic.new.docx", "topic.new-2.docx" ..."""
    yield target
    yield target.with_name(f"{target.stem}.new{target.suffix}")
    yield from (target.with_name(f"{target.stem}.new-{number}{target.suffix}") for number in count(2))


def may_take(name: Path, data: bytes, sealed: Sealed) -> bool:
    """Whether nothing is lost when `data` gets a name: nobody has it, or what has it is the same or an output
    of ours that nobody edited."""
    if not name.exists():
        return True
    if not name.is_file():
        return False
    there = name.read_bytes()
    return there == data or sealed(there) is True


def refuse_open(target: Path) -> None:
    """Raise `out-open` when a word processor has the file open; it would overwrite ours."""
    lock = next((name for name in lock_files(target) if name.exists()), None)
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
