"""Signs in a text that are not what they stand for: escapes of HTML, letters that were encoded twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

from briefgen.errors import Problem

_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NO_WORDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029\x00")
"""Signs that would change the lines of a text."""
_TWICE = re.compile(
    "[\xc2\xc3][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]?|\x80[\x80-\xbf])"
)
"""Letters of UTF-8 that were read as Windows-1252 and saved: "â€™" for an apostrophe, "Ã©" for "é"."""
_FEWEST = 2
"""Such letters; one alone may be meant ("Ã©" in a text on encodings), but not one that begins with "â"."""


def without_entities(text: str) -> str:
    """The text with the escapes of HTML as the signs they stand for: "it&rsquo;s" is "it’s"."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    """The sign of an escape, also of one that was escaped itself; the words as they are for what is none."""
    words = (
        found[0].replace("&amp;", "&", 1)
        if found[0].startswith("&amp;") and found[0] != "&amp;"
        else found[0]
    )
    if words[1] != "#" and words[1:] not in html5:
        return found[0]
    sign = unescape(words)
    return found[0] if not _NO_WORDS.isdisjoint(sign) or sign == words else sign


class Escaped(NamedTuple):
    """A plain text without escapes of HTML."""

    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    """See `Source.shifts`."""
    problems: tuple[Problem, ...] = ()


def read_entities(text: str, name: str) -> Escaped:
    """The text with the signs that are meant, and a problem that tells of them; its lines stay."""
    read = without_entities(text)
    if read == text:
        return Escaped(text)
    count = sum(1 for found in _ENTITY.finditer(text) if _sign(found) != found[0])
    line = next(number for number, line in enumerate(text.split("\n"), 1) if without_entities(line) != line)
    what = "1 escape of HTML is" if count == 1 else f"{count} escapes of HTML are"
    message = f"{what} read as the sign{'' if count == 1 else 's'} meant, first in line {line}."
    return Escaped(read, tuple(_shifts(text)), (Problem(name, "entities-read", message),))


def _shifts(text: str) -> Iterator[tuple[int, int]]:
    """For each escape the offset behind its sign, and how much the file is longer up to there."""
    longer = 0
    for found in _ENTITY.finditer(text):
        sign = _sign(found)
        if sign != found[0]:
            end = found.end() - longer - len(found[0]) + len(sign)
            longer += len(found[0]) - len(sign)
            yield end, longer


def told_twice(text: str, name: str) -> Iterator[Problem]:
    """Tells where letters were encoded twice; the text stays as it is, since what it was can not be known."""
    if not text.isascii() and ("â" in text or "Ã" in text or "Â" in text):
        found = list(_TWICE.finditer(text))
        if found and (len(found) >= _FEWEST or found[0][0].startswith("â")):
            yield _told(text, found, name)


def _told(text: str, found: list[re.Match[str]], name: str) -> Problem:
    line = len(re.findall(r"\r\n|\n|\r", text[: found[0].start()])) + 1
    words = "".join(sign if sign.isprintable() else "\ufffd" for sign in found[0][0])
    many = f"{len(found)} letters were" if len(found) > 1 else "1 letter was"
    message = f"{many} encoded twice, first “{words}”; they stay as they are. Get the file again."
    return Problem(f"{name}, line {line}", "encoding-twice", message)
