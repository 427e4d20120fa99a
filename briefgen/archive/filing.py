"""What is done to files and documents of an archive in the process that does it: bytes in, bytes out.

Each call stands alone, so that it can run in any process, here or elsewhere. Only whoever has asked writes to
the store.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from briefgen.annotate import tokens
from briefgen.errors import Problem
from briefgen.fences import fenced, lost_file
from briefgen.model import Document, Source
from briefgen.preparing import annotated, first_level
from briefgen.read import read_bytes
from briefgen.read.limits import CHARACTERS, SHARE
from briefgen.read.one_file import ReadDocument, omitted, read_file
from briefgen.select.index import indexed
from briefgen.store.packing import Packing
from briefgen.store.records import Filed, FiledFile, Kind, Layers, LevelOne


class FileTask(NamedTuple):
    """A file that is to be read."""

    name: str
    path: Path
    state: str
    """How it lies on the disk."""
    sidecars: Mapping[str, Path]
    """Those that may speak of it."""
    room: int | None = None
    """The most characters of its documents; None: not known yet, then long ones wait."""


class Annotation(NamedTuple):
    """What was found in a document."""

    data: bytes
    faulty: bool
    """Whether a fault of ours cost a part of it: such a thing is not kept."""


@cache
def first_packing() -> Packing[LevelOne]:
    """How documents are kept that were not annotated."""
    return Packing(LevelOne)


@cache
def layers_packing() -> Packing[Layers]:
    """How what annotators find is kept."""
    return Packing(Layers)


def filed(tasks: Sequence[FileTask]) -> list[FiledFile]:
    """Files read, and their documents cleaned, described and made ready to be searched."""
    return [_filed(task) for task in tasks]


def _filed(task: FileTask) -> FiledFile:
    read = read_file(task.name, task.path, task.sidecars, read_bytes)
    found: list[Filed | Problem] = []
    for one in read.found:
        if isinstance(one, ReadDocument):
            found.append(fenced(partial(_document, one, task.room), partial(_lost, one.file)))
        else:
            found.append(one)
    faulty = any(isinstance(one, Problem) and one.fault for one in found)
    return FiledFile(task.name, "" if faulty else task.state, read.sidecars, tuple(found))


def _lost(file: str, fault: Exception) -> Problem:
    (problem,) = lost_file(file, fault)[1]
    return problem


def _document(piece: ReadDocument, room: int | None) -> Filed:
    """A document as it is kept; of a long one whose share is not known only that it is there."""
    length = min(piece.length, CHARACTERS)
    about = (piece.file, piece.sha256, piece.digest, length)
    if room is None and length > SHARE:
        return Filed(*about, 0, "long", 0, b"", zlib.compress(b""))
    source = piece.source(0, CHARACTERS if room is None else room)
    document, problems = first_level(source)
    document, _ = tokens.annotate(document)
    stems = indexed(document)
    packed = first_packing().pack(
        LevelOne(source, document.blocks, document.meta, (*omitted(source), *problems))
    )
    kept = zlib.compress(" ".join(stems).encode(), 1)
    most = CHARACTERS if room is None else room
    return Filed(*about, most, _kind(document), len(stems), packed, kept)


def _kind(document: Document) -> Kind:
    if document.failed:
        return "failed"
    return "foreign" if document.foreign else "text"


def annotate_all(level_one: Sequence[bytes]) -> list[Annotation]:
    """What annotators find in documents. Raises DamagedError."""
    return [_annotation(data) for data in level_one]


def _annotation(data: bytes) -> Annotation:
    first = first_packing().unpack(data, "S0")
    document, problems = annotated(Document(first.source, first.blocks, first.meta))
    layers = Layers(
        document.meta,
        document.quotations,
        document.turns,
        document.sentences,
        document.names,
        document.quotes,
        document.dates,
        document.relations,
        document.issues,
        problems,
    )
    return Annotation(layers_packing().pack(layers), any(one.fault for one in problems))


def restored(number: str, level_one: bytes, layers: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """The document of that number as it came from all annotators, with all problems. Raises DamagedError."""
    first = first_packing().unpack(level_one, number)
    found = layers_packing().unpack(layers, number)
    source: Source = first.source
    document, _ = tokens.annotate(Document(source, first.blocks, found.meta))
    whole = Document(
        source,
        first.blocks,
        found.meta,
        document.tokens,
        found.quotations,
        found.turns,
        found.sentences,
        found.names,
        found.quotes,
        found.dates,
        found.relations,
        found.issues,
    )
    return whole, (*first.problems, *found.problems)
