"""The words of a sentence that name an open matter, as short as they can be and still say what is open."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon
from briefgen.english.cutting import Room, count, cut
from briefgen.english.expressions import either
from briefgen.english.openings import opening, past_marks
from briefgen.english.words import words as folded

FROM_CUE = frozenset({"requested", "contested", "concern"})
"""What is asked for, denied or feared stands behind its verb; who does so has a place of his own. What is
undecided, obstructed or conditional needs its subject."""
SHORTEST = 5
"""Words; what is shorter ("asked for more time") needs its subject to say anything."""
_CLAUSES = ("whether ", "how ")
_GOVERNS = frozenset(
    {"to", "not", "never", "without", "longer", "cannot", "hardly", "barely", "nor", "neither"}
)
_ENDS_DOING = frozenset({
    "stop", "stops", "stopped", "avoid", "avoids", "avoided", "quit", "end", "ended", "cease", "ceased",
    "halt", "halted", "suspend", "suspended", "deny", "denies", "denied", "consider", "considers",
    "considered", "from", "against", "of", "before", "regret", "regrets", "regretted"
})  # fmt: skip
"""Words before "asking" without which it says another thing."""
_VERBS = ("ed", "ing", "ose", "oses")
"""How verbs of opposition and blame end that report nothing ("opposes", "blamed")."""


def _governed(words: str, start: int) -> bool:
    """Whether the word at `start` hangs on one before it, without which it says another thing: "stop
    quarrelling", "did not ask", "refused to demand"."""
    before = folded(words[:start])[-1:]
    if not before:
        return False
    if before[0] in _GOVERNS or before[0].endswith(("n't", "n’t")):
        return True
    gerund = folded(words[start:])[:1]
    return bool(gerund) and gerund[0].endswith("ing") and before[0] in _ENDS_DOING


@cache
def _refuses() -> re.Pattern[str]:
    """Verbs that turn what is called for behind them, and are told with it; those of grammar/refusals.tsv."""
    forms = (form for row in lexicon.grammar.refusals() if not row.particle for form in row.forms)
    return re.compile(rf"\b(?:{either(forms)}) $", re.IGNORECASE)


def matter(words: str, cue: tuple[int, int], kind: str, room: Room) -> tuple[int, int]:
    """Where the words of a matter begin and end, as offsets into the sentence `words`.

    `cue`: where the words stand that present it as open, `kind` that of the issue; always a whole clause.
    """
    start, end = cue
    refused = _refuses().search(words[:start])
    start = refused.start() if refused else start
    left, right = cut(words, start, end, room)
    first = folded(words[cue[0] : end])[:1]
    # "a conflict", "the serious ..." name no act of a party that the words behind them complete.
    acts = kind != "contested" or not lexicon.saying.forms().isdisjoint(first) or first[0].endswith(_VERBS)
    if words[start:].lower().startswith(_CLAUSES) or (
        kind in FROM_CUE and acts and not _governed(words, start)
    ):
        found = past_marks(words, start)
        if count(words[found:right]) >= SHORTEST and not any(map(room.quoted, (found, right))):
            return found, right
    return left or opening(words).connective, right
