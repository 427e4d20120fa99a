"""What a rule says of a line."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.model import Label


class Verdict(NamedTuple):
    """A label and the name of the rule that gave it."""

    label: Label
    rule: str
