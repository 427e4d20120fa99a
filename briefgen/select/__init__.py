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

from briefgen.model import Archive, Considered, Corpus, Evidence, Selection
from briefgen.select.aliases import with_aliases
from briefgen.select.foreign import foreign_texts
from briefgen.select.free import FreeJudge, free_judges
from briefgen.select.judge import Judge
from briefgen.select.prior import priors
from briefgen.select.reasons import nearest, unsaid
from briefgen.select.verdict import Judgement
from briefgen.select.view import Search, View
from briefgen.topic import Topic

__all__ = ["select"]


def select(topic: Topic, corpus: Corpus) -> Selection:
    """The sentences of a corpus that bear on a topic, best first, ties in reading order.

    Scores lie in 0..1 and compare only inside one selection. When nothing is found `nearest` says what
    came near; `rejected` holds every other citable sentence with the reason.
    """
    topic, aliases = with_aliases(topic, corpus.documents)
    search = Search(topic)
    views = [search.view(document) for document in corpus.documents]
    copies = _copies(corpus)
    taken: list[Evidence] = []
    rejected: list[Evidence] = []
    considered: list[Considered] = []
    for judge in _judges(topic, views, copies, corpus.archive):
        source = judge.view.document.source.id
        verdicts = judge.verdicts()
        found = [one.evidence for one in verdicts if one.accepted]
        considered.append(Considered(source, judge.weight(found), bool(found), judge.reason))
        taken += found if source not in copies else ()
        rejected += (
            _without_copy(one, copies.get(source)) for one in verdicts if source in copies or not one.accepted
        )
    considered.sort(key=lambda one: -one.weight)
    used = tuple(one.source for one in considered if one.bears and one.source not in copies)
    return Selection(
        evidence=tuple(sorted(taken, key=lambda e: -e.score)),
        used=used,
        nearest=() if taken else nearest(topic, [v for v in views if v.document.source.id not in copies]),
        rejected=tuple(rejected),
        unsaid=unsaid(topic, views) if taken else (),
        considered=tuple(considered),
        aliases=aliases,
        foreign=foreign_texts(topic, corpus, used),
    )


def _judges(
    topic: Topic, views: Sequence[View], copies: Collection[str], archive: Archive | None
) -> Iterator[Judge | FreeJudge]:
    """A judge for each document: of the groups of a topic file, or of the words of a call."""
    if topic.free:
        return free_judges(topic, views, copies, archive)
    return (
        Judge(topic, view, prior) for view, prior in zip(views, priors(topic, views, archive), strict=True)
    )


def _copies(corpus: Corpus) -> dict[str, str]:
    """Documents that copy another one of the corpus, with what they are: "rewrite of wire.txt"."""
    copied = (k for k in corpus.kinships if k.kind != "original" and k.origin != k.source)
    held = corpus.by_id
    return {k.source: f"{k.kind} of {held[k.origin].source.file}" for k in copied if k.origin in held}


def _without_copy(verdict: Judgement, origin: str | None) -> Evidence:
    """A rejected sentence; of one that only its origin keeps out, that is the reason."""
    if origin is None or not verdict.accepted:
        return verdict.evidence
    return replace(verdict.evidence, reasons=(f"{origin}, kept as a cross-check only",))
