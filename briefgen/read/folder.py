"""A folder of files to a row of sources: numbers, texts that stand twice, shares of the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from briefgen.errors import BriefgenError, Problem
from briefgen.fences import fenced, lost_file
from briefgen.model import Source
from briefgen.read.draft import Reader
from briefgen.read.limits import CHARACTERS, RUN, share
from briefgen.read.one_file import ReadDocument, omitted, orphans, read_file, same_text
from briefgen.read.refused import listed
from briefgen.read.walk import Walk
from briefgen.watch import NOBODY, Watch

_SHOWN = 8
"""Problems repeated in the message when nothing could be read."""

Result = tuple[tuple[Source, ...], tuple[Problem, ...]]


@dataclass
class _Shelf:
    """What was read and the problems met, in reading order, while a folder is being read."""

    found: list[ReadDocument | Problem] = field(default_factory=list)
    held: int = 0
    """Characters of all documents so far."""
    seen: dict[bytes, str] = field(default_factory=dict)
    """Digest of each text already read, to the file that holds it."""

    def put(self, one: ReadDocument | Problem) -> None:
        """Adds a document or a problem."""
        if not isinstance(one, ReadDocument):
            self.found.append(one)
            return
        first = self.seen.setdefault(one.digest, one.file)
        if first != one.file:
            self.found.append(same_text(one.file, first))
            return
        self.found.append(one)
        self.held += len(one.draft.text)
        if self.held > 2 * RUN:
            self._shorten()

    def _shorten(self) -> None:
        """Drop what no share will hold: it only shrinks as more is read."""
        most = self.share + 1  # one more, so that it is seen at last that there was more
        for at, one in enumerate(self.found):
            if isinstance(one, ReadDocument) and len(one.draft.text) > most:
                self.found[at] = one._replace(draft=one.draft.until(most))
        self.held = 0

    @property
    def share(self) -> int:
        """The characters that each document may have."""
        return share([min(one.length, CHARACTERS) for one in self.found if isinstance(one, ReadDocument)])

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
            problems += omitted(made)
        return tuple(sources), tuple(problems)


def sources_of(found: Walk, read: Reader, watch: Watch = NOBODY) -> Result:
    """Reads with `read` every file that was found in a folder."""
    watch.stage("read", len(found.files))
    shelf = _Shelf(list(found.problems))
    used: set[str] = set()
    for name, path in found.files.items():
        one = read_file(name, path, found.sidecars, read)
        used.update(one.sidecars)
        for piece in one.found:
            shelf.put(piece)
        watch.step()
    shelf.found += orphans(found.sidecars, used)
    sources, problems = shelf.result()
    if not sources:
        raise nothing(found, problems)
    return sources, problems


def nothing(found: Walk, problems: Sequence[Problem]) -> BriefgenError:
    """Why a folder gave nothing, with what was there."""
    told = [f"{p.where}: {p.message}" for p in problems if p.slug != "files-skipped"]
    told += [f"not read: {listed(names)}." for names in found.skipped.values()]
    there = "; ".join(told[:_SHOWN]).rstrip(".") or "it is empty"
    hint = (
        "Put documents into it (.txt, .md, .html, .docx, .pdf, .eml and others; docs/messages.md lists them)."
    )
    return BriefgenError("folder-empty", f"No document could be read from {found.folder}: {there}.", hint)
