"""Documents as the command makes them, for the tasks of the adapter.

A text of a request that is a document goes the whole way (`whole`). One that is a sentence has nothing to
clean: it is body, and all annotators read it in their order (`body`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from briefgen.annotate import ANNOTATORS
from briefgen.describe import describe
from briefgen.model import Block, Document, Source, Span
from briefgen.preparing import prepare

LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def source(key: str, name: str, text: str, published: str = "") -> Source:
    """A source; a date of publication that is known beside the text is the user's, as in a sidecar file."""
    by_user = {"published": published} if published else {}
    return Source(key, name, sha256(text.encode()).hexdigest(), text, by_user=by_user)


def whole(key: str, name: str, text: str, published: str = "") -> Document:
    """Cleaned, described, annotated."""
    return prepare(source(key, name, text, published))[0]


def body(name: str, text: str) -> Document:
    """Each line a paragraph of the body, described and annotated."""
    one = source("S1", name, text)
    blocks = tuple(Block(Span(one.id, *m.span()), "body", "request") for m in LINE.finditer(text))
    document = replace(Document(one, blocks), meta=describe(one, blocks)[0])
    for annotate in ANNOTATORS.values():
        document, _ = annotate(document)
    return document


def split(name: str, text: str) -> Document:
    """Each line a paragraph of the body, split into sentences only: what the quote stages are fitted on."""
    one = Source(name, name, "", text)
    blocks = tuple(Block(Span(name, *m.span()), "body", "line") for m in LINE.finditer(text))
    document = Document(one, blocks)
    for layer in ("words", "quotations", "sentences"):
        document, _ = ANNOTATORS[layer](document)
    return document
