"""No stage grows faster than its text: processor time of n and 4n, and the share of a document in a run."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.growth import StageClock, whole_run
from benchmarks.growth_shapes import SHAPES
from briefgen.annotate.sentences import LONGEST, annotate
from briefgen.clean import clean
from briefgen.model import Block, ByPlace, Document, Source, Span
from briefgen.read import limits, read_folder
from briefgen.read.limits import share

GENEROUS = 2.2
"""Times that 4n may cost more than four times n; a square would cost four times more."""
SMALL = 0.03
"""Seconds at n below which what a stage costs is noise."""


def seconds(shape: str, size: int) -> StageClock:
    clock = StageClock()
    gc.collect()
    gc.disable()  # what other tests left would be looked through at a moment that nobody knows
    try:
        whole_run(SHAPES[shape](size), clock)
    finally:
        gc.enable()
    return clock


@pytest.mark.parametrize(
    "shape", ["line", "that-said", "quotes-one", "quotes-line", "transcript", "speakers", "topic", "issues"]
)
def test_four_times_the_text_costs_about_four_times_the_time(shape: str) -> None:
    seconds(shape, 3_000)  # the word lists are read
    few, many = (seconds(shape, size).seconds for size in (12_000, 48_000))
    steep = {
        stage: (round(few[stage], 2), round(spent, 2))
        for stage, spent in many.items()
        if spent > 4 * GENEROUS * max(few[stage], SMALL)
    }
    assert not steep


def test_what_is_found_by_place_is_what_a_scan_finds() -> None:
    chance = random.Random(7)
    for _ in range(200):
        spans = [Span("S1", at, at + chance.randint(1, 9)) for at in chance.choices(range(60), k=12)]
        asked = [Span("S1", at, at + chance.randint(1, 20)) for at in chance.choices(range(60), k=2)]
        index = ByPlace((span, number) for number, span in enumerate(spans))
        over = tuple(n for n, span in enumerate(spans) if any(span.overlaps(one) for one in asked))
        inside = tuple(n for n, span in enumerate(spans) if any(one.contains(span) for one in asked))
        assert (index.over(*asked), index.inside(*asked)) == (over, inside)


def split(text: str) -> Document:
    document = Document(
        Source("S1", "a.txt", "0" * 64, text), (Block(Span("S1", 0, len(text)), "body", "x"),)
    )
    return annotate(document)[0]


@pytest.mark.parametrize("piece", ["the ships went on, ", "ships ", "and so it went "])
def test_a_sentence_without_an_end_is_read_in_pieces_that_hold_every_word(piece: str) -> None:
    text = piece * (5 * LONGEST // len(piece))
    found = split(text).sentences
    assert all(one.span.end - one.span.start <= LONGEST for one in found)
    assert " ".join(text[one.span.start : one.span.end] for one in found).split() == text.split()


def test_a_word_is_never_torn() -> None:
    text = "a" * 3 * LONGEST + " end."
    assert [text[s.span.start : s.span.end] for s in split(text).sentences] == ["a" * 3 * LONGEST, "end."]


def test_a_long_sentence_is_told() -> None:
    text = "ships went, " * 400
    source = Source("S1", "a.txt", "0" * 64, text)
    document = Document(source, (Block(Span("S1", 0, len(text)), "body", "x"),))
    assert [problem.slug for problem in annotate(document)[1]] == ["long-sentence"]
    assert clean(source)


@pytest.mark.parametrize(
    "lengths",
    [
        [],
        [10],
        [limits.RUN],
        [limits.RUN + 1],
        [900_000, 900_000],
        [10, 1_499_000, 1_499_000],
        [200_000] * 30,
    ],
)
def test_a_share_is_the_greatest_that_keeps_the_run_within_its_limit(lengths: list[int]) -> None:
    most = share(lengths)
    held = sum(min(length, most) for length in lengths)
    assert held <= limits.RUN or most == limits.SHARE
    if most not in (limits.CHARACTERS, limits.SHARE):
        assert sum(min(length, most + 1) for length in lengths) > limits.RUN


def test_short_documents_are_whole_however_many() -> None:
    assert share([149_999] * 5_000) >= 149_999


@pytest.fixture
def small_run(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("RUN", 3_000), ("SHARE", 500), ("CHARACTERS", 2_000)):
        monkeypatch.setattr(f"briefgen.read.limits.{name}", value)
    monkeypatch.setattr("briefgen.read.folder.RUN", 3_000)
    monkeypatch.setattr("briefgen.read.folder.CHARACTERS", 2_000)


def folder_of(folder: Path, lengths: dict[str, int], word: Callable[[str], str] = lambda name: name) -> Path:
    folder.mkdir()
    for name, length in lengths.items():
        (folder / f"{name}.txt").write_text(
            (f"{word(name)} ships went. " * length)[:length], encoding="utf-8"
        )
    return folder


@pytest.mark.usefixtures("small_run")
def test_each_long_document_has_its_share_and_says_so(tmp_path: Path) -> None:
    sources, problems = read_folder(folder_of(tmp_path / "in", {"a": 5_000, "b": 300, "c": 5_000}))
    assert [len(one.text) for one in sources] == pytest.approx([1_350, 300, 1_350], abs=20)
    told = [one.message for one in problems if one.slug == "left-out"]
    assert len(told) == 2
    assert all("its share of the 3,000 that a run reads" in one for one in told)
    assert [one.omitted[0].kind for one in sources if one.omitted] == ["left-out", "left-out"]
    assert all(not one.text[-1].isalpha() for one in sources if one.omitted)


@pytest.mark.usefixtures("small_run")
def test_the_share_does_not_depend_on_the_order(tmp_path: Path) -> None:
    names = "abcdefgh"
    lengths = [4_000, 200, 9_000, 700, 1_900, 2_100, 450, 6_000]

    def read(folder: Path, order: list[int]) -> list[int]:
        given = {name: lengths[at] for name, at in zip(names, order, strict=True)}
        return sorted(len(one.text) for one in read_folder(folder_of(folder, given))[0])

    orders = [list(range(8)), list(range(7, -1, -1)), [3, 6, 1, 0, 7, 2, 5, 4]]
    first, *others = (read(tmp_path / str(number), order) for number, order in enumerate(orders))
    assert all(one == first for one in others)


@pytest.mark.usefixtures("small_run")
def test_a_document_alone_is_held_to_its_own_limit(tmp_path: Path) -> None:
    sources, problems = read_folder(folder_of(tmp_path / "in", {"a": 9_000}))
    assert len(sources[0].text) == pytest.approx(2_000, abs=20)
    assert "share" not in problems[0].message
