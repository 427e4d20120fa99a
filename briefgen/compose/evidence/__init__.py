"""The evidence view of a memo: what a reader needs to judge each passage; made where a format shows it."""

from __future__ import annotations

from briefgen.compose.brief import Brief
from briefgen.compose.evidence.differences import differences
from briefgen.compose.evidence.events import events
from briefgen.compose.evidence.first import first
from briefgen.compose.evidence.passages import passages
from briefgen.compose.evidence.texts import texts
from briefgen.paper.evidence import EvidenceView
from briefgen.paper.memo import Memo


def evidence(brief: Brief, memo: Memo) -> EvidenceView:
    """All there is to judge `memo` by, which was composed from `brief`."""
    found = passages(brief, memo)
    return EvidenceView(
        passages=found,
        first=first(found),
        sources=texts(brief, memo),
        differences=differences(memo, found),
        events=events(memo),
    )
