"""What could not be read, as the header and the list of sources tell it."""

from __future__ import annotations

from briefgen.compose.brief import Brief
from briefgen.model import Document
from briefgen.paper.memo import House, Lost, Reference, Text

UNREAD = frozenset(
    {
        "file-unreadable", "file-too-large", "file-empty", "file-binary", "file-old-office", "file-damaged",
        "file-encrypted", "pdf-no-text", "xml-unsafe", "zip-bomb", "library-missing", "json-broken",
        "csv-broken", "records-unknown", "document-failed", "format-refused",
    }
)  # fmt: skip
"""Problems that mean a file was left out; a file that gave sources all the same is not named."""


def unread_files(brief: Brief) -> tuple[str, ...]:
    """The files that gave no document."""
    return named(brief, UNREAD)


def own_memos(brief: Brief) -> tuple[str, ...]:
    """The files that were left out because briefgen wrote them."""
    return named(brief, frozenset({"own-memo"}))


def named(brief: Brief, slugs: frozenset[str]) -> tuple[str, ...]:
    """The places of problems, in their order; not those of documents that are listed."""
    sources = {document.source.file for document in brief.corpus.documents}
    places = (place for p in brief.problems if p.slug in slugs for place in p.files or (p.where,))
    return tuple(dict.fromkeys(place for place in places if place not in sources))


def unlinked(brief: Brief) -> bool:
    """Whether the documents could not be compared with one another."""
    return any(problem.slug == "links-failed" for problem in brief.problems)


def layer(brief: Brief, name: str) -> str:
    """What an annotator finds, in the words of the house; the name itself when the house has none."""
    phrase = f"layer-{name}"
    return brief.plain(phrase) if phrase in brief.style.phrases else name


def incomplete(brief: Brief, document: Document) -> Text:
    """A document with what could not be found in it: "S3 (quotations, dates)"."""
    names = ", ".join(layer(brief, name) for name in document.lost)
    return (Reference(document.source.id), House(f" ({names})"))


def lost(brief: Brief) -> tuple[Lost, ...]:
    """Every document that could not be read, or not with all that is in it, with the reason."""
    sources = {document.source.file: document.source.id for document in brief.corpus.documents}
    left_out = (
        (place, p.slug) for p in brief.problems if p.slug in UNREAD for place in p.files or (p.where,)
    )
    found = [Lost(place, slug, sources.get(place)) for place, slug in left_out]
    for document in brief.corpus.documents:
        known = any(one.source == document.source.id for one in found)
        if (document.failed or document.lost) and not known:
            reason = "document-failed" if document.failed else "layer-failed"
            found.append(Lost(document.source.file, reason, document.source.id))
    return tuple(dict.fromkeys(found))
