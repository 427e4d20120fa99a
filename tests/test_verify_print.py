"""A PDF is checked by its words: none may be lost or changed, wherever lines, pages and notes part them."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

import pytest

from briefgen.paper.carried import Material, ReopenedPrint
from briefgen.paper.layout import page
from briefgen.paper.memo import House, Memo
from briefgen.verify.carried import unchecked, verify_carried
from briefgen.verify.drawn import DrawnPages
from tests.carried import STYLE, material, with_basis
from tests.memo_fixture import calm_memo, memo, words

MARKING = "LIMITED"
CALM = with_basis(calm_memo(MARKING))
GIVEN = material(CALM)
NOT_ASKED = (MARKING, "Annex")
"""Words of the margins, and of the number before a heading, which an office's template may have otherwise."""
WIDTHS = ((400, 200), (60, 30), (25, 12), (90, 7))
"""Characters of a line and lines of a page: from all on one page to a paragraph on several."""


def blocks(one: Memo) -> list[str]:
    """The memo's paragraphs and cells with the figures of their notes, drawn here anew."""
    shown = page(one, words, STYLE)
    rows = [shown.kind, shown.title, *(f"{f.label}: {f.value.text}" for f in shown.header)]
    rows += [shown.legend.text] if shown.legend else []
    for part in shown.parts:
        rows.append(part.heading)
        for line in part.lines:
            rows.append("".join(str(piece.note) if piece.note else piece.text for piece in line.pieces))
    return rows


def pages(one: Memo, width: int, height: int) -> tuple[str, ...]:
    """What PDFium gives of a page: lines, the notes of the page below them, header and footer last."""
    shown = page(one, words, STYLE)
    rows = [row for block in blocks(one) for row in textwrap.wrap(block, width, break_on_hyphens=True)]
    found = []
    notes = [f"{number} {note.text}" for number, note in enumerate(shown.notes, 1)]
    sheets = [rows[at : at + height] for at in range(0, len(rows), height)]
    for number, sheet in enumerate(sheets, 1):
        here = notes if number == 1 else []
        margins = [f"{one.generator} Page {number} of {len(sheets)}", one.marking]
        head = [one.title] if number > 1 else []
        found.append("\r\n".join((one.marking, *head, *sheet, *here, *margins)).replace("-\r\n", "\ufffe"))
    return tuple(found)


def read(one: Memo, width: int = 60, height: int = 30) -> ReopenedPrint:
    return ReopenedPrint(one.title, one.language, True, pages(one, width, height))


def slugs(given: Material, found: ReopenedPrint) -> set[str]:
    return {problem.slug for problem in verify_carried(given, found)}


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_lines_pages_and_notes_may_part_the_words(width: int, height: int) -> None:
    assert verify_carried(GIVEN, read(CALM, width, height)) == ()


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_a_word_of_the_memo_that_is_lost_is_found_whatever_it_is(width: int, height: int) -> None:
    whole = read(CALM, width, height)
    margins = re.compile(rf"{MARKING}|{re.escape(CALM.title)}\r\n|{re.escape(CALM.generator)} Page .*")
    tried = 0
    for number, text in enumerate(whole.pages):
        barred = [found.span() for found in margins.finditer(text, 0 if number else 40)]
        for word in re.finditer(r"\w{2,}", text):
            if any(start <= word.start() < end for start, end in barred) or word[0] in NOT_ASKED:
                continue
            lost = text[: word.start()] + text[word.end() :]
            spoilt = (*whole.pages[:number], lost, *whole.pages[number + 1 :])
            assert "words-lost" in slugs(GIVEN, whole._replace(pages=spoilt)), word[0]
            tried += 1
    assert tried > 200


def test_a_word_that_is_changed_is_found() -> None:
    whole = read(CALM)
    changed = tuple(text.replace("three joint", "four joint", 1) for text in whole.pages)
    assert slugs(GIVEN, whole._replace(pages=changed)) == {"words-lost", "words-foreign"}


def test_words_that_stand_twice_in_the_memo_must_stand_twice_in_the_file() -> None:
    words_twice = "We will not wait for the next storm"
    whole = read(CALM, *WIDTHS[0])
    assert whole.pages[0].count(words_twice) > 2
    for at in (found.start() for found in re.finditer(words_twice, whole.pages[0])):
        text = whole.pages[0]
        lost = text[:at] + text[at + len(words_twice) :]
        assert "words-lost" in slugs(GIVEN, whole._replace(pages=(lost,)))


def test_a_page_or_a_note_that_is_lost_is_found() -> None:
    whole = read(CALM)
    assert len(whole.pages) > 2
    for number in range(len(whole.pages)):
        rest = (*whole.pages[:number], *whole.pages[number + 1 :])
        assert "words-lost" in slugs(GIVEN, whole._replace(pages=rest))
    unnoted = tuple(text.replace("2 S1, line 5; S3, line 3.", "") for text in whole.pages)
    assert "words-lost" in slugs(GIVEN, whole._replace(pages=unnoted)) or unnoted == whole.pages


ADDED = "The committee should agree to this."


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_a_paragraph_or_a_page_that_no_source_has_is_found(width: int, height: int) -> None:
    whole = read(CALM, width, height)
    for number, text in enumerate(whole.pages):
        head, line, rest = text.partition("\r\n")
        added = (*whole.pages[:number], f"{head}{line}{ADDED}\r\n{rest}", *whole.pages[number + 1 :])
        assert "words-foreign" in slugs(GIVEN, whole._replace(pages=added))
        page_more = (*whole.pages[: number + 1], f"{MARKING}\r\n{ADDED}", *whole.pages[number + 1 :])
        assert "words-foreign" in slugs(GIVEN, whole._replace(pages=page_more))


def test_pages_in_another_order_are_found() -> None:
    whole = read(CALM)
    assert len(whole.pages) > 2
    for first in range(len(whole.pages) - 1):
        turned = list(whole.pages)
        turned[first : first + 2] = turned[first + 1], turned[first]
        assert "words-lost" in slugs(GIVEN, whole._replace(pages=tuple(turned)))


@pytest.mark.parametrize("number", ["7", "1", ""])
def test_a_wrong_number_of_a_page_is_found(number: str) -> None:
    found = read(CALM)
    given = GIVEN._replace(margins=(*GIVEN.margins, f"{CALM.generator} Page 1 of 1"))
    assert slugs(given, found) == set()
    pages = tuple(text.replace("Page 3 of", f"Page {number} of") for text in found.pages)
    assert pages != found.pages
    assert slugs(given, found._replace(pages=pages)) == {"words-foreign"}


def test_numbers_of_pages_may_begin_anywhere_and_stand_beside_others() -> None:
    found = read(CALM)
    given = GIVEN._replace(margins=(*GIVEN.margins, "File 2025/17, page 1"))
    pages = tuple(f"{text}\r\nFile 2025/17, page {n}" for n, text in enumerate(found.pages, 12))
    assert slugs(given, found._replace(pages=pages)) == set()


def test_numbers_and_bullets_of_a_template_are_no_foreign_words() -> None:
    found = read(CALM, *WIDTHS[0])
    heading = page(CALM, words, STYLE).parts[1].heading
    (text,) = (one.replace(f"\r\n{heading}", f"\r\nSection IV. {heading}") for one in found.pages)
    assert text != found.pages[0]
    assert slugs(GIVEN, found._replace(pages=(text,))) == set()


def test_heads_of_columns_may_stand_again_on_each_page() -> None:
    pages = ["Heading A claim What Claim one two", "A claim What Claim three Claim", "A claim What four End"]
    drawn = DrawnPages(pages, (), "A title")
    for words_of_one in ("Heading", "A claim", "What"):
        assert drawn.take(words_of_one)
    drawn.take_again("A claim What")
    for words_of_one in ("Claim", "one", "two", "Claim", "three", "Claim", "four", "End"):
        assert drawn.take(words_of_one)
    assert list(drawn.left()) == []


def test_a_cell_may_go_on_over_the_page_and_the_next_begin_before_it() -> None:
    drawn = DrawnPages(["one two three five", "four six seven"], (), "A title")
    assert all(map(drawn.take, ("one", "two three four", "five six", "seven")))
    assert list(drawn.left()) == []


def test_a_marking_must_stand_on_every_page() -> None:
    whole = read(CALM)
    bare = whole.pages[1].replace(MARKING, "")
    found = slugs(GIVEN, whole._replace(pages=(whole.pages[0], bare, *whole.pages[2:])))
    assert found == {"marking-lost"}


def test_title_language_and_tags_are_what_a_screen_reader_needs() -> None:
    whole = read(CALM)
    assert slugs(GIVEN, whole._replace(title="")) == {"pdf-unmarked"}
    assert slugs(GIVEN, whole._replace(title="memo")) == {"pdf-unmarked"}
    assert slugs(GIVEN, whole._replace(language="de-DE")) == {"pdf-unmarked"}
    assert slugs(GIVEN, whole._replace(tagged=False)) == {"pdf-unmarked"}
    assert slugs(GIVEN, whole._replace(language="")) == set()


def test_a_title_that_is_longer_than_properties_may_be_is_told_as_far_as_they_go() -> None:
    long = replace(CALM, title="Harbours of the coast " * 20)
    given = material(long)
    assert slugs(given, read(long)._replace(title=long.title[:255])) == set()
    assert slugs(given, read(long)._replace(title=long.title[:250])) == set()
    assert slugs(given, read(long)._replace(title=long.title[:248])) == {"pdf-unmarked"}


def test_ligatures_and_hyphens_of_the_layout_are_no_change() -> None:
    titled = replace(CALM, title="Official co-operation in efficient offices")
    whole = read(titled)
    drawn = tuple(
        text.replace("ffi", "\ufb03").replace("co-operation", "co\ufffeopera\ufffetion")
        for text in whole.pages
    )
    assert slugs(material(titled), whole._replace(pages=drawn)) == set()


def test_other_scripts_may_come_back_in_another_order_or_not_at_all() -> None:
    item = replace(CALM.sections[1].items[0], text=(House("Storm in الميناء or 東京 🚢 was told"),))
    sections = (CALM.sections[0], replace(CALM.sections[1], items=(item,)), *CALM.sections[2:])
    whole = replace(CALM, sections=sections)
    given, found = material(whole), read(whole, *WIDTHS[0])
    turned = found.pages[0].replace("Storm in الميناء or 東京 🚢 was told", "was told ءانيملا or Storm in")
    assert turned != found.pages[0]
    assert slugs(given, found._replace(pages=(turned,))) == set()
    for word in ("Storm", "told"):
        assert slugs(given, found._replace(pages=(turned.replace(word, "", 1),))) == {"words-lost"}


def test_what_can_not_be_checked_is_said() -> None:
    (told,) = unchecked(memo(), words, STYLE)
    assert told.slug == "pdf-unchecked"
    assert "21 characters (Arabic, signs, CJK)" in told.message
    item = replace(CALM.sections[1].items[0], text=(House("אב ไท 東京 ア 🚢"),))
    many = replace(CALM, sections=(replace(CALM.sections[1], items=(item,)),))
    (told,) = unchecked(many, words, STYLE)
    assert told.message.count(",") == 2
    assert list(unchecked(CALM, words, STYLE)) == []


def test_a_long_margin_on_many_pages_costs_no_more_than_its_letters() -> None:
    """The time is not measured: with a search from every letter this test does not end."""
    margin = "LIMITED 1 of 2 " + "ab" * 4000
    pages = [f"{margin} Page {n} of 150 words of page {n} {margin}" for n in range(150)]
    drawn = DrawnPages(pages, (margin, "Page 1 of 150"), "A title")
    assert all(drawn.take(f"words of page {n}") for n in range(150))


def test_a_missing_word_in_a_long_paragraph_is_found_at_once() -> None:
    """With all ways to part it over all pages this test does not end."""
    pages = [" ".join(f"word{n % 7}" for n in range(400)) for _ in range(40)]
    drawn = DrawnPages(pages, (), "A title")
    assert not drawn.take(" ".join(f"word{n % 7}" for n in range(6000)) + " missing")


@pytest.mark.parametrize("drawn", ["ii", "28 November 2026", "a)"])
def test_what_a_template_draws_by_itself_is_no_foreign_word(drawn: str) -> None:
    whole = read(CALM)
    assert slugs(GIVEN, whole._replace(pages=tuple(f"{page}\r\n{drawn}" for page in whole.pages))) == set()
