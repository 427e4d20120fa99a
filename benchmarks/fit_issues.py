"""Fits the weights of briefgen/lexicon/weights/issues.tsv: `python benchmarks/fit_issues.py [--write]`.

Logistic regression with a quadratic penalty over the features of `briefgen.annotate.issues`, on the
gold sentences and on whole articles of the public data beside the checkout, the latter labelled in
`issue_labels.tsv`. Prints figures of leave-one-group-out cross-validation, each article being a group.
Needs scikit-learn, which the program itself does not.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "briefgen" / "lexicon" / "weights" / "issues.tsv"
sys.path.insert(0, str(ROOT))

from benchmarks.public_data import EVAL  # noqa: E402
from briefgen.annotate.issues.vocabulary import BIAS, ISSUE, NO_CUE  # noqa: E402

PENALTY = 0.5  # inverse strength; 0.25 to 2 differ by two points on articles and on the seeds


class Row(NamedTuple):
    group: str
    label: int
    have: frozenset[str]
    text: str


def texts() -> dict[str, str]:
    """Documents of the evaluation data that carry labels, by set and document."""
    found: dict[str, str] = {}
    for split in ("train", "dev"):
        with gzip.open(EVAL / "data" / "quotes" / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
            found |= {f"quotes/{split} {r['id']}": r["text"] for r in map(json.loads, lines)}
    with gzip.open(EVAL / "data" / "summary" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for r in map(json.loads, lines):
            found |= {f"summary/dev {r['id']}/{d['id']}": d["text"] for d in r["docs"]}
    with gzip.open(EVAL / "data" / "selection" / "reuters.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for r in map(json.loads, lines):
            found |= {f"selection/reuters.dev {d['id']}": d["text"] for d in r.get("docs", [])}
    return found


def rows() -> Iterator[Row]:
    """Labelled sentences: the gold ones, then those of whole articles."""
    for line in (EVAL / "gold" / "open_issues.jsonl").read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        group = "seeds" if r["set"] == "seeds" else f"cue {int(r['id'][1:]) % 10}"
        yield Row(group, r["label"], have(r["text"]), r["text"])
    documents = texts()
    for line in (ROOT / "benchmarks" / "issue_labels.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            split, name, start, end, label = line.split("\t")
            text = documents[f"{split} {name}"][int(start) : int(end)]
            yield Row(f"article {name}", int(label), have(text), text)


def have(text: str) -> frozenset[str]:
    """Features of a text that is one sentence, read alone as the measure does."""
    from benchmarks.documents import body
    from briefgen.annotate.issues import ACTORS, sentence_features

    document = body("request", text)
    starts = [name.span.start for name in document.names if name.kind in ACTORS]
    found: frozenset[str] = frozenset()
    for sentence in document.sentences:
        found |= sentence_features(document, sentence, starts)[1]
    return found


def fit(data: list[Row], names: list[str]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    data = [row for row in data if NO_CUE not in row.have]  # never an issue, whatever the weights
    matrix = [[float(name in row.have) for name in names] for row in data]
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(matrix, [row.label for row in data])
    return {BIAS: float(model.intercept_[0])} | dict(zip(names, map(float, model.coef_[0]), strict=True))


def says(weights: dict[str, float], row: Row) -> bool:
    from briefgen.annotate.issues.features import OPEN

    total = weights[BIAS] + sum(weights.get(name, 0.0) for name in row.have)
    return total >= OPEN and NO_CUE not in row.have


def report(name: str, data: list[tuple[bool, int]]) -> None:
    hits = sum(said and label for said, label in data)
    precision = hits / max(1, sum(said for said, _ in data))
    recall = hits / max(1, sum(label for _, label in data))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:40} n {len(data):4} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def main() -> int:
    data = list(rows())
    names = sorted({name for row in data for name in row.have} & ISSUE)
    answers: dict[str, list[tuple[bool, int]]] = {}
    for group in dict.fromkeys(row.group for row in data):
        weights = fit([row for row in data if row.group != group], names)
        kind = group.split()[0]
        for row in data:
            if row.group == group:
                said = says(weights, row)
                answers.setdefault(kind, []).append((said, row.label))
                if kind != group:
                    answers.setdefault(group, []).append((said, row.label))
                if "--errors" in sys.argv and said != bool(row.label):
                    print("-+"[row.label], group, sorted(row.have), row.text[:220].replace("\n", " "))
    for name, some in answers.items():
        report(name, some)
    weights = fit(data, names)
    report("all, fitted on itself", [(says(weights, row), row.label) for row in data])
    if "--write" in sys.argv:
        write(weights, len(data))
    return 0


def write(weights: dict[str, float], count: int) -> None:
    lines = [
        "# Weights of the features that tell an open issue (log odds), fitted by benchmarks/fit_issues.py on",
        f"# gold sentences and whole articles of the evaluation data (news; {count} sentences).",
        "# issues/cues.tsv and issues/guards.tsv hold the features.",
        "# Cases: tests/cases/issues.md",
        "# feature\tweight",
        *(f"{name}\t{value:.2f}" for name, value in sorted(weights.items(), key=lambda item: -item[1])),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
