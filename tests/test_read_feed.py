"""Feeds and agencies' XML: an item is a document."""

from __future__ import annotations

import pytest

from briefgen.read import read_bytes

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title><language>en-gb</language>
<item><title>New pier &amp; old quarrels</title><link>https://example.org/1</link><description>Short.</description>
<c:encoded><![CDATA[<p>The council voted.</p><p>It costs three&nbsp;million, said Ida Vale.</p>]]></c:encoded>
<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate><dc:creator>Ida Vale</dc:creator></item>
<item><title>Old pier falls</title><description>&lt;p&gt;The old pier fell.&lt;/p&gt;</description>
<dc:date>2025-03-05T00:00:00Z</dc:date><source url="https://bay.example">Bay Wire</source></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Office</title><entry>
<title type="html">New &lt;b&gt;pier&lt;/b&gt;</title><link rel="self" href="https://a.example/s"/>
<link href="https://a.example/1"/><published>2025-03-04T00:00:00Z</published>
<updated>2025-03-06T00:00:00Z</updated>
<author><name>Ida Vale</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The council voted.</p><p>It <em>costs</em> three million.</p></div></content></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bay News</title></channel>
<item><title>Pier built</title><link>https://b.example/1</link><description>It took a day.</description>
<dc:date>2025-03-04</dc:date></item></rdf:RDF>"""
NITF = b"""<nitf><head><docdata><date.issue norm="20250304T120000Z"/></docdata></head><body>
<body.head><hedline><hl1>New pier</hl1></hedline>
<byline>By Ida Vale</byline><distributor>Bay Wire</distributor></body.head>
<body.content><p>The council voted.</p><p>It costs three million.</p></body.content></body></nitf>"""
PACKAGE = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">
<itemMeta><provider><name>Bay Wire</name></provider></itemMeta>
<contentMeta><contentCreated>2025-03-04T09:00:00Z</contentCreated><headline>New pier</headline>
</contentMeta><contentSet>
<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>The council voted.</p></body></html>
</inlineXML></contentSet></newsItem>"""


@pytest.mark.parametrize(
    ("data", "name", "texts", "stated"),
    [
        (
            RSS,
            "a.rss",
            [
                "New pier & old quarrels\n\nThe council voted.\nIt costs three\xa0million, said Ida Vale.",
                "Old pier falls\n\nThe old pier fell.",
            ],
            {
                "published": "2025-03-04",
                "publisher": "Harbour Post",
                "author": "Ida Vale",
                "url": "https://example.org/1",
            },
        ),
        (
            ATOM,
            "a.atom",
            ["New pier\n\nThe council voted.\nIt costs three million."],
            {
                "published": "2025-03-04",
                "updated": "2025-03-06",
                "publisher": "Port Office",
                "url": "https://a.example/1",
            },
        ),
        (
            RDF,
            "a.xml",
            ["Pier built\n\nIt took a day."],
            {"published": "2025-03-04", "publisher": "Bay News"},
        ),
        (
            NITF,
            "a.xml",
            ["New pier\n\nThe council voted.\nIt costs three million."],
            {"published": "2025-03-04", "publisher": "Bay Wire", "author": "Ida Vale"},
        ),
        (
            PACKAGE,
            "a.xml",
            ["New pier\n\nThe council voted."],
            {"published": "2025-03-04", "publisher": "Bay Wire"},
        ),
    ],
)
def test_an_item_is_a_document(data: bytes, name: str, texts: list[str], stated: dict[str, str]) -> None:
    drafts, _ = read_bytes(data, name)
    assert [draft.text for draft in drafts] == texts
    assert stated.items() <= drafts[0].stated.items()


def test_an_item_names_its_own_paper() -> None:
    drafts, _ = read_bytes(RSS, "a.rss")
    assert drafts[1].stated["publisher"] == "Bay Wire"


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b'<opml version="2.0"><body><outline text="A"/></body></opml>', "records-unknown"),
        (b"no markup at all", "file-damaged"),
        (b"<rss>" + b"<item>" * 500_000, "file-too-large"),
    ],
)
def test_other_xml_is_told(data: bytes, slug: str) -> None:
    assert [one.slug for one in read_bytes(data, "a.xml")[1]] == [slug]


def test_entities_of_a_feed_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE r [<!ENTITY a "word "><!ENTITY b "' + b"&a;" * 100 + b'">]>'
    drafts, _ = read_bytes(bomb + RSS.partition(b"?>")[2].replace(b"Old pier falls", b"&b;Old"), "a.rss")
    assert "word" not in "".join(draft.text for draft in drafts)
