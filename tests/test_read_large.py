"""Pages and feeds that are large or hostile take time in proportion to their size."""

from __future__ import annotations

import time

import pytest
from lxml.etree import _Element

from briefgen.read import read_bytes
from tests.material import PARAGRAPHS, html

LINKED = "<a href='/x'>The council of the harbour met again on day {} and put off the new quay.</a>"
SCRIPT = '<script type="application/ld+json">{"a": 1' + " " * 60_000 + "x</script>"


def feed(count: int) -> bytes:
    items = "".join(
        f"<item><title>A {i}</title><description>B {i}.</description></item>" for i in range(count)
    )
    return f"<rss><channel><title>Post</title>{items}</channel></rss>".encode()


def bodies(count: int) -> bytes:
    inner = "".join(f"<body.content><p>Words {i} here.</p></body.content>" for i in range(count))
    return f"<nitf><head><hl1>Quay</hl1></head><body>{inner}</body></nitf>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (html((*PARAGRAPHS, "<div><h3>Comments</h3></div>" * 12_000)), "a.html"),
        (html((*PARAGRAPHS, "A line" + "<i hidden>x</i>of words " * 20_000 + ".")), "a.html"),
        (html().replace(b"</head>", SCRIPT.encode() + b"</head>"), "a.html"),
        (feed(6000), "a.xml"),
        (bodies(4000), "a.xml"),
        (html((*PARAGRAPHS, *map(LINKED.format, range(2500)))), "a.html"),
        (html((*PARAGRAPHS, "".join(map(LINKED.format, range(2500))))), "a.html"),
    ],
)
def test_no_reader_takes_the_square_of_the_size(data: bytes, name: str) -> None:
    started = time.process_time()
    assert read_bytes(data, name)[0]
    assert time.process_time() - started < 5


def test_the_limit_of_records_acts_before_they_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.read import feed as module
    from briefgen.read import records

    built: list[object] = []
    record = module._record

    def counted(item: _Element) -> dict[str, object]:
        built.append(item)
        return record(item)

    monkeypatch.setattr(records, "_RECORDS", 5)
    monkeypatch.setattr(module, "_record", counted)
    _, problems = read_bytes(feed(100), "a.xml")
    assert [p.slug for p in problems] == ["file-too-large"]
    assert len(built) < 10


def test_each_text_of_a_message_has_its_own_headline() -> None:
    one = "<newsItem><headline>{0}</headline><inlineXML><p>{0} was in the news.</p></inlineXML></newsItem>"
    data = f"<newsMessage>{one.format('Quay')}{one.format('Ferry')}</newsMessage>".encode()
    assert [draft.stated["title"] for draft in read_bytes(data, "a.xml")[0]] == ["Quay", "Ferry"]
