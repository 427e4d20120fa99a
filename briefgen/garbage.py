"""When Python looks for garbage that refers to itself: seldom, because a run makes next to none.

Modules, word lists, compiled expressions and records stay to the end of a run, and what is dropped has no
cycles. At Python's own threshold of 700 the collector went through all of them some 240 times in a run of
five documents, and again when the process ended: together a sixth of its processor time.
"""

from __future__ import annotations

import atexit
import gc

_NEW_OBJECTS = 200_000
"""Containers made and not yet dropped until the collector runs: a few megabytes."""


def collect_seldom() -> None:
    """For the command, whose process ends with the run; a program that uses briefgen decides for itself.

    At the end the memory goes back to the system at once: what is left is not gone through once more.
    """
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)
