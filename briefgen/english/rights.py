"""The name in a copyright line."""

from __future__ import annotations

import re

from briefgen import lexicon

_MARK = re.compile(r"©|\(c\)|&copy;|\bcopyrights?\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:[^\w(&]|\(c\)|&copy;|\bcopyrights?\b|\ball rights reserved\b|\bby\b|\b(?:19|20)\d\d\b)+",
    re.IGNORECASE,
)
_END = re.compile(
    r"[|•·;:(),\n©@]|\s[-–—]\s|\.?\s(?:all rights|registered|powered|inc\b|ltd\b|llc\b|plc\b|gmbh\b|l\.p\.)"
    r"|\s(?:19|20)\d\d\b|\.(?=\s|$)|$",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_NOBODY = frozenset(
    {"terms", "privacy", "all rights reserved", "notice", "policy", "the author", "the authors"}
)


def holder(text: str) -> tuple[int, int] | None:
    """Start and end of the holder's name in a copyright line, without "Ltd" and the like; None if unnamed."""
    mark = _MARK.search(text)
    if not mark:
        return None
    lead = _LEAD.match(text, mark.start())
    start = lead.end() if lead else mark.end()
    return _name(text, start) or _name_before(text, mark.start())


def _name(text: str, start: int) -> tuple[int, int] | None:
    found = _END.search(text, start)
    end = found.start() if found else len(text)
    name = text[start:end].rstrip()
    if (
        not name[:1].isalnum()
        or name.casefold() in _NOBODY
        or name.count(" ") >= _MOST_WORDS
        or name[:1].isdigit()
        or _is_maker(name)
    ):
        return None
    return start, start + len(name)


def _name_before(text: str, mark: int) -> tuple[int, int] | None:
    """The name in "Example Media © 2019", where nothing follows the mark but the year."""
    name = text[:mark].rstrip(" ,.-–—|•·0123456789")
    start = max(name.rfind(sign) for sign in "|•·.@\n") + 1
    start += len(name[start:]) - len(name[start:].lstrip())
    good = name[start : start + 1].isupper() and name[start:].count(" ") < _MOST_WORDS
    return (start, len(name)) if good and not _is_maker(name[start:]) else None


def _is_maker(name: str) -> bool:
    """Whether a name is that of a picture agency or of who made the look of the page."""
    return name.split()[-1].casefold() in lexicon.pages.no_publishers()
