"""Who speaks, in what role, where, on what occasion: as the findings in the cited passage have it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.english.name_case import key
from briefgen.errors import Problem
from briefgen.model import Quote, Span, Speaker
from briefgen.paper.house_file import slots
from briefgen.paper.memo import Cited, House, Item, Memo, Reference, Text
from briefgen.paper.printed import folded
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds, rows

_WHERE = "who speaks"


def statements_found(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every statement of a row is one of its document, and lies in what the row cites."""
    for item in rows(memo):
        for quote in item.quotes:
            document = grounds.corpus.by_id.get(quote.frame[0].source)
            if document is None or quote not in document.quotes_in.get(quote.frame[0], ()):
                yield _wrong(item, grounds, "the document has no such statement")
            elif not all(any(cite.contains(one) for cite in item.cites) for one in quote.frame):
                yield _wrong(item, grounds, "the statement is not of what the row cites")
        if item.quotes and item.text and not _prints_one(item):
            yield _wrong(item, grounds, "the row prints other words than those of the statement")


def _prints_one(item: Item) -> bool:
    """Whether a row prints words of one of its statements."""
    printed = [run.span for run in item.text if isinstance(run, Cited)]
    return any(span.overlaps(part) for span in printed for quote in item.quotes for part in quote.parts)


def speakers_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Name, role, place and occasion of a row are those of its statements."""
    for item in rows(memo):
        if not item.quotes:
            if item.role or item.occasion or (item.speaker and not item.text):
                yield _wrong(item, grounds, "a speaker is named for what nobody is known to say")
            continue
        for text, known in _facts(item):
            for run in text:
                if isinstance(run, Cited) and not _is_one(run.span, known, grounds):
                    said = short(grounds.text(run.span))
                    yield _wrong(item, grounds, f"the findings in the passage do not have {said}")
        if any(quote.speaker for quote in item.quotes) and item.speaker and not _names_one(item, grounds):
            yield _wrong(item, grounds, "the speaker that was found is not the one that is printed")
        kinds = {quote.kind for quote in item.quotes}
        if item.kind and item.kind not in kinds | ({"mixed"} if len(kinds) > 1 else set()):
            yield _wrong(item, grounds, f"the statement is {' and '.join(sorted(kinds))}, not {item.kind}")


def _facts(item: Item) -> Iterator[tuple[Text, list[Span]]]:
    """What a row says of its statements, with the places where it may have it from."""
    names = [span for quote in item.quotes for span in names_of(quote)]
    roles = [who.role for quote in item.quotes for who in _who(quote) if who.role]
    places = [quote.place for quote in item.quotes if quote.place]
    occasions = [quote.occasion for quote in item.quotes if quote.occasion]
    yield item.speaker, names
    yield item.role, roles
    yield item.place, places
    yield item.occasion, occasions
    yield item.lead, [*names, *roles, *places, *occasions, *_days(item)]


def _days(item: Item) -> list[Span]:
    """The words that the day of a row was read from."""
    return [span for span in (item.when.printed, item.when.anchor) if span] if item.when else []


def bands_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A band over several rows says what is known of one of them, and names who speaks in each."""
    for section in memo.sections:
        groups: dict[Text, list[Item]] = {}
        for item in section.items:
            if any(isinstance(run, Cited) for run in item.band):
                groups.setdefault(item.band, []).append(item)
        for band, items in groups.items():
            known = [span for item in items for _, spans in _facts(item) for span in spans]
            for run in band:
                if isinstance(run, Cited) and not _is_one(run.span, known, grounds):
                    said = short(grounds.text(run.span))
                    yield _wrong(items[0], grounds, f"no row below has {said}, which stands over it")
            over = _printed(band, grounds)
            for item in items:
                if not item.lead and _printed(item.speaker, grounds) not in over:
                    yield _wrong(item, grounds, f"{short(over)} stands over what another says")


def names_of(quote: Quote) -> Iterator[Span]:
    """The words that name who speaks, or for whom."""
    if quote.joint:
        yield quote.joint
    for who in _who(quote):
        yield who.name
        if who.behalf:
            yield who.behalf


def _who(quote: Quote) -> tuple[Speaker, ...]:
    return ((quote.speaker,) if quote.speaker else ()) + quote.together


def _is_one(span: Span, known: list[Span], grounds: Grounds) -> bool:
    """Whether words are at a place, or how the folder writes a name that stands there in capitals."""
    if span in known:
        return True
    names = (grounds.text(one) for one in known)
    wanted = key(grounds.text(span))
    return any(name.isupper() and key(name) == wanted for name in names)


def _names_one(item: Item, grounds: Grounds) -> bool:
    """Whether the printed speaker is one of those that were found."""
    names = (key(grounds.text(span)) for quote in item.quotes for span in names_of(quote))
    printed = key(_printed(item.speaker, grounds))
    return any(name in printed for name in names)


def _printed(text: Text, grounds: Grounds) -> str:
    """The words of a text, folded."""
    runs = (run for run in text if not isinstance(run, Reference))
    return folded("".join(grounds.text(run.span) if isinstance(run, Cited) else run.text for run in runs))


def raisers_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Who raises a matter is who was found to, or the source that the row cites."""
    for item in rows(memo):
        cited = {cite.source for cite in item.cites}
        issues = grounds.issues.within(item.cites)
        known = [span for one in issues for span in (one.holder, one.teller) if span]
        for run in item.raised_by:
            if isinstance(run, Reference) and run.target not in cited:
                yield _wrong(
                    item, grounds, f"{memo.number(run.target)} is not cited, and is said to raise it"
                )
            if isinstance(run, Cited) and not _is_one(run.span, known, grounds):
                said = short(grounds.text(run.span))
                yield _wrong(item, grounds, f"{said} was not found to raise it")


def partners_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A partner is a side of a relation in the passages that its row cites, and the row prints its words."""
    for item in rows(memo):
        if not item.name:
            continue
        sides: dict[str, list[Span]] = {}
        for one in grounds.relations.within(item.cites):
            for side in filter(None, (one.actor, *one.partners)):
                sides.setdefault(side.canonical, []).append(one.phrase)
        printed = [run.span for run in item.relation if isinstance(run, Cited)]
        yield from _relations_called(item, grounds)
        for name in item.names or (item.name,):
            phrases = sides.get(name, [])
            if not any(phrase.overlaps(span) for phrase in phrases for span in printed):
                yield _wrong(item, grounds, f"{name} is no side of what the row cites")


def _relations_called(item: Item, grounds: Grounds) -> Iterator[Problem]:
    """The words before a relation say of what kind it is."""
    called = ""
    for run in item.relation:
        if isinstance(run, House):
            called = run.text if run.text.strip(" ,;") else called
        elif isinstance(run, Cited):
            kinds = {
                one.kind for one in grounds.relations.within(item.cites) if one.phrase.overlaps(run.span)
            }
            known = {slots(grounds.style.template(f"relation-{kind}"))[0][0] for kind in kinds}
            if called not in known:
                yield _wrong(item, grounds, f"{short(called)} is not what was found of {item.name}")


def _wrong(item: Item, grounds: Grounds, what: str) -> Problem:
    words = "".join(grounds.text(run.span) for run in item.text if isinstance(run, Cited))
    return Problem(item.label or _WHERE, "speaker-wrong", f"{what}, at {short(words)}")


CHECKS = (statements_found, speakers_right, bands_right, raisers_right, partners_right)
