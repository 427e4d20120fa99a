"""Bands: what rows have in common, the speaker or the occasion, stands once above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.compose.brief import Brief, cited_spans, joined
from briefgen.paper.memo import Item, Text

LEAST = 2
"""Rows that a band is worth a line for."""


def banded(brief: Brief, rows: Sequence[Item]) -> tuple[Item, ...]:
    """Rows under the band of their speaker, day and occasion, then under that of their occasion; the others
    stand at the end, each with its speaker in front.

    A house that has columns for these prints no band.
    """
    if not has_bands(brief):
        return tuple(rows)
    left, shown = list(rows), list[Item]()
    for same, over, front in (
        (by_speaker, speaker_band, no_lead),
        (by_occasion, occasion_band, speaker_lead),
    ):
        for group in groups(brief, left, same):
            band = over(brief, group)
            shown += [replace(one, band=band, lead=front(brief, one)) for one in group]
            left = [one for one in left if one not in group]
    others = brief.say("band-others") if shown else ()
    return (*shown, *(replace(led(brief, one), band=others) for one in left))


def has_bands(brief: Brief) -> bool:
    """Whether the house has no column for the speaker, who then stands in a band or in front of the words."""
    return all(field != "speaker" for field, _ in brief.shape("key-statements").columns)


def led(brief: Brief, row: Item) -> Item:
    """The row with its speaker, role and day in front of its words."""
    return replace(row, lead=full_lead(brief, row)) if has_bands(brief) else row


def led_once(brief: Brief, rows: Iterable[Item]) -> Iterator[Item]:
    """Rows with their speaker in front; his role stands in the first row only."""
    introduced: set[tuple[Text, Text]] = set()
    for row in rows:
        who = (row.speaker, row.role)
        shown = led(brief, replace(row, role=()) if who in introduced else row)
        introduced.add(who)
        yield replace(shown, role=row.role)


def groups(brief: Brief, rows: Sequence[Item], same: Callable[[Brief, Item], object]) -> list[list[Item]]:
    """Rows that have a key in common, with enough of each; in the order in which the first of each stands."""
    found: dict[object, list[Item]] = {}
    for one in rows:
        key = same(brief, one)
        if key is not None:
            found.setdefault(key, []).append(one)
    return [in_order(brief, group) for group in found.values() if len(group) >= LEAST]


def in_order(brief: Brief, rows: Iterable[Item]) -> list[Item]:
    """Main document first, then as they stand there."""
    return sorted(rows, key=lambda one: (brief.used[one.cites[0].source], one.cites[0].start))


def by_speaker(brief: Brief, row: Item) -> object:
    """Speaker, day and occasion of a row."""
    words = brief.words_of(row.speaker)
    return (words, row.when.value if row.when else None, brief.words_of(row.occasion))


def by_occasion(brief: Brief, row: Item) -> object:
    """Occasion and day of a row; None where it has no occasion."""
    occasion = brief.words_of(row.occasion)
    return (occasion, row.when.value if row.when else None) if occasion else None


def speaker_band(brief: Brief, rows: Sequence[Item]) -> Text:
    """Who speaks, in what role, where and when."""
    role = next((one.role for one in rows if one.role), ())
    place = next((one.place for one in rows if one.place), ())
    return joined(
        (joined((rows[0].speaker, role), ", "), joined((rows[0].occasion, place, day(brief, rows[0])), ", ")),
        " – ",
    )


def occasion_band(brief: Brief, rows: Sequence[Item]) -> Text:
    """Where and when several speak."""
    place = next((one.place for one in rows if one.place), ())
    return joined((rows[0].occasion, place, day(brief, rows[0])), ", ")


def no_lead(brief: Brief, row: Item) -> Text:
    """Nothing: the band says it all."""
    del brief, row
    return ()


def speaker_lead(brief: Brief, row: Item) -> Text:
    """Who speaks, and in what role."""
    return brief.say("lead", {"who": joined((row.speaker, untold(row, row.role)), ", ")})


def full_lead(brief: Brief, row: Item) -> Text:
    """Who speaks, in what role, where and when, as far as the words of the row do not say it."""
    parts = (row.speaker, untold(row, row.role), untold(row, row.occasion), day(brief, row))
    return brief.say("lead", {"who": joined(parts, ", ")})


def untold(row: Item, words: Text) -> Text:
    """Words of a source, but nothing where the row prints them anyway."""
    printed = cited_spans(row.text)
    held = all(any(span.contains(one) for span in printed) for one in cited_spans(words))
    return () if held else words


def day(brief: Brief, row: Item) -> Text:
    """The day as the body prints it; that it is not known is said."""
    if row.when is None:
        return ()
    return row.when.plain or brief.say("day-unknown")
