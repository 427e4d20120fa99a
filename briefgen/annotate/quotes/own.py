"""Statements of a text that is somebody's own words: each sentence of a turn is one.

What is no sentence is none: stage directions in brackets, times, headings, thanks, calls of a chair; nor is
a question, but in a sitting. Words that a speaker quotes are part of his sentence, and a statement of
another only where he says whose they are.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from briefgen.annotate.quotes.statements import Piece
from briefgen.english.asides import is_aside
from briefgen.english.marks import SENTENCE_ENDS
from briefgen.english.passages import Passage
from briefgen.model import Document, Quote

LEAST = 3
"""Words of a statement; shorter ones are thanks and calls."""
LEAST_QUOTED = 4
"""Words of another that a speaker quotes; fewer are a term."""
_TOLD = ("joint-statement", "opinion", "letter")
"""Genres that tell what others said as a report does; in talk that is part of what the speaker says."""
_FIRST = ("I ", "We ")
"""How a sentence opens that is the writer's, whatever it tells of others."""
_SITS = ("transcript", "question-time")
"""Genres whose members are named where they ask: what they ask is theirs, as the rest of their words."""
_CLOSERS = "”\"’')]*_ "


def own(document: Document, passages: Iterable[Passage], told: Iterable[Quote]) -> Iterator[Quote]:
    """One quote for each sentence of a turn, its label as the mention; the speaker is still None.

    `told` are the statements of others; a text that is no talk says nothing itself where it reports them.
    """
    reported = {sentence for quote in told for sentence in quote.frame}
    apart = document.meta.genre.value in _TOLD
    sits = document.meta.genre.value in _SITS
    for passage in passages:
        for index, (low, high) in enumerate(passage.bounds):
            turn = document.turn_at(low)
            if turn is None or turn.kind != "own" or turn.label is None or passage.label == "headline":
                continue
            sentence = document.source.span(low, high)
            text = document.text(sentence)
            if is_aside(text) or (apart and sentence in reported and not text.startswith(_FIRST)):
                continue
            if _is_statement(passage, index) and (sits or not text.rstrip(_CLOSERS).endswith("?")):
                yield Quote("own", (sentence,), (sentence,), mention=turn.label)


def in_turn(document: Document, passage: Passage) -> bool:
    """Whether what others say in a block is part of somebody's talk: a turn, a question, a speech."""
    return document.turn_at(passage.bounds[0][0]) is not None and document.meta.genre.value not in _TOLD


def is_own(document: Document, passages: Sequence[Passage], quote: Quote) -> bool:
    """Whether a quote is part of a sentence that is the statement: "We stress that ...", or words in marks
    that a turn gives to nobody."""
    if document.turn_at(quote.parts[0].start) is None:
        return False
    if quote.cue is None:
        return True
    passage = passages[bisect.bisect_right(passages, quote.cue.start, key=lambda p: p.start) - 1]
    token = passage.token_at(quote.cue.start)
    cue = next(iter(passage.cues_between(token, token + 1)), None)
    if cue is None or cue.subject is None:
        return False
    return passage.tokens[passage.mentions[cue.subject].first].low in ("i", "we")


def of_another(piece: Piece) -> bool:
    """Whether a speaker says whose words he quotes: "As Anna Olde said, “...”"."""
    subject = piece.attribution.subject
    if subject is None or subject.kind in ("pronoun", "possessive"):
        return False
    quoted = piece.passage.tokens[piece.passage.token_at(piece.stretch.start)].text
    return len(quoted.split()) >= LEAST_QUOTED


def _is_statement(passage: Passage, sentence: int) -> bool:
    first, last = passage.tokens_of(sentence, sentence)
    start = passage.bounds[sentence][0]
    # A speaker's label is no word of the sentence.
    tokens = [token for token in passage.tokens[first:last] if token.start >= start]
    text = "".join(token.text for token in tokens).rstrip(_CLOSERS)
    words = sum(len(token.text.split()) for token in tokens if token.tag != "MARK")
    ended = text[-1:] in SENTENCE_ENDS
    aside = tokens[0].text[0] in "([" and tokens[-1].text[-1] in ")]" if tokens else True
    return ended and not aside and words >= LEAST
