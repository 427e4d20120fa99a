"""Open issues: what the sources present as unresolved, what the parties say to it, and the last word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from briefgen.compose.bands import in_order
from briefgen.compose.brief import Brief, Content, places
from briefgen.compose.clause import clause, flaw, shown_piece, trimmed
from briefgen.compose.ledger import Ledger, numbered, remainder, shared_out, width, within
from briefgen.compose.positions import Sides, short
from briefgen.compose.statements import Statement
from briefgen.compose.wording import published, said, speaker_name
from briefgen.english.cutting import Room
from briefgen.english.matter import matter
from briefgen.english.openings import points
from briefgen.english.turning import with_denial
from briefgen.model import Document, Issue, Span
from briefgen.paper.memo import Item, Reference, Text, When, held_by

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
WEIGHED = 24
"""Matters that are chosen beside each other, twice as many as a memo of ordinary length has: some turn out to
be positions of others. What comes behind them in a full memo goes by its worth alone."""
SHORT = 16
"""Words of a matter: a label that is read at a glance."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """One row for each open matter of the selected sentences, those that are most surely open first."""
    found = candidates(brief)
    sides = Sides(brief, ledger)
    rows = (row(brief, ledger, sides, *one) for one in most_open(brief, ledger, found))
    merged: list[Item] = []
    shared = shared_out(brief, ledger, "open-issues", apart(brief, rows, merged), len(found))
    more = remainder(brief, len(shared.items), len(shared.rest), len(found) - len(merged))
    return numbered("O", shared._replace(more=more), partial(in_order, brief))


def apart(brief: Brief, rows: Iterable[Item], merged: list[Item]) -> Iterator[Item]:
    """Rows without those whose words stand in a row before, as its matter or as a position: one matter has
    one row. The others are put to `merged`.

    A position that a row of the body has no room for tells nothing, so its matter must not go with it.
    """
    shape = brief.shape("open-issues")
    told: set[Span] = set()
    for one in rows:
        if told.isdisjoint(one.cites):
            told.update(held_by(within(brief, shape, one, width(shape))))
            yield one
        else:
            merged.append(one)


def most_open(brief: Brief, ledger: Ledger, found: list[Found]) -> Iterator[Found]:
    """The matters that bear most on the topic and are most surely open first, no document crowding out the
    others."""
    told = {id(one): bool(ledger.rows_of(one[1].sentence)) for one in found}
    worth = {id(one): sum(features(brief, one[1], told=told[id(one)]).values()) for one in found}
    left = sorted(found, key=lambda one: -worth[id(one)])
    rows: Counter[str] = Counter()
    for _ in range(min(WEIGHED, len(left))):
        best = max(left, key=lambda one: worth[id(one)] - SAME_SOURCE * rows[one[0].source.id])
        left.remove(best)
        rows[best[0].source.id] += 1
        yield best
    yield from left


def features(brief: Brief, issue: Issue, *, told: bool) -> dict[str, float]:
    """How much a matter bears on the topic and how surely it is open, and whether a row tells its sentence
    already; by names that `briefgen why` prints."""
    return {
        "bears on the topic": brief.evidence[issue.sentence].score,
        "surely open": SURE * issue.strength,
        issue.kind: KINDS.get(issue.kind, 0.0),
        "told by a statement": -TOLD * told,
    }


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
    """Whether the sentence can be read alone, or opens with the pronoun of a speaker named beside it.

    The list of those present and the formula of a letter are no matter.
    """
    if flaw(document, issue.sentence) == "formula":
        return False
    if not points(document.text(issue.sentence)):
        return True
    quotes = document.quotes_in.get(issue.sentence, ())
    starts = (quote.mention.start for quote in quotes if quote.speaker and quote.mention)
    return issue.sentence.start in starts


def row(brief: Brief, ledger: Ledger, sides: Sides, document: Document, issue: Issue) -> Item:
    """The row of one open matter."""
    piece = matter_piece(document, issue)
    statement = brief.statement_of.get(issue.sentence)
    cites = places(statement) if statement and document.tears(piece) else (issue.sentence,)
    positions = sides.of(document, issue)
    last, closing = sides.last_word(document, issue)
    return Item(
        text=words(brief, document, issue, piece),
        cites=cites,
        refs=ledger.refs(cites),
        kind=issue.kind,
        raised_by=raised_by(brief, document, issue),
        when=when(brief, document, issue),
        positions=positions,
        last_word=last,
        closing=closing,
    )


def words(brief: Brief, document: Document, issue: Issue, piece: Span) -> Text:
    """The matter: a piece of the sentence round the cue, or the statement, cut, where that would tear a
    quotation apart."""
    if not document.tears(piece):
        return shown_piece(piece, issue.sentence)
    statement: Statement | None = brief.statement_of.get(issue.sentence)
    return short(statement, SHORT) if statement else clause(document, issue.sentence, issue.core)


def matter_piece(document: Document, issue: Issue) -> Span:
    """The words that name the matter."""
    sentence, at = issue.sentence, issue.sentence.start
    words = document.text(sentence)
    start, end = matter(
        words,
        (max(issue.cue.start - at, 0), max(issue.cue.end - at, 0)),
        issue.kind,
        Room(SHORT, lambda offset: document.inside_quotation(at + offset), attributed=True),
    )
    return trimmed(document, Span(sentence.source, at + with_denial(words, start), at + end))


def when(brief: Brief, document: Document, issue: Issue) -> When:
    """The day of the statement that raises it, where somebody's words do; else of its source."""
    statement = brief.statement_of.get(issue.sentence)
    return said(brief, statement) if statement and issue.holder else published(brief, document)


def raised_by(brief: Brief, document: Document, issue: Issue) -> Text:
    """Who raises it, and who tells of that; else the source: who speaks to a matter has not raised it."""
    if issue.holder is not None:
        holder = speaker_name(brief, issue.holder)
        if issue.teller is None:
            return holder
        return brief.say("relayed", {"speaker": speaker_name(brief, issue.teller), "view": holder})
    return brief.say("raised-by-source", {"source": Reference(document.source.id)})
