"""Arguments of the command, checked; each mistake is told with what may be written instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

from briefgen.errors import UsageError
from briefgen.keeping import Keeping
from briefgen.paper.house import Length


def known_formats(names: Sequence[str]) -> tuple[str, ...]:
    """The formats asked for, without doubles. Raises UsageError `format-unknown`."""
    from briefgen.render import CARRIERS, RENDERERS

    known = (*RENDERERS, *CARRIERS)
    names = [name.lower() for name in names]
    for name in names:
        if name not in known:
            raise UsageError(
                "format-unknown", f"There is no format “{name}”.", f"Choose from: {', '.join(known)}."
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


def day(words: str | None) -> date | None:
    """The day of --as-of, None where it is not given.

    Raises UsageError `as-of-unreadable`: a date is never guessed.
    """
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(
            "as-of-unreadable", f"“{words}” is not a day.", "Write it as year, month, day: 2026-01-31."
        ) from error


def line(option: str, words: str | None) -> str | None:
    """The words of an option that the memo prints on one line, None where it is not given.

    Raises UsageError `option-control` for what no line can hold.
    """
    found = next((sign for sign in words or "" if not _has_place(sign)), None)
    if found is not None:
        raise UsageError(
            "option-control",
            f"The words of {option} hold the control character U+{ord(found):04X}.",
            "Write them on one line, with letters, figures, signs and blanks only.",
        )
    return words.strip() if words is not None else None


def filled(options: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Lines of the header block by their id, as the options of the same names fill them."""
    lines = ((name, line(f"--{name}", words)) for name, words in options.items())
    return tuple((name, words) for name, words in lines if words is not None)


def _has_place(sign: str) -> bool:
    """Whether a line can hold a character: no control, separator of lines, surrogate or unassigned one, and
    none that turns the direction of what is printed."""
    if unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Zl", "Zp"):
        return False
    return sign not in _TURNING


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def now() -> str:
    """The time of the call in UTC, "2026-01-31T12:00:00Z": what --stamp asks for, and nothing else does."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def keeping(store: Path | None, no_store: bool, workers: int | None) -> Keeping:
    """How an archive is read. Raises UsageError `store-twice`."""
    if store is not None and no_store:
        raise UsageError("store-twice", "--store and --no-store contradict each other.", "Give one of them.")
    return Keeping(store, no_store, workers)
