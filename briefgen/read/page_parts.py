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
        self._known: dict[HtmlElement, bool] = {}

    def __call__(self, element: HtmlElement) -> bool:
        """Whether the element or one around it is a menu, a comment, another story or the like."""
        climbed: list[HtmlElement] = []
        beside = False
        for one in self._chain(element):
            if one in self._known or one in self._around:
                beside = self._known.get(one, False)
                break
            climbed.append(one)
            if self._is_beside(one):
                beside = True
                break
        self._known.update(dict.fromkeys(climbed, beside))
        return beside

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
def _beside_names() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(lexicon.pages.beside_article())}) ")
