"""Whoever watches a run is told what it does; without one nobody is."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Told of a run's stages. It may ask the clock; nothing of that reaches what is written."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins that takes so many steps, one a document or topic; 0 where there are none."""

    def step(self) -> None:
        """One step of it is done."""


class _Nobody:
    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


NOBODY: Watch = _Nobody()
