"""The field of an office before a name: "Envoy for Kenya Anna Lee", "Minister for Health Anna Lee"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.mention import Mention
from briefgen.english.tags import Tagged

_TITLES = lexicon.persons.titles()
_FIELDS = lexicon.persons.office_words()
_GIVEN = frozenset(lexicon.persons.genders())


def without_fields(tokens: Sequence[Tagged], found: Sequence[Mention]) -> Iterator[Mention]:
    """With the field of an office taken off a name: "Envoy for Kenya Anna Lee", "Minister for Health Anna
    Lee"."""
    for at, mention in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and (named := _of_field(tokens, mention, following)) is not None:
            yield named
        elif not at or _of_field(tokens, found[at - 1], mention) is None:
            yield mention


def _of_field(tokens: Sequence[Tagged], title: Mention, name: Mention) -> Mention | None:
    """The name behind a title and its field, with the head of the title; None when they are no such two."""
    link = title.last + 1
    if name.kind != "name" or name.head != link + 1 or tokens[link].low not in ("for", "to", "of"):
        return None
    if tokens[title.last].low not in _TITLES or name.last - name.first < 2:
        return None
    for length in (3, 2, 1):
        if name.last - name.first > length and _is_field_of(tokens, name.first, length):
            return name._replace(first=name.first + length, head=title.head)
    return None


def _is_field_of(tokens: Sequence[Tagged], at: int, length: int) -> bool:
    """Whether some words are a state or region, or what an office is for, before a given name."""
    words = tokens[at : at + length]
    entry = gazetteer.lookup(" ".join(token.text for token in words)) if length < 3 else None
    if entry is not None and entry.kind in ("state", "region"):
        return True
    listed = words[0].low in _FIELDS or (tokens[at - 1].low == "for" and words[0].low not in _GIVEN)
    return listed and tokens[at + length].low in _GIVEN
