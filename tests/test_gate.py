"""The evaluation gate: what it measures, when it fails, and how its floors move."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import floors, gate, in_house, memo_sets, public_data, shown, thin
from benchmarks.figures import Figures, Measure, NotMeasuredError, Share, Told
from benchmarks.floors import Floor


def stub(name: str, figures: Figures, needs: Path | None = None) -> Measure:
    return Measure(name, lambda: figures, needs)


def absent() -> Figures:
    raise NotMeasuredError("the command has no --length")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a gate's two files, and no measures."""
    (tmp_path / "floors.json").write_text("{}", encoding="utf-8")
    (tmp_path / "measures.md").write_text("Before.\n\n<!-- figures -->\n<!-- end of figures -->\n\nAfter.\n")
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "TABLE", tmp_path / "measures.md")
    return tmp_path


@pytest.fixture
def run(files: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The gate over some measures in the repository and some beside the checkout."""

    def gated(house: Sequence[Measure], beside: Sequence[Measure] = (), *options: str) -> int:
        monkeypatch.setattr(gate, "GROUPS", {gate.HOUSE: house, gate.BESIDE: beside})
        return gate.main(options)

    return gated


def set_floors(folder: Path, house: dict[str, float], beside: dict[str, float] | None = None) -> None:
    rows = {gate.HOUSE: house, gate.BESIDE: beside or {}}
    (folder / "floors.json").write_text(json.dumps(rows), encoding="utf-8")


def test_a_measure_without_its_data_is_named_and_the_others_pass(files: Path, run, capsys) -> None:
    set_floors(files, {"own quotes: F1": 80.0}, {"quotes: F1": 90.0})
    house, beside = [stub("own quotes", {"F1": 80.0})], [stub("quotes", {"F1": 0.0}, files / "nowhere")]
    assert run(house, beside) == 0
    assert "not measured: quotes (there is no " in capsys.readouterr().out


def test_a_measure_that_cannot_be_taken_says_why(files: Path, run, capsys) -> None:
    set_floors(files, {"own quotes: F1": 80.0})
    assert run([stub("own quotes", {"F1": 80.0})], [Measure("memos full", absent)]) == 0
    assert "not measured: memos full (the command has no --length)" in capsys.readouterr().out


def test_nothing_measured_fails(files: Path, run, capsys) -> None:
    assert run([Measure("own quotes", absent)], [stub("quotes", {"F1": 90.0}, files / "nowhere")]) == 1
    assert "nothing was measured" in capsys.readouterr().out


def test_a_figure_in_the_repository_below_its_floor_fails_without_any_data(files: Path, run, capsys) -> None:
    set_floors(files, {"own quotes: F1": 80.0})
    assert run([stub("own quotes", {"F1": 79.0})], [stub("quotes", {}, files / "nowhere")]) == 1
    assert "own quotes: F1: 79.0 is below 80.0" in capsys.readouterr().out


def test_a_figure_beside_the_checkout_below_its_floor_fails(files: Path, run) -> None:
    set_floors(files, {}, {"quotes: F1": 90.0})
    assert run([], [stub("quotes", {"F1": 89.0})]) == 1


def test_a_figure_in_the_repository_may_not_be_missing(files: Path, run, capsys) -> None:
    set_floors(files, {"own quotes: F1": 80.0, "own dates: F1": 70.0})
    assert run([stub("own quotes", {"F1": 80.0}), Measure("own dates", absent)]) == 1
    assert "own dates: F1: no figure was measured" in capsys.readouterr().out


def test_a_measure_that_loses_one_of_its_figures_fails(files: Path, run) -> None:
    set_floors(files, {}, {"quotes: F1": 90.0, "quotes: named": 90.0})
    assert run([], [stub("quotes", {"F1": 90.0})]) == 1


def test_a_part_of_the_measures_can_be_run_alone(files: Path, run) -> None:
    set_floors(files, {"own quotes: F1": 80.0, "own dates: F1": 70.0})
    assert run([stub("own quotes", {"F1": 80.0}), stub("own dates", {"F1": 0.0})], (), "own quotes") == 0


def test_a_figure_without_a_floor_asks_for_one(files: Path, run) -> None:
    measures = [stub("own quotes", {"F1": 80.0})]
    assert run(measures) == 1
    assert run(measures, (), "--raise") == 0
    assert run(measures) == 0


def test_a_size_has_no_floor(files: Path, run) -> None:
    set_floors(files, {"memos: must": 50.0})
    assert run([stub("memos", {"must": 50.0, "words": Told(7526)})]) == 0


def test_raise_never_lowers(files: Path, run) -> None:
    set_floors(files, {"own: a": 80.0, "own: b": 80.0})
    run([stub("own", {"a": 79.95, "b": 85.0})], (), "--raise")
    assert floors.read(files / "floors.json")[gate.HOUSE] == {"own: a": Floor(80.0), "own: b": Floor(85.0)}


def test_a_floor_is_lowered_only_with_a_reason_that_stays_beside_it(files: Path, run) -> None:
    set_floors(files, {"own: a": 80.0, "own: b": 80.0, "other: a": 80.0})
    measures = [stub("own", {"a": 70.0, "b": 82.0}), stub("other", {"a": 80.0})]
    assert run(measures, (), "--reset", "own", "--because", "the command is measured now") == 0
    kept = floors.read(files / "floors.json")[gate.HOUSE]
    assert kept["own: a"] == Floor(70.0, 80.0, "the command is measured now")
    assert kept["own: b"] == Floor(82.0)
    assert kept["other: a"] == Floor(80.0)


def test_one_figure_can_be_reset_alone(files: Path, run) -> None:
    set_floors(files, {"own: a": 80.0, "own: b": 80.0})
    assert run([stub("own", {"a": 70.0, "b": 70.0})], (), "--reset", "own: a", "--because", "so") == 1
    assert floors.read(files / "floors.json")[gate.HOUSE]["own: b"] == Floor(80.0)


@pytest.mark.parametrize(
    "options", [("--reset", "own: a"), ("--because", "so"), ("--reset", "own: a", "--because", " ")]
)
def test_a_reset_without_its_reason_is_refused(files: Path, run, options: tuple[str, ...]) -> None:
    set_floors(files, {"own: a": 80.0})
    with pytest.raises(SystemExit):
        run([stub("own", {"a": 70.0})], (), *options)
    assert floors.read(files / "floors.json")[gate.HOUSE] == {"own: a": Floor(80.0)}


def test_a_reset_of_what_was_not_measured_changes_nothing(files: Path, run) -> None:
    set_floors(files, {"own: a": 80.0})
    assert run([stub("own", {"a": 70.0})], (), "--reset", "own: z", "--because", "so") == 2
    assert floors.read(files / "floors.json")[gate.HOUSE] == {"own: a": Floor(80.0)}


def test_a_reason_is_kept_while_the_floor_rises_and_goes_when_the_fall_is_made_good() -> None:
    fallen = {"own: a": Floor(70.0, 80.0, "so")}
    assert floors.raised({"own: a": 75.0}, fallen)["own: a"] == Floor(75.0, 80.0, "so")
    assert floors.raised({"own: a": 80.0}, fallen)["own: a"] == Floor(80.0)
    assert floors.reset({"own: a": 60.0}, fallen, "own: a", "again")["own: a"] == Floor(60.0, 80.0, "again")


def test_the_table_shows_counts_sizes_and_what_was_not_measured(files: Path, run) -> None:
    measures = [
        stub("memos", {"must": Share(48, 140), "again": Share(1, 4, fault=True), "words": Told(7526)})
    ]
    run(measures, [Measure("memos full", absent)], "--raise", "--table")
    page = (files / "measures.md").read_text(encoding="utf-8")
    assert "| memos | must | 34.29 (48 of 140) |" in page
    assert "| memos | again | -25.00 (1 of 4) |" in page
    assert "| memos | words | 7526 (size) |" in page
    assert "| memos full | | not measured: the command has no --length |" in page
    assert page.startswith("Before.")
    assert page.endswith("After.\n")


def test_a_table_of_a_part_is_refused(files: Path, run) -> None:
    with pytest.raises(SystemExit):
        run([stub("own", {"a": 70.0})], (), "own", "--table")


def test_a_module_that_is_not_there_is_not_measured() -> None:
    with pytest.raises(NotMeasuredError, match=r"benchmarks/nothing_here\.py"):
        in_house.figures("benchmarks.nothing_here")
    with pytest.raises(NotMeasuredError):
        in_house.figures("benchmarks.no_such_folder.quotes")


def test_faults_of_a_memo_count_against_it_and_sizes_do_not_count() -> None:
    totals = {"must": [48, 140], "forbidden": 6, "words": 7526, "repeated": [1, 4], "verbatim": [406, 407]}
    figures = memo_sets.figures_of(totals)
    assert round(figures["must"], 2) == 34.29
    assert figures["forbidden"] == -6
    assert figures["repeated"] == -25
    assert figures["not verbatim"] == -1
    assert isinstance(figures["words"], Told)


SAID = "“The quay will be widened,” said Anna Berg."
GOLD = {
    "files": [{"doc": "d1", "file": "one.txt"}],
    "rows": [
        {"kind": "quote", "doc": "d1", "text": "The quay will be widened,", "speaker": "Anna Berg"},
        {"kind": "fact", "doc": "d1", "text": "The harbour has two cranes."},
        {"kind": "reported", "doc": "d1", "text": "Fees stay", "speaker": "A port official",
         "speaker_ok": ["port official", "authority"], "speaker_not": ["health authority"]},
    ],
}  # fmt: skip


def memo(speaker: str, cited: str, section: str = "key-statements", file: str = "docs/one.txt") -> dict:
    item = {"text": cited, "speaker": speaker, "cites": [{"source": "S1", "text": cited}]}
    return {"sources": [{"id": "S1", "file": file}], "sections": [{"id": section, "items": [item]}]}


@pytest.mark.parametrize(
    ("speaker", "cited", "found"),
    [
        ("Berg", SAID, "right"),
        ("Anna Bergman", SAID, "wrong"),
        ("Olaf Lund", SAID, "wrong"),
        ("not determined", SAID, "open"),
        ("Anna Berg", "The harbour has two cranes.", ""),
        ("the port authority", "Fees stay as they are, an official said.", "right"),
        ("the health authority", "Fees stay as they are, an official said.", "wrong"),
        ("Ånna Bérg", "The quay will be\nwidened,", "right"),
    ],
)
def test_a_shown_speaker_is_judged_where_gold_has_the_words(speaker: str, cited: str, found: str) -> None:
    assert list(shown.judged(GOLD, memo(speaker, cited))) == [found]


def test_statements_of_the_annex_are_shown_too_and_other_sections_are_not() -> None:
    assert list(shown.judged(GOLD, memo("Berg", SAID, "further"))) == ["right"]
    assert list(shown.judged(GOLD, memo("Berg", SAID, "background"))) == []


def test_words_of_a_file_outside_the_set_are_not_counted() -> None:
    assert list(shown.judged(GOLD, memo("Berg", SAID, file="other.txt"))) == []


def test_shown_figures_add_up_over_memos(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    pairs = []
    for number, speaker in enumerate(("Berg", "Olaf Lund", "not determined")):
        file = tmp_path / f"memo{number}.json"
        file.write_text(json.dumps(memo(speaker, SAID)), encoding="utf-8")
        pairs.append((tmp_path, file))
    figures = shown.figures(pairs)
    assert (figures["shown statements"], figures["shown statements judged"]) == (3, 3)
    right, wrong = figures["shown speakers right"], figures["shown speakers wrong"]
    assert isinstance(right, Share)
    assert isinstance(wrong, Share)
    assert (right.hits, right.total, wrong.hits) == (1, 3, 1)
    assert wrong < 0


def test_a_part_of_a_set_keeps_every_third_document_and_the_topics_that_have_enough_of_them() -> None:
    names = [f"d{n}" for n in range(12)]
    rows = [
        {"type": "folder", "folder": "f", "docs": [{"id": name, "text": "words"} for name in names]},
        {"type": "topic", "id": "many", "folder": "f", "terms": ["grain"], "gold": names},
        {"type": "topic", "id": "few", "folder": "f", "terms": ["ships"], "gold": names[:9]},
    ]
    folder, *topics = thin.thinned(rows)
    assert [doc["id"] for doc in folder["docs"]] == ["d0", "d3", "d6", "d9"]
    assert [(topic["id"], topic["gold"]) for topic in topics] == [("many", ["d0", "d3", "d6", "d9"])]


def test_the_public_data_lie_beside_the_checkout_or_where_the_environment_says(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    assert public_data.place({}) == public_data.place({"BRIEFGEN_DATA": ""}) == root.parent / "shared"
    assert public_data.place({"BRIEFGEN_DATA": str(tmp_path)}) == tmp_path


def test_no_other_file_says_where_the_public_data_lie() -> None:
    root = Path(__file__).resolve().parent.parent
    folder = f"{public_data.DEFAULT.name}/"
    texts = [root / "README.md", *(root / "docs").glob("*.md"), *(root / "benchmarks").rglob("*.py")]
    named = [p for p in (*texts, *(root / "tests").glob("*.py")) if f"../{folder}" in p.read_text("utf-8")]
    assert not named
