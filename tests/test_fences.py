"""A fault of the program costs a layer, a document, the links or a topic; the memo says what is missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen import compose, loading, pipeline, preparing
from briefgen.annotate import ANNOTATORS
from briefgen.cli import main
from briefgen.errors import BriefgenError
from briefgen.model import Document, Source, Span
from briefgen.paper import house
from briefgen.read import html

PATROL = """Ministers agree on a new fisheries patrol

12 March 2024

Norway and Iceland signed an agreement on joint fisheries patrols in Oslo on Tuesday.

“Fisheries do not stop at our borders,” Norway’s foreign minister Anna Olde said.

The European Union has asked Norway to widen the fisheries patrols, and talks are still open.
"""
QUOTA = """Quota talks go on

14 March 2024

Denmark and Norway could not agree on fisheries quotas in Bergen on Wednesday.

“We need more time,” said the Danish minister Otto Brandt of the fisheries talks.
"""
FAULTY = "quota.txt"
"""The document on which the planted faults strike; it is S2."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "documents"
    seeds.mkdir()
    (seeds / "patrol.txt").write_text(PATROL, encoding="utf-8")
    (seeds / FAULTY).write_text(QUOTA, encoding="utf-8")
    return seeds


class Run:
    """One run of the command on a folder, and what it left."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.out = folder.parent / "out"
        rest = () if arguments[:1] in (("topics",), ("why",)) else ("--out", str(self.out))
        with pytest.raises(SystemExit) as leave:
            main([*arguments, "--seeds", str(folder), *rest])
        self.code = int(leave.value.code or 0)
        self.printed, self.told = capsys.readouterr()
        assert "Traceback" not in self.told

    @property
    def memo(self) -> str:
        return (self.out / "fisheries.md").read_text(encoding="utf-8").replace("\\", "")

    @property
    def data(self) -> Any:
        return json.loads((self.out / "fisheries.json").read_text(encoding="utf-8"))

    @property
    def basis(self) -> str:
        return next(line for line in self.memo.splitlines() if line.startswith("**Basis:**"))

    def row(self, file: str) -> str:
        return next(line for line in self.memo.splitlines() if line.startswith("|") and f"({file})" in line)


MEMO = ("--topic", "fisheries", "--format", "md", "--format", "json")


def planted(step: Callable[..., Any], error: BaseException | None = None) -> Callable[..., Any]:
    """The step, which meets a fault on one document."""

    def faulty(given: Any, *rest: Any) -> Any:
        if getattr(given, "source", given).file == FAULTY:
            raise error or IndexError("list index out of range")
        return step(given, *rest)

    return faulty


def plant_in_layer(monkeypatch: pytest.MonkeyPatch, layer: str, error: BaseException | None = None) -> None:
    table = {**ANNOTATORS, layer: planted(ANNOTATORS[layer], error)}
    monkeypatch.setattr(preparing, "ANNOTATORS", table)


def broken(*_: object, **__: object) -> Any:
    raise IndexError("list index out of range")


def test_without_a_fault_nothing_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(folder, capsys, *MEMO)
    assert (run.code, run.told.count("note: ")) == (0, 0)
    assert " fault" not in run.memo
    assert "2 documents read, 2 cited" in run.basis


@pytest.mark.parametrize("layer", ANNOTATORS)
def test_a_fault_of_an_annotator_costs_that_layer_of_that_document(
    layer: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_in_layer(monkeypatch, layer)
    run = Run(folder, capsys, *MEMO)
    words = house.load().phrase(f"layer-{layer}")
    assert run.code == 5
    assert (
        f"{FAULTY}: The {layer} could not be found, by a fault of briefgen; please report it "
        "(IndexError: list index out of range; " in run.told
    )
    assert "[layer-failed]" in run.told
    assert f"S2 ({words})" in run.basis
    assert f"Read without its {words}, by a fault of briefgen." in run.row(FAULTY)
    assert " fault" not in run.row("patrol.txt")
    assert run.data["sources"][1]["flags"] == ["layer-failed"]
    assert "Fisheries do not stop at our borders" in run.memo


def test_all_that_other_annotators_find_stays(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_in_layer(monkeypatch, "relations")
    run = Run(folder, capsys, *MEMO)
    assert "We need more time" in run.memo
    assert "2 documents read, 2 cited" in run.basis


def test_two_layers_that_failed_are_both_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {**ANNOTATORS, "names": planted(broken), "dates": planted(broken)}
    monkeypatch.setattr(preparing, "ANNOTATORS", table)
    run = Run(folder, capsys, *MEMO, "--format", "docx")
    assert (run.code, (run.out / "fisheries.docx").is_file()) == (5, True)
    assert "S2 (names, dates)" in run.basis
    assert "Read without its names" in run.row(FAULTY)
    assert "Read without its dates" in run.row(FAULTY)


@pytest.mark.parametrize("stage", ["clean", "describe"])
def test_a_fault_in_a_stage_of_one_document_costs_that_document(
    stage: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, stage, planted(getattr(preparing, stage)))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    told = f"{FAULTY}: The document could not be read, by a fault of briefgen; please report it (IndexError: "
    assert told in run.told
    assert f"not read, or not whole: {FAULTY} (see the notes above)" in run.told
    assert "[document-failed]" in run.told
    assert "1 document read, 1 cited." in run.basis
    assert "Not read: S2." in run.basis
    assert "Not read, by a fault of briefgen." in run.row(FAULTY)
    assert run.data["sources"][1]["flags"] == ["document-failed"]


def test_a_fault_of_a_reader_costs_that_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "page.html").write_text(f"<html><body><p>{PATROL}</p></body></html>", encoding="utf-8")
    monkeypatch.setattr(html, "decode", lambda *_: [][0])
    monkeypatch.setattr("briefgen.fences.PACKAGE", Path(__file__).resolve().parent)
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    assert "page.html: The file could not be read, by a fault of briefgen; please report it (" in run.told
    assert "[document-failed]" in run.told
    assert "Not read: page.html." in run.basis
    assert "Not read: page.html." in run.memo.split("Sources and caveats")[-1]


def test_a_file_that_is_damaged_is_named_and_no_fault(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04word/document and no more")
    run = Run(folder, capsys, *MEMO)
    assert run.code == 0
    assert "Not read: broken.docx." in run.basis


def test_an_empty_and_a_foreign_document_are_no_fault(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    german = "Die Minister haben sich gestern nicht auf neue Quoten für die Fischerei geeinigt. " * 5
    (folder / "german.txt").write_text(german, encoding="utf-8")
    assert Run(folder, capsys, *MEMO).code == 0


def test_a_fault_in_linking_leaves_the_documents_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "kin", broken)
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    assert "[links-failed]" in run.told
    assert "2 documents read, 2 cited" in run.basis
    assert "could not be recognised, by a fault of briefgen" in run.basis
    assert "the documents were not compared" in run.memo.split("Sources and caveats")[-1]


@pytest.mark.parametrize("stage", ["select", "compose", "write", "written"])
def test_a_fault_on_one_topic_does_not_cost_the_other(
    stage: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = loading if stage == "select" else pipeline
    step = getattr(module, stage)

    def faulty(*given: Any) -> Any:
        topics = (getattr(one, "topic", one) for one in given)
        if "quotas" in {getattr(one, "slug", str(one)) for one in topics}:
            raise IndexError("list index out of range")
        return step(*given)

    monkeypatch.setattr(module, stage, faulty)
    run = Run(folder, capsys, "--topic", "quotas", *MEMO)
    assert run.code == 1
    assert "“quotas” (IndexError: list index out of range; " in run.told
    assert "[topic-failed]" in run.told
    assert {file.name for file in run.out.iterdir()} == {"fisheries.md", "fisheries.json"}


def test_the_worst_of_document_and_topics_is_the_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_in_layer(monkeypatch, "dates")
    assert Run(folder, capsys, "--topic", "volcanoes", *MEMO).code == 3
    monkeypatch.setattr(compose, "header", broken)
    assert Run(folder, capsys, "--topic", "volcanoes", *MEMO).code == 1


def test_nothing_found_says_how_many_documents_were_not_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "clean", planted(preparing.clean))
    run = Run(folder, capsys, "--topic", "volcanoes")
    assert run.code == 3
    assert "in 1 source (1 not read)" in run.told


@pytest.mark.parametrize("layer", ["sentences", "speakers"])
def test_a_broken_house_or_word_list_passes_as_what_it_is(
    layer: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_in_layer(monkeypatch, layer, BriefgenError("topic-broken", "words.tsv, line 3: a tab is missing."))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 1
    assert "error: words.tsv, line 3: a tab is missing. [topic-broken]" in run.told
    assert not list(run.out.iterdir())


def test_ctrl_c_passes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_in_layer(monkeypatch, "quotations", KeyboardInterrupt())
    assert Run(folder, capsys, *MEMO).code == 130


def test_words_of_another_document_are_a_fault(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[type[Exception]] = []

    def foreign(document: Any) -> Any:
        other = "S2" if document.source.id == "S1" else "S1"
        try:
            return document.text(Span(other, 0, 3))
        except Exception as fault:
            met.append(type(fault))
            raise

    monkeypatch.setattr(preparing, "ANNOTATORS", {**ANNOTATORS, "issues": foreign})
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    assert met == [LookupError, LookupError]
    assert "S1 (open issues) and S2 (open issues)" in run.basis


@pytest.mark.parametrize("span", [Span("S2", 0, 3), Span("S1", 0, 99)], ids=["another", "past the end"])
def test_only_words_that_lie_in_a_document_are_given(span: Span) -> None:
    document = Document(Source("S1", "1.txt", "0" * 64, "Norway signed."))
    assert document.text(Span("S1", 0, 6)) == "Norway"
    with pytest.raises(LookupError, match="does not lie in S1") as met:
        document.text(span)
    assert met.type is LookupError


@pytest.mark.parametrize("command", [("topics",), ("why", "--topic", "fisheries")])
def test_topics_and_why_lose_no_more(
    command: tuple[str, ...],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant_in_layer(monkeypatch, "quotations")
    run = Run(folder, capsys, *command)
    assert run.code == 5
    assert run.printed
    assert "[layer-failed]" in run.told
    for module in (loading, pipeline):
        monkeypatch.setattr(module, "select", broken)
    run = Run(folder, capsys, *command)
    assert run.code == 1
    assert "[topic-failed]" in run.told


def test_losses_are_told_before_other_notes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (folder / f"empty{number}.txt").write_bytes(b"")
    plant_in_layer(monkeypatch, "quotations")
    run = Run(folder, capsys, *MEMO)
    assert "[layer-failed]" in run.told.splitlines()[0]
    assert "30 documents were not read." in run.basis


def test_a_document_that_failed_keeps_its_row_among_many(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        text = f"Rain in town {number}\n\nIt rained for {number + 2} hours in the old town, the paper wrote."
        (folder / f"rain{number:02}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(preparing, "clean", planted(preparing.clean))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5, run.told
    assert "Not read, by a fault of briefgen." in run.row(FAULTY)
