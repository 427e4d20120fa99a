"""Words that tell open issues."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.lexicon.cells import one_of, regex, word
from briefgen.lexicon.schema import Table, Words


class CueRow(NamedTuple):
    """Words that present a matter as open."""

    kind: str
    feature: str
    pattern: re.Pattern[str]


class Guard(NamedTuple):
    """What speaks for or against an open issue."""

    feature: str
    pattern: re.Pattern[str]


_KINDS = ("concern", "conditional", "contested", "obstructed", "pending", "requested", "unresolved")

order = Words("issues/order.txt")
cues = Table("issues/cues.tsv", CueRow, one_of(*_KINDS), word, regex, key=None, known={1: order})
guards = Table("issues/guards.tsv", Guard, word, regex)
