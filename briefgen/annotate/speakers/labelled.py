"""Speakers of a text that is somebody's own words: from the words that name them to who they are.

The words are a speaker's label ("MR. KIRBY", "THE PRESIDENT", "Ms. Olde (Norway)"), or stand in the title or
the first sentence ("the leaders of Norway and Iceland").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.speakers.people import People
from briefgen.annotate.speakers.roles import role_nouns, roles
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.model import Document, Span, Speaker

_OFFICES = lexicon.persons.titles() | lexicon.persons.roles()


class Labelled(NamedTuple):
    """Who speaks in a turn."""

    speaker: Speaker
    together: tuple[Speaker, ...] = ()
    joint: Span | None = None


class Labels(NamedTuple):
    """What is known of a document where labels are read."""

    document: Document
    scene: Scene
    people: People
    speaker_of: Callable[[Ref], Speaker | None]

    def read(self, label: Span) -> Labelled:
        """Whoever the words of a label stand for; the words themselves where they name nobody known."""
        refs = [ref for ref in self._refs(label) if not ref.mention.modifier]
        names = [ref for ref in refs if ref.mention.kind == "name" and ref.words[-1] not in _OFFICES]
        office, bracket, _ = self.document.text(label).partition("(")
        if len(names) > 1 and not bracket:
            return self._joint(label, names)
        if bracket and office.startswith("The "):  # "The Minister of Fisheries (Anna Olde)"
            names = [ref for ref in names if ref.start > label.start + len(office)] or names
        ref = self._person(names) or self._meant(refs)
        found = self.speaker_of(ref) if ref is not None else None
        if found is None or ref is None:
            return Labelled(self._words(label))
        if bracket and ref.start > label.start + len(office):  # "The Minister for the Sea (Anna Olde)"
            role = self.document.source.span(label.start, label.start + len(office.rstrip()))
            return Labelled(replace(found, role=role))
        if not bracket and self._is_led(refs, names):  # "the leaders of the Group of Seven"
            return Labelled(found, (found,), label)
        return Labelled(found)

    def _person(self, names: Sequence[Ref]) -> Ref | None:
        """The first name that is a person's; else the first."""
        persons = (ref for ref in names if self._kind(ref) == "person")
        return next(persons, names[0] if names else None)

    def _kind(self, ref: Ref) -> str:
        index = self.people.of_ref.get(ref.index)
        return "" if index is None else self.people.entities[index].kind

    @staticmethod
    def _is_led(refs: Sequence[Ref], names: Sequence[Ref]) -> bool:
        """Whether a noun of its own stands before the name, which only says whose it is."""
        led = bool(names) and refs[0].mention.kind == "description" and refs[0].index < names[0].index
        return led and refs[0].mention.last < names[0].mention.head

    def _refs(self, label: Span) -> Sequence[Ref]:
        number = self.scene.passage_at(label.start)
        found = self.scene.of_passage(number) if self.scene.passages else ()
        return [ref for ref in found if label.start <= ref.start and ref.end <= label.end]

    def _joint(self, label: Span, names: Sequence[Ref]) -> Labelled:
        found = tuple(speaker for ref in names if (speaker := self.speaker_of(ref)))
        if not found:
            return Labelled(self._words(label))
        return Labelled(found[0], found, label) if len(found) > 1 else Labelled(found[0])

    def _meant(self, refs: Sequence[Ref]) -> Ref | None:
        """A description, or the one person of the head who bears the office it names ("THE PRESIDENT")."""
        if not refs:
            return None
        noun = refs[0].words[-1]
        bearers = {self.people.of_ref.get(ref.index): ref for ref in self._head() if self._bears(ref, noun)}
        return next(iter(bearers.values())) if len(bearers) == 1 else refs[0]

    def _head(self) -> Sequence[Ref]:
        """The named mentions above the first turn."""
        start = self.document.turns[0].span.start if self.document.turns else 0
        return [ref for ref in self.scene.refs if ref.end <= start and ref.mention.kind == "name"]

    def _bears(self, ref: Ref, noun: str) -> bool:
        return noun in role_nouns(self.scene, roles(self.scene, [ref]))

    def _words(self, label: Span) -> Speaker:
        """The label itself, where it is none of the mentions: a byline, a word that is no name."""
        words = " ".join(self.document.text(label).split())
        return Speaker(words, label, "person")
