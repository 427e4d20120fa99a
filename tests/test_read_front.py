"""Heads of text and Markdown files: what they state, and that no head can do harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.read import read_bytes, read_folder
from tests.casefile import Case, cases

HEAD = '---\ntitle: "Ferry talks\\_open in\\\n  \\ Harbourton"\nauthor: Ida Vale\ndate: 2024-05-03\n---\n'
BODY = "The ferry talks opened on Friday, and the two ministries named their envoys for the harbour.\n"


@cases("read_front")
def test_a_head_states(case: Case) -> str:
    text = case.input.replace("~~~", "---")
    (draft,), problems = read_bytes(text.encode(), "a.md")
    content = draft.text[draft.front :].strip().partition("\n")[0].replace("---", "~~~")
    told = [f"problems: {', '.join(problem.slug for problem in problems)}"] if problems else []
    return "\n".join([*(f"{key}: {value}" for key, value in draft.stated.items()), f"text: {content}", *told])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_lines_of_a_head_are_no_content_and_its_facts_point_at_their_words(
    tmp_path: Path, end: str
) -> None:
    (tmp_path / "a.md").write_bytes((HEAD + BODY).replace("\n", end).encode())
    (source,), problems = read_folder(tmp_path)
    blocks, _ = clean(source)
    assert problems == ()
    assert [block.rule for block in blocks if block.label == "furniture"] == ["front-matter"] * 6
    assert [source.text[b.span.start : b.span.end] for b in blocks if b.label == "body"] == [BODY.strip()]
    meta, _ = describe(source, blocks)
    assert meta.title is not None
    assert meta.title.span is not None
    assert meta.author is not None
    assert meta.author.span is not None
    assert meta.title.value == "Ferry talks open in Harbourton"
    assert source.text[meta.title.span.start :].startswith("Ferry talks")
    assert source.text[meta.author.span.start : meta.author.span.end] == "Ida Vale"
    assert meta.published.value == "2024-05-03"


def test_a_head_of_a_printed_title_leaves_the_headline_to_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEAD + "\nHarbourton\n\n## Ferry talks open in Harbourton\n\n" + BODY)
    (source,), _ = read_folder(tmp_path)
    meta, _ = describe(source, clean(source)[0])
    assert meta.title is not None
    assert meta.title.span is not None
    assert source.place(meta.title.span.start) == "line 10"


def test_a_user_brings_a_line_of_the_head_back(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEAD + BODY)
    (tmp_path / "a.md.meta.toml").write_text("keep_lines = [4]\n")
    (source,), _ = read_folder(tmp_path)
    blocks, _ = clean(source)
    assert [block.rule for block in blocks][:5] == [
        "front-matter", "front-matter", "front-matter", "sidecar-keep", "front-matter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "inner",
    [
        "title: x\n" * 1500,
        "a: " + "[" * 15_000,
        "a: " + "{a: " * 4000,
        "a: &a [*a]",
        "&x title: *x",
        "? [a, b]\n: c\ntitle: x",
        "title: \x00\x92\x1b",
        "title: !!binary |\n  zzzz",
        "<<: [1, 2]\ntitle: x",
        "%YAML 9.9\ntitle: x",
        "a: " + "&a " * 3000,
        "- " * 8000,
        "\t" * 15_000,
        "? " * 8000,
        "'" * 15_000,
        "key: |" + "\n " * 7000,
    ],
)
def test_a_hostile_head_costs_little(inner: str) -> None:
    data = f"---\n{inner}\n---\n{BODY}".encode()
    started = time.process_time()
    drafts, _ = read_bytes(data, "a.md")
    assert time.process_time() - started < 3
    assert all(draft.text == data.decode() for draft in drafts)


@given(
    st.sampled_from(["---", "+++"]),
    st.text(st.sampled_from("ab:-=[]{}'\"|>&*!?#%@\\ \n\t,0…é"), max_size=60),
)
def test_no_head_is_a_crash(mark: str, inner: str) -> None:
    text = f"{mark}\n{inner}\n{mark}\n{BODY}"
    (draft,), problems = read_bytes(text.encode(), "a.md")
    assert draft.text == text
    assert {problem.slug for problem in problems} <= {"front-matter-broken", "front-matter-key-twice"}
    assert all(0 <= start < end <= draft.front for start, end in draft.stated_at.values())
