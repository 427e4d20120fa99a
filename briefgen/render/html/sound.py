"""What an evidence page of ours may hold: all else in one is a fault.

A list of what may be there, for no list of what may not be is ever whole.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ELEMENTS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "div",
        "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr",
        "th", "td", "details", "summary", "label", "input", "a", "b", "i", "span", "mark", "s", "u",
        "svg", "path", "line", "circle", "text",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "id", "class", "lang", "dir", "href", "type", "role", "scope", "colspan", "tabindex", "aria-label",
        "aria-labelledby", "aria-hidden", "charset", "name", "content", "http-equiv", "x", "y", "x1", "x2",
        "y1", "y2", "cx", "cy", "r", "d", "width", "height", "overflow",
    }
)  # fmt: skip
"""Attributes that load nothing and run nothing; `href` leads inside the page only."""
EMPTY = frozenset({"meta", "input", "line", "circle", "path"})
"""Elements that may close themselves; a browser leaves any other open."""
BOX = {"type", "id", "aria-label"}
"""Attributes of a box."""
METAS = (
    {"charset": "utf-8"},
    {"name": "viewport", "content": "width=device-width, initial-scale=1"},
    {"name": "referrer", "content": "no-referrer"},
    {"name": "color-scheme", "content": "light dark"},
)
"""Beside the security policy."""
POLICY = "Content-Security-Policy"
_MADE = re.compile(r"briefgen [\w.+-]{1,40}")
_HEAD = b"<!DOCTYPE html>\n<html "
_CLOSED = re.compile(rb"<([A-Za-z0-9]+)(?:\s[^<>]*)?/>")
_SEAL = re.compile(rb"\s*<!--[^<>]*-->\s*\Z")


def policy(look: str) -> str:
    """The security policy of a page with a style sheet: nothing is loaded, nothing runs but that sheet."""
    digest = base64.b64encode(hashlib.sha256(look.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def faults(data: bytes, root: Element, lines: Iterable[Element]) -> Iterator[str]:
    """What a page of ours does not hold. `lines`: the elements whose words were read."""
    yield from _unlike_html(data)
    yield from _unknown(root)
    yield from _misled(root)
    yield from _head(root)
    covered = {id(one) for line in lines for one in line.iter()}
    for one in root.iter():
        yield from _unread(one, covered)


def _unlike_html(data: bytes) -> Iterator[str]:
    """What a browser reads otherwise than it is read here."""
    if not data.startswith(_HEAD):
        yield "it does not begin as a page does"
    body = _SEAL.sub(b"", data)
    if body.count(b"<!") > 1 or b"<?" in body:
        yield "there is a comment, a declaration or a marked section"
    closed = {found[1].decode() for found in _CLOSED.finditer(body)}
    yield from (f"{tag} closes itself" for tag in sorted(closed - EMPTY))


def _unknown(root: Element) -> Iterator[str]:
    """Elements, attributes and values that no page of ours has."""
    for one in root.iter():
        tag = one.tag if isinstance(one.tag, str) else "a comment or instruction"
        if tag not in ELEMENTS:
            yield f"there is {tag}"
        yield from (f"{tag} has {name}" for name in map(str, one.attrib) if name not in ATTRIBUTES)
        if one.get("dir", "auto") != "auto":
            yield f"{tag} turns its words"
        if tag == "input" and (one.get("type") != "checkbox" or set(map(str, one.attrib)) != BOX):
            yield "there is another field than a box"


def _misled(root: Element) -> Iterator[str]:
    """Ids that stand twice, and links that lead out of the page or nowhere."""
    counted = Counter(one.get("id") for one in root.iter() if one.get("id"))
    yield from (f"the id {name} stands {times} times" for name, times in counted.items() if times > 1)
    for one in root.iter("a"):
        href = one.get("href", "")
        if not href.startswith("#") or href[1:] not in counted:
            yield f"a link leads to {href}, which is not on the page"


def _head(root: Element) -> Iterator[str]:
    """A head that says otherwise than ours does."""
    looks = [one.text or "" for one in root.iter("style")]
    metas = [dict(one.attrib) for one in root.iter("meta")]
    # Who made the page; by that a later run knows that it is no source.
    metas = [one for one in metas if one.get("name") != "generator" or not _MADE.fullmatch(one["content"])]
    wanted = [*METAS, {"http-equiv": POLICY, "content": policy("".join(looks))}]
    if len(looks) != 1 or sorted(map(str, metas)) != sorted(map(str, wanted)):
        yield "its head is another than that of its style sheet"


def _unread(one: Element, covered: set[int]) -> Iterator[str]:
    """Words that stand in no line that was read."""
    outside = one.text if id(one) not in covered else ""
    parent = one.getparent()
    behind = one.tail if parent is not None and id(parent) not in covered else ""
    for words in (outside, behind):
        if words and words.strip():
            yield f"words stand in no line: {words.strip()[:40]}"
