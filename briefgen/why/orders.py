"""The order of statements, issues and partners: what decided, by name and figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.compose import open_issues, partners
from briefgen.compose.order import features, worth
from briefgen.compose.partners import Partner, StatedRelation
from briefgen.model import Document, Issue, Relation, Span
from briefgen.paper.printed import folded
from briefgen.why.composed import Composed
from briefgen.why.fate import Fates

EXCERPT = 70
"""Signs of a sentence that are shown, so that one knows which it is."""


def order_lines(composed: Composed, fates: Fates) -> Iterator[str]:
    """Each statement, issue and partner with its row or why it has none, and what it is worth; best first."""
    yield from statement_lines(composed, fates)
    yield from issue_lines(composed)
    yield from partner_lines(composed)


def statement_lines(composed: Composed, fates: Fates) -> Iterator[str]:
    """The statements of the selected sentences."""
    brief = composed.brief
    for one in sorted(brief.statements, key=lambda one: -worth(brief, one)):
        row = composed.row(one.sentence, "K")
        why = "" if row else f"; {fates.why_no_row(one)}"
        yield headed(composed, "statement", row, one.sentence, f"{summed(features(brief, one))}{why}")


def issue_lines(composed: Composed) -> Iterator[str]:
    """The open matters of the selected sentences."""
    brief = composed.brief
    found = [(one, weighed(composed, one[1])) for one in open_issues.candidates(brief)]
    for (document, issue), parts in sorted(found, key=lambda pair: -sum(pair[1].values())):
        row = own_row(composed, issue)
        why = "" if row else f"; {no_issue_row(composed, document, issue)}"
        yield headed(composed, "issue", row, issue.sentence, f"{summed(parts)}{why}")
    kept = {id(issue) for (_, issue), _ in found}
    for document in brief.documents:
        for issue in document.issues:
            if issue.sentence in brief.evidence and id(issue) not in kept:
                yield headed(composed, "issue", "", issue.sentence, no_candidate(document, issue))


def weighed(composed: Composed, issue: Issue) -> dict[str, float]:
    """What an issue is worth a row, by feature."""
    told = bool(composed.row(issue.sentence, "K"))
    return open_issues.features(composed.brief, issue, told=told)


def own_row(composed: Composed, issue: Issue) -> str:
    """The row of an issue; "" where its words are at most a position in another row."""
    rows = composed.items("open-issues")
    labels = (row.label for row in rows if any(cite.overlaps(issue.sentence) for cite in row.cites))
    return next(map(composed.shown, labels), "")


def no_issue_row(composed: Composed, document: Document, issue: Issue) -> str:
    """Why a matter has no row."""
    other = composed.row(issue.sentence, "O")
    if other:
        return f"told as a position in {other}"
    given = sum(row.cites[0].source == document.source.id for row in composed.items("open-issues"))
    beside = f", less {open_issues.SAME_SOURCE:.2f} for each of the {given} rows of its document"
    return f"less than the limit allows{beside if given else ''}"


def no_candidate(document: Document, issue: Issue) -> str:
    """Why a matter was not weighed."""
    if not open_issues.stands(document, issue):
        return "it opens with a word that points to the sentence before"
    return "another matter of the same sentence stands for it"


def partner_lines(composed: Composed) -> Iterator[str]:
    """The partners, and the relations that name none."""
    brief = composed.brief
    gathered = partners.gathered(brief)
    for one in sorted(gathered.values(), key=lambda one: one.rank):
        row = partner_row(composed, one)
        yield f"partner {row or 'out'} {folded(one.name.canonical)}: {relations(composed, one)}"
    kept = {id(stated.relation) for one in gathered.values() for stated in one.found}
    for document in brief.documents:
        for relation in document.relations:
            if relation.sentence in brief.evidence and id(relation) not in kept:
                names = ", ".join(folded(name.canonical) for name in relation.partners)
                why = no_partner(composed, document, relation)
                yield f"partner out {names}: {relation.kind}, {composed.place(relation.sentence)}; {why}"


def partner_row(composed: Composed, one: Partner) -> str:
    """The row of a partner; "" for none."""
    name = one.name.canonical
    rows = composed.items("partners")
    labels = (row.label for row in rows if name == row.name or name in row.names)
    return next(map(composed.shown, labels), "")


def relations(composed: Composed, one: Partner) -> str:
    """The relations of a partner: the principal's before others', what stands before what is wished."""
    found = sorted(one.found, key=lambda stated: stated.rank)
    return "; ".join(f"{stated.relation.kind}{of(stated)}, {at(composed, stated)}" for stated in found)


def of(stated: StatedRelation) -> str:
    """Whose partner it is, where that is not the principal actor."""
    return f" of {folded(stated.other)}" if stated.other else ""


def at(composed: Composed, stated: StatedRelation) -> str:
    """The place of a relation."""
    return composed.place(stated.relation.sentence)


def no_partner(composed: Composed, document: Document, relation: Relation) -> str:
    """Why a relation names no partner."""
    brief, principal = composed.brief, composed.brief.principal
    score = brief.evidence[relation.sentence].score
    least = partners.least(brief, document, relation)
    if score < least:
        return f"its sentence bears {score:.2f} on the topic, less than {least:.2f}"
    sides = ((relation.actor,) if relation.actor else ()) + relation.partners
    if principal is not None and any(principal.includes(side) for side in sides):
        return "it names nobody beside the principal actor"
    return "it is between others than the principal actor"


def headed(composed: Composed, what: str, row: str, span: Span, why: str) -> str:
    """ "statement K3 wire.txt, line 5, “We will not …”: bears on the topic 0.82 + own words 0.20 = 1.02"."""
    words = folded(composed.brief.corpus.text(span))
    excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rstrip()} …"
    return f"{what} {row or 'out'} {composed.place(span)}, {excerpt}: {why}"


def summed(parts: Mapping[str, float]) -> str:
    """Parts that are not nothing, and their sum."""
    first, *others = ((name, value) for name, value in parts.items() if round(value, 2))
    rest = "".join(f" {'-' if value < 0 else '+'} {name} {abs(value):.2f}" for name, value in others)
    return f"{first[0]} {first[1]:.2f}{rest} = {sum(parts.values()):.2f}"
