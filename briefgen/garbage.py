"""When Python looks for garbage that refers to itself: seldom, because a run makes next to none.

Modules, word lists, compiled expressions and records stay to the end of a run, and what is dropped has no
cycles. At Python's own threshold of 700 the collector went through all of them some 240 times in a run of
five documents, a twentieth of its processor time.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS = 200_000
"""Containers made and not yet dropped until the collector runs: a few megabytes."""


def collect_seldom() -> None:
    """For the command, whose process ends with the run; a program that uses briefgen decides for itself."""
    gc.set_threshold(_NEW_OBJECTS)
