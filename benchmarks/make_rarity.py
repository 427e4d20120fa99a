"""Writes briefgen/lexicon/topics/rarity.tsv: in how many documents of general news a word stands.

    python -m benchmarks.make_rarity

Counted are the articles of the development data that hold general news: those of the quotations task (train) and
of the summary task (dev). Only counts of single word stems go into the list, rounded to bands, no text.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.public_data import DATA
from benchmarks.scripts import ROOT
from briefgen.english.stem import stem
from briefgen.english.words import words

LIST = ROOT / "briefgen" / "lexicon" / "topics" / "rarity.tsv"
FEWEST = 4
"""Documents; a stem in fewer is as rare as one that is not listed."""
STEP = 1.25
"""Ratio of one band to the next: finer bands would tell the sample, not the language."""
HEAD = """\
# How common words are in general news: documents of a thousand, stems that stand in about so many of them.
# Counted by benchmarks/make_rarity.py over {total} articles of public evaluation data on quotations and summaries
# (American and British newspapers and agencies, 2003 to 2018); a stem that is not here stands in fewer than {least}.
# Cases: tests/cases/select_rarity.md
"""


def articles() -> Iterator[str]:
    """The texts that are counted."""
    for line in _lines(DATA / "quotes" / "train.jsonl.gz"):
        yield json.loads(line)["text"]
    for line in _lines(DATA / "summary" / "dev.jsonl.gz"):
        yield from (document["text"] for document in json.loads(line)["docs"])


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def main() -> None:
    found: Counter[str] = Counter()
    total = 0
    for text in articles():
        total += 1
        found.update({stem(word) for word in words(text)})
    bands: dict[int, list[str]] = {}
    for word, count in found.items():
        if count >= FEWEST and word.isascii() and word.isalpha():
            bands.setdefault(band(1000 * count / total), []).append(word)
    rows = (f"{size}\t{' '.join(sorted(bands[size]))}\n" for size in sorted(bands, reverse=True))
    least = round(1000 * FEWEST / total)
    LIST.write_text(HEAD.format(total=total, least=least) + "".join(rows), encoding="utf-8", newline="\n")


def band(share: float) -> int:
    """A share of a thousand rounded to a band, 1 to 1000."""
    return min(1000, max(1, round(STEP ** round(math.log(share, STEP)))))


if __name__ == "__main__":
    main()
