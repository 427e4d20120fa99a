"""A fixed part of a selection set, where the whole takes minutes: every third document of each folder.

A topic stays when the part still has four of its documents, which is what the set itself asks for.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

EVERY = 3
FEWEST = 4


def write(whole: Path, part: Path) -> None:
    """Reads a set in JSON lines, packed by gzip, and writes its part the same way."""
    with gzip.open(whole, "rt", encoding="utf-8") as lines:
        rows = list(thinned(map(json.loads, lines)))
    with gzip.open(part, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def thinned(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Folders with every third document, then their topics."""
    kept: dict[str, set[str]] = {}
    for row in rows:
        if row["type"] == "folder":
            docs = row["docs"][::EVERY]
            kept[row["folder"]] = {doc["id"] for doc in docs}
            yield {**row, "docs": docs}
        else:
            gold = [name for name in row["gold"] if name in kept[row["folder"]]]
            if len(gold) >= FEWEST:
                yield {**row, "gold": gold}
