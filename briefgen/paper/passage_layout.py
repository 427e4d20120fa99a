"""Draws a passage of the evidence page: the words in their surroundings, and what the memo makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.model import Span
from briefgen.paper.evidence import DIFFERENCES, CitedPassage, EvidenceView, KnownFact, KnownKind, Use
from briefgen.paper.evidence_page import ShownClaim, ShownCut, ShownPassage, ShownUse
from briefgen.paper.house import HouseStyle
from briefgen.paper.layout import pieces
from briefgen.paper.memo import Memo, Text, Words
from briefgen.paper.page import PrintedLine, PrintedRun, Tone
from briefgen.paper.printed import printed
from briefgen.paper.stretches import stretches

CLAIMS: tuple[KnownKind, ...] = ("speaker", "role", "raised", "occasion", "place", "date")
"""In the order in which a reader asks."""


@dataclass
class PassageDrawing:
    """Draws passages of one memo."""

    memo: Memo
    view: EvidenceView
    words: Words
    style: HouseStyle
    told: set[tuple[Text, Span]] = field(default_factory=set)
    """What was said of somebody, and the sentence that was shown for it."""

    def passage(self, one: CitedPassage) -> ShownPassage:
        """A passage with the lines that rest on it."""
        entry = self.memo.source_of[one.place.span.source]
        main = min(one.uses, key=telling)
        uses, also = self.uses(one.uses, main)
        return ShownPassage(
            number=one.number,
            tick=self.say("evidence-tick-name", number=one.number),
            source=entry.id,
            place=self.place(one),
            language=entry.language,
            line=PrintedLine(tuple(self.surrounded(one, main.dropped, one.voices))),
            uses=uses,
            also=also,
            also_in=self.say("evidence-also" if uses else "evidence-bears-out"),
            cuts=tuple(self.cuts(one, main)),
            claims=tuple(self.claims(claim for use in one.uses for claim in use.claims)),
            reasons=tuple(self.line(reason.text) for reason in one.reasons),
            first=one.number in self.view.first,
            withheld=entry.confidential,
        )

    def place(self, one: CitedPassage) -> str:
        """Source and place of a passage: "S1, line 70"."""
        number = self.memo.number(one.place.span.source)
        return self.say("evidence-place", source=number, place=one.place.text)

    def uses(self, uses: Iterable[Use], main: Use) -> tuple[tuple[ShownUse, ...], tuple[ShownUse, ...]]:
        """The lines that rest on a passage, each once, and those of which what they print says enough."""
        full: dict[ShownUse, None] = {}
        also: dict[str, ShownUse] = {}
        for use in (main, *(use for use in uses if use is not main)):
            made = ShownUse(printed(use.label), use.target, printed(use.section), self.line(use.line))
            if not use.elsewhere and (use is main or (made.line.pieces and not same_words(use, main))):
                full[made] = None
            else:
                also.setdefault(made.target, made)
        told = {one.target for one in full}
        return tuple(full), tuple(one for target, one in also.items() if target not in told)

    def surrounded(
        self, one: CitedPassage, cut: Sequence[Span], voices: Sequence[Span]
    ) -> Iterator[PrintedRun]:
        """A passage with the sentences beside it."""
        if one.before:
            yield from self.beside(one.before)
            yield PrintedRun(" ")
        yield from self.stretched(one.place.span, {"cut": cut, "voice": voices}, "source")
        if one.after:
            yield PrintedRun(" ")
            yield from self.beside(one.after)

    def beside(self, span: Span) -> Iterator[PrintedRun]:
        """Words that stand beside a passage."""
        yield PrintedRun(printed(self.words(span)), "beside")

    def stretched(
        self, span: Span, tones: Mapping[Tone, Sequence[Span]], other: Tone
    ) -> Iterator[PrintedRun]:
        """The words of a span in the tone of the first of `tones` whose spans hold them."""
        for piece, tone in stretches(span, tones, other):
            yield PrintedRun(printed(self.words(piece)), tone, cited=True)

    def cuts(self, one: CitedPassage, main: Use) -> Iterator[ShownCut]:
        """What other lines leave out of a passage than the one that is shown."""
        seen = {main.dropped}
        for use in one.uses:
            if use.clauses and use.dropped not in seen:
                seen.add(use.dropped)
                line = PrintedLine(tuple(self.stretched(one.place.span, {"cut": use.dropped}, "source")))
                name = self.say("evidence-cut-in", row=use.label or use.section)
                yield ShownCut(name, line)

    def claims(self, claims: Iterable[KnownFact]) -> Iterator[ShownClaim]:
        """What the lines say besides the words, each thing and each sentence outside the passage once."""
        found: dict[object, KnownFact] = {}
        for one in sorted(claims, key=lambda claim: CLAIMS.index(claim.kind)):
            # Who raises a matter is mostly who speaks.
            kind = "speaker" if one.kind == "raised" else one.kind
            found.setdefault((kind, self.line(one.said).text, self.line(one.known).text), one)
        left = self.untold(found.values())
        for one in found.values():
            words = left.pop(one.around, ()) if one.around else ()
            quoted = (self.aside(one.around, words),) if one.around and words else ()
            name = self.say(f"claim-{one.kind}")
            yield ShownClaim(name, self.line(one.said), self.line(one.known), quoted)

    def untold(self, claims: Iterable[KnownFact]) -> dict[Span, tuple[Span, ...]]:
        """The sentences outside the passage on which claims rest, with the words in them; what was shown for
        the same on the page before is left out."""
        found: dict[Span, tuple[Span, ...]] = {}
        for one in claims:
            if one.around and one.shown and (one.said, one.around) not in self.told:
                self.told.add((one.said, one.around))
                found[one.around] = (*found.get(one.around, ()), one.shown)
        return found

    def aside(self, around: Span, words: Sequence[Span]) -> PrintedLine:
        """A sentence outside a passage with the words on which something rests."""
        return PrintedLine(tuple(self.stretched(around, {"voice": words}, "beside")))

    def line(self, text: Text) -> PrintedLine:
        """A text as a printed line."""
        return PrintedLine(pieces(self.memo, self.words, text))

    def say(self, phrase: str, **fields: str | int) -> str:
        """A phrase of the house, filled."""
        return printed(self.style.phrase(phrase, **fields))


def same_words(use: Use, main: Use) -> bool:
    """Whether a line says nothing that is not seen beside it: it prints the words of the main one, or a piece
    of the passage that is shown."""
    return use.target == DIFFERENCES or bool(use.dropped) or use.printed == main.printed


def telling(use: Use) -> tuple[bool, bool, int]:
    """Sort key: rows that print most of a passage first, those on differences last."""
    return (use.target == DIFFERENCES, use.elsewhere, -extent(use.printed))


def extent(spans: Iterable[Span]) -> int:
    """Characters of several spans."""
    return sum(span.end - span.start for span in spans)
