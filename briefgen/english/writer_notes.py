"""What the note under an article calls its writer: "Anna Lee is a professor of law"."""

from __future__ import annotations

import re

_WRITER = r"[Tt]he (?:writer|author)s?"
_IS = r"(?:is|was|are|were)"
_TELLS = (
    rf"(?:{_IS}|has|have|teaches|teach|works?|worked|serves|served|holds|held|leads|heads|chairs|edits|runs)"
)
_NAMELESS = re.compile(rf"\W{{0,3}}{_WRITER},? {_TELLS}\b")
_CALLED = re.compile(
    rf"\b{_IS} (?:also )?(?:an? |the )?(?P<role>[^.;:!?\n]+?)(?=[.;:!?\n*_]|,? (?:and|who|whose|where)\b|$)"
)
_BY = re.compile(r"^(?:.*\b)?by:? ", re.IGNORECASE)
_NAMED = re.compile(r"\W*(?P<name>[^\W\d_a-z][\w’'.-]*(?: [\w’'.-]+){1,4})\s*(?:$|[,|(/–—·•])")


def writer(byline: str) -> str:
    """The name in a byline ("By Anna Lee", "Opinion by Anna Lee, Oslo"), or "" where it has none."""
    found = _NAMED.match(_BY.sub("", byline.strip()))
    return found["name"] if found else ""


def is_nameless(line: str) -> bool:
    """Whether a line tells of the writer without a name: "The writer is head of the harbour school.\""""
    return _NAMELESS.match(line) is not None


def tells_of(line: str, name: str) -> bool:
    """Whether a line opens with a writer's name and says what he or she is: "Anna Lee is", "Anna Lee, a"."""
    rest = line.lstrip("*_ —–-•")
    if not name or not rest.casefold().startswith(name.casefold()):
        return False
    return re.match(rf"(?:\W* {_TELLS}\b|, (?:an?|the) )", rest[len(name) :]) is not None


def called(line: str) -> tuple[int, int] | None:
    """Where a note of one of these forms says what the writer is, as offsets in the line; None if nowhere."""
    found = _CALLED.search(line)
    return found.span("role") if found else None
