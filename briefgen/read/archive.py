"""Zip files of documents: read in memory, one level deep, nothing is unpacked to disk."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.read.draft import Draft, Reading, UnreadableError
from briefgen.read.limits import refuse_large
from briefgen.read.refused import listed, refused_kind, skipped
from briefgen.read.sniff import HEAD, may_be_read, suffix_of
from briefgen.read.walk import hidden, printable

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_UNSAFE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\")
"""Names that point out of the folder a careless tool would unpack them to."""


def read_zip(data: bytes, name: str) -> Reading:
    """The documents in a zip, named "dump.zip/article.txt", in bytewise order of their names."""
    from briefgen.read.package import open_zip, refuse_bomb

    drafts: list[Draft] = []
    problems: list[Problem] = []
    with open_zip(data) as package:
        files = [member for member in package.infolist() if not member.is_dir()]
        members = [member for member in files if _readable(package, member)]
        refuse_bomb(members)
        for member in sorted(members, key=lambda member: member.filename.encode("utf-8", "replace")):
            made, told = _member(package, member, name)
            drafts += made
            problems += told
    read = {id(member) for member in members}
    left = [member.filename for member in files if id(member) not in read]
    return tuple(drafts), (*problems, *_left_out(left, name))


def _left_out(files: list[str], name: str) -> Iterator[Problem]:
    """What in the zip was not read: hidden files and README files in one line, the others by their kind."""
    aside = tuple(printable(file) for file in files if _is_aside(file))
    if aside:
        what = "1 file in it was" if len(aside) == 1 else f"{len(aside)} files in it were"
        yield Problem(name, "files-skipped", f"{what} hidden or a README, and not read: {listed(aside)}.")
    yield from skipped([printable(file) for file in files if not _is_aside(file)], name)


def _is_aside(file: str) -> bool:
    path = PurePosixPath(file)
    if _UNSAFE.search(file):
        return False
    return any(map(hidden, path.parts)) or path.name.lower().startswith("readme.")


def _readable(package: ZipFile, member: ZipInfo) -> bool:
    """Whether there is a reader for a member, by its name, or by its first bytes where that does not tell."""
    if _is_aside(member.filename) or member.file_size == 0 or refused_kind(member.filename):
        return suffix_of(member.filename) in _readers() and not _is_aside(member.filename)
    return may_be_read(member.filename, _head(package, member))


def _readers() -> Container[str]:
    from briefgen.read import READERS

    return READERS


def _head(package: ZipFile, member: ZipInfo) -> bytes:
    if suffix_of(member.filename) in _readers() or member.flag_bits & 1:
        return b""
    try:
        with package.open(member) as stream:
            return stream.read(HEAD)
    except Exception:  # whatever is broken is told when a member is read that has a reader
        return b""


def _member(package: ZipFile, member: ZipInfo, name: str) -> Reading:
    """One file of the zip, read as if it lay in the folder."""
    from briefgen.read.package import member_bytes

    inside = printable(member.filename)
    try:
        if _UNSAFE.search(member.filename):
            message = "The name in the zip points outside of it, as an attack would; the file was not read."
            raise UnreadableError("zip-unsafe-name", message)
        refuse_large(member.file_size, PurePosixPath(inside).suffix.lower())
        data = member_bytes(package, member)
    except UnreadableError as error:
        return (), (Problem(f"{name}/{inside}", error.slug, error.message),)
    return read_enclosed(data, name, inside)


def read_enclosed(data: bytes, name: str, inside: str) -> Reading:
    """The documents in a part `inside` the file `name`; a zip in it or a third mail level is refused."""
    from briefgen.read import read_bytes

    place = f"{name}/{inside}"
    if inside.lower().endswith(".zip") or place.lower().count(".eml/") > 2:
        message = "A container inside a container is not opened; unpack it into the folder first."
        return (), (Problem(place, "container-nested", message),)
    drafts, problems = read_bytes(data, place)
    return tuple(replace(draft, suffix=f"/{inside}{draft.suffix}") for draft in drafts), problems
