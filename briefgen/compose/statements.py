"""Statements: quotes of the selected sentences, grouped as the memo shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefgen.english.asides import is_formula
from briefgen.english.openings import leans, opening
from briefgen.english.place_line import behind_place_line
from briefgen.model import Document, Evidence, Quote, Span, Speaker
from briefgen.paper.memo import Cited, House, Run, Text

BARE = 4
"""Words a reporter's sentence may have beside quotation, verb and speaker and still add nothing:
"she said on Monday" is not worth a line, "Asked whether ..., she said" is."""


class Statement(NamedTuple):
    """One row of key statements: what one speaker says in one sentence, or in joined ones."""

    document: Document
    quotes: tuple[Quote, ...]
    sentence: Span
    """The first sentence of the frame."""

    @property
    def lead(self) -> Quote:
        """The quote that gives speaker, date and place."""
        return self.quotes[0]

    @property
    def speaker(self) -> Speaker | None:
        """Who speaks; None when it could not be determined."""
        return self.lead.speaker

    @property
    def named(self) -> Span | None:
        """The words that name who speaks: a full name, or all of "Norway, Iceland and Denmark"."""
        return self.lead.joint or (self.speaker.name if self.speaker else None)


def of_document(document: Document, evidence: Mapping[Span, Evidence]) -> tuple[Statement, ...]:
    """The statements of one document among its selected sentences, one for each speaker and sentence."""
    grouped: list[list[Quote]] = []
    last: dict[tuple[Span, object], list[Quote]] = {}
    for quote in document.quotes:
        # Marks without a speaker or a speech verb are as often a term as a statement: only whole direct
        # speech is kept.
        known = quote.speaker is not None and quote.cue is not None
        if (known or quote.kind in ("direct", "own")) and any(span in evidence for span in quote.frame):
            own = document.text(quote.parts[0]) if quote.kind == "own" else ""
            if is_formula(own):  # "I am writing to you about the harbour": it tells what the letter is on
                continue
            if leans(own):
                follow(document, grouped, quote)
            else:
                join(grouped, last, quote)
    return tuple(Statement(document, tuple(quotes), quotes[0].frame[0]) for quotes in grouped)


def follow(document: Document, grouped: list[list[Quote]], quote: Quote) -> None:
    """Put a sentence that leans on the one before it to that one, where it is shown; else leave it out."""
    before = grouped[-1][-1] if grouped else None
    if before is None or before.kind != "own" or before.speaker != quote.speaker:
        return
    between = document.source.text[before.parts[-1].end : quote.parts[0].start]
    if not between.strip():
        grouped[-1].append(quote)


def join(grouped: list[list[Quote]], last: dict[tuple[Span, object], list[Quote]], quote: Quote) -> None:
    """Put a quote to those of the same speaker in the same sentence (`last`), or by itself."""
    keys = [(sentence, voice(quote)) for sentence in quote.frame]
    quotes = next((last[key] for key in keys if key in last), None)
    if quotes is None:
        quotes = []
        grouped.append(quotes)
    quotes.append(quote)
    last.update(dict.fromkeys(keys, quotes))


def voice(quote: Quote) -> object:
    """Whoever speaks: by identity, without a name by the words that stand for him; None: not determined."""
    return quote.voice or (quote.speaker.name if quote.speaker else None)


def by_sentence(statements: Iterable[Statement]) -> Mapping[Span, Statement]:
    """The first statement that each sentence belongs to."""
    found: dict[Span, Statement] = {}
    for one in statements:
        for sentence in frames(one):
            found.setdefault(sentence, one)
    return MappingProxyType(found)


def wording(statement: Statement) -> Text:
    """What a row prints: bare quotations with their marks, else the reporter's sentence."""
    if all(quote.kind == "own" for quote in statement.quotes):
        return spoken(statement)
    if all(quote.kind == "direct" for quote in statement.quotes) and bare(statement):
        return quotation(statement)
    return framed(statement)


def bare(statement: Statement) -> bool:
    """Whether the reporter's words add nothing to the quotation."""
    document = statement.document
    rest = 0
    for sentence in frames(statement):
        inside = [p for q in statement.quotes for p in q.parts if sentence.overlaps(p)]
        cut = [*inside, *(q.cue for q in statement.quotes if q.cue), *mentions(statement)]
        rest += words_outside(document, sentence, cut)
    return rest <= BARE


def mentions(statement: Statement) -> list[Span]:
    """Where the speaker stands: mention, name and role."""
    spans: list[Span | None] = []
    for quote in statement.quotes:
        spans += [quote.mention]
        spans += [quote.speaker.name, quote.speaker.role] if quote.speaker else []
    return [span for span in spans if span]


def words_outside(document: Document, sentence: Span, cut: list[Span]) -> int:
    """Number of words of a sentence outside the spans given; what they are is not read, only their number."""
    letters = list(document.text(sentence))
    for span in cut:
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            letters[at - sentence.start] = " "
    return sum(any(ch.isalnum() for ch in word) for word in "".join(letters).split())


def quotation(statement: Statement) -> Text:
    """The quoted stretches with the marks they stand in; a gap is visible."""
    runs: list[Run] = []
    for quote in statement.quotes:
        for part in quote.parts:
            if runs:
                runs.append(House(" … "))
            runs.append(Cited(statement.document.quotation_of(part) or part))
    return tuple(runs)


def spoken(statement: Statement) -> Text:
    """Sentences of the speaker's own text; the marks are the house's, for none stand in the source."""
    return (House("“"), *framed(statement), House("”"))


def frames(statement: Statement) -> tuple[Span, ...]:
    """The sentences a statement runs over, in order."""
    return tuple(sorted({sentence for quote in statement.quotes for sentence in quote.frame}))


def framed(statement: Statement) -> Text:
    """The reporter's sentences; an opening that only the sentence before explains is cut, visibly."""
    runs: list[Run] = []
    for sentence in frames(statement):
        start = opening_at(statement, sentence)
        if runs:
            gap = statement.document.source.text[frames_end(runs) : sentence.start]
            runs.append(House(" " if not gap.strip() and start == sentence.start else " … "))
        elif start > behind_place_line(statement.document.tokens, sentence.start, sentence.end):
            runs.append(House("… "))
        runs.append(Cited(Span(sentence.source, start, sentence.end)))
    return tuple(runs)


def frames_end(runs: list[Run]) -> int:
    """Where the last cited run ends."""
    return next(run.span.end for run in reversed(runs) if isinstance(run, Cited))


def opening_at(statement: Statement, sentence: Span) -> int:
    """Where the printed part of a frame begins."""
    placed = behind_place_line(statement.document.tokens, sentence.start, sentence.end)
    words = statement.document.text(sentence)
    found = opening(words)
    start = max(sentence.start + found.connective, placed)
    if not found.leans:
        return start
    spoken = [span.start for span in mentions(statement) if sentence.contains(span)]
    named = min(spoken, default=start)
    # "She said": the pronoun is the speaker, who has a column of his own. "Her call echoes X, who
    # said": the sentence proper begins with X, so far as nothing quoted is lost before it.
    first = min((p.start for q in statement.quotes for p in q.parts), default=sentence.end)
    return named if sentence.start + found.leaning < named <= first else start
