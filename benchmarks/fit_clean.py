"""Fits the weights of briefgen/lexicon/weights/furniture.tsv.

`python benchmarks/fit_clean.py DATA [--write]`

DATA is the folder `clean` of the public data beside the checkout, with its two
renderings; only the dev split is read. Prints token F1 with cross-validation by host, then, with --write,
fits on the whole split and writes the file. Needs numpy and scikit-learn; the program itself does not.
"""

from __future__ import annotations

import bisect
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefgen.clean import clean, cut, odds, traits, vocabulary  # noqa: E402
from briefgen.clean.line import _known  # noqa: E402
from briefgen.clean.page import judged_lines  # noqa: E402
from briefgen.model import KEPT, Source  # noqa: E402

WORD = re.compile(r"\w+")
TARGET = ROOT / "briefgen" / "lexicon" / "weights" / "furniture.tsv"
STRENGTH = 0.01
"""Inverse of the L2 penalty; .01 to .3 differ by less than .002 F1, the smallest is the least fitted."""
FOLDS = 6
RAREST = 8
"""Lines a trait must show on, so that one page can not make a weight."""
HEAD = """\
# Weights of the traits of a line (briefgen/clean/traits.py): trait, log-odds that the line is of an article.
# Fitted by benchmarks/fit_clean.py (logistic regression, L2) on the dev split (59 pages of 41 hosts, in two
# renderings) of the article-extraction benchmark of scrapinghub, MIT licence; no text of it is here.
# Cases: tests/cases/clean_lines.md
"""


@dataclass(frozen=True)
class Sample:
    rendering: str
    host: str
    text: str
    gold: str
    rows: tuple[tuple[tuple[str, ...], int, int], ...]
    """Traits, whether the line is kept, words: one for each line that no hard rule decides."""


def read(folder: Path) -> list[Sample]:
    samples = []
    for rendering in ("resiliparse", "nodes"):
        pages = dict(_pages(folder / rendering / "pages.jsonl"))
        for line in (folder / rendering / "gold.jsonl").read_text("utf-8").splitlines():
            gold = json.loads(line)
            if gold["split"] == "dev":
                text = pages[gold["id"]]
                rows = tuple(_rows(text, gold["lines"]))
                samples.append(Sample(rendering, gold["host"], text, gold["text"], rows))
    return samples


def _pages(file: Path):
    for line in file.read_text("utf-8").splitlines():
        page = json.loads(line)
        yield page["id"], page["text"]


def _rows(text: str, kept: Sequence[int]):
    found = cut.lines(text)
    starts = [line.start for line in found]
    gold = _kept_words(text, kept)
    pieces = cut.pieces(found)
    judged = judged_lines(pieces, {}, trusted=False)
    for piece, hard in zip(pieces, judged.hard, strict=True):
        if hard:
            continue
        inside = starts[bisect.bisect_left(starts, piece.start) : bisect.bisect_left(starts, piece.end)]
        words = len(WORD.findall(piece.text))
        share = sum(gold.get(start, 0) for start in inside)
        yield traits.own(piece.text), int(words > 0 and share >= words / 2), words


def _kept_words(text: str, kept: Sequence[int]) -> dict[int, int]:
    """Words of each kept line, by the offset at which the line starts after its white space."""
    found, offset = {}, 0
    for line, keep in zip(text.split("\n"), kept, strict=True):
        start = offset + len(line) - len(line.lstrip("\ufeff\u200b \t\xa0\f\v"))
        found[start] = len(WORD.findall(line)) * keep
        offset += len(line) + 1
    return found


def steps(trait: str) -> tuple[str, ...]:
    """A trait that counts as the steps up to it, none for the lowest."""
    if trait in vocabulary.FROM_ZERO:
        return ()
    return vocabulary.STEPS.get(trait, (trait,))


def expanded(names: Sequence[str]) -> list[str]:
    return [step for name in names for step in steps(name)]


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    seen = Counter(trait for sample in samples for names, _, _ in sample.rows for trait in expanded(names))
    index = {name: i for i, name in enumerate(sorted(n for n, count in seen.items() if count >= RAREST))}
    rows = [(row, sum(words + 1 for *_, words in sample.rows)) for sample in samples for row in sample.rows]
    matrix = np.zeros((len(rows), len(index)))
    for i, ((names, _, _), _) in enumerate(rows):
        matrix[i, [index[name] for name in expanded(names) if name in index]] = 1
    # Every page counts alike, and a line by the root of its length: between lines alike and words alike.
    weights = np.array([(1 + words) ** 0.5 / total for (_, _, words), total in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(matrix, [label for (_, label, _), _ in rows], sample_weight=weights / weights.mean())
    fitted = {name: float(model.coef_[0][i]) for name, i in index.items()}
    traits_seen = sorted({name for sample in samples for names, _, _ in sample.rows for name in names})
    weights_of = {name: sum(fitted.get(step, 0.0) for step in steps(name)) for name in traits_seen}
    return {vocabulary.BIAS: float(model.intercept_[0])} | {
        name: value
        for name, value in weights_of.items()
        if name in vocabulary.TRAITS and any(step in fitted for step in steps(name))
    }


def score(samples: Sequence[Sample], weights: Mapping[str, float]) -> list[tuple[float, float]]:
    """Token precision and recall of each page with these weights."""
    odds._weights = lambda: weights  # type: ignore[assignment]
    _known.cache_clear()
    pairs = []
    for sample in samples:
        blocks, _ = clean(Source("S1", "", "", sample.text))
        kept = " ".join(sample.text[b.span.start : b.span.end] for b in blocks if b.label in KEPT)
        ours, gold = Counter(WORD.findall(kept)), Counter(WORD.findall(sample.gold))
        hit = sum((ours & gold).values())
        pairs.append((hit / max(1, sum(ours.values())), hit / max(1, sum(gold.values()))))
    return pairs


def fold(host: str) -> int:
    return int(hashlib.sha256(("cv" + host).encode()).hexdigest(), 16) % FOLDS


def report(name: str, pairs: Sequence[tuple[float, float]]) -> None:
    precision, recall = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    hurt = sum(pair[1] < 0.9 for pair in pairs) / len(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} hurt {hurt:.2f} pages {len(pairs)}")


def cross_validate(samples: Sequence[Sample]) -> None:
    results: dict[str, list[tuple[float, float]]] = {}
    for k in range(FOLDS):
        weights = fit([sample for sample in samples if fold(sample.host) != k])
        held_out = [sample for sample in samples if fold(sample.host) == k]
        for sample, pair in zip(held_out, score(held_out, weights), strict=True):
            results.setdefault(sample.rendering, []).append(pair)
    for name, pairs in results.items():
        report(name, pairs)


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    samples = read(Path(sys.argv[1]))
    cross_validate(samples)
    if sys.argv[2:] == ["--write"]:
        rows = "".join(f"{name}\t{value:.2f}\n" for name, value in sorted(fit(samples).items()))
        TARGET.write_text(HEAD + rows, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
