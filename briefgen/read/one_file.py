"""One file of a folder to the documents in it: what readers find, and what the user says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.fences import fenced, lost_file
from briefgen.model import OmissionKind, Source
from briefgen.read.draft import Draft, Reader, UnreadableError
from briefgen.read.limits import bounded, refuse_large, within
from briefgen.read.said import said_of
from briefgen.read.sidecar import CONFIDENTIAL, read_sidecar, sidecar_of
from briefgen.read.walk import SIDECAR

_OMITTED: Mapping[OmissionKind, str] = MappingProxyType(
    {
        "hidden-text": "It has text that is hidden from its readers ({}); that was not read.",
        "outside-article": "Prose that stands outside the article was not read: {}.",
        "reading-order": "It is set in columns or tables whose order is not sure ({}); check what is quoted.",
        "left-out": "Not all of it was read: {}.",
    }
)


class ReadDocument(NamedTuple):
    """A document that was read, before it has its number and its share of the run."""

    draft: Draft
    """At most CHARACTERS of its text."""
    length: int
    """Characters of the whole."""
    file: str
    sha256: str
    by_user: Mapping[str, str]

    def source(self, number: int, most: int) -> Source:
        """The source of that number, with at most so many characters."""
        draft = within(self.draft, most, self.length)
        return Source(
            id=f"S{number}",
            file=self.file,
            sha256=self.sha256,
            text=draft.text,
            encoding=draft.encoding,
            stated=draft.stated,
            by_user=self.by_user,
            places=draft.places,
            clean=draft.clean,
            whole=draft.whole,
            mail=draft.mail,
            stated_at=draft.stated_at,
            front=draft.front,
            omitted=draft.omitted,
            shifts=draft.shifts,
            certain=draft.certain,
        )

    @property
    def digest(self) -> bytes:
        """SHA-256 of its text: the same text in two files is one document."""
        return hashlib.sha256(self.draft.text.encode("utf-8", "surrogatepass")).digest()


class FileRead(NamedTuple):
    """What one file gave, in reading order, and the sidecars that spoke of it."""

    found: tuple[ReadDocument | Problem, ...]
    sidecars: tuple[str, ...] = ()


def read_file(name: str, path: Path, sidecars: Mapping[str, Path], reader: Reader) -> FileRead:
    """The documents of one file called `name`, and the problems met; a fault of ours costs this file.

    `sidecars`: the sidecars of the folder by their names; of others than this file's nothing is read.
    """
    spoken = _Sidecars(sidecars)
    found, lost = fenced(partial(_found, name, path, spoken, reader), partial(lost_file, name))
    return FileRead((*found, *lost), tuple(sorted(spoken.used)))


def _found(
    name: str, path: Path, sidecars: _Sidecars, reader: Reader
) -> tuple[tuple[ReadDocument | Problem, ...], tuple[Problem, ...]]:
    """What a file holds; no further problems."""
    sidecars.used |= {sidecar_of(name, sidecars.known) or ""} - {""}
    try:
        refuse_large(path.stat().st_size, PurePosixPath(name).suffix.lower())
        data = path.read_bytes()
    except UnreadableError as error:
        return (Problem(name, error.slug, error.message),), ()
    except OSError as error:
        return (Problem(name, "file-unreadable", f"The file can not be opened: {error.strerror}."),), ()
    sha256 = hashlib.sha256(data).hexdigest()
    drafts, problems = fenced(partial(reader, data, name), partial(lost_file, name))
    said, told = sidecars.of(name, drafts)
    pieces = (
        _piece(draft, name + draft.suffix, sha256, by_user)
        for draft, by_user in zip(drafts, said, strict=True)
    )
    return (*problems, *told, *pieces), ()


def _piece(draft: Draft, file: str, sha256: str, by_user: Mapping[str, str]) -> ReadDocument:
    return ReadDocument(bounded(draft), max(draft.length, len(draft.text)), file, sha256, by_user)


@dataclass
class _Sidecars:
    """The sidecars of a folder, and which of them spoke of a document."""

    known: Mapping[str, Path]
    used: set[str] = field(default_factory=set)

    def of(
        self, name: str, drafts: Sequence[Draft]
    ) -> tuple[tuple[Mapping[str, str], ...], tuple[Problem, ...]]:
        """What the user says of each draft of a file, its own sidecar before that of the file."""
        sidecar = sidecar_of(name, self.known)
        said, problems = self._read(sidecar) if sidecar else ({}, ())
        for_all, told = said_of(drafts, said, sidecar or "", name)
        problems = (*problems, *told)
        result: list[Mapping[str, str]] = []
        for draft, common in zip(drafts, for_all, strict=True):
            own = f"{name}{draft.suffix}{SIDECAR}" if draft.suffix else ""
            if own not in self.known:
                result.append(common)
                continue
            values, faults = self._read(own)
            (mine,), missing = said_of((replace(draft, suffix=""),), values, own, name)
            result.append({**common, **mine})
            problems = (*problems, *faults, *missing)
        if said.get(CONFIDENTIAL):
            # A mail that is confidential holds what it answers, and its attachments.
            result = [{**one, CONFIDENTIAL: said[CONFIDENTIAL]} for one in result]
        return tuple(result), problems

    def _read(self, sidecar: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
        """What the user says; a fault of ours costs that, and not the document."""
        self.used.add(sidecar)
        work = partial(read_sidecar, self.known[sidecar], sidecar)
        return fenced(work, lambda fault: ({}, lost_file(sidecar, fault)[1]))


def omitted(source: Source) -> tuple[Problem, ...]:
    """What of a document is not in its text, as it is told."""
    return tuple(
        Problem(source.file, one.kind, _OMITTED[one.kind].format(one.detail)) for one in source.omitted
    )


def same_text(file: str, first: str) -> Problem:
    """That a document was met before."""
    return Problem(file, "file-duplicate", f"The text is the same as that of {first}, and was read once.")


def orphans(sidecars: Mapping[str, Path], used: Collection[str]) -> tuple[Problem, ...]:
    """The sidecars that no document is there for."""
    return tuple(_orphan(name) for name in sidecars if name not in used)


def _orphan(name: str) -> Problem:
    file = name.removesuffix(SIDECAR)
    message = f"There is no document {PurePosixPath(file).name} for this file to describe; it was not used."
    return Problem(name, "sidecar-orphan", message)
