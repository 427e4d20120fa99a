"""Sources and caveats: every document read, what it is worth and whether it was used."""

from __future__ import annotations

from briefgen.compose.brief import Brief, Content, Filling, joined
from briefgen.compose.losses import layer, own_memos, unlinked, unread_files
from briefgen.compose.wording import fact, outlet, published
from briefgen.model import Document, Flag
from briefgen.paper.memo import House, Item, SourceEntry, Text


def content(brief: Brief) -> Content:
    """One row a document, in reading order; many that were not used are only named."""
    documents = brief.corpus.documents
    idle = {d.source.id: d.source.file for d in documents if not noteworthy(brief, d)}
    if len(idle) <= brief.shape("sources").unused:
        return Content(tuple(row(brief, document) for document in documents), note(brief))
    names = ", ".join(f"{id_} {file}" for id_, file in idle.items())
    rest = Item(brief.say("sources-unused", {"number": str(len(idle)), "names": names}))
    return Content((*(row(brief, d) for d in documents if d.source.id not in idle), rest), note(brief))


def note(brief: Brief) -> Text:
    """What is missing must be known too: files that could not be read, memos of ours, links."""
    files = unread_files(brief)
    parts = (
        brief.say("sources-unread", {"files": ", ".join(files)}) if files else (),
        left_out(brief),
        brief.say("sources-unlinked") if unlinked(brief) else (),
    )
    return joined(parts, " ")


def left_out(brief: Brief) -> Text:
    """The memos of ours among the sources; of many only how many there are."""
    memos = own_memos(brief)
    if len(memos) > brief.shape("sources").unused:
        return brief.say("sources-many-own", {"number": str(len(memos))})
    return brief.say("sources-own", {"files": ", ".join(memos)}) if memos else ()


def noteworthy(brief: Brief, document: Document) -> bool:
    """Whether a document was used, derives from another, or could not be read, or not all of it."""
    id_ = document.source.id
    derived = brief.corpus.kinship(id_).kind != "original"
    return id_ in brief.used or derived or document.failed or bool(document.lost)


def row(brief: Brief, document: Document) -> Item:
    """The row of one document."""
    one = entry(brief, document)
    fields: dict[str, Filling] = {"title": one.title, "publisher": one.publisher, "file": one.file}
    return Item(
        text=brief.say("source" if one.publisher else "source-without-publisher", fields),
        when=one.published,
        label=one.id,
    )


def entries(brief: Brief) -> tuple[SourceEntry, ...]:
    """The memo's list of sources."""
    return tuple(entry(brief, document) for document in brief.corpus.documents)


def entry(brief: Brief, document: Document) -> SourceEntry:
    """One document as the memo lists it."""
    source, meta = document.source, document.meta
    return SourceEntry(
        id=source.id,
        file=source.file,
        sha256=source.sha256,
        title=fact(brief, document, meta.title) or (House(source.file),),
        publisher=publisher(brief, document),
        published=published(brief, document),
        url=meta.url.value if meta.url else "",
        flags=tuple(flag.kind for flag in meta.flags) + kinship_flag(brief, document),
        caveats=caveats(brief, document),
        origin=brief.corpus.kinship(source.id).origin,
        used=source.id in brief.used,
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


def caveats(brief: Brief, document: Document) -> tuple[str, ...]:
    """The caveats as sentences of the house, derivation first."""
    kin = brief.corpus.kinship(document.source.id)
    lines = []
    if kin.kind != "original":
        lines.append(brief.plain(f"kin-{kin.kind}", {"origin": kin.origin}))
    lines += [caveat(brief, flag) for flag in document.meta.flags]
    return tuple(dict.fromkeys(line for line in lines if line))


def caveat(brief: Brief, flag: Flag) -> str:
    """The house's sentence for one flag."""
    detail = layer(brief, flag.detail) if flag.kind == "layer-failed" else flag.detail
    return brief.plain(f"flag-{flag.kind}" if detail else f"flag-{flag.kind}-plain", {"detail": detail})
