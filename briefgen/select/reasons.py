"""Reasons a user can read: why a sentence is in or out, and what came nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from briefgen.select.mentions import ALSO
from briefgen.select.support import Support, distinctive
from briefgen.select.terms import TermHit
from briefgen.select.view import STRONG, View
from briefgen.topic import Group, Topic

_SUBJECT = MappingProxyType(
    {
        "own": "",
        "question": "the question it answers ",
        "paragraph": "its paragraph ",
        "neighbour": "the paragraph beside it ",
        "title": "the headline ",
        "lead": "the opening ",
        "elsewhere": "the document elsewhere ",
    }
)
NEAREST = 5  # lines shown when nothing was found
ALIKE = 0.8  # share of letters in common (difflib) from which a word may be meant


def why_in(topic: Topic, supports: Sequence[Support]) -> tuple[str, ...]:
    """One reason for each group that is satisfied, the sentence's own words first."""
    ordered = sorted((s for s in supports if s.hit and s.weight), key=lambda s: (-s.weight, s.group))
    return tuple(_SUBJECT[s.where] + says(topic, s.hit) for s in ordered if s.hit)


def says(topic: Topic, hit: TermHit) -> str:
    """What words say for their group: 'names “Japan” (Asia)'."""
    side = hit.label or topic.groups[hit.group].name
    verb = "names" if hit.named else "says"
    same = side.casefold() == hit.shown.casefold()
    return f"{verb} “{hit.shown}”" + ("" if same else f" ({side})")


def why_out(topic: Topic, supports: Sequence[Support]) -> tuple[str, ...]:
    """What is missing."""
    passing = [s for s in supports if s.where == "passing" and s.hit]
    absent = [topic.groups[s.group].name for s in supports if s.where == "none"]
    reasons = [f"only a passing mention of “{s.hit.shown}”" for s in passing if s.hit]
    if absent:
        reasons.append(f"nothing here or near on {' or '.join(absent)}")
    if not reasons and any(supports[g].where == "own" for g in distinctive(topic)):
        far = min(supports, key=lambda s: s.weight)
        reasons.append(f"only loosely tied to {topic.groups[far.group].name}")
    if not reasons:
        sides = " or ".join(topic.groups[g].name for g in distinctive(topic))
        reasons.append(f"says nothing itself on {sides}")
    return tuple(reasons)


def nearest(topic: Topic, views: Sequence[View]) -> tuple[str, ...]:
    """For each document that has a part of the topic, what it has and what is missing; nearest first."""
    found = sorted(((_near(topic, view), n) for n, view in enumerate(views)), key=lambda p: (-p[0][0], p[1]))
    lines = [line for (score, line), _ in found if score] or list(_spelt_alike(topic, views))
    return tuple(lines[:NEAREST])


def unsaid(topic: Topic, views: Sequence[View]) -> tuple[str, ...]:
    """Words of a call that no document says, with what may be meant: a memo on the others hides a slip."""
    said = [any(view.strong(n) or view.in_title(n) for view in views) for n in range(len(topic.groups))]
    missing = tuple(group for group, there in zip(topic.groups, said, strict=True) if not there)
    if not topic.free or not missing or len(missing) == len(topic.groups):
        return ()
    alike = dict(_alike(missing, views))
    terms = (group.terms[0] if group.terms else group.name for group in missing)
    return tuple(alike.get(term, f"no source says “{term}”") for term in terms)


def _spelt_alike(topic: Topic, views: Sequence[View]) -> Iterator[str]:
    """Words of the sources that look like a word of the topic, which may be a slip of the keyboard."""
    return (line for _, line in _alike(topic.groups if topic.free else (), views))


def _alike(groups: Sequence[Group], views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """Terms of groups, each with the line that names a word of the sources that looks like it."""
    known = sorted({word for view in views for line in view.lines for word in line.words})
    for term in (term for group in groups for term in group.terms):
        for word in difflib.get_close_matches(term.casefold(), known, n=1, cutoff=ALIKE):
            yield term, f"no source says “{term}”, but “{word}” is there"


def _near(topic: Topic, view: View) -> tuple[float, str]:
    """How near one document comes, and the line that says so."""
    has, lacks, score = [], [], 0.0
    for group in range(len(topic.groups)):
        best = max(view.lines, key=lambda line: line.weight(group), default=None)
        if best is None or best.weight(group) <= ALSO:
            lacks.append(topic.groups[group].name)
            continue
        hit = best.hits[group][0]
        score += hit.weight
        place = view.document.source.place(best.span.start)
        has.append(f"{says(topic, hit)}{_how(topic, hit)} ({place})")
    missing = f", but nothing on {' or '.join(lacks)}" if lacks else ""
    return score, f"{view.document.source.file} {' and '.join(has)}{missing}"


def _how(topic: Topic, hit: TermHit) -> str:
    """Why words that came near do not suffice: a passing mention, or a state for its region."""
    if hit.weight >= STRONG:
        return ""
    return " but never the region itself" if topic.free and hit.label else " in passing"
