"""The styles of a .docx as a reader of its words needs them: their names, and which of them hide words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")


class StyleSheet(NamedTuple):
    """Styles by id."""

    names: Mapping[str, str]
    """Lower-case names."""
    hiding: frozenset[str]
    """Ids of those that hide their words; "" when words without a style are hidden."""

    @classmethod
    def read(cls, root: ElementTree.Element) -> StyleSheet:
        """The styles part of a file."""
        styles = {str(s.get(f"{_W}styleId")): s for s in root.iter(f"{_W}style")}
        names = {
            key: str(name.get(f"{_W}val")).lower()
            for key, style in styles.items()
            if (name := style.find(f"{_W}name")) is not None
        }
        default = is_on(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}vanish"))
        return cls(names, frozenset(key for key in ("", *styles) if _hides(key, styles, default=default)))

    def hides(self, style: str) -> bool:
        """Whether words in the style called by this id are not shown."""
        return style in self.hiding


def is_on(switch: ElementTree.Element | None) -> bool:
    """Whether an on/off element is there and not turned off."""
    return switch is not None and switch.get(f"{_W}val") not in _OFF


def _hides(key: str, styles: Mapping[str, ElementTree.Element], *, default: bool) -> bool:
    """What the style or the nearest one it is based on says, else the default of the file."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        switch = styles[key].find(f"{_W}rPr/{_W}vanish")
        if switch is not None:
            return is_on(switch)
        base = styles[key].find(f"{_W}basedOn")
        key = str(base.get(f"{_W}val")) if base is not None else ""
    return default
