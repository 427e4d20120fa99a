"""What cleaning keeps, drops and names."""

from __future__ import annotations

import itertools

import pytest

from briefgen.clean import clean
from briefgen.clean.cut import lines, pieces
from briefgen.clean.rules import judge
from briefgen.model import KEPT, Block, Source
from tests.casefile import Case, cases


def source(text: str, *, trusted: bool = False) -> Source:
    return Source("S1", "text.txt", "", text, clean=trusted)


def labelled(text: str) -> list[str]:
    blocks, _ = clean(source(text))
    return [f"{block.label}: {' '.join(words(text, block).split())}" for block in blocks]


def words(text: str, block: Block) -> str:
    return text[block.span.start : block.span.end]


@cases("clean")
def test_each_line_gets_its_label(case: Case) -> str:
    """A case may give the beginning of a line only."""
    found = labelled(case.input)
    wanted = itertools.chain(case.expected.split("\n"), itertools.repeat(" "))
    pairs = zip(found, wanted, strict=False)
    return "\n".join(want if line.startswith(want) else line for line, want in pairs)


@cases("clean_pieces")
def test_lines_that_belong_together_are_one_piece(case: Case) -> str:
    found = pieces(lines(case.input))
    return "\n".join(" / ".join(case.input[one.start : one.end].split("\n")) for one in found)


@cases("clean_lines")
def test_a_line_says_what_it_is(case: Case) -> str:
    """One answer where all lines of the case have the same, as they should."""
    found = {line: judge(line) for line in case.input.split("\n")}
    named = {
        line: f"{verdict.label} {verdict.rule}" if verdict else "none" for line, verdict in found.items()
    }
    if len(set(named.values())) == 1:
        return next(iter(named.values()))
    return "\n".join(f"{answer}: {line}" for line, answer in named.items())


def test_a_markdown_heading_loses_its_mark() -> None:
    text = "# Ministers agree on patrols\n\nSix governments agreed to patrol the strait together on Monday.\n"
    assert labelled(text)[0] == "headline: Ministers agree on patrols"


def test_a_text_without_an_article_is_reported() -> None:
    _, problems = clean(source("Home\nNews\nContact us\nPrivacy Policy\nTerms of use\nLog in\n"))
    assert [problem.slug for problem in problems] == ["furniture-only"]
    assert problems[0].where == "text.txt"


def test_one_short_sentence_is_an_article() -> None:
    blocks, problems = clean(source("The minister visited Tokyo."))
    assert [block.label for block in blocks] == ["body"]
    assert problems == ()


def test_an_empty_text_has_no_blocks_and_no_problem() -> None:
    assert clean(source(" \n\r\n\t")) == ((), ())


def test_a_text_that_a_reader_cleaned_keeps_every_line() -> None:
    text = "Share\nSix governments agreed to patrol the strait.\nRead more\nContact us\n"
    blocks, problems = clean(source(text, trusted=True))
    assert {block.label for block in blocks} <= KEPT
    assert problems == ()


def test_a_text_that_a_reader_cleaned_still_names_its_facts() -> None:
    blocks, _ = clean(
        source("By Jane Roe\n3 May 2024\nSix governments agreed.\n© 2024 Example\n", trusted=True)
    )
    assert [block.label for block in blocks] == ["byline", "dateline", "body", "copyright"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_kinds_are_the_same_to_cleaning(end: str) -> None:
    lines = [
        "Ministers agree on patrols",
        "",
        "Six governments agreed to patrol the strait together on Monday.",
        "",
    ]
    text = end.join(lines)
    blocks, _ = clean(source(text))
    assert [words(text, block) for block in blocks] == [line for line in lines if line]


def test_every_block_names_its_rule() -> None:
    blocks, _ = clean(
        source("Home\nContact us\nSix governments agreed to patrol the strait together.\nShare\n")
    )
    assert all(block.rule for block in blocks)


def test_a_chronicle_keeps_its_dates_as_headings() -> None:
    day = "The six governments met in Manila and agreed on the text of the treaty they had discussed before."
    text = f"How the treaty came about\n\n{day}\n\n3 May 2024\n\n{day} So.\n\n5 May 2024\n\n{day} Again.\n"
    assert [block.label for block in clean(source(text))[0]].count("body") == 5


def test_the_real_articles_lose_no_line(real_seeds) -> None:
    """The share of kept text is a property of each article; the exact lines are judged by the measure."""
    kept = {}
    for file in sorted(real_seeds.glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        blocks, problems = clean(source(text))
        assert problems == ()
        assert sum(block.label == "headline" for block in blocks) == 1
        kept[file.name[:3]] = sum(block.label in KEPT for block in blocks)
    assert kept == {"000": 17, "001": 17, "002": 12, "003": 8, "004": 13}


def test_a_text_that_a_reader_cleaned_keeps_headings_that_are_field_names() -> None:
    text = "Topics\nMaritime security\nSummary\nSix governments agreed to patrol the strait on Monday.\n"
    blocks, _ = clean(source(text, trusted=True))
    assert {block.label for block in blocks} == {"body"}


def test_the_title_of_the_container_finds_the_headline() -> None:
    text = "A first line\nSix ships for the strait\nSix governments agreed to patrol the strait on Monday.\n"
    given = Source(
        "S1", "a.html", "", text, stated={"title": "Six ships for the strait | Example"}, clean=True
    )
    assert [block.label for block in clean(given)[0]] == ["body", "headline", "body"]


def test_a_title_that_is_not_printed_makes_no_line_the_headline() -> None:
    text = "Patrols in the strait\nSix governments agreed to patrol the strait on Monday, officials said.\n"
    given = Source("S1", "a.html", "", text, stated={"title": "Navies agree"}, clean=True)
    assert [block.label for block in clean(given)[0]] == ["body", "body"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_blank_line_parts_two_paragraphs_with_any_line_end(end: str) -> None:
    found = lines(end.join(["first", "second", "", "third", "", "", "fourth"]))
    assert [(line.text, line.gap) for line in found] == [
        ("first", True),
        ("second", False),
        ("third", True),
        ("fourth", True),
    ]


def test_a_title_printed_twice_in_a_row_is_another_story() -> None:
    menu = "Skip to content\nHome\nSubscribe\nLog in\nContact us\n"
    first = (
        "Six governments agreed to patrol the strait together, officials said, ending two years of talks.\n"
    )
    second = (
        "The ships will start in autumn, and the costs will be shared by the governments, officials said.\n"
    )
    box = "How the navies of the region compare\nHow the navies of the region compare\n"
    more = first.replace("Six", "The six") + second.replace("autumn", "spring")
    blocks, _ = clean(source(menu + first + second + box + more))
    assert [block.rule for block in blocks].count("repeated-line") == 2


def test_a_sidecar_brings_lines_back_and_drops_others() -> None:
    text = "Home\nNews\nShare this article\n" + "\n".join(
        f"The council of ministers decided on item {n} of its list, as had been expected for some weeks."
        for n in range(8)
    )
    plain = {b.span.start: b.label for b in clean(Source("S1", "a.txt", "0" * 64, text))[0]}
    said = Source("S1", "a.txt", "0" * 64, text, by_user={"keep_lines": "3", "drop_lines": "5"})
    blocks, _ = clean(said)
    changed = {said.line(b.span.start): (b.label, b.rule) for b in blocks if plain[b.span.start] != b.label}
    assert changed == {3: ("body", "sidecar-keep"), 5: ("furniture", "sidecar-drop")}
