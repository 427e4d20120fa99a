"""Draws a memo into the house's base document, step by step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefgen.paper.house import HouseStyle, templates_root
from briefgen.paper.layout import page
from briefgen.paper.memo import Memo, Words
from briefgen.render.word.body import draw
from briefgen.render.word.lines import LineDrawing
from briefgen.render.word.margins import fill_margins
from briefgen.render.word.notes import write_notes
from briefgen.render.word.numbering import put_in_order
from briefgen.render.word.package import pack, set_properties
from briefgen.render.word.settings import tidy_settings
from briefgen.render.word.styles import Styles, mark_default, settle_headings
from briefgen.render.word.template import UNREADABLE, broken, open_template


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The finished .docx file."""
    base = templates_root() / "default" / "memo.docx"
    try:
        return _drawn(memo, words, style, base)
    except UNREADABLE as error:
        if style.word == base:
            raise
        # The office's file is at fault only when the same memo can be drawn into ours.
        _drawn(memo, words, replace(style, word=base), base)
        raise broken(style.word, error) from error


def _drawn(memo: Memo, words: Words, style: HouseStyle, base: Path) -> bytes:
    document = open_template(style.word)
    shown = page(memo, words, style)
    styles = Styles(document, base)
    lines = LineDrawing(shown, styles)
    draw(document, shown, styles, lines)
    write_notes(document, shown, styles, lines)
    fill_margins(document, shown, styles, style)
    mark_default(document, styles)
    settle_headings(document, styles)
    put_in_order(document)
    tidy_settings(document, styles, memo.language, shown)
    set_properties(document, memo)
    return pack(document)
