"""A folder of files to a row of sources: ids, hashes, duplicates, sidecars."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from briefgen.errors import BriefgenError, Problem
from briefgen.fences import fenced, lost_file
from briefgen.model import Omission, OmissionKind, Source
from briefgen.read.draft import Draft, Reader, UnreadableError
from briefgen.read.limits import CHARACTERS, RUN, bounded, refuse_large, share, within
from briefgen.read.refused import listed
from briefgen.read.said import said_of
from briefgen.read.sidecar import CONFIDENTIAL, read_sidecar, sidecar_of
from briefgen.read.walk import SIDECAR, Walk
from briefgen.watch import NOBODY, Watch

_SHOWN = 8
"""Problems repeated in the message when nothing could be read."""

_OMITTED: Mapping[OmissionKind, str] = MappingProxyType(
    {
        "hidden-text": "It has text that is hidden from its readers ({}); that was not read.",
        "outside-article": "Prose that stands outside the article was not read: {}.",
        "reading-order": "It is set in columns or tables whose order is not sure ({}); check what is quoted.",
        "left-out": "Not all of it was read: {}.",
    }
)
Result = tuple[tuple[Source, ...], tuple[Problem, ...]]


class _Read(NamedTuple):
    """A document that was read, before it has its share of the run."""

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


@dataclass
class _Shelf:
    """What was read and the problems met, in reading order, while a folder is being read."""

    found: list[_Read | Problem] = field(default_factory=list)
    held: int = 0
    """Characters of all documents so far."""
    seen: dict[bytes, str] = field(default_factory=dict)
    """Digest of each text already read, to the file that holds it."""

    def read(
        self, name: str, path: Path, sidecars: _Sidecars, reader: Reader
    ) -> tuple[tuple[()], tuple[Problem, ...]]:
        """Adds the documents of one file; gives nothing more."""
        try:
            refuse_large(path.stat().st_size, PurePosixPath(name).suffix.lower())
            data = path.read_bytes()
        except UnreadableError as error:
            self.found.append(Problem(name, error.slug, error.message))
        except OSError as error:
            self.found.append(
                Problem(name, "file-unreadable", f"The file can not be opened: {error.strerror}.")
            )
        else:
            sha256 = hashlib.sha256(data).hexdigest()
            drafts, problems = fenced(partial(reader, data, name), partial(lost_file, name))
            self.found += problems
            said, told = sidecars.of(name, drafts)
            self.found += told
            for draft, by_user in zip(drafts, said, strict=True):
                self._put(draft, name + draft.suffix, sha256, by_user)
        return (), ()

    def _put(self, draft: Draft, file: str, sha256: str, by_user: Mapping[str, str]) -> None:
        kept = bounded(draft)
        first = self.seen.setdefault(
            hashlib.sha256(kept.text.encode("utf-8", "surrogatepass")).digest(), file
        )
        if first != file:
            message = f"The text is the same as that of {first}, and was read once."
            self.found.append(Problem(file, "file-duplicate", message))
            return
        self.found.append(_Read(kept, max(draft.length, len(draft.text)), file, sha256, by_user))
        self.held += len(kept.text)
        if self.held > 2 * RUN:
            self._shorten()

    def _shorten(self) -> None:
        """Drop what no share will hold: it only shrinks as more is read."""
        most = self.share + 1  # one more, so that it is seen at last that there was more
        for at, one in enumerate(self.found):
            if isinstance(one, _Read) and len(one.draft.text) > most:
                self.found[at] = one._replace(draft=one.draft.until(most))
        self.held = 0

    @property
    def share(self) -> int:
        """The characters that each document may have."""
        return share([min(one.length, CHARACTERS) for one in self.found if isinstance(one, _Read)])

    def result(self) -> Result:
        """The sources, each with its share, and the problems."""
        most = self.share
        sources: list[Source] = []
        problems: list[Problem] = []
        for one in self.found:
            if isinstance(one, Problem):
                problems.append(one)
                continue
            made = fenced(partial(one.source, len(sources) + 1, most), partial(lost_file, one.file))
            if not isinstance(made, Source):
                problems += made[1]
                continue
            sources.append(made)
            problems += (_omitted(one.file, omission) for omission in made.omitted)
        return tuple(sources), tuple(problems)


def sources_of(found: Walk, read: Reader, watch: Watch = NOBODY) -> Result:
    """Reads with `read` every file that was found in a folder."""
    watch.stage("read", len(found.files))
    shelf = _Shelf(list(found.problems))
    sidecars = _Sidecars(found)
    for name, path in found.files.items():
        sidecars.used |= {sidecar_of(name, found.sidecars) or ""}
        _, lost = fenced(partial(shelf.read, name, path, sidecars, read), partial(lost_file, name))
        shelf.found += lost
        watch.step()
    shelf.found += (_orphan(name) for name in found.sidecars if name not in sidecars.used)
    sources, problems = shelf.result()
    if not sources:
        raise _nothing(found, problems)
    return sources, problems


@dataclass
class _Sidecars:
    """The sidecars of a folder, and which of them spoke of a document."""

    found: Walk
    used: set[str] = field(default_factory=set)

    def of(
        self, name: str, drafts: Sequence[Draft]
    ) -> tuple[tuple[Mapping[str, str], ...], tuple[Problem, ...]]:
        """What the user says of each draft of a file, its own sidecar before that of the file."""
        sidecar = sidecar_of(name, self.found.sidecars)
        said, problems = self._read(sidecar) if sidecar else ({}, ())
        for_all, told = said_of(drafts, said, sidecar or "", name)
        problems = (*problems, *told)
        result: list[Mapping[str, str]] = []
        for draft, common in zip(drafts, for_all, strict=True):
            own = f"{name}{draft.suffix}{SIDECAR}" if draft.suffix else ""
            if own not in self.found.sidecars:
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
        self.used.add(sidecar)
        return _by_user(self.found, sidecar)


def _by_user(found: Walk, sidecar: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """What the user says; a fault of ours costs that, and not the document."""
    work = partial(read_sidecar, found.sidecars[sidecar], sidecar)
    return fenced(work, lambda fault: ({}, lost_file(sidecar, fault)[1]))


def _omitted(file: str, one: Omission) -> Problem:
    return Problem(file, one.kind, _OMITTED[one.kind].format(one.detail))


def _orphan(name: str) -> Problem:
    file = name.removesuffix(SIDECAR)
    message = f"There is no document {PurePosixPath(file).name} for this file to describe; it was not used."
    return Problem(name, "sidecar-orphan", message)


def _nothing(found: Walk, problems: Sequence[Problem]) -> BriefgenError:
    """Why a folder gave nothing, with what was there."""
    told = [f"{p.where}: {p.message}" for p in problems if p.slug != "files-skipped"]
    told += [f"not read: {listed(names)}." for names in found.skipped.values()]
    there = "; ".join(told[:_SHOWN]).rstrip(".") or "it is empty"
    hint = (
        "Put documents into it (.txt, .md, .html, .docx, .pdf, .eml and others; docs/messages.md lists them)."
    )
    return BriefgenError("folder-empty", f"No document could be read from {found.folder}: {there}.", hint)
