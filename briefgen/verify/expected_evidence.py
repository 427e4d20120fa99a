"""What stands beside the memo on a faithful evidence page, in order, and to what its links lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.paper.evidence_page import (
    EvidencePage,
    ShownClaim,
    ShownDifference,
    ShownEvent,
    ShownFirst,
    ShownLine,
    ShownPassage,
    ShownSource,
    ShownUse,
    Timeline,
)
from briefgen.paper.page import PrintedLine, PrintedPage, Tone
from briefgen.paper.printed import folded
from briefgen.verify.expected import Expected

QUOTED: Mapping[Tone, str] = MappingProxyType({"source": "mark", "voice": "voice", "cut": "s"})
"""How words of a passage are set apart."""
ASIDE: Mapping[Tone, str] = MappingProxyType({"voice": "u"})
"""The same in a sentence outside of it."""


def of_evidence(shown: EvidencePage | None, memo: PrintedPage) -> Iterator[Expected]:
    """The blocks of the page before and behind the memo."""
    if shown is None:
        yield _plain(memo.title)
        return
    words = shown.words
    yield _plain(words.title)
    yield _plain(words.title)
    yield _plain(words.told)
    yield from (_plain(name, id_) for name, id_ in _parts(shown))
    yield _plain(words.first, home="first")
    yield _plain(words.first_note)
    yield from map(_first, shown.first)
    yield _plain(words.passages, home="passages")
    yield _plain(words.legend)
    for source in shown.sources:
        yield from _passages(source)
    yield from _differences(shown)
    yield from _chronology(shown)
    yield _plain(words.sources, home="sources")
    for source in shown.sources:
        yield from _text(source)
    yield _plain(words.ticked)


def names_on(shown: EvidencePage | None, memo: PrintedPage) -> Iterator[str]:
    """The names for those who do not see the page, in order."""
    if shown:
        yield shown.words.nav
        yield shown.words.memo
    yield from (part.table.description for part in memo.parts if part.table)
    for source in shown.sources if shown else ():
        yield from (one.tick for one in source.passages)
    yield from (one.tick for one in (shown.differences if shown else ()))


def drawn_on(time: Timeline | None) -> Iterator[tuple[str, ...]]:
    """What is drawn of the line of time, in any order."""
    if time is None:
        return
    yield "line", "axis", "2%", "98%"
    yield from (("svg", f"{at}%") for at in time.breaks)
    for tick in time.ticks:
        yield "line", "axis", f"{tick.at}%", f"{tick.at}%"
        anchor, at = tick.anchor
        yield "text", f"day {anchor}", f"{at}%"
    for mark in time.marks:
        kind = "sure" if mark.sure else "worked"
        yield "line", "stem", f"{mark.start}%", f"{mark.start}%"
        if mark.end > mark.start:
            yield "line", "span", f"{mark.start}%", f"{mark.end}%"
        yield "circle", kind, f"{mark.start}%"
        yield "text", kind, f"{mark.start}%"


def _parts(shown: EvidencePage) -> Iterator[tuple[str, str]]:
    """The parts of the page with their ids."""
    words = shown.words
    yield words.first, "first"
    yield words.memo, "memo"
    yield words.passages, "passages"
    if shown.differences:
        yield words.differences, "differences"
    if shown.events:
        yield words.chronology, "chronology"
    yield words.sources, "sources"


def _first(one: ShownFirst) -> Expected:
    text = " ".join((one.name, *(reason.text for reason in one.reasons)))
    return _plain(text, f"p{one.number}", *(lead for reason in one.reasons for lead in _leads(reason)))


def _passages(source: ShownSource) -> Iterator[Expected]:
    if not source.passages:
        return
    yield _plain(f"{source.id} {source.name.text}", f"s-{source.id}", *_leads(source.name))
    about = (source.day, source.caveats) if source.caveats else (source.day,)
    yield _joined(about)
    for one in source.passages:
        home = f"p{one.number}"
        yield _plain(str(one.number), home=home)._replace(marks=(f"c{one.number}",))
        yield from (_use(use)._replace(home=home) for use in one.uses)
        if one.also:
            names = " ".join((one.also_in, *(use.name for use in one.also)))
            yield _plain(names, *map(_row, one.also), home=home)
        yield from (_joined((reason,))._replace(home=home) for reason in one.reasons)
        yield from _passage(one)


def _use(use: ShownUse) -> Expected:
    return _plain(f"{use.name} {use.line.text}", _row(use), *_leads(use.line))


def _row(use: ShownUse) -> str:
    return f"row:{use.target}" if use.label else f"section:{use.target}"


def _passage(one: ShownPassage) -> Iterator[Expected]:
    home = f"p{one.number}" if one.home else ""
    yield _plain(one.place, f"s-{one.source}" if one.withheld else f"t{one.number}", home=home)
    yield _toned(one.line, QUOTED)._replace(home=home)
    for cut in one.cuts:
        yield _toned(cut.line, QUOTED, f"{cut.name} ")._replace(home=home)
    for claim in one.claims:
        yield from _claim(claim)


def _claim(claim: ShownClaim) -> Iterator[Expected]:
    yield _plain(claim.label)
    known = f" – {claim.known.text}" if claim.known.pieces else ""
    yield _plain(claim.said.text + known, *_leads(claim.said), *_leads(claim.known))
    yield from (_toned(line, ASIDE) for line in claim.quoted)


def _differences(shown: EvidencePage) -> Iterator[Expected]:
    if shown.differences:
        yield _plain(shown.words.differences, home="differences")
    for one in shown.differences:
        yield from _difference(one)


def _difference(one: ShownDifference) -> Iterator[Expected]:
    yield _plain(str(one.number))._replace(marks=(f"d{one.number}",))
    yield _joined((one.point,))
    for side in one.sides:
        yield _joined((side.words,))
        for passage in side.passages:
            yield from _passage(passage)


def _chronology(shown: EvidencePage) -> Iterator[Expected]:
    if not shown.events:
        return
    yield _plain(shown.words.chronology, home="chronology")
    if shown.timeline:
        yield from _timeline(shown.timeline)
    yield from map(_event, shown.events)


def _event(one: ShownEvent) -> Expected:
    return _plain(
        f"{one.label} {one.day.text} {one.line.text}", f"row:{one.label}", *_leads(one.day), *_leads(one.line)
    )


def _timeline(time: Timeline) -> Iterator[Expected]:
    yield _plain(time.description)
    yield from (_plain(tick.text) for tick in time.ticks)
    yield from (_plain(mark.label) for mark in time.marks)
    yield _plain(time.description)


def _text(source: ShownSource) -> Iterator[Expected]:
    home = f"s-{source.id}"
    yield _plain(f"{source.id} {source.name.text}", *_leads(source.name), home=home)
    if source.withheld:
        yield _plain(source.withheld, home=home)
    for stretch in source.text:
        if stretch.dropped:
            yield _plain(stretch.dropped, home=home)._replace(folded=True)
        for line in stretch.lines:
            yield _source_line(line)._replace(home=home, folded=bool(stretch.dropped))


def _source_line(line: ShownLine) -> Expected:
    cited = [piece for piece in line.pieces if piece.passage]
    return _plain(f"{line.place} {line.text}", *(f"p{piece.passage}" for piece in cited))._replace(
        tones=_spoken(("mark", folded(piece.text)) for piece in cited),
        marks=tuple(f"t{number}" for piece in line.pieces for number in piece.begins),
    )


def _toned(line: PrintedLine, tones: Mapping[Tone, str], before: str = "") -> Expected:
    """A line with the words that are set apart in it."""
    apart = ((tones[piece.tone], folded(piece.text)) for piece in line.pieces if piece.tone in tones)
    return _plain(before + line.text)._replace(tones=_spoken(apart))


def _spoken(tones: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in tones if text)


def _joined(lines: Iterable[PrintedLine]) -> Expected:
    lines = tuple(lines)
    text = " ".join(line.text for line in lines)
    return _plain(text, *(lead for line in lines for lead in _leads(line)))


def _leads(line: PrintedLine) -> Iterator[str]:
    yield from (f"row:{piece.target}" for piece in line.pieces if piece.target)


def _plain(text: str, *leads: str, home: str = "") -> Expected:
    return Expected("the evidence page", folded(text), leads=leads, home=home)
