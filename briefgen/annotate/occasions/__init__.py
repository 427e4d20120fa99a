"""Where, when and on what occasion a statement was made.

`own.py` reads what the sentence of a statement tells, `named.py` where a document names an occasion with its
day, `headed.py` the day over an item of a timeline, `carried.py` what was said before on the same occasion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.annotate.occasions.carried import carried
from briefgen.annotate.occasions.headed import by_item, by_meeting
from briefgen.annotate.occasions.own import placed, surroundings
from briefgen.errors import Problem
from briefgen.model import Document, Quote, Span

INTERVIEW = re.compile(r"\binterview\b", re.I)


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fill `dated`, `place` and `occasion` of each quote; reports nothing.

    Takes quotes with speakers, dates and names.
    """
    around = surroundings(document)
    own = by_item(document, [placed(around, quote) for quote in document.quotes])
    quotes = tuple(inherited(document, carried(document, own)))
    return replace(document, quotes=tuple(by_meeting(document, quotes))), ()


def inherited(document: Document, quotes: Iterable[Quote]) -> Iterator[Quote]:
    """What a speaker says elsewhere in an article on one interview was said in that interview."""
    quotes = tuple(quotes)
    interviews = interviews_by_speaker(document, quotes)
    for quote in quotes:
        known = interviews.get(quote.voice, set()) if quote.voice else set()
        yield replace(quote, occasion=next(iter(known))) if not quote.occasion and len(known) == 1 else quote


def interviews_by_speaker(document: Document, quotes: Iterable[Quote]) -> dict[frozenset[str], set[Span]]:
    """The interviews each speaker who has a name gives in a document."""
    found: dict[frozenset[str], set[Span]] = {}
    for quote in quotes:
        if quote.voice and quote.occasion and INTERVIEW.search(document.text(quote.occasion)):
            found.setdefault(quote.voice, set()).add(quote.occasion)
    return found
