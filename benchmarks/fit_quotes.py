"""Fits the weights of the quote and speaker stages: `python benchmarks/fit_quotes.py [TRAIN.jsonl.gz]`.

Reads the training documents of the quotes among the public data beside the checkout and writes three tables
into briefgen/lexicon/weights: speech.tsv, speakers.tsv and pronouns.tsv.
Needs scipy and numpy. Deterministic.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold_quotes import Gold, gold_of, gold_quotes, ignored, names_same, read  # noqa: E402
from benchmarks.logit import fit  # noqa: E402
from benchmarks.public_data import DATA  # noqa: E402
from briefgen.annotate import quotes as quoting  # noqa: E402
from briefgen.annotate.quotes import speech  # noqa: E402
from briefgen.annotate.quotes.vocabulary import BIAS, SPEECH  # noqa: E402
from briefgen.annotate.speakers import antecedents, pronouns, ranker, scene  # noqa: E402
from briefgen.annotate.speakers import features as pairing  # noqa: E402
from briefgen.annotate.speakers import people as gathering  # noqa: E402
from briefgen.annotate.speakers.descriptions import held  # noqa: E402
from briefgen.annotate.speakers.vocabulary import ANTECEDENT, SPEAKER  # noqa: E402
from briefgen.model import Quote  # noqa: E402

LEXICON = ROOT / "briefgen" / "lexicon" / "weights"
TRAIN = DATA / "quotes" / "train.jsonl.gz"


def write(name: str, what: str, found: dict[str, float]) -> None:
    cases = f"tests/cases/{'quotes' if name == 'speech' else 'speakers'}.md"
    head = (
        f"# {what}\n"
        "# Fitted by benchmarks/fit_quotes.py on 840 news articles of PolNeAR (training compartment;\n"
        "# Newell, Margolin and Ruths, LREC 2018), read from the evaluation data beside the checkout;\n"
        "# only these weights come from it. To reproduce: python benchmarks/fit_quotes.py\n"
        f"# Cases: {cases}\n"
        "# feature\tweight\n"
    )
    rows = "".join(
        f"{n}\t{w:g}\n" for n, w in sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
    )
    (LEXICON / f"{name}.tsv").write_text(head + rows, encoding="utf-8")
    print(f"{name}: {len(found)} weights")


# ---------------------------------------------------------------- the three models


def fit_speech(golds: Sequence[Gold]) -> dict[str, float]:
    groups, right = [], []
    for gold in golds:
        text = gold.raw["text"]
        for block in quoting.read_blocks(gold.document):
            for stretch, attribution in zip(block.quotations, block.attributions, strict=True):
                if ignored(gold, stretch.start, stretch.end):
                    continue
                row = [BIAS, *speech.features(text, block.passage, stretch, attribution)]
                groups.append([row, []])
                right.append(0 if gold_of(gold, stretch.start, stretch.end) else 1)
    return fit(groups, right, 0.7, SPEECH)


@dataclass
class Prepared:
    """A document with its annotated quotations, analysed once for the two speaker models."""

    gold: Gold
    seen: scene.Scene
    people: gathering.People
    quotes: list[tuple[Quote, dict]]


def prepare(golds: Sequence[Gold]) -> list[Prepared]:
    out = []
    for gold in golds:
        pairs = list(gold_quotes(gold))
        seen = scene.build(replace(gold.document, quotes=tuple(q for q, _ in pairs)))
        out.append(Prepared(gold, seen, gathering.gather(seen), pairs))
    return out


def silver(item: Prepared) -> dict[int, int]:
    """Entities of the pronouns whose antecedent the data give, by mention index."""
    starts = {r.start: r for r in item.seen.refs if r.words[0] in antecedents.RESOLVED}
    found: dict[int, int] = {}
    for q in item.gold.raw["quotes"] + item.gold.raw["indirect"]:
        ref = starts.get(q["speaker_span"][0]) if q.get("resolved") and q["speaker_span"] else None
        if ref is None:
            continue
        if set(pronouns.quoted_words(item.seen, ref)) & {w.casefold() for w in q["resolved"].split()}:
            continue  # the automatic antecedent was taken from the quotation itself
        options = [
            i for i, e in enumerate(item.people.entities) if e.named and names_same(e.words, q["resolved"])
        ]
        if options:
            found[ref.index] = max(options, key=lambda i: len(item.people.entities[i].refs))
    return found


def fit_pronouns(items: Sequence[Prepared]) -> dict[str, float]:
    groups, right = [], []
    for item in items:
        known = silver(item)
        trail: list[antecedents.Antecedent] = []
        for ref in item.seen.refs:
            if ref.index in item.people.of_ref:
                trail.append(antecedents.Antecedent(item.people.of_ref[ref.index], ref))
                continue
            if ref.words[0] not in antecedents.RESOLVED:
                continue
            rows = pronouns.options(item.seen, item.people, ref, trail)
            if known.get(ref.index) in rows and len(rows) > 1:
                groups.append(list(rows.values()))
                right.append(list(rows).index(known[ref.index]))
            entity = known.get(ref.index, pronouns.best_antecedent(item.seen, item.people, ref, trail))
            if entity is not None:
                trail.append(antecedents.Antecedent(entity, ref))
    print("pronouns", len(groups))
    return fit(groups, right, 2.0, ANTECEDENT)


def gold_ref(item: Prepared, found: dict, refs: Sequence[scene.Reference]) -> scene.Reference | None:
    """The candidate inside the annotated source: its name if it has one, else its first mention."""
    if not found["speaker_span"]:
        return None
    low, high = found["speaker_span"]
    inside = [r for r in refs if low - 1 <= r.start < high]
    if item.gold.raw["text"][low:high].lower() in ("who", "which", "that"):
        inside = [r for r in refs if 0 < low - r.end <= 3]
    if "name" in found["speaker_class"]:
        named = [r for r in inside if r.mention.kind == "name" and r.words[-1] in found["speaker_tokens"]]
        inside = named or inside
    return inside[0] if inside else None


def fit_speakers(items: Sequence[Prepared], follow: bool) -> dict[str, float]:
    """Fits the ranker; with `follow` the history is what the ranker itself chose before."""
    groups, right = [], []
    reached = Counter[bool]()
    for item in items:
        resolved = pronouns.resolve(item.seen, item.people, held(item.seen, item.people))
        resolved |= silver(item)
        past = pairing.History(None, -9, ())
        spoken: set[int] = set()
        chosen = (
            ranker.choose(item.seen, item.people, resolved, [q for q, _ in item.quotes]) if follow else []
        )
        for number, (quote, found) in enumerate(item.quotes):
            where = pairing.setting(item.seen, quote)
            rows = list(ranker.rated(item.seen, item.people, resolved, where, past))
            ref = gold_ref(item, found, [r for r, _, _ in rows])
            reached[ref is not None] += 1
            index = next((i for i, (r, _, _) in enumerate(rows) if ref and r.index == ref.index), None)
            if index is not None:
                groups.append([names for _, _, names in rows])
                right.append(index)
            if where.cue is not None and where.cue.kind == "noun":
                continue
            entity = chosen[number].entity if follow else rows[index][1] if index is not None else None
            if entity is not None:
                spoken.add(entity)
            past = pairing.History(
                entity if entity is not None else past.entity,
                item.seen.passage_at(quote.parts[-1].start),
                spoken,
            )
    print("speakers", len(groups), dict(reached))
    return fit(groups, right, 1.0, SPEAKER)


def refresh() -> None:
    """Makes the stages read the tables just written."""
    from briefgen import lexicon

    for table in (lexicon.weights.speech, lexicon.weights.pronouns, lexicon.weights.speakers):
        table.forget()
    for cached in (speech.weights, pronouns.weights, ranker.weights):
        cached.cache_clear()


def main() -> int:
    golds = read(Path(sys.argv[1]) if len(sys.argv) > 1 else TRAIN)
    write("speech", "Log-odds that a quoted stretch is speech.", fit_speech(golds))
    refresh()
    items = prepare(golds)
    write("pronouns", "Empty, so that what was fitted before does not matter.", {})
    refresh()
    for _ in range(3):
        write("pronouns", "Which entity a pronoun stands for.", fit_pronouns(items))
        refresh()
    for follow in (False, True):
        write(
            "speakers",
            "Which mention licenses the speaker of a quotation.",
            fit_speakers(items, follow),
        )
        refresh()
    return 0


if __name__ == "__main__":
    sys.exit(main())
