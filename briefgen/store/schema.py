"""The tables of a store."""

from __future__ import annotations

APPLICATION = 0x42524746
"""`PRAGMA application_id` of our files: "BRGF"."""
LAYOUT = 1
"""`PRAGMA user_version`: the tables below."""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    sidecars TEXT NOT NULL,
    problems BLOB
) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    digest BLOB NOT NULL,
    length INTEGER NOT NULL,
    room INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words INTEGER NOT NULL,
    indexed INTEGER NOT NULL
);
CREATE INDEX document_of_file ON document (file, place);
CREATE TABLE text (document INTEGER PRIMARY KEY, data BLOB NOT NULL, stems BLOB NOT NULL);
CREATE TABLE layers (document INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE chosen (topic TEXT PRIMARY KEY, changes INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE stems USING fts5(stem, content='', columnsize=0, tokenize="ascii tokenchars '='");
CREATE VIRTUAL TABLE stem_holders USING fts5vocab(stems, 'row');
CREATE VIRTUAL TABLE stem_places USING fts5vocab(stems, 'instance');
"""
"""`document` is read as a whole at every call, so what is long stands beside it. Ids are never given again:
who holds one of a document that is gone finds nothing. `chosen` is good for one count
of changes. `stems` keeps no text (contentless), so what is taken
out of it is handed to it once more: `text.stems`."""
