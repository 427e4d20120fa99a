"""Who acts in a folder: states and organisations that are named, persons who speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.english import gazetteer
from briefgen.english.name_case import cased, is_shouted
from briefgen.english.publishers import is_body
from briefgen.model import Document, Speaker
from briefgen.propose.proposal import Recurring, Tally, ordered, spelt

ORGANS = frozenset({"capital", "eu-body", "legislature", "state-organ"})
"""Types of entries that speak for a state or body; an armed movement in a state does not."""


def actors(documents: Sequence[Document], least: int) -> tuple[Recurring, ...]:
    """The listed states and organisations; papers and agencies are left out, a capital or an organ counts for
    whom it acts for."""
    tallies = {"state": Tally(), "organisation": Tally()}
    for document in documents:
        for name in document.names:
            entry = _entry(name.key)
            if entry and entry.kind in tallies and entry.type != "media":
                tallies[entry.kind].add(entry.key, document.source.id, entry.canonical)
    return ordered(met for kind, tally in tallies.items() for met in tally.met(least, kind).values())


def _entry(key: str) -> gazetteer.Entry | None:
    """What a listed key stands for; of a capital or an organ the state or body that it acts for."""
    forms = gazetteer.aliases(key)
    entry = gazetteer.forms()[forms[0]] if forms else None
    if entry and entry.acts_for and entry.type in ORGANS:
        return _entry(entry.acts_for)
    return entry


def speakers(documents: Sequence[Document], least: int) -> tuple[Recurring, ...]:
    """The persons who are quoted, by their fullest name; a surname alone is that of its only bearer."""
    said = spelt((one.key, d.source.id) for d in documents for one in _persons(d) if one.key)
    bearers: dict[str, set[str]] = {}
    for key, _ in said:
        if " " in key:
            bearers.setdefault(key.split()[-1].casefold(), set()).add(key)
    tally = Tally()
    for key, source in said:
        known = bearers.get(key.casefold(), set())
        full = min(known) if len(known) == 1 else key
        full = cased(full) if is_shouted(full, person=True) else full
        tally.add(full, source, full)
    return ordered(tally.met(least, said=1).values())


def _persons(document: Document) -> Iterator[Speaker]:
    for quote in document.quotes:
        speaking = quote.together or ((quote.speaker,) if quote.speaker else ())
        named = (one for one in speaking if one.kind == "person")
        yield from (one for one in named if not is_body(document.text(one.name)))
