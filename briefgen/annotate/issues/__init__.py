"""Issues: sentences that present a public matter as open, by a small linear model over readable features.

Open means unresolved, contested, conditional, requested, obstructed, pending or a concern, at the time
of the text. "Whether or not", counterfactuals, what is settled in the same sentence, a market's demand,
negated cues and general rules weigh against it. Steps: `features` (cues, guards, weights), `raised`.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import get_args

from briefgen import lexicon
from briefgen.annotate.issues.features import OPEN, IssueCue, cues, features_of, fold, score
from briefgen.annotate.issues.raised import Raisers
from briefgen.annotate.issues.vocabulary import NO_CUE
from briefgen.errors import Problem
from briefgen.model import Document, Issue, IssueKind, Sentence

__all__ = ["annotate"]

ACTORS = ("state", "organisation", "person")
_KINDS: tuple[IssueKind, ...] = get_args(IssueKind)


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills `Document.issues` from sentences, names and quotes, in reading order; gives no problems."""
    starts = [name.span.start for name in document.names if name.kind in ACTORS]
    raisers = Raisers(document)
    found = (_issue(document, sentence, starts, raisers) for sentence in document.citable())
    return replace(document, issues=tuple(issue for issue in found if issue)), ()


def sentence_features(
    document: Document, sentence: Sentence, starts: list[int]
) -> tuple[list[IssueCue], frozenset[str]]:
    """The cues and features of one sentence; `starts` are the offsets of the document's named actors."""
    text = fold(document.text(sentence.span))
    first, last = (bisect.bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
    found = cues(text)
    return found, features_of(text, found, last - first) if found else frozenset({NO_CUE})


def _issue(document: Document, sentence: Sentence, starts: list[int], raisers: Raisers) -> Issue | None:
    found, have = sentence_features(document, sentence, starts)
    if not found or score(have) < OPEN:
        return None
    order = lexicon.issues.order.lines()
    best = min(found, key=lambda cue: order.index(cue.feature))
    start = sentence.span.start
    span = document.source.span(start + best.start, start + best.end)
    return Issue(sentence.span, span, _kind(best), *raisers.find(sentence, span))


def _kind(cue: IssueCue) -> IssueKind:
    """The kind that the word list gives a cue; another word there is a mistake of the list."""
    return next(kind for kind in _KINDS if kind == cue.kind)
