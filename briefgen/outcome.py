"""What became of one topic of a call, as the command tells it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefgen.errors import BriefgenError, Problem
from briefgen.last_words import Summary
from briefgen.paper.memo import Memo


class Outcome(NamedTuple):
    """What became of one topic."""

    topic: str
    memo: Memo | None = None
    files: tuple[Path, ...] = ()
    summary: Summary | None = None
    """What the command says at the end."""
    failure: BriefgenError | None = None
    """Why there is no memo; the other topics are written all the same."""
    remarks: tuple[Problem, ...] = ()
    """Words of the call that no source says or that the house does not print, and files that kept their
    names."""
    lost: tuple[BriefgenError, ...] = ()
    """Why files are missing that are made from those of the memo; the memo is written all the same."""

    @property
    def failures(self) -> tuple[BriefgenError, ...]:
        """All that is to be told as an error."""
        return (*self.lost, *((self.failure,) if self.failure else ()))
