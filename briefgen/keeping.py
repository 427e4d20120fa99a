"""Where what is read of a folder of many documents is kept, and by how many it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Keeping(NamedTuple):
    """How the documents of an archive are read; of that nothing changes a memo."""

    store: Path | None = None
    """A file; None: one in the user's cache folder."""
    nothing: bool = False
    """Whether nothing is kept: the store is in memory."""
    workers: int | None = None
    """Processes; None: one a core."""
    executor: Executor | None = None
    """Whoever does the work in place of processes of this run."""


AS_USUAL = Keeping()
"""In the user's cache folder, by one process a core."""
