"""What the checks of a file are given: the memo, the page it should show, and what was read."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Words
from briefgen.paper.page import PrintedPage
from briefgen.paper.reopened import Reopened
from briefgen.verify.aligned import Aligned

_SHOWN = 60


class FileCheck(NamedTuple):
    """One file under test."""

    memo: Memo
    page: PrintedPage
    """The memo as a page shows it."""
    reopened: Reopened
    words: Words
    style: HouseStyle
    aligned: Aligned
    sections: tuple[tuple[str, bool], ...]
    """For each section the folded text below its heading, and whether the heading is in its place."""


def short(text: str) -> str:
    """`text` in marks for a message, cut where it is long."""
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"
