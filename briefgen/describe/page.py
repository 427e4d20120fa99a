"""The labelled text as the describing steps see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.model import CITABLE, Block, Fact, Label, Source


@dataclass(frozen=True)
class DescribedPage:
    """One source with its blocks."""

    source: Source
    blocks: tuple[Block, ...]

    def text(self, block: Block) -> str:
        """The words of a block."""
        return self.source.text[block.span.start : block.span.end]

    def labelled(self, *labels: Label) -> Iterator[tuple[int, Block]]:
        """Blocks with one of the labels, with their index, in order."""
        return ((i, block) for i, block in enumerate(self.blocks) if block.label in labels)

    def first(self, label: Label) -> Block | None:
        """The first block with a label."""
        return next((block for _, block in self.labelled(label)), None)

    def citable(self) -> list[int]:
        """Indices of the blocks of running text."""
        return [i for i, block in enumerate(self.blocks) if block.label in CITABLE]

    def headline_or_body(self) -> int:
        """Index of the headline, else of the first line of the article, else of the end."""
        found = (i for i, block in enumerate(self.blocks) if block.label in ("headline", *CITABLE))
        return next(found, len(self.blocks))

    def fact(self, start: int, end: int) -> Fact:
        """A fact read from the words at these offsets."""
        return Fact(self.source.text[start:end], self.source.span(start, end))

    def given(self, key: str) -> Fact | None:
        """What the user says of it; see `container` for what the file says."""
        value = self.source.by_user.get(key, "").strip()
        return Fact(value, None, "user") if value else None

    def container(self, key: str) -> Fact | None:
        """What the container states: an HTML head, a mail header, a field, the head of a text."""
        value = self.source.stated.get(key, "").strip()
        at = self.source.stated_at.get(key)
        return Fact(value, self.source.span(*at) if at else None) if value else None
