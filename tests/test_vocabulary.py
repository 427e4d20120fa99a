"""Rows of weights and features are joined by the names of a vocabulary: no dead row, no unknown name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from briefgen import lexicon
from briefgen.annotate import quotes as quoting
from briefgen.annotate.issues import ACTORS, sentence_features
from briefgen.annotate.issues.vocabulary import ISSUE, NO_CUE
from briefgen.annotate.quotes import speech
from briefgen.annotate.quotes.vocabulary import SPEECH
from briefgen.annotate.speakers import antecedents, features, people, pronouns, ranker, scene
from briefgen.annotate.speakers.descriptions import held
from briefgen.annotate.speakers.vocabulary import ANTECEDENT, SPEAKER
from briefgen.clean import traits
from briefgen.clean.vocabulary import TRAITS
from briefgen.model import Document, Source
from briefgen.preparing import prepare
from tests.casefile import CASES, read_cases

SEEDS = CASES.parent.parent / "seeds"
TABLES = {
    "speech": SPEECH,
    "speakers": SPEAKER,
    "pronouns": ANTECEDENT,
    "issues": ISSUE,
    "furniture": TRAITS,
}
TEXTS = ("quotes", "quotes_indirect", "speakers", "issues", "sentences", "names", "relations", "clean")
DOCUMENTS = 30
"""Of the longest texts at hand; the shorter ones show no other name."""


@cache
def texts() -> tuple[str, ...]:
    cases = [case.input for name in TEXTS if (CASES / f"{name}.md").exists() for case in read_cases(name)]
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return tuple(sorted(cases + seeds, key=len, reverse=True)[:DOCUMENTS])


@cache
def documents() -> tuple[Document, ...]:
    return tuple(prepare(Source("S1", "case.txt", "0" * 64, text))[0] for text in texts())


def of_speech(document: Document) -> Iterator[str]:
    for block in quoting.read_blocks(document):
        for stretch, attribution in zip(block.quotations, block.attributions, strict=True):
            yield from speech.features(document.source.text, block.passage, stretch, attribution)


def of_speakers(document: Document) -> Iterator[str]:
    seen = scene.build(document)
    gathered = people.gather(seen, document.names)
    resolved = pronouns.resolve(seen, gathered, held(seen, gathered))
    past = features.History(0 if gathered.entities else None, 0, range(len(gathered.entities)))
    for quote in document.quotes:
        if quote.kind != "indirect":
            where = features.setting(seen, quote)
            for _, _, names in ranker.rated(seen, gathered, resolved, where, past):
                yield from names


def of_pronouns(document: Document) -> Iterator[str]:
    seen = scene.build(document)
    gathered = people.gather(seen, document.names)
    trail: list[antecedents.Antecedent] = []
    for ref in seen.refs:
        if ref.index in gathered.of_ref:
            trail.append(antecedents.Antecedent(gathered.of_ref[ref.index], ref))
        elif ref.words[0] in antecedents.RESOLVED:
            for names in pronouns.options(seen, gathered, ref, trail).values():
                yield from names
            best = pronouns.best_antecedent(seen, gathered, ref, trail)
            if best is not None:
                trail.append(antecedents.Antecedent(best, ref))


def of_issues(document: Document) -> Iterator[str]:
    starts = [name.span.start for name in document.names if name.kind in ACTORS]
    for sentence in document.sentences:
        yield from sentence_features(document, sentence, starts)[1] - {NO_CUE}


def of_lines(document: Document) -> Iterator[str]:
    for line in document.source.text.splitlines():
        if line.strip():
            yield from traits.own(line.strip())


PRODUCED = {
    "speech": of_speech,
    "speakers": of_speakers,
    "pronouns": of_pronouns,
    "issues": of_issues,
    "furniture": of_lines,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_weights_is_a_name_of_the_vocabulary(table: str) -> None:
    assert {row[0] for row in getattr(lexicon.weights, table)()} - TABLES[table] == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_name_that_is_produced_is_in_the_vocabulary(table: str) -> None:
    produced = {name for document in documents() for name in PRODUCED[table](document)}
    assert len(produced) >= 20, "the texts show next to nothing"
    assert produced - TABLES[table] == set()


def test_weights_set_by_hand_are_of_the_vocabulary() -> None:
    assert set(ranker.RULES) <= SPEAKER
