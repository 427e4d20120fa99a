"""Sources and caveats: every document read, what it is worth and whether it was used."""

from __future__ import annotations

from briefgen.compose.brief import Brief, Content, Filling
from briefgen.compose.wording import fact, outlet, published
from briefgen.model import Document, Flag
from briefgen.paper.memo import House, Item, SourceEntry, Text

UNREAD = frozenset(
    {
        "file-unreadable", "file-too-large", "file-empty", "file-binary", "file-old-office", "file-damaged",
        "file-encrypted", "pdf-no-text", "xml-unsafe", "zip-bomb", "library-missing", "json-broken",
        "csv-broken", "records-unknown",
    }
)  # fmt: skip
"""Problems that mean a file was left out; a file that gave sources all the same is not named."""


def content(brief: Brief) -> Content:
    """One row a document, in reading order; many that were not used are only named."""
    documents = brief.corpus.documents
    idle = {d.source.id: d.source.file for d in documents if not noteworthy(brief, d)}
    if len(idle) <= brief.shape("sources").unused:
        return Content(tuple(row(brief, document) for document in documents), unread(brief))
    names = ", ".join(f"{id_} {file}" for id_, file in idle.items())
    rest = Item(brief.say("sources-unused", {"number": str(len(idle)), "names": names}))
    return Content((*(row(brief, d) for d in documents if d.source.id not in idle), rest), unread(brief))


def unread(brief: Brief) -> Text:
    """The note that names the files that could not be read: what is missing must be known too."""
    sources = {document.source.file for document in brief.corpus.documents}
    files = dict.fromkeys(p.where for p in brief.problems if p.slug in UNREAD and p.where not in sources)
    return brief.say("sources-unread", {"files": ", ".join(files)}) if files else ()


def noteworthy(brief: Brief, document: Document) -> bool:
    """Whether a document was used, or derives from another."""
    id_ = document.source.id
    return id_ in brief.used or brief.corpus.kinship(id_).kind != "original"


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
    return brief.plain(
        f"flag-{flag.kind}" if flag.detail else f"flag-{flag.kind}-plain", {"detail": flag.detail}
    )
