"""The provenance of a memo, compared with that of the call, and with what its list of sources prints."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.paper.memo import House, Memo
from briefgen.paper.provenance import SHOWN, together
from briefgen.verify.grounds.record import Grounds


def provenance_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Program, topic, house, sources and options are those of the call; the sources are hashed anew."""
    if memo.provenance != grounds.provenance:
        yield _wrong("it is not that of this call")
    one = memo.provenance
    if one is None:
        return
    if one.sources.sha256 != together(grounds.corpus.read):
        yield _wrong("its hash of the sources is not theirs")
    if one.generator != memo.generator:
        yield _wrong(f"it names {one.generator}, and the memo {memo.generator}")
    for section in memo.sections:
        said = {run.text for run in section.more if isinstance(run, House)}
        for file in (one.topic, one.house, one.sources) if section.id == "sources" else ():
            if not {file.name, file.sha256[:SHOWN]} <= said:
                yield _wrong(f"the list of sources does not print {file.name} and its hash")


def _wrong(what: str) -> Problem:
    return Problem("provenance", "listing-wrong", what)


CHECKS = (provenance_right,)
