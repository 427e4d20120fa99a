"""Days, months and years that differ, or that one version only has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen import lexicon
from briefgen.english.months import is_day, is_month
from briefgen.link.keyed import KeyedWord
from briefgen.link.pairing import Change, Pairing, Severity
from briefgen.link.statement import SharedStatement, Side

_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING = frozenset({"on", "in", "by", "until", "since", "from", "at", "before", "after"})


def dates_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """A day for another day is major; a day that was left out or added is notable."""
    lost = _missing(statement.original, statement.derived)
    gained = _missing(statement.derived, statement.original)
    for kind in sorted({kind for _, kind in (*lost, *gained)}):
        mine = [run for run, k in lost if k == kind]
        theirs = [run for run, k in gained if k == kind]
        yield from _compared(statement, mine, theirs)


def _compared(statement: SharedStatement, mine: list[range], theirs: list[range]) -> Iterator[Change]:
    lefts = [statement.original.span(run.start, run.stop) for run in mine]
    rights = [statement.derived.span(run.start, run.stop) for run in theirs]
    both = min(len(lefts), len(rights))
    for left, right in zip(lefts[:both], rights[:both], strict=True):
        yield Change("date", left, right, "major")
    for run, left in zip(mine[both:], lefts[both:], strict=True):
        yield Change("omission", left, None, _weight(statement.original, run))
    for run, right in zip(theirs[both:], rights[both:], strict=True):
        yield Change("addition", None, right, _weight(statement.derived, run))


def _weight(side: Side, run: range) -> Severity:
    """A bare "now" or "today" is often style; "until now" bounds a claim."""
    bare = len(run) == 1 and not (side.tokens[run.start].capital or side.tokens[run.start].number)
    return "minor" if bare else "notable"


def _missing(side: Side, other: Side) -> list[tuple[range, str]]:
    """Expressions of time of one side that name a day, month or year which the other does not."""
    there = {atom for run in expressions(other) for atom in _atoms(other, run)}
    values = _resolved(other)
    found = []
    for run in expressions(side):
        atoms = _atoms(side, run) - there
        if atoms and not (_resolved(side, run) & values):
            found.append((_with_preposition(side, run), min(kind for kind, _ in atoms)))
    return found


def _with_preposition(side: Side, run: range) -> range:
    leads = run.start > 0 and side.tokens[run.start - 1].text.casefold() in _LEADING
    return range(run.start - 1, run.stop) if leads and side.gap(run.start).isspace() else run


def _resolved(side: Side, run: range | None = None) -> frozenset[str]:
    """Calendar values that were found before in a side, or in a run of its words.

    "On Tuesday" and "on 22 July" are the same when both resolve to one day.
    """
    whole = [side.span(run.start, run.stop)] if run else list(side.sentences)
    mentions = side.version.document.dates_at.over(*whole)
    return frozenset(m.value for m in mentions if m.earliest is not None)


def expressions(side: Side) -> list[range]:
    """Runs of words that name days, months and years."""
    found: list[range] = []
    for k, token in enumerate(side.tokens):
        if not (_is_day_word(side, k) or _YEAR.fullmatch(token.text)):
            continue
        run = _with_day_number(side, k)
        if found and run.start <= found[-1].stop:
            found[-1] = range(found[-1].start, run.stop)
        else:
            found.append(run)
    return found


def _with_day_number(side: Side, k: int) -> range:
    """ "July 21" and "21 July" from their month."""
    if not (side.tokens[k].text in lexicon.time.dating_words() and side.tokens[k].capital):
        return range(k, k + 1)
    before = k > 0 and is_day(side.tokens[k - 1].text)
    after = k + 1 < len(side.tokens) and side.gap(k + 1).isspace() and is_day(side.tokens[k + 1].text)
    return range(k - 1 if before else k, k + 2 if after else k + 1)


def _is_day_word(side: Side, k: int) -> bool:
    """A day word; "May" and "March" need a preposition, a day or a year beside them."""
    token = side.tokens[k]
    if token.text not in lexicon.time.dating_words():
        return False
    before = side.tokens[k - 1].text if k else ""
    after = side.tokens[k + 1].text if k + 1 < len(side.tokens) else ""
    return token.text.casefold() not in lexicon.time.months() or is_month(token.text, before, after)


def _atoms(side: Side, run: range) -> frozenset[tuple[str, str]]:
    """(kind, value) of each part: a weekday, a month, a day, a year."""
    return frozenset(_atom(side.tokens[k]) for k in run)


def _atom(token: KeyedWord) -> tuple[str, str]:
    if token.number:
        return ("year" if _YEAR.fullmatch(token.text) else "day-number"), re.sub(r"\D", "", token.text)
    if token.capital and token.text.endswith("day"):
        return "weekday", token.text
    return ("month" if token.capital else "relative"), token.text
