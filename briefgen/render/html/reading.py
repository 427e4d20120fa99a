"""Reads an evidence page back as plain text, and names what a page of ours may not hold.

Read strictly as XML, not as browsers mend it: what was not escaped does not parse, and nothing is guessed.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.paper.reopened import BlockKind, ReadBlock, Reopened
from briefgen.render.html.own import own_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BLOCKS: Mapping[str, BlockKind] = MappingProxyType(
    {
        "h1": "title", "h2": "heading", "h3": "heading", "p": "line", "li": "line", "dt": "line",
        "dd": "line", "summary": "line", "label": "line", "text": "line", "title": "line",
        "td": "cell", "th": "cell",
    }
)  # fmt: skip
"""Elements that hold a line of words; one that holds further of them is none itself."""
TONES = frozenset({"mark", "s", "u"})
"""Elements that set words of a source apart."""
AROUND = frozenset(
    {
        "html", "head", "body", "header", "main", "footer", "nav", "section", "div", "ul", "ol", "dl",
        "table", "thead", "tbody", "tr", "details", "svg", "path", "line", "circle",
    }
)  # fmt: skip
INLINE = frozenset({"a", "b", "i", "span", "input", *TONES})
HEAD = frozenset({"meta", "style"})
ALLOWED = frozenset(BLOCKS) | AROUND | INLINE | HEAD | {"caption"}
ATTRIBUTES = frozenset(
    {
        "id", "class", "lang", "dir", "href", "for", "type", "role", "scope", "colspan", "tabindex",
        "aria-label", "aria-labelledby", "aria-hidden", "charset", "name", "content", "http-equiv",
        "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "width", "height", "overflow",
    }
)  # fmt: skip
"""Attributes that load nothing and run nothing; `href` leads inside the page only."""


def reopen(data: bytes) -> Reopened:
    """The memo of a page as blocks, and what stands beside it; of a file that is no page nothing."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return Reopened("page", (), (), faults=(f"it is no page that can be read: {error.msg}",))
    return _PageReading(root).reopened()


@dataclass
class _PageReading:
    """One page on its way back to blocks."""

    root: Element
    margins: list[str] = field(default_factory=list)

    def reopened(self) -> Reopened:
        memo = next(self.root.iterfind(".//*[@id='memo']"), None)
        found = list(self.blocks(self.root))
        inside = [one for one in found if memo is not None and _within(one, memo)]
        beside = [one for one in found if not (memo is not None and _within(one, memo))]
        places = {id(one): at for at, one in enumerate(inside)}
        return Reopened(
            "page",
            tuple(self.block(one, places) for one in inside),
            (),
            margins=tuple(self.margins),
            linked=True,
            own=own_of,
            form="bracket",
            beside=tuple(self.block(one, {}) for one in beside),
            names=tuple(self.names()),
            faults=tuple(self.faults()),
        )

    def blocks(self, element: Element) -> Iterator[Element]:
        """The elements that hold a line of words, in order; the margins are put aside."""
        tag = element.tag
        if tag in HEAD or tag == "caption" or not isinstance(tag, str):
            return
        if "marking" in element.get("class", "") or "generator" in element.get("class", ""):
            self.margins.append(_words(element))
            return
        if tag in BLOCKS and not any(one.tag in BLOCKS for one in element.iterdescendants()):
            yield element
            return
        for child in element:
            yield from self.blocks(child)

    def block(self, element: Element, places: Mapping[int, int]) -> ReadBlock:
        """One block with its links: to blocks of the memo, and to passages."""
        tag = str(element.tag)
        kind: BlockKind = "title" if "title" in element.get("class", "").split() else BLOCKS[tag]
        hrefs = [one.get("href", "").removeprefix("#") for one in element.iter("a")]
        inner = [places[at] for at in (id(self.ids.get(href)) for href in hrefs) if at in places]
        leads = tuple(href for href in hrefs if id(self.ids.get(href)) not in places)
        tones = tuple(
            (str(one.tag), _words(one)) for one in element.iter(*TONES) if one.getparent() is not None
        )
        return ReadBlock(kind, _words(element), links=tuple(inner), tones=tones, leads=leads)

    @cached_property
    def ids(self) -> Mapping[str, Element]:
        """The elements by their id."""
        return {one.get("id", ""): one for one in self.root.iter() if one.get("id")}

    def names(self) -> Iterator[str]:
        """Words that stand in no line: names for those who do not see the page."""
        for one in self.root.iter():
            if one.tag == "caption":
                yield _words(one)
            elif label := one.get("aria-label"):
                yield label

    def faults(self) -> Iterator[str]:
        """What a page of ours does not hold."""
        yield from self.unknown()
        counted = Counter(one.get("id") for one in self.root.iter() if one.get("id"))
        yield from (f"the id {name} stands {times} times" for name, times in counted.items() if times > 1)
        for one in self.root.iter("a"):
            href = one.get("href", "")
            if not href.startswith("#") or href[1:] not in counted:
                yield f"a link leads to {href}, which is not on the page"
        if self.policy() != self.declared():
            yield "its content security policy is not that of its style sheet"

    def unknown(self) -> Iterator[str]:
        """Elements and attributes that no page of ours has, and words outside of lines."""
        lines = {id(one) for one in self.blocks(self.root)}
        for one in self.root.iter():
            tag = one.tag if isinstance(one.tag, str) else "a comment or instruction"
            if tag not in ALLOWED:
                yield f"there is {tag}"
            yield from (f"{tag} has {name!s}" for name in map(str, one.attrib) if name not in ATTRIBUTES)
            if tag in AROUND and id(one) not in lines and _stray(one):
                yield f"words stand in no line: {_stray(one)[:40]}"

    def policy(self) -> str:
        """The policy that fits the style sheet."""
        look = next((one.text or "" for one in self.root.iter("style")), "")
        digest = base64.b64encode(hashlib.sha256(look.encode()).digest()).decode()
        return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

    def declared(self) -> str:
        """The policy that the page has."""
        found = (one for one in self.root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy")
        return next((one.get("content", "") for one in found), "")


def _words(element: Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _stray(element: Element) -> str:
    """Words that stand in an element itself, not in one of its children."""
    return "".join(filter(None, (element.text, *(child.tail for child in element)))).strip()


def _within(element: Element, outer: Element) -> bool:
    return element is outer or any(one is outer for one in element.iterancestors())
