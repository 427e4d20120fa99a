"""Work in other processes: any `concurrent.futures.Executor` will do, of this machine or of many."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

Task = TypeVar("Task")
Found = TypeVar("Found")

_AHEAD = 2
"""Batches that wait for each core, so that no worker stands idle and little waits in memory."""


@contextmanager
def pool(workers: int | None) -> Iterator[Executor | None]:
    """So many processes, one a core when it is not said; none where it would be one.

    However the block ends, they are gone; work that has not begun is dropped.
    """
    count = cores() if workers is None else workers
    if count < 2:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(count, initializer=_quiet)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """The cores that this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def _quiet() -> None:
    """A worker leaves signals to the run that it works for, and ends with it, however that ends."""
    from briefgen.garbage import collect_seldom

    collect_seldom()
    Thread(target=_end_with_run, daemon=True).start()
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end_with_run() -> None:
    """Waits for the end of the run, which may be killed before it can say so."""
    run = parent_process()
    if run is not None:
        run.join()
        os._exit(1)


def in_order(
    work: Callable[[Sequence[Task]], list[Found]],
    tasks: Sequence[Task],
    batch: int,
    executor: Executor | None,
) -> Iterator[list[Found]]:
    """What `work` gives for the tasks, a batch at a time and in order; without an executor it is done here.

    `work` must be a function of a module, and stand alone.
    """
    batches = [tasks[start : start + batch] for start in range(0, len(tasks), batch)]
    if executor is None or len(batches) < 2:
        yield from map(work, batches)
        return
    waiting: deque[Future[list[Found]]] = deque()
    most = _AHEAD * max(2, cores())
    for one in batches:
        waiting.append(executor.submit(work, one))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def broken(error: Exception) -> bool:
    """Whether a worker died, as the system ends one when memory runs out."""
    from concurrent.futures.process import BrokenProcessPool

    return isinstance(error, BrokenProcessPool)
