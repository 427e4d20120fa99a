"""Signs in a text that it was made from another one, each with words a reader can check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefgen import lexicon
from briefgen.link.version import Version
from briefgen.model import Label, Span

# How much a sign weighs; only the order matters. What a text says of itself beats what we infer.
_SAYS_SO, _RETELLS, _EARLIER, _HINT = 3.0, 2.0, 1.0, 0.5
_TRANSLATED = re.compile(r"\b(?:translated (?:from|by|into)|(?:machine )?translation (?:from|of|by))\b", re.I)
_ADDRESS = re.compile(r"^\s*(?:original|source|via|originally)\b[^\n]{0,40}https?://", re.I)
_ADDRESS_LABEL: Label = "original-url"
_SYNDICATION_LABEL: Label = "syndication"
_LONGER = 1.25  # times as many words; a retelling is rarely longer


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to hold a text for derived."""

    weight: float
    reason: str
    """What a reader can check, without a subject: "gives the address of an original (line 35)"."""


def signs(version: Version, other: Version) -> tuple[Sign, ...]:
    """What speaks for `version` being made from `other`, strongest first."""
    found = (*_own_words(version), *_against(version, other))
    return tuple(sorted(found, key=lambda sign: -sign.weight))


def says_translated(version: Version) -> bool:
    """Whether the text or its metadata call it a translation."""
    if any(flag.kind == "translation" for flag in version.document.meta.flags):
        return True
    return any(_TRANSLATED.search(text) for text, _ in _lines(version, frozenset({"disclaimer", "credit"})))


def says_reprinted(version: Version) -> Span | None:
    """The line by which a text says that it appeared elsewhere first."""
    flags = (flag.span for flag in version.document.meta.flags if flag.kind == "reprint" and flag.span)
    lines = (span for _, span in _lines(version, frozenset({_SYNDICATION_LABEL})))
    return next(iter((*flags, *lines)), None)


def _lines(version: Version, labels: frozenset[Label]) -> Iterator[tuple[str, Span]]:
    for block in version.document.blocks:
        if block.label in labels:
            yield version.document.text(block.span), block.span


def _own_words(version: Version) -> Iterator[Sign]:
    source = version.document.source
    if span := _address(version):
        yield Sign(_SAYS_SO, f"gives the address of an original ({source.place(span.start)})")
    if span := says_reprinted(version):
        yield Sign(_SAYS_SO, f"says that it appeared elsewhere first ({source.place(span.start)})")
    if says_translated(version):
        yield Sign(_SAYS_SO, "is marked as a translation")
    if any(flag.kind in ("disclaimer", "secondary-copy") for flag in version.document.meta.flags):
        yield Sign(_HINT, "is marked as a copy or as the writer's own view")


def _address(version: Version) -> Span | None:
    """The line with the address of an original."""
    for block in version.document.blocks:
        if block.label == _ADDRESS_LABEL or _ADDRESS.match(version.document.text(block.span)):
            return block.span
    return None


def _against(version: Version, other: Version) -> Iterator[Sign]:
    if _says(version, "link_second_hand") and _says(other, "link_first_hand"):
        yield Sign(_RETELLS, f"retells what {other.id} has at first hand")
    if publisher := _named_publisher(version, other):
        yield Sign(_RETELLS, f"names {publisher}, where {other.id} was published")
    mine, theirs = version.document.meta.published.day, other.document.meta.published.day
    if mine and theirs and theirs < mine:
        yield Sign(_EARLIER, f"is later than {other.id} ({theirs.isoformat()})")
    if _left_open(version) and not _left_open(other):
        yield Sign(_EARLIER, "has a quotation that is never closed")
    if _brackets(other) and not _brackets(version):
        yield Sign(_EARLIER, f"lacks the editor's brackets of {other.id}")
    if len(other.words) > _LONGER * len(version.words):
        yield Sign(_HINT, f"is shorter than {other.id}")


def _named_publisher(version: Version, other: Version) -> str:
    """The other's publisher when this text's sentences name it and the other's do not."""
    fact = other.document.meta.original_publisher or other.document.meta.publisher
    name = fact.value if fact else ""
    if len(name) < 3 or any(name in text for text in other.texts):
        return ""
    return name if any(name in text for text in version.texts) else ""


def _left_open(version: Version) -> bool:
    return any(not quoted.closed for quoted in version.quoted)


def _brackets(version: Version) -> bool:
    texts = (version.document.text(quoted.inner) for quoted in version.quoted)
    return any("[" in text for text in texts)


@cache
def _patterns(name: str) -> re.Pattern[str]:
    """The phrases of a list as one pattern; `~` stands for up to six words of one sentence."""
    gap = r"(?:[\w’'.-]+\s+){0,6}?"
    parts = (re.escape(line).replace(r"\~\ ", gap).replace("\\ ", r"\s+") for line in lexicon.lines(name))
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.I)


def _says(version: Version, name: str) -> bool:
    return any(_patterns(name).search(text) for text in version.texts)
