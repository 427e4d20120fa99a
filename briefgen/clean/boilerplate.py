"""Drops what an office prints under its releases about itself: "About the Harbour Institute" and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.english.publishers import is_body, is_capitalised, words

_BOILERPLATE = Verdict("furniture", "about-office")
_HEAD = re.compile(r"(?:#{1,6}\s+|\*\*)?about (?:the )?(?P<name>[^.?!]{2,70}?):?(?:\*\*)?", re.IGNORECASE)
_NOT_A_NAME = frozenset({"us", "this", "that", "these", "it"})
_ENDS = frozenset({"release-line", "contact-line", "no-words"})
"""Rules of lines at the end of a release, below which its words are over."""
_LAST_SHARE = 0.5
"""Share of the text above such a heading; higher up it heads a part of the article."""
_MOST = 3
"""Paragraphs of an office on itself."""


def about_office(page: Page, labels: Labels) -> Labels:
    """Drops headings "About ..." in the second half of a text and the paragraphs on that office below."""
    size = [len(line.text) for line in page.lines]
    changes: dict[int, Verdict] = {}
    for i in page.run:
        name = _name(page, labels, i)
        if name and sum(size[:i]) >= _LAST_SHARE * sum(size):
            changes.update(dict.fromkeys(_with_paragraphs(page, labels, i, name), _BOILERPLATE))
    return relabelled(labels, changes)


def _name(page: Page, labels: Labels, i: int) -> str:
    """The office that a line such as "About the Harbour Institute" announces; "" for any other line."""
    line = page.lines[i]
    found = (
        _HEAD.fullmatch(line.text) if labels[i].label in ("body", "furniture") and line.spaces <= 10 else None
    )
    name = found["name"] if found else ""
    if not name or not is_capitalised(name) or words(name)[0].casefold() in _NOT_A_NAME:
        return ""
    return name


def _with_paragraphs(page: Page, labels: Labels, head: int, name: str) -> Iterator[int]:
    """The heading and the paragraphs below it, if the first one names that office again."""
    below = [i for i in range(head + 1, min(head + 1 + _MOST, len(labels))) if labels[i].label == "body"]
    if not below or below[0] != head + 1 or not _tells(page.lines[below[0]].text, name):
        return
    ended = any(page.rules[i] in _ENDS for i in range(page.run.start, head))
    if not (ended or is_body(name)):
        return
    yield head
    for i in below:
        if i > head + 1 and (not page.lines[i].is_prose or labels[i - 1].label != "body"):
            return
        yield i


def _tells(text: str, name: str) -> bool:
    """Whether a paragraph begins with the office: "The Institute is", "Founded in 1990, the Institute"."""
    last = words(name)[-1].casefold()
    start = [word.casefold() for word in words(text[:120])]
    return last in start or words(name)[0].casefold() in start[:3]
