"""A Markdown memo as a parser of other people sees it: GFM with footnotes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefgen.paper.printed import folded

markdown_it = pytest.importorskip("markdown_it", reason="the Markdown parser for the tests is not installed")
pytest.importorskip("linkify_it", reason="the Markdown parser for the tests is not installed")
footnote = pytest.importorskip("mdit_py_plugins.footnote", reason="the footnote plugin is not installed")

FOREIGN = {"html_block", "code_block", "fence", "blockquote_open", "ordered_list_open"}
SHOWN_AS_TEXT = {
    "text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "hardbreak", "softbreak",
    "footnote_ref", "link_close",
}  # fmt: skip


def read_with_a_parser(data: bytes) -> tuple[list[str], list[str]]:
    """Texts of blocks and of notes, as a GFM parser with footnotes sees them."""
    parser = markdown_it.MarkdownIt("gfm-like").use(footnote.footnote_plugin)
    blocks: list[str] = []
    notes: list[str] = []
    target = blocks
    for token in parser.parse(data.decode("utf-8")):
        if token.type == "footnote_block_open":
            target = notes
        assert token.type not in FOREIGN
        if token.type == "inline":
            target += lines_of(token)
    return [folded(b) for b in blocks], [folded(n) for n in notes]


def lines_of(token: Any) -> list[str]:
    """The words of a paragraph; a token that is anything but words fails.

    This parser also links bare domains ("port.example", "//port.example"), which GFM does not; let pass.
    """
    lines = [""]
    for child in token.children:
        if child.type == "link_open":
            assert not re.search(r"^http://www\.|@|^(?!http://|//)", child.attrs["href"])
            continue
        assert child.type in SHOWN_AS_TEXT, child
        if child.type == "hardbreak":
            lines.append("")
        elif child.type == "softbreak":
            lines[-1] += " "
        else:
            lines[-1] += child.content
    return lines
