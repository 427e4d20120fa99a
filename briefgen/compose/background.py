"""Background: selected facts that are nobody's statement and that no row of a party tells, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log2

from briefgen.compose.brief import Brief, Content
from briefgen.compose.clause import cut_to, first_verb, length, tells, whole
from briefgen.compose.corroboration import Facts, corroborated
from briefgen.compose.ledger import Ledger, numbered, shared_out
from briefgen.compose.wording import published, shown
from briefgen.model import Document, Evidence, Sentence, Span
from briefgen.paper.memo import Item, Text

Found = tuple[Document, Sentence, Evidence]

TOLD = 0.6
"""Share of a fact's content words that one row of a party holds, from which the row tells it."""
COUNTED = 300
"""Facts, those first that bear most on the topic, of which it is counted who else tells them: more than
fifteen times what a memo has room for."""
TOLD_BY = 0.1
"""What a fact is worth more where one other source tells it, again where three do, and seven: one that eight
sources tell goes before one of which every word is on the topic."""
SHORT = 34
"""Words of a bullet: two printed lines. Of a longer sentence a piece that is whole in sense."""


def content(brief: Brief, ledger: Ledger) -> Content:
    """The facts that bear most on the topic, in order of their document's date, then of reading."""
    found = [one for one in candidates(brief) if not told(brief, ledger, one)]
    best = sorted(found, key=lambda one: -one[2].score)
    rows = counted(brief, best) if brief.many else (line(brief, *one[:2]) for one in best)
    shared = shared_out(brief, ledger, "background", rows, len(found))
    return numbered("B", shared, oldest_first)


def counted(brief: Brief, best: Sequence[Found]) -> Iterator[Item]:
    """The rows with the sources that tell the same, what most of them tell before what bears a little more on
    the topic; what one row tells is no row again."""
    said = stated(brief)
    facts = Facts(brief, [span for span in brief.evidence if span not in said])
    also = {sentence.span: tuple(facts.also(sentence.span)) for _, sentence, _ in best[:COUNTED]}
    told: set[Span] = set()

    def worth(one: Found) -> float:
        others = {span.source for span in also.get(one[1].span, ())}
        return one[2].score + TOLD_BY * log2(1 + len(others))

    for document, sentence, _ in sorted(best, key=lambda one: -worth(one)):
        if sentence.span not in told:
            others = also.get(sentence.span, ())
            told.update(others)
            yield corroborated(brief, line(brief, document, sentence), others)


def candidates(brief: Brief) -> list[Found]:
    """Selected sentences that stand alone and are nobody's statement."""
    said = stated(brief)
    return [
        (document, sentence, brief.evidence[sentence.span])
        for document in brief.documents
        for sentence in brief.sentences(document)
        if sentence.span not in said and tells(document, sentence.span)
    ]


def stated(brief: Brief) -> set[Span]:
    """The sentences that tell what somebody says."""
    return {span for one in brief.statements for quote in one.quotes for span in quote.frame}


def told(brief: Brief, ledger: Ledger, one: Found) -> bool:
    """Whether a row of another section tells a fact already, in its own words or most of them."""
    document, sentence, _ = one
    return (
        bool(ledger.rows_of(sentence.span)) or next(like(brief, ledger, document, sentence), None) is not None
    )


def like(brief: Brief, ledger: Ledger, document: Document, sentence: Sentence) -> Iterator[str]:
    """Labels of the key statements in the body that hold most of the words of a fact."""
    words = brief.words_in(sentence.span)
    rows = ledger.written.get("key-statements", Content(())).items
    return (row.label for row in rows if holds(words, row_words(brief, row)))


def holds(words: frozenset[str], row: frozenset[str]) -> bool:
    """Whether a row holds most of the content words of a fact."""
    return bool(words) and len(words & row) >= TOLD * len(words)


def row_words(brief: Brief, row: Item) -> frozenset[str]:
    """Stems of the content words that a row cites."""
    return frozenset().union(*(brief.words_in(cite) for cite in row.cites))


def oldest_first(rows: Iterable[Item]) -> list[Item]:
    """Dated facts in the order of their days, then those of which no day is known."""
    return sorted(rows, key=lambda one: (one.when is None or one.when.value is None, day(one), one.cites))


def day(one: Item) -> str:
    """The day of a fact, "" where it is not known."""
    return (one.when.value if one.when else None) or ""


def line(brief: Brief, document: Document, sentence: Sentence) -> Item:
    """One sentence with the day of which it tells in front, else that of its source."""
    event = brief.event_of.get(sentence.span)
    when = shown(brief, document, event.mention) if event else published(brief, document)
    lead = brief.say("fact-lead", {"when": when.plain or brief.say("day-unknown")})
    return Item(text(document, sentence.span), (sentence.span,), when=when, lead=lead)


def text(document: Document, sentence: Span) -> Text:
    """The sentence, or the piece of a long one that holds its first verb."""
    shown = whole(document, sentence)
    if length(document, shown) <= SHORT:
        return shown
    return cut_to(document, sentence, first_verb(document, sentence), SHORT)
