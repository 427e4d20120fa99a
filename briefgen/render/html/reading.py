"""Reads an evidence page back as plain text, with where its links lead and what is set apart.

Read strictly as XML, not as browsers mend it: what was not escaped does not parse, and nothing is guessed.
What the two would read differently is a fault (`briefgen/render/html/sound.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.paper.reopened import BlockKind, ReadBlock, Reopened
from briefgen.render.html.own import own_of
from briefgen.render.html.sound import faults

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
TONES = ("mark", "s", "u")
"""Elements that set words of a source apart."""
MARGINS = ("marking", "generator")
"""Classes of the lines at head and foot of the page."""
DRAWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"circle": ("class", "cx"), "line": ("class", "x1", "x2"), "text": ("class", "x"), "svg": ("x",)}
)
"""Elements of the line of time, with what places them."""


def reopen(data: bytes) -> Reopened:
    """The memo of a page as blocks, and what stands beside it; of a file that is no page nothing."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        told = f"it is no page that can be read: {error.msg}"
        return Reopened("page", (), (), beside=(), faults=(told,))
    return _PageReading(root).reopened(data)


class _PageReading:
    """One page on its way back to blocks."""

    def __init__(self, root: Element) -> None:
        self.root = root
        # lxml makes an object anew whenever it is asked for an element; held here, each keeps its identity.
        self.all = list(root.iter())
        self.margins: list[Element] = []

    def reopened(self, data: bytes) -> Reopened:
        memo = next(self.root.iterfind(".//*[@id='memo']"), None)
        within = set() if memo is None else {id(one) for one in memo.iter()}
        found = list(self.blocks(self.root))
        inside = [one for one in found if id(one) in within]
        places = {id(one): at for at, one in enumerate(inside)}
        lines = (*found, *self.margins, *self.root.iter("caption", "style"))
        return Reopened(
            "page",
            tuple(self.block(one, places) for one in inside),
            (),
            margins=tuple(map(_words, self.margins)),
            linked=True,
            own=own_of,
            form="bracket",
            beside=tuple(self.block(one, {}) for one in found if id(one) not in within),
            names=tuple(self.names()),
            first=frozenset(one.get("id", "") for one in self.root.iter() if one.get("class") == "doubt"),
            languages=frozenset(one.get("lang", "") for one in self.root.iter() if "lang" in one.attrib),
            drawing=tuple(self.drawing()),
            faults=tuple(faults(data, self.root, lines)),
        )

    def blocks(self, element: Element) -> Iterator[Element]:
        """The elements that hold a line of words, in order; the margins are put aside."""
        tag = element.tag
        if not isinstance(tag, str) or tag in ("meta", "style", "caption"):
            return
        parent = element.getparent()
        if element.get("class") in MARGINS and parent is not None and parent.tag in ("header", "footer"):
            self.margins.append(element)
            return
        if tag in BLOCKS and not any(one.tag in BLOCKS for one in element.iterdescendants()):
            yield element
            return
        for child in element:
            yield from self.blocks(child)

    def block(self, element: Element, places: Mapping[int, int]) -> ReadBlock:
        """One block with its links: to blocks of the memo, and to other places by their ids."""
        hrefs = [one.get("href", "").removeprefix("#") for one in element.iter("a")]
        targets = [id(self.ids.get(href)) for href in hrefs]
        around = (element, *element.iterancestors())
        return ReadBlock(
            "title" if element.get("class") == "title" else BLOCKS[str(element.tag)],
            _words(element),
            links=tuple(places[at] for at in targets if at in places),
            tones=tuple((one.get("class") or str(one.tag), _words(one)) for one in element.iter(*TONES)),
            leads=tuple(href for href, at in zip(hrefs, targets, strict=True) if at not in places),
            ids=tuple(one.get("id", "") for one in around if one.get("id")),
            marks=tuple(one.get("id", "") for one in element.iterdescendants() if one.get("id")),
            folded=any(one.tag == "details" for one in around),
        )

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

    def drawing(self) -> Iterator[tuple[str, ...]]:
        """What is drawn in the line of time, and where."""
        for whole in self.root.iter("svg"):
            parent = whole.getparent()
            if parent is not None and parent.tag != "svg":
                for one in whole.iterdescendants(*DRAWN):
                    yield (str(one.tag), *(one.get(name, "") for name in DRAWN[str(one.tag)]))


def _words(element: Element) -> str:
    return "".join(str(piece) for piece in element.itertext())
