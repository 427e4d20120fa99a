"""Who publishes a web page: in fields, behind the headline in its title, in the copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefgen import lexicon
from briefgen.english.rights import holder
from briefgen.read.page_parts import BARS, Beside, is_longer, words_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 90
"""Characters of a name."""
_MOST_WORDS = 9
_PROSE_BLANKS, _BEGUN = 20, 2
"""Blanks in a paragraph of prose, and paragraphs after which labels are no longer at the head."""
_BOX = 600
_BOOK = re.compile(r"\bISBN\b|\b\d+ (?:pp|pages)\b|\b(?:hardback|hardcover|paperback)\b", re.IGNORECASE)
_CELLS = (
    "//dl/dt | //dl/div/dt | //tr/th | //tr/td[1] | //p/strong | //p/b | //li/strong | //li/b | //div/strong"
)
_COPYRIGHT = "//*[contains(text(), '©') or contains(text(), 'Copyright') or contains(text(), 'copyright')]"


def split_title(title: str, headline: str) -> tuple[str, str]:
    """Headline and name of the site in the title of a window: "Pact signed | Harbour Post".

    `headline` is what the page prints, or "". Where it is not in the title, the title stays as it is.
    """
    parts = [part.strip() for part in BARS.split(title) if part.strip()]
    folded = " ".join(headline.casefold().split())
    alone = len(parts) < 2 and ": " not in title
    if not folded or " ".join(title.casefold().split()) == folded or alone:
        return title, ""
    if " ".join(title.casefold().split()).startswith(folded):
        rest = BARS.split(" " + title[len(headline) :])
        names = [part.strip() for part in rest if part.strip()][::-1]
    elif " ".join(title.casefold().split()).endswith(folded):
        before = title[: -len(headline)].rstrip().removesuffix(":")
        names = [part.strip() for part in BARS.split(before + " ") if part.strip()]
    elif len(parts) > 1 and is_longer(headline, parts[0]):
        names = parts[:0:-1]
    else:
        return title, ""
    return headline, next((name for name in names if _may_be_site(name)), "")


def _may_be_site(name: str) -> bool:
    known = (_sections(), _menus(), _countries())
    return (
        not any(name.casefold() in names for names in known)
        and len(name) <= _LONGEST
        and name.count(" ") < _MOST_WORDS
        and name[:1].isalnum()
    )


@cache
def _sections() -> frozenset[str]:
    rows = (row for row in lexicon.furniture.lines() if row.label == "section")
    return frozenset(name.casefold() for row in rows for name in row.phrases)


@cache
def _menus() -> frozenset[str]:
    rows = (row for row in lexicon.furniture.lines() if row.label != "section")
    return frozenset(name.casefold() for row in rows for name in row.phrases)


@cache
def _countries() -> frozenset[str]:
    """States and regions, which sites name their sections after."""
    states = (row.name for row in lexicon.names.states())
    return frozenset(map(str.casefold, (*states, *(row.name for row in lexicon.names.regions()))))


@cache
def _labels() -> Mapping[str, str]:
    return {name: row.key for row in lexicon.pages.field_labels() for name in row.names}


def fields(page: HtmlElement, headline: HtmlElement | None) -> Mapping[str, str]:
    """Publisher and author in a list of terms, a table or a labelled line: "Issued by: Port Authority"."""
    beside = Beside(headline)
    found: dict[str, str] = {}
    for key, value in _items(page, beside):
        found.setdefault(key, value)
    return found


def _items(page: HtmlElement, beside: Beside) -> Iterator[tuple[str, str]]:
    for element in page.xpath("//*[@itemprop='publisher' or @itemprop='author']")[:40]:
        inner = element.xpath(".//*[@itemprop='name']")
        value = _content(inner[0]) if inner else _content(element)
        if value and len(value) <= _LONGEST and not value.startswith("http") and not beside(element):
            yield element.get("itemprop"), value
    late: frozenset[HtmlElement] | None = None
    for cell in page.xpath(_CELLS)[:300]:
        label = words_in(cell, _LONGEST)
        key = _labels().get(label.rstrip(" :").casefold())
        beneath = cell.getnext()
        strong = cell.tag in ("strong", "b")
        if (
            key is None
            or beside(cell)
            or (strong and not label.endswith(":") and not (cell.tail or "").strip().startswith(":"))
        ):
            continue
        if late is None:
            late = _below_text(page)
        if cell in late and (strong or _is_of_book(cell)):
            continue
        value = (
            (cell.tail or "").strip(" :\n\t")
            if strong
            else words_in(beneath, 2 * _LONGEST)
            if beneath is not None
            else ""
        )
        if 0 < len(value) <= _LONGEST and value.count(" ") < _MOST_WORDS:
            yield key, value


def _below_text(page: HtmlElement) -> frozenset[HtmlElement]:
    """Terms, cells and labels below the second paragraph of an article: in a review those of the book."""
    found: list[HtmlElement] = []
    paragraphs = 0
    for element in page.iter("p", "dt", "th", "td", "strong", "b"):
        if element.tag == "p" and words_in(element, 600).count(" ") > _PROSE_BLANKS:
            paragraphs += 1
        elif paragraphs >= _BEGUN:
            found.append(element)
    return frozenset(found)


def _is_of_book(cell: HtmlElement) -> bool:
    around = next(cell.iterancestors("dl", "table"), None)
    return around is not None and _BOOK.search(words_in(around, _BOX)) is not None


def _content(element: HtmlElement) -> str:
    return " ".join((element.get("content") or words_in(element, 2 * _LONGEST)).split())


def rights_holder(page: HtmlElement) -> str:
    """The name in the copyright line at the foot of the page, or ""."""
    for element in reversed(page.xpath(_COPYRIGHT)[-20:]):
        text = words_in(element, 4 * _LONGEST)
        named = holder(text) if len(text) <= 4 * _LONGEST and element.tag not in ("script", "style") else None
        name = text[named[0] : named[1]] if named else ""
        if name and _may_be_site(name) and name[0].isupper():
            return name
    return ""
