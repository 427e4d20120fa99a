"""What is known about a document, and how."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.clean import clean
from briefgen.describe import describe
from briefgen.english.languages import language
from briefgen.errors import Problem
from briefgen.model import Block, Fact, Metadata, Source
from tests.casefile import Case, cases

ARTICLE = (
    "Ministers agree on patrols\n\n{}\n\n"
    "Six governments agreed to patrol the strait together, officials said.\n\n"
    "“We have what we need,” said the minister of one of the six governments on Monday.\n"
)


def value(fact: Fact | None) -> str:
    return fact.value if fact else "none"


def read(
    text: str, stated: Mapping[str, str] | None = None, by_user: Mapping[str, str] | None = None
) -> tuple[Metadata, tuple[Problem, ...]]:
    source = Source("S1", "text.txt", "", text, stated=stated or {}, by_user=by_user or {})
    return describe(source, clean(source)[0])


def shown(meta: Metadata, problems: tuple[Problem, ...]) -> dict[str, str]:
    dated = meta.published
    facts = {
        name: value(getattr(meta, name))
        for name in ("title", "publisher", "original_publisher", "author", "url", "section")
    }
    return facts | {
        "language": meta.language,
        "published": dated.value or "none",
        "status": dated.status,
        "note": dated.note,
        "partial": dated.partial or "none",
        "earliest": str(dated.earliest or "none"),
        "latest": str(dated.latest or "none"),
        "flags": ", ".join(f"{flag.kind} {flag.detail}".strip() for flag in meta.flags),
        "problems": ", ".join(problem.slug for problem in problems),
    }


@cases("describe")
def test_a_document_says_of_itself(case: Case) -> str:
    """A case names the facts that it is about."""
    found = shown(*read(case.input))
    names = [row.partition(":")[0] for row in case.expected.split("\n")]
    return "\n".join(f"{name}: {found[name]}".rstrip() for name in names)


def test_every_fact_points_at_its_words() -> None:
    text = ARTICLE.format("By Jane Roe\n3 May 2024")
    meta, _ = read(text)
    for fact in (meta.title, meta.author):
        assert fact is not None
        assert fact.span is not None
        assert text[fact.span.start : fact.span.end] == fact.value
    evidence = meta.published.evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == "3 May 2024"


def test_the_users_word_wins_over_the_text() -> None:
    meta, _ = read(ARTICLE.format("3 May 2024"), by_user={"published": "2024-05-02", "title": "Patrols"})
    assert (meta.published.value, meta.published.status, meta.published.note) == (
        "2024-05-02",
        "user",
        "sidecar",
    )
    assert meta.title == Fact("Patrols", None, "user")


def test_a_date_that_the_user_wrote_wrongly_is_reported_and_not_guessed() -> None:
    meta, problems = read(ARTICLE.format("3 May 2024"), by_user={"published": "last week"})
    assert meta.published.value is None
    assert [problem.slug for problem in problems] == ["date-unreadable"]


def test_the_container_fills_in_what_the_text_does_not_give() -> None:
    meta, _ = read(
        ARTICLE.format(""), stated={"published": "2024-05-03T23:30:00+09:00", "publisher": "Example Wire"}
    )
    assert (meta.published.value, meta.published.status, meta.published.evidence) == (
        "2024-05-03",
        "stated",
        None,
    )
    assert meta.publisher == Fact("Example Wire", None)


def test_the_text_goes_before_the_container() -> None:
    meta, _ = read(
        ARTICLE.format("3 May 2024"), stated={"published": "2024-05-09", "title": "Something else"}
    )
    assert meta.published.value == "2024-05-03"
    assert value(meta.title) == "Ministers agree on patrols"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("Fri, 3 May 2024 10:00:00 +0000", "2024-05-03"),
        ("2024-13", None),
    ],
)
def test_a_container_date_keeps_its_precision(stated: str, expected: str | None) -> None:
    assert read(ARTICLE.format(""), stated={"published": stated})[0].published.value == expected


def test_the_users_language_is_believed() -> None:
    meta, problems = read(ARTICLE.format(""), by_user={"language": "German"})
    assert meta.language == "de"
    assert [problem.slug for problem in problems] == ["not-english"]


def test_a_short_text_is_taken_for_english() -> None:
    assert language("Kallas in Tokyo") == "en"


def test_a_text_in_no_known_language_is_undetermined() -> None:
    assert language("blorf snarg vindle " * 40) == "und"


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 31),
    st.integers(1, 12),
    st.sampled_from((1900, 2024, 2025)),
    st.sampled_from(("{} {} {}", "Published: {1} {0}, {2}", "By Jane Roe, {} {} {}")),
)
def test_a_stamp_gives_its_day_or_none(number: int, month: int, year: int, form: str) -> None:
    there = number <= monthrange(year, month)[1]
    meta, problems = read(ARTICLE.format(form.format(number, month_name[month], year)))
    assert meta.published.day == (date(year, month, number) if there else None)
    assert not (there and problems)


def test_the_real_articles_have_their_dates_and_no_others(real_seeds) -> None:
    found = {}
    for file in sorted(real_seeds.glob("*.txt")):
        meta, problems = read(file.read_bytes().decode("utf-8"))
        dated = meta.published
        bounds = (str(dated.earliest), str(dated.latest)) if dated.value is None and dated.earliest else None
        found[file.name[:3]] = (dated.value, dated.partial, bounds)
        assert problems == ()
    assert found == {
        "000": ("2025-07-21", None, None),
        "001": (None, "XXXX-07-21", None),
        "002": ("2025-12-06", None, None),
        "003": ("2018-05-28", None, None),
        "004": (None, "2025", ("2025-03-19", "2025-12-31")),
    }


def test_the_real_articles_name_their_publishers(real_seeds) -> None:
    found = {}
    for file in sorted(real_seeds.glob("*.txt")):
        meta, _ = read(file.read_bytes().decode("utf-8"))
        found[file.name[:3]] = tuple(
            fact.value if fact else None for fact in (meta.publisher, meta.original_publisher)
        )
        assert meta.author is None
    assert found == {
        "000": ("Indebta", "Financial Times"),
        "001": (None, "toutiao.com"),
        "002": (None, "Al Jazeera"),
        "003": ("EEAS", None),
        "004": (None, "Bloomberg"),
    }


def test_the_date_of_the_container_goes_before_days_below_the_article() -> None:
    text = ARTICLE.format("By Ida Vale") + "\nConcert on 3 May 2026\n"
    assert read(text, {"published": "2025-03-04"})[0].published.value == "2025-03-04"


def test_a_date_printed_at_the_head_goes_before_that_of_the_container() -> None:
    assert (
        read(ARTICLE.format("5 March 2025"), {"published": "2025-03-09"})[0].published.value == "2025-03-05"
    )


def test_no_line_overrules_what_the_container_knows_best() -> None:
    text = ARTICLE.format("5 March 2025")
    mail = Source(
        "S1", "a.eml", "", text, stated={"published": "2025-03-09"}, certain=frozenset({"published"})
    )
    assert describe(mail, clean(mail)[0])[0].published.value == "2025-03-09"


def test_a_numeric_date_of_the_container_is_read_as_the_text_decides() -> None:
    text = ARTICLE.format("By Ida Vale").replace("officials said", "officials said on 4 June 2025")
    assert read(text, {"published": "05/06/2025"})[0].published.value == "2025-06-05"


def test_a_station_names_itself_before_its_programme_and_the_day() -> None:
    line = 'Radio Quay, "The Morning Line", 21 March 2026'
    source = Source("S1", "a.txt", "", f"An interview\n{line}\nThe pier opens in May, she said.\n")
    end = 13 + len(line)
    blocks = (
        Block(source.span(0, 12), "headline", "headline"),
        Block(source.span(13, end), "publisher", "name-at-headline"),
        Block(source.span(end + 1, len(source.text) - 1), "body", "article-run"),
    )
    meta, _ = describe(source, blocks)
    assert (value(meta.publisher), meta.published.value) == ("Radio Quay", "2026-03-21")
