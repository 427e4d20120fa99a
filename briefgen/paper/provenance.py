"""What a memo was made from and with: enough to make it again, or to see why it comes out otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from briefgen.paper.house import HouseStyle

SHOWN = 12
"""Signs of a hash that a page prints: enough to tell files apart; JSON and properties have all 64."""


class HashedFile(NamedTuple):
    """A file, or several as one, by name and SHA-256."""

    name: str
    """Without a folder: no path of a machine gets into a memo."""
    sha256: str


class Provenance(NamedTuple):
    """Where a memo comes from."""

    generator: str
    """"briefgen 0.2.0"."""
    topic: HashedFile
    """The topic file; of words of a call these, with the hash of them."""
    house: HashedFile
    """All files of the house style, as one."""
    sources: HashedFile
    """All documents that were read, as one; the name is their number."""
    options: tuple[str, ...] = ()
    """What the command was told besides: "--length short"."""
    made: str | None = None
    """When, in UTC: "2026-01-31T12:00:00Z"; only where the command was asked to say so."""


def house_files(style: HouseStyle) -> HashedFile:
    """The files of a house style as one. Raises OSError when one is not there any more."""
    files = (style.file, style.word, style.markdown, style.html, style.look)
    own = style.word if style.word.parent != style.file.parent else style.file.parent
    return HashedFile(own.name, together((file.name, _of(file.read_bytes())) for file in files))


def together(files: Iterable[tuple[str, str]]) -> str:
    """One SHA-256 for several files by name and hash, as `sha256sum` lists them, in order of the lines."""
    lines = sorted(f"{sha256}  {name}\n" for name, sha256 in files)
    return _of("".join(lines).encode("utf-8", "surrogatepass"))


def of_words(words: str) -> str:
    """The SHA-256 of words of a call."""
    return _of(words.encode("utf-8", "surrogatepass"))


def _of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
