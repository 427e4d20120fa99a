"""What a web page states in JSON-LD (schema.org) of its article, its publisher and its days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefgen.read.fields import named

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
    r"(?:article|report|posting|review|release|legislation|publication|creativework|book|chapter|thesis)$",
    re.I,
)
_PAGE = re.compile(r"webpage$", re.I)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate")
_OPENERS, _CLOSERS = ("//", "<!--", "<![CDATA["), ("//", "-->", "]]>", ";")
"""What old pages wrap a script in, often one in another."""
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
    articles = [one for one in objects if _is(one, _ARTICLE)]
    found: dict[str, str] = {}
    for one in articles or [one for one in objects if _is(one, _PAGE) or _is(one, re.compile("^$"))]:
        for key, value in _stated(one, by_id):
            found.setdefault(key, value)
    if not _is_titled(articles):
        found.pop("title", None)
    return found


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
