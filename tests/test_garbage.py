"""The collector of garbage hardly runs in a command of a few documents, and is never off."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator

import pytest

from briefgen.garbage import collect_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    atexit.unregister(gc.freeze)


def test_the_collector_waits_for_many_objects_and_still_comes() -> None:
    collect_seldom()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == 200_000
