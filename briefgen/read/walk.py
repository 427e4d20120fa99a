"""Which files of a folder are read, in which order, and which are left out and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import BriefgenError, Problem
from briefgen.read.refused import listed, refused_kind, skipped
from briefgen.read.sniff import HEAD, may_be_read, suffix_of

SIDECAR = ".meta.toml"
_IN_OUT = "The file lies where memos are written to; it is no source and was left out."
_SHOWN = 300
"""Characters of a path in a message."""
_KINDS = {
    "hidden": ("hidden file was", "hidden files were"),
    "page": ("folder of a saved web page's pictures was", "folders of saved web pages' pictures were"),
    "readme": ("README file was", "README files were"),
    "link": ("link to a folder or out of this folder was", "links to folders or out of this folder were"),
    "special": ("device or pipe was", "devices or pipes were"),
}


class Walk(NamedTuple):
    """The files of a folder by their paths relative to it, sorted bytewise."""

    folder: Path
    files: Mapping[str, Path]
    sidecars: Mapping[str, Path]
    skipped: Mapping[str, tuple[str, ...]]
    """Kind of what was left out, to the names."""
    problems: tuple[Problem, ...]


def walk(folder: Path, out: Path | None = None) -> Walk:
    """What to read in `folder`, or the file `folder` itself with the sidecars beside it.

    Nothing of a folder `out` inside it is read.

    Raises `BriefgenError`: `folder-missing`, `folder-not-a-folder`.
    """
    if folder.is_dir():
        return _sorted_out(folder, _inner(out, folder))
    if not folder.exists():
        hint = "Name an existing folder with --seeds, or make one and put the documents in it."
        raise BriefgenError("folder-missing", f"The folder {folder} does not exist.", hint)
    if not folder.is_file():
        hint = "Name a folder of documents, or one document, with --seeds."
        raise BriefgenError("folder-not-a-folder", f"{folder} is neither a folder nor a file.", hint)
    named = (Path(f"{folder}{SIDECAR}"), folder.with_suffix(SIDECAR), *_of_parts(folder))
    beside = {path.name: path for path in named if path.is_file()}
    name = printable(folder.name)
    if may_be_read(name, _head(folder)):
        return Walk(folder, {name: folder}, beside, {}, ())
    return Walk(folder, {}, beside, {}, tuple(skipped((name,), name)))


def _of_parts(file: Path) -> list[Path]:
    """The sidecars of single documents of a file: "dump.json#3.meta.toml"."""
    start = f"{file.name}#"
    return sorted(
        path for path in file.parent.iterdir() if path.name.startswith(start) and path.name.endswith(SIDECAR)
    )


def printable(name: str) -> str:
    """A file name that any output can hold: bytes that are not UTF-8 show as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _inner(out: Path | None, folder: Path) -> Path | None:
    """The folder `out` as a path below `folder`; None when it lies elsewhere or is `folder` itself."""
    if out is None or out.resolve() == folder.resolve() or not out.resolve().is_relative_to(folder.resolve()):
        return None
    return folder / out.resolve().relative_to(folder.resolve())


def _sorted_out(folder: Path, out: Path | None) -> Walk:
    failed: list[OSError] = []
    files, sidecars, aside, memos = {}, {}, dict[str, list[str]](), list[str]()
    for inner in sorted(_entries(folder, failed), key=os.fsencode):
        name, path = printable(inner), folder / inner
        try:
            kind = _kind(path, folder)
        except OSError as error:
            failed.append(error)
            continue
        if out is not None and out in path.parents:
            memos += [name] if kind == "read" else []
        elif kind == "read":
            files[name] = path
        elif kind == "sidecar":
            sidecars[name] = path
        else:
            aside.setdefault(kind, []).append(name)
    left_out = {kind: tuple(aside[kind]) for kind in _KINDS if kind in aside}
    problems = [_unopened(error, folder) for error in failed]
    problems += [_told(folder, kind, names) for kind, names in left_out.items()]
    problems += skipped(aside.get("unknown", ()), printable(folder.name) or ".")
    problems += [Problem(name, "own-memo", _IN_OUT) for name in memos]
    return Walk(folder, files, sidecars, left_out, tuple(problems))


def _entries(folder: Path, failed: list[OSError]) -> Iterator[str]:
    """All files below `folder`, and hidden or linked folders as one entry each, by their paths inside it with
    forward slashes; no link is followed."""
    for top, folders, files in os.walk(folder, onerror=failed.append):
        inside = Path(top)
        prefix = "" if inside == folder else f"{inside.relative_to(folder).as_posix()}/"
        try:
            aside = [
                name
                for name in folders
                if hidden(name) or (inside / name).is_symlink() or _of_page(name, files)
            ]
        except OSError as error:  # the path is longer than the system takes
            failed.append(error)
            folders.clear()
            continue
        folders[:] = [name for name in folders if name not in aside]
        yield from (prefix + name for name in (*aside, *files))


def _of_page(name: str, files: list[str]) -> bool:
    """Whether a folder holds what a browser saved beside a page: "Talks_files" of "Talks.html"."""
    page = name.removesuffix("_files")
    return page != name and (f"{page}.html" in files or f"{page}.htm" in files)


def hidden(name: str) -> bool:
    """Dot files, copies that editors keep, and the lock files that office programs leave."""
    return name.startswith((".", "~$")) or name.endswith("~") or name == "__MACOSX"


def _kind(path: Path, folder: Path) -> str:
    name = path.name.lower()
    if hidden(path.name):
        return "hidden"
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        if path.is_dir() or not _inside(path, folder):
            return "link"
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return "page"
    if not stat.S_ISREG(mode):
        return "special"
    if name.endswith(SIDECAR):
        return "sidecar"
    if name == "readme" or name.startswith("readme."):
        return "readme"
    return "read" if may_be_read(name, _head(path)) else "unknown"


def _head(path: Path) -> bytes:
    """The first bytes of a file whose name does not tell what it is; none of one that can not be opened."""
    from briefgen.read import READERS

    if suffix_of(path.name) in READERS or refused_kind(path.name):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # broken or circular
        return False


def _unopened(error: OSError, folder: Path) -> Problem:
    name = printable(os.path.relpath(error.filename, folder))
    name = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return Problem(name, "file-unreadable", f"It can not be opened: {error.strerror}.")


def _told(folder: Path, kind: str, names: tuple[str, ...]) -> Problem:
    one, many = _KINDS[kind]
    message = f"{len(names)} {one if len(names) == 1 else many} not read: {listed(names)}."
    return Problem(printable(folder.name) or ".", "files-skipped", message)
