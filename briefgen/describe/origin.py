"""Who published the text, and who published it first where this is a copy."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from briefgen import lexicon
from briefgen.describe.masthead import is_name, masthead, sections
from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import dates
from briefgen.english.gazetteer import lookup
from briefgen.english.publishers import (
    has_outlet_word,
    is_body,
    is_body_name,
    is_capitalised,
    is_masthead,
    is_outlet,
    is_person,
    is_place,
    is_wire,
)
from briefgen.english.rights import holder
from briefgen.model import Block, Fact

_FIRST = re.compile(
    r"(?:originally |first )?(?:appeared|published|ran) in the .{3,40}? (?:issue|edition) of "
    r"|(?:originally |first )?(?:appeared|published|posted|ran|released)(?: \w{2,10}){0,2}? (?:on|in|by|at) "
    r"(?:the website of )?"
    r"|(?:republished|reprinted|reproduced|reposted|syndicated|copied|cross-?posted)(?: \w+){0,3}? from "
    r"|courtesy of |distributed by |via |source article: ?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"[.;:,()\[\]|]|\s(?:under|and|with|on|at|in|here|by)\b|\s[-–—]|$")
_OF_OWN = re.compile(
    r"(?:told|tells|speaking to|spoke to|in comments to|in remarks to|in an interview with) (?:the )?"
    r"(?P<name>[A-Z][\w’'./&-]{0,30}(?: (?:of |and |de |la |the )?[A-Z][\w’'./&-]{0,30}){0,4})"
)
_PUBLISHED_AN_INTERVIEW = re.compile(
    r"(?:The )?(?P<name>\b[A-Z][\w’'&-]{0,30}(?: [A-Z][\w’'&-]{0,30}){0,4}) "
    r"(?:has )?(?:published|carried|ran|aired|released) an? (?:[a-z]+ )?(?:interview|article|report|piece)"
)
_WIRE_DATELINE = re.compile(r"[A-Z][^()]{2,60}\((?P<name>[A-Z][\w .-]{1,30})\)\s?(?:-{1,2}|[–—:])")
_IMPRINT_NAME = re.compile(r"[*_(]*((?:The )?[A-Z][^,;:|*_\d]{2,70}?)(?:,\s| [-–—] )(?=.*\d)")
"""NAME in "Harbour Institute, Report 2/2026, 15 January 2026"."""
_SOURCE = re.compile(r"source: (?:the )?([^,;|(]{3,70}?)(?=[,;|(]|$)", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?:joint |written )?(?:position(?: paper)?|statement|response|submission|comments|opinion|declaration"
    r"|resolution|contribution|letter|reply|views?) (?:of|by|from) (?:the )?(.{3,80}?)"
    r" (?:on|to|regarding|concerning|about|for)\b",
    re.IGNORECASE,
)
"""Whose paper it is, by its title."""
_IMPRINT_REACH = 3
"""Blocks under the headline among which such a line stands."""
_LEAD_CHARACTERS = 2000
_INTERVIEW = re.compile(r"\binterview", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\]]+")
_TITLE_BARS = re.compile(r"\s[|–—-]\s|\s[»>›]\s")
_NOT_A_BRAND = frozenset(
    {"home", "news", "start", "homepage", "main", "you are here", "articles", "front page"}
)


class Origin(NamedTuple):
    """Publisher facts of one text."""

    publisher: Fact | None
    original: Fact | None
    reprint: Fact | None
    """The origin that the page itself names: it is a reprint."""
    behind: Fact | None
    """The outlet whose interview the text retells, or the agency whose story it carries."""
    url: Fact | None
    translated: bool


_NAME_END = re.compile(r" \| |, (?=[\"“‘„«]|[^,]{0,20}(?:19|20)\d\d\b)")
"""What follows the name of a paper or a station in its line: a bar, a programme's name, a day."""


def origin(page: DescribedPage) -> Origin:
    """Publisher, original publisher and address, each with the words it was read from."""
    reprint = _reprint(page)
    wire = _wire(page)
    url = _url(page)
    foreign = _foreign_host(page, url)
    behind, retold = _behind(page)
    printed = (
        _brand(page)
        or page.container("publisher")
        or masthead(page)
        or _issued(page)
        or _in_title(page)
        or _footer_name(page)
        or _sourced(page)
    )
    publisher = page.given("publisher") or printed
    named = reprint or wire or foreign or _when_other(behind, publisher)
    stated = page.given("original_publisher") or page.container("original_publisher")
    original = page.given("original_publisher") or named or stated
    carried = wire or stated
    if original and publisher and _same(original.value, publisher.value):
        original = reprint = carried = None
    retelling = _when_other(behind, publisher) if retold or publisher else None
    address = page.given("url") or url or page.container("url")
    return Origin(publisher, original, reprint, retelling or carried, address, foreign is not None)


def _same(one: str, other: str) -> bool:
    if one.casefold().removeprefix("the ") == other.casefold().removeprefix("the "):
        return True
    first, second = lookup(one), lookup(other)
    return first is not None and second is not None and first.key == second.key


def _when_other(behind: Fact | None, publisher: Fact | None) -> Fact | None:
    return None if behind and publisher and _same(behind.value, publisher.value) else behind


def _reprint(page: DescribedPage) -> Fact | None:
    """The name in "This content originally appeared on NAME."."""
    for _, block in page.labelled("syndication"):
        text = page.text(block)
        if lead := _FIRST.search(text):
            start = lead.end() + len(text[lead.end() :]) - len(text[lead.end() :].removeprefix("the "))
            stop = _NAME_ENDS.search(text, start + 1)
            end = stop.start() if stop else len(text)
            if text[start:end].strip() and text[start].isupper():
                return page.fact(block.span.start + start, block.span.start + end)
    return None


def _copyright_name(page: DescribedPage, block: Block) -> Fact | None:
    named = holder(page.text(block))
    return page.fact(block.span.start + named[0], block.span.start + named[1]) if named else None


def _wire(page: DescribedPage) -> Fact | None:
    """An agency whose copyright line stands under the article, whatever site carries it."""
    for _, block in page.labelled("copyright", "credit", "byline"):
        name = _copyright_name(page, block) if block.label == "copyright" else None
        if name and is_wire(name.value):
            return name
    for i in page.citable()[:1]:
        block = page.blocks[i]
        place = _WIRE_DATELINE.match(page.text(block))
        if place and is_wire(place["name"]):
            return page.fact(block.span.start + place.start("name"), block.span.start + place.end("name"))
    return None


def _url(page: DescribedPage) -> Fact | None:
    for _, block in page.labelled("original-url"):
        if found := _URL.search(page.text(block)):
            start = block.span.start + found.start()
            return page.fact(start, start + len(found.group().rstrip(".,;")))
    return None


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else "//" + url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _foreign_host(page: DescribedPage, url: Fact | None) -> Fact | None:
    """The host of the original, when pages there are not in English."""
    host = _host(url.value) if url else ""
    if not host or url is None or url.span is None:
        return None
    if not any(
        host == end or host.endswith("." + end.lstrip(".")) for end in lexicon.pages.foreign_hosts.lines()
    ):
        return None
    start = page.source.text.casefold().find(host, url.span.start, url.span.end)
    return page.fact(start, start + len(host)) if start >= 0 else None


def _behind(page: DescribedPage) -> tuple[Fact | None, bool]:
    """The outlet in "told NAME in an interview" or "NAME published an interview", high in the text.

    The second wording also says that somebody else tells it.
    """
    for i in page.citable()[:4]:
        block = page.blocks[i]
        text = page.text(block)[:_LEAD_CHARACTERS]
        if not _INTERVIEW.search(text):
            continue
        for found in (*_PUBLISHED_AN_INTERVIEW.finditer(text), *_OF_OWN.finditer(text)):
            if is_outlet(found["name"]):
                start = block.span.start
                fact = page.fact(start + found.start("name"), start + found.end("name"))
                return fact, found.re is _PUBLISHED_AN_INTERVIEW
    return None, False


def _brand(page: DescribedPage) -> Fact | None:
    """The site's name: a publisher field, the head of the trail of sections, the end of the window title."""
    if block := page.first("publisher"):
        end = _NAME_END.search(page.text(block))
        return page.fact(block.span.start, block.span.start + end.start() if end else block.span.end)
    headline = page.first("headline")
    return (_in_title_line(page, page.text(headline)) if headline else None) or _doubled(page)


def _in_title_line(page: DescribedPage, title: str) -> Fact | None:
    """SITE in "SITE > Section > Headline" and in "Headline | SITE"."""
    for block in page.blocks:
        text = page.text(block)
        if block.label == "headline" or title not in text or len(text) > len(title) + 120:
            continue
        parts = [part for part in _TITLE_BARS.split(text) if part.strip()]
        if len(parts) < 2:
            continue
        brand = (parts[0] if text.endswith(title) else parts[-1]).strip(" •·")
        if brand.casefold() in _NOT_A_BRAND or brand.casefold() in sections() or brand in title or not brand:
            continue
        start = block.span.start + (text.index(brand) if text.endswith(title) else text.rindex(brand))
        return page.fact(start, start + len(brand))
    return None


def _doubled(page: DescribedPage) -> Fact | None:
    """A logo's text and its alternative text run together: "GazetteGazette"."""
    for block in page.blocks[: page.headline_or_body()][:80]:
        text = page.text(block)
        half = len(text) // 2
        if 4 <= half <= 30 and text[:half] == text[half:] and text[0].isupper() and text[:half].isalnum():
            return page.fact(block.span.start, block.span.start + half)
    return None


def _issued(page: DescribedPage) -> Fact | None:
    """The name in the line that says when a paper appeared, or in a wire's dateline at the first words."""
    for i, block in page.labelled("dateline"):
        text = page.text(block)
        name = _IMPRINT_NAME.match(text)
        if i <= page.headline_or_body() + _IMPRINT_REACH and name and _may_issue(name[1]):
            return page.fact(block.span.start + name.start(1), block.span.start + name.end(1))
    for i in page.citable()[:1]:
        block = page.blocks[i]
        place = _WIRE_DATELINE.match(page.text(block))
        if place and (has_outlet_word(place["name"]) or _is_agency(place)):
            return page.fact(block.span.start + place.start("name"), block.span.start + place.end("name"))
    return None


def _is_agency(place: re.Match[str]) -> bool:
    """Whether the name between the day and the dash is an agency's: "BERGEN, March 3 (Seawire) -"."""
    dated = dates(place.string[: place.start("name")])
    name = place["name"]
    other = is_place(name) or is_person(name) or is_wire(name)
    return bool(dated) and is_capitalised(name) and not other


def _sourced(page: DescribedPage) -> Fact | None:
    """The name in "Source: Harbour Post, 3 March 2026", where no address follows."""
    for _, block in page.labelled("original-url"):
        found = _SOURCE.match(page.text(block))
        if found and is_capitalised(found[1]) and not _URL.search(found[0]):
            return page.fact(block.span.start + found.start(1), block.span.start + found.end(1))
    return None


def _in_title(page: DescribedPage) -> Fact | None:
    """The body in "Position of the Association of Ports on the bill"."""
    headline = page.first("headline")
    found = _WHOSE.match(page.text(headline)) if headline else None
    if headline is None or found is None or not is_body_name(found[1]):
        return None
    return page.fact(headline.span.start + found.start(1), headline.span.start + found.end(1))


def _may_issue(name: str) -> bool:
    """Whether a name before the day is that of an office or a paper, and not of a place."""
    return is_capitalised(name) and (is_masthead(name) or is_body(name) or has_outlet_word(name))


def _footer_name(page: DescribedPage) -> Fact | None:
    """The name in the copyright line at the foot of a page; an agency there is the origin, not the site."""
    for _, block in reversed(list(page.labelled("copyright"))):
        name = _copyright_name(page, block)
        if name and not is_wire(name.value) and is_name(name.value):
            return name
    return None
