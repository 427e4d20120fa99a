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
from briefgen.model import Archive
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
MUCH = 0.6
"""What a document of an archive must tell of the call to be on it however high others rank. Without, a folder
of 338 articles on one matter gave 7 of them; with .45, agency reports of other matters come in."""
VERY_LIKE = 0.5
"""Likeness from which a document is on the matter of the others though it says little of the call."""
SAME = 0.4
"""Likeness from which two documents tell one story: in five articles on neighbouring matters it is .36 at
most, in clusters of reports on one event seldom less."""
FIRM, SILENT = 0.5, 0.5
"""Weight of a document that bears on the call, and the share of its words that it need not say where it is
not very like those that do. In mixed folders of 8 to 105 articles, and in three thousand agency reports,
.45 and .55 do as well."""
SOME, FEW = 25, 0.1
"""Documents of an archive, and the share of them below which those on a call are few. There what the others
say of it in passing is not needed."""
UNSAID = 0.4
"""Share of the words of a call, by their rarity, that a document on it need not say."""
SPEAKS = 0.3
"""What a document must tell of the call to be one that others are compared with."""
SENTENCE, KINDRED = 5, 0.25
"""Words of a call from which it is a headline or a sentence, and how like the document that says them another
one must be: it tells the same in other words. No sentence of either says them all."""
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
    silent: float
    """0..1: the share of its words, by their rarity, that no sentence and no headline says."""
    named: bool
    """Whether it says practically all words of the call, a single one in its headline: in passing one word is
    said of many a matter."""
    rank: float = 0.0
    """0..1: how high a full-text search for the words of the call, and words beside them, puts it."""
    sentence: bool = False
    """Whether the call is a sentence or headline; never for a talk, in which a matter is one of many."""
    spoken: bool = False
    """Whether the call is a person who speaks here: then what others say is not on the call."""
    passed_over: bool = False
    """Whether it says words of the call only in passing, in an archive, or is unlike the documents on it."""
    unsaid: bool = False
    """Whether it bears on the call though no passage of it says its words: then all of it competes."""

    @property
    def total(self) -> float:
        """0..2."""
        return self.told + self.alike

    @property
    def weight(self) -> float:
        """0..1: how much it bears on the topic among the others; half of it is what a search finds."""
        return (self.rank + self.total / 2) / 2

    @property
    def bears(self) -> bool:
        """Whether it is on the call, be it that no sentence holds its words together."""
        speaks = self.told >= SPEAKS and (self.silent <= SILENT or self.cosine >= SAME)
        return speaks and self.weight >= FIRM and not self.passed_over

    @property
    def firm(self) -> bool:
        """Whether it tells enough of the call and is like the others that do, or is very much like them."""
        if self.cosine >= VERY_LIKE and self.told >= SPEAKS:
            return self.total >= WHOLE
        return self.named and self.told >= TELLS and self.cosine >= LIKE and self.total >= WHOLE

    @property
    def surely(self) -> bool:
        """Whether it tells so much of the call, and is so like those that do, that its rank says nothing."""
        return self.firm and self.told >= MUCH

    @property
    def retells(self) -> bool:
        """Whether it says much of a call that is a sentence, or is like a document that does."""
        return self.sentence and (self.told >= SPEAKS or self.cosine >= KINDRED)

    @property
    def tier(self) -> Tier:
        """How much of it competes."""
        if self.passed_over:
            return "aside"
        if self.unsaid or ((self.firm or self.retells) and not self.spoken):
            return "whole"
        return "part" if self.total >= PART else "aside"

    @property
    def reason(self) -> str:
        """How it stands, as a user reads it."""
        if self.passed_over:
            return "says words of the call in passing, or is not like the documents on them"
        how = {"whole": "on the words of the call", "part": "on them in part", "aside": "not on them"}
        return f"{how[self.tier]}: tells {self.told:.2f} of them, {self.alike:.2f} like the others that do"


def weights(topic: Topic) -> tuple[float, ...]:
    """The share of each group in what is told, by the rarity of its rarest word; together 1."""
    found = [max(map(rarity, _stems(group)), default=0.0) + 0.1 for group in topic.groups]
    return tuple(weight / sum(found) for weight in found)


def _stems(group: Group) -> tuple[str, ...]:
    return tuple(chain.from_iterable(stems(term) for term in group.terms[:1])) or stems(group.name)


def standings(
    topic: Topic, views: Sequence[View], copies: Collection[str], archive: Archive | None = None
) -> tuple[Standing, ...]:
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
            _silent(shares, view),
            _named(shares, view),
            rank,
            sentence=len(shares) >= SENTENCE and not is_talk(view),
            spoken=_spoken(shares, view),
        )
        for view, share, like, rank in zip(views, told, alike, priors(topic, views, archive), strict=True)
    )
    count = archive.texts if archive else len(found)
    return _in_archive(found, count) if 0 < sum(one.bears for one in found) < FEW * count else found


def _in_archive(found: tuple[Standing, ...], count: int) -> tuple[Standing, ...]:
    """Of so many documents only those that bear on the call, or are surely on it: in an archive that was
    gathered for the call only a handful rank as high as the best."""
    if count < SOME:
        return found
    return tuple(replace(one, passed_over=not (one.bears or one.surely)) for one in found)


def is_talk(view: View) -> bool:
    """Whether a document holds the turns of speakers."""
    return view.document.meta.genre.value in ("transcript", "interview")


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
    return _silent(shares, view) <= UNSAID


def _silent(shares: Sequence[float], view: View) -> float:
    missing = (g for g in range(len(shares)) if not view.strong(g) and not view.in_title(g))
    return sum(shares[group] for group in missing)


def _spoken(shares: Sequence[float], view: View) -> bool:
    """Whether the call is, by the most of its words, a person who speaks here."""
    by_speaker = {
        group
        for line in view.lines
        for group, hits in enumerate(line.hits)
        if any(hit.label == SPEAKER for hit in hits)
    }
    return sum(shares[group] for group in by_speaker) > 1 / 2
