"""Names the fields of an editing system that were printed with the article: "Topics", "Post category"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.clean.line import LineTraits
from briefgen.clean.page import Page
from briefgen.clean.verdict import Labels, Verdict, relabelled

_NAME = Verdict("furniture", "cms-label")
_TEASER = Verdict("teaser", "cms-teaser")
_VALUE_WORDS, _VALUE_LENGTH = 10, 90
_NO_VALUE = ("copyright", "headline", "archived")


@cache
def _fields() -> Mapping[str, str]:
    return MappingProxyType({name.casefold(): kind for name, kind in lexicon.furniture.fields()})


@cache
def _longest() -> int:
    return max(map(len, _fields())) + 2


def cms_fields(page: Page, labels: Labels) -> Labels:
    """Labels the names of fields, and the values under them by the kind of the field."""
    changes: dict[int, Verdict] = {}
    kind = ""
    for i, line in enumerate(page.lines):
        name = _kind(line)
        if name and labels[i].label != "headline":
            kind, changes[i] = name, _NAME
        elif kind and (value := _value(kind, line, labels[i])):
            changes[i] = value
            kind = "" if kind == "teaser" else "topic" if kind == "publisher" else kind
        else:
            kind = ""
    return relabelled(labels, changes)


def _kind(line: LineTraits) -> str:
    """What the values under a line are when it is the name of a field, else ""."""
    return _fields().get(line.text.casefold().rstrip(" :"), "") if len(line.text) <= _longest() else ""


def _value(kind: str, line: LineTraits, label: Verdict) -> Verdict | None:
    """What a line under a field of a kind is, or None when it is no value of the field."""
    short = len(line.text) < _VALUE_LENGTH and line.spaces < _VALUE_WORDS and not line.is_prose
    if kind == "teaser":
        return _TEASER if not short and label.label in ("body", "furniture") else None
    return _short_value(kind, line.text) if short and label.label not in _NO_VALUE else None


def _short_value(kind: str, text: str) -> Verdict:
    """A publisher is believed under its own field; among editorial sections only when it is an acronym."""
    if kind == "section":
        return Verdict("section", "category-field")
    if kind == "publisher" and text.isupper() and text.isalpha():
        return Verdict("publisher", "publisher-field")
    return Verdict("topic", "tag-list")
