"""Whole memos: the product runs on each set of documents, its memo is scored against the set's gold.

    python -m benchmarks.memos                       the three sets of the project, a line each, and the total
    python -m benchmarks.memos SET --misses          one set, and what its memo misses or has wrong
    python -m benchmarks.memos --keep DIR            the memos stay in DIR/SET
    python -m benchmarks.memos --length full         at another length, where the program has lengths
    python -m benchmarks.memos --data DIR            the sets of another folder, of the same form

The sets lie in benchmarks/corpora/memos: documents in our own words, of several genres and fields, each with
a gold.json. What the figures mean stands in benchmarks/scorers/memo.py.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks.scorers.memo import Figure, Figures, MemoScore, Share, score
from benchmarks.scorers.memo_gold import MemoGold, load_gold, sets_in
from briefgen.pipeline import Request, run

SETS = Path(__file__).resolve().parent / "corpora" / "memos"

COUNTED = ("forbidden", "shown wrong", "shown undetermined", "twice", "again")
"""Faults; a figure is better the fewer there are."""

LESS_IS_BETTER = ("repeated",)
"""Shares of which less is better."""

UNRATED = ("shown unknown", "statements", "issues", "words")
"""Sizes, of which more is neither better nor worse."""


def figures(data: Path = SETS, length: str | None = None) -> Mapping[str, float]:
    """Figures of all sets together, higher is better: shares in points, counts of faults negative."""
    rated = total([measure(folder, length=length) for folder in sets_in(data)])
    return {
        name: _points(name, value)
        for name, value in rated.items()
        if name not in UNRATED and not _of_nothing(value)
    }


def _of_nothing(value: Figure) -> bool:
    return isinstance(value, Share) and not value.total


def _points(name: str, value: Figure) -> float:
    points = round(100 * value.good / value.total, 2) if isinstance(value, Share) else float(value)
    return 0.0 - points if name in (*COUNTED, *LESS_IS_BETTER) else points


def measure(folder: Path, *, keep: Path | None = None, length: str | None = None) -> MemoScore:
    """The score of today's memo on one set; a set without a memo has nothing of what it should have."""
    gold = load_gold(folder)
    with tempfile.TemporaryDirectory() as scratch:
        out = keep / folder.name if keep else Path(scratch)
        written, _ = run(_request(gold, folder / "docs", out, length))
        files = [file for one in written for file in one.files]
        if not files:
            return _without_memo(gold, str(written[0].failure))
        return score(gold, json.loads(files[0].read_text(encoding="utf-8")))


def _request(gold: MemoGold, docs: Path, out: Path, length: str | None) -> Request:
    chosen: dict[str, Any] = {"length": length} if length else {}
    if not {*chosen} <= {one.name for one in fields(Request)}:
        raise SystemExit("this version writes memos of one length only")
    return Request((gold.query,), docs, out, ("json",), **chosen)


def _without_memo(gold: MemoGold, why: str) -> MemoScore:
    empty = score(gold, {"sources": [], "sections": []})
    return MemoScore(empty.figures, (f"no memo\t{why}", *empty.misses))


def total(scores: Iterable[MemoScore]) -> Figures:
    """The figures of several memos added up."""
    added: dict[str, Figure] = {}
    for one in scores:
        for name, value in one.figures.items():
            added[name] = _sum(added.get(name), value)
    return added


def _sum(before: Figure | None, value: Figure) -> Figure:
    if before is None:
        return value
    if isinstance(before, Share) and isinstance(value, Share):
        return Share(before.good + value.good, before.total + value.total)
    assert isinstance(before, int)
    assert isinstance(value, int)
    return before + value


def main() -> int:
    chosen = _arguments()
    folders = [one for one in sets_in(chosen.data) if chosen.set in ("", one.name)]
    if not folders:
        print(f"no set {chosen.set or 'at all'} in {chosen.data}", file=sys.stderr)
        return 2
    scores = []
    for folder in folders:
        scores.append(measure(folder, keep=chosen.keep, length=chosen.length))
        print(f"{folder.name}: {scores[-1]}", flush=True)
        if chosen.misses:
            print("".join(f"    {miss}\n" for miss in scores[-1].misses), end="")
    print(f"all: {MemoScore(total(scores))}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", nargs="?", default="", help="only this set")
    parser.add_argument("--misses", action="store_true", help="print what is missed or wrong")
    parser.add_argument("--keep", type=Path, help="folder in which the memos stay")
    parser.add_argument("--length", help="length of the memo, as in the command")
    parser.add_argument("--data", type=Path, default=SETS, help="folder with the sets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
