"""One footnote for each cited place: source, publisher, date, file, line; titles are in the last annex."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.compose.brief import Brief
from briefgen.compose.wording import outlet, place_of, published
from briefgen.model import Span
from briefgen.paper.memo import Footnote, House, Section


def footnotes(brief: Brief, sections: Iterable[Section]) -> tuple[Footnote, ...]:
    """Notes for all cited spans in order of first appearance."""
    spans = dict.fromkeys(span for section in sections for item in section.items for span in item.cites)
    return tuple(footnote(brief, span) for span in spans)


def footnote(brief: Brief, span: Span) -> Footnote:
    """The note of one place."""
    document = brief.corpus.document(span)
    source = document.source
    place = place_of(document, span)
    dated = "".join(
        run.text if isinstance(run, House) else brief.corpus.text(run.span)
        for run in published(brief, document).text
    )
    fields = {
        "id": source.id,
        "outlet": outlet(brief, document) or brief.plain("outlet-unknown"),
        "date": dated,
        "file": source.file,
        "place": place,
    }
    text = "".join(run.text for run in brief.say("footnote", fields) if isinstance(run, House))
    return Footnote(span, source.id, place, text, line=source.line(span.start))
