"""Turns: stretches in one voice, such as what stands behind a speaker's label, or a whole speech.

Labels come first, whatever the document calls itself. Without them an interview is read by its questions, and
the text of a speech, letter, opinion or joint statement is one turn of whoever its head names. Where the head
names nobody there is no turn, and the text is read as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.annotate.turns.labelled import labelled
from briefgen.annotate.turns.whose import author, parties, speaker
from briefgen.english.first_person import speaks
from briefgen.errors import Problem
from briefgen.model import CITABLE, Document, Span, Turn

__all__ = ["annotate"]


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.turns` from the blocks and the genre, in reading order; gives no problems."""
    where = [i for i, block in enumerate(document.blocks) if block.label in CITABLE]
    found = tuple(labelled(document, where)) or tuple(_whole(document, where))
    return replace(document, turns=found), ()


def _whole(document: Document, where: Sequence[int]) -> Iterator[Turn]:
    """The text of a speech, a letter, an opinion or a joint statement as one turn."""
    kind = document.meta.genre.value
    label: Span | None = None
    if not any(speaks(document.text(document.blocks[i].span)) for i in where):
        return  # told by somebody else: "The two presidents agreed"
    if kind == "joint-statement":
        label = parties(document, where)
    elif kind == "speech":
        label = speaker(document, where)
    elif kind in ("letter", "opinion"):
        label = author(document)
    if label is not None:
        first, last = document.blocks[where[0]].span, document.blocks[where[-1]].span
        yield Turn("own", Span(first.source, first.start, last.end), label)
