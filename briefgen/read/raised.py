"""Raised signs behind a word: the mark of a note, an exponent, or letters that belong to it ("1st")."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"[\[(]?(?:(?:note|nb|n)\s)?(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-h])"
    r"(?:\s?[,–-]\s?(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-h]))*[\])]?,?$"
)
_BETWEEN_MARKS = frozenset({",", ";", ", ", "; "})
_WORD_END = re.compile(r"[^\W\d_]{2}[.,;:!?…”’»)\]\"']*$|[.,;:!?…”’»)\]\"'%]$|\d{4}[.,;:]?$")
"""What stands before the mark of a note: a word or a stop; a figure or one letter has an exponent."""
_UNIT = re.compile(r"(?:\b|\d)(?:[kcmdnµμ]?m|ft|mi|in|yd|sq|R|CO|mc|χ|cal)$")
"""What has a square or a cube behind it."""
_SQUARES = frozenset("23")
_NUMERAL = re.compile(r"\b[IVXLC]{1,8}$")
"""What has the letters of a French or Spanish ordinal behind it: XIXe, IIa."""
_SIGNED = "+-−–"
_FIGURES = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_SIGNS = {"TM": "™", "SM": "℠"}
_LOOK_BACK = 60


def is_note_mark(before: str, sign: str) -> bool:
    """Whether a raised sign is the mark of a note behind the text before it; at the head of a line it is."""
    if not _MARK.match(sign):
        return False
    stem = before[-_LOOK_BACK:].rstrip()
    if not stem:
        return True
    belongs = (sign in _SQUARES and _UNIT.search(stem)) or (sign.isalpha() and _NUMERAL.search(stem))
    return bool(_WORD_END.search(stem)) and not belongs


def raised(before: str, sign: str) -> str:
    """What is printed for a raised sign behind `before`, the text of its line so far.

    "" for the mark of a note ("ministry" 2), "⁶" for an exponent (10 6), the sign itself otherwise (1 "st").
    """
    mark = sign.strip()
    if not mark:
        return sign
    if mark in _BETWEEN_MARKS or is_note_mark(before, mark):
        return ""
    stem = before[-_LOOK_BACK:].rstrip()
    if stem and stem[-1].isalnum() and mark.strip(_SIGNED).isdecimal():
        return sign.translate(_FIGURES)
    return _SIGNS.get(mark, sign)
