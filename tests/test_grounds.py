"""A memo that departs from its sources is found out before it is drawn, whatever departs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefgen import loading, pipeline
from briefgen.errors import Problem
from briefgen.paper.memo import Memo
from briefgen.render import RENDERERS
from briefgen.verify import verify
from briefgen.verify.grounds import verify_memo
from tests.tampering import BEFORE, TamperedMaterial, folder, material


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TamperedMaterial:
    return material(folder(tmp_path_factory.mktemp("grounds")))


def findings(m: TamperedMaterial, memo: Memo) -> tuple[Problem, ...]:
    return verify_memo(memo, pipeline.grounds_of(m.request, m.brief))


def test_an_honest_memo_has_no_finding(made: TamperedMaterial) -> None:
    assert findings(made, made.memo) == ()


@pytest.mark.parametrize("what", BEFORE)
def test_a_falsified_memo_is_found_out(made: TamperedMaterial, what: str) -> None:
    falsified = BEFORE[what](made)
    assert falsified != made.memo
    # The evidence page shows the same, so that its own findings would hide what is missed.
    # What is made a second time tells anyhow; here each check must find it by the sources.
    grounds = replace(pipeline.grounds_of(made.request, made.brief), again=None)
    if verify_memo(replace(falsified, evidence=None), grounds):
        return
    # What is compared with the finished file, such as references, is found there, in every format.
    words, style = made.loaded[0].text, made.brief.style
    for renderer in RENDERERS.values():
        read = renderer.reopen(renderer.render(falsified, words, style))
        assert verify(falsified, read, words, style), renderer.suffix


def test_a_falsified_memo_is_not_written(
    made: TamperedMaterial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for format_ in RENDERERS:
        for what in ("an invented speaker in words of the house", "a row that refers to another"):
            falsified = BEFORE[what](made)
            monkeypatch.setattr(pipeline, "compose", lambda brief, memo=falsified: memo)
            request = replace(made.request, formats=(format_,), out=tmp_path)
            (outcome,), _ = pipeline.run(request)
            assert outcome.failure is not None, (format_, what)
            assert (outcome.failure.slug, outcome.failure.exit_code) == ("verification-failed", 4)
            assert not [path for path in tmp_path.iterdir() if path.suffix != ".lock"]


def test_a_source_that_changes_under_the_memo_is_told(tmp_path: Path) -> None:
    seeds = folder(tmp_path)
    one = TamperedMaterial(seeds)
    path = seeds / "wire.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("40", "41"), encoding="utf-8")
    found = verify_memo(one.memo, pipeline.grounds_of(one.request, one.brief))
    assert {problem.slug for problem in found} == {"source-changed"}
    path.unlink()
    found = verify_memo(one.memo, pipeline.grounds_of(one.request, one.brief))
    assert {problem.slug for problem in found} == {"source-changed"}


def test_a_row_that_can_not_be_verified_costs_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever finding is at fault, the other rows are written, and the memo says that one is missing."""
    seeds = folder(tmp_path)
    whole = loading.prepare

    def faulty(source: Any, *more: Any) -> object:
        document, problems = whole(source, *more)
        names = [n for n, quote in enumerate(document.quotes) if quote.speaker and quote.kind == "direct"]
        if document.source.file != "post.txt" or not names:
            return document, problems
        quote = document.quotes[names[0]]
        assert quote.speaker is not None
        cut = replace(quote.speaker.name, end=quote.speaker.name.end - 1)  # "Gus Hol"
        wrong = replace(quote, speaker=replace(quote.speaker, name=cut))
        quotes = tuple(wrong if one is quote else one for one in document.quotes)
        return replace(document, quotes=quotes), problems

    monkeypatch.setattr(loading, "prepare", faulty)
    request = replace(TamperedMaterial(seeds).request, formats=("md",), out=tmp_path / "out")
    (outcome,), _ = pipeline.run(request)
    assert outcome.failure is None
    text = outcome.files[0].read_text(encoding="utf-8")
    assert "is paper" not in text
    assert "is a beginning" in text
    assert "could not be verified, by a fault of briefgen: 1" in text
    told = [one for one in outcome.remarks if one.slug == "row-unverified"]
    assert [one.where for one in told] == ["post.txt, line 11"]
