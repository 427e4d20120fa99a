"""Files are written beside their target, checked, and only then given their name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from briefgen.errors import BriefgenError


def prepare(folder: Path) -> None:
    """Make the out folder when it is missing. Raises `out-unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


@contextmanager
def beside(target: Path, data: bytes) -> Iterator[Path]:
    """Write `data` beside `target` for the block to check; afterwards it takes the target's name.

    When the block raises or the program is stopped, the draft is removed and an earlier target
    stays as it was. Raises `out-unwritable`, `out-open`.
    """
    if target.is_dir():
        raise BriefgenError(
            "out-unwritable",
            f"{target} is a folder, so the memo cannot take that name.",
            "Rename that folder, or give another one with --out.",
        )
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            draft.write_bytes(data)
        except OSError as error:
            raise unwritable(target.parent, error) from error
        yield draft
        give_name(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def give_name(draft: Path, target: Path) -> None:
    """Put the checked draft in the target's place; an earlier memo that differs moves aside."""
    lock = next((name for name in lock_files(target) if name.exists()), None)
    if lock is not None:
        raise BriefgenError(
            "out-open",
            f"{target} is open in a word processor ({lock.name} is there), so it was not replaced.",
            f"Close it there and run the command again; if it is not open, delete {lock.name}.",
        )
    try:
        if target.exists() and target.read_bytes() != draft.read_bytes():
            # She may have filled in the header of the earlier one: it moves aside, nothing is lost.
            target.replace(earlier_name(target))
        draft.replace(target)
    except PermissionError as error:
        raise BriefgenError(
            "out-open",
            f"{target} is open in another program or protected, so it was not replaced.",
            "Close it there, or give another folder with --out, and run the command again.",
        ) from error
    except OSError as error:
        raise unwritable(target.parent, error) from error


def earlier_name(target: Path) -> Path:
    """The first free name for an earlier memo: "topic.earlier-1.docx", "topic.earlier-2.docx" ..."""
    names = (target.with_name(f"{target.stem}.earlier-{number}{target.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())


def earlier(targets: Iterable[Path]) -> set[Path]:
    """The earlier memos kept beside the targets."""
    patterns = ((t.parent, f"{glob.escape(t.stem)}.earlier-*{t.suffix}") for t in targets)
    return {name for folder, pattern in patterns for name in folder.glob(pattern)}


def lock_files(target: Path) -> tuple[Path, ...]:
    """The files by which Word and LibreOffice mark a document as open; they would overwrite ours."""
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
    names = (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in count(2))
    return next(name for name in chain((target,), names) if not name.exists())
