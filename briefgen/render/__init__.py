"""Renderers: a memo in, bytes out, and the bytes read back. One file a format, one line below.

Formats that are made from the files of others stand in `carriers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Words
from briefgen.paper.reopened import Reopened
from briefgen.render.carriers import BASE, CARRIERS, Carrier


class Renderer(NamedTuple):
    """One output format."""

    suffix: str
    """Of the file's name, without the dot."""
    render: Callable[[Memo, Words, HouseStyle], bytes]
    """The finished file. Raises BriefgenError `template-broken` when the house's template fails."""
    reopen: Callable[[bytes], Reopened]
    """What a reader of the file sees, for `verify`."""
    sealed: Callable[[bytes], bool | None] = lambda data: None
    """Whether a file is as it was written, by the hash that it holds of itself; None: it holds none, and so
    may have been edited. A format without one never replaces a file that differs."""
    evidence: bool = False
    """Whether the format shows the evidence of a memo (`Memo.evidence`)."""


def _renderer(suffix: str, module: str, *, evidence: bool = False) -> Renderer:
    """A renderer of this package, imported at its first use: most runs write one format."""

    def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
        made: bytes = import_module(f"briefgen.render.{module}").render(memo, words, style)
        return made

    def reopen(data: bytes) -> Reopened:
        read: Reopened = import_module(f"briefgen.render.{module}").reopen(data)
        return read

    def sealed(data: bytes) -> bool | None:
        known: bool | None = import_module(f"briefgen.render.{module}").sealed(data)
        return known

    return Renderer(suffix, render, reopen, sealed, evidence)


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "docx": _renderer("docx", "word"),
        "md": _renderer("md", "markdown"),
        "json": _renderer("json", "jsonfile"),
        "html": _renderer("html", "html", evidence=True),
    }
)

__all__ = ["BASE", "CARRIERS", "RENDERERS", "Carrier", "Renderer"]
