"""Parts of a web page: its headline, and what stands beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefgen import lexicon
from briefgen.english.expressions import either
from briefgen.read.markup import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BARS = re.compile(r"\s*(?:\s[|·•»›~–—-]\s|\||::)\s*")
"""What parts a headline from the name of the site in the title of a window."""
_FEWEST_WORDS = 3
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BESIDE_TAGS = frozenset(
    {"aside", "nav", "footer", "form", "button", "select", "noscript", "script", "style"}
)
_HEADINGS = "//h1 | //h2 | //*[@itemprop='headline'] | //*[contains(@class, 'headline')]"
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LABEL = 60
_PARTS = frozenset({"articleBody", "author", "creator", "mainEntity", "mainEntityOfPage", "publisher"})
"""Fields of an article that hold fields of their own."""
_CLEAR = frozenset({"comments", "related", "trending"})
_UNCLEAR = frozenset({"more information", "more info"})
"""Which official pages have above their own fields."""
_LONGEST_HEADLINE = 400
"""Characters."""


def words_in(element: HtmlElement, most: int = 10_000) -> str:
    """The words of an element and what is in it, white space folded; not much more than `most` characters."""
    from lxml import etree

    found, size = [], 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        tail = (one.tail or "") if one is not element else ""
        piece = (one.text or "" if isinstance(one.tag, str) else "") if event == "start" else tail
        found.append(f" {piece} " if one.tag in BLOCKS else piece)
        size += len(piece)
        if size > most:
            break
    return " ".join("".join(found).split())


def names_of(element: HtmlElement) -> str:
    """The words of an element's class and id, and the names of its data attributes: " posted on "."""
    given = [element.get("class") or "", element.get("id") or "", element.get("data-testid") or ""]
    given += [name for name in element.attrib if name.startswith("data-")]
    return f" {' '.join(_WORD.findall(_CAMEL.sub(' ', ' '.join(given)).lower()))} "


def headline_of(page: HtmlElement, title: str) -> HtmlElement | None:
    """The heading whose words `title` holds, the longest; else one that begins as the title does and goes on;
    else the only `h1` of several words.

    The title of the window has the headline and the name of the site, in either order.
    """
    wanted = " ".join(title.casefold().split())
    short = BARS.split(title)[0].strip()
    best, longer, only = None, None, []
    for element in page.xpath(_HEADINGS)[:60]:
        text = words_in(element, _LONGEST_HEADLINE)
        if not text.count(" ") or len(text) > _LONGEST_HEADLINE:
            continue
        if text.casefold() in wanted and (best is None or len(text) > len(words_in(best))):
            best = element
        if longer is None and is_longer(text, short):
            longer = element
        if element.tag == "h1":
            only.append(element)
    if best is None:
        best = longer
    return best if best is not None else only[0] if len(only) == 1 else None


def is_longer(headline: str, short: str) -> bool:
    """Whether a printed headline is one that the title of the window has in short, from its beginning."""
    head, start = headline.casefold().split(), short.casefold().split()
    return (
        len(start) >= _FEWEST_WORDS and len(head) > len(start) and _bare(head[: len(start)]) == _bare(start)
    )


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(".,:;…?!") for word in words]


class Beside:
    """Tells which elements of a page stand beside its article: comments, other stories, menus."""

    def __init__(self, headline: HtmlElement | None) -> None:
        """What holds the headline is not beside the article, however it is called."""
        self._around = set() if headline is None else {headline, *headline.iterancestors()}
        self._headline = "" if headline is None else words_in(headline, _LONGEST_HEADLINE).casefold()
        self._known = dict.fromkeys(self._led(headline) if headline is not None else (), True)

    def __call__(self, element: HtmlElement) -> bool:
        """Whether the element or one around it is a menu, a comment, another story or the like."""
        climbed: list[HtmlElement] = []
        beside = False
        for one in self._chain(element):
            if one in self._known or one in self._around:
                beside = self._known.get(one, False)
                break
            climbed.append(one)
            if self._is_beside(one) or self._is_foreign(one):
                beside = True
                break
        self._known.update(dict.fromkeys(climbed, beside))
        return beside

    def _led(self, headline: HtmlElement) -> Iterator[HtmlElement]:
        """What stands under headings such as "Read next" and "Comments" below the headline."""
        below, led = False, set[object]()
        for one in headline.getroottree().getroot().iter(*_LEVELS):
            below = below or one is headline
            if not below or words_in(one, _LABEL).rstrip(" :…").casefold() not in _beside_headings():
                continue
            head = one
            while head.getparent() not in self._around and len(head.getparent()) == 1:
                head = head.getparent()
            for after in head.itersiblings():
                if after in led or after in self._around or (after.tag in _LEVELS and after.tag <= one.tag):
                    break
                led.add(after)
                yield after

    def _is_foreign(self, element: HtmlElement) -> bool:
        """Whether an element holds the fields (schema.org) of something else than what the headline names."""
        if element.get("itemscope") is None or not self._headline or element.get("itemprop") in _PARTS:
            return False
        names = element.xpath(".//*[@itemprop='headline' or @itemprop='name']")[:5]
        told = (one.get("content") or words_in(one, _LONGEST_HEADLINE) for one in names)
        return all(" ".join(words.split()).casefold() != self._headline for words in told)

    @staticmethod
    def _chain(element: HtmlElement) -> Iterator[HtmlElement]:
        yield element
        yield from element.iterancestors()

    @staticmethod
    def _is_beside(element: HtmlElement) -> bool:
        if element.tag in _BESIDE_TAGS:
            return True
        if element.tag in ("html", "body", "main", "article"):
            return False
        return _beside_names().search(names_of(element)) is not None


@cache
def _beside_headings() -> frozenset[str]:
    """The furniture's lines that lead to other stories or to comments; of single words the clear ones."""
    rows = (row for row in lexicon.furniture.lines() if row.rule in ("related-links", "comment-form"))
    lines = (line.casefold() for row in rows for line in row.phrases)
    return frozenset(line for line in lines if line in _CLEAR or " " in line) - _UNCLEAR


@cache
def _beside_names() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(lexicon.pages.beside_article())}) ")
