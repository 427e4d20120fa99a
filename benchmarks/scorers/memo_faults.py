"""What must not happen in a memo: words, names and dates that may not stand there, wrong citations."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from benchmarks.scorers.memo_gold import GoldPair, GoldRow, MemoGold
from benchmarks.scorers.memo_shown import ShownCite, ShownLine, ShownMemo
from benchmarks.scorers.wording import fold, holds, plain, squeezed

EXTRACTED = frozenset({".html", ".htm", ".eml", ".csv", ".json", ".jsonl"})
"""Files of which the program cites the text that it took out: positions in the file do not count."""

YEARS_AHEAD = 2
"""Years that a plan may lie behind the last document without being printed in figures ("in two years")."""

_TAG = re.compile(r"<[^>]*>")
_YEAR = re.compile(r"\d{4}")


def forbidden(gold: MemoGold, memo: ShownMemo) -> Iterator[str]:
    """What may not stand in the memo and does; the table of sources names every file and is left out."""
    printed = " ¦ ".join(line.blob for line in memo.lines if line.section != "sources")
    for row in gold.rows:
        if row.kind == "forbidden" and row.level == "must" and _stands(row, printed, memo):
            yield f"{row.id} {row.doc}: {row.text}"
    yield from (f"page furniture: {text}" for text in gold.furniture if text.lower() in printed)
    yield from (f"date {date}" for date in _dates_from_nowhere(gold, memo))
    yield from (f"partner twice: {name}" for name in _named_twice(memo))
    yield from (f"date of an undated document: {file}" for file in _dated_after_all(gold, memo))


def _stands(row: GoldRow, printed: str, memo: ShownMemo) -> bool:
    if row.scope == "partner":
        return any(plain(row.text) in line.names for line in memo.of("partners"))
    return bool(re.search(rf"(?<!\w){re.escape(row.text.lower())}(?!\w)", printed))


def _dates_from_nowhere(gold: MemoGold, memo: ShownMemo) -> list[str]:
    """Dates far behind the last document whose year no document prints."""
    dates = {line.date for line in memo.lines if _YEAR.match(line.date)}
    late = [date for date in sorted(dates) if int(date[:4]) > gold.last_year + YEARS_AHEAD]
    return [date for date in late if not any(date[:4] in text for text in gold.texts.values())]


def _named_twice(memo: ShownMemo) -> list[str]:
    counts = Counter(name for line in memo.of("partners") if not line.position for name in line.names if name)
    return [name for name, count in sorted(counts.items()) if count > 1]


def _dated_after_all(gold: MemoGold, memo: ShownMemo) -> Iterator[str]:
    for row in gold.rows:
        if row.kind == "date" and row.date == "unknown":
            source = memo.source(row.doc)
            if source and source.published and source.published not in row.date_ok:
                yield f"{source.file} {source.published}"


def twice(gold: MemoGold, memo: ShownMemo) -> list[GoldPair]:
    """Pairs of one statement that the key statements show more than once."""

    def shown(pair: GoldPair) -> int:
        lines = memo.of("key-statements")
        return sum(holds(line.blob, pair.a.text) or holds(line.blob, pair.b.text) for line in lines)

    return [pair for pair in gold.same if shown(pair) > 1]


def contradictions_missed(gold: MemoGold, memo: ShownMemo) -> list[GoldPair]:
    """Pairs that no line of the differences shows with both sides, each from its document."""

    def shown(pair: GoldPair) -> bool:
        return any(
            all(side.doc in line.docs and line.touches(side.text) for side in (pair.a, pair.b))
            for line in memo.of("discrepancies")
        )

    return [pair for pair in gold.contradictions if not shown(pair)]


def weighed(memo: ShownMemo) -> list[ShownLine]:
    """The lines of which none should be off the topic."""
    return [line for line in memo.of("key-statements", "open-issues") if not line.parted]


def off_topic(line: ShownLine, gold: MemoGold) -> bool:
    """Does it cite a distractor (but for what is allowed of one), or nothing at all?"""
    return not line.cites or any(
        cite.doc in gold.distractors and not _allowed(cite, gold) for cite in line.cites
    )


def _allowed(cite: ShownCite, gold: MemoGold) -> bool:
    cited = fold(cite.text).lower()
    texts = [one.text.lower() for one in gold.allow if one.doc == cite.doc]
    return bool(cited) and any(text in cited or cited in text for text in texts)


def verbatim(cite: ShownCite, gold: MemoGold) -> bool:
    """Does it stand in its document where it says; in an extracted text: anywhere, by its letters?"""
    text = gold.texts.get(cite.doc or "", "")
    if not fold(cite.text):
        return False
    if fold(text[cite.start : cite.end]) == fold(cite.text):
        return True
    return _extracted(cite, gold) and squeezed(cite.text) in squeezed(html.unescape(_TAG.sub("", text)))


def _extracted(cite: ShownCite, gold: MemoGold) -> bool:
    name = next((one.file for one in gold.files if one.doc == cite.doc), "").partition("#")[0]
    return PurePosixPath(name).suffix.lower() in EXTRACTED or "</" in gold.texts.get(cite.doc or "", "")
