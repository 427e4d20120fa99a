"""What a line says besides the words of its passage, and how that is known: speaker, role, occasion, date."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.compose.brief import Brief, Filling, cited_spans
from briefgen.compose.evidence.surroundings import around
from briefgen.compose.wording import place_of
from briefgen.model import Document, Quote, Span
from briefgen.paper.evidence import KnownFact, KnownKind
from briefgen.paper.memo import Cited, Item, Reference, Text, When
from briefgen.timex import english, weekday_of


def claims(brief: Brief, item: Item, place: Span) -> tuple[KnownFact, ...]:
    """What an item says of a place, in the order in which a reader asks."""
    return (*_voiced(brief, item, place), *_dated(brief, item.when, place))


def _voiced(brief: Brief, item: Item, place: Span) -> Iterator[KnownFact]:
    """Who speaks, in what role, where, and who raises a matter."""
    quote = next((one for one in item.quotes if _stands_in(one, place)), None)
    if item.speaker:
        yield _speaker(brief, item.speaker, quote, place)
    named: tuple[tuple[KnownKind, Text], ...] = (
        ("role", item.role), ("occasion", item.occasion), ("place", item.place),
        ("raised", item.raised_by),
    )  # fmt: skip
    for kind, text in named:
        if text and (kind == "raised" or cited_spans(text)):
            yield KnownFact(kind, text, *_found(brief, text, place))


def _stands_in(quote: Quote, place: Span) -> bool:
    return any(place.overlaps(sentence) for sentence in quote.frame)


def _speaker(brief: Brief, said: Text, quote: Quote | None, place: Span) -> KnownFact:
    """Who speaks: by the name in the passage, or by the words there that stand for it."""
    document = brief.corpus.document(place)
    if quote is None or quote.speaker is None:
        return KnownFact("speaker", said, *_found(brief, said, place))
    mention = quote.joint or quote.mention
    if quote.kind == "own" and mention is not None and not place.contains(mention):
        turn: dict[str, Filling] = {
            "words": Cited(mention), "source": Reference(mention.source), "place": place_of(document, mention)
        }  # fmt: skip
        return KnownFact("speaker", said, brief.say("known-turn", turn), mention)
    known, shown, outside = _found(brief, said, place)
    if mention is None:
        return KnownFact("speaker", said, brief.say("known-goes-on"), shown, outside)
    if place.contains(mention) and any(name.span.overlaps(mention) for name in document.names):
        return KnownFact("speaker", said, brief.say("known-inside"), mention)
    if outside is None or not place.contains(mention):
        return KnownFact("speaker", said, known, shown, outside)
    # The name may be another source's that tells the same.
    where = place_of(brief.corpus.document(shown), shown) if shown else ""
    number = Reference(shown.source) if shown else ""
    fields: dict[str, Filling] = {"words": Cited(mention), "source": number, "place": where}
    return KnownFact("speaker", said, brief.say("known-stands-for", fields), shown, outside)


def _found(brief: Brief, text: Text, place: Span) -> tuple[Text, Span | None, Span | None]:
    """How the words of a text are known: in the passage, or where else they stand."""
    spans = cited_spans(text)
    outside = next((span for span in spans if not place.contains(span)), None)
    if not spans:
        return (), None, None
    if outside is None:
        return brief.say("known-inside"), spans[0], None
    document = brief.corpus.document(outside)
    fields: dict[str, Filling] = {
        "source": Reference(outside.source), "place": place_of(document, outside)
    }  # fmt: skip
    return brief.say("known-outside", fields), outside, around(document, outside)


def _dated(brief: Brief, when: When | None, place: Span) -> Iterator[KnownFact]:
    """The date, with the words that it was read from and those from which it was counted."""
    if when is None:
        return
    said = when.plain or when.text
    if when.value is None:
        yield KnownFact("date", said, brief.say("known-undated"), when.printed)
        return
    if when.printed is None or when.rung:
        yield _published(brief, when, said, place)
        return
    document = brief.corpus.document(when.printed)
    outside = None if place.contains(when.printed) else around(document, when.printed)
    known = _counted(brief, document, when)
    yield KnownFact("date", said, known, when.printed, outside)


def _counted(brief: Brief, document: Document, when: When) -> Text:
    """ "resolved from “Tuesday”, counted from 21 July 2025, the day of S1"."""
    fields: dict[str, Filling] = {"words": Cited(when.printed) if when.printed else ""}
    if when.status in ("stated", "inferred"):
        return brief.say("known-printed" if when.status == "stated" else "known-inferred", fields)
    one = weekday_of(when.first) if when.first and when.first == when.last else ""
    a_weekday = brief.say("known-weekday", {"weekday": one}) if one else ()
    return (*a_weekday, *_worked_out(brief, document, when, fields))


def _worked_out(brief: Brief, document: Document, when: When, fields: dict[str, Filling]) -> Text:
    """From what a date was counted: words in a source, or the day of the source."""
    if when.anchor is None:
        day = document.meta.published.day
        if day is None:
            return brief.say("known-resolved", fields)
        fields |= {"source": Reference(document.source.id), "date": english(day.isoformat())}
        return brief.say("known-counted-day", fields | {"weekday": weekday_of(day)})
    document = brief.corpus.document(when.anchor)
    fields |= {"anchor": Cited(when.anchor), "source": Reference(when.anchor.source)}
    return brief.say("known-counted", fields | {"place": place_of(document, when.anchor)})


def _published(brief: Brief, when: When, said: Text, place: Span) -> KnownFact:
    """The day of a source, which stands for that of the saying."""
    fields: dict[str, Filling] = {"source": Reference(place.source)}
    if when.status in ("user", "inferred"):
        return KnownFact("date", said, brief.say(f"known-published-{when.status}", fields))
    if when.printed is None:
        return KnownFact("date", said, brief.say("known-published", fields))
    document = brief.corpus.document(when.printed)
    where = {"place": place_of(document, when.printed)}
    return KnownFact("date", said, brief.say("known-published-at", fields | where), when.printed)
