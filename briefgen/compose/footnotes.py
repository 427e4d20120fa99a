"""One footnote for each cited place: source, publisher, date, file, line; titles are in the last annex."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.compose.brief import Brief
from briefgen.compose.wording import outlet, place_of
from briefgen.memo import Footnote, House, Section
from briefgen.model import Span
from briefgen.timex import english


def footnotes(brief: Brief, sections: Iterable[Section]) -> tuple[Footnote, ...]:
    """Notes for all cited spans in order of first appearance."""
    spans = dict.fromkeys(span for section in sections for item in section.items for span in item.cites)
    return tuple(footnote(brief, span) for span in spans)


def footnote(brief: Brief, span: Span) -> Footnote:
    """The note of one place."""
    document = brief.corpus.document(span)
    source, meta = document.source, document.meta
    place = place_of(document, span)
    dated = english(meta.published.value) if meta.published.value else brief.plain("undated")
    fields = {
        "id": source.id,
        "outlet": outlet(document) or brief.plain("outlet-unknown"),
        "date": dated,
        "file": source.file,
        "place": place,
    }
    text = "".join(run.text for run in brief.say("footnote", fields) if isinstance(run, House))
    return Footnote(span, source.id, place, text, line=source.line(span.start))
