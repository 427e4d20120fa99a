"""What is no quotation, no date, no name, no partner, no issue, and who is no speaker: cases/not."""

from __future__ import annotations

from benchmarks.tasks.partners import NO_PARTNERSHIP
from briefgen.english.other_names import other_names
from briefgen.model import Document, Quote, Span
from tests import made
from tests.casefile import Case, cases


def told(document: Document, kind: str, spans: list[Span]) -> str:
    return "\n".join(f"{kind}: {document.text(span)}" for span in spans)


@cases("not/no_quotes")
def test_nobody_is_quoted(case: Case) -> str:
    found = made.article(case.input)
    return "\n".join(told(found, quote.kind, [*quote.parts]) for quote in found.quotes)


@cases("not/no_speakers")
def test_nobody_is_named_as_the_speaker(case: Case) -> str:
    """A speaker who is only described is nobody; a case without a quotation would say nothing."""
    found = made.article(case.input)
    if not found.quotes:
        return "no quotation was found"
    return "\n".join(filter(None, (speaker(found, quote) for quote in found.quotes)))


def speaker(document: Document, quote: Quote) -> str:
    who = quote.speaker
    if who is None or who.key is None:
        return ""
    return f"{document.text(quote.parts[0])} => {document.text(who.name)}"


@cases("not/no_dates")
def test_nothing_is_a_date(case: Case) -> str:
    """The first line is the day of writing."""
    day, _, text = case.input.partition("\n")
    found = made.article(text, published=day)
    return told(found, "date", [mention.span for mention in found.dates])


@cases("not/no_names")
def test_nothing_is_a_name(case: Case) -> str:
    found = made.article(case.input)
    return "\n".join(told(found, name.kind, [name.span]) for name in found.names)


@cases("not/no_partners")
def test_nobody_is_a_partner(case: Case) -> str:
    found = made.article(case.input)
    return "\n".join(
        f"{one.kind}: {found.text(one.cue)}: {', '.join(name.canonical for name in one.partners)}"
        for one in found.relations
        if one.kind not in NO_PARTNERSHIP
    )


@cases("not/no_issues")
def test_nothing_is_open(case: Case) -> str:
    found = made.article(case.input)
    return "\n".join(told(found, issue.kind, [issue.cue]) for issue in found.issues)


@cases("not/no_other_names")
def test_nothing_is_given_another_name(case: Case) -> str:
    return "\n".join(f"{full} = {short}" for full, short in other_names(case.input))
