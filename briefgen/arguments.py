"""Arguments of the command, checked; each mistake is told with what may be written instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from briefgen.errors import UsageError
from briefgen.paper.house import Length


def known_formats(names: Sequence[str]) -> tuple[str, ...]:
    """The formats asked for, without doubles. Raises UsageError `format-unknown`."""
    from briefgen.render import RENDERERS

    for name in names:
        if name not in RENDERERS:
            raise UsageError(
                "format-unknown", f"There is no format “{name}”.", f"Choose from: {', '.join(RENDERERS)}."
            )
    return tuple(dict.fromkeys(names))


def known_length(name: str) -> Length:
    """The length asked for. Raises UsageError `length-unknown`."""
    found: dict[str, Length] = {one: one for one in get_args(Length)}
    if name not in found:
        raise UsageError(
            "length-unknown", f"There is no length “{name}”.", f"Choose from: {', '.join(found)}."
        )
    return found[name]


def day(words: str) -> date:
    """The day of --as-of. Raises UsageError `as-of-unreadable`: a date is never guessed."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(
            "as-of-unreadable", f"“{words}” is not a day.", "Write it as year, month, day: 2026-01-31."
        ) from error
