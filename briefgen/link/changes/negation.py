"""Only one version denies what both speak of."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.english.negation import denies
from briefgen.link.pairing import Change, Pairing
from briefgen.link.statement import SharedStatement, Side
from briefgen.model import Span

_REACH = 3  # words after a negation among which the denied one is looked for


def negation_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """At most one change: a sentence that denies twice is not compared word by word."""
    original, derived = statement.original, statement.derived
    mine, theirs = _denials(original), _denials(derived)
    if mine and not theirs:
        for here, there in _denied(original, mine, statement.tiling.forward, derived):
            yield Change("negation", here, there, "major")
    elif theirs and not mine:
        for here, there in _denied(derived, theirs, statement.tiling.backward, original):
            yield Change("negation", there, here, "major")


def _denials(side: Side) -> list[int]:
    return [k for k, token in enumerate(side.tokens) if token.key == "not" or denies(token.text)]


def _denied(side: Side, found: list[int], taken: dict[int, int], other: Side) -> list[tuple[Span, Span]]:
    """The first negation with the word that it denies, and that word on the other side."""
    for k in found:
        for near in range(k + 1, min(len(side.tokens), k + 1 + _REACH)):
            if near in taken and side.tokens[near].content and side.together(k, near + 1):
                return [(side.span(k, near + 1), other.span(taken[near], taken[near] + 1))]
    return []
