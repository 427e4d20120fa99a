"""The words of a relation as they are printed, and the date that its clause gives."""

from __future__ import annotations

from briefgen.english.neighbours import in_one_clause, leads_on
from briefgen.english.qualifiers import qualified_start
from briefgen.model import DateMention, Document, Span


def phrase(document: Document, sentence: Span, cue: Span) -> Span:
    """The relation words with what qualifies them on their left: "formal security partnerships with"."""
    start = qualified_start(document.tokens, sentence.start, cue.start)
    return _whole_marks(document, Span(cue.source, start, cue.end))


def _whole_marks(document: Document, span: Span) -> Span:
    """The span with the closing mark of a quotation that ends right behind it, and without the opening mark
    of one that goes on past it."""
    end = span.end
    for quotation in document.quotations_in(span.start, span.end):
        if quotation.end <= end < quotation.outer_end:
            end = quotation.outer_end
        elif quotation.outer_start == span.start and quotation.outer_end > end:
            return Span(span.source, quotation.start, end)
    return Span(span.source, span.start, end)


def dated(document: Document, sentence: Span, words: Span) -> DateMention | None:
    """The date that the clause of the relation words gives, or None.

    It stands inside them, right behind ("begins in Japan on Tuesday"), or before them in the same clause
    ("On 4 November the EU announced a partnership with").
    """
    dates = [d for d in document.dates_at.inside(sentence) if d.type == "DATE" and d.earliest]
    for mention in dates:
        inside = mention.span.overlaps(words)
        behind = mention.span.start >= words.end
        if inside or (behind and leads_on(document.tokens, words.end, mention.span.start)):
            return mention
    before = [d for d in dates if d.span.end <= words.start]
    before = [d for d in before if in_one_clause(document.tokens, d.span.end, words.start)]
    return before[-1] if before else None
