"""What a sentence claims that another source may claim otherwise: tests/cases/claims.md."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefgen.english.coming import is_coming
from briefgen.english.dated import moves, verb_of_date
from briefgen.english.deciding import Decision, decisions
from briefgen.english.due import due
from briefgen.english.first import firsts
from briefgen.english.lasting import lasting
from briefgen.english.notice import not_told, told_before
from briefgen.english.quantities import Quantity, quantities
from briefgen.english.tokens import fold
from briefgen.english.told import told
from briefgen.english.unset import unset
from briefgen.model import Document, Span
from tests.casefile import Case, cases
from tests.made import article


@cases("claims")
def test_what_a_sentence_claims(case: Case) -> str:
    read = article(case.input)
    lines = [line for one in read.citable() for line in claims(read, one.span)]
    return "\n".join(lines) or "nothing"


def claims(read: Document, span: Span) -> Iterator[str]:
    """What is claimed, a line each."""
    mentions = [mention.span for mention in read.dates if span.contains(mention.span)]
    dates = [(one.start, one.end) for one in mentions]
    yield from map(counted, quantities(read.tokens, span.start, span.end, dates))
    words = [token for token in read.tokens.between(span.start, span.end) if token.text[0].isalnum()]
    yield from (f"told: {verb.text}" for verb in told(words, denied=False))
    yield from (f"denied: {verb.text}" for verb in told(words, denied=True))
    yield from (f"takes: {one.length}" for one in lasting(words))
    low = fold(read.text(span))
    yield from ("informed before" for _ in filter(None, [told_before(low)]))
    yield from ("not informed" for _ in filter(None, [not_told(low, "")]))
    yield from ("no date set" for _ in filter(None, [unset(low)]))
    yield from (f"decided by: {decider(one, read.text(span))}" for one in decisions(low))
    yield from (f"first: {words[at + 1].text}" for at in firsts(words))
    for start, end in dates:
        verb = verb_of_date(read.tokens, start, end, (span.start, span.end))
        yield f"dated: {verb.text if verb else 'no verb'}"
        ahead = due(read.tokens, start, span.start)
        yield from (f"due {one.bound}: {' '.join(sorted(one.keys))}" for one in filter(None, [ahead]))
    yield from ("moved" for one, other in pairwise(dates) if moves(read.tokens, one, other))
    yield from ("to come" for _ in filter(None, [is_coming(words)]))


def decider(found: Decision, sentence: str) -> str:
    """The words in which those who decided are looked for."""
    return "the speaker" if found.agent is None else sentence[slice(*found.agent)].strip(" .")


def counted(found: Quantity) -> str:
    """A quantity in a line."""
    more = [found.bound, found.head, *sorted(found.qualifiers)]
    more += ["besides"] if found.besides else []
    more += [f"{found.included:g} included"] if found.included else []
    more += [found.fate] if found.fate and found.fate != found.head else []
    return f"counts: {found.value:g} {' '.join(filter(None, more))}"
