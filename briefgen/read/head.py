"""Metadata of a web page, as its publisher states it: in the head, in JSON-LD, or printed on it.

Dates are taken from the page's own fields only: guessing libraries invent a first of January.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.read.language import language_tag
from briefgen.read.linked_data import linked_data
from briefgen.read.page_dates import printed_days
from briefgen.read.page_names import fields, rights_holder, split_title
from briefgen.read.page_parts import headline_of, words_in
from briefgen.read.stamp import iso_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Key, and the names of `meta` elements that give it, the best first.
_META = (
    ("title", ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title",
               "sailthru.title", "headline")),
    ("publisher", ("og:site_name", "citation_journal_title", "citation_technical_report_institution",
                   "dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher_name",
                   "publisher", "application-name")),
    ("author", ("author", "article:author_name", "parsely-author", "citation_author", "dc.creator",
                "dcterms.creator", "sailthru.author", "byl")),
    ("url", ("og:url",)),
    ("section", ("article:section", "parsely-section")),
    ("published",
     ("article:published_time", "og:article:published_time", "article:published", "article.published",
      "datepublished", "parsely-pub-date", "citation_publication_date", "citation_online_date",
      "citation_date", "dcterms.issued", "dcterms.available", "dcterms.date", "dcterms.created",
      "dc.date.issued", "dc.date", "dc.date.created", "og:pubdate", "article.created", "publishdate",
      "publish-date", "publish_date", "published-date", "published_date", "publication-date",
      "publication_date", "pub_date", "pubdate", "pdate", "sailthru.date", "release_date",
      "cxenseparse:recs:publishtime", "bt:pubdate", "date")),
    ("updated",
     ("article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
      "dc.date.modified", "last-modified", "lastmod")),
)  # fmt: skip
_DATES = frozenset({"published", "updated"})


def stated_in(page: HtmlElement) -> Mapping[str, str]:
    """Metadata by `META_KEYS`, only what the page states: in its head, else in JSON-LD, else printed."""
    meta = _meta_fields(page)
    stated = {key: next((meta[name] for name in names if name in meta), "") for key, names in _META}
    _fill(stated, linked_data(page))
    window = _window(page)
    headline = headline_of(page, stated["title"] or window)
    _fill(stated, printed_days(page, headline))
    _fill(stated, fields(page, headline))
    title, site = split_title(window, stated["title"] or (words_in(headline) if headline is not None else ""))
    _fill(stated, {"title": title, "publisher": site or rights_holder(page)})
    stated["url"] = stated["url"] or "".join(page.xpath("(//link[@rel='canonical'])[1]/@href"))
    stated["language"] = language_tag("".join(page.xpath("/html/@lang")))
    if stated["author"].startswith("http"):  # a link to a profile is not a name
        stated["author"] = ""
    return {
        key: iso_day(value) if key in _DATES else value.strip()
        for key, value in stated.items()
        if value.strip()
    }


def title_of(page: HtmlElement) -> str:
    """The title of a page as its head states it, with the name of the site where that is in it."""
    meta = _meta_fields(page)
    return next((meta[name] for name in _META[0][1] if name in meta), "") or _window(page)


def _window(page: HtmlElement) -> str:
    return " ".join("".join(page.xpath("(//head/title)[1]//text()")).split())


def _fill(stated: dict[str, str], more: Mapping[str, str]) -> None:
    """Adds what is not stated yet."""
    for key, value in more.items():
        stated[key] = stated.get(key, "") or value


def _meta_fields(page: HtmlElement) -> dict[str, str]:
    """`meta` elements by lower-case name, the first of each."""
    fields: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or _field_of(element)
        content = " ".join((element.get("content") or "").split())
        if name and content:
            fields.setdefault(name.strip().lower(), content)
    return fields


def _field_of(element: HtmlElement) -> str:
    """The field of schema.org that a `meta` element gives of the page, not of something within it."""
    scopes = (one for one in element.iterancestors() if one.tag not in ("html", "head", "body"))
    return "" if any(one.get("itemscope") is not None for one in scopes) else element.get("itemprop") or ""
