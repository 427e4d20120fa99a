"""The memo as a Word document, on the house's base document. python-docx loads when it is used."""

from __future__ import annotations

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Words
from briefgen.paper.reopened import Reopened


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The .docx file; equal memos in the same house give equal bytes.

    Raises BriefgenError `template-broken` or `template-refused` when the base document can not be used.
    """
    from briefgen.render.word.document import render as draw

    return draw(memo, words, style)


def reopen(data: bytes) -> Reopened:
    """What a reader sees of a .docx file."""
    from briefgen.render.word.reading import reopen as read

    return read(data)


def sealed(data: bytes) -> bool | None:
    """Whether a .docx file is as it was written; None when it carries no seal."""
    from briefgen.render.word.sealing import holds

    return holds(data)
