"""The rows of a memo one by one: which of them can not be verified, so that they can be left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefgen.errors import Problem
from briefgen.paper.memo import Item, Memo, Section
from briefgen.verify.grounds import also, citations, dates, edges, house_words, marks, speakers
from briefgen.verify.grounds.record import Grounds

CHECKS: tuple[Callable[[Memo, Grounds], Iterator[Problem]], ...] = (
    *citations.CHECKS,
    *edges.CHECKS,
    *house_words.CHECKS,
    *marks.CHECKS,
    *speakers.CHECKS,
    *dates.CHECKS,
    *also.CHECKS,
)
"""Those that look at each row by itself."""


def unverified_rows(memo: Memo, grounds: Grounds) -> Iterator[tuple[Item, Problem]]:
    """The rows in which something departs from the sources, each with the first that does."""
    for section in memo.sections:
        for item in section.items if section.id != "sources" else ():
            wrong = next(_problems(memo, section, item, grounds), None)
            if wrong is not None:
                yield item, wrong


def _problems(memo: Memo, section: Section, item: Item, grounds: Grounds) -> Iterator[Problem]:
    """What is wrong with a memo of nothing but one row; a band is of several, and is looked at elsewhere."""
    alone = replace(section, items=(replace(item, band=()),), note=(), more=())
    one = replace(memo, header=(), legend=(), sections=(alone,), sources=(), evidence=None)
    return (problem for check in CHECKS for problem in check(one, grounds))
