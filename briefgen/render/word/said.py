"""What a Word file says besides its text: names of tables and controls, labels of lists, properties."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from briefgen.render.seal import NAME
from briefgen.render.word.sealing import PART

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = tuple(f"{_W}{tag}" for tag in ("tblCaption", "tblDescription", "alias", "tag"))
_CORE = "docProps/core.xml"
_DATES = ("created", "modified", "revision")
"""Of the core properties those that are no words."""


def names(body: ElementTree.Element) -> Iterator[str]:
    """What tables and controls are called, for those who do not see the page."""
    for tag in _NAMED:
        yield from (str(one.get(f"{_W}val")) for one in body.iter(tag))


def labels(numbering: list[ElementTree.Element]) -> Iterator[str]:
    """What lists print in front of their lines, "Annex %1."."""
    for root in numbering:
        yield from (str(one.get(f"{_W}val")) for one in root.iter(f"{_W}lvlText"))


def said_of_itself(package: zipfile.ZipFile) -> Iterator[str]:
    """The words of its properties but the seal, which is a number of the file."""
    known = set(package.namelist())
    for one in ElementTree.fromstring(package.read(_CORE)).iter() if _CORE in known else ():
        if one.text and one.tag.rpartition("}")[2] not in _DATES:
            yield one.text
    for one in ElementTree.fromstring(package.read(PART)) if PART in known else ():
        if one.get("name") != NAME:
            yield from (str(one.get("name")), "".join(one.itertext()))
