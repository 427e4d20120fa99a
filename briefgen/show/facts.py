"""Rows of words, names, dates, relations and open issues."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.annotate.issues import IssueDecision
from briefgen.annotate.relations import NEGATION, Bar, RelationMatch
from briefgen.english.tags import tagged
from briefgen.model import DateMention, Issue, Name, Relation
from briefgen.show.row import Row, argued, listed, weighed
from briefgen.show.view import ShownDocument


def words(view: ShownDocument) -> Iterator[Row]:
    """The words of each sentence with their tags; what stands between marks is one."""
    document = view.document
    for sentence in document.sentences:
        span = sentence.span
        inside = document.quotations_in(span.start, span.end)
        quoted = [(one.outer_start, min(one.outer_end, span.end)) for one in inside]
        found = tagged(document.tokens, span.start, span.end, quoted, (span.start,))
        text = " ".join(f"{'“…”' if one.tag == 'QUOTE' else one.text}/{one.tag}" for one in found)
        data = {"tagged": [{"word": one.text, "tag": one.tag} for one in found]}
        yield Row("words", "words", text, data, span)


def names(view: ShownDocument) -> Iterator[Row]:
    """Each name with kind, key and the name to print."""
    return (_name(view, name) for name in view.document.names)


def _name(view: ShownDocument, name: Name) -> Row:
    adjective = "adjective" if name.adjective else ""
    text = f"{view.words(name.span)}: {listed(name.kind, f'key {name.key}', name.canonical, adjective)}"
    data = {
        "words": view.data(name.span),
        "kind": name.kind,
        "key": name.key,
        "canonical": name.canonical,
        "adjective": name.adjective,
    }
    return Row("names", "name", text, data, name.span)


def dates(view: ShownDocument) -> Iterator[Row]:
    """Each expression of time with its value, how that is known, and the words it was counted from."""
    return (_date(view, date) for date in view.document.dates)


def _date(view: ShownDocument, date: DateMention) -> Row:
    anchor = f"from {view.words(date.anchor)} ({view.place(date.anchor)})" if date.anchor else ""
    other = f"or {', '.join(date.alternatives)}" if date.alternatives else ""
    text = listed(f"{date.type} {date.value}", date.granularity, f"{date.status} {anchor}".rstrip(), other)
    data = {
        "words": view.data(date.span),
        "type": date.type,
        "value": date.value,
        "granularity": date.granularity,
        "earliest": date.earliest and date.earliest.isoformat(),
        "latest": date.latest and date.latest.isoformat(),
        "status": date.status,
        "anchor": view.maybe(date.anchor),
        "alternatives": list(date.alternatives),
    }
    return Row("dates", "date", f"{view.words(date.span)}: {text}", data, date.span)


def relations(view: ShownDocument) -> Iterator[Row]:
    """Each relation, and words that would state one but for what bars them."""
    for match in view.relations:
        relation = match.relation
        if relation:
            yield _relation(view, match, relation)
        elif match.bar:
            yield _barred(view, match, match.bar)
        if match.pattern:
            yield Row(
                "relations", "  pattern", f"{match.kind}: {match.pattern}", {}, match.cue, only_why=True
            )


def _relation(view: ShownDocument, match: RelationMatch, relation: Relation) -> Row:
    actor = f"actor {relation.actor.canonical}" if relation.actor else "actor only implied"
    partners = ", ".join(name.canonical for name in relation.partners)
    text = f"{relation.kind} {view.words(relation.cue)}: {actor}, with {partners}, pattern kind {match.kind}"
    data = {
        "kind": relation.kind,
        "cue": view.data(relation.cue),
        "actor": view.named(relation.actor),
        "partners": [view.named(name) for name in relation.partners],
        "pattern_kind": match.kind,
        "pattern": match.pattern,
    }
    return Row("relations", "relation", text, data, relation.cue)


def _barred(view: ShownDocument, match: RelationMatch, bar: Bar) -> Row:
    """What other words of the sentence have told already is shown with --why only."""
    text = f"none, {_why(bar)}: {view.words(match.cue)}, pattern kind {match.kind}"
    data = {
        "kind": None,
        "cue": view.data(match.cue),
        "bar": {"reason": bar.reason, "words": bar.words},
        "pattern_kind": match.kind,
        "pattern": match.pattern,
    }
    return Row("relations", "relation", text, data, match.cue, only_why=bar.reason == "told before")


def _why(bar: Bar) -> str:
    """What bars the words and where that is listed: negations have a list of their own, beside the guards."""
    if not bar.words:
        return bar.reason
    listed = bar.reason if bar.reason == NEGATION else f"guard {bar.reason}"
    return f"barred by “{bar.words.strip()}” ({listed})"


def issues(view: ShownDocument) -> Iterator[Row]:
    """Each sentence with a cue of an open matter: whether it is one, what speaks for it and against."""
    found = {issue.sentence: issue for issue in view.document.issues}
    for decision in view.issues:
        yield _issue(view, decision, found.get(decision.sentence))
        yield from argued("issues", decision.features, decision.sentence)


def _issue(view: ShownDocument, decision: IssueDecision, issue: Issue | None) -> Row:
    cues = ", ".join(f"{view.words(span)} ({feature})" for span, feature in decision.cues)
    holder = view.words(issue.holder) if issue and issue.holder else "the reporter"
    verdict = f"{issue.kind}, raised by {holder}" if issue else "not open"
    score = f"{decision.score:+.2f} (open from {decision.threshold:.2f})"
    data = {
        "open": issue is not None,
        "kind": issue.kind if issue else None,
        "holder": view.maybe(issue.holder if issue else None),
        "cues": [{"words": view.data(span), "class": feature} for span, feature in decision.cues],
        "score": round(decision.score, 3),
        "threshold": decision.threshold,
        "features": weighed(decision.features),
    }
    return Row("issues", "issue", f"{verdict}, {score}: {cues}", data, decision.sentence)
