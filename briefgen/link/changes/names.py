"""Named actors that one version has and the other, all through, does not."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.english.words import plain
from briefgen.link.offices import names, offices
from briefgen.link.pairing import Change, Pairing, Severity, Whole
from briefgen.link.persons import beside
from briefgen.link.statement import SharedStatement, Side
from briefgen.model import Span

_FAITHFUL = 0.4  # share of the original's words taken over, from which a name left out was left out alone
_LINK = 2  # words such as "in the" between what was kept and what was lost
_SPELT = 5  # letters in which two spellings of a foreign name agree
_CONTEXT = 6  # words of the counterpart shown beside a name


def names_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """Actors of the original that the derived document never names, and the other way round."""
    severity: Severity = "major" if _taken_over(statement) >= _FAITHFUL else "notable"
    for run in _unnamed(statement.original, pair.derived):
        left, right = _in_context(statement, run)
        yield Change("omission", left, right, severity, _words(statement.original, run))
    for run in _unnamed(statement.derived, pair.original):
        span = statement.derived.span(run.start, run.stop)
        yield Change("addition", None, span, "notable", _words(statement.derived, run))


def _taken_over(statement: SharedStatement) -> float:
    content = [k for k, token in enumerate(statement.original.tokens) if token.content]
    return sum(1 for k in content if k in statement.tiling.forward) / max(1, len(content))


def _words(side: Side, run: range) -> str:
    return side.version.document.text(side.span(run.start, run.stop))


def _unnamed(side: Side, other: Whole) -> Iterator[range]:
    """Names of a side that do not occur in the other document, in order; a person with the office."""
    titled = {office.name: office for office in offices(side)}
    inside = frozenset(k for office in titled.values() for k in side.within(office.title))
    for run in sorted((*names(side), *_listed(side)), key=lambda r: r.start):
        if run.start in inside or _named(side, run, other):
            continue
        office = titled.get(side.span(run.start, run.stop))
        leads = office is not None and office.whole.contains(office.title)
        start = side.within(office.whole).start if office and leads else run.start
        yield range(min(start, run.start), run.stop)


def _named(side: Side, run: range, other: Whole) -> bool:
    """Whether any word of a name, or its initials, occur in the other document."""
    held = [side.tokens[k] for k in run if side.tokens[k].content]
    if not held or any(token.key in other.side.keys for token in held):
        return True
    if any(plain(token.text)[:_SPELT] in other.beginnings for token in held if len(token.text) > _SPELT):
        return True
    if _initials(side, run) in other.acronyms:
        return True
    return _is_acronym(held[0].text) and held[0].text in other.capitals


def _initials(side: Side, run: range) -> str:
    """First letters of the whole run of capitals that holds a name."""
    start, end = run.start, run.stop
    while start > 0 and side.tokens[start - 1].capital and beside(side, start):
        start -= 1
    while end < len(side.tokens) and side.tokens[end].capital and beside(side, end):
        end += 1
    return "".join(side.tokens[k].text[0] for k in range(start, end) if side.tokens[k].capital)


def _is_acronym(word: str) -> bool:
    return 2 < len(word) < 8 and word.isupper()


def _listed(side: Side) -> Iterator[range]:
    """Listed states and organisations."""
    return (range(k, k + 1) for k, token in enumerate(side.tokens) if token.actor)


def _in_context(statement: SharedStatement, run: range) -> tuple[Span, Span | None]:
    """The name with the words lost around it and those kept before it, and what the other side kept.

    "arms for the war in Ruritania" | "arms" says more than "Ruritania" | nothing.
    """
    side, forward = statement.original, statement.tiling.forward
    if len(run) > 1:
        return side.span(run.start, run.stop), None
    lost = next((some for some in statement.lost() if run.start in some), run)
    first = last = lost.start
    while lost.start - first < _LINK and first > 1 and _is_link(statement, first - 1):
        first = last = first - 1
    while first > 0 and first - 1 in forward and last - first < _CONTEXT:
        if first < last and forward[first - 1] != forward[first] - 1:
            break
        first -= 1
    if first == last or not side.together(first, lost.stop):
        return side.span(lost.start, lost.stop), None
    kept = statement.derived.span(forward[first], forward[last - 1] + 1)
    return side.span(first, lost.stop), kept


def _is_link(statement: SharedStatement, k: int) -> bool:
    return k not in statement.tiling.forward and not statement.original.tokens[k].content
