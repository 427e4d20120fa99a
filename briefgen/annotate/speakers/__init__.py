"""Speakers of the statements found: mention, resolved name, role, on whose behalf, relayed words."""

from __future__ import annotations

from dataclasses import replace

from briefgen.annotate.speakers.descriptions import held
from briefgen.annotate.speakers.explained import (
    Explained,
    LikelyMention,
    PronounDecision,
    SpeakerDecision,
    explain,
)
from briefgen.annotate.speakers.people import gather
from briefgen.annotate.speakers.pronouns import resolve
from briefgen.annotate.speakers.ranker import choose
from briefgen.annotate.speakers.resolver import Resolver
from briefgen.annotate.speakers.scene import build
from briefgen.errors import Problem
from briefgen.model import Document

__all__ = ["Explained", "LikelyMention", "PronounDecision", "SpeakerDecision", "annotate", "explain"]


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fills mention, speaker and relayed of `Document.quotes`; a speaker it cannot tell stays None."""
    if not document.quotes:
        return document, ()
    scene = build(document)
    people = gather(scene, document.names)
    known = held(scene, people)
    pronouns = resolve(scene, people, known)
    resolver = Resolver(document, scene, people, known, pronouns)
    quoted = [q for q in document.quotes if q.marked]
    chosen = dict(zip(quoted, choose(scene, people, pronouns, quoted), strict=True))
    done = tuple(resolver.resolved(q, chosen.get(q)) for q in document.quotes)
    return replace(document, quotes=done), ()
