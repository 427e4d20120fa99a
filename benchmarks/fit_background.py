"""Counts how common words are in news: `python benchmarks/fit_background.py [--write]`.

Writes briefgen/lexicon/weights/background.tsv from the clusters of the public data beside the checkout: for
each stem the share of texts that hold it. A folder on one matter can not tell which of its words are common.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "briefgen" / "lexicon" / "weights" / "background.tsv"
sys.path.insert(0, str(ROOT))

from benchmarks.public_data import DATA  # noqa: E402
from briefgen.english.tokens import tokenize  # noqa: E402
from briefgen.english.words import base_stem, compared, is_function_word  # noqa: E402

FEWEST = 0.02
"""Share of texts; a word below it is rare, and no list of a usable length would hold them all."""
EACH = 2
"""Texts of a cluster; all of them would count one story's words as often as it has texts."""
HEAD = """# How common words are in news: the stem of a word and the share of texts that hold it, if 2 % or
# more do; counted by benchmarks/fit_background.py on the evaluation data (news; {texts} texts). Others are rare.
# Cases: tests/cases/memo_contradictions.md
# stem	share
"""


def stems(text: str) -> set[str]:
    """The stems of the words of a text that carry meaning."""
    found = (word.text for word in compared(tokenize(text)))
    return {base_stem(w) for w in found if len(w) > 2 and w.isalpha() and not is_function_word(w)}


def main() -> None:
    with gzip.open(DATA / "summary" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [one["text"] for row in map(json.loads, lines) for one in row["docs"][:EACH]]
    held = Counter(stem for text in texts for stem in stems(text))
    common = sorted((stem, n / len(texts)) for stem, n in held.items() if n >= FEWEST * len(texts) and stem)
    print(f"{len(texts)} texts, {len(held)} stems, {len(common)} common")
    if "--write" in sys.argv[1:]:
        rows = "".join(f"{stem}\t{share:.2f}\n" for stem, share in common)
        TABLE.write_text(HEAD.format(texts=len(texts)) + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
