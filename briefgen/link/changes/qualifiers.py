"""Qualifiers that one version only has: "democratic countries" against "countries"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import lexicon
from briefgen.english.words import plain
from briefgen.link.offices import offices
from briefgen.link.pairing import Change, Pairing, Severity
from briefgen.link.statement import SharedStatement, Side

_PHRASE = 4  # words from a qualifier to the end of what it qualifies
_NEXT = frozenset({" ", "\u00a0", "-"})


def qualifiers_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """Qualifiers that were lost, then those that were added and stand for no lost one."""
    original, derived = statement.original, statement.derived
    forward, backward = statement.tiling.forward, statement.tiling.backward
    for run, kept in _qualified(original, forward, derived):
        other = _with_modifier(derived, kept, backward)
        left, right = original.span(run.start, run.stop), derived.span(other.start, other.stop)
        yield Change("qualifier", left, right, _weight(original, run, exchanged=other != kept))
    for run, kept in _qualified(derived, backward, original):
        other = _with_modifier(original, kept, forward)
        if not any(_is_qualifier(original, k) and k not in forward for k in other):
            left, right = original.span(other.start, other.stop), derived.span(run.start, run.stop)
            yield Change("qualifier", left, right, _weight(derived, run, exchanged=other != kept))


def _qualified(side: Side, taken: dict[int, int], other: Side) -> Iterator[tuple[range, range]]:
    """A qualifier the other side lacks, to the end of its phrase, and the words of the other side for it."""
    told = _told_elsewhere(side)
    for k, token in enumerate(side.tokens):
        if k in taken or k in told or token.key in other.keys or not _is_qualifier(side, k):
            continue
        end = k + 1
        while end < min(len(side.tokens), k + _PHRASE) and end in taken and side.gap(end) in _NEXT:
            if not side.tokens[end].content:
                break
            end += 1
        there = sorted(taken[i] for i in range(k + 1, end))
        if there and there[-1] - there[0] < _PHRASE:
            yield range(k, end), range(there[0], there[-1] + 1)


def _is_qualifier(side: Side, k: int) -> bool:
    word = side.tokens[k].text.casefold()
    return word in lexicon.linking.qualifiers() or word in lexicon.linking.degrees()


def _told_elsewhere(side: Side) -> frozenset[int]:
    """Quoted words and offices; they have detectors of their own."""
    spans = (*(q.inner for q in side.quoted), *(office.title for office in offices(side)))
    return frozenset(k for span in spans for k in side.within(span))


def _with_modifier(side: Side, run: range, taken: dict[int, int]) -> range:
    """The run with one free word of meaning before it, which may stand for the qualifier."""
    k = run.start - 1
    free = k >= 0 and k not in taken and side.tokens[k].content and side.gap(run.start) in _NEXT
    return range(k, run.stop) if free else run


def _weight(side: Side, run: range, exchanged: bool) -> Severity:
    """A qualifier of those who act changes who is meant; one that was exchanged is mostly a synonym."""
    if exchanged:
        return "minor"
    if side.tokens[run.start].text.casefold() in lexicon.linking.degrees():
        return "notable"
    actors = lexicon.linking.actors()
    return "major" if any(plain(side.tokens[k].text) in actors for k in run) else "notable"
