"""Names the lines at the edges of an article that are about it: its standfirst, a note on its writer."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from briefgen import lexicon
from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.english.writer_notes import is_nameless, tells_of, writer
from briefgen.model import CITABLE, SIGNED

_NOTE = Verdict("furniture", "writer-note")
_STANDFIRST = Verdict("teaser", "standfirst")
_SPEAKER_LINE = Verdict("teaser", "speaker-line")
_WRITER_NOTE = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*,? ){1,4}(?:\([^)]{1,60}\) )?(?:is|was|are|covers|writes|reports)|I am|I['’]m) "
    r"(?:also )?(?P<job>(?:[^\s.]+ ){1,9})"
)
_NOTE_REACH, _NOTE_HEAD = 3, 1
_STANDFIRST_REACH = 4
"""Lines under the headline among which the standfirst stands."""
_SIGNED_REACH = 5
"""Lines under the standfirst among which the byline or the date stands."""


def writer_note(page: Page, labels: Labels) -> Labels:
    """Drops the note at the edge of an article that says who wrote it."""
    body = [i for i in page.run if labels[i].label == "body"]
    edges = {*body[:_NOTE_HEAD], *body[-_NOTE_REACH:]}
    return relabelled(labels, {i: _NOTE for i in edges if _tells_the_writer(page.lines[i].text)})


def signed_note(page: Page, labels: Labels) -> Labels:
    """Drops a note at the edge that opens with the name in the byline, or with "The writer", and says what
    he or she is, whatever that is: "Anna Lee is a professor of law"."""
    lines = [i for i in page.run if labels[i].label in CITABLE]
    names = {writer(page.lines[i].text) for i, label in enumerate(labels) if label.label == "byline"}
    edges = {*lines[:_NOTE_HEAD], *lines[-_NOTE_REACH:]}
    told = (i for i in edges if _tells(page.lines[i].text, names))
    return relabelled(labels, dict.fromkeys(told, _NOTE))


def _tells(text: str, names: AbstractSet[str]) -> bool:
    return is_nameless(text) or any(tells_of(text, name) for name in names)


def _tells_the_writer(text: str) -> bool:
    found = _WRITER_NOTE.match(text)
    words = found["job"].casefold().replace(",", " ").split() if found else ()
    return not lexicon.furniture.media_jobs().isdisjoint(words)


def standfirst(page: Page, labels: Labels) -> Labels:
    """Names the line between headline and byline that sums the article up, and one that says who speaks."""
    if page.headline is None:
        return labels
    reach = range(page.headline + 1, min(page.headline + _STANDFIRST_REACH, page.run.stop))
    named = [i for i in reach if labels[i].label == "furniture" and _names_speaker(page.lines[i].text)]
    labels = relabelled(labels, dict.fromkeys(named, _SPEAKER_LINE))
    for i in reach:
        if labels[i].label in SIGNED:
            return labels
        if page.is_plain_prose(i):
            below = {label.label for label in labels[i + 1 : i + 1 + _SIGNED_REACH]}
            return labels if SIGNED.isdisjoint(below) else relabelled(labels, {i: _STANDFIRST})
    return labels


def _names_speaker(line: str) -> bool:
    """Whether a line says whose words follow: "Speech by the Mayor of Oslo, Anna Olde"."""
    return line.casefold().lstrip("*_ ").startswith(tuple(lexicon.genres.speaker_lines()))
