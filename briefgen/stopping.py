"""How a run is ended from outside: Ctrl-C, SIGTERM, SIGHUP, each at any moment.

A signal raises `Stop` where the program stands, so that every `finally` on the way removes what it made.
Where several steps belong together, `held` keeps a signal back until they are done. Only the command catches
signals: a program that uses briefgen decides for itself.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""SIGHUP, the end of the terminal, is not known everywhere."""
_BASE = 128
"""What shells add to the number of a signal: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP."""


class Stop(BaseException):
    """The run is to end now. No Exception, so that it passes every fence; and no KeyboardInterrupt, which
    libraries of commands catch."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = _BASE + number


class _Signals:
    """How many blocks keep signals back, and the one that came meanwhile."""

    depth = 0
    waiting = 0

    def come(self, number: int, _: FrameType | None) -> None:
        """A signal is here. Raises Stop unless it is kept back."""
        if self.depth:
            self.waiting = number
        else:
            raise Stop(number)

    def release(self) -> None:
        """The end of a block that kept signals back. Raises Stop when one came."""
        self.depth -= 1
        if self.waiting and not self.depth:
            number, self.waiting = self.waiting, 0
            raise Stop(number)


_SIGNALS = _Signals()


def listen() -> None:
    """From now on signals raise Stop; one that whoever started briefgen has switched off stays so, as
    `nohup` does with SIGHUP."""
    for number in _known():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _SIGNALS.come)


def ignore() -> None:
    """From now on signals are passed over: all is done, and only the last words are left to be said."""
    for number in _known():
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def held() -> Iterator[None]:
    """Keep signals back until the block, of a few milliseconds, is done."""
    _SIGNALS.depth += 1
    try:
        yield
    finally:
        _SIGNALS.release()


def _known() -> Iterator[signal.Signals]:
    yield from (number for number in signal.Signals if number.name in _NAMES)
