"""What a document tells of a speaker apart from his words: in the list of those present, in the note on its
writer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from briefgen.english.participants import participants
from briefgen.english.writer_notes import called, is_nameless, tells_of
from briefgen.model import Document, Span, Speaker

_HEAD = 12
"""Blocks at the head of a document among which those present are listed."""


class Told(NamedTuple):
    """Office, and for whom somebody sits there."""

    role: Span | None
    behalf: Span | None


class Apart(NamedTuple):
    """What a document tells of its speakers apart from their words."""

    present: Mapping[str, Told]
    """By surname in small letters, of those whom its head lists as present."""
    notes: tuple[Span, ...]
    """Those under an article that tell of its writer."""


def apart(document: Document) -> Apart:
    """All of it, in one pass."""
    notes = tuple(block.span for block in document.blocks if block.rule == "writer-note")
    return Apart(_present(document), notes)


def _present(document: Document) -> Mapping[str, Told]:
    """Surnames in small letters, of those whom the head lists as present, to what it tells of them; none that
    two bear."""
    found: dict[str, list[Told]] = {}
    for block in document.blocks[:_HEAD]:
        start = block.span.start
        for one in participants(document.text(block.span)):
            surname = document.source.text[start + one.name[0] : start + one.name[1]].split()[-1].casefold()
            parts = (None if part is None else _span(document, start, part) for part in one[1:])
            found.setdefault(surname, []).append(Told(*parts))
    return {surname: told[0] for surname, told in found.items() if len(told) == 1}


def _noted(document: Document, name: str, notes: Iterable[Span]) -> Span | None:
    """What the notes under an article call its writer."""
    for note in notes:
        text = document.text(note)
        if is_nameless(text) or tells_of(text, name):
            where = called(text)
            return _span(document, note.start, where) if where else None
    return None


def completed(
    document: Document, speaker: Speaker, surname: str, told: Apart, office: Span | None
) -> Speaker:
    """A speaker with what the list of those present tells, else with an `office` that a label gives, else
    with what the note on the writer says."""
    here = told.present.get(surname)
    if here is not None:
        speaker = replace(speaker, role=here.role or speaker.role, behalf=here.behalf or speaker.behalf)
    if speaker.role is None:
        speaker = replace(speaker, role=office or _noted(document, document.text(speaker.name), told.notes))
    return speaker


def _span(document: Document, start: int, part: tuple[int, int]) -> Span:
    return document.source.span(start + part[0], start + part[1])
