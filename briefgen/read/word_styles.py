"""The styles of a Word file: what a style is called, whether it hides its words, how large it prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|rubrik|kop)\s?([1-9])", re.IGNORECASE)
_DEPTH = 20
"""Styles that one is based on; a file can make them a circle."""


@dataclass(slots=True)
class TextLook:
    """What the properties of a run, a paragraph mark or a style say of its letters; None: nothing."""

    hidden: bool | None = None
    bold: bool | None = None
    size: float | None = None
    """In points."""
    style: str = ""
    raised: bool = False
    """Superscript."""

    def note(self, name: str, value: str | None) -> None:
        """Takes in one property by its element's name and its value."""
        if name == "vanish":
            self.hidden = is_on(value)
        elif name == "b":
            self.bold = is_on(value)
        elif name == "sz" and value and value.replace(".", "", 1).isdigit():
            self.size = float(value) / 2
        elif name == "rStyle":
            self.style = value or ""
        elif name == "vertAlign":
            self.raised = value == "superscript"


@dataclass(slots=True)
class WordStyle:
    """One style."""

    name: str = ""
    based_on: str = ""
    level: int = 0
    """Of an outline, 1 the highest; 0 when it has none."""
    look: TextLook = field(default_factory=TextLook)


def is_on(value: str | None) -> bool:
    """Whether a switch of the format is on: without a value it is."""
    return value is None or value.casefold() not in _OFF


def value_of(attributes: Mapping[str, str], name: str = "val") -> str | None:
    """The attribute of this local name, whatever its namespace."""
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), None)


class StyleSheetReader:
    """Collects word/styles.xml."""

    def __init__(self) -> None:
        self.styles: dict[str, WordStyle] = {}
        self.default = ""
        """Id of the style of paragraphs that name none."""
        self._open: WordStyle | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "style":
            self._open = self.styles.setdefault(value_of(attributes, "styleId") or "", WordStyle())
            if value_of(attributes, "type") == "paragraph" and value_of(attributes, "default") in (
                "1",
                "true",
            ):
                self.default = value_of(attributes, "styleId") or ""
        elif self._open is not None:
            self._note(self._open, name, value_of(attributes))

    def _note(self, style: WordStyle, name: str, value: str | None) -> None:
        if name == "name":
            style.name = value or ""
        elif name == "basedOn":
            style.based_on = value or ""
        elif name == "outlineLvl" and value and value.isdigit() and int(value) < 9:
            style.level = int(value) + 1
        else:
            style.look.note(name, value)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._open = None

    def data(self, text: str) -> None:
        """A stretch of text; there is none."""

    def line(self, style: str) -> list[WordStyle]:
        """A style and those it is based on, the nearest first."""
        found: list[WordStyle] = []
        while style in self.styles and len(found) < _DEPTH:
            found.append(self.styles[style])
            style = found[-1].based_on
        return found

    def name(self, style: str) -> str:
        """Its name, in English whatever the language of Word; the id when there is no such style."""
        return self.styles[style].name if style in self.styles else style

    def level(self, style: str) -> int:
        """The level of the heading that it is, or 0."""
        named = _HEADING.fullmatch(self.name(style))
        return int(named[1]) if named else next((one.level for one in self.line(style) if one.level), 0)

    def hides(self, paragraph: str, run: TextLook) -> bool:
        """Whether a run in a paragraph of this style is hidden.

        Its own property decides; else those of its two styles, which cancel each other out (ISO/IEC 29500-1,
        17.7.3: toggle properties).
        """
        if run.hidden is not None:
            return run.hidden
        return self._says_hidden(paragraph or self.default) != self._says_hidden(run.style)

    def _says_hidden(self, style: str) -> bool:
        said = (one.look.hidden for one in self.line(style) if one.look.hidden is not None)
        return next(said, False)

    def bold(self, paragraph: str, run: TextLook) -> bool:
        """Whether a run is bold."""
        said = (one.look.bold for one in self._looks(paragraph, run) if one.look.bold is not None)
        return run.bold if run.bold is not None else next(said, False)

    def size(self, paragraph: str, run: TextLook) -> float:
        """Of its letters in points; Word's own 10 where the file does not say."""
        said = (one.look.size for one in self._looks(paragraph, run) if one.look.size is not None)
        return run.size if run.size is not None else next(said, 10.0)

    def _looks(self, paragraph: str, run: TextLook) -> list[WordStyle]:
        return [*self.line(run.style), *self.line(paragraph or self.default)]
