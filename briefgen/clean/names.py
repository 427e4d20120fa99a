"""Names the lines around the headline that are nothing but a name: who publishes, who writes.

They stand under the headline, above the date or the writer ("Harbour Post", "Ida Vale", "3 May 2024"), or
above it, over a date or the words "Press release". They are facts about the document and no sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.english.publishers import (
    has_outlet_word,
    is_body,
    is_body_name,
    is_brand,
    is_capitalised,
    is_masthead,
    is_outlet,
    is_person,
    is_place,
    own_part,
)
from briefgen.model import SIGNED

_PUBLISHER = Verdict("publisher", "name-at-headline")
_WRITER = Verdict("byline", "name-at-headline")
_MENU = Verdict("furniture", "menu-row")
_REACH = 4
"""Lines under the headline, or above it, among which such names stand."""
_LONGEST = 10
"""Words; a longer line is a standfirst."""
_CAPITALS = 5
"""Words of the longest name all in capitals."""
_BARS = re.compile(r"\s[|•·]\s")
_STOPS = frozenset(".!?:;,")


def names_at_headline(page: Page, labels: Labels) -> Labels:
    """Labels the names under and above the headline."""
    if page.headline is None:
        return labels
    return relabelled(labels, {**dict(_above(page, labels)), **dict(_below(page, labels))})


def _below(page: Page, labels: Labels) -> Iterator[tuple[int, Verdict]]:
    """The publisher, right under the headline; and behind him the writer."""
    first = (page.headline or 0) + 1
    end = first
    while end < min(first + _REACH, len(labels)) and _is_name(page, labels, end):
        end += 1
    signed = end < len(labels) and labels[end].label in SIGNED
    alone = end < len(labels) and page.gaps[end] and _publishes(page.lines[first].text)
    if end == first or not (signed or alone):
        return
    for i in range(first, end):
        text = page.lines[i].text
        if i == first and not is_person(text) and not is_place(text):
            yield i, _PUBLISHER
        elif is_person(text) or is_outlet(text):
            yield i, _WRITER


def _above(page: Page, labels: Labels) -> Iterator[tuple[int, Verdict]]:
    """The publisher in the first lines of the text, and rows of a menu there."""
    top = page.headline or 0
    facts = any(labels[i].label in SIGNED or page.rules[i] == "release-line" for i in range(top))
    named = False
    for i in range(max(0, top - _REACH), top):
        text = page.lines[i].text
        if labels[i].label == "body" and len(_BARS.findall(text)) > 1 and not page.lines[i].is_prose:
            yield i, _MENU
        elif not named and _is_name(page, labels, i) and not is_person(text) and not is_place(text):
            named = True
            if facts or (_publishes(text) and (i == 0 or _is_alone(page, labels, i))):
                yield i, _PUBLISHER


def _is_alone(page: Page, labels: Labels, i: int) -> bool:
    """Whether no words go on below a line; a line all in capitals is a headline sooner than a name."""
    text = page.lines[i].text
    ends = page.gaps[i + 1] or labels[i + 1].label in SIGNED or bool(_BARS.search(page.lines[i + 1].text))
    return ends and not (text.isupper() and text.count(" ") >= _CAPITALS)


def _is_name(page: Page, labels: Labels, i: int) -> bool:
    """Whether a line of the article is but a name: "Harbour Post", "Council of Ports, press release"."""
    line = page.lines[i]
    short = labels[i].label == "body" and line.spaces < _LONGEST and line.text[-1] not in _STOPS
    head = line.text[: own_part(line.text)]
    named = is_capitalised(head.split(",")[0]) and "|" not in line.text
    return short and not line.is_item and (named or is_body_name(head))


def _publishes(text: str) -> bool:
    """Whether a name shows by itself that it is a publisher's."""
    head = text[: own_part(text)]
    return is_masthead(head) or is_body(head) or has_outlet_word(text) or is_brand(head)
