"""Title, date, marking, header block and the fixed lines of a memo: as the call and the house have them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.paper.memo import House, Memo, Text
from briefgen.timex import english
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds


def frame_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """What frames the memo is what the call asked for and the house prints."""
    style = grounds.style
    pairs = {
        "title": (memo.title, style.phrase("title", title=grounds.title)),
        "date": (memo.as_of, grounds.as_of),
        "marking": (memo.marking, style.marking),
        "line over the title": (memo.kind, style.kind),
        "language": (memo.language, style.language),
        "legend": (_words(memo.legend), style.phrase("legend")),
    }
    for what, (said, is_so) in pairs.items():
        if said != is_so:
            yield _wrong(f"the {what} is {short(str(said))}, not {short(str(is_so))}")
    titles = {one.id: one.title for one in style.sections}
    for section in memo.sections:
        if titles.get(section.id) != section.title:
            yield _wrong(f"the section {section.id} is called {short(section.title)}")


def actor_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """The principal actor is one that a document names, unless the call or the topic file names it, and the
    header names no other."""
    if memo.actor is None or memo.actor_known is None:
        if memo.actor != memo.actor_known:
            yield _wrong("how the principal actor is known is not said, or of whom")
        return
    for line in memo.header:
        if line.id == "actor" and memo.actor not in _words(line.value):
            yield _wrong(f"the principal actor is {short(memo.actor)}, not {short(_words(line.value))}")
    if memo.actor_known in ("named", "acts") and not _named(memo.actor, grounds):
        yield _wrong(f"no document names {short(memo.actor)}")


def header_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A line of the header block that the officer fills says what the command or the house gives for it."""
    given, house = dict(grounds.filled), {line.id: line.value for line in grounds.style.header}
    labels = {line.id: line.label for line in grounds.style.header}
    for line in memo.header:
        if labels.get(line.id) != line.label:
            yield _wrong(f"a line is called {short(line.label)}")
        if line.id == "date":
            wanted = english(grounds.as_of) if grounds.as_of else ""
        elif line.fillable:
            wanted = given.get(line.id, house.get(line.id, ""))
        else:
            continue
        if _words(line.value) != wanted:
            yield _wrong(f"{line.label}: {short(_words(line.value))} stands there, not {short(wanted)}")


def _named(actor: str, grounds: Grounds) -> bool:
    return any(name.canonical == actor for document in grounds.corpus.documents for name in document.names)


def _words(text: Text) -> str:
    return "".join(run.text for run in text if isinstance(run, House))


def _wrong(what: str) -> Problem:
    return Problem("header block", "listing-wrong", what)


CHECKS = (frame_right, header_right, actor_right)
