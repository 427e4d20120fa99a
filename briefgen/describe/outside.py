"""Prose that cleaning left out as no part of the article: how much, where it is no mere teaser."""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from briefgen.describe.page import DescribedPage
from briefgen.english.marks import ends_sentence
from briefgen.errors import Problem
from briefgen.model import Block, Flag

KIND: Literal["outside-article"] = "outside-article"
_RULES = frozenset({"outside-article", "link-like"})
"""Rules of lines that are left out for where they stand; those under other rules say what they are."""
_SENTENCE = 12
"""Words; teasers, notices and labels are shorter as a rule."""
_LINES = 3
_WORDS = 60
"""So many such lines one under the other, of so many words, are told. Of 59 scrapes of news sites three have
them: comments of readers, and the rules for these."""


def words_outside(page: DescribedPage) -> int:
    """Words of the passages that were left out; 0 where there are at most teasers and notices."""
    passages = (
        list(blocks)
        for left_out, blocks in groupby(page.blocks, lambda one: _is_prose(page, one))
        if left_out
    )
    counts = ([page.text(block).count(" ") + 1 for block in passage] for passage in passages)
    return sum(sum(words) for words in counts if len(words) >= _LINES and sum(words) >= _WORDS)


def outside(page: DescribedPage, words: int) -> tuple[tuple[Flag, ...], tuple[Problem, ...]]:
    """The caveat and the problem of a text of which so many words of prose were left out."""
    if not words:
        return (), ()
    message = f"Prose that stands outside the article was not read: {words} words."
    return (Flag(KIND, None, f"{words} words"),), (Problem(page.source.file, KIND, message),)


def _is_prose(page: DescribedPage, block: Block) -> bool:
    if block.rule not in _RULES:
        return False
    text = page.text(block)
    return text.count(" ") + 1 >= _SENTENCE and ends_sentence(text)
