"""Issues: sentences that present a public matter as open, by a small linear model over readable features.

Open means unresolved, contested, conditional, requested, obstructed, pending or a concern, at the time
of the text. "Whether or not", counterfactuals, what is settled in the same sentence, a market's demand,
negated cues and general rules weigh against it. Steps: `features` (cues, guards, weights), `raised`.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import NamedTuple, get_args

from briefgen import lexicon
from briefgen.annotate.issues.features import (
    OPEN,
    IssueCue,
    cues_and_guards,
    features_of,
    fold,
    score,
    weights,
)
from briefgen.annotate.issues.raised import Raisers
from briefgen.annotate.issues.vocabulary import BIAS, NO_CUE
from briefgen.errors import Problem
from briefgen.lexicon.weights import weighed
from briefgen.model import Document, Issue, IssueKind, Sentence, Span

__all__ = ["IssueDecision", "annotate", "explain"]

ACTORS = ("state", "organisation", "person")
_KINDS: tuple[IssueKind, ...] = get_args(IssueKind)


class IssueDecision(NamedTuple):
    """Whether one sentence with a cue presents an open matter, and why."""

    sentence: Span
    open: bool
    cues: tuple[tuple[Span, str], ...]
    """The words of each cue, and its class in the table."""
    score: float
    """Log-odds that the matter is open."""
    threshold: float
    """The score from which it counts."""
    features: tuple[tuple[str, float], ...]
    """What holds for the sentence, with its weight, the bias included; what has no weight is left out."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.issues` from sentences, names and quotes, in reading order; gives no problems."""
    starts = _actors(document)
    raisers = Raisers(document)
    found = (_issue(document, sentence, starts, raisers) for sentence in document.citable())
    return replace(document, issues=tuple(issue for issue in found if issue)), ()


def explain(document: Document) -> tuple[IssueDecision, ...]:
    """How it was decided which sentences present an open matter; those without a cue are left out."""
    starts = _actors(document)
    read = ((sentence, *sentence_features(document, sentence, starts)) for sentence in document.citable())
    return tuple(_decision(document, sentence, found, have) for sentence, found, have in read if found)


def _decision(
    document: Document, sentence: Sentence, found: list[IssueCue], have: frozenset[str]
) -> IssueDecision:
    start, total = sentence.span.start, score(have)
    spans = ((document.source.span(start + cue.start, start + cue.end), cue.feature) for cue in found)
    known = weighed((BIAS, *sorted(have)), weights())
    return IssueDecision(sentence.span, total >= OPEN, tuple(spans), total, OPEN, known)


def _actors(document: Document) -> list[int]:
    """Offsets of the named actors."""
    return [name.span.start for name in document.names if name.kind in ACTORS]


def sentence_features(
    document: Document, sentence: Sentence, starts: list[int]
) -> tuple[list[IssueCue], frozenset[str]]:
    """The cues and features of one sentence; `starts` are the offsets of the document's named actors."""
    text = fold(document.text(sentence.span))
    first, last = (bisect.bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
    found, guards = cues_and_guards(text)
    return found, features_of(text, found, guards, last - first) if found else frozenset({NO_CUE})


def _issue(document: Document, sentence: Sentence, starts: list[int], raisers: Raisers) -> Issue | None:
    found, have = sentence_features(document, sentence, starts)
    strength = score(have)
    if not found or strength < OPEN:
        return None
    order = lexicon.issues.order.lines()
    best = min(found, key=lambda cue: order.index(cue.feature))
    start = sentence.span.start
    span = document.source.span(start + best.start, start + best.end)
    return Issue(sentence.span, span, _kind(best), *raisers.find(sentence, span), strength=strength)


def _kind(cue: IssueCue) -> IssueKind:
    """The kind that the word list gives a cue; another word there is a mistake of the list."""
    return next(kind for kind in _KINDS if kind == cue.kind)
