"""Leaves out the paragraphs of an English text that are in another language, as half of a release is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.english.languages import is_english
from briefgen.model import CITABLE

OTHER_LANGUAGE = "other-language"
_VERDICT = Verdict("furniture", OTHER_LANGUAGE)
_SHARE = 0.25
"""Share of its prose that an English text has at least in English. Below it, the text is one in another
language, of which nothing is read and which is described as such."""


def other_languages(page: Page, labels: Labels) -> Labels:
    """Drops them, with the short lines between two of them."""
    body = [i for i, label in enumerate(labels) if label.label in CITABLE]
    english = {i: is_english(page.lines[i].text) for i in body}
    spoken = sum(page.lines[i].words for i in body if english[i])
    foreign = sum(page.lines[i].words for i in body if english[i] is False)
    if not foreign or spoken < _SHARE * (spoken + foreign):
        return labels
    return relabelled(labels, dict.fromkeys(_foreign(english), _VERDICT))


def _foreign(english: Mapping[int, bool | None]) -> Iterator[int]:
    """The lines in another language; one that does not tell is so where those before and behind it are."""
    waiting: list[int] = []
    inside = False
    for i, told in english.items():
        if told is None:
            waiting.append(i)
            continue
        if inside and not told:
            yield from waiting
        if not told:
            yield i
        waiting, inside = [], not told
