"""Processor time of sentences, quotes and speakers: `python benchmarks/speed_quotes.py [DOCS.jsonl.gz]`.

Prints milliseconds for a document of 800 words; exits with 1 when it is over 20. Reads the development
documents of the quotes among the public data beside the checkout.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.documents import split  # noqa: E402
from benchmarks.public_data import DATA  # noqa: E402
from briefgen.annotate import quotes, speakers  # noqa: E402

DOCUMENTS = DATA / "quotes" / "dev.jsonl.gz"
WORDS = 800
MOST = 20.0


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    speakers.annotate(quotes.annotate(split("warm", rows[0]["text"]))[0])  # reads the word lists
    start = time.process_time()
    for row in rows:
        speakers.annotate(quotes.annotate(split(row["id"], row["text"]))[0])
    seconds = time.process_time() - start
    words = sum(len(row["text"].split()) for row in rows)
    milliseconds = 1000 * seconds / words * WORDS
    print(f"{milliseconds:.1f} ms for {WORDS} words ({len(rows)} documents, {words} words)")
    return milliseconds > MOST


if __name__ == "__main__":
    sys.exit(main())
