"""Rows on which independent sources differ: both sides in their own words, with source and date."""

from __future__ import annotations

from datetime import date

from briefgen.compose.brief import Brief, Filling, merged
from briefgen.compose.clash import Clash, clashes
from briefgen.compose.clash.matter import Claim
from briefgen.compose.clash.names import Spelling
from briefgen.compose.clash.sayings import Saying
from briefgen.compose.clause import clause
from briefgen.compose.corroboration import bounded
from briefgen.compose.wording import outlet, published
from briefgen.model import Span
from briefgen.paper.memo import Cited, House, Item, Reference, Text

LONGEST = 35
"""Words of a side that is printed whole; of a longer sentence the clause. At 24 it often lost its subject
("a process that could take months")."""
SPELLINGS = 3
"""Rows on how a name is spelt; more crowd out what the sources differ in."""


def contradictions(brief: Brief) -> tuple[Item, ...]:
    """One row for each matter on which the sources that bear on the topic differ, the gravest first."""
    found = [clash for clash in clashes(brief.accounts, brief.corpus) if relevant(brief, clash)]
    names = [clash for clash in found if clash.kind == "spelling"]
    return tuple(row(brief, clash) for clash in found if clash not in names[SPELLINGS:])


def relevant(brief: Brief, clash: Clash) -> bool:
    """Whether what is told differently belongs to what was selected: one of the sentences was, or both stand
    among sentences that were."""
    claims = (clash.one, clash.other, *clash.with_one, *clash.with_other)
    if any(claim.account.span in brief.evidence for claim in claims):
        return True
    return all(any(span in brief.evidence for span in claim.account.around) for claim in claims[:2])


def row(brief: Brief, clash: Clash) -> Item:
    """One matter with its two sides."""
    kind = brief.plain(f"clash-{clash.kind}")
    phrase = "clash-changed" if clash.changed else "clash"
    sides = sorted(
        ((clash.one, clash.with_one), (clash.other, clash.with_other)), key=lambda side: day(side[0])
    )
    cites = [span for one, others in sides for claim in (one, *others) for span in cited(claim)]
    return Item(
        text=brief.say(phrase, {"kind": kind}),
        kind=clash.kind,
        versions=tuple(side(brief, one, others) for one, others in sides),
        cites=tuple(dict.fromkeys(cites)),
    )


def day(claim: Claim) -> tuple[date, str]:
    """The earlier source stands first, an undated one by its earliest day."""
    source = claim.account.document
    return source.meta.published.earliest or date.min, source.source.id


def side(brief: Brief, claim: Claim, others: tuple[Claim, ...]) -> Text:
    """The words of one side, with who published them, when, and which other sources say the same."""
    document = claim.account.document
    who: Filling = outlet(brief, document) or Reference(document.source.id)
    ids = dict.fromkeys(other.account.document.source.id for other in others)
    also = bounded(brief, [source for source in ids if source != document.source.id])
    when = published(brief, document).text
    fields: dict[str, Filling] = {"words": words(claim), "who": who, "when": when, "also": also}
    return brief.say("clash-side-also" if also else "clash-side", fields)


def words(claim: Claim) -> Text:
    """What a side prints: the clause round what it says; a quotation behind who says it."""
    document, sentence = claim.account.document, claim.account.span
    if isinstance(claim, Spelling):
        return (Cited(claim.core),)
    if isinstance(claim, Saying) and claim.quote.mention and not sentence.contains(claim.quote.mention):
        return (Cited(claim.quote.mention), House(": "), *clause(document, sentence, claim.core, LONGEST))
    return clause(document, sentence, claim.core, LONGEST)


def cited(claim: Claim) -> tuple[Span, ...]:
    """The sentences that hold what a side prints."""
    if isinstance(claim, Saying):
        return merged(claim.account.document, claim.quote.frame)
    return (claim.account.span,)
