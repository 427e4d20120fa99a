"""Locks that end with their process, however it ends: on the folder of a run, and on the folder of memos."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

_TRIES = 200
"""How often a run asks for the folder of memos while another one gives names there, which takes it
milliseconds; after ten seconds that run is frozen, and waiting would freeze this one, too."""
_PAUSE = 0.05
"""Seconds between two tries."""


def locked(path: Path, *, own: bool) -> int | None:
    """The descriptor of a lock file that is now ours, a new one of our `own` or that of another run; None
    when another run has it. Raises OSError."""
    new = os.O_CREAT | os.O_EXCL if own else 0
    try:
        lock = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | new, 0o600)
    except (FileNotFoundError, FileExistsError):
        return None
    # Where a file system can not lock, a live run can not be told from a dead one: it is left alone.
    if (_flock(lock) or (own and _flock(lock) is None)) and _is_still(path, lock):
        return lock
    os.close(lock)
    return None


def _is_still(path: Path, lock: int) -> bool:
    """Whether the name still leads to the file that was locked."""
    try:
        return os.path.samestat(path.stat(), os.fstat(lock))
    except OSError:
        return False


if sys.platform == "win32":

    def _flock(lock: int) -> bool | None:
        """Lock the first byte of an open file; False when another process has."""
        import msvcrt

        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    @contextmanager
    def alone(out: Path) -> Iterator[None]:
        """Folders can not be locked here; a name is given to one file at a time all the same."""
        yield

else:
    import fcntl

    def _flock(lock: int) -> bool | None:
        """Lock an open file or folder; False when another process has, None when its file system can not."""
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    @contextmanager
    def alone(out: Path) -> Iterator[None]:
        """While the block lasts, no other run of ours gives names in the folder of memos. Raises OSError."""
        lock = os.open(out, os.O_RDONLY)
        try:
            for _ in range(_TRIES):
                if _flock(lock) is not False:
                    break
                Event().wait(_PAUSE)
            yield
        finally:
            os.close(lock)
