"""Lines that the user brings back or drops in a sidecar file; the user's word goes before every rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.clean.cut import Line
from briefgen.clean.verdict import Labels, Verdict
from briefgen.model import KEPT, Source

KEPT_BY_USER = Verdict("body", "sidecar-keep")
DROPPED_BY_USER = Verdict("furniture", "sidecar-drop")


def corrected(source: Source, found: Sequence[Line], labels: Labels) -> Labels:
    """The labels with those of `keep_lines` and `drop_lines` in their place."""
    keep, drop = numbers(source, "keep_lines"), numbers(source, "drop_lines")
    if not keep and not drop:
        return labels
    return tuple(
        one(label, set(printed_on(source, line)), keep, drop)
        for line, label in zip(found, labels, strict=True)
    )


def one(label: Verdict, on: set[int], keep: frozenset[int], drop: frozenset[int]) -> Verdict:
    """The label of a line that is printed on the lines `on` of the file."""
    if on & drop:
        return DROPPED_BY_USER
    return KEPT_BY_USER if on & keep and label.label not in KEPT else label


def numbers(source: Source, key: str) -> frozenset[int]:
    """Line numbers that the sidecar lists, "12,14"; the reader has checked that they are numbers."""
    return frozenset(int(number) for number in source.by_user.get(key, "").split(",") if number.strip())


def printed_on(source: Source, line: Line) -> Iterator[int]:
    """Numbers of the lines of the file over which a line (perhaps joined) runs."""
    yield from range(_number(source, line.start), _number(source, max(line.start, line.end - 1)) + 1)


def _number(source: Source, offset: int) -> int:
    """The number that is printed for a line; 0 where its place is no line or paragraph with a number."""
    kind, _, number = source.place(offset).partition(" ")
    return int(number) if kind in ("line", "paragraph") and number.isdecimal() else 0
