"""Records as bytes and back: what a store keeps of a document.

The shape of a record is that of its type, read from its annotations once; what is written is JSON, which runs
no code when a strange file is read, and packed with zlib. A `Span` is written without its source: a document
gets another number when files are added before it. Who reads bytes that are damaged, or of other types, gets
`DamagedError`.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from briefgen.model import Quotation, Source, Span

Record = TypeVar("Record")
Pack = Callable[[Any], Any]
"""A value to what JSON holds."""
Unpack = Callable[[Any, str], Any]
"""Back, with the number of the document that its spans lie in."""

_LEVEL = 1
"""Of zlib: a quarter of the size at a tenth of a millisecond; more effort gains a tenth."""


_DAMAGE = (
    zlib.error, ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError,
)  # fmt: skip
"""What other bytes than those of a record raise when they are unpacked."""


class DamagedError(Exception):
    """Bytes that are not those of the record that was asked for."""


class _Codec(NamedTuple):
    pack: Pack | None
    """None: JSON holds the value as it is."""
    unpack: Unpack | None


_PLAIN = _Codec(None, None)


class Packing(Generic[Record]):
    """Packs and unpacks records of one type; those that point `across` documents keep the number of each."""

    def __init__(self, kind: type[Record], *, across: bool = False) -> None:
        of: Any = kind
        self._codec = _codec(of, _ACROSS if across else _INSIDE)

    def pack(self, record: Record) -> bytes:
        """The record as bytes; the same for equal records."""
        plain = self._codec.pack(record) if self._codec.pack else record
        return zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"), _LEVEL)

    def unpack(self, data: bytes, source: str) -> Record:
        """The record, its spans in the document numbered `source`. Raises DamagedError."""
        try:
            plain = json.loads(zlib.decompress(data))
            found: Record = self._codec.unpack(plain, source) if self._codec.unpack else plain
        except _DAMAGE as error:
            raise DamagedError(str(error)) from error
        return found


@cache
def _codec(kind: Any, span: _Codec) -> _Codec:
    """How values of a type are packed, and the spans in them."""
    if kind is Span:
        return span
    if kind is date:
        return _DAY
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal or kind in (str, int, float, bool, type(None)):
        return _PLAIN
    if origin in (Union, types.UnionType):
        return _optional(inner, span)
    if origin is tuple:
        return (
            _row(_codec(inner[0], span)) if inner[-1] is ... else _fixed([_codec(one, span) for one in inner])
        )
    if origin is frozenset:
        return _Codec(sorted, lambda plain, _: frozenset(plain))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_codec(inner[1], span))
    return _record(kind, span)


def _optional(inner: tuple[Any, ...], span: _Codec) -> _Codec:
    """A value or None."""
    (kind,) = (one for one in inner if one is not type(None))
    pack, unpack = _codec(kind, span)
    if pack is None or unpack is None:
        return _PLAIN
    return _Codec(
        lambda value: None if value is None else pack(value),
        lambda plain, source: None if plain is None else unpack(plain, source),
    )


def _row(of: _Codec) -> _Codec:
    """A tuple of any length."""
    pack, unpack = of
    if pack is None or unpack is None:
        return _Codec(list, lambda plain, _: tuple(plain))
    return _Codec(
        lambda value: [pack(one) for one in value],
        lambda plain, source: tuple([unpack(one, source) for one in plain]),
    )


def _fixed(of: list[_Codec]) -> _Codec:
    """A tuple of so many values."""

    def pack(value: Any) -> list[Any]:
        return [one.pack(part) if one.pack else part for one, part in zip(of, value, strict=True)]

    def unpack(plain: Any, source: str) -> tuple[Any, ...]:
        return tuple(
            [one.unpack(part, source) if one.unpack else part for one, part in zip(of, plain, strict=True)]
        )

    return _Codec(pack, unpack)


def _mapping(of: _Codec) -> _Codec:
    """A mapping from words."""
    pack, unpack = of
    if pack is None or unpack is None:
        return _Codec(dict, lambda plain, _: plain)
    return _Codec(
        lambda value: {key: pack(one) for key, one in value.items()},
        lambda plain, source: {key: unpack(one, source) for key, one in plain.items()},
    )


def _record(kind: Any, span: _Codec) -> _Codec:
    """A named tuple or a dataclass: the row of its fields, without the number of the document."""
    names = [one.name for one in fields(kind) if one.init] if is_dataclass(kind) else list(kind._fields)
    numbered = kind in _NUMBERED
    hints = get_type_hints(kind)
    codecs = [(name, *_codec(hints[name], span)) for name in names[numbered:]]
    back = [unpack for _, _, unpack in codecs]

    def pack(value: Any) -> list[Any]:
        return [one(getattr(value, name)) if one else getattr(value, name) for name, one, _ in codecs]

    def unpack(plain: Any, source: str) -> Any:
        found = [one(part, source) if one else part for one, part in zip(back, plain, strict=True)]
        return kind(source, *found) if numbered else kind(*found)

    return _Codec(pack, unpack)


_NUMBERED = (Source, Quotation)
"""Records whose first field is the number of the document."""
_INSIDE = _Codec(lambda span: [span.start, span.end], lambda plain, source: Span(source, plain[0], plain[1]))
"""Spans of one document, whose number is told when they are unpacked."""
_ACROSS = _Codec(lambda span: [span.source, span.start, span.end], lambda plain, _: Span(*plain))
"""Spans of several, which are good as long as no document gets another number."""
_DAY = _Codec(lambda day: day.toordinal(), lambda plain, _: date.fromordinal(plain))
