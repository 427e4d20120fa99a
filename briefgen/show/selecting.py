"""The findings that were asked for, in the order of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.printed import folded
from briefgen.show import facts, head, speech
from briefgen.show.row import Row
from briefgen.show.view import ShownDocument
from briefgen.show.wish import Wish

SHOWN: Mapping[str, tuple[Callable[[ShownDocument], Iterator[Row]], ...]] = MappingProxyType(
    {
        "words": (facts.words,),
        "names": (facts.names,),
        "dates": (facts.dates,),
        "quotations": (speech.quotations,),
        "turns": (speech.turns,),
        "statements": (speech.statements,),
        "speakers": (speech.speakers, speech.pronouns),
        "occasions": (speech.occasions,),
        "relations": (facts.relations,),
        "issues": (facts.issues,),
    }
)
"""What each layer shows under a sentence, in this order; of one statement the rows stand together."""
Found = Mapping[int | None, Sequence[Row]]
"""Rows by the number of their sentence; None: outside sentences."""

SAID = ("statements", "speakers", "occasions")
"""Layers whose rows of one statement stand together."""
_NUMBER = re.compile(r"\d+")


class Findings(NamedTuple):
    """What is shown of one document."""

    file: str
    id: str
    head: tuple[Row, ...]
    blocks: tuple[tuple[Row, tuple[Row, ...]], ...]
    """Each block, and what was found in it outside sentences: the names of a caption."""
    sentences: tuple[tuple[int, Row, tuple[Row, ...]], ...]
    """Number, the sentence itself, what was found in it."""


def findings(view: ShownDocument, problems: tuple[Problem, ...], wish: Wish) -> Findings:
    """What a user wants to see of a document."""
    source, found = view.document.source, _by_sentence(view, wish)
    return Findings(
        source.file,
        source.id,
        tuple(head.head(view, problems)) if wish.whole else (),
        tuple(_blocks(view, wish, found.get(None, ()))),
        tuple(_sentences(view, wish, found)),
    )


def _blocks(view: ShownDocument, wish: Wish, outside: Sequence[Row]) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """The blocks that are wanted; where blocks are not, those with a finding outside sentences."""
    for own in head.blocks(view):
        rows = tuple(row for row in outside if row.at and own.at and own.at.contains(row.at))
        if (rows or wish.layer("blocks")) and own.at and _wanted(view, own.at, wish):
            yield own, rows


def _sentences(view: ShownDocument, wish: Wish, found: Found) -> Iterator[tuple[int, Row, tuple[Row, ...]]]:
    """The sentences that are wanted, each with its rows; without a finding only where sentences are."""
    for span, number in view.numbers.items():
        rows = tuple(found.get(number, ()))
        if (rows or wish.layer("sentences")) and _wanted(view, span, wish):
            own = Row("sentences", "sentence", f"{view.place(span)}: {view.full(span)}", view.data(span))
            yield number, own, rows


def _by_sentence(view: ShownDocument, wish: Wish) -> Found:
    """The rows of all wanted layers by the number of the sentence they start in."""
    found: defaultdict[int | None, list[Row]] = defaultdict(list)
    for layer, functions in SHOWN.items():
        for row in (row for function in functions if _drawn(layer, wish) for row in function(view)):
            found[view.number(row.at) if row.at else None].append(row)
    return {number: _together(rows) for number, rows in found.items()}


def _drawn(layer: str, wish: Wish) -> bool:
    """Whether a layer is shown; statements are, too, where only what belongs to them is asked for."""
    return wish.layer(layer) or (layer == "statements" and any(wish.layer(other) for other in SAID))


def _together(rows: list[Row]) -> list[Row]:
    """The rows of a sentence, with those of one statement below it."""
    order: dict[Span | None, int] = {}
    for row in rows:
        if row.tag == "statement":
            order.setdefault(row.at, len(order))
    said = [row for row in rows if _belongs(row)]
    said.sort(key=lambda row: order.get(row.at, len(order)))
    first = next((index for index, row in enumerate(rows) if _belongs(row)), len(rows))
    rest = [row for row in rows[first:] if not _belongs(row)]
    return [*rows[:first], *said, *rest]


def _belongs(row: Row) -> bool:
    """Whether a row is part of a statement."""
    return row.layer in SAID and not row.alone


def _wanted(view: ShownDocument, span: Span, wish: Wish) -> bool:
    """Whether a stretch stands on the line and holds the words that are asked for."""
    if wish.line is not None and wish.line not in _lines(view, span):
        return False
    return folded(wish.words).casefold() in view.full(span).casefold()


def _lines(view: ShownDocument, span: Span) -> range:
    """The lines of a stretch; where its file has pages or paragraphs, the numbers of these."""
    source = view.document.source
    if not source.places:
        return range(source.line(span.start), source.line(span.end - 1) + 1)
    first, last = (_NUMBER.findall(source.place(at)) for at in (span.start, span.end - 1))
    return range(int(first[-1]), int(last[-1]) + 1) if first and last else range(0)
