"""Where the composers draw a line: a small invented folder on either side of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from briefgen.compose import SECTIONS, written
from briefgen.compose.brief import Brief
from briefgen.compose.header import header
from briefgen.link import link
from briefgen.model import Corpus, Evidence, Selection, Source
from briefgen.paper import house
from briefgen.paper.memo import Item
from briefgen.preparing import prepare
from briefgen.topic import Group, Topic
from tests.made import runs

HEAD = "# Harbours agree\n\n12 March 2024\n\n"
TOPIC = Topic("strait", "Strait", (Group("strait", terms=("strait",)),))
QUOTED = "“We will keep the strait open,” said {} {} on Monday in the old harbour."
FIRST = ("Anna", "Peter", "Maria", "Thomas", "Laura", "Daniel", "Sarah", "Martin", "Julia", "David", "Emma")
LAST = ("Lindqvist", "Hallstrom", "Brandvik", "Osterlund")


def folder(texts: Sequence[str]) -> Corpus:
    """The texts as read, cleaned and annotated documents."""
    read = [prepare(Source(f"S{n}", f"{n}.txt", "0" * 64, HEAD + text))[0] for n, text in enumerate(texts, 1)]
    return link(tuple(read))


def brief(
    texts: Sequence[str], scores: Mapping[str, float] | None = None, chosen: Sequence[str] | None = None
) -> Brief:
    """Every sentence selected but the headline (of the `chosen` documents), with a score by how it begins."""
    corpus = folder(texts)
    found = []
    for document in corpus.documents:
        for sentence in document.citable():
            words = document.text(sentence.span)
            score = next((s for start, s in (scores or {}).items() if words.startswith(start)), 0.5)
            if words.endswith(".") and (chosen is None or document.source.id in chosen):
                found.append(Evidence(sentence.span, score, ("made",)))
    found.sort(key=lambda piece: -piece.score)
    selection = Selection(tuple(found), tuple(dict.fromkeys(piece.span.source for piece in found)))
    return Brief(TOPIC, corpus, selection, house.load(None, SECTIONS), None)


def printed(item: Item, made: Brief) -> str:
    return made.words_of(tuple(runs(item)))


def section(name: str, made: Brief) -> list[str]:
    return [printed(item, made) for item in written(made).written[name].items]


def events(*texts: str) -> list[str]:
    return [line for line in section("chronology", brief(texts)) if "May 2024" in line]


# ---------------------------------------------------------------- chronology

EIGHT = "In May 2024 Norway opened eight harbours beside lonely northern islands."
"""Norway opened eight harbours beside lonely northern islands: eight longer words."""


def test_two_sources_that_share_four_of_eight_words_on_a_month_tell_one_event() -> None:
    other = "In May 2024 Norway opened eight harbours, fishermen recall warmly enough."
    assert len(events(EIGHT, other)) == 1


def test_two_sources_that_share_two_of_eight_words_on_a_month_tell_two_events() -> None:
    other = "In May 2024 Norway opened another fishing museum, visitors recall warmly."
    assert len(events(EIGHT, other)) == 2


# ---------------------------------------------------------------- in brief

LINES = (
    "Norway keeps the eastern strait open for every fishing boat.",
    "Denmark rebuilds seven lighthouses along sandy western beaches.",
    "Iceland plans cheaper ferries between volcanic southern islands.",
    "Sweden trains younger pilots inside frozen northern channels.",
    "Finland orders stronger icebreakers from domestic shipyards again.",
    "Poland deepens crowded harbours despite public protests nearby.",
    "Estonia counts wandering vessels using modern radar towers.",
)


def in_brief(scores: Mapping[str, float]) -> set[str]:
    """First words of the lines of one document in the box, given the scores of some, the others nothing."""
    nothing = dict.fromkeys((line.split()[0] for line in LINES), 0.0)
    made = brief(["\n\n".join(LINES)], nothing | scores)
    return {line.split()[0] for line in section("in-brief", made)}


SURE = {"Norway": 0.9, "Iceland": 0.9, "Finland": 0.9, "Poland": 0.9}


def test_the_second_sentence_goes_before_a_later_one_of_a_little_more_weight() -> None:
    assert in_brief(SURE | {"Denmark": 0.3, "Estonia": 0.48}) == {*SURE, "Denmark"}


def test_a_later_sentence_of_much_more_weight_goes_before_the_second() -> None:
    assert in_brief(SURE | {"Denmark": 0.3, "Estonia": 0.7}) == {*SURE, "Estonia"}


def test_the_box_holds_five_lines() -> None:
    assert len(in_brief(dict.fromkeys((line.split()[0] for line in LINES), 0.9))) == 5


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        ("Norway shuts the eastern harbours after violent weather warnings.", 2),
        ("Norway keeps the eastern strait closed during fishing season.", 1),
    ],
    ids=["two of six words shared", "five of six"],
)
def test_a_sentence_that_says_mostly_the_same_is_not_in_the_box_twice(second: str, lines: int) -> None:
    assert len(section("in-brief", brief([f"{LINES[0]}\n\n{second}"]))) == lines


@pytest.mark.parametrize(("words", "lines"), [(25, 1), (34, 1), (35, 0), (60, 0)])
def test_a_sentence_of_more_than_34_words_that_can_not_be_cut_is_not_in_the_box(
    words: int, lines: int
) -> None:
    text = "Norway keeps the strait open for " + "old " * (words - 7) + "boats."
    assert len(section("in-brief", brief([text]))) == lines


# ---------------------------------------------------------------- how long the lists are


def speakers(number: int) -> list[str]:
    return [f"{FIRST[n % 11]} {LAST[n // 11]}" for n in range(number)]


def rows(name: str, made: Brief) -> tuple[int, int]:
    """Rows of a section in the body and in the annex."""
    content = written(made).written[name]
    return len(content.items), len(content.rest)


def test_the_background_has_seven_lines_and_the_annex_the_rest_of_twenty() -> None:
    text = "\n\n".join(f"Norway built harbour number {n} on the strait in that year." for n in range(22))
    assert rows("background", brief([text])) == (7, 13)


def test_the_statements_have_twelve_rows_and_the_annex_the_rest_of_twenty_five() -> None:
    text = "\n\n".join(QUOTED.format(*name.split()) for name in speakers(28))
    assert rows("key-statements", brief([text])) == (12, 13)


def test_the_open_issues_have_six_rows_and_the_annex_the_rest_of_twelve() -> None:
    text = "\n\n".join(f"Norway urged Denmark to open harbour number {n} on the strait." for n in range(14))
    assert rows("open-issues", brief([text])) == (6, 6)


@pytest.mark.parametrize(("idle", "named"), [(4, True), (5, False)])
def test_documents_that_are_not_cited_are_named_in_the_header_while_they_are_few(
    idle: int, named: bool
) -> None:
    texts = [f"{name} crossed the wide strait alone that week." for name in speakers(idle + 1)]
    made = brief(texts, chosen=("S1",))
    (basis,) = (made.words_of(line.value) for line in header(made, written(made)) if line.id == "basis")
    assert ("S3" in basis) is named


@pytest.mark.parametrize(("cited", "more"), [(4, ""), (5, "and 1 more"), (7, "and 3 more")])
def test_the_header_names_the_sources_that_are_cited_most(cited: int, more: str) -> None:
    made = brief([f"{name} crossed the wide strait alone that week." for name in speakers(cited)])
    (basis,) = (made.words_of(line.value) for line in header(made, written(made)) if line.id == "basis")
    assert basis.count("12 March 2024") == 4
    assert basis.rstrip(".").endswith(more)


@pytest.mark.parametrize(("idle", "rows"), [(15, 16), (16, 2)])
def test_unused_documents_have_a_row_each_while_they_are_few(idle: int, rows: int) -> None:
    texts = [f"{name} crossed the wide strait alone that week." for name in speakers(idle + 1)]
    assert len(section("sources", brief(texts, chosen=("S1",)))) == rows


# ---------------------------------------------------------------- sentences


def printed_event(text: str) -> str:
    (line,) = events(text)
    return line


@pytest.mark.parametrize(("words", "cut"), [(13, False), (15, False), (16, True), (60, True)])
def test_an_event_of_more_than_15_words_is_cut_at_a_clause(words: int, cut: bool) -> None:
    first = "In May 2024 Norway opened the wide strait again"
    text = f"{first}, and officials welcomed" + " old" * (words - 13) + " boats."
    assert ("…" in printed_event(text)) is cut


@pytest.mark.parametrize(("words", "lines"), [(6, 0), (7, 1)])
def test_a_sentence_of_less_than_seven_words_is_no_background(words: int, lines: int) -> None:
    text = "Norway keeps the " + "old " * (words - 5) + "strait open."
    assert len(section("background", brief([text]))) == lines


@pytest.mark.parametrize(("words", "framed"), [(4, False), (5, True)])
def test_a_reporter_who_adds_five_words_is_printed_with_the_quotation(words: int, framed: bool) -> None:
    added = ("early", "in", "the", "morning", "again")[:words]
    text = f"“We will keep the strait open,” said Anna Lindqvist {' '.join(added)}."
    (row,) = section("key-statements", brief([text]))
    assert ("morning" in row) is framed


@pytest.mark.parametrize(("characters", "known"), [(16, True), (29, True), (36, False), (50, False)])
def test_who_raises_a_matter_stands_near_the_head_of_the_sentence(characters: int, known: bool) -> None:
    opening = ("Around " + "old " * 20)[: characters - 8] + " docks, "
    text = f"{opening.replace('  ', ' ')}Norway is in a dispute over the treaty on fish."
    (row,) = section("open-issues", brief([text]))
    assert row.endswith("Norway") is known


# ---------------------------------------------------------------- positions

MATTER = "It is unclear whether the ferry and the lighthouse will reopen on the strait."
SAID = "“The strait needs {} for our children,” said {} {} on Monday."


@pytest.mark.parametrize(
    ("shared", "positions"),
    [("its lighthouse and its ferry back", 1), ("its lighthouse and its school back", 0)],
    ids=["two rare words shared", "one"],
)
def test_a_position_shares_two_rare_words_with_the_matter(shared: str, positions: int) -> None:
    text = f"{MATTER}\n\n{SAID.format(shared, 'Anna', 'Lindqvist')}"
    content = written(brief([text])).written["open-issues"]
    rows = [
        row
        for row in content.items
        if made_of(row, brief([text])).startswith(("It is", "… whether", "whether"))
    ]
    assert [len(row.positions) for row in rows] == [positions]


def made_of(row: Item, made: Brief) -> str:
    return made.words_of(row.text)


@pytest.mark.parametrize(("parties", "shown"), [(4, 4), (6, 4)])
def test_a_matter_has_four_positions_at_most(parties: int, shown: int) -> None:
    lines = [SAID.format("its lighthouse and its ferry back", *name.split()) for name in speakers(parties)]
    # Other statements, so that the words of the matter are not those of the whole folder.
    others = [f"“We sell {n} boats,” said {name}." for n, name in enumerate(speakers(40)[10:])]
    content = written(brief(["\n\n".join((MATTER, *lines, *others))])).written["open-issues"]
    assert max(len(row.positions) for row in (*content.items, *content.rest)) == shown


@pytest.mark.parametrize(("share", "rows"), [("seven wooden boats and a ferry", 0), ("a school", 1)])
def test_a_fact_that_a_party_says_is_no_background(share: str, rows: int) -> None:
    fact = f"Norway bought {share} for the strait in Bergen last autumn."
    said = "“Norway bought seven wooden boats and a ferry for the strait in Bergen,” said Anna Lindqvist."
    assert len(section("background", brief([f"{fact}\n\n{said}"]))) == rows
