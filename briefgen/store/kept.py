"""The stores of a user: which folders they are of, how large they are, and how they are removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from briefgen.store.place import SUFFIX, cache_folder, place_of

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite lays beside its file."""
_MEGABYTE = 1_000_000


class KeptStore(NamedTuple):
    """A store that lies in the cache folder."""

    place: Path
    folder: str
    """The folder of documents; "" where it can not be read."""
    documents: int
    annotated: int

    @property
    def size(self) -> int:
        """Bytes, with what SQLite lays beside it."""
        return sum(path.stat().st_size for path in files_of(self.place) if path.exists())


def files_of(place: Path) -> tuple[Path, ...]:
    """A store and what SQLite lays beside it."""
    return (place, *(Path(f"{place}{end}") for end in BESIDE))


def kept_stores(folder: Path | None = None) -> tuple[KeptStore, ...]:
    """The stores of this user, or that of one folder."""
    places = [place_of(folder)] if folder else sorted(cache_folder().glob(f"*{SUFFIX}"))
    return tuple(_looked_into(place) for place in places if place.is_file())


def _looked_into(place: Path) -> KeptStore:
    with (
        suppress(sqlite3.Error, TypeError),
        closing(sqlite3.connect(f"{place.as_uri()}?mode=ro", uri=True)) as read,
    ):
        (folder,) = read.execute("SELECT value FROM about WHERE key = 'folder'").fetchone()
        (documents,) = read.execute("SELECT count(DISTINCT digest) FROM document").fetchone()
        (annotated,) = read.execute("SELECT count(*) FROM layers").fetchone()
        return KeptStore(place, folder, documents, annotated)
    return KeptStore(place, "", 0, 0)


def remove(one: KeptStore) -> None:
    """Takes a store away. Raises OSError."""
    for path in files_of(one.place):
        path.unlink(missing_ok=True)


def kept_lines(folder: Path | None, *, clear: bool) -> Iterator[str]:
    """What `briefgen store` prints; with `clear` they are removed. Raises OSError."""
    found = kept_stores(folder)
    for one in found:
        what = f"{one.documents} documents, {one.annotated} annotated" if one.folder else "can not be read"
        line = f"{one.folder or one.place.name}: {what}, {one.size / _MEGABYTE:.1f} MB, {one.place}"
        if clear:
            remove(one)
        yield f"removed  {line}" if clear else line
    if not found:
        yield "Nothing is kept."
