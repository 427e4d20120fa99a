"""Temporal expressions: {"id", "text", "dct"} to {"id", "timexes": [...], "document_date"?}.

Every text goes the whole way of the command. A document date that comes with it is given as a user gives
it, in a sidecar file; without one (the five articles) the date found is answered too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.documents import whole
from briefgen.model import DateMention, Document

Request = dict[str, Any]


def run(requests: Iterable[Request]) -> Iterator[Request]:
    for request in requests:
        document = whole("S1", request["id"], request["text"], (request["dct"] or "")[:10])
        found = {} if request["dct"] else {"document_date": document.meta.published.value}
        yield answer(request, document) | found


def answer(request: Request, document: Document) -> Request:
    return {"id": request["id"], "timexes": [timex(document, one) for one in document.dates]}


def timex(document: Document, one: DateMention) -> Request:
    # Where the cues conflict the measure wants one value: the likelier reading. It knows no intervals
    # either: the first end stands for the range.
    value = one.alternatives[0] if one.alternatives else one.value
    return {
        "start": one.span.start,
        "end": one.span.end,
        "text": document.text(one.span),
        "value": value.partition("/")[0],
        "type": one.type,
    }
