"""The header block: what the officer fills in, and what the memo rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from briefgen.compose.brief import Brief, Filling, as_text, joined, listed
from briefgen.compose.ledger import Ledger
from briefgen.compose.losses import incomplete, unlinked, unread_files
from briefgen.compose.sources import by_use
from briefgen.compose.wording import outlet
from briefgen.model import Document, Kinship
from briefgen.paper.house import HeaderStyle
from briefgen.paper.memo import HeaderField, House, Reference, Text
from briefgen.timex import english


def header(brief: Brief, ledger: Ledger) -> tuple[HeaderField, ...]:
    """The lines of the header block in the house's order; a blank keeps its placeholder.

    What the command gives wins over what the house fills in; a line of ours that has nothing to say is left
    out.
    """
    fields = []
    for line in brief.style.header:
        fill = FILL.get(line.id)
        if fill is None:
            value = as_text(dict(brief.filled).get(line.id, line.value))
            fields.append(HeaderField(line.label, value, line.placeholder, line.id, fillable=True))
            continue
        value = fill(brief, ledger, line)
        if value or line.placeholder:
            blank = line.id == "date"
            fields.append(HeaderField(line.label, value, line.placeholder, line.id, fillable=blank))
    return tuple(fields)


def when(brief: Brief, ledger: Ledger, line: HeaderStyle) -> Text:
    """The date of the memo, when it was given; the clock is never asked."""
    del ledger, line
    return as_text(english(brief.as_of.isoformat())) if brief.as_of else ()


def subject(brief: Brief, ledger: Ledger, line: HeaderStyle) -> Text:
    """The topic's title."""
    del ledger, line
    return as_text(brief.topic.title)


def actor(brief: Brief, ledger: Ledger, line: HeaderStyle) -> Text:
    """The principal actor and how it is known; blank where none is clear."""
    del ledger, line
    one = brief.principal
    return brief.say(f"actor-{one.known}", {"actor": one.canonical}) if one else ()


def basis(brief: Brief, ledger: Ledger, line: HeaderStyle) -> Text:
    """How many documents were read and cited, which they are, which of them are one origin, and what could
    not be read."""
    cited = by_use(brief, ledger)
    ids = listed([(Reference(one.source.id),) for one in cited])
    fields: dict[str, Filling] = {
        "read": counted(brief, brief.corpus.count),
        "used": str(len(cited)),
        "ids": ids,
    }
    text = brief.say("basis", fields)
    if cited:
        named = joined((in_words(brief, one) for one in cited[: line.limit]), "; ")
        more = len(cited) - line.limit
        text += brief.say(
            "basis-cited-more" if more > 0 else "basis-cited", {"named": named, "more": str(more)}
        )
    if brief.corpus.foreign:
        text += brief.say("basis-foreign", {"number": str(brief.corpus.foreign)})
    text += uncited(brief, cited, line) + nearest(brief)
    derived = copies(brief, cited)
    for kin in derived[: line.limit]:
        fields_of_kin = {"derived": (Reference(kin.source),), "origin": (Reference(kin.origin),)}
        text += brief.say("basis-same-origin", fields_of_kin)
    if len(derived) > line.limit:
        text += brief.say("basis-more-same-origin", {"number": str(len(derived) - line.limit)})
    return text + missing(brief, line)


def nearest(brief: Brief) -> Text:
    """That of an archive not all documents with words of the topic were weighed."""
    archive = brief.corpus.archive
    held = sum(bool(one.blocks) for one in brief.corpus.documents)
    if archive is None or archive.touching <= held:
        return ()
    return brief.say("basis-nearest", {"touching": str(archive.touching), "held": str(held)})


def copies(brief: Brief, cited: Sequence[Document]) -> list[Kinship]:
    """The documents that have the origin of another one; of many sources those where one of both is cited."""
    derived = [kin for kin in brief.corpus.kinships if kin.kind != "original"]
    if not brief.many:
        return derived
    used = {one.source.id for one in cited}
    return [kin for kin in derived if used & {kin.source, kin.origin}]


def uncited(brief: Brief, cited: Sequence[Document], line: HeaderStyle) -> Text:
    """The documents that were read and of which no word stands in the memo, where they are few."""
    kept = {one.source.id for one in cited}
    kept |= {kin.source for kin in brief.corpus.kinships if kin.kind != "original"}
    if brief.corpus.archive is not None:
        return ()
    read = (d.source.id for d in brief.corpus.documents if not d.failed)
    idle: list[Text] = [(Reference(source),) for source in read if source not in kept]
    return brief.say("basis-uncited", {"ids": listed(idle)}) if 0 < len(idle) <= line.unused else ()


def in_words(brief: Brief, document: Document) -> Text:
    """One source as the header names it: "S1 Example Wire, 4 March 2025"."""
    published = document.meta.published.value
    day = english(published) if published else brief.plain("undated")
    name = outlet(brief, document) or document.source.file
    return (Reference(document.source.id), House(f" {name}, {day}"))


def missing(brief: Brief, line: HeaderStyle) -> Text:
    """What the memo can not rest on: documents that were not read, or not with all that is in them."""
    failed: list[Text] = [(Reference(d.source.id),) for d in brief.corpus.documents if d.failed]
    unread = [*failed, *(as_text(file) for file in unread_files(brief))]
    partly = [incomplete(brief, d) for d in brief.corpus.documents if d.lost]
    text = some(brief, unread, line.unused, "basis-unread", "basis-many-unread")
    text += some(brief, partly, line.unused, "basis-incomplete", "basis-many-incomplete")
    return text + (brief.say("basis-unlinked") if unlinked(brief) else ())


def some(brief: Brief, names: Sequence[Text], most: int, few: str, many: str) -> Text:
    """A phrase that names each document, or of more than `most` their number; nothing where there is none."""
    if not names:
        return ()
    if len(names) > most:
        return brief.say(many, {"number": str(len(names))})
    return brief.say(few, {"ids": listed(names)})


def counted(brief: Brief, number: int) -> str:
    """ "1 document", "5 documents"."""
    return brief.plain("one-document" if number == 1 else "documents", {"number": str(number)})


def annexes(brief: Brief, ledger: Ledger, line: HeaderStyle) -> Text:
    """The annexes with their letters."""
    del line
    printed = (
        one
        for one in brief.style.sections
        if one.annex and (ledger.holds(one.id) or one.officer or one.id == "sources")
    )
    named = ((Reference(one.id), House(f" {one.title}")) for one in printed)
    return joined(named, brief.plain("annexes-next"))


FILL: Mapping[str, Callable[[Brief, Ledger, HeaderStyle], Text]] = MappingProxyType(
    {"date": when, "subject": subject, "actor": actor, "basis": basis, "annexes": annexes}
)
"""Header lines that the program fills; the others are the officer's, from the command or the house."""
