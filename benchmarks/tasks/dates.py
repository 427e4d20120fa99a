"""Temporal expressions: {"id", "text", "dct"} to {"id", "timexes": [...], "document_date"?}.

With a document date the text is taken as it is. Without one (the five articles) it goes the way of the
command: cleaned, described, annotated, and the document date found is answered too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from briefgen.annotate.dates import annotate
from briefgen.model import Document, Source
from briefgen.timex import Timex, Written, find, resolve, tokens

Request = dict[str, Any]


def run(requests: Iterable[Request]) -> Iterator[Request]:
    for request in requests:
        if request["dct"]:
            found = tokens(request["text"])
            written = Written(date.fromisoformat(request["dct"][:10]))
            timexes = [_answer(one, request["text"]) for one in resolve(find(found), found, written)]
            yield {"id": request["id"], "timexes": timexes}
        else:
            yield _whole_way(request)


def _answer(one: Timex, text: str) -> Request:
    # Where the cues conflict the measure wants one value: the likelier reading.
    value = one.alternatives[0] if one.alternatives else one.value
    return {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "value": value,
        "type": one.type,
    }


def _whole_way(request: Request) -> Request:
    from briefgen.clean import clean
    from briefgen.describe import describe

    text = request["text"]
    source = Source(request["id"], request["id"], hashlib.sha256(text.encode()).hexdigest(), text)
    blocks, _ = clean(source)
    meta, _ = describe(source, blocks)
    document, _ = annotate(Document(source, blocks, meta))
    timexes = [
        {
            "start": one.span.start,
            "end": one.span.end,
            "text": text[one.span.start : one.span.end],
            # The measure knows no intervals: the first end stands for the range.
            "value": (one.alternatives[0] if one.alternatives else one.value).partition("/")[0],
            "type": one.type,
        }
        for one in document.dates
    ]
    return {"id": request["id"], "timexes": timexes, "document_date": document.meta.published.value}
