"""Renderers: a memo in, bytes out, and the bytes read back. One file a format, one line below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Reopened, Words
from briefgen.render import jsonfile, markdown, word


class Renderer(NamedTuple):
    """One output format. Its module imports what it needs when it is used, not before."""

    suffix: str
    """Of the file's name, without the dot."""
    render: Callable[[Memo, Words, HouseStyle], bytes]
    """The finished file. Raises BriefgenError `template-broken` when the house's template fails."""
    reopen: Callable[[bytes], Reopened]
    """What a reader of the file sees, for `verify`."""


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "docx": Renderer("docx", word.render, word.reopen),
        "md": Renderer("md", markdown.render, markdown.reopen),
        "json": Renderer("json", jsonfile.render, jsonfile.reopen),
    }
)
