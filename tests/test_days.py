"""Which days of an archive a chronology prints, and what it tells of them."""

from __future__ import annotations

from datetime import date

from benchmarks.tasks import timeline
from briefgen.compose.days import DayMention, extract, foremost
from tests.test_thresholds_compose import brief, section

FIRST, SECOND, THIRD = date(2024, 3, 11), date(2024, 3, 12), date(2024, 3, 13)


def told(day: date, *sources: str, published: date = FIRST) -> list[DayMention]:
    return [DayMention(day, source, published) for source in sources]


def test_the_day_that_more_documents_tell_comes_first() -> None:
    mentions = [*told(FIRST, "S1"), *told(SECOND, "S1", "S2")]
    assert foremost(mentions, 2) == (SECOND, FIRST)


def test_one_document_counts_once_however_often_it_names_a_day() -> None:
    mentions = [*told(FIRST, "S1") * 9, *told(SECOND, "S1", "S2")]
    assert foremost(mentions, 1) == (SECOND,)


def test_a_day_that_is_still_told_later_comes_before_one_of_a_single_morning() -> None:
    later = [DayMention(FIRST, "S3", THIRD), DayMention(FIRST, "S4", SECOND)]
    mentions = [*told(SECOND, "S1", "S2", published=SECOND), *later]
    assert foremost(mentions, 1) == (FIRST,)


def test_of_equal_days_the_earlier_one_stands() -> None:
    assert foremost([*told(SECOND, "S1"), *told(FIRST, "S1", published=SECOND)], 1) == (FIRST,)


def test_a_document_without_a_date_tells_of_a_day_too() -> None:
    assert foremost([DayMention(FIRST, "S1", None)], 5) == (FIRST,)


QUAKE, COUNT, AGAIN = (
    frozenset({"quake", "coast"}),
    frozenset({"quake", "dead", "coast"}),
    frozenset({"quake", "coast"}),
)
CHOIR = frozenset({"choir", "sang"})


def test_the_sentence_nearest_to_all_that_is_told_is_chosen() -> None:
    assert extract([CHOIR, COUNT, QUAKE, QUAKE], [0, 1, 2], 1) == (2,)


def test_nothing_is_chosen_twice_in_other_words_of_the_same() -> None:
    assert extract([QUAKE, AGAIN, CHOIR], range(3), 3) == (0, 2)


def test_half_of_all_their_words_in_common_is_the_same_and_a_third_is_not() -> None:
    one, third = frozenset("abcd"), frozenset("cdef")
    assert extract([one, third], range(2), 2) == (0, 1)
    assert extract([one, frozenset("abce")], range(2), 2) == (0,)


def test_only_what_is_eligible_is_chosen() -> None:
    assert extract([QUAKE, QUAKE, CHOIR], [2], 2) == (2,)


def test_without_words_nothing_is_chosen() -> None:
    assert extract([frozenset()], [0], 1) == ()


SAILED = "The {} sailed through the strait on {} February 2024."


def chronology(many: int) -> list[str]:
    """The rows on a folder in which two documents tell each of so many days, and one tells of others."""
    shared = " ".join(SAILED.format("fleet", day) for day in range(1, many + 1))
    alone = " ".join(f"The strait was closed by fog on {day} January 2024." for day in range(1, 20))
    made = brief(
        (shared, shared.replace("fleet", "tanker"), f"{alone} The strait is deep."), {"The strait": 0.9}
    )
    return section("chronology", made)


def test_an_archive_prints_the_days_that_several_documents_tell() -> None:
    rows = chronology(16)
    assert len(rows) == 15
    assert not any("fog" in row for row in rows)
    assert len(set(rows)) == 15


def test_a_folder_with_room_for_all_days_told_twice_goes_by_what_bears_on_the_topic() -> None:
    assert any("fog" in row for row in chronology(15))


REPORTS = (
    ("2024-03-12", "The strait was closed on Monday .\nShips wait in the old harbour ."),
    ("2024-03-13", "Pilots say the strait was closed on Monday by the storm .\nThe fair opened on Tuesday ."),
)


def test_the_adapter_gives_days_and_places_of_what_was_told() -> None:
    docs = [{"id": f"d{n}", "published": day, "text": text} for n, (day, text) in enumerate(REPORTS)]
    request = {"id": "t", "topic_terms": ["strait"], "start": "2024-03-01", "end": "2024-03-31", "n_dates": 1}
    (answer,) = timeline.run([{**request, "sents_per_date": 1, "docs": docs}])
    (day,) = answer["timeline"]  # type: ignore[misc]
    assert day["date"] == "2024-03-11"
    (span,) = day["spans"]
    text = docs[int(span["doc"][1:])]["text"][span["start"] : span["end"]]
    assert "strait was closed on Monday" in text
