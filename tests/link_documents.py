"""Documents for the tests of the link stage: plain paragraphs, split into sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.model import Block, Document, Label, Metadata, Source
from tests.layers import layered


def document(name: str, text: str, meta: Metadata | None = None, **labels: Label) -> Document:
    """A document whose lines are body paragraphs, but for those that begin as a keyword says.

    `Original="original-url"` labels the line that begins with "Original".
    """
    source = Source(name, f"{name}.txt", "0" * 64, text)
    blocks = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        special = (label for start, label in labels.items() if line.group().startswith(start))
        blocks.append(Block(source.span(*line.span()), next(special, "body"), "test"))
    made = layered(Document(source, tuple(blocks)), "sentences")
    return replace(made, meta=meta or Metadata())
