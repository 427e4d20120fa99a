"""What kind of text a document is, and the sign it was told by.

Signs, in order: speakers' labels before its paragraphs; "We, the leaders ..." at its head; a phrase in the
title, the section or a short line above the text; items under dates. A title that promises somebody's own
words ("Statement by ...") counts only when the text keeps the promise: it is in the first person, or tells
nothing that others said. Anything else is a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple, cast

from briefgen import lexicon
from briefgen.describe.page import DescribedPage
from briefgen.english.expressions import either
from briefgen.english.first_person import speaks
from briefgen.english.marks import quotations
from briefgen.english.questions import addresses, asks
from briefgen.english.speaker_labels import SpeakerLabel, labels
from briefgen.model import Block, DocumentGenre, Fact, Genre, Span

_WE_THE = re.compile(r"We,? the (?:undersigned|[A-Z]?[\w’'-]+(?: of)?)\b")
_WE_SEVERAL = re.compile(r"(?:\d+\.\s+)?We,? the (?:[\w’'-]+ ){0,4}?[\w’'-]+(?<=[^s]s)\b")
"""The same of a text that calls itself a statement: several speak in it ("We, the foreign ministers")."""
_ITEM = re.compile(
    r"(?:[•·▪*–—-]\s+)?(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},?\s)?(?:19|20)\d\d\s*[:–—-]\s"
)
"""A date and a colon or dash before an item of a timeline."""
_HEAD_LINES = 14
_HEAD_WORDS = 14
_OWN: frozenset[Genre] = frozenset({"speech", "joint-statement", "letter"})
"""Genres whose text is somebody's own words."""
_TOLD: frozenset[Genre] = frozenset({"fact-sheet", "analysis"})
_VOICES: frozenset[Genre] = frozenset({"transcript", "interview", "question-time"})
_FIRST = 3
"""Paragraphs in which a joint statement says whose it is."""
_FEWEST_ITEMS = 4
_ITEM_SHARE = 0.5
_FEWEST_ASKED, _ASKED_SHARE = 3, 0.25
"""Answered questions that make an interview, and their share of all paragraphs."""
_FEWEST_ANSWERS = 2
_TELLS = (" is ", ", ", " leads ", " runs ", " chairs ", " teaches ", " works ", " heads ")
"""How a note goes on that tells who a writer is."""
_FEWEST_FIRST, _NOTES = 2, 6
"""Paragraphs in the first person that make a column; lines at its end that may tell of its writer."""


def genre(page: DescribedPage, title: Fact | None, section: Fact | None) -> DocumentGenre:
    """The genre of a cleaned text; never fails, "report" without a sign."""
    found = next(_phrases(page, title, section), None)
    told = labels([page.text(page.blocks[i]) for i in page.citable()])
    if any(told):
        return _labelled(page, told, found)
    voice = _voice(page)
    if found is None or found.value not in _OWN - {"speech"}:
        opening = _we_the(page, _WE_SEVERAL if found and found.value == "speech" else _WE_THE)
        if opening is not None and voice.keeps:
            return DocumentGenre("joint-statement", "first-sentence", opening)
    if found is not None and found.value in _VOICES and found.value != "interview":
        found = DocumentGenre("speech", found.rule, found.evidence) if voice.first else None
    if found is not None and found.value in _OWN and not voice.keeps:
        found = None
    return found or _items(page) or _questions(page, voice) or _column(page, voice) or DocumentGenre()


def _labelled(
    page: DescribedPage, told: tuple[SpeakerLabel | None, ...], found: DocumentGenre | None
) -> DocumentGenre:
    """A text of turns: an interview where one answers, question time or else a transcript."""
    if found is not None and found.value in _VOICES:
        return found
    unnamed = all(one.end == one.start for one in told if one)
    if found is not None and found.value in _TOLD and unnamed:
        return found  # its headings are questions
    where = page.citable()
    first = next(i for i, one in zip(where, told, strict=True) if one)
    start = page.blocks[first].span.start
    label = next(one for one in told if one)
    evidence = page.source.span(start + label.start, start + max(label.end, label.start + 1))
    named = {
        _words(page, i, one) for i, one in zip(where, told, strict=True) if one and one.kind == "speaker"
    }
    asked = any(one.kind == "question" for one in told if one)
    remarks = found is not None and found.value == "speech"
    talk: Genre = "interview" if asked and len(named) < 2 and not remarks else "transcript"
    return DocumentGenre(talk, "labels", evidence)


def _words(page: DescribedPage, block: int, label: SpeakerLabel) -> str:
    return page.text(page.blocks[block])[label.start : label.end].casefold()


def _phrases(page: DescribedPage, title: Fact | None, section: Fact | None) -> Iterator[DocumentGenre]:
    """The genres that title, section and the lines above the text name, in the order of the list."""
    lines = list(_head_lines(page))
    for row in _rows():
        for fact in _places(row.place, title, section, lines):
            folded = " ".join(fact.value.casefold().split())
            if any(phrase in folded for phrase in row.phrases) and _fits(row, folded):
                yield DocumentGenre(row.genre, row.place, fact.span)


def _places(place: str, title: Fact | None, section: Fact | None, lines: list[Fact]) -> Iterator[Fact]:
    if place.startswith("title") and title:
        yield title
    elif place == "head":
        yield from lines
    elif place == "section":
        yield from ([section] if section else [])
        yield from lines


def _head_lines(page: DescribedPage) -> Iterator[Fact]:
    """Short lines above the first paragraph, and that paragraph's first words ("Dear ...")."""
    body = next((i for i in page.citable() if _long(page, page.blocks[i])), len(page.blocks))
    for block in page.blocks[max(0, body - _HEAD_LINES) : body + 1]:
        if block.label != "headline" and not _long(page, block):
            yield page.fact(block.span.start, block.span.end)


def _long(page: DescribedPage, block: Block) -> bool:
    return page.text(block).count(" ") >= _HEAD_WORDS


class _Row(NamedTuple):
    genre: Genre
    place: str
    phrases: tuple[str, ...]


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_Row(cast(Genre, row.genre), row.place, row.phrases) for row in lexicon.genres.phrases())


def _fits(row: _Row, folded: str) -> bool:
    """Whether a phrase of the row stands where it must in text in small letters."""
    pattern = _pattern(row.place, row.phrases)
    return bool(pattern.search(folded) if row.place == "title" else pattern.match(folded))


@cache
def _pattern(place: str, phrases: tuple[str, ...]) -> re.Pattern[str]:
    some = either(phrases)
    if place == "section":
        return re.compile(rf"(?:{some})\s*$")
    edge = "" if place == "title" else r"[\W_]*"
    return re.compile(rf"{edge}(?<!\w)(?:{some})(?!\w)")


class _Voice(NamedTuple):
    """How many paragraphs speak in the first person, and how many tell what others said."""

    first: int
    told: int

    @property
    def keeps(self) -> bool:
        """Whether the text is somebody's own words rather than a report of them."""
        return self.first > self.told or not self.told


def _voice(page: DescribedPage) -> _Voice:
    first = told = 0
    for i in page.citable():
        words = _unquoted(page, page.blocks[i])
        first += speaks(words)
        told += bool(_said().search(words))
    return _Voice(first, told)


def _unquoted(page: DescribedPage, block: Block) -> str:
    """The words of a block outside quotation marks."""
    text, at, kept = page.source.text, block.span.start, []
    for quotation in quotations(text, block.span.start, block.span.end):
        kept.append(text[at : quotation.outer_start])
        at = quotation.outer_end
    return " ".join((*kept, text[at : block.span.end]))


@cache
def _said() -> re.Pattern[str]:
    """A name or a noun and what was said: "Olde said", "the minister told", and no "was told"."""
    forms = either(lexicon.saying.finite_forms("say", "tell", "add"))
    return re.compile(rf" (?<=\w )(?<!\bwas )(?<!\bbeen )(?<!\bwere )(?:{forms})\b")


def _column(page: DescribedPage, voice: _Voice) -> DocumentGenre | None:
    """An article in the first person whose last lines tell who its writer is: "Anna Olde is a senator"."""
    written = {" ".join(page.text(block).split()[-2:]) for _, block in page.labelled("byline")}
    if voice.first < max(_FEWEST_FIRST, voice.told):
        return None
    for block in page.blocks[-_NOTES:]:
        text = page.text(block).lstrip("*_•· ")
        if any(" " in name and text.startswith(tuple(f"{name}{one}" for one in _TELLS)) for name in written):
            return DocumentGenre("opinion", "writer-note", block.span)
    return None


def _we_the(page: DescribedPage, opens: re.Pattern[str]) -> Span | None:
    """ "We, the leaders of ..." at the head of the text."""
    for i in page.citable()[:_FIRST]:
        block = page.blocks[i]
        if match := opens.match(page.text(block)):
            return page.source.span(block.span.start, block.span.start + match.end())
    return None


def _questions(page: DescribedPage, voice: _Voice) -> DocumentGenre | None:
    """An interview without labels: questions to "you", each with an answer in the first person."""
    where = page.citable()
    asked = [asks(page.text(page.blocks[i])) for i in where]
    answered = sum(one and not after for one, after in pairwise((*asked, True)))
    to_you = sum(one and addresses(page.text(page.blocks[i])) for i, one in zip(where, asked, strict=True))
    enough = answered >= max(_FEWEST_ASKED, _ASKED_SHARE * len(where))
    if not enough or 3 * to_you < answered or voice.first < _FEWEST_ANSWERS:
        return None
    first = page.blocks[where[asked.index(True)]]
    return DocumentGenre("interview", "questions", first.span)


def _items(page: DescribedPage) -> DocumentGenre | None:
    """A list whose items stand under dates."""
    found = [i for i in page.citable() if _ITEM.match(page.text(page.blocks[i]))]
    if len(found) < _FEWEST_ITEMS or len(found) < _ITEM_SHARE * len(page.citable()):
        return None
    first = page.blocks[found[0]]
    match = _ITEM.match(page.text(first))
    end = match.end() if match else 1
    return DocumentGenre("list", "items", page.source.span(first.span.start, first.span.start + end))
