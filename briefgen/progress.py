"""What a run does while it does it: a line on a terminal, and with --verbose a line a stage.

The one module that asks a clock, one without a date: how long something took is told on standard error, and
reaches no file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import TextIO

_SILENT = 1.0
"""Seconds of a run before the line appears: of a short one it would be a flicker."""
_APART = 0.1
"""Seconds between two drawings."""
_WIDTH = 24
"""Signs of the bar itself."""
_JUDGED = 2.0
"""Seconds of a stage from which its speed says how long the rest will take."""
_ROUND = 10
"""Steps a second from which tenths of them say nothing."""
_WIPE = "\r\x1b[K"


@dataclass
class Progress:
    """Draws the line and tells the stages; afterwards the line is wiped."""

    stream: TextIO | None
    line: bool
    """Whether the line is drawn."""
    tell: Callable[[str], None] | None = None
    """Told each stage when it is done, with its seconds."""
    clock: Callable[[], float] = monotonic
    name: str = ""
    total: int = 0
    done: int = 0
    shown: bool = False

    def __enter__(self) -> Progress:
        self.start = self.begun = self.drawn = self.clock()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._wipe()
        if kind is None:
            self._end()

    def stage(self, name: str, total: int) -> None:
        """A stage begins; the one before is done."""
        self._end()
        self.name, self.total, self.done, self.begun = name, total, 0, self.clock()
        self._draw()

    def step(self) -> None:
        """One step is done."""
        self.done += 1
        self._draw()

    def _end(self) -> None:
        if self.name and self.tell:
            self._wipe()
            self.tell(
                f"{self.name}{f', {self.total}' if self.total else ''}: {self.clock() - self.begun:.2f} s"
            )
        self.name = ""

    def _draw(self) -> None:
        now = self.clock()
        if not self.line or now - self.start < _SILENT or (self.shown and now - self.drawn < _APART):
            return
        self.drawn, self.shown = now, True
        text = self.name
        if self.total:
            bar = "#" * round(self.done / self.total * _WIDTH)
            text = f"[{bar:-<{_WIDTH}}] {self.name}: {self.done:,} of {self.total:,}{self._speed(now)}"
        self._write(_WIPE + text[: shutil.get_terminal_size().columns - 1])

    def _speed(self, now: float) -> str:
        """How many steps a second, and how long the rest will take: of a stage that can be judged."""
        spent = now - self.begun
        if spent < _JUDGED or not self.done:
            return ""
        rate = self.done / spent
        left = round((self.total - self.done) / rate)
        shown = f"{rate:,.0f}" if rate >= _ROUND else f"{rate:.1f}"
        return f", {shown} a second, {left // 60}:{left % 60:02} left"

    def _wipe(self) -> None:
        if self.shown:
            self._write(_WIPE)
            self.shown = False

    def _write(self, words: str) -> None:
        with suppress(OSError, AttributeError):  # a terminal that was closed meanwhile
            print(words, end="", file=self.stream, flush=True)


def drawable(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a line can be drawn and wiped: on a terminal that knows how."""
    return (
        stream is not None
        and stream.isatty()
        and environment.get("TERM", "dumb" if os.name != "nt" else "") != "dumb"
    )
