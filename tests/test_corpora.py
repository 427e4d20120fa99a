"""The corpora in benchmarks/corpora are well formed: what their gold names stands in their texts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from benchmarks.scorers import clean, partners
from benchmarks.scorers.corpus import Entry, Headed, entries
from briefgen.english import gazetteer

QUOTES, DATES = entries("quotes"), entries("dates", Headed)
PARTNERS, ISSUES = entries("partners"), entries("issues")
VALUE = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-\d\d)?|-W(?:\d\d|XX)(?:-(?:WE|\d))?|-Q\d|-H\d|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:\d\d(?::\d\d)?|MO|MI|AF|EV|NI))?|\d{2,3}|PT?\d+[A-Z]+"
)


def named(entry: Entry) -> str:
    return f"{entry.genre}-{entry.title}"


@pytest.mark.parametrize("entry", [*QUOTES, *DATES, *PARTNERS, *ISSUES], ids=named)
def test_the_gold_stands_in_the_text_in_its_order(entry: Entry) -> None:
    starts = [gold.places[0][0] for gold in entry.gold]
    assert starts
    assert starts == sorted(starts)


@pytest.mark.parametrize("entry", QUOTES, ids=named)
def test_a_statement_says_who_and_how(entry: Entry) -> None:
    for gold in entry.of("yes"):
        who, kind, mention = (part.strip() for part in gold.says.rsplit(";", 2))
        assert kind in ("direct", "mixed", "indirect"), gold.says
        assert mention in ("named", "pronoun", "description", "implied"), gold.says
        names, _, what = who.rpartition(", ")
        assert what in ("person", "organisation", "state", "document", "unnamed"), gold.says
        known = [name for name in names.split(" / ") if name != "not determined"]
        assert not known or any(name in entry.text for name in known), gold.says


@pytest.mark.parametrize("entry", DATES, ids=named)
def test_a_date_has_a_value(entry: Entry) -> None:
    assert re.fullmatch(r"undated|\d{4}(-\d\d){0,2}", entry.stated["document"])
    for gold in entry.of("yes"):
        for value in re.split(" or |/", gold.says):
            assert VALUE.fullmatch(value), gold.says


@pytest.mark.parametrize("entry", PARTNERS, ids=named)
def test_actor_and_partners_are_states_or_organisations(entry: Entry) -> None:
    names = [entry.stated["actor"], *(n for g in entry.of("yes") for n in re.split(", | / ", g.says))]
    assert [name for name in names if gazetteer.lookup(name) is None] == []
    assert all(partners.expected(gold.says) for gold in entry.of("yes"))


@pytest.mark.parametrize("entry", ISSUES, ids=named)
def test_an_issue_is_raised_by_words_of_the_text_or_by_nobody(entry: Entry) -> None:
    for gold in entry.of("yes"):
        assert any(who == "nobody named" or who in entry.text for who in gold.says.split(" / ")), gold.says


def test_each_scrape_has_an_article_and_a_rest() -> None:
    found = clean.scrapes()
    assert len(found) >= 12
    assert [one.name for one in found if not one.words("+") or not one.words("-")] == []


def test_the_corpora_are_large_enough_to_measure() -> None:
    assert len(QUOTES) >= 24
    assert len({entry.genre for entry in QUOTES}) >= 8
    assert sum(len(entry.of("yes")) for entry in QUOTES) >= 200
    assert len(DATES) >= 30
    assert min(len(PARTNERS), len(ISSUES)) >= 8


def test_words_that_are_not_in_the_text_are_an_error() -> None:
    with pytest.raises(ValueError, match="'We left' does not stand in the text"):
        _ = replace(QUOTES[0], title="t", text="We stayed.", expected="We left => Anna Lee, person").gold


def test_a_line_that_says_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no ` => `"):
        _ = replace(QUOTES[0], text="We stayed.", expected="We stayed").gold


def test_a_line_of_a_scrape_without_a_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="no mark before 'Home'"):
        clean.scrape("page", "= Title\nHome")
