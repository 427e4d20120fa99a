"""Whether the styles of a Word file show its words, and show them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree

from briefgen.render.word.reading_styles import StyleSheet, is_on

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SWITCHES = MappingProxyType(
    {
        "vanish": "hidden", "webHidden": "hidden", "specVanish": "hidden", "strike": "struck through",
        "dstrike": "struck through", "outline": "in outline", "emboss": "embossed", "imprint": "engraved",
        "rtl": "turned round",
    }
)  # fmt: skip
_CAPITALS = MappingProxyType({"caps": "in capitals", "smallCaps": "in small capitals"})
_OWN_WORDS = re.compile(
    r"(?:heading \d|title|header|footer|memo (?:kind|label|marking|table head|annex|first annex|number))\Z"
)
"""Styles of the house's own words, which an office may set in capitals; a source's stay as they are."""
_LEAST_SIZE = 12
"""Half points: six points can be read, if with pain; templates set notes in eight."""
_LIGHT = 0xD0
"""Of 255; a colour that is lighter in all three parts is not seen on white paper."""
_LEAST_SCALE, _LEAST_LINE, _MOST_INDENT = 50, 100, 8000
"""Per cent of the width of letters; twentieths of a point of a line of fixed height, and of an indent."""
_CLOSEST, _MOST_RAISED = -100, 24
"""Twentieths of a point between letters; half points that letters may be raised or lowered."""
_DARK = 0x80
"""Of 255; a ground of which one part of the colour is below it is dark."""
_DARK_MARKERS = frozenset(
    {"black", "darkBlue", "darkCyan", "darkGreen", "darkMagenta", "darkRed", "darkYellow", "darkGray"}
)
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_PICTURES = re.compile(r"wingdings|webdings|symbol\b|marlett", re.I)
"""Fonts whose letters are signs."""


def unseen(body: ElementTree.Element, sheet: StyleSheet, root: ElementTree.Element) -> Iterator[str]:
    """Styles in use that hide words, or show others than there are."""
    chains = Chains(root)
    found: dict[str, None] = {}
    for paragraph in body.iter(f"{_W}p"):
        found.setdefault(_style(paragraph, "pPr", "pStyle"))
        for run in paragraph.iter(f"{_W}r"):
            if any(t.text for t in run.iter(f"{_W}t")):
                found.setdefault(_style(run, "rPr", "rStyle"))
    for style in found:
        name = sheet.names.get(style, "")
        if style and style not in chains.styles:
            yield f"a style is used that is not there: {style}"
        for what in chains.wrong(style, capitals=bool(_OWN_WORDS.match(name))):
            yield f"words in the style “{name or 'the default'}” are {what}"
    for table in {str(one.get(f"{_W}val")) for one in body.iter(f"{_W}tblStyle")}:
        for what in dict.fromkeys((*chains.wrong(table, capitals=True), *chains.parts(table))):
            yield f"words in a table of the style “{sheet.names.get(table, table)}” are {what}"


def is_dark(colour: str) -> bool:
    """Whether a ground is so dark that black words are not seen; "auto" is white."""
    return bool(_COLOUR.fullmatch(colour)) and min(_parts_of(colour)) < _DARK


def _style(element: ElementTree.Element, properties: str, pointer: str) -> str:
    found = element.find(f"{_W}{properties}/{_W}{pointer}")
    return "" if found is None else str(found.get(f"{_W}val"))


@dataclass
class Chains:
    """The styles of a file, each with those that it is based on."""

    root: ElementTree.Element

    def __post_init__(self) -> None:
        self.styles: Mapping[str, ElementTree.Element] = {
            str(style.get(f"{_W}styleId")): style for style in self.root.iter(f"{_W}style")
        }

    def wrong(self, style: str, *, capitals: bool) -> Iterator[str]:
        """How a style shows words otherwise than they are."""
        for switch, what in _SWITCHES.items():
            if is_on(self._of_run(style, switch)):
                yield what
        for switch, what in _CAPITALS.items():
            if not capitals and is_on(self._of_run(style, switch)):
                yield what
        yield from self._sizes(style)
        marker = _value(self._of_run(style, "highlight"))
        ground = self._of_run(style, "shd")
        fill = "" if ground is None else str(ground.get(f"{_W}fill"))
        if marker in _DARK_MARKERS or is_dark(fill):
            yield "on a dark ground"
        colour = str(_value(self._of_run(style, "color")))
        light = _COLOUR.fullmatch(colour) and min(_parts_of(colour)) >= _LIGHT
        # An office may set its headings in white on a bar of its colour.
        if light and not self._on_ground(style):
            yield f"of the colour {colour} on white"
        for fonts in self._all(style, "rPr", "rFonts"):
            if any(_PICTURES.search(value) for value in fonts.attrib.values()):
                yield "in a font of signs"
                break

    def _sizes(self, style: str) -> Iterator[str]:
        """What is too small, too narrow, or beside the page."""
        if 0 <= _number(self._of_run(style, "sz")) < _LEAST_SIZE:
            yield "too small to be read"
        if 0 <= _number(self._of_run(style, "w")) < _LEAST_SCALE:
            yield "too narrow to be read"
        if _integer(_value(self._of_run(style, "spacing"))) < _CLOSEST:
            yield "one above the other"
        if abs(_integer(_value(self._of_run(style, "position")))) > _MOST_RAISED:
            yield "beside their line"
        spacing = self._first(style, "pPr", "spacing")
        fixed = spacing is not None and spacing.get(f"{_W}lineRule") == "exact"
        if spacing is not None and fixed and _integer(spacing.get(f"{_W}line")) < _LEAST_LINE:
            yield "in lines without height"
        indent = self._first(style, "pPr", "ind")
        for key in ("left", "start", "right", "end", "firstLine") if indent is not None else ():
            if indent is not None and abs(_integer(indent.get(f"{_W}{key}") or "0")) > _MOST_INDENT:
                yield "beside the page"
        if self._first(style, "pPr", "framePr") is not None:
            yield "in a frame"

    def _on_ground(self, style: str) -> bool:
        """Whether a style has a ground of its own that is not as light as letters may not be."""
        ground = self._first(style, "pPr", "shd")
        fill = "" if ground is None else str(ground.get(f"{_W}fill"))
        return bool(_COLOUR.fullmatch(fill)) and min(_parts_of(fill)) < _LIGHT

    def parts(self, table: str) -> Iterator[str]:
        """How a part of a table style, such as that of the first row, hides words."""
        for properties in self.styles[table].iter(f"{_W}rPr") if table in self.styles else ():
            for switch, what in _SWITCHES.items():
                if is_on(properties.find(f"{_W}{switch}")):
                    yield what

    def _of_run(self, style: str, name: str) -> ElementTree.Element | None:
        return self._first(style, "rPr", name)

    def _first(self, style: str, properties: str, name: str) -> ElementTree.Element | None:
        """What the style, the nearest one that it is based on, or the defaults say."""
        return next(self._all(style, properties, name), None)

    def _all(self, style: str, properties: str, name: str) -> Iterator[ElementTree.Element]:
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style].find(f"{_W}{properties}/{_W}{name}")
            if found is not None:
                yield found
            style = str(_value(self.styles[style].find(f"{_W}basedOn")))
        default = self.root.find(f"{_W}docDefaults/{_W}{properties}Default/{_W}{properties}/{_W}{name}")
        if default is not None:
            yield default


def _value(element: ElementTree.Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")


def _number(element: ElementTree.Element | None) -> int:
    """The value of a measure; -1 where there is none."""
    return -1 if element is None else _integer(_value(element))


def _integer(value: str | None) -> int:
    """A whole number; 0 for what is none."""
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,9}", value) else 0


def _parts_of(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
