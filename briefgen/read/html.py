"""Saved web pages: the main text by trafilatura, the head's own metadata."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.model import Omission
from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading, UnreadableError
from briefgen.read.export import looks_exported, parted
from briefgen.read.head import stated_in, title_of
from briefgen.read.limits import refuse_large
from briefgen.read.markup import BLOCKS, markup_text
from briefgen.read.markup_raised import settle_raised
from briefgen.read.markup_tree import refuse_endless
from briefgen.read.page_hidden import without_hidden
from briefgen.read.page_parts import headline_of
from briefgen.read.page_text import Article, article_of
from briefgen.read.page_tree import page_tree
from briefgen.read.quiet import quiet

LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "readability")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)
_NO_CHARSETS = ("utf-16", "utf-32", "utf-7", "unicode", "raw", "idna", "punycode")
"""Codecs that a page can not be in when its declaration could be read as ASCII."""
INLINE = re.compile(rb"data:[a-z0-9.+/-]{3,60};base64,[A-Za-z0-9+/=%\s]{200,}", re.I)
_NO_ARTICLE = "No article was found on the page; all its words were read, menus included."
_MUCH, _SHARE = 150, 0.15
"""Words of prose beside the article, and their share of it, from which they are told."""
_END = re.compile(r"</(?:html|body)\b", re.I)
_START = re.compile(r"<(?:html|body)\b", re.I)


def read_html(data: bytes, name: str) -> Reading:
    """One draft: the article's paragraphs, a line each; without an article all words of the page."""
    text, encoding, told = _decoded(_without_pictures(data), name)
    refuse_endless(text)
    problems = [*told, *_unfinished(text, name)]
    if looks_exported(text):
        words = markup_text(text)
        drafts, more = parted(Draft(words, encoding=encoding, places=numbered(words), clean=True), name)
        return drafts, (*problems, *more)
    with quiet(*LOGGERS):
        tree = page_tree(text)
        if tree is not None:
            settle_raised(tree, BLOCKS)
        headline = None if tree is None else headline_of(tree, title_of(tree))
        stated = {} if tree is None else stated_in(tree)
        hidden = 0 if tree is None else without_hidden(tree, headline)
        article = None if tree is None else article_of(tree, headline)
    if article is None:
        problems.append(Problem(name, "html-no-article", _NO_ARTICLE))
        draft = Draft(_all_words(text), encoding=encoding, stated=stated)
    else:
        omitted = (*_hidden(hidden), *_omitted(article))
        draft = Draft(article.text, encoding=encoding, stated=stated, clean=True,
                      places=numbered(article.text), omitted=omitted)  # fmt: skip
    drafts, more = parted(draft, name)
    return drafts, (*problems, *more)


def _all_words(text: str) -> str:
    body = markup_text(text)
    if not body:
        raise UnreadableError("file-empty", "The page holds no text.")
    return body


def _without_pictures(data: bytes) -> bytes:
    """The page without the pictures and fonts that are written into it, which count for no limit.

    Raises `UnreadableError` when what is left is too large."""
    data = INLINE.sub(b"data:,", data)
    refuse_large(len(data), "")
    return data


def _omitted(article: Article) -> tuple[Omission, ...]:
    """Prose beside the article, where it is much."""
    if article.outside < max(_MUCH, _SHARE * article.text.count(" ")):
        return ()
    return (Omission("outside-article", f"{article.outside} words"),)


def _hidden(words: int) -> tuple[Omission, ...]:
    return (Omission("hidden-text", f"{words} word{'s' * (words > 1)}"),) if words else ()


def numbered(text: str, offset: int = 0) -> tuple[tuple[int, str], ...]:
    """(offset, "paragraph 3") for each line of `text` that is not blank."""
    lines = (match.start() for match in re.finditer(r"^[^\n]*\S", text, re.M))
    return tuple((offset + start, f"paragraph {number}") for number, start in enumerate(lines, 1))


def _decoded(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    """By byte order mark, else by the page's own declaration, else like any text."""
    declared = None if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) else _declared(data)
    if declared and b"\0" not in data:
        try:
            return data.decode(declared), declared, ()
        except (UnicodeError, LookupError):
            pass
    return decode(data, name)


def _declared(data: bytes) -> str | None:
    """Python codec of the page's `charset`; browsers take Latin-1 for Windows-1252 (WHATWG Encoding)."""
    found = _CHARSET.search(data[:4096])
    try:
        codec = codecs.lookup(found[1].decode("ascii")) if found else None
    except LookupError:
        return None
    if codec is None or codec.name.startswith(_NO_CHARSETS):
        return None
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _unfinished(text: str, name: str) -> Iterator[Problem]:
    if _START.search(text) and not _END.search(text):
        message = "The page breaks off before its end; it was read as far as it goes."
        yield Problem(name, "file-truncated", message)
