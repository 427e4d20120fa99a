"""Metadata in the head of a web page, as its publisher states it.

Dates are taken from the page's own fields only: guessing libraries invent a first of January.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.read.fields import named
from briefgen.read.language import language_tag
from briefgen.read.stamp import iso_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Key, and the names of `meta` elements that give it, the best first.
_META = (
    ("title", ("og:title", "citation_title", "dc.title", "twitter:title")),
    ("publisher", ("og:site_name", "citation_journal_title", "dc.publisher", "application-name")),
    ("author", ("author", "article:author_name", "parsely-author", "citation_author", "dc.creator", "byl")),
    ("url", ("og:url",)),
    ("section", ("article:section", "parsely-section")),
    ("published",
     ("article:published_time", "og:article:published_time", "article:published", "article.published",
      "datepublished", "parsely-pub-date", "citation_date", "citation_publication_date",
      "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date", "publishdate",
      "publish-date", "publish_date", "published-date", "pubdate", "publication_date", "sailthru.date",
      "date")),
    ("updated",
     ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")),
)  # fmt: skip
_TIMES = (("updated", ("modif", "updat")), ("published", ("publish", "posted", "entry-date", "dateline")))
"""What a `time` element's own names say of it."""
_DATES = frozenset({"published", "updated"})
_LINKED = (
    ("published", "datePublished"),
    ("updated", "dateModified"),
    ("title", "headline"),
    ("author", "author"),
    ("publisher", "publisher"),
)


def stated_in(page: HtmlElement) -> Mapping[str, str]:
    """Metadata by `META_KEYS`, only what the page states."""
    fields = _meta_fields(page)
    stated = {key: next((fields[name] for name in names if name in fields), "") for key, names in _META}
    linked = list(_linked_data(page))
    for key, name in _LINKED:
        stated[key] = stated[key] or next((item[name] for item in linked if name in item), "")
    stated["title"] = stated["title"] or " ".join("".join(page.xpath("(//head/title)[1]//text()")).split())
    stated["url"] = stated["url"] or "".join(page.xpath("(//link[@rel='canonical'])[1]/@href"))
    stated["language"] = language_tag("".join(page.xpath("/html/@lang")))
    for key, value in _times(page).items():
        stated[key] = stated[key] or value
    if stated["author"].startswith("http"):  # a link to a profile is not a name
        stated["author"] = ""
    return {
        key: iso_day(value) if key in _DATES else value.strip()
        for key, value in stated.items()
        if value.strip()
    }


def _times(page: HtmlElement) -> Mapping[str, str]:
    """The days of `time` elements that say what they are of (`pubdate`, `itemprop`, `class`), else the one
    day of those in the article outside its paragraphs: beside its headline or the name of its writer."""
    found: dict[str, str] = {}
    plain: list[str] = []
    for element in page.xpath("//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]"):
        stamp = element.get("datetime").strip()
        names = " ".join(element.get(name) or "" for name in ("itemprop", "class")).lower()
        key = next((key for key, words in _TIMES if any(word in names for word in words)), "")
        if element.get("pubdate") is not None:
            key = "published"
        if key:
            found.setdefault(key, stamp)
        elif not element.xpath("ancestor::p or ancestor::li or ancestor::table"):
            plain += (
                [stamp] if element.xpath("ancestor::article or ancestor::main or ancestor::header") else []
            )
    if "published" not in found and len({iso_day(stamp) for stamp in plain}) == 1:
        found["published"] = plain[0]
    return found


def _meta_fields(page: HtmlElement) -> dict[str, str]:
    """`meta` elements by lower-case name, the first of each."""
    fields: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            fields.setdefault(name.strip().lower(), content)
    return fields


def _linked_data(page: HtmlElement) -> Iterator[dict[str, str]]:
    """Text fields of the objects in the page's JSON-LD (schema.org), outermost first."""
    for script in page.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for item in waiting:
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                yield {key: named(value) for key, value in item.items() if named(value)}
                waiting += [value for key, value in item.items() if key in ("@graph", "mainEntity")]
