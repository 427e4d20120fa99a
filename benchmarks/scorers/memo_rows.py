"""Is a row of the gold in the memo? One function a kind of row, each gives a `Finding`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from benchmarks.scorers.memo_gold import GoldRow
from benchmarks.scorers.memo_shown import ShownLine, ShownMemo
from benchmarks.scorers.wording import holds, plain

SECTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "quote": frozenset({"key-statements", "open-issues"}),
        "reported": frozenset({"key-statements", "background", "open-issues", "in-brief"}),
        "fact": frozenset({"background", "chronology", "in-brief", "key-statements"}),
        "partner": frozenset({"partners"}),
        "issue": frozenset({"open-issues"}),
        "date": frozenset({"chronology", "key-statements", "background", "in-brief", "open-issues"}),
    }
)
"""Where a row of a kind may stand."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a row; `speaker` and `dated` only where the memo was asked for them."""

    found: bool
    why: str = ""
    """What is wrong, of a row that does not count as found."""
    speaker: bool | None = None
    dated: bool | None = None


ABSENT = Finding(False, "absent")


def find(row: GoldRow, memo: ShownMemo) -> Finding:
    """What became of a row of any kind but forbidden."""
    return FINDERS[row.kind](row, memo)


def _statement(row: GoldRow, memo: ShownMemo) -> Finding:
    """The best of the lines that hold the words: right speaker before right date, key statements first."""
    lines = [line for line in memo.of(*SECTIONS[row.kind]) if any(holds(line.blob, t) for t in row.texts)]
    if not lines:
        return ABSENT
    return _judged(row, max(lines, key=lambda line: _rank(row, line)))


def _asked(row: GoldRow, line: ShownLine) -> bool:
    """Facts and issues have no speaker to be judged; nor has reported speech outside the key statements."""
    return row.kind == "quote" or (row.kind == "reported" and line.section == "key-statements")


def _rank(row: GoldRow, line: ShownLine) -> int:
    if not _asked(row, line):
        return 0
    right = 2 * row.is_said_by(line.says) + row.is_dated(line.date)
    return 4 + right - (line.section != "key-statements")


def _judged(row: GoldRow, line: ShownLine) -> Finding:
    if not _asked(row, line):
        return Finding(True)
    speaker, dated = row.is_said_by(line.says), row.is_dated(line.date)
    if not speaker:
        return Finding(False, f"speaker {line.says or None}", speaker, dated)
    if not dated and row.kind == "quote":
        return Finding(False, f"date {line.date or None}, want {row.date}", speaker, dated)
    return Finding(True, "", speaker, dated)


def _partner(row: GoldRow, memo: ShownMemo) -> Finding:
    wanted = row.speaker_ok or (plain(row.speaker),)
    named = [line for line in memo.of("partners") if {*line.names, *line.aliases} & {*wanted}]
    if any(line.docs & row.docs for line in named):
        return Finding(True)
    return Finding(False, "named, other document") if named else ABSENT


def _date(row: GoldRow, memo: ShownMemo) -> Finding:
    if row.date == "unknown":
        return _undated(row, memo)
    lines = [
        line
        for line in memo.of(*SECTIONS["date"])
        if line.docs & row.docs and any(line.touches(text) for text in row.texts)
    ]
    if any(row.is_dated(line.date) for line in lines):
        return Finding(True, dated=True)
    why = f"date {lines[-1].date or None}, want {row.date}" if lines else "absent"
    return Finding(False, why, dated=False)


def _undated(row: GoldRow, memo: ShownMemo) -> Finding:
    """A document without a date must be listed without one."""
    source = memo.source(row.doc)
    if source is None:
        return Finding(False, "file not in sources", dated=False)
    right = not source.published or source.published in row.date_ok
    return Finding(right, "" if right else f"published {source.published}", dated=right)


FINDERS: Mapping[str, Callable[[GoldRow, ShownMemo], Finding]] = MappingProxyType(
    {
        "quote": _statement,
        "reported": _statement,
        "fact": _statement,
        "issue": _statement,
        "partner": _partner,
        "date": _date,
    }
)
