"""Days that a web page prints of itself: in `time` elements, fields, classes, labels, under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefgen import lexicon
from briefgen.english import date_label
from briefgen.english.expressions import either
from briefgen.read.page_parts import Beside, names_of, words_in
from briefgen.read.stamp import iso_day
from briefgen.timex import PrintedDate, every_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.]\d\d(?!\d)")
_INLINE = frozenset({"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time", "u", "label"})
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SHORT = 110
"""Characters of a line that tells the day of a page and little else."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Which are no label of what stands under them."""
_ISO_LENGTH = 10
_LABEL = 40
_BEFORE = 45
"""Characters of the cell or line before a day that may be its label."""
_PROSE_BLANKS = 20
"""Blanks in a paragraph with which the article has begun."""
_MOST_WORDS = 9
"""Words beside a day in a line under the headline."""
_WEAK = re.compile(r"(?:^|[^\w])(?:date|when|day)\W*$", re.IGNORECASE)
"""Labels of the day of an event as well as of a page."""
_LABELS = frozenset({"event", "location", "place", "speakers", "where"})
"""Words of `pages/event_words.txt` that prose has, too."""
_FROM_TO = re.compile(
    r"\d[:.]\d\d\s{0,2}(?:[ap]\.?m\.?)?\s{0,2}(?:-|–|to|until)\s{0,2}\d{1,2}[:.]\d\d", re.IGNORECASE
)
"""From one hour to another."""
_DATA = "//@*[starts-with(name(), 'data-') and (contains(name(), 'publish') or contains(name(), 'pubdate'))]"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FIELDS = (("published", ("datepublished", "datecreated")), ("updated", ("datemodified",)))
_NAMES = (("updated", ("modif", "updat")), ("published", ("publish", "posted", "entry-date", "dateline")))
"""What a `time` element's own names say of it."""
_MOST = 300
"""Places of a page with a year in them that are looked at."""


class _Day(NamedTuple):
    """A day with what speaks for it; the rung is lower the surer it is."""

    rung: int
    kind: str
    words: str
    """An ISO day, or the date as printed where day and month could change places."""


def printed_days(page: HtmlElement, headline: HtmlElement | None) -> Mapping[str, str]:
    """ "published" and "updated" as far as the page prints them."""
    beside = Beside(headline)
    days = [*_attributes(page, beside), *_days(page, headline, beside)]
    found: dict[str, str] = {}
    for day in sorted(days, key=lambda one: one.rung):  # of one rung the first on the page
        found.setdefault(day.kind, day.words)
    return found


def _days(page: HtmlElement, headline: HtmlElement | None, beside: Beside) -> Iterator[_Day]:
    plain: list[_Day] = []
    below, begun, seen = headline is None, False, 0
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        below = below or element is headline
        begun = begun or (below and element.tag == "p" and words_in(element, 600).count(" ") > _PROSE_BLANKS)
        if (field := _field(element)) and not beside(element):
            yield field
        elif element.tag == "time" and element.get("datetime"):
            if (day := _of_time(element, beside)) is not None:
                yield from [day] if day.rung == 1 else []
                plain += [day] if day.rung != 1 else []
        elif seen < _MOST and element.tag not in ("head", "meta", "title", "option"):
            for box, at in _boxes(element):
                seen += 1
                under = headline is not None and below and not begun
                yield from () if beside(box) else _of_text(box, at, under=under)
    yield from plain if len({day.words for day in plain}) == 1 else ()


def _attributes(page: HtmlElement, beside: Beside) -> Iterator[_Day]:
    """Days in data attributes that are named for it."""
    for value in page.xpath(_DATA)[:20]:
        stamp = iso_day(value)
        if _ISO.fullmatch(stamp) and not beside(value.getparent()):
            yield _Day(1, "published", stamp)


def _field(element: HtmlElement) -> _Day | None:
    """A field of schema.org in the page (`itemprop`, `property` of RDFa)."""
    name = (element.get("itemprop") or element.get("property") or "").rpartition(":")[2].lower()
    kind = next((kind for kind, names in _FIELDS if name in names), "")
    if not kind:
        return None
    words = element.get("content") or element.get("datetime") or words_in(element, _SHORT)
    return _Day(0, kind, iso_day(words)) if words.strip() else None


def _of_time(element: HtmlElement, beside: Beside) -> _Day | None:
    """The day of a `time` element that says what it is of; else of one in the article outside its
    paragraphs, beside its headline or the name of its writer."""
    if beside(element):
        return None
    stamp = iso_day(element.get("datetime"))
    names = " ".join(element.get(name) or "" for name in ("itemprop", "class")).lower()
    if _is_of_event(element):
        return None
    kind = next((kind for kind, words in _NAMES if any(word in names for word in words)), "")
    kind = "published" if element.get("pubdate") is not None else kind or date_label.kind(_lead(element))
    if kind:
        return _Day(1, kind, stamp) if kind != "other" else None
    if element.xpath("ancestor::p or ancestor::li or ancestor::table"):
        return None
    inside = element.xpath("ancestor::article or ancestor::main or ancestor::header")
    return _Day(2, "published", stamp) if inside else None


def _lead(element: HtmlElement) -> str:
    """The words right before an element: in its line, or the element before it."""
    before = element.getprevious()
    words = (before.tail if before is not None else (element.getparent().text or "")) or ""
    if (
        not words.strip()
        and before is not None
        and before.tag not in _HEADINGS
        and isinstance(before.tag, str)
    ):
        words = words_in(before, _BEFORE)
        words = words if len(words) <= _BEFORE and not _YEAR.search(words) else ""
    return " ".join(words.split())[-_LABEL:]


def _boxes(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """For words of an element itself with a year in them: the block that is their line, and its words."""
    for words, home in ((element.text, element), (element.tail, element.getparent())):
        if words and home is not None and len(words) <= 2 * _SHORT and _YEAR.search(words):
            if home.tag in ("script", "style", "title"):
                continue
            yield _line_of(home, " ".join(words.split()))


def _line_of(home: HtmlElement, words: str) -> tuple[HtmlElement, str]:
    """The element whose words are the line; the one around it, where a day is spread over several."""
    if any(len(one.value) == _ISO_LENGTH and "X" not in one.value for one in every_date(words)):
        return home, words
    box = home
    while box.tag in _INLINE and box.getparent() is not None:
        box = box.getparent()
    text = words_in(box, 2 * _SHORT)
    return (box, text) if len(text) <= _SHORT else (home, words)


def _of_text(box: HtmlElement, text: str, *, under: bool) -> Iterator[_Day]:
    """The days of a short line: labelled, in an element named for it, or under the headline."""
    named, before = _is_dated(box), 0
    event = _is_of_event(box) or _tells_event(box, text)
    for printed in every_date(text):
        lead = text[before : printed.start]
        if not before and not _LETTER.search(lead):
            lead = _lead(box)
        before = printed.end
        kind = date_label.kind(lead[-_LABEL:])
        weak = event and (not kind or _WEAK.search(lead))
        rung = None if weak else _rung(text, printed, kind, named=named, under=under)
        if "X" not in printed.value and rung is not None:
            yield _Day(rung, kind or "published", _words(text, printed))


def _is_of_event(box: HtmlElement) -> bool:
    """Whether an element is named for the day of an event or a term: "event-date", "closing-date"."""
    return _holds_event((box.get("class") or "").replace("_", " "), labels=True)


def _tells_event(box: HtmlElement, text: str) -> bool:
    """Whether the line of a day, or a field beside it, tells a place, a deadline, hours or a signature."""
    if _FROM_TO.search(text) or _holds_event(text):
        return True
    near = [one for one in (box.getprevious(), box.getnext()) if one is not None and isinstance(one.tag, str)]
    labels = (words_in(one, _LABEL)[:_LABEL].partition(":")[0] for one in near if _is_label(one))
    return any(_holds_event(label, labels=True) for label in labels)


def _is_label(element: HtmlElement) -> bool:
    return element.tag in ("dt", "th") or ":" in words_in(element, _LABEL)[:_LABEL]


def _holds_event(words: str, *, labels: bool = False) -> bool:
    """Whether a line tells an event; words that prose has, too, count where they are labels."""
    found = lexicon.pages.event_words().intersection(_WORD.findall(words.casefold()))
    return any(labels or word not in _LABELS or f"{word}:" in words.casefold() for word in found)


def _rung(text: str, printed: PrintedDate, kind: str, *, named: bool, under: bool) -> int | None:
    if kind == "other" or "©" in text:
        return None
    if kind or named:
        return 3 if named else 4
    rest = len(text[: printed.start].split()) + len(text[printed.end :].split())
    return 5 if under and rest <= _MOST_WORDS else None


def _words(text: str, printed: PrintedDate) -> str:
    return text[printed.start : printed.end] if printed.ambiguous else printed.value


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(lexicon.pages.date_classes())}) ")


def _is_dated(box: HtmlElement) -> bool:
    """Whether the element, or the one around it or in it, is named for the day of publication."""
    around = [box, *([box.getparent()] if box.getparent() is not None else []), *list(box)[:4]]
    return any(_classes().search(names_of(one)) for one in around if isinstance(one.tag, str))
