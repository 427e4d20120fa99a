"""A memo without the rows that can not be verified: one fault costs one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from briefgen.compose import compose
from briefgen.compose.brief import Brief
from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.memo import Memo, held_by
from briefgen.provenance import provenance_of
from briefgen.request import Request
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.grounds.rows import unverified_rows

ROUNDS = 3
"""How often a memo is made anew: what moves up into the place of a row may be at fault, too."""
SLUG = "row-unverified"


def grounds_of(request: Request, brief: Brief) -> Grounds:
    """What a memo is verified against."""
    made = provenance_of(request, brief.topic, brief.corpus, brief.style)
    day = request.as_of.isoformat() if request.as_of else None
    return Grounds(
        corpus=brief.corpus,
        style=brief.style,
        seeds=request.seeds,
        title=brief.topic.title,
        as_of=day,
        filled=request.filled,
        again=partial(compose, brief),
        view=partial(with_evidence, brief=brief),
        provenance=made,
        problems=brief.problems,
    )


def with_evidence(memo: Memo, brief: Brief) -> Memo:
    """The memo with what a reader needs to judge it; made only where a format shows it."""
    from briefgen.compose.evidence import evidence

    return replace(memo, evidence=evidence(brief, memo))


def sifted(brief: Brief, memo: Memo, grounds: Grounds) -> Brief | None:
    """The material without the passages of rows that can not be verified, and with a note of each; None where
    no row is at fault, or nothing would be left."""
    bad = list(unverified_rows(memo, grounds))
    if not bad:
        return None
    places = [cite for item, _ in bad for cite in held_by(item)]
    kept = tuple(one for one in brief.selection.evidence if not any(map(one.span.overlaps, places)))
    if not kept or len(kept) == len(brief.selection.evidence):
        return None
    told = tuple(dict.fromkeys(_told(brief, held_by(item), wrong) for item, wrong in bad))
    selection = replace(brief.selection, evidence=kept)
    return replace(brief, selection=selection, problems=(*brief.problems, *told))


def _told(brief: Brief, cites: tuple[Span, ...], wrong: Problem) -> Problem:
    """The note on one row; no word of it, for it may be none of the source."""
    where = ", ".join(dict.fromkeys(_places(brief, cites)))
    message = (
        "A row was left out, for what was found in its passage could not be verified, by a fault of "
        f"briefgen; please report it ({wrong.slug})."
    )
    return Problem(where, SLUG, message)


def _places(brief: Brief, cites: tuple[Span, ...]) -> Iterator[str]:
    for cite in cites:
        source = brief.corpus.document(cite).source
        yield f"{source.file}, {source.place(cite.start)}"
