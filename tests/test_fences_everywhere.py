"""A fault planted in any step of the program costs what that step makes, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from briefgen import compose, files, loading, pipeline, preparing, remarks
from briefgen.annotate import ANNOTATORS
from briefgen.cli import main
from briefgen.compose import SECTIONS
from briefgen.read import one_file as reading
from briefgen.verify import carried
from tests.test_fences import FAULTY, MEMO, Run, folder, plant_in_layer, planted

__all__ = ["folder"]

FAULTS = (
    IndexError("list index out of range"),
    MemoryError(),
    RecursionError("maximum recursion depth exceeded"),
)
PLACE = re.compile(r"\(\w+Error(?:: [a-z ]+)?; [\w/]+\.py, line \d+\)")
"""The kind of a fault and its place, as every message of one ends."""


def raising(fault: Exception) -> Callable[..., Any]:
    def step(*_: object, **__: object) -> Any:
        raise fault

    return step


def told_once(run: Run, slug: str) -> None:
    """The fault is told with its slug and place, and in the lines to send."""
    line = next(line for line in run.told.splitlines() if line.endswith(f"[{slug}]"))
    assert PLACE.search(line), line
    assert f"    {slug}: " in run.told.partition("To have this mended")[2]


def at_call(number: int, original: Callable[..., Any], fault: Exception) -> Callable[..., Any]:
    """The step, which meets a fault at the call of that number, counted from 1."""
    calls = count(1)

    def faulty(*given: Any) -> Any:
        if next(calls) == number:
            raise fault
        return original(*given)

    return faulty


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("step", ["within", "refuse_large", "reader"])
def test_in_reading_it_costs_that_file(
    step: str,
    fault: Exception,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if step == "reader":
        read = loading.read_walk.__globals__["read_bytes"]

        def faulty(data: bytes, name: str) -> Any:
            if name == FAULTY:
                raise fault
            return read(data, name)

        monkeypatch.setitem(loading.read_walk.__globals__, "read_bytes", faulty)
    else:
        original = getattr(reading, step)

        monkeypatch.setattr(reading, step, at_call(2, original, fault))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    told_once(run, "document-failed")
    assert f"Not read: {FAULTY}." in run.basis
    assert "Fisheries do not stop" in run.memo


@pytest.mark.parametrize("fault", FAULTS[1:], ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("step", ["clean", "describe", *ANNOTATORS])
def test_no_memory_and_endless_calls_cost_no_more_than_other_faults(
    step: str,
    fault: Exception,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if step in ANNOTATORS:
        plant_in_layer(monkeypatch, step, fault)
    else:
        monkeypatch.setattr(preparing, step, planted(getattr(preparing, step), fault))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    told_once(run, "layer-failed" if step in ANNOTATORS else "document-failed")
    assert "Fisheries do not stop" in run.memo
    assert "S2" in run.basis


def endless(number: int = 0) -> int:
    return endless(number + 1) + 1


def test_a_real_recursion_without_end_costs_its_layer(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        preparing, "ANNOTATORS", {**ANNOTATORS, "names": lambda document: endless() and document}
    )
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    told_once(run, "layer-failed")
    with pytest.raises(SystemExit):
        main([*MEMO, "--seeds", str(folder), "--out", str(folder.parent / "out"), "--verbose"])
    assert len(capsys.readouterr().err) < 10_000


TOPIC_STEPS = ("select", "brief_of", "provenance_of", "compose", "grounds_of", "write")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("step", [*TOPIC_STEPS, "topic_of"])
def test_on_the_way_of_one_topic_it_costs_that_memo(
    step: str,
    fault: Exception,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = loading if step == "select" else pipeline
    monkeypatch.setattr(module, step, at_call(1, getattr(module, step), fault))
    run = Run(folder, capsys, "--topic", "quotas", *MEMO)
    assert run.code == 1
    told_once(run, "topic-failed")
    assert "“quotas”" in run.told
    assert {file.name for file in run.out.iterdir()} == {"fisheries.md", "fisheries.json"}


@pytest.mark.parametrize("section", SECTIONS)
def test_in_a_section_it_costs_the_memo_and_nothing_is_left(
    section: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "SECTIONS", {**SECTIONS, section: raising(FAULTS[0])})
    run = Run(folder, capsys, *MEMO)
    assert (run.code, list(run.out.iterdir())) == (1, [])
    told_once(run, "topic-failed")


@pytest.mark.parametrize("step", ["verify", "verify_memo", "drawn", "drafts"])
def test_in_drawing_and_verifying_it_costs_the_memo_and_nothing_is_left(
    step: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, step, raising(FAULTS[0]))
    run = Run(folder, capsys, *MEMO)
    assert (run.code, list(run.out.iterdir())) == (1, [])
    told_once(run, "topic-failed")


def test_in_the_evidence_it_costs_the_page(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "with_evidence", raising(FAULTS[0]))
    run = Run(folder, capsys, *MEMO, "--format", "html")
    assert run.code == 1
    told_once(run, "format-failed")
    assert {file.name for file in run.out.iterdir()} == {"fisheries.md", "fisheries.json"}
    assert len(run.printed.split()) == 2
    run = Run(folder, capsys, "--topic", "fisheries", "--format", "html")
    assert (run.code, run.printed) == (1, "")


@pytest.mark.parametrize("step", ["make", "verify"])
def test_in_a_file_made_from_others_it_costs_that_file(
    step: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if step == "verify":
        monkeypatch.setattr(carried, "verify_carried", raising(FAULTS[0]))
    else:
        mail = files.CARRIERS["eml"]._replace(make=raising(FAULTS[0]))
        monkeypatch.setattr(files, "CARRIERS", {**files.CARRIERS, "eml": mail})
    run = Run(folder, capsys, *MEMO, "--format", "eml")
    assert run.code == 1
    told_once(run, "format-failed")
    assert {file.name for file in run.out.iterdir()} == {"fisheries.md", "fisheries.json"}


@pytest.mark.parametrize(
    ("module", "step"),
    [
        (pipeline, "summed_up"),
        (remarks, "unprinted"),
        (remarks, "quoted_secrets"),
        (remarks, "too_early"),
        (remarks, "unmailed"),
        (remarks, "drafted"),
        (pipeline, "said"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_in_the_last_words_it_costs_these_and_the_memo_is_there(
    module: Any, step: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, step, raising(FAULTS[0]))
    run = Run(folder, capsys, *MEMO)
    assert run.code == 5
    told_once(run, "remark-failed")
    assert len(run.printed.split()) == 2
    assert "Fisheries do not stop" in run.memo
