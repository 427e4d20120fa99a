"""The field names under which news services hand out articles, for JSON and CSV alike.

Names are compared without case, blanks and punctuation: `publishedAt`, `published_at` and
"Published at" are one. A missing name is added to the table below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.read.language import language_tag
from briefgen.read.stamp import iso_day

_FIELDS = (
    # key, then the names that give it, the best first
    ("text", "full_text", "maintext", "article_text", "article_body", "body_text", "body", "content",
     "text", "story", "paragraphs"),
    ("teaser", "description", "teaser", "summary", "abstract", "standfirst", "trail_text",
     "lead_paragraph", "lead", "snippet", "excerpt"),
    ("title", "title", "headline", "web_title", "article_title", "heading"),
    ("published", "published_at", "published", "date_published", "publication_date", "pub_date",
     "date_publish", "publish_date", "published_date", "published_time", "published_on",
     "web_publication_date", "date_time_pub", "date_time", "seendate", "issued", "date"),
    ("updated", "updated_at", "updated", "date_modified", "date_modify", "modified", "modified_time",
     "modified_at", "last_modified", "lastmod", "last_updated"),
    ("publisher", "publisher", "source_name", "source_hostname", "site_name", "sitename", "site",
     "publication", "outlet", "newspaper", "organisation", "organization", "source", "source_domain",
     "domain", "hostname"),
    ("author", "author", "authors", "byline", "creator"),
    ("url", "url", "source_url", "link", "web_url", "article_url", "canonical_url", "canonical",
     "original_url", "permalink", "source"),
    ("language", "language", "lang"),
    ("section", "section", "section_name", "category"),
)  # fmt: skip
_INNER = frozenset({"fields", "article", "attributes"})
"""Objects inside a record whose fields count as its own (The Guardian's API, JSON:API)."""
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAMES = ("name", "title", "main", "original", "displayname", "uri")


def _plain(key: str) -> str:
    return "".join(letter for letter in key.casefold() if letter.isalnum())


_BY_KEY = tuple((key, tuple(_plain(name) for name in names)) for key, *names in _FIELDS)


def fields_of(record: Mapping[str, object]) -> dict[str, str]:
    """ "text", "teaser" and `META_KEYS` of one article, as far as it has them."""
    inner = [value for key, value in record.items() if key in _INNER and isinstance(value, dict)]
    plain: dict[str, str] = {}
    for level in (record, *inner):
        for key, value in level.items():
            words = _lines(value) if _plain(str(key)) == "paragraphs" else named(value)
            if words:
                plain.setdefault(_plain(str(key)), words)
    found = {
        key: next((plain[name] for name in names if name in plain and _fits(key, name, plain[name])), "")
        for key, names in _BY_KEY
    }
    return {key: words for key, words in found.items() if words}


def stated_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Those of `fields_of` that tell of the article, days in ISO and the language by its code."""
    stated = {key: words for key, words in fields.items() if key not in ("text", "teaser")}
    stated |= {key: iso_day(stated[key]) for key in ("published", "updated") if key in stated}
    stated |= {key: language_tag(stated[key]) for key in ("language",) if key in stated}
    return stated


def _fits(key: str, name: str, words: str) -> bool:
    """Whether a value can be what its field is for: a link is nobody's name, and a "source" may be either."""
    if key in ("publisher", "author"):
        return not _LINK.fullmatch(words.strip())
    if key == "url":
        return not words.startswith("/") and (name != "source" or _LINK.fullmatch(words.strip()) is not None)
    return True


def known_names(key: str) -> str:
    """The field names understood for `key`, for messages."""
    return next(", ".join(names) for first, *names in _FIELDS if first == key)


def named(value: object) -> str:
    """A value as words: a text, a number, an object's name, or a list of those."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(words for words in map(_object_name, value) if words)
    return _object_name(value)


def _object_name(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    plain = {_plain(str(key)): words for key, words in value.items() if isinstance(words, str)}
    return next((plain[name].strip() for name in _NAMES if plain.get(name)), "")


def _lines(value: object) -> str:
    items = value if isinstance(value, list) else [value]
    return "\n".join(item for item in items if isinstance(item, str))


def is_known(name: str) -> bool:
    """Whether a name is that of a field that tells of an article, as "Date" and "Publisher:" are."""
    plain = _plain(name)
    return any(plain in names for key, names in _BY_KEY if key not in ("text", "teaser"))
