"""Dates as containers write them: machine formats become an ISO day, anything else stays as it is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from briefgen import lexicon

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d.*)?", re.S)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?|\d{4}|\d{6})?")
"""ISO 8601 basic format; GDELT's "20250721T101500Z"."""
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})(?:\s.*)?", re.S)
"""RFC 5322 and RSS: "Mon, 21 Jul 2025 10:15:00 +0200"."""
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.0)?")
"""Seconds or milliseconds since 1970, in UTC."""


def iso_day(words: str) -> str:
    """An ISO day for a date in a machine's format, in the zone it is printed in; else `words`, stripped."""
    words = words.strip()
    try:
        return _day(words) or words
    except (ValueError, OverflowError, OSError):
        return words


def _day(words: str) -> str | None:
    if found := _ISO.fullmatch(words) or _BASIC.fullmatch(words):
        year, month, day = map(int, found.groups())
        return date(year, month, day).isoformat() if 1900 <= year < 2100 else None
    if found := _MAIL.fullmatch(words):
        month = [name[:3] for name in lexicon.time.months()].index(found[2].lower()) + 1
        return date(int(found[3]), month, int(found[1])).isoformat()
    if found := _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()
    return None
