"""What a Word file has from its template: styles, lists, theme, page, headers and footers.

Each is read as a set of signatures. A file of ours has none that neither the house's template nor our own
has, so that nothing can hide or change words by them, whatever the means.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHOLE = ("theme", "extended-properties")
"""Parts that are taken over byte for byte."""
_OURS = frozenset({"lang", "keepNext", "pageBreakBefore", "numId", "rsid", "name", "basedOn", "next", "link"})
"""Of a style what the memo sets itself: its language, how headings keep to what they head, its ids."""
_HOLDING = frozenset({"rPr", "pPr", "rPrDefault", "pPrDefault"})
"""Elements that say nothing by themselves."""
_LISTED = ("start", "numFmt", "lvlText", "suff", "lvlJc", "pPr", "rPr", "isLgl")
_MARGIN_OURS = frozenset({"p", "pPr", "pStyle", "r", "t", "tab", "rPr", "rStyle"})
"""Elements of a paragraph that we may put into a header or footer; the marking and the number of the page."""
_FIELDS = frozenset({"PAGE", "NUMPAGES"})
_SETTINGS_OURS = frozenset({"zoom", "compat", "footnotePr", "endnotePr", "themeFontLang"})
"""Settings that the memo brings to what it needs."""
_PAGE_OURS = frozenset({"headerReference", "footerReference", "footnotePr", "endnotePr"})


def signatures(package: zipfile.ZipFile) -> frozenset[str]:
    """Everything of a package by which its words are shown, each piece as one text."""
    types = ElementTree.fromstring(package.read("[Content_Types].xml"))
    found: set[str] = set()
    for one in types:
        name, content = str(one.get("PartName")).lstrip("/"), str(one.get("ContentType"))
        kind = content.rpartition("+")[0].rpartition(".")[2]
        if name not in package.namelist():
            continue
        if kind in _WHOLE:
            found.add(f"{kind} {hashlib.sha256(package.read(name)).hexdigest()}")
        elif kind in _READERS:
            found |= {f"{kind} {text}" for text in _READERS[kind](ElementTree.fromstring(package.read(name)))}
    return frozenset(found)


def _styles(root: ElementTree.Element) -> Iterator[str]:
    """Each style by its name, with all that it says of the look of words."""
    defaults = root.find(f"{_W}docDefaults")
    if defaults is not None:
        yield f"defaults {_text(defaults)}"
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        for child in style:
            if _tag(child) not in _OURS and (text := _text(child)):
                yield f"{_value(name).lower()} {text}"


def _numbering(root: ElementTree.Element) -> Iterator[str]:
    """Each level of a list."""
    for level in root.iter(f"{_W}lvl"):
        yield " ".join(sorted(_text(child) for child in level if _tag(child) in _LISTED))
    for number in root.iter(f"{_W}num"):
        yield from (_text(child) for child in number if _tag(child) != "abstractNumId")


def _margin(root: ElementTree.Element) -> Iterator[str]:
    """Elements of a header or footer but those of plain paragraphs and of the number of the page."""
    for one in root.iter():
        tag = _tag(one)
        words = set(str(one.get(f"{_W}instr")).split()) if tag == "fldSimple" else set()
        if one is root or tag in _MARGIN_OURS or (words and words <= _FIELDS):
            continue
        text = (one.text or "").strip() if tag == "instrText" else ""
        yield f"{one.tag} {sorted(one.attrib.items())} {text}"


def _page(root: ElementTree.Element) -> Iterator[str]:
    """The page setup."""
    for setup in root.iter(f"{_W}sectPr"):
        yield from (_text(child) for child in setup if _tag(child) not in _PAGE_OURS)


def _settings(root: ElementTree.Element) -> Iterator[str]:
    yield from (_text(child) for child in root if _tag(child) not in _SETTINGS_OURS)


_READERS = {
    "styles": _styles,
    "numbering": _numbering,
    "header": _margin,
    "footer": _margin,
    "main": _page,
    "settings": _settings,
}


def _text(element: ElementTree.Element) -> str:
    """An element with all in it, attributes in order, but what the memo sets itself."""
    inner = "".join(_text(child) for child in element if _tag(child) not in _OURS)
    if not inner and not element.attrib and _tag(element) in _HOLDING:
        return ""
    held = "".join(f" {key}={value!r}" for key, value in sorted(element.attrib.items()))
    return f"<{element.tag}{held}>{inner}"


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _value(element: ElementTree.Element | None) -> str:
    return "" if element is None else str(element.get(f"{_W}val"))
