"""Topic and corpus in, ranked evidence with reasons out.

All groups of a topic must be satisfied: one by a sentence's own words, the others by them too or, with
decreasing weight, by its paragraph, the paragraphs beside it, the headline or the lead. The principal
actor alone never suffices. In a document that is about the words of a call (not a topic file) what its
people state belongs to the topic as well, with a lower score. Documents that copy another one give no
evidence of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefgen.model import Corpus, Evidence, Selection
from briefgen.select.centroid import summed, unit
from briefgen.select.free import FreeJudge
from briefgen.select.judge import Judge
from briefgen.select.prior import priors
from briefgen.select.reasons import nearest
from briefgen.select.standing import body, models, standings, weights
from briefgen.select.verdict import Judgement
from briefgen.select.view import Search, View
from briefgen.topic import Topic

__all__ = ["select"]


def select(topic: Topic, corpus: Corpus) -> Selection:
    """The sentences of a corpus that bear on a topic, best first, ties in reading order.

    Scores lie in 0..1 and compare only inside one selection. When nothing is found `nearest` says what
    came near; `rejected` holds every other citable sentence with the reason.
    """
    search = Search(topic)
    views = [search.view(document) for document in corpus.documents]
    copies = _copies(corpus)
    taken: list[Evidence] = []
    rejected: list[Evidence] = []
    for view, judge in zip(views, _judges(topic, views, copies), strict=True):
        origin = copies.get(view.document.source.id)
        for verdict in judge.verdicts():
            if verdict.accepted and origin is None:
                taken.append(verdict.evidence)
            else:
                rejected.append(_without_copy(verdict, origin))
    ranked = sorted(taken, key=lambda e: -e.score)
    used = {e.span.source for e in ranked}
    own = [view for view in views if view.document.source.id not in copies]
    return Selection(
        evidence=tuple(ranked),
        used=tuple(d.source.id for d in corpus.documents if d.source.id in used),
        nearest=() if ranked else nearest(topic, own),
        rejected=tuple(rejected),
    )


def _judges(topic: Topic, views: Sequence[View], copies: Collection[str]) -> Iterator[Judge | FreeJudge]:
    """A judge for each document: of the groups of a topic file, or of the words of a call."""
    if not topic.free:
        yield from (
            Judge(topic, view, prior) for view, prior in zip(views, priors(topic, views), strict=True)
        )
        return
    standing = standings(topic, views, copies)
    centre = unit(
        summed([body(view) for view in views], models(views, [one.told for one in standing], copies))
    )
    for view, one in zip(views, standing, strict=True):
        yield FreeJudge(topic, view, one, weights(topic), centre)


def _copies(corpus: Corpus) -> dict[str, str]:
    """Documents that copy another one of the corpus, with what they are: "rewrite of S1"."""
    copied = (k for k in corpus.kinships if k.kind != "original" and k.origin != k.source)
    return {k.source: f"{k.kind} of {k.origin}" for k in copied if k.origin in corpus.by_id}


def _without_copy(verdict: Judgement, origin: str | None) -> Evidence:
    """A rejected sentence; of one that only its origin keeps out, that is the reason."""
    if origin is None or not verdict.accepted:
        return verdict.evidence
    return replace(verdict.evidence, reasons=(f"{origin}, kept as a cross-check only",))
