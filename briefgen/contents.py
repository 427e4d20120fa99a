"""The lines of `briefgen topics`: what a folder holds for the topic files, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.errors import BriefgenError
from briefgen.model import Selection
from briefgen.paper.printed import folded
from briefgen.propose import Proposal, Recurring
from briefgen.topic import Topic

SHOWN = 12
"""Lines of each part; the first ones are the most telling."""


def holding_lines(rows: Sequence[tuple[Topic, Selection | BriefgenError]]) -> Iterator[str]:
    """One line for each topic file: its name, the sentences and documents that bear on it."""
    wide = max((len(topic.slug) for topic, _ in rows), default=0)
    for topic, selection in rows:
        yield f"{topic.slug:{wide}}  {held(selection):30}  {topic.title}"


def held(found: Selection | BriefgenError) -> str:
    """What a folder holds for a topic: " 3 sentences in 2 documents"."""
    if isinstance(found, BriefgenError):
        return "      failed"
    sentences = counted(len(found.evidence), "sentence")
    return f"{sentences:>13} in {counted(len(found.used), 'document')}" if found.evidence else "      nothing"


def proposal_lines(found: Proposal) -> Iterator[str]:
    """Actors, matters and occasions with their counts and documents, and which document is which."""
    parts = (
        ("States and organisations", found.actors, "mention"),
        ("Persons who speak", found.speakers, "statement"),
        ("Matters: names and pairs of rare words that recur", found.matters, "mention"),
        ("Rare words that recur", found.words, "mention"),
        ("Occasions", found.occasions, "statement"),
    )
    for title, rows, noun in parts:
        if rows:
            yield title
            yield from (f"  {line(one, noun)}" for one in rows[:SHOWN])
    yield "Documents"
    yield from (f"  {source} {folded(file)}" for source, file in found.documents)


def line(one: Recurring, noun: str) -> str:
    """ "grain corridor (GC): 12 mentions in 3 documents (S1, S4, S7)"."""
    also = f" ({', '.join(one.also)})" if one.also else ""
    where = f"{counted(len(one.sources), 'document')} ({', '.join(one.sources)})"
    return f"{folded(one.name)}{also}: {counted(one.count, noun)} in {where}"


def counted(number: int, noun: str) -> str:
    """ "1 sentence", "3 sentences"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
