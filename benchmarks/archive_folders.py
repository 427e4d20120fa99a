"""Folders of any number of news texts, made from the public data: they measure, and nothing of them is kept.

Beyond the texts that are there (some 1,800), new ones are cut and shuffled from the paragraphs of two.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.public_data import DATA

SEED = 7
_NEWS = (
    ("quotes/train.jsonl.gz", "date"),
    ("quotes/dev.jsonl.gz", "date"),
    ("dates/tb-dev.jsonl.gz", "dct"),
    ("dates/tb-train.jsonl.gz", "dct"),
)
"""Files of articles, and the key of their day."""


def texts() -> list[tuple[str, str]]:
    """Articles of about four thousand characters, each with its day, "" where it is not known."""
    found = [(row[key], row["text"]) for name, key in _NEWS for row in rows(name)]
    found += [("", text) for row in rows("summary/dev.jsonl.gz") for text in map(plain, row["docs"])]
    return found


def plain(document: str | dict[str, str]) -> str:
    """The text of a document of a cluster."""
    return document if isinstance(document, str) else document["text"]


def rows(name: str) -> Iterator[dict]:
    """The rows of a data file."""
    with gzip.open(DATA / name, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def lay(folder: Path, number: int) -> Path:
    """So many texts as files in a folder, the same at every call."""
    chance = random.Random(SEED)
    known = texts()
    chance.shuffle(known)
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(number):
        day, text = known[at] if at < len(known) else mixed(chance, known)
        day = (
            day or f"{chance.randrange(2005, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        )
        (folder / f"{at:05}.txt").write_text(f"Published: {day}\n\n{text}\n", encoding="utf-8")
    return folder


def mixed(chance: random.Random, known: list[tuple[str, str]]) -> tuple[str, str]:
    """Half of the paragraphs of two texts, in any order."""
    day, first = chance.choice(known)
    parts = [part for text in (first, chance.choice(known)[1]) for part in half(chance, text)]
    return day, "\n\n".join(parts)


def half(chance: random.Random, text: str) -> list[str]:
    """Half of the paragraphs of a text, in any order."""
    parts = [part for part in text.split("\n\n" if "\n\n" in text else "\n") if part.strip()]
    return chance.sample(parts, max(1, len(parts) // 2))
