"""Open issues: what a source presents as unresolved, and who raises it."""

from __future__ import annotations

import re

from briefgen.compose.brief import Brief, Content, cited_spans, shortened
from briefgen.compose.clause import clause
from briefgen.compose.statements import PRONOUNS, coordinated, wording
from briefgen.compose.wording import published
from briefgen.english.openings import leans
from briefgen.model import Document, Issue, Quote, Span
from briefgen.paper.memo import Cited, Item, Text

OPENING = 30
"""Characters from the start of a sentence within which its subject is taken to stand: an article, an
adjective or two, an office. Holders further in were wrong as often as right in ordinary news."""

AGENT = re.compile(
    r"\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s+(?:for|to|that|in|on|at|and|over|about|against)\b|\s*[,.;:])"
)
"""The nouns behind "by", up to what is called for."""


def content(brief: Brief) -> Content:
    """One row for each open matter of the selected sentences, the strongest evidence first."""
    found = candidates(brief)
    limit = brief.shape("open-issues").limit
    best = sorted(found, key=lambda one: -brief.evidence[one[1].sentence].score)[:limit]
    best.sort(key=lambda one: (brief.used[one[0].source.id], one[1].sentence))
    rows = tuple(row(brief, number, *one) for number, one in enumerate(best, 1))
    return Content(rows, shortened(brief, len(rows), len(found)))


def candidates(brief: Brief) -> list[tuple[Document, Issue]]:
    """The first issue of each selected sentence that can stand alone or has a known speaker."""
    found: dict[object, tuple[Document, Issue]] = {}
    for document in brief.documents:
        for issue in document.issues:
            if issue.sentence not in brief.evidence:
                continue
            if stands(document, issue):
                found.setdefault(issue.sentence, (document, issue))
    return list(found.values())


def stands(document: Document, issue: Issue) -> bool:
    """Whether the sentence can be read alone, or opens with the pronoun of a speaker named beside it."""
    if not leans(document.text(issue.sentence)):
        return True
    quote = quote_at(document, issue)
    return quote is not None and quote.mention is not None and quote.mention.start == issue.sentence.start


def quote_at(document: Document, issue: Issue) -> Quote | None:
    """The quote with a known speaker in whose words, or else in whose frame, the issue stands."""
    framed = [q for q in document.quotes_in.get(issue.sentence, ()) if q.speaker]
    inside = [q for q in framed if any(part.overlaps(issue.cue) for part in q.parts)]
    # In a frame of two, what a person says counts before what a document does.
    framed.sort(key=lambda q: q.speaker is not None and q.speaker.kind == "document")
    return next(iter([*inside, *framed]), None)


def row(brief: Brief, number: int, document: Document, issue: Issue) -> Item:
    """The row of one open issue."""
    return Item(
        text=text(brief, document, issue),
        cites=(issue.sentence,),
        kind=issue.kind,
        raised_by=raised_by(brief, document, issue),
        when=published(brief, document),
        label=f"O{number}",
    )


def text(brief: Brief, document: Document, issue: Issue) -> Text:
    """The clause of the issue; where that would tear a quotation apart, the whole statement."""
    piece = clause(document, issue.sentence, core(document, issue))
    said = brief.statement_of.get(issue.sentence)
    if said and any(document.tears(span) for span in cited_spans(piece)):
        return wording(said)
    return piece


def core(document: Document, issue: Issue) -> Span:
    """What the printed clause must hold: the cue, or the reported words where the cue stands beside them."""
    quote = quote_at(document, issue)
    if quote is None or any(part.overlaps(issue.cue) for part in quote.parts):
        return issue.cue
    inside = [part for part in quote.parts if issue.sentence.contains(part)]
    return Span(issue.cue.source, inside[0].start, inside[0].start + 1) if inside else issue.cue


def raised_by(brief: Brief, document: Document, issue: Issue) -> Text:
    """The speaker, resolved where possible; else the holder as printed; else the source itself."""
    quote = quote_at(document, issue)
    if quote is None or quote.speaker is None:
        named = agent(document, issue) or (issue.holder if beside(document, issue) else None)
        if named:
            return (Cited(named),)
        return brief.say("raised-by-source", {"source": document.source.id})
    speaker: Text = (Cited(coordinated(document, quote) or quote.speaker.name),)
    other = issue.holder if beside(document, issue) else None
    told = other if other and stranger(document, other, quote) else quote.relayed
    view = agent(document, issue) or told
    if view is None or document.text(view).casefold() in PRONOUNS:
        return speaker
    return brief.say("relayed", {"speaker": speaker, "view": Cited(view)})


def agent(document: Document, issue: Issue) -> Span | None:
    """Who a cue with "by" names: "calls by senior officials for restraint" are the officials'."""
    if not document.text(issue.cue).casefold().endswith(" by"):
        return None
    found = AGENT.match(document.source.text, issue.cue.end, issue.sentence.end)
    return Span(issue.cue.source, found.start(1), found.end(1)) if found else None


def beside(document: Document, issue: Issue) -> bool:
    """Whether the holder is the sentence's first subject, or stands at the cue ("calls by officials")."""
    holder = issue.holder
    if holder is None:
        return False
    between = document.source.text[min(issue.cue.end, holder.start) : holder.start]
    opens = holder.start - issue.sentence.start <= OPENING
    return opens or (holder.start >= issue.cue.end and between.strip() in ("", "by", "of", "from"))


def stranger(document: Document, holder: Span, quote: Quote) -> bool:
    """Whether the one who raises a matter is another than the speaker who tells of it."""
    assert quote.speaker is not None
    own = document.text(quote.speaker.name).casefold()
    words = document.text(holder).casefold()
    mentioned = quote.mention is not None and quote.mention.overlaps(holder)
    return not mentioned and words not in own and own not in words and words not in PRONOUNS
