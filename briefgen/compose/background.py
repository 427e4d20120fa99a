"""Background: selected sentences that are nobody's statement, oldest first."""

from __future__ import annotations

from briefgen.compose.brief import Brief, Content, joined, shortened
from briefgen.compose.clause import tells, whole
from briefgen.compose.wording import outlet, published
from briefgen.model import Document, Evidence, Sentence
from briefgen.paper.memo import Item


def content(brief: Brief) -> Content:
    """The best lines, in order of their document's date, then of reading."""
    found = candidates(brief)
    best = sorted(found, key=lambda one: -one[2].score)[: brief.shape("background").limit]
    best.sort(key=lambda one: (*age(one[0]), one[1].span))
    lines = tuple(line(brief, document, sentence) for document, sentence, _ in best)
    return Content(lines, shortened(brief, len(lines), len(found)))


def candidates(brief: Brief) -> list[tuple[Document, Sentence, Evidence]]:
    """Selected sentences that stand alone and are not key statements already."""
    said = {span for one in brief.statements for quote in one.quotes for span in quote.frame}
    return [
        (document, sentence, brief.evidence[sentence.span])
        for document in brief.documents
        for sentence in brief.sentences(document)
        if sentence.span not in said and tells(document, sentence.span)
    ]


def age(document: Document) -> tuple[bool, str]:
    """Sort key: dated documents by date, undated last."""
    dated = document.meta.published.value
    return (dated is None, dated or "")


def line(brief: Brief, document: Document, sentence: Sentence) -> Item:
    """One sentence with its outlet and date in front."""
    when = published(brief, document)
    source = brief.say(
        "background-lead", {"outlet": outlet(brief, document) or document.source.id, "when": when.text}
    )
    return Item(joined((source, whole(document, sentence.span)), ""), (sentence.span,), when=when)
