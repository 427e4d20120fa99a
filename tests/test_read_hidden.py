"""What a style sheet hides, in pages, mails and e-books alike."""

from __future__ import annotations

import pytest

from briefgen.read.epub_page import page_manuscript
from briefgen.read.hidden import hidden_by
from briefgen.read.markup import markup_text


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (".off{display:none}", {".off"}),
        ("a { color: red } /* .on{display:none} */ p.off, #menu { margin: 0; visibility : hidden; }",
         {".off", "#menu"}),
        ("@import url(a.css); .off{display:none}", {".off"}),
        ("@media print { .off { display: none } .two { display: none } } .three{display:none}", {".three"}),
        (".tab{display:none}.tab.on{display:block}", set()),
        ("@media (min-width: 60em) { .wide { display: flex } } .wide { display: none }", set()),
        (".box .off, .off:hover, a > .off { display: none }", set()),
        ("}}}{{{.off{display:none", set()),
    ],
)  # fmt: skip
def test_classes_that_a_sheet_hides(sheet: str, names: set[str]) -> None:
    assert hidden_by(sheet) == names


@pytest.mark.parametrize(
    "hiding",
    ["hidden", 'style="display:none"', 'style="visibility: hidden"', 'class="a sr-only"', 'class="off"',
     'role="dialog" aria-hidden="true"'],
)  # fmt: skip
def test_mails_and_books_hide_the_same(hiding: str) -> None:
    page = f"<style>.off{{display:none}}</style><p>One.</p><div {hiding}>Two.</div>"
    page += "<p aria-hidden='true'>Three.</p>"
    assert markup_text(page) == "One.\nThree."
    manuscript = page_manuscript(page)
    assert [text for _, text in manuscript.lines()] == ["One.", "Three."]
    assert manuscript.hidden == 1
