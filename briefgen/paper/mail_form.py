"""The form of a mail: its elements with their styles, its parts with their types. A mail has nothing else.

Who writes a mail and who checks one both take it from here, so that a style is named once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Kind = Literal["marking", "title", "line", "basis", "attached"]
"""Of a paragraph."""


class MailElement(NamedTuple):
    """An element as its two tags."""

    start: str
    end: str


def _element(tag: str, style: str = "") -> MailElement:
    return MailElement(f'<{tag} style="{style}">' if style else f"<{tag}>", f"</{tag}>")


PARAGRAPHS: Mapping[Kind, MailElement] = MappingProxyType(
    {
        "marking": _element("p", "margin:0 0 12px 0;font-weight:bold"),
        "title": _element("h1", "margin:0 0 12px 0;font-size:140%;line-height:1.25"),
        "line": _element("li", "margin:0 0 8px 0"),
        "basis": _element("p", "margin:14px 0 8px 0;font-size:90%"),
        "attached": _element("p", "margin:0 0 8px 0"),
    }
)
LIST = _element("ul", "margin:0 0 12px 0;padding:0 0 0 20px")
"""Around the lines."""
TONES: Mapping[str, MailElement] = MappingProxyType(
    {
        "label": _element("b"),
        "name": _element("b"),
        "worked-out": _element("i"),
        "mark": _element("span", "font-size:85%"),
    }
)
"""Of words in a paragraph; one is never in another."""
TITLE = _element("title")
DOCTYPE = "<!DOCTYPE html>"
HTML = MailElement('<html lang="{language}">', "</html>")
HEAD = _element("head")
METAS = ('<meta charset="utf-8">', '<meta name="color-scheme" content="light dark">')
BODY = _element(
    "body", "margin:0;padding:12px;font-family:Calibri,Arial,sans-serif;font-size:11pt;line-height:1.4"
)

PLAIN_TYPE = "text/plain; charset=utf-8"
HTML_TYPE = "text/html; charset=utf-8"
ENCODING = "base64"
"""Of every part."""
BOUNDARY = re.compile(r'multipart/(\w+); boundary="=_[0-9a-f]{32}"')
"""Type of a part that holds others; what it holds gives the figures."""
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
        "html": HTML_TYPE,
        "md": "text/markdown; charset=utf-8",
        "json": "application/json",
    }
)
_UNKNOWN = "application/octet-stream"


def attached_type(name: str) -> str:
    """Content-Type of an attached file by its name, without that name."""
    return _TYPES.get(name.rpartition(".")[2], _UNKNOWN)
