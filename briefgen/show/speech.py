"""Rows of quotations, statements, their speakers and occasions, and of pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.annotate.quotes import SpeechDecision
from briefgen.annotate.speakers import LikelyMention, PronounDecision
from briefgen.model import Quote, Span
from briefgen.show.row import Row, argued, listed, share, weighed, weights
from briefgen.show.view import ShownDocument

LIKELY = 5
"""Candidates shown at most; JSON holds all."""
UNLIKELY = 0.005
"""A candidate below it prints as .00 and is only counted."""


def quotations(view: ShownDocument) -> Iterator[Row]:
    """What stands between marks: whether it is speech, and why not; speech itself with --why only."""
    for one in view.speech:
        at = one.quotation.outer
        yield Row("quotations", "quotation", _judged(view, one), _data(view, one), at, only_why=one.speech)
        for row in () if one.term else argued("quotations", one.features, at):
            yield row._replace(only_why=row.only_why or one.speech)


def _judged(view: ShownDocument, one: SpeechDecision) -> str:
    words = view.words(one.quotation.inner)
    if one.term:
        return f"{words}: no speech, one word between single marks"
    verdict = "speech" if one.speech else "no speech"
    return f"{words}: {verdict}, {one.score:+.2f} (speech above {one.threshold:.2f})"


def _data(view: ShownDocument, one: SpeechDecision) -> dict[str, object]:
    return {
        "words": view.data(one.quotation.inner),
        "speech": one.speech,
        "score": round(one.score, 3),
        "threshold": one.threshold,
        "features": weighed(one.features),
    }


def turns(view: ShownDocument) -> Iterator[Row]:
    """Where somebody begins to speak in his own words, or to ask, under the first sentence of the turn."""
    for turn in view.document.turns:
        label = view.given("label", turn.label)
        text = listed(
            turn.kind, label, f"to {view.place(Span(turn.span.source, turn.span.end - 1, turn.span.end))}"
        )
        data = {"kind": turn.kind, "words": view.data(turn.span), "label": view.maybe(turn.label)}
        yield Row("turns", "turn", text, data, turn.span)


def statements(view: ShownDocument) -> Iterator[Row]:
    """Each statement under the sentence that it starts in; the others it touches point there."""
    for quote in view.document.quotes:
        home = quote.parts[0]
        yield _statement(view, quote)
        number = view.number(home)
        for sentence in quote.frame:
            if view.number(sentence) != number:
                text = f"goes with the statement of sentence {number}"
                yield Row("statements", "statement", text, {"sentence": number}, sentence)


def _statement(view: ShownDocument, quote: Quote) -> Row:
    said = " + ".join(view.words(part) for part in quote.parts)
    text = listed(f"{quote.kind} {said}", view.given("cue", quote.cue), view.given("mention", quote.mention))
    data = {
        "kind": quote.kind,
        "parts": [view.data(part) for part in quote.parts],
        "frame": [view.data(sentence) for sentence in quote.frame],
        "cue": view.maybe(quote.cue),
        "mention": view.maybe(quote.mention),
    }
    return Row("statements", "statement", text, data, quote.parts[0])


def speakers(view: ShownDocument) -> Iterator[Row]:
    """Who said each statement, with the candidates; a statement without them has the subject of its cue."""
    for quote in view.document.quotes:
        yield _speaker(view, quote)
        decision = view.speakers.get(quote.parts)
        if decision is not None:
            yield from _candidates(view, decision.candidates, decision.margin, quote.parts[0])


def _speaker(view: ShownDocument, quote: Quote) -> Row:
    speaker, at = quote.speaker, quote.parts[0]
    relayed = view.given("relayed from", quote.relayed)
    found = "subject of the cue" if quote.kind == "indirect" else ""
    if speaker is None:
        text = listed("not determined", f"no {found}" if found else "", relayed)
        return Row("speakers", "speaker", text, {"name": None, "relayed": view.maybe(quote.relayed)}, at)
    text = listed(
        f"{view.full(speaker.name)}: {speaker.kind}",
        f"key {speaker.key}" if speaker.key else "no key",
        view.given("role", speaker.role),
        view.given("for", speaker.behalf),
        relayed,
        found,
    )
    data = {
        "name": view.data(speaker.name),
        "key": speaker.key or None,
        "kind": speaker.kind,
        "role": view.maybe(speaker.role),
        "behalf": view.maybe(speaker.behalf),
        "relayed": view.maybe(quote.relayed),
    }
    return Row("speakers", "speaker", text, data, at)


def _candidates(
    view: ShownDocument, found: Sequence[LikelyMention], margin: float, at: Span
) -> Iterator[Row]:
    data = {"margin": margin, "candidates": [_candidate_data(view, one) for one in found]}
    yield Row("speakers", "candidates", _likely(view, found, margin, at), data, at)
    yield from _because(view, found, at)


def _likely(view: ShownDocument, found: Sequence[LikelyMention], margin: float, at: Span) -> str:
    """ "Anna Olde .71  the minister .18  (margin .30)"."""
    near = [one for one in found[:LIKELY] if one.probability >= UNLIKELY]
    named = [f"{_candidate(view, one, at)} {share(one.probability)}" for one in near]
    more = [f"and {len(found) - len(near)} less likely"] if len(found) > len(near) else []
    return "  ".join([*(named or ["nobody near"]), *more, f"(margin {share(margin)})"])


def _candidate(view: ShownDocument, one: LikelyMention, at: Span) -> str:
    """The mention, whom it stands for when it says something else, its line when it is another."""
    words, whole = view.full(one.words), view.full(one.stands_for) if one.stands_for else ""
    name = f"{words} = {whole}" if whole and whole != words else words
    there = view.document.source.place(one.words.start)
    return name if there == view.document.source.place(at.start) else f"{name} ({there})"


def _because(view: ShownDocument, found: Iterable[LikelyMention], at: Span) -> Iterator[Row]:
    """The features of the likely candidates, with --why."""
    for one in list(found)[:LIKELY]:
        if one.probability >= UNLIKELY:
            ranked = sorted(one.features, key=lambda feature: -abs(feature[1]))
            total = sum(weight for _, weight in one.features)
            text = f"{_candidate(view, one, at)} {total:+.2f}: {weights(ranked)}"
            yield Row("speakers", "  why", text, {}, at, only_why=True)


def _candidate_data(view: ShownDocument, one: LikelyMention) -> dict[str, object]:
    return {
        "words": view.data(one.words),
        "stands_for": view.maybe(one.stands_for),
        "probability": round(one.probability, 3),
        "features": weighed(one.features),
    }


def pronouns(view: ShownDocument) -> Iterator[Row]:
    """Each pronoun outside speech with the one it stands for."""
    for one in view.pronouns:
        yield _pronoun(view, one)
        for row in _because(view, one.candidates, one.words):
            yield row._replace(alone=True)


def _pronoun(view: ShownDocument, one: PronounDecision) -> Row:
    likely = _likely(view, one.candidates, one.margin, one.words)
    text = f"“{view.full(one.words)}”: {'' if one.meant else 'not determined, '}{likely}"
    data = {
        "words": view.data(one.words),
        "meant": view.maybe(one.meant),
        "margin": one.margin,
        "candidates": [_candidate_data(view, other) for other in one.candidates],
    }
    return Row("speakers", "pronoun", text, data, one.words, alone=True)


def occasions(view: ShownDocument) -> Iterator[Row]:
    """When, where and on what occasion each statement was made, where its sentence tells."""
    for quote in view.document.quotes:
        dated = f"dated {quote.dated.value} {view.words(quote.dated.span)}" if quote.dated else ""
        text = listed(dated, view.given("place", quote.place), view.given("occasion", quote.occasion))
        if text:
            data = {
                "dated": quote.dated.value if quote.dated else None,
                "place": view.maybe(quote.place),
                "occasion": view.maybe(quote.occasion),
            }
            yield Row("occasions", "occasion", text, data, quote.parts[0])
