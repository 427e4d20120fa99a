"""Feeds (RSS 1 and 2, Atom): a document an item; and news agencies' XML (NITF, NewsML-G2 around it)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.read.draft import Reading, UnreadableError
from briefgen.read.markup import holds_markup, markup_text
from briefgen.read.markup_tree import refuse_crowded
from briefgen.read.records import Record, read_records

if TYPE_CHECKING:
    from lxml.etree import _Element

# Key of a record, and the names of elements that give it, without their namespaces, the best first.
_ITEM = (
    ("title", ("title", "headline")),
    ("content", ("encoded", "content", "body", "fulltext", "articleBody")),
    ("description", ("description", "summary", "abstract")),
    ("published", ("pubDate", "published", "issued", "date", "created")),
    ("updated", ("updated", "modified", "lastBuildDate")),
    ("publisher", ("source", "publisher")),
    ("author", ("creator", "author")),
    ("url", ("link", "guid", "id")),
    ("section", ("category", "subject")),
    ("language", ("language",)),
)
_NITF = (
    ("title", ("hl1", "headline", "title")),
    ("author", ("byline",)),
    ("publisher", ("doc.copyright", "distributor", "provider")),
)
_ITEMS = ("item", "entry")
_DOCUMENTS = ("newsItem", "NewsItem", "nitf")
"""What holds one text with its own headline and day in a message of several."""
_NAMED_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_BY = re.compile(r"^by\s+", re.I)
_TAGS = 400_000
"""Elements in one file; each takes some hundred bytes in memory."""
_LIMIT = "The XML has more than 256 elements inside each other, or more than 10 MB in one; it was not read."
"""What libxml2 bears; the rest it drops in silence."""
_NO_NEWS = "No article was found: this XML is no feed (RSS, Atom) and no news text (NITF)."


def read_feed(data: bytes, name: str) -> Reading:
    """One draft for each item that has text; for a news text the one."""
    if not data.strip():
        raise UnreadableError("file-empty", "The file holds no text.")
    if data.count(b"<") > _TAGS:
        raise UnreadableError("file-too-large", f"The file has more than {_TAGS} elements.")
    refuse_crowded(data.decode("latin-1"))
    root = _root(data)
    records = chain(_items(root), _nitf(root) if next(_inside(root, *_ITEMS), None) is None else ())
    first = next(records, None)
    if first is None:
        raise UnreadableError("records-unknown", _NO_NEWS)
    return read_records(chain([first], records), name)  # one at a time: the limit acts before all are built


def _root(data: bytes) -> _Element:
    """The root of the file; nothing is loaded from elsewhere, and no entity is resolved but HTML's names."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    root = etree.fromstring(_NAMED_ENTITY.sub(_numbered, data.lstrip()), parser)
    if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        raise UnreadableError("file-too-large", _LIMIT)
    if root is None:
        raise UnreadableError("file-damaged", "The file is no XML that can be read.")
    return root


def _numbered(found: re.Match[bytes]) -> bytes:
    sign = unescape(found[0].decode("ascii"))
    return f"&#{ord(sign)};".encode() if len(sign) == 1 else b""


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _inside(element: _Element, *names: str) -> Iterator[_Element]:
    return (one for one in element.iter() if _local(one) in names)


def _children(element: _Element) -> Mapping[str, list[_Element]]:
    found: dict[str, list[_Element]] = {}
    for child in element:
        found.setdefault(_local(child), []).append(child)
    return found


def _items(root: _Element) -> Iterator[Record]:
    """The items of a feed; what they do not say the channel says."""
    channel = root if _local(root) == "feed" else next(_inside(root, "channel"), None)
    about = _record(channel) if channel is not None else {}
    for number, item in enumerate(_inside(root, *_ITEMS), 1):
        record = _record(item)
        for key, source in (("publisher", "title"), ("language", "language")):
            record.setdefault(key, about.get(source, ""))
        yield number, record


def _record(item: _Element) -> dict[str, object]:
    children, found = _children(item), dict[str, object]()
    for key, names in _ITEM:
        there = [one for name in names for one in children.get(name, ())]
        value = next((words for one in there if (words := _value(key, one))), "")
        if value:
            found[key] = value
    return found


def _value(key: str, element: _Element) -> str:
    if key == "url":
        href = element.get("href") or element.text or ""
        return href.strip() if element.get("rel", "alternate") == "alternate" and "//" in href else ""
    inner = _children(element)
    if key in ("author", "publisher") and inner:
        return next((_words(one) for name in ("name", "title") for one in inner.get(name, ())), "")
    if key in ("content", "description") and len(element):
        return _markup(element)
    words = _words(element)
    return markup_text(words) if key == "title" and holds_markup(words) else words


def _words(element: _Element) -> str:
    return "".join(piece for piece in element.itertext() if isinstance(piece, str)).strip()


def _markup(element: _Element) -> str:
    """The markup in an element: paragraphs of XHTML, which are elements of the feed itself."""
    from lxml import etree

    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return f"<div>{element.text or ''}{''.join(inner)}</div>"


def _nitf(root: _Element) -> Iterator[Record]:
    """The texts of an agency's file."""
    about: dict[_Element, Mapping[str, str]] = {}
    for number, body in enumerate(_inside(root, "body.content", "inlineXML", "inlineData"), 1):
        if next(_inside(body, "body.content"), body) is not body:
            continue
        around = {_local(one): one for one in body.iterancestors()}
        home = next((around[name] for name in _DOCUMENTS if name in around), root)
        if home not in about:
            about[home] = _about(home)
        yield number, {"content": _markup(body) if len(body) else _words(body), **about[home]}


def _about(home: _Element) -> Mapping[str, str]:
    """Title, writer, publisher and day of an agency's document."""
    found: dict[str, str] = {}
    for key, names in _NITF:
        there = (_words(one) for name in names for one in _inside(home, name))
        found[key] = next((_BY.sub("", words) for words in there if words), "")
    days = (
        one.get("norm") or _words(one)
        for one in _inside(home, "date.issue", "contentCreated", "versionCreated")
    )
    found["published"] = next(days, "")
    return found
