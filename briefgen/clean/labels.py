"""Gives every line its label once it is known where the article runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen import lexicon
from briefgen.clean.captions import is_caption
from briefgen.clean.cut import Line
from briefgen.clean.run import is_hard
from briefgen.clean.tail import drop_tail, drop_thread, is_title
from briefgen.clean.traits import is_prose
from briefgen.clean.verdict import Verdict

_BODY = Verdict("body", "article-run")
_OUTSIDE = Verdict("furniture", "outside-article")
_LIST_MARK = re.compile(r"(?:[•·▪◦‣●○■*–-]|\(?\d{1,2}[.)])\s?")
_WRITER_NOTE = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*,? ){1,4}(?:\([^)]{1,60}\) )?(?:is|was|are|covers|writes|reports)|I am|I['’]m) "
    r"(?:also )?(?P<job>(?:[^\s.]+ ){1,9})"
)
_NOTE_REACH, _NOTE_HEAD = 3, 1
_HEADER = 14
"""Lines above the headline or the run in which section, date and writer are still the article's own."""
_TRAILER = 8
"""The same below the run."""
_TITLE_WORDS = 3
_LONGEST_LIST = 60
_FOREIGN = frozenset({"related-links", "about-author"})
_ANYWHERE = frozenset({"archived", "original-url", "copyright", "disclaimer", "syndication"})
_LIST_HEADS = frozenset({"related-links", "related-link", "comment-form", "tag-line", "share-buttons"})
_TAG_WORDS, _TAG_LENGTH = 10, 90
_MOST_REPEATED = 30
_AGAIN = 3
_MANY_AGAIN = 8
"""Lines that come back so often in number are the article's own: a plan by days, a programme."""
_UNLIKE = -3.0
"""Log-odds below which a line inside the run is taken for a link."""


@dataclass(frozen=True)
class Page:
    """What is known of the lines of one text."""

    lines: Sequence[Line]
    verdicts: Sequence[Verdict | None]
    odds: Sequence[float]
    run: tuple[int, int]
    headline: int | None
    bare: bool
    """Whether the text is an article without a page around it, so that only named rules drop lines."""
    trusted: bool = False
    """Whether a reader has taken the furniture out, so that nothing is dropped."""

    @cached_property
    def comments(self) -> int:
        """Index of the line under which readers' comments stand, or of the end of the text."""
        prose = 0
        rows = zip(self.lines[self.run[0] :], self.verdicts[self.run[0] :], strict=True)
        for i, (line, verdict) in enumerate(rows, self.run[0]):
            if verdict is None:
                prose += is_prose(line.text)
            elif verdict.rule == "comment-form" and prose > 1:
                return i
        return len(self.lines)


def label_all(page: Page) -> list[Verdict]:
    """One verdict for each line, in order."""
    labels = [
        _inside(page, i) if page.run[0] <= i < page.run[1] else _outside(page, i)
        for i in range(len(page.lines))
    ]
    if page.headline is not None:
        labels[page.headline] = Verdict("headline", "headline")
    _lists(page, labels)
    _trailing_links(page, labels)
    if not page.trusted:
        _tail(page, labels)
        _fields(page, labels)
        _writer_note(page, labels)
    _repetitions(page, labels)
    _teaser(page, labels)
    return labels


def _tail(page: Page, labels: list[Verdict]) -> None:
    drop_tail(page.lines, page.verdicts, page.run, labels)
    drop_thread(page.lines, page.verdicts, range(page.comments, page.run[1]), labels)


def _outside(page: Page, i: int) -> Verdict:
    verdict = page.verdicts[i]
    if verdict is None:
        near = page.run[0] - 4 <= i < page.run[0] and page.run[0] < page.run[1]
        return Verdict("caption", "caption") if near and is_caption(page.lines[i].text) else _OUTSIDE
    if verdict.label in _ANYWHERE or verdict.label == "furniture":
        return verdict
    return verdict if _is_own_fact(page, i, verdict) else _OUTSIDE


def _is_own_fact(page: Page, i: int, verdict: Verdict) -> bool:
    """Whether a date, a name or a section speaks of the article, not of another story or of a comment."""
    first, end = page.run
    top = first if page.headline is None else min(page.headline, first)
    if first == end or not top - _HEADER <= i < end + _TRAILER:
        return False
    above = {verdict.rule for verdict in page.verdicts[max(end, i - _TRAILER) : i] if verdict is not None}
    if i > page.comments or (i >= end and not _FOREIGN.isdisjoint(above)):
        return False
    if verdict.label == "section":
        return not _LIST_MARK.match(page.lines[i].text)
    return i > top or not (_titles(page, i + 1, top) or _is_listed(page, i))


def _is_listed(page: Page, i: int) -> bool:
    """Whether a date above the headline is one of a list of stories: title, date, title, date."""
    above = page.verdicts[max(0, i - _HEADER) : i]
    dated = any(verdict is not None and verdict.rule == "date-line" for verdict in above)
    return dated and _titles(page, max(0, i - 3), i)


def _titles(page: Page, start: int, end: int) -> bool:
    """Whether lines that could be titles of other stories stand there."""
    rows = zip(page.lines[start:end], page.verdicts[start:end], strict=True)
    return any(verdict is None and line.text.count(" ") >= _TITLE_WORDS for line, verdict in rows)


def _inside(page: Page, i: int) -> Verdict:
    line, verdict = page.lines[i], page.verdicts[i]
    if verdict is not None and is_hard(verdict):
        return verdict
    if verdict is not None and _at_edge(page, i):
        return verdict if _is_own_fact(page, i, verdict) else _OUTSIDE
    if verdict is None and is_caption(line.text):
        return Verdict("caption", "caption")
    if not page.bare and page.odds[i] < _UNLIKE and not _in_list(page, i):
        return Verdict("furniture", "link-like")
    return _BODY


def _at_edge(page: Page, i: int) -> bool:
    """Whether no prose stands between the line and the start of the run, or its end."""
    first, end = page.run
    above = any(is_prose(line.text) for line in page.lines[max(first, i - 3) : i])
    below = any(is_prose(line.text) for line in page.lines[i + 1 : min(end, i + 4)])
    return not (above and below)


def _in_list(page: Page, i: int) -> bool:
    """Whether the line is an item of a list that prose of the article leads to."""
    if not _LIST_MARK.match(page.lines[i].text):
        return False
    for j in range(i - 1, max(page.run[0], i - _LONGEST_LIST) - 1, -1):
        if not _LIST_MARK.match(page.lines[j].text):
            return page.verdicts[j] is None and page.odds[j] > _EDGE_OF_LIST
    return False


_EDGE_OF_LIST = -1.5


def _lists(page: Page, labels: list[Verdict]) -> None:
    """Drops the lists that hang on a heading such as "Most popular"."""
    dropping = titles = False
    for i in range(max(0, page.run[0] - 1), page.run[1]):
        verdict, text = page.verdicts[i], page.lines[i].text
        if verdict is not None and verdict.rule in _LIST_HEADS:
            dropping, titles = True, _heads_titles(page, i)
        elif dropping and (_LIST_MARK.match(text) or (titles and verdict is None and is_title(text))):
            labels[i] = Verdict("furniture", "list-of-links")
        else:
            dropping = False


def _heads_titles(page: Page, i: int) -> bool:
    """Whether titles without list marks under a heading are links: any under "Related", two under others."""
    verdict = page.verdicts[i]
    if verdict is None or verdict.rule not in ("related-links", "related-link"):
        return False
    below = range(i + 1, min(i + 3, page.run[1]))
    two = [page.verdicts[j] is None and is_title(page.lines[j].text) for j in below]
    return verdict.rule == "related-links" or (len(two) == len(below) == 2 and all(two))


def _trailing_links(page: Page, labels: list[Verdict]) -> None:
    """Drops what stands under the last heading such as "Related" when no sentence follows."""
    for i in range(page.run[1] - 1, page.run[0] - 1, -1):
        verdict = page.verdicts[i]
        if verdict is None and is_prose(page.lines[i].text):
            return
        if verdict is not None and verdict.rule in ("related-links", "comment-form"):
            for j in range(i + 1, page.run[1]):
                if labels[j].label == "body" or (labels[j].label == "dateline"):
                    labels[j] = Verdict("furniture", "list-of-links")
            return


def _fields(page: Page, labels: list[Verdict]) -> None:
    """The values under a field name of the editing system: "Topics", "Post category", "Teaser"."""
    fields = {name.casefold(): kind for name, kind in lexicon.furniture.fields()}
    longest = max(map(len, fields)) + 2
    kind = ""
    for i, line in enumerate(page.lines):
        name = fields.get(line.text.casefold().rstrip(" :")) if len(line.text) <= longest else None
        if name is None and not kind:
            continue
        short = len(line.text) < _TAG_LENGTH and line.text.count(" ") < _TAG_WORDS and not is_prose(line.text)
        if name is not None and labels[i].label != "headline":
            kind, labels[i] = name, Verdict("furniture", "cms-label")
        elif kind == "teaser":
            if not short and labels[i].label in ("body", "furniture"):
                labels[i] = Verdict("teaser", "cms-teaser")
            kind = ""
        elif kind and short and labels[i].label not in ("copyright", "headline", "archived"):
            labels[i] = _field_value(kind, line.text)
            kind = "topic" if kind == "publisher" else kind
        else:
            kind = ""


def _field_value(kind: str, text: str) -> Verdict:
    """A publisher is believed under its own field; among editorial sections only when it is an acronym."""
    if kind == "section":
        return Verdict("section", "category-field")
    if kind == "publisher" and text.isupper() and text.isalpha():
        return Verdict("publisher", "publisher-field")
    return Verdict("topic", "tag-list")


def _repetitions(page: Page, labels: list[Verdict]) -> None:
    """Drops lines that the page prints again and again, and the headline's other copies."""
    if page.bare:
        return
    counts = Counter(line.text for line in page.lines)
    title = page.lines[page.headline].text if page.headline is not None else None
    body = [i for i in range(len(page.lines)) if labels[i].label == "body"]
    again = {page.lines[i].text for i in body if counts[page.lines[i].text] >= _AGAIN}
    if len(again) >= _MANY_AGAIN:
        again = set()
    for i in body:
        text = page.lines[i].text
        said = text[-1] != ":" and text.count(" ") < _MOST_REPEATED
        if text == title or (said and text in again) or _is_doubled(page, i):
            labels[i] = Verdict("furniture", "repeated-line")


def _is_doubled(page: Page, i: int) -> bool:
    """Whether a title is printed twice in a row: the picture's link and the words' link to another story."""
    text = page.lines[i].text
    if text.count(" ") < _TITLE_WORDS or is_prose(text):
        return False
    return any(
        line.text == text for j, line in enumerate(page.lines[max(0, i - 2) : i + 3], max(0, i - 2)) if j != i
    )


def _teaser(page: Page, labels: list[Verdict]) -> None:
    """The line between headline and byline that sums the article up."""
    if page.headline is None:
        return
    for i in _between(page):
        if labels[i].label in ("byline", "dateline"):
            return
        if page.verdicts[i] is None and is_prose(page.lines[i].text):
            below = [label.label for label in labels[i + 1 : i + 6]]
            if "byline" in below or "dateline" in below:
                labels[i] = Verdict("teaser", "standfirst")
            return


def _between(page: Page) -> Iterator[int]:
    top = -1 if page.headline is None else page.headline
    return iter(range(top + 1, min(top + 4, page.run[1])))


def _writer_note(page: Page, labels: list[Verdict]) -> None:
    """The note under an article that says who wrote it."""
    body = [i for i in range(page.run[0], page.run[1]) if labels[i].label == "body"]
    edges = [*body[:_NOTE_HEAD], *body[-_NOTE_REACH:]]
    jobs = lexicon.furniture.media_jobs()
    for i in edges:
        found = _WRITER_NOTE.match(page.lines[i].text)
        if found and not jobs.isdisjoint(found["job"].casefold().replace(",", " ").split()):
            labels[i] = Verdict("furniture", "writer-note")
