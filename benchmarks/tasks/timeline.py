"""The days of an archive and what happened on them, as the chronology of a memo chooses both.

request  {"id": s, "topic_terms": [s, ...], "start": d, "end": d, "n_dates": n, "sents_per_date": k,
          "docs": [{"id": s, "published": d, "text": s}, ...]}; a text has one sentence a line
answer   {"id": s, "timeline": [{"date": d, "spans": [{"doc": s, "start": i, "end": j}, ...]}, ...]}

The dates are those that the command finds. The documents are on the topic as the request gives them; a
sentence that is shown has a term of it, where one has. Of a day tell the sentences that date something to
it, and those that open a report of that day or of the next one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from benchmarks.documents import LINE, source
from briefgen.annotate import ANNOTATORS
from briefgen.compose.brief import content_words
from briefgen.compose.days import DayMention, Stems, extract, foremost
from briefgen.compose.events import DAYS
from briefgen.describe import describe
from briefgen.model import Block, Document, Span

Request = Mapping[str, Any]
LAYERS = ("words", "quotations", "sentences", "dates")
HEAD = 5
"""Sentences that open a report."""
WORDS = range(5, 61)
"""Of a sentence: a shorter line of the data is a heading, a longer one a list."""


class Line(NamedTuple):
    """One sentence of the data."""

    doc: str
    span: Span
    words: str
    stems: Stems
    published: date
    opens: bool
    days: frozenset[date]
    """The days to which it dates something."""


def run(requests: Iterable[Request]) -> Iterator[dict[str, object]]:
    known: dict[str, tuple[Line, ...]] = {}  # one topic's documents come with each of its timelines
    for request in requests:
        for doc in request["docs"]:
            if doc["id"] not in known:
                known[doc["id"]] = tuple(lines(doc))
        found = [line for doc in request["docs"] for line in known[doc["id"]]]
        yield {"id": request["id"], "timeline": list(timeline(request, found))}


def lines(doc: Request) -> Iterator[Line]:
    read = document(doc)
    published = date.fromisoformat(doc["published"])
    for number, block in enumerate(read.blocks):
        mentions = (one for one in read.dates_at.inside(block.span) if one.type in ("DATE", "TIME"))
        days = (one.earliest for one in mentions if one.granularity in DAYS and one.earliest == one.latest)
        yield Line(
            doc["id"],
            block.span,
            read.text(block.span),
            content_words(read, block.span),
            published,
            number < HEAD,
            frozenset(day for day in days if day is not None),
        )


def document(doc: Request) -> Document:
    """Each line a paragraph of the body, with its dates."""
    one = source("S1", doc["id"], doc["text"], doc["published"])
    blocks = tuple(Block(Span(one.id, *m.span()), "body", "request") for m in LINE.finditer(one.text))
    read = replace(Document(one, blocks), meta=describe(one, blocks)[0])
    for layer in LAYERS:
        read, _ = ANNOTATORS[layer](read)
    return read


def timeline(request: Request, found: Sequence[Line]) -> Iterator[dict[str, object]]:
    first, last = date.fromisoformat(request["start"]), date.fromisoformat(request["end"])
    mentions = (DayMention(day, line.doc, line.published) for line in found for day in line.days)
    days = foremost((one for one in mentions if first <= one.day <= last), request["n_dates"])
    term = re.compile(rf"\b(?:{'|'.join(map(re.escape, request['topic_terms']))})", re.IGNORECASE)
    told = by_day(found)
    for day in sorted(days):
        of_day = told[day]
        on_topic = [at for at, line in enumerate(of_day) if term.search(line.words)] or range(len(of_day))
        chosen = extract([line.stems for line in of_day], on_topic, request["sents_per_date"])
        if chosen:
            yield {"date": day.isoformat(), "spans": [place(of_day[at]) for at in chosen]}


def by_day(found: Iterable[Line]) -> Mapping[date, list[Line]]:
    """What is told of each day; what dates something to it first."""
    dated, opening = defaultdict[date, list[Line]](list), defaultdict[date, list[Line]](list)
    for line in found:
        if len(line.words.split()) in WORDS:
            for day in line.days:
                dated[day].append(line)
            if line.opens:
                reported = {line.published, line.published - timedelta(days=1)}
                for day in reported - line.days:
                    opening[day].append(line)
    return defaultdict(list, {day: dated[day] + opening[day] for day in {*dated, *opening}})


def place(line: Line) -> dict[str, object]:
    return {"doc": line.doc, "start": line.span.start, "end": line.span.end}
