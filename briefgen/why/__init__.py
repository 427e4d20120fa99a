"""The reasons behind a memo, as lines to read: of selection, of composing, and of each dropped line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefgen.model import CITABLE, Considered, Corpus, Selection, Span
from briefgen.paper.printed import folded
from briefgen.why.composed import Composed
from briefgen.why.fate import Fates
from briefgen.why.orders import order_lines

__all__ = ["Composed", "reasons"]

UNREAD: Mapping[str, str] = MappingProxyType(
    {"not-english": "not English, so it was not read", "document-failed": "could not be read"}
)
"""Flags of documents that nothing is known of."""


def reasons(corpus: Corpus, selection: Selection, composed: Composed | None = None) -> Iterator[str]:
    """For each document why it is in or out, best first; for each sentence the same, and where in the memo it
    stands; what decided the order of statements, issues and partners; for each line that is no text of the
    article, its rule. Sources have the numbers of the memo, where there is one."""
    number = composed.memo.number if composed else str
    fates = Fates(composed) if composed else None
    for name in selection.aliases:
        yield f"also “{folded(name.words)}”, for “{folded(name.stands_for)}” ({place(corpus, name.given)})"
    taken = Counter(piece.span.source for piece in selection.evidence)
    for one in selection.considered:
        yield f"document {judged(corpus, one, taken[one.source], number)}"
    for verdict, evidence in (("in ", selection.evidence), ("out", selection.rejected)):
        for piece in evidence:
            yield f"{verdict} {place(corpus, piece.span)}: {folded('; '.join(piece.reasons))}"
            yield f"      {folded(corpus.text(piece.span)).strip()}"
            if fates and verdict == "in ":
                yield f"      {fates.of(piece.span)}"
    if composed and fates:
        yield from order_lines(composed, fates)
    for document in corpus.documents:
        for block in document.blocks:
            if block.label not in CITABLE:
                words = folded(corpus.text(block.span)).strip()
                yield f"{block.label} {place(corpus, block.span)} (rule {block.rule}): {words}"


def judged(corpus: Corpus, one: Considered, sentences: int, number: Callable[[str], str]) -> str:
    """How a document stands to the topic: "in  S2 patrol.txt, 3 sentences, weight 0.61: on the words ..."."""
    kin, document = corpus.kinship(one.source), corpus.by_id[one.source]
    unread = [UNREAD[flag.kind] for flag in document.meta.flags if flag.kind in UNREAD]
    copied = kin.origin != one.source
    origin = f"{number(kin.origin)} {folded(corpus.by_id[kin.origin].source.file)}"
    copy = [f"{kin.kind} of {origin}, kept as a cross-check only"] if copied else []
    held = f"{sentences} sentence{'' if sentences == 1 else 's'}"
    head = f"{'in ' if sentences else 'out'} {number(one.source)} {folded(document.source.file)}"
    return f"{head}, {held}, weight {one.weight:.2f}: {'; '.join(unread or [*copy, one.reason])}"


def place(corpus: Corpus, span: Span) -> str:
    """File and line of a span."""
    source = corpus.document(span).source
    return f"{folded(source.file)}, {source.place(span.start)}"
