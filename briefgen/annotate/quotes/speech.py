"""Speech or not: tells quoted speech from titles, terms, programme names and scare quotes.

A logistic model over features named in words, which `vocabulary` declares; the weights are
lexicon/weights/speech.tsv, fitted by benchmarks/fit_quotes.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.annotate.quotes import vocabulary as names
from briefgen.annotate.quotes.attribution import Attribution, opens_sentence
from briefgen.english.passages import Passage
from briefgen.english.tags import cue_kind
from briefgen.english.tokens import words_of
from briefgen.model import Quotation

THRESHOLD = 0.0
"""Log-odds above which a stretch counts as speech."""

_SEARCHED = 20_000  # characters of the document searched for the same words
_PERSON = re.compile(
    r"(?:\b(?:I|we|you|my|our|your|me|us|it’s|it's|that’s|that's|don’t|don't|can’t|can't)\b|[’'](?:m|re|ve|ll|d)\b)",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|may|might|must|not|n’t)\b"
)
_WORKS = lexicon.saying.works()
_SMALL_IN_TITLES = frozenset({"with", "from", "into", "onto", "over", "upon", "than"})


@cache
def weights() -> Mapping[str, float]:
    """Weights by feature; the bias is added to every stretch."""
    return MappingProxyType(dict(lexicon.weights.speech()))


def is_speech(text: str, passage: Passage, stretch: Quotation, attribution: Attribution) -> bool:
    """Whether the quoted words were said or written by somebody as a statement."""
    return log_odds(features(text, passage, stretch, attribution)) > THRESHOLD


def log_odds(found: Iterable[str]) -> float:
    """Log-odds of speech, from the features that hold."""
    table = weights()
    return table[names.BIAS] + sum(table.get(name, 0.0) for name in found)


def features(text: str, passage: Passage, stretch: Quotation, attribution: Attribution) -> Iterator[str]:
    """Names of the features that hold for one stretch."""
    words = words_of(text[stretch.start : min(stretch.end, stretch.start + 400)])
    length = _length(len(words))
    short = len(words) < 5
    capital = len(words) < 9 and _is_title_case(words)
    yield names.LENGTH[length]
    for name in (
        *_inside(text, stretch, words),
        *_around(text, passage, stretch, attribution),
        *_governed(passage, attribution),
        *_nearby(text, passage, stretch, attribution),
    ):
        yield name
        if short:
            yield names.SHORT[name]
        if capital:
            yield names.LIKE_A_TITLE[name]
    yield names.LENGTH_AND_SIDE[length, attribution.side]


def _length(count: int) -> str:
    for limit in (1, 2, 3, 4, 6, 9, 14):
        if count <= limit:
            return f"up to {limit}"
    return "over 14"


def _inside(text: str, stretch: Quotation, words: Sequence[str]) -> Iterator[str]:
    inner = text[stretch.start : min(stretch.end, stretch.start + 400)]
    if _is_title_case(words):
        yield names.TITLE_CASE
    if inner[:1].islower():
        yield names.STARTS_SMALL
    if text[stretch.end - 1] in ".!?,…" or text[stretch.outer_end : stretch.outer_end + 1] == ",":
        yield names.ENDS["comma" if text[stretch.end - 1] not in ".!?…" else "stop"]
    if _PERSON.search(inner):
        yield names.IN_PERSON
    if _FINITE.search(inner):
        yield names.FINITE
    if stretch.single:
        yield names.SINGLE_MARKS
    if not stretch.closed:
        yield names.NEVER_CLOSED


def _is_title_case(words: Sequence[str]) -> bool:
    long_words = [w for w in words if len(w) > 3 and w not in _SMALL_IN_TITLES]
    return bool(long_words) and all(w[0].isupper() for w in long_words)


def _around(text: str, passage: Passage, stretch: Quotation, attribution: Attribution) -> Iterator[str]:
    at = attribution.token
    before = passage.tokens[at - 1] if at else None
    after = passage.tokens[at + 1] if at + 1 < len(passage.tokens) else None
    if before is None:
        yield names.OPENS_BLOCK
    elif before.low in names.WORDS_BEFORE or before.text[0] in ",:(–—-":
        yield names.AFTER[before.low]
    else:
        yield names.AFTER_A[cue_kind(before) or before.tag]
    if opens_sentence(passage, at):
        yield names.OPENS_SENTENCE
    if after is None:
        yield names.CLOSES_BLOCK
    else:
        named = after.tag == "MARK" and after.text in names.MARKS_BEHIND
        yield names.BEFORE[after.text if named else after.tag]
    if passage.label == "headline" or (passage.block == 0 and passage.unfinished):
        yield names.IN_HEADLINE


def _nearby(text: str, passage: Passage, stretch: Quotation, attribution: Attribution) -> Iterator[str]:
    at = attribution.token
    two_before = passage.tokens[at - 2] if at > 1 else None
    if two_before is not None:
        small = two_before.low in names.WORDS_BEFORE
        yield names.TWO_BEFORE[two_before.low if small else cue_kind(two_before) or two_before.tag]
    if _names_a_work(passage, at):
        yield names.BY_WORK
    inner = text[stretch.start : min(stretch.end, stretch.start + 60)].strip(".,!?;")
    if len(inner) < 60 and text.count(inner, 0, _SEARCHED) > 1:
        yield names.AGAIN
    if passage.quotation_between(max(at - 4, 0), at):
        yield names.JUST_BEFORE
    yield names.OTHERS[min(len(passage.quotations) - 1, names.MOST_OTHERS)]
    if not passage.speaking:
        yield names.SILENT
    if passage.sentence[at] in passage.speaking:
        yield names.SPOKEN


def _names_a_work(passage: Passage, at: int) -> bool:
    """Whether the word beside the marks says that they hold a title or a name: "the book, “...”", "appeared
    on “...”"; a comma or a preposition may stand between."""
    tokens = passage.tokens
    linked = at > 1 and (tokens[at - 1].text == "," or tokens[at - 1].tag == "PREP")
    before = at - 2 if linked else at - 1
    beside = (before, at + 1)
    return any(0 <= i < len(tokens) and tokens[i].low.removesuffix("s") in _WORKS for i in beside)


def _governed(passage: Passage, attribution: Attribution) -> Iterator[str]:
    cue = attribution.cue
    yield names.ATTRIBUTION[attribution.side]
    if cue is None:
        return
    near = "near" if attribution.distance <= 2 else "close" if attribution.distance <= 6 else "far"
    yield names.CUE_AT[attribution.side, cue.kind, near]
    yield names.CUE_SUBJECT[attribution.side, cue.how]
    yield names.CUE[attribution.side, cue.kind]
    if cue.subject is not None and attribution.side != "colon":
        yield names.SUBJECT[passage.mentions[cue.subject].kind]
