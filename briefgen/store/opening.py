"""Opens the store of a folder, and makes it anew where it is of no use.

Its file is a cache: all in it can be read again. So one that is damaged, or was made by other rules or a
newer briefgen, is replaced; a file named by the user that is none of ours is not touched.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.store.kept import files_of
from briefgen.store.place import cache_folder
from briefgen.store.rules import rules
from briefgen.store.schema import APPLICATION, LAYOUT, TABLES
from briefgen.store.store import Store

_PATIENCE = 60.0
"""Seconds that one process waits for another to write: a batch takes it a tenth of a second."""
_HEAD, _APPLICATION_AT = 100, 68
"""Bytes of the head of an SQLite file, and where the number of its application stands in it."""
_FRESH = "It was made by another version of briefgen"


class Opened(NamedTuple):
    """A store that can be used, and what is to be told of it."""

    store: Store
    problems: tuple[Problem, ...]


class _UselessError(Exception):
    """A store of ours that is of no use, and why."""


def in_memory() -> Store:
    """A store that ends with the run and leaves nothing behind."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.executescript(TABLES)
    return Store(connection, "")


def open_store(place: Path, folder: Path) -> Opened:
    """The store in the file `place`, which is made where it is not there, for the documents of `folder`.

    One of ours that is of no use is replaced, and that is told. A file that is none of ours is not touched;
    then, and where nothing can be written, the store is in memory.
    """
    told: list[Problem] = []
    try:
        _ready(place)
        if _is_foreign(place):
            message = "It is no store of briefgen, so it was not touched, and nothing is kept."
            return Opened(in_memory(), (Problem(str(place), "store-foreign", message),))
        try:
            return Opened(_opened(place, folder), ())
        except (_UselessError, sqlite3.DatabaseError) as error:
            if not _is_damage(error):
                raise
            told.append(_away(place, str(error) if isinstance(error, _UselessError) else "It is damaged"))
            _ready(place)
            return Opened(_opened(place, folder), tuple(told))
    except (OSError, sqlite3.Error, _UselessError) as error:
        return Opened(in_memory(), (*told, _unwritable(place, error)))


def freeze(store: Store) -> None:
    """Lets a store be read as it is now to the end of the run; where its file can not do that (SQLite needs
    shared memory for it), as it is at each moment."""
    if not store.place:
        return
    reader = sqlite3.connect(store.place, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    if reader.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        store.freeze(reader)
    else:
        reader.close()


def renewed(store: Store, folder: Path, error: Exception) -> Opened:
    """A new store in place of one that failed while it was used: in its place where it is damaged, in memory
    where its disk is full or it can not be reached any more."""
    with suppress(sqlite3.Error):
        store.close()
    if not store.place:
        return Opened(in_memory(), ())
    place = Path(store.place)
    if not _is_damage(error):
        return Opened(in_memory(), (_unwritable(place, error),))
    try:
        told = _away(place, "It is damaged")
    except OSError as failed:
        return Opened(in_memory(), (_unwritable(place, failed),))
    opened = open_store(place, folder)
    return opened._replace(problems=(told, *opened.problems))


_DAMAGE = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA)
"""Codes of SQLite for a file with other tables or bytes than ours; others are of the disk and of locks."""


def _is_damage(error: Exception) -> bool:
    """Whether what is in the file is at fault, and not the place where it lies."""
    code = getattr(error, "sqlite_errorcode", None)
    return not isinstance(error, sqlite3.Error) or code is None or code & 0xFF in _DAMAGE


def _unwritable(place: Path, error: Exception) -> Problem:
    why = (isinstance(error, OSError) and error.strerror) or str(error)
    message = f"It can not be kept ({why}), so all is read again at the next call."
    return Problem(str(place), "store-unwritable", message)


def _is_foreign(place: Path) -> bool:
    """Whether a file that is there is none of ours, by its first bytes alone: SQLite would write to it.

    In the folder that is ours everything is.
    """
    if place.parent == cache_folder() or not place.is_file():
        return False
    with place.open("rb") as file:
        head = file.read(_HEAD)
    ours = int.from_bytes(head[_APPLICATION_AT : _APPLICATION_AT + 4], "big") == APPLICATION
    return bool(head) and not (head.startswith(b"SQLite format 3") and ours)


def _ready(place: Path) -> None:
    """The folder for this user alone, and the file for him alone before anything is in it. Raises OSError."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _opened(place: Path, folder: Path) -> Store:
    """Raises _UselessError, sqlite3.Error, OSError."""
    if not stat.S_ISREG(place.stat().st_mode):
        raise OSError(0, "it is no file")
    connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # Where the file system can not share memory, SQLite stays with its journal, which is slower.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        _checked(connection, place, folder)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return Store(connection, str(place))


def _checked(connection: sqlite3.Connection, place: Path, folder: Path) -> None:
    """Makes the tables of an empty file. Raises _UselessError."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    about = {"rules": rules(), "folder": str(folder.resolve())}
    if not tables and not application:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
        for statement in filter(None, (part.strip() for part in TABLES.split(";"))):
            connection.execute(statement)
        connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        return
    if application != APPLICATION:
        raise _UselessError("It is no store of briefgen")
    if layout != LAYOUT:
        raise _UselessError(_FRESH)
    known = dict(connection.execute("SELECT key, value FROM about"))
    if known.get("rules") != about["rules"]:
        raise _UselessError(_FRESH)
    if known.get("folder") != about["folder"]:
        connection.execute("UPDATE about SET value = ? WHERE key = 'folder'", (about["folder"],))


def _away(place: Path, why: str) -> Problem:
    """Removes a store of ours. Raises OSError."""
    for path in files_of(place):
        path.unlink(missing_ok=True)
    return Problem(str(place), "store-renewed", f"{why}; it is made anew.")
