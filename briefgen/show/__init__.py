"""What was found in a document, for `briefgen show`: as lines for a terminal, or as data.

    wish        what to show: layers, a line, words, the features
    view        one document with the decisions that were made on it
    row         one finding: a line to read and the same as data
    head        what is known of the document, and its blocks
    speech      quotations, statements, speakers, pronouns, occasions
    facts       words, names, dates, relations, issues
    selecting   the rows of the sentences and blocks that were asked for
    printing    rows to lines, wrapped to a width

A new layer is a function from a `ShownDocument` to rows, and a line in `selecting.SHOWN`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import BriefgenError, Problem, UsageError
from briefgen.model import Document
from briefgen.show.printing import lines
from briefgen.show.row import Row
from briefgen.show.selecting import Findings, findings
from briefgen.show.view import ShownDocument
from briefgen.show.wish import Wish

__all__ = ["Wish", "as_json", "chosen", "known_file", "missed", "searched", "shown"]

Inspected = tuple[Document, tuple[Problem, ...]]
"""A document and the problems met on it."""


def known_file(file: Path) -> Path:
    """A file that exists. Raises BriefgenError `file-missing`."""
    if not file.exists():
        hint = "Name a document, for instance: briefgen show seeds/article.txt"
        raise BriefgenError("file-missing", f"The file {file} does not exist.", hint)
    return file


def chosen(inspected: Sequence[Inspected], number: int | None) -> Sequence[Inspected]:
    """The documents to show: all, or the one with a number, counted from 1.

    Raises UsageError `document-unknown`.
    """
    if number is None:
        return inspected
    if not 1 <= number <= len(inspected):
        many = len(inspected) > 1
        there = f"{len(inspected)} documents were" if many else "1 document was"
        remedy = f"Name one from 1 to {len(inspected)}" if many else "Leave --document out"
        raise UsageError("document-unknown", f"There is no document {number}: {there} read.", f"{remedy}.")
    return inspected[number - 1 : number]


def searched(inspected: Sequence[Inspected], wish: Wish) -> tuple[Findings, ...]:
    """What a user wants to see of each document."""
    return tuple(findings(ShownDocument.of(document), problems, wish) for document, problems in inspected)


def missed(found: Sequence[Findings], wish: Wish) -> Iterator[Problem]:
    """A word on each document that holds nothing of what was asked for."""
    for one in found:
        if not wish.whole and not one.blocks and not one.sentences:
            yield Problem(one.file, "nothing-shown", "It holds nothing of what was asked for.")


def shown(found: Sequence[Findings], wish: Wish, width: int) -> Iterator[str]:
    """The lines on each document, one below the other; `width` 0: nothing is wrapped."""
    for index, one in enumerate(found):
        if index:
            yield ""
        yield from lines(one, wish, width)


def as_json(found: Sequence[Findings]) -> str:
    """The same as JSON, with all candidates and features."""
    return json.dumps({"documents": [_data(one) for one in found]}, ensure_ascii=False, indent=2)


def _data(found: Findings) -> dict[str, object]:
    return {
        "file": found.file,
        "id": found.id,
        "head": [row.as_data() for row in found.head],
        "blocks": [{**own.data, "found": _rows(rows)} for own, rows in found.blocks],
        "sentences": [
            {"number": number, **own.data, "found": _rows(rows)} for number, own, rows in found.sentences
        ],
    }


def _rows(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The findings; rows that only tell more of the one above have no data."""
    return [row.as_data() for row in rows if row.data]
