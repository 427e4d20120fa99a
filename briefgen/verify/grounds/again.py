"""The memo made a second time from the same material: it must be the same, in every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from briefgen.errors import Problem
from briefgen.paper.memo import Memo
from briefgen.verify.grounds.record import Grounds


def made_again(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """What is another in a memo that is made anew; what the evidence page shows beside it likewise."""
    if grounds.again is None:
        return
    again = grounds.again()
    if memo.evidence is not None and grounds.view is not None:
        again = grounds.view(again)
    for field in fields(Memo):
        if getattr(memo, field.name) != getattr(again, field.name):
            yield Problem(
                _where(memo, again, field.name), "memo-changed", "it comes out otherwise a second time"
            )


def _where(memo: Memo, again: Memo, field: str) -> str:
    """The field, or the first row of it that is another."""
    if field != "sections":
        return field.replace("_", " ")
    for one, other in zip(memo.sections, again.sections, strict=False):
        if replace(one, items=()) != replace(other, items=()):
            return one.title
        for item, same in zip(one.items, other.items, strict=False):
            if item != same:
                return item.label or one.title
        if len(one.items) != len(other.items):
            return one.title
    return "the sections"


CHECKS = (made_again,)
