"""Where a sentence may be cut so that the piece round some words can still be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefgen import lexicon
from briefgen.english.expressions import either

_SAYING = either(lexicon.saying.finite_forms() | lexicon.saying.participles())
_BOUNDARY = re.compile(
    r"[;:]\s+|\s?[—–]\s?|\s-\s|"
    # A comma between adjectives or names of a list is no boundary; before these words it is.
    r",\s+(?=(?:and|but|or|so|yet|who|whom|whose|which|where|when|while|as|with|after|before|although|though|because|"
    rf"since|if|unless|{_SAYING}|including|according|in|on|at|by|a|an|the|his|her|their|its|speaking)\s)|"
    r"\s+(?:but|while|whereas|although|though|because|after|before|ahead of)\s+|"
    # "and" between nouns ("security and defence") is no boundary, before a verb it is.
    r"\s+and\s+(?=(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should)\s)"
)
_CONJUNCTION = re.compile(r"(?:and|but|or|while|although|though|because)\s+")
_DEPENDENT = re.compile(r"(?:who|whom|whose|which|where|when|that|\w+ing|\w+ed)\b", re.I)
_FEWEST = 8
"""Words of a piece; what is shorter goes on to the next boundary."""
_STUMP = 2
"""Words before the core; with fewer the piece begins at the boundary before."""


def boundaries(words: str) -> Iterator[re.Match[str]]:
    """Where the pieces of a sentence meet, with what stands between them."""
    return _BOUNDARY.finditer(words)


def clause_bounds(words: str, start: int, end: int, quoted: Callable[[int], bool]) -> tuple[int, int]:
    """Where the clause round `start`..`end` of a sentence begins and ends, as offsets into `words`.

    Nothing is cut where `quoted` says that a position lies inside a quotation.
    """
    cuts = [found for found in boundaries(words) if not quoted(found.start())]
    lefts = [found.end() for found in cuts if found.end() <= start]
    rights = [found.start() for found in cuts if found.start() >= end]
    left = lefts.pop() if lefts else 0
    # A dependent opening ("who will take part in") needs the words it hangs on; so does a stump.
    while left and (_DEPENDENT.match(words[left:]) or len(words[left:start].split()) < _STUMP):
        left = lefts.pop() if lefts else 0
    right = rights.pop(0) if rights else len(words)
    joint = _CONJUNCTION.match(words, left) if left else None
    left = joint.end() if joint else left
    while right < len(words) and len(words[left:right].split()) < _FEWEST:
        right = rights.pop(0) if rights else len(words)
    return left, right
