"""An HTML file as the parser of the standard library sees it: elements, attributes, words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefgen.paper.printed import folded

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "label",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "wbr",
    }
)  # fmt: skip
"""Elements that do not end a line of text."""
SILENT = frozenset({"script", "style", "template"})


@dataclass(eq=False)
class Element:
    """One element."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements below, in order; only those of some tags where they are named."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def above(self) -> Iterator[Element]:
        """The elements round it, the nearest first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    @property
    def text(self) -> str:
        """The words below, with a line break where an element begins or ends a line."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in SILENT:
                edge = "" if child.tag in INLINE else "\n"
                yield f"{edge}{child.text}{edge}"

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class _Tree(HTMLParser):
    """Builds the elements; one that is not closed, or closed in the wrong place, is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("")
        self.declared = ""

    def handle_decl(self, decl: str) -> None:
        self.declared = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice"
        made = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def tree(data: bytes) -> Element:
    """The page's elements below one without a tag."""
    reading = _Tree()
    reading.feed(data.decode("utf-8"))
    reading.close()
    assert reading.declared.lower() == "doctype html"
    assert reading.at is reading.root, f"<{reading.at.tag}> is not closed"
    return reading.root


def page_text(data: bytes) -> str:
    """The words of a page, each line folded."""
    return "\n".join(folded(line) for line in tree(data).text.split("\n"))
