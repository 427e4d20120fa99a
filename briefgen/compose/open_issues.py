"""Open issues: what a source presents as unresolved, and who raises it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from briefgen.compose.brief import Brief, Content, cited_spans, places, shortened
from briefgen.compose.clause import clause
from briefgen.compose.order import shown
from briefgen.compose.spelling import printed
from briefgen.compose.statements import Statement, frames, wording
from briefgen.compose.wording import published, said
from briefgen.english.openings import points
from briefgen.model import Document, Issue
from briefgen.paper.memo import Item, Text, When

Found = tuple[Document, Issue]
"""An issue and where it stands."""

SURE = 0.1
"""What one unit of log-odds that a matter is open is worth, against 1 for all that bears on the topic."""
KINDS: Mapping[str, float] = MappingProxyType(
    {"unresolved": 0.2, "conditional": 0.1, "requested": 0.1, "concern": 0.05, "contested": -0.1}
)
"""Nobody doubts that what is undecided, hangs on something or is asked for is open; of what is contested
most is blame."""
TOLD = 0.5
"""Taken off a matter whose sentence is a key statement already: where there is not room for all, what is told
nowhere else comes first."""
SAME_SOURCE = 0.1
"""Taken off for each row that a document has already."""


def content(brief: Brief) -> Content:
    """One row for each open matter of the selected sentences, the strongest evidence first."""
    found = candidates(brief)
    best = most_open(brief, found, brief.shape("open-issues").limit)
    best.sort(key=lambda one: (brief.used[one[0].source.id], one[1].sentence))
    rows = tuple(row(brief, number, *one) for number, one in enumerate(best, 1))
    return Content(rows, shortened(brief, len(rows), len(found)))


def most_open(brief: Brief, found: list[Found], limit: int) -> list[Found]:
    """The matters that bear on the topic and are most surely open, no document crowding out the others."""
    told = {span for one in shown(brief) for span in frames(one)}
    worth = {id(one): openness(brief, one[1]) - TOLD * (one[1].sentence in told) for one in found}
    left = sorted(found, key=lambda one: -worth[id(one)])
    if limit >= len(left):
        return left
    taken: list[Found] = []
    rows: Counter[str] = Counter()
    while left and len(taken) < limit:
        best = max(left, key=lambda one: worth[id(one)] - SAME_SOURCE * rows[one[0].source.id])
        left.remove(best)
        taken.append(best)
        rows[best[0].source.id] += 1
    return taken


def openness(brief: Brief, issue: Issue) -> float:
    """How much a matter bears on the topic and how surely it is open."""
    return brief.evidence[issue.sentence].score + SURE * issue.strength + KINDS.get(issue.kind, 0.0)


def candidates(brief: Brief) -> list[Found]:
    """The first issue of each selected sentence that can stand alone or has a known speaker."""
    found: dict[object, Found] = {}
    for document in brief.documents:
        for issue in document.issues:
            if issue.sentence not in brief.evidence:
                continue
            if stands(document, issue):
                found.setdefault(issue.sentence, (document, issue))
    return list(found.values())


def stands(document: Document, issue: Issue) -> bool:
    """Whether the sentence can be read alone, or opens with the pronoun of a speaker named beside it."""
    if not points(document.text(issue.sentence)):
        return True
    quotes = document.quotes_in.get(issue.sentence, ())
    starts = (quote.mention.start for quote in quotes if quote.speaker and quote.mention)
    return issue.sentence.start in starts


def row(brief: Brief, number: int, document: Document, issue: Issue) -> Item:
    """The row of one open issue."""
    whole = torn(brief, document, issue)
    return Item(
        text=wording(whole) if whole else clause(document, issue.sentence, issue.core),
        cites=places(whole) if whole else (issue.sentence,),
        kind=issue.kind,
        raised_by=raised_by(brief, document, issue),
        when=when(brief, document, issue),
        label=f"O{number}",
    )


def when(brief: Brief, document: Document, issue: Issue) -> When:
    """The day of the statement that raises it, where somebody's words do; else of its source."""
    statement = brief.statement_of.get(issue.sentence)
    return said(brief, statement) if statement and issue.holder else published(brief, document)


def torn(brief: Brief, document: Document, issue: Issue) -> Statement | None:
    """The statement that is printed whole, because the clause of the issue would tear a quotation apart."""
    piece = clause(document, issue.sentence, issue.core)
    tears = any(document.tears(span) for span in cited_spans(piece))
    return brief.statement_of.get(issue.sentence) if tears else None


def raised_by(brief: Brief, document: Document, issue: Issue) -> Text:
    """Who raises it, and who tells of that; else the source itself."""
    if issue.holder is None:
        return brief.say("raised-by-source", {"source": document.source.id})
    holder = printed(brief.corpus, issue.holder)
    if issue.teller is None:
        return holder
    return brief.say("relayed", {"speaker": printed(brief.corpus, issue.teller), "view": holder})
