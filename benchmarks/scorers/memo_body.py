"""How much a memo prints, and how much of it twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.scorers.memo_shown import BODY, ShownLine, ShownMemo
from benchmarks.scorers.wording import fold, words

_SENTENCE_END = re.compile(r"\s*…\s*|(?<=[.?!”\"])\s+(?=[A-Z“\"])")
_AROUND = "“”\"' .,"

LONG = 8
"""Words from which on a sentence counts as printed again: shorter ones are labels and names."""

RUN = 5
"""Words in a row that count as printed before."""


def printed_again(memo: ShownMemo) -> int:
    """Sentences (or parts between two gaps) that the body, but for partners, prints in several sections."""
    seen: dict[str, set[str]] = defaultdict(set)
    for line in _body(memo):
        if line.section != "partners":
            for sentence in _sentences(line.text):
                seen[sentence].add(line.section)
    return sum(len(sections) > 1 for sections in seen.values())


def body_words(memo: ShownMemo) -> int:
    """Words of the body, from the lines in brief to the open issues."""
    return sum(len(line.text.split()) for line in _body(memo))


def repeated_words(memo: ShownMemo) -> tuple[int, int]:
    """Words of the body within a run that it has printed before, of all; what may repeat is left out."""
    seen: set[tuple[str, ...]] = set()
    repeated = total = 0
    for text in (line.text for line in _body(memo) if not _may_repeat(line)):
        printed = words(fold(text))
        runs = [tuple(printed[at : at + RUN]) for at in range(len(printed) - RUN + 1)]
        repeated += len(_covered(at for at, run in enumerate(runs) if run in seen))
        total += len(printed)
        seen.update(runs)
    return repeated, total


def _body(memo: ShownMemo) -> Iterator[ShownLine]:
    return (line for line in memo.of(*BODY) if not line.rest)


def _sentences(text: str) -> Iterator[str]:
    for part in _SENTENCE_END.split(fold(text)):
        if len(part.split()) >= LONG:
            yield part.lower().strip(_AROUND)


def _may_repeat(line: ShownLine) -> bool:
    """In brief repeats on purpose; the matter of an issue may be words of its positions."""
    return line.section == "in-brief" or (line.section == "open-issues" and line.parted)


def _covered(starts: Iterable[int]) -> set[int]:
    """Numbers of the words that lie in a run which starts at one of these."""
    return {start + step for start in starts for step in range(RUN)}
