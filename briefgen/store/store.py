"""A store: what was read and annotated of one folder, in one SQLite file.

Whoever writes another store (of a server that several people share) gives a class with these methods; nothing
else knows of tables. Documents are known by ids, which are never given twice.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.store.packing import DamagedError, Packing
from briefgen.store.records import Card, Filed, FiledFile, FileState

_ROWS = 500
"""Rows that are asked for in one go: SQLite takes a thousand variables in one statement."""


class _Problems(NamedTuple):
    """The problems of a file, each with its place."""

    found: tuple[tuple[int, Problem], ...]


class Store:
    """What is kept of one folder. Raises sqlite3.Error where its file can not be read or written."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self.place = place
        """Its file; "" for one in memory, which ends with the run."""
        self._connection = connection
        self._problems = Packing(_Problems)
        self._read = connection

    def close(self) -> None:
        """Ends the use of it."""
        self.thaw()
        self._connection.close()

    def freeze(self, reader: sqlite3.Connection) -> None:
        """From now on everything is read as it is now, whatever other processes write."""
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        self._read = reader

    def thaw(self) -> None:
        """Reads on as it is at each moment."""
        if self._read is not self._connection:
            self._read.close()
            self._read = self._connection

    def about(self, key: str) -> str:
        """What the store says of itself; "" where it says nothing."""
        row = self._read.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def changes(self) -> int:
        """A number that grows whenever files are taken in or forgotten."""
        try:
            return int(self.about("changes") or 0)
        except ValueError as error:
            raise DamagedError(str(error)) from error

    # Files

    def files(self) -> Mapping[str, FileState]:
        """All files by their names. Raises DamagedError."""
        rows = self._read.execute("SELECT name, state, sidecars, problems FROM file")
        try:
            return {
                name: FileState(
                    state,
                    tuple(json.loads(sidecars)) if sidecars else (),
                    self._problems.unpack(problems, "").found if problems else (),
                )
                for name, state, sidecars, problems in rows
            }
        except (ValueError, TypeError) as error:
            raise DamagedError(str(error)) from error

    def put(self, files: Iterable[FiledFile]) -> None:
        """Takes files in, each in place of what was known of it, all or none.

        One that another process has put in meanwhile as it lies on the disk stays, for its ids are in use.
        """
        with self._writing() as write:
            changed = False
            for file in files:
                row = write.execute("SELECT state FROM file WHERE name = ?", (file.name,)).fetchone()
                if row is None or row[0] != file.state or not file.state:
                    self._forget(write, file.name)
                    self._put(write, file)
                    changed = True
            if changed:
                self._count(write)

    def forget(self, names: Sequence[str]) -> None:
        """Files that are gone, all or none."""
        if not names:
            return
        with self._writing() as write:
            for name in names:
                self._forget(write, name)
            self._count(write)

    @staticmethod
    def _count(write: sqlite3.Connection) -> None:
        write.execute(
            "INSERT INTO about VALUES ('changes', '1') "
            "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
        )
        write.execute("DELETE FROM chosen")

    def _put(self, write: sqlite3.Connection, file: FiledFile) -> None:
        problems = tuple((at, one) for at, one in enumerate(file.found) if isinstance(one, Problem))
        packed = self._problems.pack(_Problems(problems)) if problems else None
        sidecars = json.dumps(file.sidecars) if file.sidecars else ""
        write.execute("INSERT INTO file VALUES (?, ?, ?, ?)", (file.name, file.state, sidecars, packed))
        for at, one in enumerate(file.found):
            if isinstance(one, Filed):
                self._put_document(write, file.name, at, one)

    @staticmethod
    def _put_document(write: sqlite3.Connection, file: str, place: int, one: Filed) -> None:
        row = (file, place, one.name, one.sha256, one.digest, one.length, one.room, one.kind, one.words)
        number = write.execute(
            "INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)", row
        ).lastrowid
        write.execute("INSERT INTO text VALUES (?, ?, ?)", (number, one.level_one, one.stems))
        write.execute("INSERT INTO stems (rowid, stem) VALUES (?, ?)", (number, _unzipped(one.stems)))

    @staticmethod
    def _forget(write: sqlite3.Connection, name: str) -> None:
        rows = write.execute(
            "SELECT id, stems, indexed FROM document JOIN text ON document = id WHERE file = ?", (name,)
        )
        for number, stems, indexed in rows.fetchall():
            if indexed:
                Store._unindex(write, number, stems)
            for table in ("text", "layers"):
                write.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
        write.execute("DELETE FROM document WHERE file = ?", (name,))
        write.execute("DELETE FROM file WHERE name = ?", (name,))

    @staticmethod
    def _unindex(write: sqlite3.Connection, number: int, stems: bytes) -> None:
        told = (number, _unzipped(stems))
        write.execute("INSERT INTO stems (stems, rowid, stem) VALUES ('delete', ?, ?)", told)

    def index(self, ids: Collection[int]) -> None:
        """Makes these documents, and no others, those that are searched, all or none."""
        rows = self._connection.execute("SELECT id, indexed FROM document")
        wrong = [(number, indexed) for number, indexed in rows if bool(indexed) != (number in ids)]
        if not wrong:
            return
        with self._writing() as write:
            for number, indexed in wrong:
                row = write.execute("SELECT stems FROM text WHERE document = ?", (number,)).fetchone()
                if row is None:
                    raise DamagedError(f"no text of document {number}")
                if indexed:
                    self._unindex(write, number, row[0])
                else:
                    told = (number, _unzipped(row[0]))
                    write.execute("INSERT INTO stems (rowid, stem) VALUES (?, ?)", told)
                write.execute("UPDATE document SET indexed = ? WHERE id = ?", (1 - indexed, number))
            self._count(write)

    # Documents

    def cards(self) -> Iterator[Card]:
        """All documents, in the order of their ids."""
        columns = ", ".join(Card._fields)
        return map(Card._make, self._read.execute(f"SELECT {columns} FROM document ORDER BY id"))

    def level_one(self, ids: Sequence[int]) -> Mapping[int, bytes]:
        """Documents before they are annotated, packed; those that are gone are not there."""
        return self._data("text", ids)

    def layers(self, ids: Sequence[int]) -> Mapping[int, bytes]:
        """What was found in those documents that were annotated, packed."""
        return self._data("layers", ids)

    def keep(self, layers: Mapping[int, bytes]) -> None:
        """Takes in what was found in documents, all or none; of one that is gone nothing."""
        with self._writing() as write:
            write.executemany(
                "INSERT OR REPLACE INTO layers SELECT id, ?2 FROM document WHERE id = ?1", layers.items()
            )

    def annotated(self) -> frozenset[int]:
        """The documents that were annotated."""
        return frozenset(row[0] for row in self._read.execute("SELECT document FROM layers"))

    def _data(self, table: str, ids: Sequence[int]) -> Mapping[int, bytes]:
        found: dict[int, bytes] = {}
        for start in range(0, len(ids), _ROWS):
            some = ids[start : start + _ROWS]
            marks = ", ".join("?" * len(some))
            rows = self._read.execute(f"SELECT document, data FROM {table} WHERE document IN ({marks})", some)
            found.update(rows.fetchall())
        return found

    # Topics

    def chosen(self, topic: str) -> bytes | None:
        """What was chosen for a topic, packed."""
        row = self._read.execute(
            "SELECT data FROM chosen WHERE topic = ? AND changes = ?", (topic, self.changes())
        ).fetchone()
        return bytes(row[0]) if row else None

    def choose(self, topic: str, data: bytes) -> None:
        """Takes in what was chosen for a topic from the documents as they are read here."""
        with self._writing() as write:
            write.execute("INSERT OR REPLACE INTO chosen VALUES (?, ?, ?)", (topic, self.changes(), data))

    # Words

    def holding(self, stem: str) -> Mapping[int, int]:
        """The documents in which a stem stands, each with how often."""
        rows = self._read.execute("SELECT doc FROM stem_places WHERE term = ?", (stem,))
        return Counter(row[0] for row in rows)

    def holders(self, stem: str) -> int:
        """In how many documents a stem stands."""
        row = self._read.execute("SELECT doc FROM stem_holders WHERE term = ?", (stem,)).fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A change that is made as a whole or not at all; another process waits until it is done."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.execute("COMMIT")


def _unzipped(stems: bytes) -> str:
    try:
        return zlib.decompress(stems).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamagedError(str(error)) from error
