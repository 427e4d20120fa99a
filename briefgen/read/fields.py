"""The field names under which news services hand out articles, for JSON and CSV alike.

Names are compared without case, blanks and punctuation: `publishedAt`, `published_at` and
"Published at" are one. A missing name is added to the table below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from briefgen.read.language import language_tag
from briefgen.read.stamp import iso_day

_FIELDS = (
    # key, then the names that give it, the best first
    ("text", "full_text", "maintext", "article_text", "article_body", "body_text", "story_text", "body",
     "body_html", "content_text", "content_html", "content", "text", "raw_text", "story", "paragraphs",
     "inhalt", "volltext", "texte", "contenu", "texto", "contenido", "conteúdo", "testo", "contenuto"),
    ("teaser", "description", "teaser", "summary", "abstract", "standfirst", "trail_text",
     "lead_paragraph", "lead", "snippet", "excerpt", "chapeau", "resumen"),
    ("title", "title", "headline", "web_title", "article_title", "heading", "titel", "überschrift", "titre",
     "título", "titular", "titolo", "name"),
    ("published", "published_at", "published", "date_published", "publication_date",
     "publication_datetime", "pub_date", "date_publish", "publish_date", "published_date",
     "published_time", "published_on", "web_publication_date", "date_time_pub", "date_time", "seendate",
     "issued", "date", "datum", "erscheinungsdatum", "date_de_publication", "fecha", "data", "created_at"),
    ("updated", "updated_at", "updated", "date_modified", "date_modify", "modified", "modified_time",
     "modified_at", "last_modified", "lastmod", "last_updated"),
    ("publisher", "publisher", "source_name", "source_hostname", "media_name", "name_source", "provider",
     "site_name", "sitename", "site", "publication", "outlet", "newspaper", "organisation",
     "organization", "source", "quelle", "medium", "fuente", "medio", "fonte", "journal",
     "source_domain", "domain", "hostname", "site_full", "clean_url", "source_id"),
    ("author", "author", "authors", "byline", "creator", "autor", "auteur", "autore", "account", "user"),
    ("url", "url", "source_url", "link", "web_url", "article_url", "canonical_url", "canonical",
     "original_url", "permalink", "links", "source"),
    ("language", "language", "lang", "language_code", "sprache", "langue", "idioma", "lingua"),
    ("section", "section", "section_name", "category", "ressort", "rubrique", "sección", "sezione"),
)  # fmt: skip
_INNER = frozenset({"fields", "article", "attributes", "thread", "document", "object", "item"})
"""Objects inside a record whose fields count as its own (The Guardian's API, JSON:API, ActivityPub)."""
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAMES = ("name", "title", "main", "original", "displayname", "permalink", "uri", "acct", "text")
_SHOWN = 12
"""Field names in a message."""
_BY = re.compile(r"by\s+(?=[A-Z])", re.IGNORECASE)
_DEEPEST = 6
"""Lists in lists in which a service sets the paragraphs of a text."""


def plain_key(key: str) -> str:
    """A field's name as it is compared."""
    return "".join(letter for letter in key.casefold() if letter.isalnum())


_TEXT_NAMES = frozenset(plain_key(name) for name in (*_FIELDS[0][1:], *_FIELDS[1][1:]))
_TEASERS = tuple(plain_key(name) for name in _FIELDS[1][1:])
_BY_KEY = tuple((key, tuple(plain_key(name) for name in names)) for key, *names in _FIELDS)


def fields_of(record: Mapping[str, object]) -> dict[str, str]:
    """ "text", "teaser" and `META_KEYS` of one article, as far as it has them."""
    inner = [v for key, v in record.items() if isinstance(v, dict) and plain_key(str(key)) in _INNER]
    plain: dict[str, str] = {}
    for level in (record, *inner):
        for key, value in level.items():
            name = plain_key(str(key))
            words = "\n".join(_paragraphs(value)) if name in _TEXT_NAMES else named(value)
            if words.strip() and not _is_nothing(words):
                plain.setdefault(name, words)
    found = {
        key: next((plain[name] for name in names if name in plain and _fits(key, name, plain[name])), "")
        for key, names in _BY_KEY
    }
    found["teaser"] = max((plain[name] for name in _TEASERS if name in plain), key=len, default="")
    return {key: words for key, words in found.items() if words}


def _is_nothing(words: str) -> bool:
    """Whether a program printed that there is no value; "Nan" may be a person."""
    return len(words) <= _NOTHING_WIDE and words.strip().casefold() in _NOTHING and words.strip() != "Nan"


_NOTHING = frozenset(
    {"nan", "none", "null", "nil", "n/a", "#n/a", "<na>", "nat", "undefined", "inf", "-inf", "+inf",
     "infinity", "-infinity"}
)  # fmt: skip
"""How Python, R, spreadsheets and databases print a missing value or a number that is none."""
_NOTHING_WIDE = 20
"""Characters of such a cell with its blanks; a long text is not folded for it."""


def stated_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Those of `fields_of` that tell of the article, days in ISO and the language by its code."""
    stated = {key: _printed(words) for key, words in fields.items() if key not in ("text", "teaser")}
    stated |= {key: _BY.sub("", stated[key], count=1) for key in ("author",) if key in stated}
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
    """The first field names understood for `key`, for messages."""
    return next(", ".join(names[:_SHOWN]) for first, *names in _FIELDS if first == key)


def named(value: object) -> str:
    """A value as words: a text, a number, an object's name, or a list of those without what says nothing."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(words for words in map(_object_name, value) if words and not _is_nothing(words))
    return _object_name(value)


def _object_name(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    plain = {plain_key(str(key)): words for key, words in value.items() if isinstance(words, str)}
    inner = next((words for key, words in value.items() if key == "main" and isinstance(words, dict)), {})
    found = next((plain[name].strip() for name in _NAMES if plain.get(name)), "") or _object_name(inner or "")
    rendered = plain.get("rendered", "")
    return found or (unescape(rendered) if "<" not in rendered else "")


def _printed(words: str) -> str:
    """A value without the escapes of HTML, in which some services write names and titles."""
    return unescape(words) if "&" in words and not _LINK.match(words) else words


def _paragraphs(value: object, depth: int = 0) -> Iterator[str]:
    """The paragraphs of a text that is one string, a list of them, or a list of objects that hold them."""
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _paragraphs(item, depth + 1)
    elif isinstance(value, dict):
        plain = {plain_key(str(key)): inner for key, inner in value.items()}
        found = next((plain[name] for name in _IN_PARAGRAPHS if plain.get(name)), None)
        if found is not None and depth < _DEEPEST:
            yield from _paragraphs(found, depth + 1)
    elif isinstance(value, str):
        yield value


_IN_PARAGRAPHS = ("text", "content", "value", "html", "body", "rendered", "paragraphs", "main")
"""Keys of an object that stands for a paragraph or a text (WordPress: {"rendered": ...})."""


def is_known(name: str) -> bool:
    """Whether a name is that of a field that tells of an article, as "Date" and "Publisher:" are."""
    plain = plain_key(name)
    return any(plain in names for key, names in _BY_KEY if key not in ("text", "teaser"))
