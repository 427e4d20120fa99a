"""Builds small documents and memos in memory, through the program's own stages.

A document is text: its first line is the headline, each further line a paragraph. A folder of them,
as the cases of compose write it:

    topic: fisheries
    actor: NO                       (optional; a key of the gazetteer)
    as of: 2025-04-01               (optional)

    # Headline of the first document
    published: 2025-03-03           (optional, as are all lines with a name of META_KEYS)
    publisher: Example Wire

    A paragraph.
    Another paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from briefgen import topic
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.link import link
from briefgen.model import META_KEYS, Corpus, Document, Source
from briefgen.paper import house
from briefgen.paper.layout import page
from briefgen.paper.memo import Item, Memo, Reference, Run, Section, Text
from briefgen.preparing import prepare
from briefgen.select import select

HEADLINE = "Ministers meet in the harbour town"
FIELD = re.compile(rf"({'|'.join(META_KEYS)}): *(.*)")


def document(text: str, number: int = 1, stated: Mapping[str, str] | None = None) -> Document:
    """One document with all its layers, as the program prepares it; every line is part of the article."""
    source = Source(f"S{number}", f"{number}.txt", "0" * 64, text, stated=stated or {}, clean=True)
    return prepare(source)[0]


def article(text: str, **stated: str) -> Document:
    """A document whose paragraphs are `text`, below a headline that says nothing."""
    return document(f"{HEADLINE}\n\n{text}", stated=stated)


def corpus(*texts: str) -> Corpus:
    """A linked folder; each text may begin with lines that state something ("published: 2025-03-03")."""
    return link(tuple(stating(text, number) for number, text in enumerate(texts, 1)))


def stating(text: str, number: int) -> Document:
    """A document whose lines `name: value` behind the headline are what its file states of it."""
    headline, *lines = text.strip("\n").split("\n")
    stated = {}
    while lines and (found := FIELD.fullmatch(lines[0])):
        stated[found[1]] = found[2].strip()
        del lines[0]
    return document("\n".join((headline, *lines)), number, stated)


def brief(about: str, folder: Corpus, actor: str | None = None, as_of: date | None = None) -> Brief:
    """What every composer is given, on free words or a shipped topic."""
    one = topic.find(about, [house.topics_folder()])
    one = topic.with_actor(one, actor) if actor else one
    return Brief(one, folder, select(one, folder), style(), as_of)


@cache
def style() -> house.HouseStyle:
    return house.load(None, SECTIONS)


def brief_of(case: str, limit: int | None = None) -> Brief:
    """The brief that a case's text describes; `limit`: rows that each section of the body may have."""
    head, *texts = re.split(r"^# ", case, flags=re.M)
    said = dict(re.findall(r"^([a-z ]+): *(.*?) *$", head, flags=re.M))
    as_of = date.fromisoformat(said["as of"]) if "as of" in said else None
    given = brief(said.get("topic", "fisheries"), corpus(*texts), said.get("actor"), as_of)
    if limit is None:
        return given
    sections = tuple(one if one.annex else one._replace(limit=limit) for one in given.style.sections)
    return replace(given, style=replace(given.style, sections=sections))


def printed_rows(given: Brief, name: str) -> list[str]:
    """The rows of a table as a page prints them, bands among them."""
    part = next(one for one in page(compose(given), given.corpus.text, given.style).parts if one.id == name)
    rows = part.table.rows if part.table else ()
    return ["== " * row.band + " | ".join(cell.text for cell in row.cells) for row in rows]


def section(given: Brief, name: str) -> str:
    """One section as readable lines; what the house says of it when it is empty."""
    memo = compose(given)
    found = next((one for one in memo.sections if one.id == name), None)
    return lines(given, memo, found) if found else f"({given.shape(name).gap})"


def lines(given: Brief, memo: Memo, one: Section) -> str:
    """The note of a section, its items, each band above the rows it is for, and its last line.

    Sources have the numbers of reading, S1 being the first of the case, whatever they have in the memo.
    """
    told = [words(given, one.note)] if one.note else []
    over: Text = ()
    for item in one.items:
        if item.band and item.band != over:
            told.append(f"== {words(given, item.band)}")
        over = item.band
        told.append(line(given, memo, one, item))
    return "\n".join([*told, *([f"> {words(given, one.more, memo)}"] if one.more else [])])


def line(given: Brief, memo: Memo, one: Section, item: Item) -> str:
    """One item with all it prints, what stands behind it, and where it is told or noted."""
    cells = (
        cells_of(given, item) if one.layout == "table" else [item.label, words(given, item.lead + item.text)]
    )
    if one.id == "sources" and item.label in memo.numbered:
        entry = memo.numbered[item.label]
        cells = [entry.source, *cells[1:], *(words(given, caveat) for caveat in entry.caveats)]
        cells.append("used" if entry.used else "not used")
    shown = " | ".join(cell for cell in cells if cell) + where(memo, item)
    for position in item.positions:
        shown += f" · {words(given, position.lead + position.text)}{where(memo, position)}"
    return shown + (f" · {words(given, item.closing)}" if item.closing else "")


def where(memo: Memo, item: Item) -> str:
    """The rows that an item refers to, and the sources of its notes: " (K1) [S1, S2]"."""
    ids = dict.fromkeys(span.source for span in memo.unheld(item))
    refs = f" ({', '.join(item.refs)})" if item.refs else ""
    return refs + (f" [{', '.join(ids)}]" if ids else "")


def cells_of(given: Brief, item: Item) -> list[str]:
    """What an item prints, in one order for all sections; empty cells are left out by the caller."""
    who = ", ".join(filter(None, (words(given, item.speaker), words(given, item.role))))
    also = f" (also: {', '.join(item.aliases)})" if item.aliases else ""
    at = ", ".join(filter(None, (words(given, item.place), words(given, item.occasion))))
    raised = words(given, item.raised_by)
    return [
        item.label,
        item.name + also,
        who,
        words(given, item.when.text) if item.when else "",
        at,
        words(given, item.relation),
        words(given, item.text),
        *(words(given, version) for version in item.versions),
        f"by {raised}" if raised else "",
    ]


def runs(item: Item) -> Iterator[Run]:
    """All words an item prints, in the order of its fields."""
    when = item.when.text if item.when else ()
    fields = (item.text, item.speaker, item.role, when, item.place, item.occasion)
    for text in (*fields, item.relation, item.raised_by, *item.versions):
        yield from text


def words(given: Brief, text: Text, memo: Memo | None = None) -> str:
    """The words of a text; of a memo the letters of annexes, while sources keep the numbers of reading."""
    letters = memo.annexes if memo else {}
    lettered = (Reference(letters.get(r.target, r.target)) if isinstance(r, Reference) else r for r in text)
    return given.words_of(tuple(lettered))
