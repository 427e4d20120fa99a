"""The fields of an item, once: how each is printed, and how it is written as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefgen.paper.memo import Field, House, Item, Text


class ItemField(NamedTuple):
    """How a field of an item is printed and written."""

    name: str
    """Of the field in `Item`."""
    words: Callable[[Item], tuple[Text, ...]]
    """Its words; a field of several, such as `versions`, gives a text for each."""
    columns: tuple[Field, ...]
    """Columns of a table that print it, with a comma behind the field before it."""
    key: str | None = None
    """Key in JSON; None: not written there as words."""
    several: bool = False
    """Whether JSON writes a list."""
    opens_with_name: bool = False
    """Whether its first words are a name, which a format may set apart."""


def _house(*words: str) -> tuple[Text, ...]:
    return tuple((House(one),) for one in words if one)


ITEM_FIELDS: tuple[ItemField, ...] = (
    ItemField("text", lambda i: (i.text,), ("text",), "text"),
    ItemField("speaker", lambda i: (i.speaker,), ("speaker",), "speaker", opens_with_name=True),
    ItemField("role", lambda i: (i.role,), ("speaker", "role"), "role"),
    ItemField("place", lambda i: (i.place,), ("where",), "place"),
    ItemField("occasion", lambda i: (i.occasion,), ("where",), "occasion"),
    ItemField("relation", lambda i: (i.relation,), ("relation",), "relation"),
    ItemField("raised_by", lambda i: (i.raised_by,), ("raised_by",), "raised_by"),
    ItemField("name", lambda i: _house(i.name), ("name",), "name", opens_with_name=True),
    ItemField("names", lambda i: _house(*i.names), (), "names", several=True),
    ItemField("aliases", lambda i: _house(*i.aliases), (), "aliases", several=True),
    ItemField("when", lambda i: (i.when.text,) if i.when else (), ("when",)),
    ItemField("versions", lambda i: i.versions, ("versions",), "versions", several=True),
    ItemField("label", lambda i: _house(i.label), ("label",)),
)
"""The fields of an item that a page prints or JSON writes, in the order of JSON; columns, pages and JSON
follow from it. `verify` has a list of its own, so that a slip here is found. `kind` is neither printed nor
written; `cites` become notes; JSON writes `when` with its status and `positions` as items; the house words
`aliases` on a page; `also` and `further` are written as places and a number; `lead`, `band` and `closing`
stand on a page only."""
