"""What a text says of its own origin, without a look at any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from briefgen import lexicon
from briefgen.lexicon.schema import Words
from briefgen.model import Document, Label, Quotation, Span

_TRANSLATED = re.compile(r"\b(?:translated (?:from|by|into)|(?:machine )?translation (?:from|of|by))\b", re.I)
_ADDRESS = re.compile(r"^\s*(?:original|source|via|originally)\b[^\n]{0,40}https?://", re.I)
_ADDRESS_LABEL: Label = "original-url"
_SYNDICATION_LABEL: Label = "syndication"


@dataclass(frozen=True, eq=False)
class Testimony:
    """Each answer is worked out once, however many documents the text is compared with."""

    document: Document
    texts: tuple[str, ...]
    """Its sentences."""
    quoted: tuple[Quotation, ...]

    @cached_property
    def address(self) -> Span | None:
        """The line with the address of an original."""
        for block in self.document.blocks:
            if block.label == _ADDRESS_LABEL or _ADDRESS.match(self.document.text(block.span)):
                return block.span
        return None

    @cached_property
    def reprinted(self) -> Span | None:
        """The line by which it says that it appeared elsewhere first."""
        flags = (flag.span for flag in self.document.meta.flags if flag.kind == "reprint" and flag.span)
        lines = (span for _, span in self._lines(frozenset({_SYNDICATION_LABEL})))
        return next(iter((*flags, *lines)), None)

    @cached_property
    def translated(self) -> bool:
        """Whether the text or its metadata call it a translation."""
        if any(flag.kind == "translation" for flag in self.document.meta.flags):
            return True
        return any(_TRANSLATED.search(text) for text, _ in self._lines(frozenset({"disclaimer", "credit"})))

    def _lines(self, labels: frozenset[Label]) -> Iterator[tuple[str, Span]]:
        for block in self.document.blocks:
            if block.label in labels:
                yield self.document.text(block.span), block.span

    @cached_property
    def is_copy(self) -> bool:
        """Whether it is marked as a copy or as the writer's own view."""
        return any(flag.kind in ("disclaimer", "secondary-copy") for flag in self.document.meta.flags)

    @cached_property
    def first_hand(self) -> bool:
        """Whether it speaks as one who was there."""
        return self._says(lexicon.linking.first_hand)

    @cached_property
    def second_hand(self) -> bool:
        """Whether it retells what another one published."""
        return self._says(lexicon.linking.second_hand)

    def _says(self, listed: Words) -> bool:
        whole = "\n".join(self.texts).casefold()
        if not any(word in whole for word in _telling(listed)):
            return False
        return any(_patterns(listed).search(text) for text in self.texts)

    @cached_property
    def left_open(self) -> bool:
        """Whether it has a quotation that is never closed."""
        return any(not quoted.ended for quoted in self.quoted)

    @cached_property
    def brackets(self) -> bool:
        """Whether an editor inserted words into its quotations."""
        return any("[" in self.document.text(quoted.inner) for quoted in self.quoted)


@cache
def _telling(listed: Words) -> frozenset[str]:
    """The longest word of each phrase: most texts have none, which spares looking for the phrases."""
    return frozenset(max(line.casefold().split(), key=len) for line in listed.lines())


@cache
def _patterns(listed: Words) -> re.Pattern[str]:
    """The phrases of a list as one pattern; `~` stands for up to six words of one sentence."""
    gap = r"(?:[\w’'.-]+\s+){0,6}?"
    parts = (re.escape(line).replace(r"\~\ ", gap).replace("\\ ", r"\s+") for line in listed.lines())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.I)
