"""How lines begin that never carry on the line before, however full that is.

A speaker's label, a question in bold, the dated row of a timeline: in text wrapped at a width nothing else
shows that a paragraph ends above them. Where they might stand inside a sentence ("he told the / BBC: ..."),
the line before must end one.
"""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.clean.facts import DATE
from briefgen.english.label_heads import head, is_titled, single
from briefgen.english.marks import ends_sentence

_BOLD = re.compile(r"(\*\*|__)(?=\S)")
_BOLD_END = re.compile(r"(?:[.?!:…]|[.?!]”)(?:\*\*|__)$")
_ROW = re.compile(r"\s?(?:\([^)]{1,30}\)\s?)?(?:[:|]|[–—]|-(?=\s))")
_YEAR = re.compile(r"(?:c\. ?)?(?:1[5-9]|20)\d\d(?=\s?[:–—|])")
_BROKEN_OFF = ("—", "–", "--", ")", "]", ":")
"""Ends of words that are cut off by another speaker, and of stage directions and headings."""


def stands_alone(before: str, line: str) -> bool:
    """Whether a line begins something of its own; `before` is the line above, without a blank one between."""
    ended = _ends(before)
    if line[0] in "*_":
        return _BOLD.match(line) is not None and ended
    if ended and before.endswith(("**", "__")) and _BOLD_END.search(before):
        return True
    if ended and _is_row(line):
        return True
    return _opens_turn(line, ended)


def _ends(before: str) -> bool:
    """Whether a line may be the last of a paragraph: a sentence ends with it, or it is broken off."""
    return ends_sentence(before) or before.endswith(_BROKEN_OFF)


def _is_row(line: str) -> bool:
    """ "3 May 2023: The ministry ...", "2021 – ..."."""
    if not line[0].isalnum():
        return False
    date = DATE.match(line) or _YEAR.match(line)
    return date is not None and _ROW.match(line, date.end()) is not None


def _opens_turn(line: str, ended: bool) -> bool:
    """Whether a speaker's label stands there: sure ones anywhere, others behind the end of a sentence."""
    if line[0] in "QA" and single(line) is not None and (ended or line[1:2] in ":."):
        return True
    if ":" not in line and not ended:
        return False
    one = head(line)
    if one is None or one.close not in ("colon", "stop"):
        return False
    name = line[one.start : one.end]
    courtesy = name.split()[0].rstrip(".").casefold() in lexicon.persons.courtesies()
    several = " " in name and (one.capitals or courtesy or (is_titled(name) and bool(one.bracket)))
    return several if not ended else one.capitals or bool(one.bracket) or len(name.split()) <= 5
