"""Statements and speakers, by genre, on benchmarks/corpora/quotes.

Unit: of quoted words each stretch within a line; of reported speech the whole statement. A quoted stretch
is found when it shares four fifths of its letters with that of the gold, reported content when it shares
half (where a clause ends is a matter of taste). A speaker is right when the full name is (article and case
apart), or when nobody is named where nobody can be told.

- spans F1: quoted stretches alone. Not: who said them, whether as whole sentences or as words in a
  sentence, nor reported speech.
- quote and speaker F1: stretches and reported statements found with the right speaker; also genre by genre.
- named, pronouns, descriptions: right speakers among the found statements that are attributed so. Not:
  statements that were not found, nor those without any mention of their speaker (speeches, interviews).
- false statements: findings of any kind within words that say nothing (terms, titles, a reporter's
  questions), as a negative count. Not: other findings too many, which cost F1 and precision.
- guessed: statements found with a speaker where no reader can tell who it is, as a negative count. Not: other
  wrong speakers.
- indirect precision, recall: reported statements, whoever their speaker. Reported clauses around or inside
  quoted words are left out of account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.scorers.corpus import Entry, Figures, Gold, Place, entries, prepared
from benchmarks.scorers.counting import Letters, f1, inside, is_one_of, letters, matched, share
from briefgen.model import Document, Quote

QUOTED, REPORTED = 0.8, 0.5
"""Share of letters in common from which a finding is that of the gold."""
NOBODY = "not determined"
CLASSES = {"named": "named", "pronouns": "pronoun", "descriptions": "description"}


@dataclass(frozen=True)
class Unit:
    """A stretch or a reported statement, of the gold or found."""

    letters: Letters
    reported: bool
    speaker: str
    """Full name; of the gold what is accepted, between ` / `."""
    mention: str = ""


@dataclass(frozen=True)
class Tally:
    """One text: what the gold has, what was found of it, what was found beside it."""

    genre: str
    expected: tuple[Unit, ...]
    hits: tuple[tuple[Unit, Unit], ...]
    """Of the gold, and found."""
    extra: tuple[Unit, ...]
    false: int


def figures() -> Figures:
    """The figures of the product on the corpus."""
    return score(tally(entry, prepared(entry.text)) for entry in entries("quotes"))


def tally(entry: Entry, document: Document) -> Tally:
    """Compares what a document holds with the gold of its text."""
    expected = tuple(unit for gold in entry.of("yes") for unit in gold_units(entry.text, gold))
    found = [unit for quotes in acts(document) for unit in found_units(document, quotes)]
    hits = [*pairs(expected, found, reported=False), *pairs(expected, found, reported=True)]
    rest = [unit for unit in found if all(unit is not hit for _, hit in hits)]
    nothing = stretches(entry, "no")
    false = [unit for unit in rest if inside(unit.letters, nothing) >= QUOTED]
    spared = stretches(entry, "either")
    extra = [unit for unit in rest if unit in false or not pardoned(unit, expected, spared)]
    return Tally(entry.genre, expected, tuple(hits), tuple(extra), len(false))


def gold_units(text: str, gold: Gold) -> Iterator[Unit]:
    """The units of one line of the gold."""
    who, kind, mention = (part.strip() for part in gold.says.rsplit(";", 2))
    yield from units(text, gold.places, kind == "indirect", (who.rpartition(",")[0] or who, mention))


def acts(document: Document) -> Iterator[list[Quote]]:
    """The statements of the product; sentences of one speaker's own words in one paragraph are one, as in the
    gold."""
    yield from ([quote] for quote in document.quotes if quote.kind != "own")
    if document.meta.genre.value == "opinion":
        return  # the gold of a column holds what others say, not what is its writer's
    grouped: dict[tuple[int, object], list[Quote]] = {}
    for quote in document.quotes:
        sentence = document.sentence_at(quote.parts[0])
        if quote.kind == "own" and sentence:
            grouped.setdefault((sentence.block, quote.speaker), []).append(quote)
    yield from grouped.values()


def found_units(document: Document, quotes: list[Quote]) -> Iterator[Unit]:
    """The units of one statement of the product; parts with nothing but marks between them are one."""
    text, quote = document.source.text, quotes[0]
    places: list[Place] = []
    for part in (part for one in quotes for part in one.parts):
        if places and not letters(text, [(places[-1][1], part.start)]):
            places[-1] = (places[-1][0], part.end)
        else:
            places.append((part.start, part.end))
    named = (quote.joint if quote.kind == "own" else None) or (quote.speaker.name if quote.speaker else None)
    speaker = document.text(named) if named else NOBODY
    yield from units(text, places, quote.kind == "indirect", (speaker, ""))


def units(text: str, places: Iterable[Place], reported: bool, who: tuple[str, str]) -> Iterator[Unit]:
    """A reported statement as one unit, a quoted one as its stretches within a line."""
    if reported:
        yield Unit(letters(text, places), True, *who)
        return
    for line in (line for place in places for line in lines(text, place)):
        yield Unit(letters(text, [line]), False, *who)


def lines(text: str, place: Place) -> Iterator[Place]:
    """The parts of a place on each line, so that it does not matter whether paragraphs are told apart."""
    start, end = place
    while (cut := text.find("\n", start, end)) >= 0:
        yield start, cut
        start = cut + 1
    yield start, end


def pairs(expected: Iterable[Unit], found: Iterable[Unit], *, reported: bool) -> list[tuple[Unit, Unit]]:
    """The units of one kind that are found, with what was found."""
    gold = [unit for unit in expected if unit.reported == reported]
    ours = [unit for unit in found if unit.reported == reported]
    least = REPORTED if reported else QUOTED
    taken = matched([unit.letters for unit in ours], [unit.letters for unit in gold], least)
    return [(gold[j], ours[i]) for j, i in taken.items()]


def stretches(entry: Entry, verdict: str) -> list[Letters]:
    """The letters of the gold lines with one verdict."""
    return [letters(entry.text, gold.places) for gold in entry.gold if gold.verdict == verdict]


def pardoned(unit: Unit, expected: Iterable[Unit], spared: list[Letters]) -> bool:
    """Whether a finding beside the gold is neither right nor wrong."""
    if inside(unit.letters, spared) >= (REPORTED if unit.reported else QUOTED):
        return True
    quoted = [gold.letters for gold in expected if not gold.reported]
    return unit.reported and (
        inside(unit.letters, quoted) >= QUOTED or any(inside(one, [unit.letters]) >= QUOTED for one in quoted)
    )


def score(tallies: Iterable[Tally]) -> Figures:
    """All figures of some texts."""
    every = tuple(tallies)
    hits = [hit for one in every for hit in one.hits]
    quoted, indirect = kinds(every, False), kinds(every, True)
    by_class = {name: by_mention(hits, mention) for name, mention in CLASSES.items()}
    genres = sorted({one.genre for one in every})
    return {
        "spans F1": f1(*quoted),
        "quote and speaker F1": both(every),
        **by_class,
        "false statements": -float(sum(one.false for one in every)),
        "guessed": -float(sum(gold.speaker == NOBODY != ours.speaker for gold, ours in hits)),
        "indirect precision": share(indirect[0], indirect[1]),
        "indirect recall": share(indirect[0], indirect[2]),
        **{f"quote and speaker F1, {g}": both(tuple(t for t in every if t.genre == g)) for g in genres},
    }


def kinds(every: tuple[Tally, ...], reported: bool) -> tuple[int, int, int]:
    """Right, found and expected units of one kind."""
    right = sum(gold.reported == reported for one in every for gold, _ in one.hits)
    extra = sum(unit.reported == reported for one in every for unit in one.extra)
    expected = sum(unit.reported == reported for one in every for unit in one.expected)
    return right, right + extra, expected


def is_right(hit: tuple[Unit, Unit]) -> bool:
    """Whether the speaker found is one that the gold accepts."""
    return is_one_of(hit[1].speaker, hit[0].speaker)


def by_mention(hits: list[tuple[Unit, Unit]], mention: str) -> float:
    """Share of right speakers among the statements attributed in one way."""
    these = [hit for hit in hits if hit[0].mention == mention]
    return share(sum(map(is_right, these)), len(these))


def both(every: tuple[Tally, ...]) -> float:
    """F1 of statement and speaker together."""
    right = sum(is_right(hit) for one in every for hit in one.hits)
    found = sum(len(one.hits) + len(one.extra) for one in every)
    return f1(right, found, sum(len(one.expected) for one in every))
