"""Turns: stretches in one voice, such as what stands behind a speaker's label, or a whole speech.

Labels come first, whatever the document calls itself. Without them an interview is read by its questions, and
the text of a speech, letter, opinion or joint statement is one turn of whoever its head names. Where the head
names nobody there is no turn, and the text is read as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.annotate.turns.labelled import labelled
from briefgen.annotate.turns.letters import letters
from briefgen.annotate.turns.persons import about
from briefgen.annotate.turns.whose import author, parties, speaker
from briefgen.english.asides import ends, is_note
from briefgen.english.first_person import speaks
from briefgen.english.marks import ends_sentence
from briefgen.english.publishers import is_body
from briefgen.errors import Problem
from briefgen.model import CITABLE, Document, Span, Turn

__all__ = ["annotate"]

_HEADING = 8
"""Words of a line that stands over or under a text and is no sentence of it."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.turns` from the blocks and the genre, in reading order; gives no problems."""
    where = [i for i, block in enumerate(document.blocks) if block.label in CITABLE]
    found = tuple(labelled(document, where)) or tuple(_whole(document, where))
    return replace(document, turns=found), ()


def _whole(document: Document, where: Sequence[int]) -> Iterator[Turn]:
    """The text of a speech, a letter, an opinion or a joint statement as one turn."""
    kind = document.meta.genre.value
    label: Span | None = None
    signed = kind == "opinion" and document.meta.author is not None
    if not signed and not any(speaks(document.text(document.blocks[i].span)) for i in where):
        return  # told by somebody else: "The two presidents agreed"
    if kind == "joint-statement":
        label = parties(document, where)
    elif kind == "speech":
        label = speaker(document, where)
    elif kind == "letter" and (found := tuple(letters(document, where))):
        yield from found
        return
    elif kind in ("letter", "opinion"):
        label = author(document)
    words = _words(document, where, label) if label is not None else []
    if words:
        first, last = document.blocks[words[0]].span, document.blocks[words[-1]].span
        yield Turn("own", Span(first.source, first.start, last.end), label)


def _words(document: Document, where: Sequence[int], label: Span) -> Sequence[int]:
    """The blocks that hold somebody's words, without what an editor prints above and below them of him."""
    start = next((i for i in where if not is_note(_text(document, i))), len(document.blocks))
    over = (i for i in range(start, len(document.blocks)) if _ends(document, i))
    end = next(over, len(document.blocks))
    inside = [i for i in where if start <= i < end]
    told = [_is_editors(document, i, label) for i in inside]
    first = next((n for n, one in enumerate(told) if not one), len(inside))
    last = next((n for n in range(len(inside) - 1, -1, -1) if not told[n]), first)
    return inside[first : last + 1]


def _is_editors(document: Document, block: int, label: Span) -> bool:
    """Whether a paragraph tells of the speaker as an editor does, or is a heading. Several who make a joint
    statement, and a body, tell of themselves so: "The ministers of Norway and Iceland met"."""
    text = _text(document, block)
    if document.meta.genre.value == "joint-statement" or is_body(document.text(label)):
        return is_note(text) or not ends_sentence(text)
    return about(document, document.blocks[block].span, label) or (
        not ends_sentence(text) and text.count(" ") < _HEADING and not speaks(text)
    )


def _text(document: Document, block: int) -> str:
    return document.text(document.blocks[block].span)


def _ends(document: Document, block: int) -> bool:
    text = _text(document, block)
    return ends(text) or is_note(text)
