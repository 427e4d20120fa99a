"""Cuts a readable piece out of a long sentence, without changing a character of it."""

from __future__ import annotations

import re
from functools import cache

from briefgen import lexicon
from briefgen.model import Document, Span
from briefgen.paper.memo import Cited, House, Run, Text

LONG = 48
"""Words. Up to here a sentence is shown whole: guides ask for 12 to 20 a sentence, news sentences run to 25
on average, and below twice the norm a cut does more harm than the length."""

SHORTEST = 7
"""Words; below it stand captions and labels ("Highest share in NATO.")."""

CONNECTIVES = re.compile(
    r"(?:(?:But|And|Yet|However|Meanwhile|Nevertheless|Moreover|Furthermore|Therefore|Thus),?|"
    # These are connectives only before a comma: "So far", "Still life", "Then president".
    r"(?:So|Then|Still|Also|Instead|Besides),)\s+(?=\S)"
)
ORPHANS = re.compile(
    rf"(?:{'|'.join(lexicon.grammar.orphans())}|There(?!\s+(?:is|are|was|were|has|have)\b))\b", re.I
)
BOUNDARY = re.compile(
    r"[;:]\s+|\s?[—–]\s?|\s-\s|"
    # A comma between adjectives or names of a list is no boundary; before these words it is.
    r",\s+(?=(?:and|but|or|so|yet|who|whom|whose|which|where|when|while|as|with|after|before|although|though|because|"
    r"since|if|unless|said|says|adding|saying|including|according|in|on|at|by|a|an|the|his|her|their|its|speaking)\s)|"
    r"\s+(?:but|while|whereas|although|though|because|after|before|ahead of)\s+|"
    # "and" between nouns ("security and defence") is no boundary, before a verb it is.
    r"\s+and\s+(?=(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should)\s)"
)
CONJUNCTION = re.compile(r"(?:and|but|or|while|although|though|because)\s+")
DEPENDENT = re.compile(r"(?:who|whom|whose|which|where|when|that|\w+ing|\w+ed)\b", re.I)


@cache
def bare_nouns() -> re.Pattern[str]:
    """Openings such as "The minister" or "The bloc": understood only with the sentence before."""
    nouns = "|".join(sorted(map(re.escape, lexicon.persons.backward())))
    return re.compile(rf"(?:The|the)\s+(?:{nouns})\b(?!\s+(?:of|for|in|on|at|with|who|which|that|to)\b)")


def orphan(words: str) -> bool:
    """Whether a sentence opens with something that only the sentence before it explains."""
    rest = opening(words)
    return bool(ORPHANS.match(rest) or bare_nouns().match(rest))


def tells(words: str) -> bool:
    """Whether a sentence states a fact by itself: no question, no stump, nothing left hanging."""
    return (
        not words.endswith("?") and len(words.split()) >= SHORTEST and not orphan(words) and balanced(words)
    )


def opening(words: str) -> str:
    """The sentence after a connective and after marks."""
    words = words.lstrip("“\"'‘([ ")
    found = CONNECTIVES.match(words)
    return words[found.end() :] if found else words


def whole(document: Document, sentence: Span) -> Text:
    """The sentence, without an opening connective ("But"), whose loss is shown."""
    found = CONNECTIVES.match(document.text(sentence))
    if not found:
        return (Cited(sentence),)
    return (House("… "), Cited(Span(sentence.source, sentence.start + found.end(), sentence.end)))


def clause(document: Document, sentence: Span, core: Span) -> Text:
    """The piece of a sentence round `core`: all of it when short, else its clause, gaps shown."""
    words = document.text(sentence)
    if len(words.split()) <= LONG:
        return whole(document, sentence)
    start, end = bounds(words, core.start - sentence.start, core.end - sentence.start)
    found = CONNECTIVES.match(words) if start == 0 else None
    start = found.end() if found else start
    piece = trimmed(document, Span(sentence.source, sentence.start + start, sentence.start + end))
    runs: list[Run] = [Cited(piece)]
    if piece.start > sentence.start:
        runs.insert(0, House("… "))
    if piece.end < sentence.end - 1:
        runs.append(House(" …"))
    return tuple(runs)


def bounds(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause round start..end begins and ends in `words`."""
    cuts = [m for m in BOUNDARY.finditer(words) if not inside_marks(words, m.start())]
    lefts = [m.end() for m in cuts if m.end() <= start]
    rights = [m.start() for m in cuts if m.start() >= end]
    left = lefts.pop() if lefts else 0
    # A dependent opening ("who will take part in") needs the words it hangs on; so does a stump.
    while left and (DEPENDENT.match(words[left:]) or len(words[left:start].split()) < 2):
        left = lefts.pop() if lefts else 0
    right = rights.pop(0) if rights else len(words)
    joint = CONJUNCTION.match(words, left) if left else None
    left = joint.end() if joint else left
    while right < len(words) and len(words[left:right].split()) < 8:
        right = rights.pop(0) if rights else len(words)
    return left, right


def inside_marks(words: str, at: int) -> bool:
    """Whether position `at` lies inside quotation marks, where nothing may be cut."""
    before = words[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def balanced(words: str) -> bool:
    """Whether every quotation that opens in `words` also closes there."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def trimmed(document: Document, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = document.text(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.source, start, start + len(words.strip()))
