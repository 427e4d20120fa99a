"""Speakers of a text that is somebody's own words: from the words that name them to who they are.

The words are a speaker's label ("MR. KIRBY", "THE PRESIDENT", "Ms. Olde (Norway)"), or stand in the title or
the first sentence ("the leaders of Norway and Iceland").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from briefgen.annotate.speakers.forms import LONGEST_INITIALS, initials
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.roles import role_nouns, roles
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.annotate.speakers.told import Apart, apart, completed
from briefgen.english.label_heads import is_office, is_titled
from briefgen.english.label_parts import LabelParts, Part, parts
from briefgen.english.publishers import is_body, is_house
from briefgen.model import Document, Span, Speaker

_WORD = re.compile(r"\S+")


class Labelled(NamedTuple):
    """Who speaks in a turn."""

    speaker: Speaker
    together: tuple[Speaker, ...] = ()
    joint: Span | None = None


@dataclass(frozen=True)
class Labels:
    """What is known of a document where labels are read."""

    document: Document
    scene: Scene
    people: People
    speaker_of: Callable[[Ref], Speaker | None]

    def read(self, label: Span) -> Labelled:
        """Whoever the words of a label stand for; the words themselves where they name nobody known."""
        if self.document.meta.genre.value == "letter" and "\n" in self.document.text(label):
            return self._signed(label)
        found = parts(self.document.text(label))
        whole = found.name == (0, label.end - label.start)
        refs, names = self._mentions(self._span(label, found.name))
        several = names if len(names) > 1 else self._joined(refs, label)
        body = is_house(self.document.text(label))
        if whole and len(several) > 1 and not body:
            return self._joint(label, several)
        if whole and names and self._is_led(refs, names) and not body:  # "the leaders of the Group of Seven"
            one = self._known(names, refs) or self._worded(label)
            return Labelled(one, (one,), label)
        return Labelled(self._told(self._one(label, found, refs, names), label, found))

    def _joined(self, refs: Sequence[Ref], label: Span) -> Sequence[Ref]:
        """The mentions of a label that "and" joins: "the Mayor of Oslo and the Prime Minister"."""
        outer = [ref for ref in refs if ref.mention.kind in ("name", "description")]
        text = self.document.text(label)
        ends = [ref.end - label.start for ref in outer[:-1]]
        return outer if ends and all(text[end:].lstrip(" ,").startswith("and ") for end in ends) else ()

    def _signed(self, label: Span) -> Labelled:
        """Those who sign a letter: a line each, or one for the name and one for the office."""
        found: list[Speaker] = []
        at = label.start
        for line in self.document.text(label).splitlines(keepends=True):
            start, at = at, at + len(line)
            if not line.strip():
                continue
            here = self.document.source.span(start, start + len(line.rstrip()))
            told = parts(line.rstrip())
            if found and is_office(line):
                found[-1] = replace(found[-1], role=found[-1].role or here)
                continue
            name = self._span(here, told.name)
            refs = self._refs(name)
            person = next((ref for ref in refs if ref.mention.kind == "name" and len(ref.words) > 1), None)
            known = self.speaker_of(person) if person and self._opens(person, name) else None
            if known is not None:
                found.append(self._told(known, here, told))
            elif found and found[-1].role is None and is_titled(line):
                found[-1] = replace(found[-1], role=here)
        if not found:
            return Labelled(self._worded(label))
        return Labelled(found[0], tuple(found), label) if len(found) > 1 else Labelled(found[0])

    def _opens(self, ref: Ref, line: Span) -> bool:
        """Whether nothing but a title stands before a name in its line."""
        return self.scene.passages[ref.passage].full_extent(ref.mention)[0] == line.start

    def _one(self, label: Span, found: LabelParts, refs: Sequence[Ref], names: Sequence[Ref]) -> Speaker:
        """The person, body or state of a label."""
        name = self._span(label, found.name)
        words = self.document.text(name)
        if words[-1:].isdigit():  # "SPEAKER 2" names nobody
            return replace(self._worded(name), key=None)
        if not names and (told := self._bearers.get(self._folded(name))):  # "The Mayor (Anna Olde)" before
            return self._one(told, LabelParts((0, told.end - told.start)), *self._mentions(told))
        fuller = self._fuller.get(self._surname(name)) if len(words.split()) == 1 else None
        if (known := self._by_initials(words) or self._by_byline(name)) is not None:
            return known
        if fuller is not None:  # "Sorel:" below "Adele Sorel:"
            return self._one(fuller, LabelParts((0, fuller.end - fuller.start)), *self._mentions(fuller))
        known = self._known(names, refs)
        other = known is None or known.kind != "person"
        if is_house(words) or (is_body(words) and other):  # not the names in its name
            part = known is None or len(self.document.text(known.name)) < len(words)
            known = Speaker(" ".join(words.split()), name, "organisation") if part else known
        if known is None and refs and not names:  # "THE PRESIDENT": nobody whom he speaks of
            return Speaker(None, name, "person")
        return known if known is not None else self._worded(name)

    def _by_initials(self, words: str) -> Speaker | None:
        """Whoever the head names in full, for a label that is his initials: "JH:" of Jon Hald."""
        if not (words.isupper() and words.isalpha() and 1 < len(words) <= LONGEST_INITIALS):
            return None
        bearers = {r.words: r for r in self._head if len(r.words) > 1 and initials(r.words) == words.lower()}
        return self.speaker_of(next(iter(bearers.values()))) if len(bearers) == 1 else None

    def _by_byline(self, name: Span) -> Speaker | None:
        """Whoever the line under the title names in full, who holds a briefing: "MS OLDE" of "Anna Olde"."""
        author = self.document.meta.author
        if (
            author is None
            or author.span is None
            or len(author.value.split()) < len(self.document.text(name).split())
        ):
            return None
        same = self._surname(author.span) == self._surname(name) and len(author.value.split()) > 1
        return Speaker(" ".join(author.value.split()), author.span, "person") if same else None

    def _told(self, speaker: Speaker, label: Span, found: LabelParts) -> Speaker:
        """With the office and the group of the label, of the list of those present or of an earlier label."""
        if found.role:
            speaker = replace(speaker, role=self._span(label, found.role))
        elif speaker.kind == "person":
            surname = self._surname(speaker.name)
            speaker = completed(self.document, speaker, surname, self._apart, self._offices.get(surname))
        return replace(speaker, behalf=self._span(label, found.behalf)) if found.behalf else speaker

    @cached_property
    def _apart(self) -> Apart:
        return apart(self.document)

    @cached_property
    def _lines(self) -> Sequence[Span]:
        """The labels of the document, each once, without signatures of several lines."""
        once = dict.fromkeys(turn.label for turn in self.document.turns if turn.label)
        return [label for label in once if "\n" not in self.document.text(label)]

    @cached_property
    def _offices(self) -> Mapping[str, Span]:
        """Surnames to the offices that the labels of the document give; none where two bear it."""
        found: dict[str, set[Span]] = {}
        for label in self._lines:
            told = parts(self.document.text(label))
            if told.role:
                surname = self._surname(self._span(label, told.name))
                found.setdefault(surname, set()).add(self._span(label, told.role))
        texts = {name: {self.document.text(span) for span in spans} for name, spans in found.items()}
        return {name: min(spans) for name, spans in found.items() if len(texts[name]) == 1}

    @cached_property
    def _bearers(self) -> Mapping[str, Span]:
        """Offices of labels, in small letters, to the one name that a label gives with them."""
        found: dict[str, set[Span]] = {}
        for label in self._lines:
            told = parts(self.document.text(label))
            if told.role:
                role, name = self._span(label, told.role), self._span(label, told.name)
                found.setdefault(self._folded(role), set()).add(name)
        return {role: min(names) for role, names in found.items() if len(set(map(self._surname, names))) == 1}

    @cached_property
    def _fuller(self) -> Mapping[str, Span]:
        """Surnames to the one full name that a label gives with them."""
        found: dict[str, set[str]] = {}
        spans: dict[str, Span] = {}
        for label in self._lines:
            name = self._span(label, parts(self.document.text(label)).name)
            words = self.document.text(name).split()
            if len(words) > 1 and not is_titled(words[0]) and not words[-1].isdigit():
                found.setdefault(self._surname(name), set()).add(" ".join(words).casefold())
                spans.setdefault(self._surname(name), name)
        return {surname: spans[surname] for surname, names in found.items() if len(names) == 1}

    def _folded(self, span: Span) -> str:
        return " ".join(self.document.text(span).casefold().split()).removeprefix("the ")

    def _mentions(self, label: Span) -> tuple[Sequence[Ref], Sequence[Ref]]:
        """All mentions of a label, and those that are names."""
        refs = self._refs(label)
        names = [ref for ref in refs if ref.mention.kind == "name"]
        return refs, [ref for n, ref in enumerate(names) if not (n and self._is_state_of(names[n - 1], ref))]

    def _is_state_of(self, before: Ref, ref: Ref) -> bool:
        """Whether a name only says whose office the one before holds: "President Berg of Norway"."""
        between = self.scene.text[before.end : ref.start]
        return between.strip() == "of" and self._kind(before) == "person"

    def _surname(self, name: Span) -> str:
        return self.document.text(name).split()[-1].casefold()

    def _known(self, names: Sequence[Ref], refs: Sequence[Ref]) -> Speaker | None:
        ref = self._person(names) or self._meant(refs)
        return self.speaker_of(ref) if ref is not None else None

    def _person(self, names: Sequence[Ref]) -> Ref | None:
        """The first name that is a person's, else the first; for a given name the one person who bears it."""
        persons = (ref for ref in names if self._kind(ref) == "person")
        found = next(persons, names[0] if names else None)
        if found is None or len(found.words) > 1 or self._entity_words(found) != found.words:
            return found
        bearers = self._by_given_name.get(found.words[0], ())
        fits = len(bearers) == 1 and bearers[0].kind in ("person", "unconfirmed")
        return self.scene.refs[bearers[0].refs[0]] if fits else found

    @cached_property
    def _by_given_name(self) -> Mapping[str, Sequence[Entity]]:
        """Who is named in full, by the first word."""
        found: dict[str, list[Entity]] = {}
        for entity in self.people.entities:
            if entity.named and len(entity.words) > 1 and entity.refs:
                found.setdefault(entity.words[0], []).append(entity)
        return found

    def _entity_words(self, ref: Ref) -> tuple[str, ...]:
        index = self.people.of_ref.get(ref.index)
        return () if index is None else self.people.entities[index].words

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
        if not self.scene.passages:
            return ()
        low, high = (self.scene.next_ref(number, at) for at in (label.start, label.end))
        return [ref for ref in self.scene.refs[low:high] if ref.end <= label.end and not ref.mention.modifier]

    def _joint(self, label: Span, names: Sequence[Ref]) -> Labelled:
        found = tuple(speaker for ref in names if (speaker := self.speaker_of(ref)))
        if not found:
            return Labelled(self._worded(label))
        return Labelled(found[0], found, label) if len(found) > 1 else Labelled(found[0])

    def _meant(self, refs: Sequence[Ref]) -> Ref | None:
        """A description, or whoever of the head bears the office it names ("THE PRESIDENT").

        Of several who bear it those are others who have labels with their names; the host comes first.
        """
        if not refs:
            return None
        noun = refs[0].words[-1]
        bearers = {self.people.of_ref.get(ref.index): ref for ref in self._head if self._bears(ref, noun)}
        alone = [ref for ref in bearers.values() if ref.words[-1] not in self._labelled]
        found = next(iter(alone or bearers.values()), None)
        return refs[0] if found is None and refs[0].mention.kind != "description" else found

    @cached_property
    def _labelled(self) -> frozenset[str]:
        """Surnames that stand in labels."""
        return frozenset(self._surname(turn.label) for turn in self.document.turns if turn.label)

    @cached_property
    def _head(self) -> Sequence[Ref]:
        """The named mentions above the first turn."""
        start = self.document.turns[0].span.start if self.document.turns else 0
        return [ref for ref in self.scene.refs if ref.end <= start and ref.mention.kind == "name"]

    def _bears(self, ref: Ref, noun: str) -> bool:
        return noun in role_nouns(self.scene, roles(self.scene, [ref]))

    def _span(self, label: Span, part: Part) -> Span:
        """A part of a label."""
        return self.document.source.span(label.start + part[0], label.start + part[1])

    def _worded(self, label: Span) -> Speaker:
        """The label itself without its title, where it is none of the mentions: a byline, another word."""
        text = self.document.text(label)
        titles = [word.end() for word in _WORD.finditer(text) if is_titled(word.group())]
        start = titles[-1] if titles and not text[-1:].isdigit() else 0
        start += len(text[start:]) - len(text[start:].lstrip())
        name = label if start == len(text) else self._span(label, (start, len(text)))
        return Speaker(" ".join(self.document.text(name).split()), name, "person")
