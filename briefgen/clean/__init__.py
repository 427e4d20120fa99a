"""Marks what is the article in a text and what is page furniture; never rewrites.

`cut` finds the lines and puts broken ones together. `line` keeps what can be seen of each without its
neighbours, the named rule that it falls under among it. `run`, `bare` and `headline` read from these records
which stretch is the article. Then every line gets a label by its place, and each of `STEPS` takes the page
and the labels and gives new ones. What the user says of a line comes last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefgen.clean.bare import is_bare
from briefgen.clean.boilerplate import about_office
from briefgen.clean.by_user import corrected
from briefgen.clean.cut import Line, lines, pieces
from briefgen.clean.fields import cms_fields
from briefgen.clean.front import front_matter
from briefgen.clean.headline import find_headline
from briefgen.clean.labels import by_place, headline
from briefgen.clean.languages import other_languages
from briefgen.clean.lists import lists_of_links, trailing_links
from briefgen.clean.mail import mail_head
from briefgen.clean.mail_feet import without_feet
from briefgen.clean.names import names_at_headline
from briefgen.clean.notes import signed_note, standfirst, writer_note
from briefgen.clean.page import JudgedLines, Page, judged_lines
from briefgen.clean.repeated import repetitions
from briefgen.clean.run import main_run
from briefgen.clean.tail import comment_thread, tail
from briefgen.clean.verdict import Labels
from briefgen.errors import Problem
from briefgen.model import CITABLE, Block, Source

__all__ = ["clean"]

Step = Callable[[Page, Labels], Labels]
STEPS: tuple[Step, ...] = (
    headline,
    lists_of_links,
    trailing_links,
    tail,
    comment_thread,
    cms_fields,
    writer_note,
    signed_note,
    repetitions,
    standfirst,
    names_at_headline,
    about_office,
    other_languages,
)
"""What is settled after the first labels, in order."""
_OF_PAGES: frozenset[Step] = frozenset(
    {tail, comment_thread, cms_fields, writer_note, names_at_headline, about_office}
)
"""Steps that a text is spared whose furniture a reader has taken out."""
_OF_STRETCHES: frozenset[Step] = frozenset({tail, comment_thread})
"""Steps that drop what stands together."""

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_FEWEST_WORDS = 25
"""An article has at least a sentence or two."""


def clean(source: Source) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a text, one a line or wrapped paragraph, each with its label and the rule behind it.

    Works on any text; an empty one has no blocks. When `source.clean` is set, the reader has taken the
    furniture out already and no line is dropped. Problem `furniture-only` when nothing in the text reads like
    an article.
    """
    found, head = mail_head(pieces(lines(source.text, source.front)))
    front, named = front_matter(source)
    found, head = [*front, *found], {**named, **{i + len(front): one for i, one in head.items()}}
    judged = judged_lines(found, head, trusted=source.clean)
    labels = _labels(_read_page(judged, source, _titled(found, source)))
    if source.mail or head:
        labels = without_feet(found, labels, source.stated.get("author", ""))
    labels = corrected(source, found, labels)
    blocks = tuple(
        Block(source.span(line.start + _mark(line), line.end), label.label, label.rule)
        for line, label in zip(found, labels, strict=True)
    )
    return blocks, _problems(source, labels)


def _titled(found: Sequence[Line], source: Source) -> int | None:
    """Number of the line that the reader of a word processor's file found to be the title, or None."""
    start, end = source.stated_at.get("title", (0, 0))
    if not source.clean or end <= max(start, source.front):
        return None
    return next((i for i, line in enumerate(found) if line.start <= start < line.end), None)


def _read_page(judged: JudgedLines, source: Source, titled: int | None) -> Page:
    """Where the article runs, whether a page stands around it, and which line is its headline."""
    trusted, everything = source.clean, range(len(judged.lines))
    run = everything if trusted else main_run(judged)
    bare = trusted or source.whole or is_bare(judged, run)
    if bare:
        run = everything
    elif _words(judged, run) < _FEWEST_WORDS:
        run = range(0)
    title = source.stated.get("title", "")
    sure = bool(title) and (trusted or source.front > 0)
    heading = find_headline(judged, run, title, sure=sure) if titled is None else titled
    return Page(judged.lines, judged.verdicts, judged.gaps, run, heading, bare, trusted, source.whole)


def _words(judged: JudgedLines, run: range) -> int:
    return sum(judged.lines[i].words for i in run if not judged.hard[i])


def _labels(page: Page) -> Labels:
    labels = by_place(page)
    for step in STEPS:
        if not ((page.trusted and step in _OF_PAGES) or (page.whole and step in _OF_STRETCHES)):
            labels = step(page, labels)
    return labels


def _mark(line: Line) -> int:
    """Length of the Markdown mark of a heading, which is not part of its words."""
    mark = _HEADING.match(line.text)
    return mark.end() if mark else 0


def _problems(source: Source, labels: Labels) -> tuple[Problem, ...]:
    if not labels or source.clean or any(label.label in CITABLE for label in labels):
        return ()
    message = "The text holds menus, links or notices but nothing that reads like an article."
    return (Problem(source.file, "furniture-only", message),)
