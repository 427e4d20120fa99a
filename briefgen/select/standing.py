"""Whether a document as a whole is on the words of a call, in part, or not.

Few sentences of a document on a topic repeat the words of the call. So the document is judged first: where
and how often it says them, and how much it is like the other documents that do. In one that is on the topic
everything it says competes; in one that is in part, the passages round the words do; elsewhere only a
sentence that says them all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from briefgen.english.rarity import rarity
from briefgen.english.stem import stem
from briefgen.english.words import stems
from briefgen.select.centroid import Vector, likeness_to_others, vector
from briefgen.select.prior import priors
from briefgen.select.view import SPEAKER, View
from briefgen.topic import Group, Topic

Tier = Literal["whole", "part", "aside"]

IN_LEAD = 0.8
"""What the words of a group in the lead are worth, against 1 in the headline."""
HALF, HALF_SHARE = 2, 0.04
"""Sentences with the words of a group that are worth a half, and the same as a share of the document's: three
in a transcript of two hundred are an aside."""
WHOLE, PART = 1.25, 0.6
"""Least standing of a document on the topic, and of one that is in part. Between 1.0 and 1.4 nothing changes
on nine folders; with 0.6 as with 0.4 or 0.8."""
TELLS, LIKE = 0.45, 0.3
"""What a document on the topic must tell of the call whatever it is like, and its least likeness (cosine) to
the others: documents on one matter have 0.35 to 0.8, on neighbouring ones less than 0.3."""
VERY_LIKE = 0.5
"""Likeness from which a document is on the matter of the others though it says little of the call."""
MANY, FIRM = 25, 0.45
"""Where so many documents are on the topic, those that are in part need this weight: what an archive says of
a matter in passing is not needed. Set on three thousand agency reports."""
UNSAID = 0.4
"""Share of the words of a call, by their rarity, that a document on it need not say."""
HIGH = 0.5
"""Rank in a full-text search, against the first, of a document that may be on the call."""
SPEAKS = 0.3
"""What a document must tell of the call to be one that others are compared with."""
SHARP = 3
"""Power of what a document tells, as its weight among those that another is compared with: those that are
clearly on the topic say what it is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands to the words of a call."""

    told: float
    """0..1: where and how often it says them, rare words more."""
    alike: float
    """0..1: how much it is like the others that say them, against the one that is most."""
    cosine: float
    """0..1: the same as it is."""
    named: bool
    """Whether it says practically all words of the call, a single one in its headline: in passing one word is
    said of many a matter."""
    rank: float = 0.0
    """0..1: how high a full-text search for the words of the call, and words beside them, puts it."""
    spoken: bool = False
    """Whether the call is a person who speaks here: then what others say is not on the call."""
    passed_over: bool = False
    """Whether it is on the call in part only, while many are as wholes, or while it is unlike those."""

    @property
    def total(self) -> float:
        """0..2."""
        return self.told + self.alike

    @property
    def weight(self) -> float:
        """0..1: how much it bears on the topic among the others; what a search finds counts half."""
        return (self.rank / 2 + self.total / 2) / 1.5

    @property
    def firm(self) -> bool:
        """Whether it tells enough of the call and is like the others that do, or is very much like them."""
        like = self.cosine >= VERY_LIKE and self.told >= SPEAKS
        return like or (self.named and self.told >= TELLS and self.cosine >= LIKE)

    @property
    def promising(self) -> bool:
        """Whether it may be on the call though no sentence holds its words together."""
        return self.tier == "whole" or (self.named and self.told >= SPEAKS and self.rank >= HIGH)

    @property
    def tier(self) -> Tier:
        """How much of it competes."""
        if self.firm and self.total >= WHOLE and not self.spoken:
            return "whole"
        return "part" if self.total >= PART and not self.passed_over else "aside"

    @property
    def reason(self) -> str:
        """How it stands, as a user reads it."""
        if self.passed_over:
            return "says words of the call, but the documents on them are many, or it is not like them"
        how = {"whole": "on the words of the call", "part": "on them in part", "aside": "not on them"}
        return f"{how[self.tier]}: tells {self.told:.2f} of them, {self.alike:.2f} like the others that do"


def weights(topic: Topic) -> tuple[float, ...]:
    """The share of each group in what is told, by the rarity of its rarest word; together 1."""
    found = [max(map(rarity, _stems(group)), default=0.0) + 0.1 for group in topic.groups]
    return tuple(weight / sum(found) for weight in found)


def _stems(group: Group) -> tuple[str, ...]:
    return tuple(chain.from_iterable(stems(term) for term in group.terms[:1])) or stems(group.name)


def standings(topic: Topic, views: Sequence[View], copies: Collection[str]) -> tuple[Standing, ...]:
    """The standing of each document among the others; `copies` are ids that are no model for them."""
    shares = weights(topic)
    told = [_told(shares, view) for view in views]
    vectors = [body(view) for view in views]
    model = _models(views, told, copies)
    alike = likeness_to_others(vectors, model)
    # A call that only one document speaks of: there is nothing to be like.
    most = max((like for like, weight in zip(alike, model, strict=True) if weight), default=0.0)
    found = tuple(
        Standing(
            share,
            min(1.0, like / most) if most else share,
            like,
            _named(shares, view),
            rank,
            _spoken(shares, view),
        )
        for view, share, like, rank in zip(views, told, alike, priors(topic, views), strict=True)
    )
    if sum(one.tier == "whole" for one in found) < MANY:
        return found
    return tuple(replace(one, passed_over=one.tier != "whole" and one.weight < FIRM) for one in found)


def models(views: Sequence[View], found: Sequence[Standing], copies: Collection[str]) -> list[float]:
    """What each document weighs in what the documents on the topic have in common."""
    return _models(views, [one.told for one in found], copies)


def _models(views: Sequence[View], told: Sequence[float], copies: Collection[str]) -> list[float]:
    return [
        0.0 if view.document.source.id in copies or share < SPEAKS else share**SHARP
        for view, share in zip(views, told, strict=True)
    ]


def body(view: View) -> Vector:
    """The words of headline and text."""
    return vector(map(stem, chain(view.title, *(line.words for line in view.lines))))


def _told(shares: Sequence[float], view: View) -> float:
    return sum(share * _share(view, group) for group, share in enumerate(shares))


def _share(view: View, group: int) -> float:
    """What a document tells of one group, 0..1."""
    if view.in_title(group):
        return 1.0
    often = view.strong(group) / (view.strong(group) + max(HALF, HALF_SHARE * len(view.lines)))
    return max(often, IN_LEAD) if view.in_lead(group) else often


def _named(shares: Sequence[float], view: View) -> bool:
    if len(shares) == 1:
        return view.in_title(0) is not None
    missing = (
        share for group, share in enumerate(shares) if not view.strong(group) and not view.in_title(group)
    )
    return sum(missing) <= UNSAID


def _spoken(shares: Sequence[float], view: View) -> bool:
    """Whether the call is, by the most of its words, a person who speaks here."""
    by_speaker = {
        group
        for line in view.lines
        for group, hits in enumerate(line.hits)
        if any(hit.label == SPEAKER for hit in hits)
    }
    return sum(shares[group] for group in by_speaker) > 1 / 2
