"""Sources and caveats: every document read, the one that is cited most first, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.compose import cited
from briefgen.compose.brief import Brief, Content, Filling, joined
from briefgen.compose.ledger import Ledger
from briefgen.compose.losses import layer, own_memos, unlinked, unread_files
from briefgen.compose.wording import fact, outlet, published
from briefgen.model import Document, Flag, Span
from briefgen.paper.memo import House, Item, Reference, SourceEntry, Text, names
from briefgen.paper.provenance import SHOWN

_NAMED = 20
"""Files that were not read which are named one by one; of pictures a folder may hold hundreds."""
_LISTED = 60
"""Documents without a citation that are named in one line; a longer one nobody reads."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """One row a document in the order of their numbers; many that were not cited are only named."""
    found = entries(brief, ledger)
    worth = {entry.source for entry in found if noteworthy(brief, entry)}
    if brief.many:
        worth -= idle_copies(found)
    idle = [entry for entry in found if entry.source not in worth]
    if len(idle) <= brief.shape("sources").unused:
        return Content(tuple(row(brief, entry) for entry in found), note(brief, ledger), more=made(brief))
    rows = (row(brief, entry) for entry in found if entry.source in worth)
    return Content((*rows, Item(unused(brief, idle))), note(brief, ledger), more=made(brief))


def unused(brief: Brief, idle: Sequence[SourceEntry]) -> Text:
    """The documents that have no row, in one line: by name, or of hundreds where they are listed."""
    number = str(len(idle))
    if len(idle) > _LISTED:
        return brief.say("sources-many-unused", {"number": number})
    names = ", ".join(f"{entry.id} {entry.file}" for entry in idle)
    return brief.say("sources-unused", {"number": number, "names": names})


def idle_copies(found: Iterable[SourceEntry]) -> set[str]:
    """The copies, by `Source.id`, of documents that are not cited either: no line depends on them."""
    cited = {entry.source for entry in found if entry.used}
    return {
        entry.source
        for entry in found
        if entry.origin != entry.source and not cited & {entry.source, entry.origin}
    }


def made(brief: Brief) -> Text:
    """What the memo was made from and with, so that it can be made again."""
    one = brief.provenance
    if one is None:
        return ()
    fields: dict[str, Filling] = {
        "program": one.generator,
        "topic": one.topic.name,
        "topic_hash": one.topic.sha256[:SHOWN],
        "house": one.house.name,
        "house_hash": one.house.sha256[:SHOWN],
        "sources": one.sources.name,
        "sources_hash": one.sources.sha256[:SHOWN],
    }
    text = brief.say("provenance", fields)
    if one.options:
        text += brief.say("provenance-options", {"options": " ".join(one.options)})
    return text + (brief.say("provenance-made", {"time": one.made}) if one.made else ())


def note(brief: Brief, ledger: Ledger) -> Text:
    """What is missing must be known too: files that could not be read, memos of ours, links, and sections
    for which the sources give nothing."""
    files = unread_files(brief)
    parts = (
        brief.say("sources-unread", {"files": named_files(files)}) if files else (),
        left_out(brief),
        brief.say("sources-unlinked") if unlinked(brief) else (),
        unverified(brief),
        *gaps(brief, ledger),
    )
    return joined(parts, " ")


def unverified(brief: Brief) -> Text:
    """How many rows were left out because they could not be verified."""
    number = sum(problem.slug == "row-unverified" for problem in brief.problems)
    return brief.say("sources-unverified", {"number": str(number)}) if number else ()


def named_files(files: Sequence[str]) -> str:
    """The first files, and how many more there are."""
    more = len(files) - _NAMED
    return ", ".join(files[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def gaps(brief: Brief, ledger: Ledger) -> Iterator[Text]:
    """What the house says of sections that are empty and so not printed."""
    for one in brief.style.sections:
        content = ledger.written.get(one.id)
        if content is not None and not content.items and (content.gap or one.gap):
            yield (House(content.gap or one.gap),)


def left_out(brief: Brief) -> Text:
    """The memos of ours among the sources; of many only how many there are."""
    memos = own_memos(brief)
    if len(memos) > brief.shape("sources").unused:
        return brief.say("sources-many-own", {"number": str(len(memos))})
    return brief.say("sources-own", {"files": ", ".join(memos)}) if memos else ()


def noteworthy(brief: Brief, entry: SourceEntry) -> bool:
    """Whether a document was cited, derives from another, could not be read, not in full, or not in English
    though it names the topic."""
    document = brief.corpus.by_id[entry.source]
    foreign = entry.source in brief.foreign and brief.foreign[entry.source].topic > 0
    return entry.used or entry.origin != entry.source or document.failed or bool(document.lost) or foreign


def row(brief: Brief, entry: SourceEntry) -> Item:
    """The row of one document."""
    fields: dict[str, Filling] = {"title": entry.title, "publisher": entry.publisher, "file": entry.file}
    text = brief.say("source" if entry.publisher else "source-without-publisher", fields)
    if entry.url:
        text += brief.say("source-url", {"url": entry.url})
    return Item(text=text, when=entry.published, label=entry.id)


def cited_spans(ledger: Ledger) -> Iterator[Span]:
    """The places that the lines of the memo rest on."""
    for written in ledger.written.values():
        for item in written.items:
            yield from names(item)


def by_use(brief: Brief, ledger: Ledger) -> tuple[Document, ...]:
    """The documents that a line of the memo cites, in the order of their numbers."""
    used = {span.source for span in cited_spans(ledger)}
    numbers = cited.numbers(brief, cited_spans(ledger))
    return tuple(brief.corpus.by_id[source] for source in numbers if source in used)


def entries(brief: Brief, ledger: Ledger) -> tuple[SourceEntry, ...]:
    """The memo's list of sources."""
    used = {span.source for span in cited_spans(ledger)}
    numbers = cited.numbers(brief, cited_spans(ledger))
    return tuple(
        entry(brief, brief.corpus.by_id[source], number, used=source in used)
        for source, number in numbers.items()
    )


def entry(brief: Brief, document: Document, number: str, *, used: bool) -> SourceEntry:
    """One document as the memo lists it."""
    source, meta = document.source, document.meta
    return SourceEntry(
        id=number,
        source=source.id,
        file=source.file,
        sha256=source.sha256,
        title=fact(brief, document, meta.title) or (House(source.file),),
        publisher=publisher(brief, document),
        published=published(brief, document),
        url=meta.url.value if meta.url else "",
        flags=tuple(flag.kind for flag in meta.flags) + kinship_flag(brief, document),
        caveats=caveats(brief, document),
        origin=brief.corpus.kinship(source.id).origin,
        used=used,
        language=meta.language,
        genre=meta.genre.value,
        confidential=document.confidential,
    )


def publisher(brief: Brief, document: Document) -> Text:
    """Carrier and original publisher, as far as they are known."""
    name = outlet(brief, document)
    return (House(name),) if name else ()


def kinship_flag(brief: Brief, document: Document) -> tuple[str, ...]:
    """The kind of derivation as a flag, when it was found by comparison and not printed."""
    kind = brief.corpus.kinship(document.source.id).kind
    own = {flag.kind for flag in document.meta.flags}
    return () if kind == "original" or kind in own else (kind,)


def caveats(brief: Brief, document: Document) -> tuple[Text, ...]:
    """The caveats as sentences of the house, derivation first."""
    kin = brief.corpus.kinship(document.source.id)
    lines = []
    if kin.kind != "original":
        lines.append(brief.say(f"kin-{kin.kind}", {"origin": Reference(kin.origin)}))
    lines += [caveat(brief, document, flag) for flag in document.meta.flags]
    return tuple(dict.fromkeys(line for line in lines if line))


def caveat(brief: Brief, document: Document, flag: Flag) -> Text:
    """The house's sentence for one flag."""
    detail = layer(brief, flag.detail) if flag.kind == "layer-failed" else flag.detail
    text = brief.say(f"flag-{flag.kind}" if detail else f"flag-{flag.kind}-plain", {"detail": detail})
    return joined((text, *unread_names(brief, document)), " ") if flag.kind == "not-english" else text


def unread_names(brief: Brief, document: Document) -> Iterator[Text]:
    """How often a document in another language names the topic, and what else that the memo's sources name:
    whether it should be translated."""
    one = brief.foreign.get(document.source.id)
    if one is None:
        return
    if one.topic:
        phrase = "foreign-topic-once" if one.topic == 1 else "foreign-topic"
        yield brief.say(phrase, {"number": str(one.topic)})
    if one.names:
        names = ", ".join(f"{name} ({times})" for name, times in one.names)
        yield brief.say("foreign-names", {"names": names})
