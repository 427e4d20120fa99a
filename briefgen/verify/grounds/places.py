"""Places, worked out anew: line and offsets of each passage, and its words in the file on disk."""

from __future__ import annotations

import hashlib
import html
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.model import Source, Span
from briefgen.paper.memo import CitedPlace, Memo
from briefgen.paper.printed import folded
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds, rows

_LINE_END = re.compile(r"\r\n|\n|\r")
_PLAIN = (".txt", ".md", ".markdown")
"""Files whose text is the file itself, so that a passage can be looked up in it."""


def places_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every place says where its passage stands: name, number of the line, offsets in the file."""
    known = grounds.corpus.by_id
    lines: dict[str, list[int]] = {}
    for place in (*memo.places, *_others(memo)):
        document = known.get(place.span.source)
        if document is None:
            continue
        if place.span.source not in lines:
            lines[place.span.source] = _line_ends(document.source.text)
        ends = lines[place.span.source]
        if wrong := _wrong(place, document.source, 1 + bisect_right(ends, place.span.start)):
            yield Problem(document.source.file, "place-wrong", wrong)
    cited = {cite for item in rows(memo) for cite in item.cites}
    for span in cited - {place.span for place in memo.places}:
        yield Problem(span.source, "place-wrong", f"a passage has no place: {span}")
    for span in {place.span for place in memo.places} - cited:
        yield Problem(span.source, "place-wrong", f"a place is given that no line cites: {span}")


def _others(memo: Memo) -> Iterator[CitedPlace]:
    """The places where other sources tell what a row tells."""
    for item in rows(memo):
        yield from item.also


def _line_ends(text: str) -> list[int]:
    """Offsets behind the ends of lines."""
    return [found.end() for found in _LINE_END.finditer(text)]


def _wrong(place: CitedPlace, source: Source, line: int) -> str:
    """What is wrong with a place whose passage begins on a line; "" when nothing is."""
    if place.line != line:
        return f"the passage stands on line {line}, not {place.line}"
    where = _label(source, place.span.start) or f"line {line}"
    if place.text != where:
        return f"the passage stands on {where}, not {place.text}"
    at = bisect_right(source.shifts, (place.span.start, sys.maxsize)) - 1
    start = place.span.start + (source.shifts[at][1] if at >= 0 else 0)
    if place.start != start or place.end - place.start < place.span.end - place.span.start:
        return f"the passage begins at {start} of the file, not at {place.start}"
    return ""


def _label(source: Source, offset: int) -> str:
    """The page or paragraph that holds an offset; "" where lines are counted."""
    if not source.places:
        return ""
    return source.places[max(bisect_right(source.places, offset, key=lambda one: one[0]) - 1, 0)][1]


def files_unchanged(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every file that a line rests on is the one that was read, and its words stand where the place says."""
    if grounds.seeds is None:
        return
    cited = {cite.source for item in rows(memo) for cite in item.cites}
    cited |= {place.span.source for place in _others(memo)}
    for entry in memo.sources:
        document = grounds.corpus.by_id.get(entry.source)
        if document is None or (entry.source not in cited and not entry.used):
            continue
        yield from _on_disk(document.source, memo, grounds)


def _on_disk(source: Source, memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    path = grounds.path(source)
    if path is None:
        # A name with bytes that no text can hold can not be told; every other file must still be there.
        if "\ufffd" not in source.file:
            yield Problem(source.file, "source-changed", "the file is not there any more")
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Problem(source.file, "source-changed", f"the file can not be opened any more: {error.strerror}")
        return
    if hashlib.sha256(data).hexdigest() != source.sha256:
        yield Problem(source.file, "source-changed", "the file is not the one that was read")
        return
    text = _decoded(data, source)
    for place in (*memo.places, *_others(memo)) if text is not None else ():
        if text is not None and place.span.source == source.id and not _stands(text, place, source):
            words = short(folded(_words(source, place.span)))
            yield Problem(source.file, "place-wrong", f"the file does not have at {place.start}: {words}")


def _decoded(data: bytes, source: Source) -> str | None:
    """The text of a file that holds nothing else; None where a reader made the text from it."""
    if not source.file.lower().endswith(_PLAIN):
        return None
    try:
        text = data.decode(source.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    shift = source.shifts[-1][1] if source.shifts else 0
    return text if len(text) - shift == len(source.text) else None


def _stands(text: str, place: CitedPlace, source: Source) -> bool:
    """Whether the file has the words of a passage at its place."""
    there = text[place.start : place.end]
    words = _words(source, place.span)
    return there == words or (bool(source.shifts) and html.unescape(there) == words)


def _words(source: Source, span: Span) -> str:
    return source.text[span.start : span.end]


CHECKS = (places_right, files_unchanged)
