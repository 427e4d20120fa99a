"""Records as bytes and back."""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.archive.filing import annotate_all, first_packing, restored
from briefgen.model import DateMention, Quotation, Source, Span
from briefgen.preparing import annotated, first_level
from briefgen.store.packing import DamagedError, Packing
from briefgen.store.records import LevelOne
from tests.many import report

texts = st.text(st.characters(codec=None), max_size=40)


class Mixed(NamedTuple):
    """One field of each kind that records have."""

    words: str
    span: Span | None
    pairs: tuple[tuple[int, str], ...]
    places: dict[str, tuple[int, int]]
    known: frozenset[str]
    day: date | None
    quotation: Quotation
    mention: DateMention | None


spans = st.builds(lambda start, size: Span("S7", start, start + size), st.integers(0, 9), st.integers(1, 9))
mixed = st.builds(
    Mixed,
    texts,
    st.none() | spans,
    st.lists(st.tuples(st.integers(), texts)).map(tuple),
    st.dictionaries(texts, st.tuples(st.integers(), st.integers())),
    st.frozensets(texts),
    st.none() | st.dates(),
    st.builds(Quotation, st.just("S7"), *[st.integers(0, 99)] * 4, st.booleans(), st.booleans()),
    st.none()
    | st.builds(
        DateMention,
        spans,
        st.just("DATE"),
        texts,
        st.just("day"),
        st.none() | st.dates(),
        st.dates(),
        st.just("stated"),
    ),
)


@given(mixed)
def test_what_is_packed_comes_back_equal(record: Mixed) -> None:
    packing = Packing(Mixed)
    assert packing.unpack(packing.pack(record), "S7") == record


@given(mixed, st.data())
def test_damaged_bytes_give_an_error_or_what_was_packed(record: Mixed, data: st.DataObject) -> None:
    packing = Packing(Mixed)
    packed = bytearray(packing.pack(record))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedError):
        packing.unpack(bytes(packed[:at]), "S7")
    try:
        found = packing.unpack(bytes(packed), "S7")
    except DamagedError:
        return
    assert found == record


@given(
    st.recursive(
        st.none() | st.integers() | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)
    )
)
def test_other_json_than_that_of_the_record_is_an_error(plain: object) -> None:
    with pytest.raises(DamagedError):
        Packing(Mixed).unpack(zlib.compress(json.dumps(plain).encode()), "S7")


def test_spans_come_back_in_the_document_of_today() -> None:
    packing = Packing(Mixed)
    quotation = Quotation("S1", 1, 2, 0, 3, closed=True, single=False)
    record = Mixed("", Span("S1", 3, 4), (), {}, frozenset(), None, quotation, None)
    found = packing.unpack(packing.pack(record), "S2")
    assert found.span == Span("S2", 3, 4)
    assert found.quotation.source == "S2"


@pytest.mark.parametrize("number", range(8))
def test_a_document_comes_back_with_all_its_layers(number: int) -> None:
    source = Source("S9", "a.txt", "0" * 64, report(number), stated={"title": "A"}, certain=frozenset("ab"))
    document, met = first_level(source)
    document, more = annotated(document)
    first, _ = first_level(source)
    packed = first_packing().pack(LevelOne(source, first.blocks, first.meta, met))
    (annotation,) = annotate_all([packed])
    assert restored("S9", packed, annotation.data) == (document, (*met, *more))
