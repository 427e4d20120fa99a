"""Signs in a text that it was made from another one, each with words a reader can check."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from briefgen.link.version import Version

# How much a sign weighs; only the order matters. What a text says of itself beats what we infer.
_SAYS_SO, _RETELLS, _EARLIER, _HINT = 3.0, 2.0, 1.0, 0.5
_LONGER = 1.25  # times as many words; a retelling is rarely longer


class Sign(NamedTuple):
    """One reason to hold a text for derived."""

    weight: float
    reason: str
    """What a reader can check, without a subject: "gives the address of an original (line 35)"."""


def signs(version: Version, other: Version) -> tuple[Sign, ...]:
    """What speaks for `version` being made from `other`, strongest first."""
    found = (*_own_words(version), *_retelling(version, other), *_against(version, other))
    return tuple(sorted(found, key=lambda sign: -sign.weight))


def says_so(version: Version, other: Version) -> bool:
    """Whether a text says itself that it retells the other, or one like it."""
    return any(sign.weight >= _RETELLS for sign in chain(_own_words(version), _retelling(version, other)))


def _own_words(version: Version) -> Iterator[Sign]:
    source, said = version.document.source, version.testimony
    if span := said.address:
        yield Sign(_SAYS_SO, f"gives the address of an original ({source.place(span.start)})")
    if span := said.reprinted:
        yield Sign(_SAYS_SO, f"says that it appeared elsewhere first ({source.place(span.start)})")
    if said.translated:
        yield Sign(_SAYS_SO, "is marked as a translation")
    if said.is_copy:
        yield Sign(_HINT, "is marked as a copy or as the writer's own view")


def _retelling(version: Version, other: Version) -> Iterator[Sign]:
    if version.testimony.second_hand and other.testimony.first_hand:
        yield Sign(_RETELLS, f"retells what {other.file} has at first hand")
    if publisher := _named_publisher(version, other):
        yield Sign(_RETELLS, f"names {publisher}, where {other.file} was published")


def _against(version: Version, other: Version) -> Iterator[Sign]:
    own, others = version.testimony, other.testimony
    mine, theirs = version.document.meta.published.day, other.document.meta.published.day
    if mine and theirs and theirs < mine:
        yield Sign(_EARLIER, f"is later than {other.file} ({theirs.isoformat()})")
    if own.left_open and not others.left_open:
        yield Sign(_EARLIER, "has a quotation that is never closed")
    if others.brackets and not own.brackets:
        yield Sign(_EARLIER, f"lacks the editor's brackets of {other.file}")
    if len(other.words) > _LONGER * len(version.words):
        yield Sign(_HINT, f"is shorter than {other.file}")


def _named_publisher(version: Version, other: Version) -> str:
    """The other's publisher when this text's sentences name it and the other's do not."""
    fact = other.document.meta.original_publisher or other.document.meta.publisher
    name = fact.value if fact else ""
    if len(name) < 3 or any(name in text for text in other.texts):
        return ""
    return name if any(name in text for text in version.texts) else ""
