"""What a rule says of a line, and the verdicts on all lines of a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefgen.model import Label


class Verdict(NamedTuple):
    """A label and the name of the rule that gave it."""

    label: Label
    rule: str


Labels = tuple[Verdict, ...]
"""One verdict for each line of a text, in order."""


def relabelled(labels: Labels, changes: Mapping[int, Verdict]) -> Labels:
    """The same verdicts with those of `changes` in their place, by the number of the line."""
    if not changes:
        return labels
    return tuple(changes.get(i, label) for i, label in enumerate(labels))
