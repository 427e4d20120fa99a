"""Days, derived anew: from the words that print them, and for those that are counted from the day they count
from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefgen.english.negation import denial
from briefgen.errors import Problem
from briefgen.model import DateMention, Document, DocumentDate, Sentence, Span, Status
from briefgen.paper.house_file import slots
from briefgen.paper.memo import House, Item, Memo, When
from briefgen.timex import (
    Order,
    Timex,
    Written,
    bounds,
    english,
    find,
    printed_dates,
    resolve,
    tokens,
)
from briefgen.timex.printing import WEEKDAYS
from briefgen.timex.tokens import TimeToken
from briefgen.verify.file_check import short
from briefgen.verify.grounds.record import Grounds, rows

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def days_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """The day of a row is that of a date in its passages, of its source, or of the words of its statement."""
    for item in rows(memo):
        if item.when is None:
            continue
        if wrong := _unlike(item.when, item, grounds):
            yield Problem(item.label or "a day", "date-wrong", wrong)
        for when in (item.when, item.last_word):
            if when and (what := _misprinted(when, item, grounds)):
                yield Problem(item.label or "a day", "date-wrong", what)


def _unlike(when: When, item: Item, grounds: Grounds) -> str:
    """What is wrong with the day of a row; "" when a source has it."""
    known = [*_mentions(item, grounds)]
    heads = (document.meta.published for document in grounds.documents(item.cites))
    days: set[tuple[str | None, Status]] = {(one.value, one.status) for one in heads}
    days |= {(one.value, one.status) for one in known}
    if (when.value, when.status) in days or (when.value is None and not _dated(when, known)):
        return ""
    return f"no passage of the row gives {when.value or 'an unknown day'} ({when.status})"


def _dated(when: When, known: list[DateMention]) -> bool:
    """Whether the words that a day was read from have one after all."""
    return any(one.span == when.printed and one.status != "undated" for one in known)


def _mentions(item: Item, grounds: Grounds) -> Iterator[DateMention]:
    """The dates of the passages of a row, and those of its statements."""
    yield from grounds.dates.within(item.cites)
    yield from (quote.dated for quote in item.quotes or grounds.quotes.within(item.cites) if quote.dated)


def _misprinted(when: When, item: Item, grounds: Grounds) -> str:
    """What is wrong with how a day is printed; "" when it is printed as it is known."""
    allowed = {english(one) for one in (when.value,) if one}
    printed = "".join(run.text for run in when.plain if isinstance(run, House))
    if when.value is None and when.plain and any(sign.isdigit() for sign in printed):
        return f"a day is printed that is not known: {short(printed)}"
    if when.value and when.plain and printed not in allowed and not item.name:
        return f"{when.value} is printed as {short(printed)}"
    return ""


def announcements_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """The chronology calls announced what lay ahead of the sources that tell it, and nothing else."""
    word = slots(grounds.style.template("announced"))[0][0]
    for section in memo.sections:
        for item in section.items if section.id == "chronology" else ():
            days = [one.meta.published for one in grounds.documents(item.cites)]
            if item.when is None or not days:
                continue
            first, last = item.when.first, item.when.last
            called = any(isinstance(run, House) and run.text == word for run in item.text)
            if called and last and all(day.latest and last < day.latest for day in days):
                yield Problem(item.label, "date-wrong", f"it was over when it was announced: {last}")
            ahead = first and all(day.day and first > day.day for day in days)
            if ahead and not called and not _denied(item, grounds):
                yield Problem(
                    item.label, "date-wrong", f"it lay ahead, and is told as if it had been: {first}"
                )


def _denied(item: Item, grounds: Grounds) -> bool:
    """Whether the passages of a row deny something, so that the row may announce nothing."""
    return any(denial(grounds.text(cite).lower()) for cite in item.cites)


def dates_derived(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every date that a row rests on comes out again when its words are read anew."""
    deriving = DatesReadAnew(grounds)
    seen: set[Span] = set()
    for item in rows(memo):
        for mention in _mentions(item, grounds) if item.when else ():
            used = item.when and mention.value == item.when.value and mention.span not in seen
            if used and not deriving.holds(mention):
                seen.add(mention.span)
                words = short(grounds.text(mention.span))
                yield Problem(item.label or "a day", "date-wrong", f"{words} does not give {mention.value}")


def heads_derived(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """The date of a document is in the words it was read from."""
    for entry in memo.sources:
        document = grounds.corpus.by_id.get(entry.source)
        if document is None:
            continue
        dated = document.meta.published
        if (entry.published.value, entry.published.status) != (dated.value, dated.status):
            yield Problem(
                entry.id, "date-wrong", f"{entry.file} is of {dated.value}, not {entry.published.value}"
            )
        elif dated.value and dated.evidence and not _reads(document, dated):
            words = short(document.text(dated.evidence))
            yield Problem(entry.id, "date-wrong", f"{words} does not give {dated.value}")


_ORDERS: tuple[Order | None, ...] = (None, "DMY", "MDY")


def _reads(document: Document, dated: DocumentDate) -> bool:
    """Whether the words of a date's evidence give it in one of the orders of numbers."""
    if dated.evidence is None or dated.value is None:
        return True
    words = document.text(dated.evidence)
    found = {one.value for order in _ORDERS for one in printed_dates(words, order)}
    if any(dated.value.startswith(value) or value.startswith(dated.value) for value in found):
        return True
    # What is not printed in full is completed from elsewhere; its numbers must be there.
    return _numbers_fit(words, dated.value)


class DatesReadAnew:
    """Reads dates anew, sentence by sentence."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self._read: dict[Span, tuple[Timex, ...]] = {}

    def holds(self, mention: DateMention) -> bool:
        """Whether the words of a date give its value: in their sentence, else counted from its anchor.

        What only the text before tells ("that month", "a week later" behind a date without a day) is
        compared by the numbers that it prints.
        """
        document = self.grounds.corpus.document(mention.span)
        sentence = document.sentence_at(mention.span)
        if sentence is None or mention.status in ("undated", "user"):
            return True
        if mention.value in _values(self._sentence(document, sentence), mention.span):
            return True
        for day in self._anchors(document, mention):
            for span in (sentence.span, mention.span):
                if mention.value in _values(read(document, span, Written(day, day, day)), mention.span):
                    return True
        words = document.text(mention.span)
        return not _names_day(words) and _numbers_fit(words, mention.value)

    def _sentence(self, document: Document, sentence: Sentence) -> tuple[Timex, ...]:
        if sentence.span not in self._read:
            self._read[sentence.span] = read(document, sentence.span, written(document.meta.published))
        return self._read[sentence.span]

    def _anchors(self, document: Document, mention: DateMention) -> Iterator[date]:
        """The days from which a date may be counted: first and last of the words that its anchor is."""
        if mention.anchor is None:
            return
        published = document.meta.published
        if published.evidence == mention.anchor and published.day:
            yield published.day
        for one in self.grounds.dates.within((mention.anchor,)):
            yield from (day for day in (one.earliest, one.latest) if day)


def read(document: Document, span: Span, known: Written) -> tuple[Timex, ...]:
    """The dates of a stretch of a document, read by itself."""
    found: tuple[TimeToken, ...] = tuple(tokens(document.source.text, span.start, span.end))
    return resolve(find(found), found, known)


def written(published: DocumentDate) -> Written:
    """When a document was written, as far as its date tells."""
    if published.value and published.day is None:
        return Written(None, *bounds(published.value))
    return Written(published.day, published.earliest, published.latest)


def _values(read_anew: tuple[Timex, ...], span: Span) -> set[str]:
    """The values of what stands at a place, two ends of a range also as one."""
    here = [one.value for one in read_anew if one.start < span.end and span.start < one.end]
    return {*here, "/".join(here)}


def _numbers_fit(words: str, value: str) -> bool:
    """Whether the numbers of words of three or more signs, and of days, are those of a value."""
    numbers = {number.lstrip("0") for number in re.findall(r"\d+", value)}
    printed = [number.lstrip("0") for number in re.findall(r"\d+", words)]
    return all(number in numbers for number in printed if number) or _DAY.search(value) is None


def _names_day(words: str) -> bool:
    """Whether words name a day of the week."""
    return any(weekday in words for weekday in WEEKDAYS)


CHECKS = (days_right, announcements_right, dates_derived, heads_derived)
