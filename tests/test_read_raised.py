"""Raised signs: marks of notes go, exponents stay, letters stay."""

from __future__ import annotations

import pytest

from briefgen.read.raised import raised


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
