"""Reads the relations of one masked sentence: patterns that hold, actor, kind, what bars them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, get_args

from briefgen import lexicon
from briefgen.annotate.relations.masking import MARK, Masked
from briefgen.annotate.relations.parties import domestic, parties, speaks_for, unique
from briefgen.annotate.relations.patterns import Pattern, guards, noun_kind
from briefgen.annotate.relations.patterns import found as stated
from briefgen.annotate.relations.wording import dated, phrase
from briefgen.english.negation import denial, refused
from briefgen.model import Name, Relation, RelationKind, Span

_NEIGHBOURS = 160  # characters round the words in which both parties stand, about a clause on either side
_BEFORE = 60  # characters looked at before the words, about ten words
_REACH = 600  # characters around the words that are searched; longer sentences are lists or no prose
_SUBJECT_BARRED = re.compile(
    r"(?:\b(?:in|on|at|from|to|with|of|for|against|by|over|off|near|about|between|across|despite|under|and|or)|,)"
    r" (?:the |former |its |their |then |senior )?$"
)
_NEAR = re.compile(r"<a?(\d[\d+]*)>(?:'s? (?:[\w-]+ ){0,3}| (?:[\w-]+ )?)$")
_TWO_SIDES = re.compile(r"\b(?:the two|both) (?:countries|sides|nations|states|governments|leaders)\b")
NEGATION = "negation"
_OVER = frozenset({"over", "was", "ended", "former"})
"""Bars that make what the words state a former relation."""
_APART = frozenset({"before", "over", "ended"})
"""Bars that part the sides that stand in what they bar: no other words of the sentence join these."""
_UNREAL = frozenset({NEGATION, "conditional", *_OVER, *_APART})
"""Bars that hold for all words inside those that they bar."""
_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)
_RAISED: tuple[RelationKind, ...] = (
    "asked",
    "announced",
    "seeks",
)  # what words before "has" may turn it into
_SAYS = "|".join(sorted(lexicon.saying.finite_forms("say")))
_CLAUSE = re.compile(rf"\b(?:{_SAYS}|that|but|while|although)\b|[;:]")
_NEXT_VERB = re.compile(r"\band (?=(?:had|has|have|is|are|was|were|will|would|can|could) )")
"""A second verb of the same subject: "was not alone and had signed"."""
_ASIDE = re.compile(r", (?:which|who|whose|whom|where)\b[^,]*,|^[^,<]*, (?=(?:[\w-]+ ){0,2}<)")
"""What is said beside the clause: "Norway, which is no member, signed", "No longer alone, Norway signed"."""
_GOVERNING = 3  # words before "that" among which a denial holds for the clause: "it is not true that"


class Bar(NamedTuple):
    """What keeps words from stating a relation."""

    reason: str
    """A group of relations/guards.tsv; "negation", "no partner", "told before"."""
    words: str = ""
    """What the guard matched."""


class RelationMatch(NamedTuple):
    """Words that a pattern matches, and what became of them."""

    sentence: Span
    cue: Span
    kind: str
    """Of the pattern; "second chance" when no pattern read the sentence."""
    pattern: str
    """The expression, as the word list has it; "" for a second chance."""
    relation: Relation | None
    bar: Bar | None
    """Why there is no relation; None when there is one."""


def read(masked: Masked) -> list[Relation]:
    """The relations a sentence states; each side once, under the first pattern that holds."""
    return [one.relation for one in matched(masked) if one.relation is not None]


def matched(masked: Masked) -> Iterator[RelationMatch]:
    """All that the patterns match in a sentence, barred ones too, and what came of it."""
    told: set[str] = set()
    over: set[str] = set()
    found = list(stated(masked.text))
    bars = [_bar(masked.text, match, pattern.kind) for pattern, match in found]
    unreal = [
        (bar, match) for bar, (_, match) in zip(bars, found, strict=True) if bar and bar.reason in _UNREAL
    ]
    for (pattern, match), own in zip(found, bars, strict=True):
        # "agreement with Japan" is not read out of "signed a security agreement with Japan" that was denied.
        bar = own or _inherited(unreal, match)
        past = bool(own and own.reason in _OVER) or (pattern.kind == "former" and not bar)
        relation = _relation(masked, pattern, match, past=past) if past or not bar else None
        bar = None if relation else bar or Bar("no partner")
        if relation is not None and {p.key for p in relation.partners} <= (told | over if past else told):
            relation, bar = None, Bar("told before")
        if relation is not None:
            # A former relation does not keep the other words of the sentence from stating one that stands.
            sides = over if past else told
            sides |= {side.key for side in (relation.actor, *relation.partners) if side}
        cue = masked.span(match.start(), match.end())
        yield RelationMatch(masked.sentence, cue, pattern.kind, pattern.text, relation, bar)
    if not told:
        yield from _second_chance(masked, unreal)


def _inherited(unreal: Sequence[tuple[Bar, re.Match[str]]], match: re.Match[str]) -> Bar | None:
    """The bar of wider words that holds for all words inside them."""
    return next((bar for bar, other in unreal if _covers(other, match)), None)


def _covers(outer: re.Match[str], inner: re.Match[str]) -> bool:
    return outer.start() <= inner.start() and inner.end() <= outer.end()


def _relation(masked: Masked, pattern: Pattern, match: re.Match[str], *, past: bool) -> Relation | None:
    """The relation that the words state, or stated in the `past`; None when they name no partner."""
    groups = match.groupdict()
    sides = masked.marked(groups["p"] or "")
    if pattern.sides in ("all", "free"):
        actor = sides[0] if pattern.sides == "all" and len(sides) > 1 else None
    else:
        actor = _marked_actor(masked, groups.get("a")) or _subject(masked, match)
    partners = tuple(side for side in unique(sides, actor) if not domestic(side, actor))
    if pattern.sides == "bodies":
        partners = tuple(side for side in partners if side.kind == "organisation")
    if not partners:
        return None
    base = noun_kind(groups["noun"]) if pattern.kind == "noun" and groups.get("noun") else pattern.kind
    kind = "former" if past else _kind(masked.text, match, base)
    return _stated(masked, match, kind, actor, partners)


def _stated(
    masked: Masked, match: re.Match[str], kind: RelationKind, actor: Name | None, partners: tuple[Name, ...]
) -> Relation:
    """The relation with its words as they are printed and its date."""
    document, sentence, cue = masked.document, masked.sentence, masked.span(*match.span())
    words = phrase(document, sentence, cue)
    return Relation(sentence, cue, words, kind, actor, partners, dated(document, sentence, words))


def _bar(text: str, match: re.Match[str], kind: str) -> Bar | None:
    """The guard that bars the words of a `kind`: negation, a former state, a condition, an opponent, a
    company; words of a conflict are what states that a relationship is strained."""
    denied = _denied(text, match)
    if denied:
        return Bar(NEGATION, denied)
    before, words = text[max(match.start() - _BEFORE, 0) : match.start()], match.group()
    around = text[max(match.start() - _REACH, 0) : match.end() + _REACH]
    found = {
        "before": guards("before").search(before),
        "over": guards("over").search(before),
        "was": guards("was").search(words),
        "conditional": guards("conditional").search(before),
        "inside": None if kind in ("strained", "tension") else guards("inside").search(words),
        "after": guards("after").match(text, match.end()),
        "ended": guards("ended").match(_ASIDE.sub("", text[match.end() : match.end() + _REACH])),
        "former": guards("former").search(text, match.start(), match.end() + _REACH),
        "company": guards("company").search(around),
        "scandal": guards("scandal").search(around),
    }
    return next((Bar(group, guard.group()) for group, guard in found.items() if guard), None)


def _denied(text: str, match: re.Match[str]) -> str:
    """The words that deny the relation: "never" before or among its words, "was not signed" behind them."""
    governing, before = _clause_before(text[max(match.start() - _NEIGHBOURS, 0) : match.start()])
    after = text[match.end() : match.end() + _NEIGHBOURS]
    behind = _CLAUSE.split(after, maxsplit=1)[0]
    words = _ASIDE.sub(" ", before) + match.group()
    # "turned the deal with Japan down": what begins before or among the words may end behind them.
    found = governing or denial(words + behind)
    if found and (found is governing or found.start() < len(words)):
        return found.group()
    if refusal := refused(after):
        return refusal.group().lstrip(" ,")
    found = denial(behind)
    unmade = guards("unmade").match(behind[found.end() :].lstrip()) if found else None
    return f"{found.group()} {unmade.group()}" if found and unmade else ""


def _clause_before(before: str) -> tuple[re.Match[str] | None, str]:
    """What denies the clause in words that govern it ("denied that", "it is not true that"), and its words
    before the relation."""
    ends = chain(_CLAUSE.finditer(before), _NEXT_VERB.finditer(before))
    last = max(ends, key=lambda m: m.end(), default=None)
    if last is None:
        return None, before
    governing = before[: last.start()].rstrip() if last.group() == "that" else ""
    return denial(" ".join(governing.split()[-_GOVERNING:])), before[last.end() :]


def _kind(text: str, match: re.Match[str], base: str) -> RelationKind:
    """The kind, raised from the base by what the words before say: a wish, a request, a hurdle."""
    before = text[max(match.start() - _BEFORE, 0) : match.start()]
    before = before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]
    behind = _ASIDE.sub("", text[match.end() : match.end() + _REACH])
    if guards("strained").search(before) or guards("soured").match(behind):
        return "strained"
    if guards("obstacle").search(before):
        return "obstacle"
    if base == "has":
        for kind in _RAISED:
            if guards(kind).search(before + match.group()):
                return kind
    return _named(base)


def _named(kind: str) -> RelationKind:
    """The kind that a pattern or noun of the word lists names; a noun that names none states what stands."""
    return next((known for known in _KINDS if known == kind), "has")


def _marked_actor(masked: Masked, text: str | None) -> Name | None:
    """The actor that the pattern itself marks."""
    mark = MARK.search(text or "")
    return masked.names[int(mark[2].split("+")[0])] if mark else None


def _subject(masked: Masked, match: re.Match[str]) -> Name | None:
    """The side before the words: "U.S. relations with", else the first free name of the clause."""
    before = masked.text[max(match.start() - _REACH, 0) : match.start()]
    near = _NEAR.search(before)
    if near and (near.group().count(" ") == 1 or "'" in near.group()):
        return _first_side(masked, near[1])
    boundary = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
    inside = _first_free(masked, before, boundary)
    if inside is not None or not boundary:
        return inside
    refers_back = re.match(r" ?(?:it|they|he|she|we|its|their)\b", before[boundary:] + match.group())
    return _first_free(masked, before, 0) if refers_back else None


def _first_free(masked: Masked, before: str, start: int) -> Name | None:
    """The first name behind no preposition; an adjective counts before an office ("Japanese ministry")."""
    for mark in MARK.finditer(before, start):
        if mark[1] in ("", "a") and not _SUBJECT_BARRED.search(before[: mark.start()]):
            return _first_side(masked, mark[2])
    return None


def _first_side(masked: Masked, numbers: str) -> Name | None:
    """The first state or organisation of a mark."""
    named = (masked.names[int(number)] for number in numbers.split("+"))
    return next((name for name in named if name.kind in ("state", "organisation")), None)


def _second_chance(masked: Masked, barred: Sequence[tuple[Bar, re.Match[str]]]) -> Iterator[RelationMatch]:
    """Two named parties and strong relation words in one sentence that no pattern reads; who stands in
    `barred` words is no party."""
    text = masked.text
    match = guards("second-chance").search(text)
    if match is None:
        return
    discord = guards("discord").search(text)
    bar = _bar(text, match, "has") or _inherited([one for one in barred if one[0].reason == NEGATION], match)
    bar = bar or (Bar("discord", discord.group()) if discord else None)
    supposed = guards("supposed").search(text, 0, match.start())
    bar = bar or (Bar("supposed", supposed.group()) if supposed else None)
    relation = (
        None
        if bar
        else _between_parties(masked, match, [other for bar, other in barred if bar.reason in _APART])
    )
    if relation is None:
        bar = bar or Bar("no partner")
    cue = masked.span(*match.span())
    yield RelationMatch(masked.sentence, cue, "second chance", "", relation, bar)


def _between_parties(masked: Masked, cue: re.Match[str], barred: Sequence[re.Match[str]]) -> Relation | None:
    """The relation between the parties around the words; None with fewer than two."""
    text = masked.text
    both = bool(_TWO_SIDES.search(text))
    first = max(text.rfind(";", 0, cue.start()) + 1, cue.start() - _NEIGHBOURS)
    last = text.find(";", cue.end(), cue.end() + _NEIGHBOURS)
    near = range(first, last if last >= 0 else cue.end() + _NEIGHBOURS)
    sides = unique(tuple(parties(masked, both, near, barred)), None)
    if len({speaks_for(p) for p in sides}) < 2:
        return None
    kind = _kind(text, cue, "has")
    return _stated(masked, cue, kind, sides[0], sides[1:])
