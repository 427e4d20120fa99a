"""Turns of a text whose paragraphs open with speakers' labels, or that is an interview with its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.annotate.turns.whose import interviewed, vocative
from briefgen.english.first_person import speaks
from briefgen.english.questions import asks, puts
from briefgen.english.speaker_labels import SpeakerLabel, labels
from briefgen.model import CITABLE, Document, Span, Turn

Labels = Sequence[SpeakerLabel | None]
"""For every citable block its label."""

_QUESTION = SpeakerLabel("question", 0, 0, 0)
_FEWEST_QUESTIONS = 2
"""Questions without a label that make an interview of a text that calls itself one."""


def labelled(document: Document, where: Sequence[int]) -> Iterator[Turn]:
    """One turn for each label of the blocks `where`; none when the text has no labels and is no interview."""
    told: Labels = labels([document.text(document.blocks[i].span) for i in where])
    if not any(told) and document.meta.genre.value == "interview":
        told = _asked(document, where)
    if any(told):
        yield from _turns(document, where, told)


def _asked(document: Document, where: Sequence[int]) -> Labels:
    """The questions of an interview, as labels without words; behind an answer a remark to "you" is one."""
    found: list[SpeakerLabel | None] = []
    for i in where:
        text = document.text(document.blocks[i].span)
        answered = any(found) and found[-1] is None
        found.append(_QUESTION if asks(text) or (answered and puts(text)) else None)
    return found if sum(map(bool, found)) >= _FEWEST_QUESTIONS else []


def _turns(document: Document, where: Sequence[int], told: Labels) -> Iterator[Turn]:
    """Where no answer has a label, what follows a question is one."""
    unlabelled = not any(one and one.kind in ("speaker", "answer") for one in told)
    answering = _answering(document, where, told)
    turn: Turn | None = None
    asked: Span | None = None
    closed = False  # a question in bold ends with its paragraph
    for i, label in zip(where, told, strict=True):
        block = document.blocks[i].span
        if turn is not None and turn.kind == "question":
            asked = turn.span
        if turn is not None and label is None and turn.kind == "question" and (unlabelled or closed):
            following: Turn | None = Turn("own", block, answering, turn.span)
        elif label is not None:
            following = _opened(document, block, label, answering, asked)
        elif turn is None or _narrates(document, turn, block):
            following = None
        else:
            turn = replace(turn, span=Span(block.source, turn.span.start, block.end))
            continue
        closed = label is not None and label.words == label.start
        if turn is not None:
            yield turn
        turn = following
    if turn is not None:
        yield turn


def _opened(
    document: Document, block: Span, label: SpeakerLabel, answering: Span | None, asked: Span | None
) -> Turn:
    source = document.source
    words = source.span(min(block.start + label.words, block.end), block.end)
    named = label.end > label.start
    name = source.span(block.start + label.start, block.start + label.end) if named else None
    if label.kind == "speaker":
        return Turn("own", words, name, asked)
    if label.kind == "answer":
        return Turn("own", words, answering, asked)
    return Turn(label.kind, words, name)


def _answering(document: Document, where: Sequence[int], told: Labels) -> Span | None:
    """The words that name who answers: in the head, else as the questions address him."""
    first = next(i for i, one in zip(where, told, strict=True) if one)
    head = [i for i, block in enumerate(document.blocks[:first]) if block.label in ("headline", *CITABLE)]
    found = interviewed(document, head)
    if found is not None:
        return found
    asked = (i for i, one in zip(where, told, strict=True) if one and one.kind == "question")
    return next((name for i in asked if (name := vocative(document, i))), None)


def _narrates(document: Document, turn: Turn, block: Span) -> bool:
    """Whether a paragraph speaks of whoever had the word, and not in the first person: a reporter's again."""
    if turn.label is None or speaks(document.text(block)):
        return False
    words = re.sub(r"\s*\(.*", "", document.text(turn.label)).split()
    name = re.escape(words[-1].title())
    return len(name) > 2 and re.search(rf"\b{name}\b", document.text(block)) is not None
