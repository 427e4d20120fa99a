"""What is known of a document as a whole, and its blocks with the rule that labelled each."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.model import Block, Fact, Flag
from briefgen.paper.printed import folded
from briefgen.show.row import Row, listed
from briefgen.show.view import ShownDocument

WORDS = 80
"""Characters of a block that are shown."""


def head(view: ShownDocument, problems: tuple[Problem, ...]) -> Iterator[Row]:
    """Title, publisher, date, language, flags, problems."""
    meta = view.document.meta
    yield from _fact(view, "title", meta.title)
    yield from _fact(view, "publisher", meta.publisher)
    if meta.original_publisher:
        yield from _fact(view, "original", meta.original_publisher)
    if meta.author:
        yield from _fact(view, "author", meta.author)
    yield _date(view)
    yield _genre(view)
    yield Row("head", "language", meta.language, {"value": meta.language})
    yield from (_flag(view, flag) for flag in meta.flags)
    if not meta.flags:
        yield Row("head", "flags", "none", {"kind": None})
    for problem in problems:
        data = {"slug": problem.slug, "where": problem.where, "message": problem.message}
        where = problem.where.removeprefix(view.document.source.file).removeprefix(", ")
        text = f"{where}: {problem.message}" if where else problem.message
        yield Row("head", "problem", f"{text} [{problem.slug}]", data)


def _fact(view: ShownDocument, tag: str, fact: Fact | None) -> Iterator[Row]:
    if fact is None:
        yield Row("head", tag, "not known", {"value": None})
        return
    known = view.place(fact.span) if fact.span else "by the user" if fact.status == "user" else "by the file"
    data = {"value": fact.value, "status": fact.status, "evidence": view.maybe(fact.span)}
    yield Row("head", tag, f"{fact.value} ({known})", data)


def _genre(view: ShownDocument) -> Row:
    """What kind of text it is, with the sign it was told by."""
    genre = view.document.meta.genre
    sign = f"by {genre.rule}" if genre.rule != "no-sign" else ""
    evidence = f"{view.words(genre.evidence)} ({view.place(genre.evidence)})" if genre.evidence else ""
    data = {"value": genre.value, "rule": genre.rule, "evidence": view.maybe(genre.evidence)}
    return Row("head", "genre", listed(genre.value, sign, evidence), data)


def _date(view: ShownDocument) -> Row:
    """The date with its status, the rung of evidence, and the words it was read from."""
    date = view.document.meta.published
    evidence = f"{view.words(date.evidence)} ({view.place(date.evidence)})" if date.evidence else ""
    bounds = (
        f"between {date.earliest or 'any day'} and {date.latest or 'any day'}"
        if date.value is None and (date.earliest or date.latest)
        else ""
    )
    status = date.status if date.value else ""
    rung = f"rung {date.note}" if date.note else ""
    text = listed(date.value or "undated", status, rung, evidence, bounds, date.partial or "")
    data = {
        "value": date.value,
        "status": date.status,
        "rung": date.note,
        "evidence": view.maybe(date.evidence),
        "earliest": date.earliest and date.earliest.isoformat(),
        "latest": date.latest and date.latest.isoformat(),
        "partial": date.partial,
    }
    return Row("head", "date", text, data)


def _flag(view: ShownDocument, flag: Flag) -> Row:
    where = f"{view.words(flag.span)} ({view.place(flag.span)})" if flag.span else ""
    data = {"kind": flag.kind, "detail": flag.detail, "evidence": view.maybe(flag.span)}
    return Row("head", "flag", listed(flag.kind, flag.detail, where), data)


def blocks(view: ShownDocument) -> Iterator[Row]:
    """All blocks in order, dropped ones too."""
    return (_block(view, block) for block in view.document.blocks)


def _block(view: ShownDocument, block: Block) -> Row:
    words = folded(view.document.text(block.span))
    shown = words if len(words) <= WORDS else f"{words[:WORDS].rstrip()} …"
    label = "furniture (dropped)" if block.label == "furniture" else block.label
    data = {"label": block.label, "rule": block.rule, "words": view.data(block.span)}
    return Row(
        "blocks", "block", f"{view.place(block.span)}, {label}, rule {block.rule}: {shown}", data, block.span
    )
