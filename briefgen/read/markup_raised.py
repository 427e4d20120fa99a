"""Raised signs in HTML: what is printed for them takes their place in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.read.raised import raised

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_RAISED = "//sup | //*[contains(@style, 'vertical-align') and contains(@style, 'super')]"
_LONGEST = 20
"""Characters; longer words that are raised are no sign."""
_LOOK_BACK = 80


def settle_raised(page: HtmlElement, blocks: Collection[str]) -> None:
    """Takes the marks of notes out of a tree and prints exponents as such; a line begins in each block."""
    from lxml import etree

    signs = {one for one in page.xpath(_RAISED) if len("".join(one.itertext())) <= _LONGEST}
    if not signs:
        return
    line, inside = "", 0
    printed: dict[HtmlElement, str] = {}
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if element.tag in blocks:
            line = ""
        if element in signs and event == "start" and not inside:
            printed[element] = raised(line, "".join(element.itertext()))
            line += printed[element]
        inside += (element in signs) * (1 if event == "start" else -1)
        words = element.text if event == "start" and isinstance(element.tag, str) else None
        words = element.tail if event == "end" else words
        if words and not inside:
            line = (line + words)[-_LOOK_BACK:]
    for element, words in printed.items():
        del element[:]
        element.text = words
