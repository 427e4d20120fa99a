"""Whether a text is the next of a series to another: written to one form, with the figures of another day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from briefgen.link.alignment import Match
from briefgen.link.version import Version, runs

_FORM, _OTHER_FIGURES = 3, 0.6  # sentences with figures on both sides; share of them that agree in none


def is_next(first: Version, second: Version, matches: Sequence[Match]) -> bool:
    """Whether sentences that correspond tell other figures."""
    both = [(first.figures[m.left], second.figures[m.right]) for m in matches]
    told = [left.isdisjoint(right) for left, right in both if left and right]
    return len(told) >= _FORM and sum(told) >= _OTHER_FIGURES * len(told)


def keeps_figures(first: Version, second: Version) -> bool:
    """Whether an alignment can not find that, and need not be made: of most copies.

    Sentences in equal words tell the same figures, and so do most that share five words in a row. Those that
    may tell others are too few, even if all those that share no run with any should correspond.
    """
    equal = frozenset(first.texts) & frozenset(second.texts)
    left, right = _FigureRuns(first, equal), _FigureRuns(second, equal)
    met, back = left.met(right), right.met(left)
    others = met.count("others") + min(met.count("nobody"), back.count("nobody"))
    kept = met.count("same") + left.equal
    most = left.equal + sum(len(some) - some.count("nothing") for some in (met, back))
    return most < _FORM or others == 0 or others < _OTHER_FIGURES * (kept + others)


class _FigureRuns:
    """The sentences of a text with the runs of five words of those that the other has not in equal words."""

    def __init__(self, version: Version, equal: frozenset[str]) -> None:
        self.equal = 0
        """Sentences with figures that stand in the other."""
        self._rows: list[tuple[frozenset[str], tuple[int, ...]]] = []
        self._figures: dict[int, frozenset[str]] = {}
        self._others: list[tuple[str, ...]] = []
        for text, words, figures in zip(version.texts, version.rows, version.figures, strict=True):
            if text in equal:
                self.equal += bool(figures)
            elif figures:
                self._rows.append((figures, row := tuple(runs(words))))
                self._figures.update(dict.fromkeys(row, figures))
            else:
                self._others.append(words)

    @cached_property
    def _without(self) -> frozenset[int]:
        """The runs of sentences without figures: asked for by few."""
        return frozenset(chain.from_iterable(map(runs, self._others)))

    def met(self, other: _FigureRuns) -> list[str]:
        """For each sentence with figures what those of the other tell that share a run with it."""
        return [self._meets(other, *row) for row in self._rows]

    @staticmethod
    def _meets(other: _FigureRuns, figures: frozenset[str], row: tuple[int, ...]) -> str:
        if there := [other._figures[run] for run in row if run in other._figures]:
            return "others" if all(map(figures.isdisjoint, there)) else "same"
        return "nobody" if other._without.isdisjoint(row) else "nothing"
