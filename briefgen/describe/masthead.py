"""Which words are the name of a publisher, and the line under the headline that is one."""

from __future__ import annotations

from functools import cache

from briefgen import lexicon
from briefgen.describe.page import DescribedPage
from briefgen.english.gazetteer import lookup
from briefgen.english.publishers import has_outlet_word, is_brand, is_capitalised, is_outlet, is_person
from briefgen.model import SIGNED, Block, Fact

_LONGEST = 10
"""Words; a longer line under a headline is a standfirst."""


@cache
def sections() -> frozenset[str]:
    """Names of sections, which stand in trails, in titles and under headlines as names do."""
    rows = (row for row in lexicon.furniture.lines() if row.label == "section")
    return frozenset(name for row in rows for name in row.phrases)


@cache
def _menus() -> frozenset[str]:
    rows = (row for row in lexicon.furniture.lines() if row.label != "section")
    return frozenset(name.casefold() for row in rows for name in row.phrases)


@cache
def _notices() -> tuple[str, ...]:
    rows = (row for row in lexicon.furniture.starts() if row.label == "furniture")
    return tuple(phrase.casefold() for row in rows for phrase in row.phrases)


def is_furniture(text: str) -> bool:
    """Whether words are a menu's or a notice's: "Privacy Policy", "Terms of use and more"."""
    folded = " ".join(text.casefold().split())
    if folded in _menus():
        return True
    return any(folded.startswith(start) and not folded[len(start) :][:1].isalnum() for start in _notices())


def is_name(text: str) -> bool:
    """Whether words can be the name of a publisher: capitals but in small words, no menu, no notice."""
    return is_capitalised(text) and not is_furniture(text)


def masthead(page: DescribedPage) -> Fact | None:
    """The name that stands alone under the headline, above the writer or the date, or over the headline.

    It must show that it is a publisher's: listed, or with a word of such names, or not to be taken for
    a person, a place or a section.
    """
    top = next((i for i, block in enumerate(page.blocks) if block.label == "headline"), None)
    if top is None:
        return None
    for block, signed in ((_at(page, top + 1), True), (_at(page, 0) if top else None, False)):
        if block is None or not _may_be(page, block):
            continue
        text = page.text(block)
        if is_outlet(text) or (
            (_is_signed(page, top + 2) if signed else has_outlet_word(text)) and _shows(page, top, text)
        ):
            return page.fact(block.span.start, block.span.end)
    return None


def _at(page: DescribedPage, i: int) -> Block | None:
    return page.blocks[i] if i < len(page.blocks) else None


def _may_be(page: DescribedPage, block: Block) -> bool:
    text = page.text(block)
    if block.label not in ("body", "furniture") or text.count(" ") >= _LONGEST or text[-1] in ".!?:;,":
        return False
    head = text.split(",")[0]
    return "|" not in text and "\n" not in text and is_name(head) and head.casefold() not in sections()


def _is_signed(page: DescribedPage, i: int) -> bool:
    """Whether a byline or a date stands at block i, or a writer's name there and a date under it."""
    block, below = _at(page, i), _at(page, i + 1)
    if block is None:
        return False
    return block.label in SIGNED or (
        below is not None and below.label in SIGNED and page.text(block).count(" ") < _LONGEST
    )


def _shows(page: DescribedPage, top: int, text: str) -> bool:
    head = text.split(",")[0]
    listed = lookup(head)
    if listed is not None and not listed.adjective:
        return listed.kind == "organisation"
    if has_outlet_word(head) or head.startswith("The ") or is_brand(head):
        return True
    return not is_person(head) and _names_a_writer(page, top + 2)


def _names_a_writer(page: DescribedPage, i: int) -> bool:
    block = _at(page, i)
    return block is not None and (block.label == "byline" or is_person(page.text(block)))
