"""Saved web pages: main text, places, what the head states."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes
from briefgen.read.head import stated_in
from briefgen.read.markup import markup_text
from tests.casefile import Case, cases
from tests.material import PARAGRAPHS, html


def test_the_article_is_read_and_the_menu_is_not() -> None:
    drafts, problems = read_bytes(html(), "a.html")
    assert drafts[0].text.split("\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    assert "World" not in drafts[0].text
    assert drafts[0].clean
    assert not problems


def test_the_text_is_that_of_trafilatura() -> None:
    from trafilatura import extract

    page = html((*PARAGRAPHS, "A list: <ul><li>one</li><li>two</li></ul> and <a href='/x'>a link</a>."))
    drafts, _ = read_bytes(page, "a.html")
    assert drafts[0].text == extract(page, favor_precision=True, include_comments=False)


def test_a_paragraph_that_is_a_link_is_read_among_others() -> None:
    told = "The two ministries met in the harbour on Friday, and one asked for two boats of the other."
    drafts, _ = read_bytes(
        html((*PARAGRAPHS, f"<a href='/x'><strong>{told}</strong></a>", PARAGRAPHS[0])), "a.html"
    )
    assert told in drafts[0].text.split("\n")


def test_titles_of_other_stories_in_links_are_not_read() -> None:
    title = "The two ministries met in the harbour and one asked for boats of the other"
    drafts, _ = read_bytes(html((*PARAGRAPHS, f"<a href='/x'>{title}</a>")), "a.html")
    assert title not in drafts[0].text


def test_a_place_is_a_paragraph_a_person_can_count() -> None:
    drafts, _ = read_bytes(html(), "a.html")
    text = drafts[0].text
    number = text[: text.index(PARAGRAPHS[2])].count("\n") + 1
    assert (text.index(PARAGRAPHS[2]), f"paragraph {number}") in drafts[0].places


@cases("read_head")
def test_the_head_states(case: Case) -> str:
    from lxml.html import document_fromstring

    stated = stated_in(document_fromstring(f"<html><head>{case.input}</head><body>Words</body></html>"))
    return "\n".join(f"{key}: {value}" for key, value in stated.items())


@cases("read_pages")
def test_the_article_of_a_page(case: Case) -> str:
    drafts, _ = read_bytes(f"<!DOCTYPE html><html>{case.input}</html>".encode(), "a.html")
    told = (f"{one.kind}: {one.detail}" for one in drafts[0].omitted)
    return "\n".join((drafts[0].text, *told))


def test_pictures_written_into_a_page_count_for_no_limit() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * 21_000_000 + b'">'
    drafts, problems = read_bytes(html().replace(b"</article>", picture + b"</article>"), "a.html")
    assert PARAGRAPHS[1] in drafts[0].text
    assert not problems


@pytest.mark.parametrize("depth", [300, 2000])
def test_the_article_is_found_however_deep_it_stands(depth: int) -> None:
    page = html().decode().replace("<body>", "<body>" + "<div>" * depth).replace("</body>", "</div>" * depth)
    drafts, problems = read_bytes(page.encode() + b"</body>", "a.html")
    assert (PARAGRAPHS[1] in drafts[0].text, "World" in drafts[0].text, problems) == (True, False, ())


@pytest.mark.parametrize(
    ("declared", "encoding", "told"),
    [
        ("windows-1252", "cp1252", []),
        ("iso-8859-1", "cp1252", []),
        ("shift_jis", "cp1252", ["encoding-guessed"]),
        ("no-such-charset", "cp1252", ["encoding-guessed"]),
        ("unicode_escape", "cp1252", ["encoding-guessed"]),
        ("utf-8", "utf-8", []),
    ],
)
def test_the_page_tells_its_encoding_or_it_is_guessed(declared: str, encoding: str, told: list[str]) -> None:
    page = html().decode().replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    drafts, problems = read_bytes(page, "a.html")
    assert PARAGRAPHS[1] in drafts[0].text
    assert [p.slug for p in problems] == told


def test_a_page_that_never_ends_is_read_as_far_as_it_goes() -> None:
    page = html()
    drafts, problems = read_bytes(page[: page.index(b"Officials")], "a.html")
    assert PARAGRAPHS[1] in drafts[0].text
    assert [p.slug for p in problems] == ["file-truncated"]


def test_a_page_without_end_to_its_elements_is_refused() -> None:
    drafts, problems = read_bytes(b"<html><body>" + b"<div><br>" * 100_000, "a.html")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-too-large"])


def test_a_page_nested_deeper_than_the_parser_goes_is_refused_for_that() -> None:
    drafts, problems = read_bytes(b"<html><body>" + b"<div>" * 20_000 + b"words</body></html>", "a.html")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-too-large"])
    assert "2,048 elements inside each other" in problems[0].message


def test_a_page_without_article_is_read_whole_and_left_to_the_cleaning() -> None:
    drafts, problems = read_bytes(b"Just words, no page at all", "a.html")
    assert (drafts[0].text, drafts[0].clean) == ("Just words, no page at all", False)
    assert [p.slug for p in problems] == ["html-no-article"]


def test_a_page_without_words_is_empty() -> None:
    _, problems = read_bytes(b"<html><body><script>let x = 1</script></body></html>", "a.htm")
    assert [p.slug for p in problems] == ["file-empty"]


def test_markup_becomes_lines_as_a_browser_shows_them() -> None:
    markup = "<p>One <b>two</b>\n three</p><div>Four<br>five &amp; six</div>"
    markup += "<script>no()</script><!-- no --><table><tr><td>a</td></tr></table>"
    assert markup_text(markup) == "One two three\nFour\nfive & six\na"


@pytest.mark.parametrize("empty", ["<span></span>", "<b></b>", "<i class='icon'></i>"])
def test_words_before_an_empty_element_are_told_once(empty: str) -> None:
    told = f"The two ministries met in the harbour {empty}on Friday, and one asked for two boats."
    drafts, _ = read_bytes(html((*PARAGRAPHS, told)), "a.html")
    assert drafts[0].text.count("The two ministries met in the harbour") == 1
    assert "harbour on Friday" in drafts[0].text


@pytest.mark.parametrize("depth", [100, 255, 260, 1000])
def test_a_page_may_be_nested_deep(depth: int) -> None:
    body = "<div>" * depth + "<p>Fishers met in the old harbour.</p>" + "</div>" * depth
    drafts, _ = read_bytes(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert "Fishers met in the old harbour." in drafts[0].text
