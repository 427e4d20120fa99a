"""The process that reads one large file (`apart`): name, suffix and seconds on a line, then the bytes."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from briefgen.errors import BriefgenError
from briefgen.read.apart import patient, refused, written
from briefgen.read.draft import Draft
from briefgen.read.limits import MEGABYTE, bounded

MEMORY = 230 * MEGABYTE
"""Bytes that the process may take for itself; libraries and the file itself are some 40 MB beside."""
_MAPPED = 1000 * MEGABYTE
"""Bytes of addresses, where the system does not bound what is taken."""
_WRITTEN = 400 * MEGABYTE


def main() -> None:
    """Reads what standard input gives and prints the reading."""
    name, suffix, seconds = json.loads(sys.stdin.buffer.readline())
    _bound(seconds)
    from briefgen.read import READERS

    try:
        with patient(inside=True):
            drafts, problems = READERS[suffix](sys.stdin.buffer.read(), name)
        lines = written((tuple(map(_beginning, drafts)), problems))
    except BriefgenError as error:
        lines = iter([refused(error)])
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")


def _beginning(draft: Draft) -> Draft:
    """What one document may have; how much there is of it is told with its share of the run."""
    return replace(bounded(draft), length=len(draft.text))


def _bound(seconds: int) -> None:
    """Takes no more memory and time than a file may; where the system has no such bounds, waits do."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_AS, _MAPPED),
        (resource.RLIMIT_FSIZE, _WRITTEN),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
    ):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least + (kind == resource.RLIMIT_CPU and least < hard)))
