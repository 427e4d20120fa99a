"""A large file is read by a process of its own: alike, within its bounds, and with what it met."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.read import READERS, read_bytes, read_folder
from briefgen.read import apart as module
from briefgen.read.apart import is_large, patient
from tests.hostile_inputs import WHOLE

SENTENCE = "Ministers met in Seoul on Monday and spoke of ships, day {}.\n\n"


@pytest.mark.parametrize("suffix", sorted(set(WHOLE) - {".zip", ".pdf"}))
def test_a_process_of_its_own_reads_what_the_reader_reads(suffix: str) -> None:
    with patient():
        apart = module.read_apart(WHOLE[suffix], f"a{suffix}", suffix)
    drafts, problems = READERS[suffix](WHOLE[suffix], f"a{suffix}")
    assert ([one.__class__ for one in apart[0]], apart[1]) == ([one.__class__ for one in drafts], problems)
    for one, other in zip(apart[0], drafts, strict=True):
        for field in other.__slots__:
            if field != "length":
                assert getattr(one, field) == getattr(other, field), field


def test_small_files_and_pictures_in_an_office_file_need_none() -> None:
    assert not any(is_large(data, suffix) for suffix, data in WHOLE.items())
    assert is_large(SENTENCE.encode() * 20_000, ".txt")


def test_a_file_that_takes_too_long_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_run", lambda *_: ("file-too-large", module._SLOW))
    data = SENTENCE.encode() * 20_000
    with patient():
        told = [read_bytes(data, "a.txt")[1][0].message for _ in range(3)]
    assert "8 s of processor time, the limit for one file" in told[0]
    assert "1 s of processor time, the limit for files of this run" in told[2]


def test_the_large_files_of_a_run_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORK", 2_000_000)
    monkeypatch.setattr(module, "Patience", lambda **more: _patience(2_000_000, **more))
    data = SENTENCE.encode() * 20_000
    with patient():
        slugs = [[one.slug for one in read_bytes(data, "a.txt")[1]] for _ in range(2)]
    assert slugs == [[], ["run-full"]]


def _patience(work: int, *, inside: bool) -> object:
    return type("Patience", (), {"left": 10.0, "inside": inside, "work": work, "seconds": 8})()


def test_what_is_left_out_of_a_large_document_is_told_once(tmp_path: Path) -> None:
    text = "".join(SENTENCE.format(number) for number in range(40_000))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (source,), problems = read_folder(tmp_path)
    (told,) = [one.message for one in problems if one.slug == "left-out"]
    assert f"{len(text) - len(source.text):,} characters behind the first {len(source.text):,}" in told
