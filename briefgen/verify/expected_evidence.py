"""What stands beside the memo on a faithful evidence page, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.paper.evidence_page import (
    EvidencePage,
    ShownClaim,
    ShownDifference,
    ShownPassage,
    ShownSource,
    Timeline,
)
from briefgen.paper.page import PrintedLine, PrintedPage, Tone
from briefgen.paper.printed import folded
from briefgen.verify.expected import Expected

QUOTED: Mapping[Tone, str] = MappingProxyType({"source": "mark", "voice": "mark", "cut": "s"})
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
    optional = ((words.differences, shown.differences), (words.chronology, shown.events))
    for name in (words.first, words.memo, words.passages, *(n for n, rows in optional if rows)):
        yield _plain(name)
    yield _plain(words.sources)
    yield _plain(words.first)
    yield _plain(words.first_note)
    for one in shown.first:
        yield _plain(" ".join((one.name, *(reason.text for reason in one.reasons))))
    yield _plain(words.passages)
    yield _plain(words.legend)
    for source in shown.sources:
        yield from _passages(source)
    yield from _differences(shown)
    yield from _chronology(shown)
    yield _plain(words.sources)
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


def _passages(source: ShownSource) -> Iterator[Expected]:
    if not source.passages:
        return
    yield _plain(f"{source.id} {source.name.text}")
    yield _plain(" ".join(filter(None, (source.day.text, source.caveats.text if source.caveats else ""))))
    for one in source.passages:
        yield _plain(str(one.number))
        yield from (_plain(f"{use.name} {use.line.text}") for use in one.uses)
        if one.also:
            yield _plain(" ".join((one.also_in, *(use.name for use in one.also))))
        yield from (_plain(reason.text) for reason in one.reasons)
        yield from _passage(one)


def _passage(one: ShownPassage) -> Iterator[Expected]:
    yield _plain(one.place)
    yield _toned(one.line, QUOTED)
    for cut in one.cuts:
        yield _toned(cut.line, QUOTED, f"{cut.name} ")
    for claim in one.claims:
        yield from _claim(claim)


def _claim(claim: ShownClaim) -> Iterator[Expected]:
    yield _plain(claim.label)
    known = f" – {claim.known.text}" if claim.known.pieces else ""
    yield _plain(claim.said.text + known)
    yield from (_toned(line, ASIDE) for line in claim.quoted)


def _differences(shown: EvidencePage) -> Iterator[Expected]:
    if shown.differences:
        yield _plain(shown.words.differences)
    for one in shown.differences:
        yield from _difference(one)


def _difference(one: ShownDifference) -> Iterator[Expected]:
    yield _plain(str(one.number))
    yield _plain(one.point.text)
    for side in one.sides:
        yield _plain(side.words.text)
        for passage in side.passages:
            yield from _passage(passage)


def _chronology(shown: EvidencePage) -> Iterator[Expected]:
    if not shown.events:
        return
    yield _plain(shown.words.chronology)
    if shown.timeline:
        yield from _timeline(shown.timeline)
    for one in shown.events:
        yield _plain(f"{one.label} {one.day.text} {one.line.text}")


def _timeline(time: Timeline) -> Iterator[Expected]:
    yield _plain(time.description)
    yield from (_plain(tick.text) for tick in time.ticks)
    yield from (_plain(mark.label) for mark in time.marks)
    yield _plain(time.description)


def _text(source: ShownSource) -> Iterator[Expected]:
    yield _plain(f"{source.id} {source.name.text}")
    if source.withheld:
        yield _plain(source.withheld)
    for stretch in source.text:
        if stretch.dropped:
            yield _plain(stretch.dropped)
        for line in stretch.lines:
            cited = tuple(("mark", folded(piece.text)) for piece in line.pieces if piece.passage)
            yield _plain(f"{line.place} {line.text}")._replace(tones=_spoken(cited))


def _toned(line: PrintedLine, tones: Mapping[Tone, str], before: str = "") -> Expected:
    """A line with the words that are set apart in it."""
    apart = ((tones[piece.tone], folded(piece.text)) for piece in line.pieces if piece.tone in tones)
    return _plain(before + line.text)._replace(tones=_spoken(apart))


def _spoken(tones: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in tones if text)


def _plain(text: str) -> Expected:
    return Expected("the evidence page", folded(text))
