"""Zip files of documents: read in memory, one level deep, nothing is unpacked to disk."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.read.draft import Draft, Reading, UnreadableError
from briefgen.read.limits import refuse_large
from briefgen.read.walk import hidden, listed, printable

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
        members = [member for member in files if _readable(member.filename)]
        refuse_bomb(members)
        for member in sorted(members, key=lambda member: member.filename.encode("utf-8", "replace")):
            made, told = _member(package, member, name)
            drafts += made
            problems += told
    skipped = tuple(printable(member.filename) for member in files if not _readable(member.filename))
    if skipped:
        what = "1 file in it was" if len(skipped) == 1 else f"{len(skipped)} files in it were"
        message = f"{what} hidden or of a type without a reader, and not read: {listed(skipped)}."
        problems.append(Problem(name, "files-skipped", message))
    return tuple(drafts), tuple(problems)


def _readable(filename: str) -> bool:
    from briefgen.read import READERS

    path = PurePosixPath(filename)
    aside = any(map(hidden, path.parts)) and not _UNSAFE.search(filename)
    return not aside and path.suffix.lower() in READERS and not path.name.lower().startswith("readme.")


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
