"""The block of named fields in which an archive prints what an article is: "Title: ...", "HD  ...".

What the block states becomes the article's metadata; the block before the text is its front matter, and one
behind the text is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.read.language import language_tag

_FIELD = re.compile(
    r"^[ \t]*(?:(?:[-*] )?[*_]{0,2}(?P<name>[A-Za-z][A-Za-z -]{1,30}?)[*_]{0,2}[ \t]*:[*_]{0,2}(?!//)"
    r"|(?P<code>[A-Z]{2,3})(?=[ \t]|\r?$))"
    r"[ \t]*(?P<value>[^\r\n]*)",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\r\n]+")
_WRAPPED_WORDS, _LISTED_WORDS = 40, 60
"""Words that may stand between two fields of a block: the rest of a value, or a list of subjects."""
_MOST = 200_000
"""Fields of one file that are looked at; an export of 20 MB has half as many."""
_ABOVE = 400
"""Characters above a block in which the headline stands that it does not name."""
_ABSTRACT_WORDS = 400
_BLANKS = 4
_GAP = re.compile(r"\s*?\r?\n[ \t]*\r?\n")
_SENTENCE = re.compile(r"[.!?][”’\"')]{0,2}\s*$")
_BODY_WORDS = 8
_KEYS = ("title", "publisher", "published", "author", "url", "language", "section")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_OUTLET_END = re.compile(r"\s*(?:[;\[(|]|\.\s|\.$|,?\s*$).*", re.DOTALL)
_LONGEST_VALUE = 300


class NamedField(NamedTuple):
    """One field of a block."""

    kind: str
    start: int
    """Where its name begins."""
    value_start: int
    value_end: int


@dataclass(frozen=True)
class FieldBlock:
    """Fields one under the other."""

    fields: tuple[NamedField, ...]
    end: int
    """Behind the last value, or where the text begins that the last field names."""

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.fields[0].start

    @property
    def kinds(self) -> frozenset[str]:
        """What the values are."""
        return frozenset(one.kind for one in self.fields)


@dataclass(frozen=True)
class StatedHead:
    """What the fields of an article state, and where its own words begin and end."""

    front: int = 0
    end: int = 0
    stated: Mapping[str, str] = field(default_factory=dict)
    stated_at: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({row.name: row.kind for row in lexicon.pages.export_fields()})


def blocks(text: str, fewest: int = 2) -> list[FieldBlock]:
    """All blocks of so many and more fields, in order."""
    found: list[FieldBlock] = []
    group: list[NamedField] = []
    for one in islice(_fields(text), _MOST):
        if group and (group[-1].kind == "text" or not _follows(text, group[-1], one)):
            _close(text, group, found)
            group = []
        group.append(one)
    _close(text, group, found)
    return [block for block in found if len(block.fields) >= fewest]


def _close(text: str, group: list[NamedField], found: list[FieldBlock]) -> None:
    if not group:
        return
    last = group[-1]
    end = last.value_start if last.kind == "text" else last.value_end
    if last.kind != "text" and not text[last.value_start : last.value_end].strip():
        following = _LINE.search(text, last.value_end)  # a value on a line of its own
        end = following.end() if following and len(following[0].split()) <= _BODY_WORDS else end
    found.append(FieldBlock(tuple(group), end))


def _fields(text: str) -> Iterator[NamedField]:
    for match in _FIELD.finditer(text):
        name = match["name"] or match["code"]
        kind = _names().get(name.casefold().strip(), "")
        if not kind or (match["code"] and len(name) > 3):
            continue
        yield NamedField(kind, match.start() + match[0].index(name), *match.span("value"))


def _follows(text: str, one: NamedField, other: NamedField) -> bool:
    """Whether nothing but the rest of a value stands between two fields."""
    between = text[one.value_end : other.start]
    words = len(between.split())
    if not words:
        return between.count("\n") <= _BLANKS
    if any(_is_sentence(line) for line in between.splitlines()):
        return False
    empty = not text[one.value_start : one.value_end].strip()
    if empty or one.kind == "other":
        return words <= _LISTED_WORDS
    return words <= _WRAPPED_WORDS and not _GAP.match(between)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _BODY_WORDS and bool(_SENTENCE.search(line))


def is_article(block: FieldBlock, text: str) -> bool:
    """Whether a block says what an article is: its title, where it stood and when."""
    kinds = block.kinds
    if "title" not in kinds or not kinds & {"publisher", "imprint"}:
        return False
    return bool(kinds & {"published", "imprint"}) or any(
        one.kind == "publisher" and _date_in(value_of_field(text, one)) for one in block.fields
    )


def stated_head(text: str) -> StatedHead | None:
    """What the fields of one article state; None when no block of them opens it."""
    found = blocks(text)
    head = next((one for one in found if _opens(one, text)), None)
    if head is None:
        return None
    front = _front(text, head)
    tail = _tail(text, [one for one in blocks(text, 1) if one.start >= front])
    end = tail[0].start if tail else len(text)
    if len(text[front:end].split()) < _BODY_WORDS:
        return None
    stated, at = _stated(text, [head, *tail])
    if "title" not in stated:
        title = _above(text, head.start)
        if title is None:
            return None
        stated["title"], at["title"] = " ".join(text[slice(*title)].split()), title
    return StatedHead(front, end, stated, {key: place for key, place in at.items() if place[1] <= front})


def _front(text: str, head: FieldBlock) -> int:
    """Where the words of an article begin: behind the block, or where a field further down names them.

    Between the two stand links and an abstract, which repeats the text.
    """
    if "text" in head.kinds:
        return head.end
    named = (one for one in _fields(text) if one.kind == "text" and one.start >= head.end)
    first = next(named, None)
    if first is None or len(text[head.end : first.start].split()) > _ABSTRACT_WORDS:
        return head.end
    return first.value_start


def footed_head(text: str) -> StatedHead | None:
    """What fields below the words of one article state, whose first line is its headline."""
    tail = _tail(text, blocks(text))
    first = next((found for found in _LINE.finditer(text) if found[0].strip()), None)
    if not tail or first is None or _is_sentence(first[0]) or len(first[0].split()) > _WRAPPED_WORDS // 2:
        return None
    if len(text[first.end() : tail[0].start].split()) < _BODY_WORDS:
        return None
    stated, _ = _stated(text, tail)
    if not {"publisher", "published"} <= set(stated):
        return None
    place = _above(text, first.end()) or first.span()
    stated["title"] = " ".join(text[slice(*place)].split())
    return StatedHead(first.end(), tail[0].start, stated, {"title": place})


def _opens(block: FieldBlock, text: str) -> bool:
    if not block.kinds & {"publisher", "imprint", "published"} or block.start > _ABOVE:
        return False
    above = text[: block.start].strip()
    return "title" in block.kinds or bool(above and len(above.split()) <= _WRAPPED_WORDS)


def _above(text: str, end: int) -> tuple[int, int] | None:
    """The line above a block, which is the headline."""
    lines = [found for found in _LINE.finditer(text, 0, end) if found[0].strip()]
    if not lines:
        return None
    words = lines[-1][0]
    start = lines[-1].start() + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _tail(text: str, found: list[FieldBlock]) -> list[FieldBlock]:
    """The blocks behind the words of an article, up to its end."""
    tail: list[FieldBlock] = []
    end = len(text)
    for block in reversed(found):
        if "text" in block.kinds or len(text[block.end : end].split()) > _LISTED_WORDS:
            break
        tail.insert(0, block)
        end = block.start
    return tail


def _stated(text: str, found: list[FieldBlock]) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    stated: dict[str, str] = {}
    at: dict[str, tuple[int, int]] = {}
    for one in (one for block in found for one in block.fields):
        value, place = value_of_field(text, one), _place(text, one)
        if one.kind in _KEYS and value:
            for key, words in _told(one.kind, value):
                if key not in stated:
                    stated[key], at[key] = words, place
    imprint = next((one for block in found for one in block.fields if one.kind == "imprint"), None)
    if imprint is not None:
        for key, words in _told("publisher", value_of_field(text, imprint)):
            stated.setdefault(key, words)
    return stated, at


def _told(kind: str, value: str) -> Iterator[tuple[str, str]]:
    """What a value states: a source may carry its day, a title a full stop, a writer "By"."""
    if kind == "publisher":
        day = _date_in(value)
        if day:
            yield "published", day[0]
            value = value[: day[1]]
        yield from ((("publisher", name),) if (name := _OUTLET_END.sub("", value).strip(" .,;")) else ())
    elif kind == "title":
        yield kind, value[:-1] if value.endswith(".") and not value.endswith("..") else value
    elif kind == "author":
        yield kind, _BY.sub("", value, count=1)
    else:
        yield kind, language_tag(value) if kind == "language" else value


def _date_in(value: str) -> tuple[str, int] | None:
    """The printed day in a value and where it begins."""
    from briefgen.timex import printed_dates

    if not any(letter.isdigit() for letter in value):
        return None
    days = (one for one in printed_dates(value[:_LONGEST_VALUE]) if "X" not in one.value)
    return next(((value[one.start : one.end], one.start) for one in days), None)


def _place(text: str, one: NamedField) -> tuple[int, int]:
    """Where the words of a value stand: behind its name, else on the next line."""
    start, end = one.value_start, one.value_end
    if not text[start:end].strip() and (following := _LINE.search(text, end)):
        start, end = following.span()
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def value_of_field(text: str, one: NamedField) -> str:
    """The words of a value on one line."""
    start, end = _place(text, one)
    return " ".join(text[start:end].split())[:_LONGEST_VALUE]
