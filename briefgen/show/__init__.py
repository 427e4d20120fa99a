"""What was found in a document, for `briefgen show`: as lines for a terminal, or as data.

    wish        what to show: layers, a line, words, the features
    view        one document with the decisions that were made on it
    row         one finding: a line to read and the same as data
    head        what is known of the document, and its blocks
    speech      quotations, statements, speakers, pronouns, occasions
    facts       words, names, dates, relations, issues
    selecting   the rows of the sentences and blocks that were asked for
    printing    rows to lines, wrapped to a width

A new layer is a function from a `View` to rows, and a line in `selecting.SHOWN`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from briefgen.errors import Problem, UsageError
from briefgen.model import Document
from briefgen.show.printing import lines
from briefgen.show.selecting import Findings, findings
from briefgen.show.view import View
from briefgen.show.wish import Wish

__all__ = ["Wish", "as_json", "chosen", "shown"]

Inspected = tuple[Document, tuple[Problem, ...]]
"""A document and the problems met on it."""


def chosen(inspected: Sequence[Inspected], number: int | None) -> Sequence[Inspected]:
    """The documents to show: all, or the one with a number, counted from 1.

    Raises UsageError `document-unknown`.
    """
    if number is None:
        return inspected
    if not 1 <= number <= len(inspected):
        there = "1 document" if len(inspected) == 1 else f"{len(inspected)} documents"
        raise UsageError(
            "document-unknown",
            f"There is no document {number}: {there} could be read.",
            f"Name one from 1 to {len(inspected)} with --document, or leave it out.",
        )
    return inspected[number - 1 : number]


def shown(inspected: Sequence[Inspected], wish: Wish, width: int) -> Iterator[str]:
    """The lines on each document, one below the other; `width` 0: nothing is wrapped."""
    for index, (document, problems) in enumerate(inspected):
        if index:
            yield ""
        yield from lines(findings(View.of(document), problems, wish), wish, width)


def as_json(inspected: Sequence[Inspected], wish: Wish) -> str:
    """The same as JSON, with all candidates and features."""
    found = [_data(findings(View.of(document), problems, wish)) for document, problems in inspected]
    return json.dumps({"documents": found}, ensure_ascii=False, indent=2)


def _data(found: Findings) -> dict[str, object]:
    return {
        "file": found.file,
        "id": found.id,
        "head": [row.as_data() for row in found.head],
        "blocks": [row.as_data() for row in found.blocks],
        "sentences": [
            {"number": number, **own.data, "found": [row.as_data() for row in rows if row.data]}
            for number, own, rows in found.sentences
        ],
    }
