"""Raised signs: marks of notes go, exponents stay, letters stay."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes
from briefgen.read.epub_page import page_manuscript
from briefgen.read.markup import markup_text
from briefgen.read.raised import raised
from tests.material import PARAGRAPHS, html


@pytest.mark.parametrize(
    ("before", "sign", "printed"),
    [
        ("in 2019", "1", ""),
        ("the ministry", "2", ""),
        ("the ministry ", "2", ""),
        ("the EU", "3", ""),
        ("rose 5%", "2", ""),
        ("it said.", "[12]", ""),
        ("it said.", "[note 2]", ""),
        ("the port", "a,b", ""),
        ("the port", ",", ""),
        ("", "4", ""),
        ("10", "6", "⁶"),
        ("10", "-6", "⁻⁶"),
        ("40 km", "2", "²"),
        ("5m", "3", "³"),
        ("CO", "2", "²"),
        ("Ca", "2+", "²⁺"),
        ("1", "st", "st"),
        ("XIX", "e", "e"),
        ("2", "e", "e"),
        ("M", "me", "me"),
        ("Widget", "TM", "™"),
        ("word", " ", " "),
    ],
)
def test_what_is_printed_for_a_raised_sign(before: str, sign: str, printed: str) -> None:
    assert raised(before, sign) == printed


NOTED = (
    "In 2019<sup>1</sup> the ministry<sup><a href='#2'>2</a></sup> and the EU<sup>3</sup> paid "
    "5%<sup>2</sup> of 10<sup>6</sup> for 40 km<sup>2</sup> on the 1<sup>st</sup> of May.<sup>1</sup>"
    "<sup>,</sup><sup>4</sup>"
)
PRINTED = "In 2019 the ministry and the EU paid 5% of 10⁶ for 40 km² on the 1st of May."


def test_marks_of_notes_in_a_page_a_mail_and_a_book() -> None:
    (page,), _ = read_bytes(html((*PARAGRAPHS, NOTED, *PARAGRAPHS)), "a.html")
    assert PRINTED in page.text.split("\n")
    assert markup_text(f"<p>{NOTED}</p><p><sup>1</sup> A note.</p>") == f"{PRINTED}\nA note."
    assert [text for _, text in page_manuscript(f"<p>{NOTED}</p>").lines()] == [PRINTED]
