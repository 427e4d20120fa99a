"""The header block: what the officer fills in, the subject, and what the memo rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.compose.brief import Brief, as_text
from briefgen.compose.losses import incomplete, unlinked, unread_files
from briefgen.paper.house import HeaderStyle
from briefgen.paper.memo import HeaderField, Text
from briefgen.timex import english


def header(brief: Brief) -> tuple[HeaderField, ...]:
    """The lines of the header block in the house's order; a blank keeps its placeholder."""
    fields = []
    for line in brief.style.header:
        fill = FILL.get(line.id)
        fields.append(HeaderField(line.label, fill(brief, line) if fill else (), line.placeholder))
    return tuple(fields)


def when(brief: Brief, line: HeaderStyle) -> Text:
    """The date of the memo, when it was given; the clock is never asked."""
    del line
    return as_text(english(brief.as_of.isoformat())) if brief.as_of else ()


def subject(brief: Brief, line: HeaderStyle) -> Text:
    """The topic's title."""
    del line
    return as_text(brief.topic.title)


def actor(brief: Brief, line: HeaderStyle) -> Text:
    """The principal actor and how it is known; blank where none is clear."""
    del line
    one = brief.principal
    return brief.say(f"actor-{one.known}", {"actor": one.canonical}) if one else ()


def basis(brief: Brief, line: HeaderStyle) -> Text:
    """How many documents were read and used, which of them are one origin, and what could not be read."""
    read, used = [d for d in brief.corpus.documents if not d.failed], brief.documents
    fields = {
        "read": counted(brief, len(read)),
        "used": str(len(used)),
        "ids": listed([d.source.id for d in used]),
    }
    text = brief.say("basis", fields)
    derived = [k for k in brief.corpus.kinships if k.kind != "original"]
    for kin in derived:
        text += brief.say("basis-same-origin", {"derived": kin.source, "origin": kin.origin})
    told = brief.used.keys() | {k.source for k in derived}
    idle = [d.source.id for d in read if d.source.id not in told]
    if len(idle) > line.unused:
        text += brief.say("basis-many-unused", {"number": str(len(idle))})
    elif idle:
        text += brief.say("basis-unused", {"ids": listed(idle)})
    return text + missing(brief, line)


def missing(brief: Brief, line: HeaderStyle) -> Text:
    """What the memo can not rest on: documents that were not read, or not with all that is in them."""
    failed = [d.source.id for d in brief.corpus.documents if d.failed]
    unread = [*failed, *unread_files(brief)]
    partly = [incomplete(brief, d) for d in brief.corpus.documents if d.lost]
    text: Text = ()
    if len(unread) > line.unused:
        text += brief.say("basis-many-unread", {"number": str(len(unread))})
    elif unread:
        text += brief.say("basis-unread", {"ids": listed(unread)})
    if len(partly) > line.unused:
        text += brief.say("basis-many-incomplete", {"number": str(len(partly))})
    elif partly:
        text += brief.say("basis-incomplete", {"ids": listed(partly)})
    return text + (brief.say("basis-unlinked") if unlinked(brief) else ())


def counted(brief: Brief, number: int) -> str:
    """ "1 document", "5 documents"."""
    return brief.plain("one-document" if number == 1 else "documents", {"number": str(number)})


def listed(names: list[str]) -> str:
    """ "S1", "S1 and S2", "S1, S2 and S3"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


FILL: Mapping[str, Callable[[Brief, HeaderStyle], Text]] = MappingProxyType(
    {"date": when, "subject": subject, "actor": actor, "basis": basis}
)
"""Header lines that the program fills; the others are the officer's."""
