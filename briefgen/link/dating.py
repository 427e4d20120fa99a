"""A day without a year in a derived document gets its year from the document's origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.model import DateMention, Document, DocumentDate, Kinship

_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")


def dated(document: Document, original: Document) -> Document:
    """The document with the mentions inferred whose month and day are those of its origin's date.

    Only a document without a date of its own is touched, and only when the origin's date is stated
    in its text; the words that state it become the anchor.
    """
    origin = original.meta.published
    if document.meta.published.value is not None or origin.day is None or origin.evidence is None:
        return document
    mentions = tuple(_inferred(mention, origin, origin.day) for mention in document.dates)
    return document if mentions == document.dates else replace(document, dates=mentions)


def _inferred(mention: DateMention, origin: DocumentDate, day: date) -> DateMention:
    found = _NO_YEAR.fullmatch(mention.value)
    if not found or (int(found.group(1)), int(found.group(2))) != (day.month, day.day):
        return mention
    return replace(
        mention,
        value=day.isoformat(),
        granularity="day",
        earliest=day,
        latest=day,
        status="inferred",
        anchor=origin.evidence,
        alternatives=(),
    )


def date_all(documents: Sequence[Document], kinships: Sequence[Kinship]) -> tuple[Document, ...]:
    """All documents, those that derive from a dated one with their inferred dates."""
    by_id = {document.source.id: document for document in documents}
    origins = {one.source: by_id[one.origin] for one in kinships if one.origin != one.source}
    return tuple(dated(one, origins.get(one.source.id, one)) for one in documents)
