"""What a web page states in JSON-LD (schema.org) of its article, its publisher and its days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any

from briefgen.read.fields import named
from briefgen.read.page_parts import words_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KEYS = (
    ("published", ("datePublished", "dateCreated", "uploadDate")),
    ("updated", ("dateModified",)),
    ("title", ("headline", "name")),
    ("author", ("author", "creator")),
    ("publisher", ("publisher", "sourceOrganization", "provider")),
    ("section", ("articleSection",)),
)
_ARTICLE = re.compile(
    r"(?:article|report|posting|release|legislation|publication|book|chapter|thesis)$",
    re.I,
)
_PAGE = re.compile(r"webpage$", re.I)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate")
_OPENERS, _CLOSERS = ("//", "<!--", "<![CDATA["), ("//", "-->", "]]>", ";")
"""What old pages wrap a script in, often one in another."""
_WORD = re.compile(r"\w+")
_TITLE, _LONGEST = 15, 400
"""Characters of a title that a longer headline may begin with, and of the longest headline."""
_COMMA = re.compile(r",(?=[ \t\r\n]{0,200}[}\]])")
_FIELD = re.compile(r'"(datePublished|dateModified|headline)"\s*:\s*"([^"\\]{1,300})"')
_WRAPPED = 3
"""Marks of comments in one another that are taken off."""
_MOST = 400
"""Objects of a page that are looked at."""


def linked_data(page: HtmlElement) -> Mapping[str, str]:
    """`META_KEYS` that the page's objects state: those of an article go before those of the page."""
    objects = list(_objects(page))
    by_id = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and len(one) > 1}
    articles = _own(page, [one for one in objects if _is(one, _ARTICLE)])
    found: dict[str, str] = {}
    for one in articles or [one for one in objects if _is(one, _PAGE) or _is(one, re.compile("^$"))]:
        for key, value in _stated(one, by_id):
            found.setdefault(key, value)
    if not _is_titled(articles):
        found.pop("title", None)
    return found


def _own(page: HtmlElement, articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles that are the page: by its headline or its address, or as what it is about.

    One that is alone need not show it, unless its headline and its address are both others.
    """
    titles = [_folded(words) for words in _titles(page)]
    address = _address("".join(page.xpath("(//link[@rel='canonical'])[1]/@href")))
    own = [one for one in articles if _is_own(one, titles, address)]
    alone = len(articles) == 1 and not (_folded(_headline(articles[0])) and address and _url(articles[0]))
    return articles if alone else own


def _is_own(one: dict[str, Any], titles: list[str], address: str) -> bool:
    headline, url = _folded(_headline(one)), _url(one)
    if headline and any(headline in title or (len(title) > _TITLE and title in headline) for title in titles):
        return True
    return url == address if address and url else not address and "mainEntityOfPage" in one


def _titles(page: HtmlElement) -> Iterator[str]:
    yield "".join(page.xpath("(//head/title)[1]//text()"))
    yield "".join(page.xpath("(//meta[@property='og:title'])[1]/@content"))
    yield from (words_in(one, _LONGEST) for one in page.xpath("//h1")[:10])


def _headline(one: dict[str, Any]) -> str:
    return next((value for key in ("headline", "name") if isinstance(value := one.get(key), str)), "")


def _url(one: dict[str, Any]) -> str:
    """The address that an object gives for its page."""
    about = one.get("mainEntityOfPage")
    inner = (about.get("@id") or about.get("url")) if isinstance(about, dict) else about
    return next((_address(value) for value in (inner, one.get("url")) if isinstance(value, str)), "")


def _address(url: str) -> str:
    """An address without scheme, query and mark, to compare; "" for one within a page."""
    return re.split("[?#]", url.partition("//")[2].casefold())[0].removeprefix("www.").rstrip("/")


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(unescape(words).casefold()))


def _is_titled(articles: list[dict[str, Any]]) -> bool:
    return any("headline" in one or "name" in one for one in articles)


def _is(one: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    types = one.get("@type", "")
    return any(kind.search(str(name)) for name in (types if isinstance(types, list) else [types]))


def _stated(one: Mapping[str, Any], by_id: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, names in _KEYS:
        value = next((words for name in names if (words := named(_resolved(one.get(name), by_id)))), "")
        if value:
            yield key, value


def _resolved(value: object, by_id: Mapping[str, Any]) -> object:
    """The object that a reference by "@id" is to; others as they are."""
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value[:20]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], "")
    return value


def _objects(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of all scripts, outermost first."""
    seen = 0
    for script in page.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        waiting = [_loaded(script.text or "")]
        for item in waiting:
            seen += 1
            if seen > _MOST:
                return
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                yield item
                waiting += [value for key, value in item.items() if key in _INSIDE]


def _loaded(text: str) -> object:
    """The value of a script; of a broken one the fields that stand in it word for word."""
    text = _bare(text.strip())
    for attempt in (text, _COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    found: dict[str, object] = {}
    for key, value in _FIELD.findall(text):
        found.setdefault(key, value)
    return {"@type": "Article", **found} if found else None


def _bare(text: str) -> str:
    """A script without the marks of a comment around it."""
    for _ in range(_WRAPPED):
        for opener in _OPENERS:
            text = text.removeprefix(opener).lstrip()
        for closer in _CLOSERS:
            text = text.removesuffix(closer).rstrip()
    return text
