"""Marks what is the article in a text and what is page furniture; never rewrites.

Four steps: `cut` finds the lines and puts broken ones together, `rules` names those that say by their words
what they are, `run` finds the stretch that is the article, `headline` and `labels` give each line its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.clean.bare import is_bare
from briefgen.clean.by_user import corrected
from briefgen.clean.cut import Line, lines, pieces
from briefgen.clean.headline import find_headline
from briefgen.clean.labels import Page, label_all
from briefgen.clean.mail import mail_head
from briefgen.clean.rules import judge
from briefgen.clean.run import all_log_odds, is_hard, main_run
from briefgen.clean.traits import word_count
from briefgen.clean.verdict import Verdict
from briefgen.errors import Problem
from briefgen.model import CITABLE, Block, Source

__all__ = ["clean"]

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_FEWEST_WORDS = 25
"""An article has at least a sentence or two."""


def clean(source: Source) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a text, one a line or wrapped paragraph, each with its label and the rule behind it.

    Works on any text; an empty one has no blocks. When `source.clean` is set, the reader has taken the
    furniture out already and no line is dropped. Problem `furniture-only` when nothing in the text reads like
    an article.
    """
    found, head = mail_head(pieces(lines(source.text)))
    verdicts = [head.get(i) or judge(line.text) for i, line in enumerate(found)]
    page = _read_page(found, verdicts, source)
    labels = corrected(source, found, label_all(page))
    blocks = tuple(
        Block(source.span(line.start + _mark(line), line.end), label.label, label.rule)
        for line, label in zip(found, labels, strict=True)
    )
    return blocks, _problems(source, labels)


def _mark(line: Line) -> int:
    """Length of the Markdown mark of a heading, which is not part of its words."""
    mark = _HEADING.match(line.text)
    return mark.end() if mark else 0


def _read_page(found: Sequence[Line], verdicts: list[Verdict | None], source: Source) -> Page:
    trusted = source.clean
    if trusted:
        verdicts = [
            None if verdict is not None and verdict.label == "furniture" else verdict for verdict in verdicts
        ]
    odds = all_log_odds(found, verdicts)
    run = (0, len(found)) if trusted else main_run(found, verdicts, odds)
    bare = trusted or is_bare(found, verdicts, run)
    if bare:
        run = (0, len(found))
    elif _words(found, verdicts, run) < _FEWEST_WORDS:
        run = (0, 0)
    title = source.stated.get("title", "")
    headline = find_headline(found, verdicts, run, title, sure=trusted and bool(title))
    return Page(found, verdicts, odds, run, headline, bare, trusted)


def _words(found: Sequence[Line], verdicts: Sequence[Verdict | None], run: tuple[int, int]) -> int:
    rows = zip(found[run[0] : run[1]], verdicts[run[0] : run[1]], strict=True)
    return sum(word_count(line.text) for line, verdict in rows if not is_hard(verdict))


def _problems(source: Source, labels: Sequence[Verdict]) -> tuple[Problem, ...]:
    if not labels or source.clean or any(label.label in CITABLE for label in labels):
        return ()
    message = "The text holds menus, links or notices but nothing that reads like an article."
    return (Problem(source.file, "furniture-only", message),)
