"""Speed of cleaning and of dates: `python -m benchmarks.speed_stages`.

Processor time of one pass over all texts, imports and first use left out. Goals: cleaning 2 MB a second
in both renderings, dates 100 documents a second. Reads the public data beside the checkout.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Sequence
from datetime import date

from benchmarks.public_data import DATA
from briefgen import timex
from briefgen.clean import clean
from briefgen.model import Source


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time in seconds of doing the work on all texts once; each is new to the caches."""
    for text in texts[:3]:
        work(text)
    start = time.process_time()
    for text in texts[3:]:
        work(text)
    return time.process_time() - start


def cleaned(text: str) -> object:
    return clean(Source("S1", "page.txt", "0" * 64, text))


def resolved(text: str) -> object:
    tokens = timex.tokens(text)
    written = timex.Written(date(1998, 3, 2), date(1998, 3, 2), date(1998, 3, 2))
    return timex.resolve(timex.find(tokens), tokens, written)


def main() -> None:
    for rendering in ("resiliparse", "nodes"):
        lines = (DATA / "clean" / rendering / "pages.jsonl").read_text(encoding="utf-8").splitlines()
        pages = [json.loads(line)["text"] for line in lines]
        size = sum(len(page.encode()) for page in pages[3:]) / 1e6
        print(f"cleaning, {rendering}: {size / seconds(cleaned, pages):.2f} MB a second ({size:.1f} MB)")
    with gzip.open(DATA / "dates" / "tb-train.jsonl.gz", "rt", encoding="utf-8") as handle:
        texts = [json.loads(line)["text"] for line in handle]
    speed = (len(texts) - 3) / seconds(resolved, texts)
    print(f"dates: {speed:.0f} documents a second ({len(texts)} documents)")


if __name__ == "__main__":
    main()
