"""One record of a news-API dump to one draft; what is odd about many records is told in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefgen.errors import Problem
from briefgen.read.characters import without_entities
from briefgen.read.draft import Draft, Reading, UnreadableError, extracted
from briefgen.read.fields import fields_of, known_names, stated_of
from briefgen.read.html import numbered
from briefgen.read.markup import holds_markup, markup_text

_CUT = re.compile(r"\[\+\d{1,9} chars\]\s*\Z")
"""How NewsAPI marks that it hands out the first 200 characters only."""
_LISTED = 5
_RECORDS = 50_000
"""Records in one file; each source takes some kilobytes through the whole run."""

Record = tuple[int, Mapping[str, object]]
"""Number under which a person finds it, and its fields."""


def read_records(records: Iterable[Record], name: str) -> Reading:
    """A draft for each record that has text; raises `UnreadableError` when none has."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    empty, cut, teasers, titles = [], [], [], 0
    for count, (number, record) in enumerate(records):
        if count == _RECORDS:
            raise UnreadableError("file-too-large", f"The file has more than {_RECORDS} records; split it.")
        fields = fields_of(record)
        text = fields.get("text") or fields.get("teaser")
        if not text:
            titles += "title" in fields
            empty.append(number)
            continue
        if "text" not in fields:
            teasers.append(number)
        if _CUT.search(text):
            cut.append(number)
        try:
            made, told = extracted(_draft(number, fields, text), name)
        except UnreadableError as error:
            problems.append(Problem(f"{name}#{number}", error.slug, error.message))
            continue
        drafts += made
        problems += told
    if not drafts and not problems:
        raise UnreadableError("records-unknown", _unknown(titles))
    problems += _told(name, "record-empty", "no text", empty)
    problems += _told(name, "record-teaser-only", "only a teaser, which was read", teasers)
    problems += _told(name, "record-cut", "a text that the news service cut off", cut)
    return tuple(drafts), tuple(problems)


def _unknown(titles: int) -> str:
    found = f"{titles} records have a title and no text" if titles else "No article was found"
    return f"{found}; text fields are {known_names('text')} and others."


def _draft(number: int, fields: Mapping[str, str], text: str) -> Draft:
    """Title, blank line, body: the fields' own words in the order in which an article prints them."""
    body = markup_text(text) if holds_markup(text) else without_entities(text)
    title = without_entities(" ".join(fields.get("title", "").split()))
    first = body.lstrip().partition("\n")[0].strip()
    head = f"{title}\n\n" if title and first != title else ""
    places = ((0, "title"),) if head else ()
    return Draft(
        head + body,
        suffix=f"#{number}",
        stated=stated_of(fields),
        places=places + numbered(body, len(head)),
        clean=True,
    )


def _told(name: str, slug: str, what: str, numbers: list[int]) -> Iterable[Problem]:
    if not numbers:
        return ()
    one = f"1 record has {what}" if len(numbers) == 1 else f"{len(numbers)} records have {what}"
    return (Problem(name, slug, f"{one}: {listed_numbers(numbers)}."),)


def listed_numbers(numbers: list[int]) -> str:
    """The first numbers of records, and how many more there are: "#2, #5 and 3 more"."""
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return ", ".join(f"#{number}" for number in numbers[:_LISTED]) + more
