"""What is told of a run and of a memo beside the problems that the stages met."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from briefgen import topic
from briefgen.compose.brief import Brief
from briefgen.errors import Problem
from briefgen.last_words import drafted, kept_its_name, quoted_secrets, too_early, unmailed, unprinted
from briefgen.output import Output
from briefgen.paper.memo import Memo
from briefgen.request import Request
from briefgen.topic import Topic


def of_run(request: Request, days: Collection[date], files: Sequence[Path]) -> Iterator[Problem]:
    """Of a run as a whole, which wrote these files; `days`: when its sources were published."""
    yield from too_early(request.as_of, days)
    yield from unmailed(request)
    yield from drafted(files)


def of_topics(found: Sequence[tuple[str, Topic]], folders: Sequence[Path]) -> Iterator[Problem]:
    """Of the calls for which topics were found, with the folders of topic files."""
    known = topic.readable(folders)
    for name, one in found:
        yield from topic.remarks(name, one, known)


def of_memo(memo: Memo, request: Request, brief: Brief, drafts: Sequence[Output]) -> Iterator[Problem]:
    """Of a memo that is written."""
    yield from (Problem(brief.topic.slug, "word-unsaid", line) for line in brief.selection.unsaid)
    yield from unprinted(request.filled, memo)
    yield from quoted_secrets(memo)
    yield from (kept_its_name(draft) for draft in drafts if draft.kept)
    if "pdf" in request.formats:
        from briefgen.verify.carried import unchecked

        yield from unchecked(memo, brief.corpus.text, brief.style)
