"""A memo from many sources: what several tell is counted, a speaker has one row, cited sources are listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefgen.compose import compose, written
from briefgen.compose.brief import MANY, Brief
from briefgen.paper.memo import House, Item, Memo
from briefgen.verify.grounds import Grounds, verify_memo
from tests.test_thresholds_compose import FIRST, LAST, TOPIC, brief

FACT = "A storm closed the narrow strait to all nine ferries of the company on that evening."
AGAIN = "All nine ferries of the company stopped that evening as a storm closed the narrow strait."
BIRDS = (
    "gull heron plover curlew dunlin knot ruff snipe godwit avocet tern skua auk puffin crake rail coot grebe"
)
TREES = "alder birch cedar elm fir hazel larch maple oak pine rowan spruce willow yew ash beech lime holly"


def filler(number: int) -> str:
    """A text of a document's own, on something else."""
    bird, tree = BIRDS.split()[number % 18], TREES.split()[number // 18 % 18]
    return f"A {bird} was seen by the {tree} on the hill. The {tree} is old. No {bird} came here for long."


def many(*texts: str, number: int = MANY + 10) -> list[str]:
    """So many documents, of which the first hold these texts."""
    return [f"{filler(n)} {text}" for n, text in enumerate((*texts, *[""] * (number - len(texts))))]


def made(texts: Sequence[str]) -> tuple[Brief, Memo]:
    one = brief(texts, {"A storm": 0.9, "All nine": 0.8})
    return one, compose(one)


def rows(memo: Memo, section: str) -> tuple[Item, ...]:
    return next((one.items for one in memo.sections if one.id == section), ())


def fact(texts: Sequence[str]) -> tuple[Brief, Memo, Item]:
    one, memo = made(texts)
    (found,) = [row for row in rows(memo, "background") if "storm" in one.words_of(row.text)]
    return one, memo, found


def closing(memo: Memo, one: Brief, item: Item) -> str:
    return memo.said(item.closing, one.corpus.text)


def test_a_fact_says_how_many_independent_sources_tell_it_and_names_the_first() -> None:
    one, memo, row = fact(many(FACT, *[AGAIN] * 6))
    assert len(row.also) == 6
    assert closing(memo, one, row).startswith("So also 6 other sources: S")
    assert closing(memo, one, row).endswith(" and 3 more.")


def test_one_other_source_is_only_named() -> None:
    one, memo, row = fact(many(FACT, AGAIN))
    (place,) = row.also
    assert closing(memo, one, row) == f"So also {memo.number(place.span.source)}."
    assert memo.source_of[place.span.source].used


def test_copies_of_a_document_are_one_source() -> None:
    copied = f"{filler(1)} {AGAIN}"
    texts = many(FACT, AGAIN)
    one, _, row = fact([*texts, copied, copied])
    assert {one.corpus.kinship(place.span.source).origin for place in row.also} == {"S2"}
    assert len(row.also) == 1


@pytest.mark.parametrize(
    "other",
    [
        AGAIN.replace("nine", "twelve"),
        AGAIN.replace("stopped", "did not stop"),
        "The storm closed the school by the old harbour and its library on the same long evening.",
        "All nine ferries of the company closed that evening for a wind that tore the flag from the school.",
    ],
)
def test_another_number_a_denial_or_half_of_it_is_not_the_same(other: str) -> None:
    _, memo = made(many(FACT, other))
    assert not any(row.also for row in rows(memo, "background"))


def in_body(score: float) -> bool:
    """Whether a fact of two sources has a row in the body beside facts of one source each and score 0.5."""
    one = brief(many(FACT, AGAIN), {"A storm": score, "All nine": score})
    return any("nine ferries" in one.words_of(row.text) for row in rows(compose(one), "background"))


def test_what_two_sources_tell_goes_before_what_bears_a_little_more_on_the_topic() -> None:
    assert in_body(0.43)
    assert not in_body(0.35)


def short(words: str) -> tuple[int, int]:
    """How many content words a sentence of two documents has, and how many other sources its row names."""
    one, memo = made(many(words, words))
    row = next(row for row in rows(memo, "background") if "strait" in one.words_of(row.text))
    return len(one.words_in(row.cites[0])), len(row.also)


def test_six_content_words_are_a_fact_and_five_a_phrase() -> None:
    assert short("A storm was over the grey strait and over the old stone quay by then too.") == (6, 1)
    assert short("A storm was over the grey strait and over the old quay by then too.") == (5, 0)


def test_what_a_row_tells_is_no_row_again() -> None:
    one, memo = made(many(FACT, AGAIN))
    found = [*rows(memo, "background"), *rows(memo, "further")]
    assert sum("ferries" in one.words_of(row.text) for row in found) == 1


def test_of_few_sources_nothing_is_counted() -> None:
    _, memo = made(many(FACT, *[AGAIN] * 6, number=MANY))
    assert not any(row.also for section in memo.sections for row in section.items)


SAYS = "“{}, whatever it may cost us,” said Anna Lindqvist on Monday."
THINGS = (
    "We will keep the strait open for every ferry of the islands",
    "No tanker shall pass the lighthouse without a pilot on board",
    "The fishermen must be paid for their broken nets before summer",
    "A second bridge to the mainland is what the young families need",
    "Our navy will guard the cables on the bottom of the sea",
)
OTHER = "“The strait must not be dredged again before the spring,” said Peter Hallstrom on Monday."


def test_a_speaker_has_one_row_in_the_body_that_says_how_many_more_there_are() -> None:
    texts = many(*(SAYS.format(thing) for thing in THINGS), OTHER)
    one, memo = made(texts)
    body = [one.words_of(row.speaker) for row in rows(memo, "key-statements")]
    assert sorted(body) == ["Anna Lindqvist", "Peter Hallstrom"]
    (row,) = [row for row in rows(memo, "key-statements") if "Anna" in one.words_of(row.speaker)]
    rest = [row for row in rows(memo, "further") if "Anna" in one.words_of(row.speaker)]
    assert row.further == len(rest) > 1
    assert f"{row.further} more statements by this speaker." in closing(memo, one, row)


LIGHT = "“The {}th buoy of the strait is rusty and its light is weak, as all the pilots know,” said {}."
OLD = ("lamp by the door", "rope on the quay", "chain at the gate", "crane on the pier", "clock in the tower")
WORN = "is worn and old, as anybody who has been at the harbour knows,” said Eve Storm."


def quoted_often(once: float) -> bool:
    """Whether whom five documents quote, with score 0.5, has a row beside others whom one quotes each."""
    people = [f"{first} {last}" for first in FIRST for last in LAST][:14]
    light = [LIGHT.format(n, who) for n, who in enumerate(people)]
    worn = [f"“The {thing} {WORN}" for thing in OLD]
    one = brief(many(*worn, *light), {**{f"“The {thing}": 0.5 for thing in OLD}, "“": once})
    return any("Eve Storm" in one.words_of(row.speaker) for row in rows(compose(one), "key-statements"))


def test_whom_most_documents_quote_comes_before_who_says_a_little_more() -> None:
    assert quoted_often(0.68)
    assert not quoted_often(0.85)


def test_what_a_speaker_is_quoted_with_twice_is_one_statement_of_two_sources() -> None:
    texts = many(SAYS.format(THINGS[0]), SAYS.format(THINGS[0]), OTHER)
    one, memo = made(texts)
    (row,) = [row for row in rows(memo, "key-statements") if "Anna" in one.words_of(row.speaker)]
    assert len(row.also) == 1
    assert row.further == 0


def listed(number: int) -> tuple[str, ...]:
    one = brief(many(FACT, AGAIN, number=number), {"A storm": 0.9}, chosen=[f"S{n}" for n in range(1, 41)])
    return tuple(one.words_of(row.text) for row in written(one).written["sources"].items)


def test_documents_that_are_not_cited_are_named_or_of_hundreds_counted() -> None:
    assert "25.txt" in listed(60)[-1]
    last = listed(140)[-1]
    assert ".txt" not in last
    assert "--format json" in last


def problems(one: Brief, memo: Memo, old: Item, new: Item) -> set[str]:
    """What is found in a memo in which one row is another."""
    sections = tuple(
        replace(section, items=tuple(new if row is old else row for row in section.items))
        for section in memo.sections
    )
    grounds = Grounds(one.corpus, one.style, title=TOPIC.title)
    return {problem.slug for problem in verify_memo(replace(memo, sections=sections), grounds)}


def test_a_count_or_source_that_is_not_so_is_found() -> None:
    one, memo, row = fact(many(FACT, *[AGAIN] * 6))
    assert problems(one, memo, row, row) == set()
    counted = tuple(House("9") if run == House("6") else run for run in row.closing)
    assert problems(one, memo, row, replace(row, closing=counted)) == {"listing-wrong"}
    assert "listing-wrong" in problems(one, memo, row, replace(row, also=row.also[:5]))
    assert "listing-wrong" in problems(one, memo, row, replace(row, closing=()))
    first = row.also[0]
    doubled = replace(row, also=(first, first, *row.also[2:]))
    assert "listing-wrong" in problems(one, memo, row, doubled)
    moved = replace(first, line=first.line + 1)
    assert "place-wrong" in problems(one, memo, row, replace(row, also=(moved, *row.also[1:])))


def test_a_sentence_that_tells_something_else_is_found() -> None:
    one, memo, row = fact(many(FACT, AGAIN))
    (place,) = row.also
    document = one.corpus.by_id[place.span.source]
    other = next(s.span for s in document.sentences if "hill" in document.text(s.span))
    wrong = replace(place, span=other)
    assert "listing-wrong" in problems(one, memo, row, replace(row, also=(wrong,)))
