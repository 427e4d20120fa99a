"""The lines of a text with what the rules say of them; the page, once it is known where its article runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.clean.cut import Line
from briefgen.clean.line import LineTraits, line_traits
from briefgen.clean.verdict import Verdict

SOFT = frozenset({"bare-number", "phone-or-mail", "date-line", "imprint", "byline", "section-line"})
"""Rules that hold beside the article but not inside it: figures of a table, headings of a chronicle."""
_HARD_ODDS = -4.0
"""Log-odds of a line under a hard rule; it is not looked at."""


@dataclass(frozen=True)
class JudgedLines:
    """The lines of a text, each with the verdict of the rules or None."""

    lines: tuple[LineTraits, ...]
    verdicts: tuple[Verdict | None, ...]
    gaps: tuple[bool, ...]
    """Whether a blank line stands before each."""

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules, "" for a line under none."""
        return tuple(verdict.rule if verdict else "" for verdict in self.verdicts)

    @cached_property
    def hard(self) -> tuple[bool, ...]:
        """Whether a rule holds wherever the line stands."""
        return tuple(rule != "" and rule not in SOFT for rule in self.rules)

    @cached_property
    def odds(self) -> tuple[float, ...]:
        """How much each line looks like a line of an article."""
        rows = zip(self.lines, self.hard, strict=True)
        return tuple(_HARD_ODDS if hard else line.log_odds for line, hard in rows)

    def is_plain_prose(self, i: int) -> bool:
        """Whether line i is a sentence under no rule."""
        return not self.rules[i] and self.lines[i].is_prose


def judged_lines(found: Sequence[Line], head: Mapping[int, Verdict], *, trusted: bool) -> JudgedLines:
    """The lines with the verdicts of the mail head, by number, and else those of their own words.

    `trusted`: a reader has taken the furniture out, and no rule finds any.
    """
    lines = tuple(line_traits(line.text) for line in found)
    own = (None if trusted and _is_furniture(line.verdict) else line.verdict for line in lines)
    verdicts = tuple(head.get(i) or verdict for i, verdict in enumerate(own))
    return JudgedLines(lines, verdicts, tuple(line.gap for line in found))


def _is_furniture(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.label == "furniture"


@dataclass(frozen=True)
class Page(JudgedLines):
    """What is known of the lines of one text before the first has its label."""

    run: range
    """Numbers of the lines that are the article."""
    headline: int | None
    bare: bool
    """Whether the text is an article without a page around it, so that only named rules drop lines."""
    trusted: bool
    """Whether a reader has taken the furniture out, so that nothing is dropped."""
    whole: bool = False
    """Whether lines are dropped one by one only, never what stands together (PDF)."""

    @cached_property
    def comments(self) -> int:
        """Number of the line under which readers' comments stand, or of the end of the text."""
        prose = 0
        for i in range(self.run.start, len(self.lines)):
            prose += self.is_plain_prose(i)
            if self.rules[i] == "comment-form" and prose > 1:
                return i
        return len(self.lines)
