"""What goes into a store and comes out of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefgen.errors import Problem
from briefgen.model import (
    Block,
    DateMention,
    Issue,
    Kinship,
    Metadata,
    Name,
    Quotation,
    Quote,
    Relation,
    Selection,
    Sentence,
    Source,
    Turn,
)  # fmt: skip

Kind = Literal["text", "foreign", "failed", "long"]
"""A document in English; in another language, which is not read; of which a fault left nothing; whose share
of the run is not known yet."""


class LevelOne(NamedTuple):
    """A document before it is annotated."""

    source: Source
    blocks: tuple[Block, ...]
    meta: Metadata
    problems: tuple[Problem, ...]
    """Met in cleaning and describing."""


class Layers(NamedTuple):
    """What annotators find in a document; its words are cut anew, which is quicker than to unpack them."""

    meta: Metadata
    quotations: tuple[Quotation, ...]
    turns: tuple[Turn, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[DateMention, ...]
    relations: tuple[Relation, ...]
    issues: tuple[Issue, ...]
    problems: tuple[Problem, ...]


class KeptChoice(NamedTuple):
    """What was chosen for a topic; good until a file is read or forgotten."""

    ids: tuple[int, ...]
    """The documents that came nearest, as the store knows them."""
    touching: int
    """How many have words of the topic."""
    kinships: tuple[Kinship, ...]
    selection: Selection
    """Without the sentences that were left out."""


class Filed(NamedTuple):
    """A document as it is put into a store."""

    name: str
    """`Source.file`."""
    sha256: str
    """Of the file's bytes."""
    digest: bytes
    """SHA-256 of the text."""
    length: int
    """Characters of the whole."""
    room: int
    """The most characters it was given."""
    kind: Kind
    words: int
    """How many of its words carry a topic."""
    level_one: bytes
    stems: bytes
    """What of it is searched, one blank between two stems, packed with zlib."""


class FiledFile(NamedTuple):
    """A file as it is put into a store."""

    name: str
    state: str
    """How it lay on the disk when it was read; "": it is to be read again next time."""
    sidecars: tuple[str, ...]
    """Names of the sidecars that spoke of it."""
    found: tuple[Filed | Problem, ...]
    """In reading order."""


class FileState(NamedTuple):
    """What a store knows of a file."""

    state: str
    sidecars: tuple[str, ...]
    problems: tuple[tuple[int, Problem], ...]
    """Each with its place among the documents and problems of the file."""


class Card(NamedTuple):
    """What a store says of a document without looking into it."""

    id: int
    file: str
    """The file that holds it."""
    place: int
    """Among the documents and problems of that file."""
    name: str
    sha256: str
    digest: bytes
    length: int
    room: int
    kind: Kind
    words: int
    indexed: int
    """1: its words are in the index."""
