"""Topic and corpus in, ranked evidence with reasons out.

All groups of a topic must be satisfied: one by a sentence's own words, the others by them too or, with
decreasing weight, by its paragraph, the paragraphs beside it, the headline or the lead. The principal
actor alone never suffices. Documents that copy another one give no evidence of their own.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.model import Corpus, Document, Evidence, Selection
from briefgen.select.centroid import central
from briefgen.select.judge import Judge, Verdict
from briefgen.select.prior import priors
from briefgen.select.reasons import nearest
from briefgen.select.view import Search
from briefgen.topic import Topic

__all__ = ["central", "select"]


def select(topic: Topic, corpus: Corpus) -> Selection:
    """The sentences of a corpus that bear on a topic, best first, ties in reading order.

    Scores lie in 0..1 and compare only inside one selection. When nothing is found `nearest` says what
    came near; `rejected` holds every other citable sentence with the reason.
    """
    search = Search(topic)
    views = [search.view(document) for document in corpus.documents]
    taken: list[Evidence] = []
    rejected: list[Evidence] = []
    for view, prior in zip(views, priors(topic, views), strict=True):
        origin = _origin(corpus, view.document)
        for verdict in Judge(topic, view, prior).verdicts():
            if verdict.accepted and origin is None:
                taken.append(verdict.evidence)
            else:
                rejected.append(_without_copy(verdict, origin))
    ranked = sorted(taken, key=lambda e: -e.score)
    used = {e.span.source for e in ranked}
    return Selection(
        evidence=tuple(ranked),
        used=tuple(d.source.id for d in corpus.documents if d.source.id in used),
        nearest=() if ranked else nearest(topic, [v for v in views if not _origin(corpus, v.document)]),
        rejected=tuple(rejected),
    )


def _origin(corpus: Corpus, document: Document) -> str | None:
    """What a document copies, when that is in the corpus too."""
    kin = corpus.kinship(document.source.id)
    copied = kin.kind != "original" and kin.origin != kin.source and kin.origin in corpus.by_id
    return f"{kin.kind} of {kin.origin}" if copied else None


def _without_copy(verdict: Verdict, origin: str | None) -> Evidence:
    """A rejected sentence; of one that only its origin keeps out, that is the reason."""
    if origin is None or not verdict.accepted:
        return verdict.evidence
    return replace(verdict.evidence, reasons=(f"{origin}, kept as a cross-check only",))
