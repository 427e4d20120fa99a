"""What the running heads of a PDF say of it: the day of a gazette or a newsletter stands there alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.timex import printed_dates

_GAZETTE = re.compile(r"(?P<name>Federal Register)\s*/\s*Vol\. ?\d+")
_OF_THE_FILE = re.compile(
    r"\b(?:printed|downloaded|accessed|retrieved|generated|viewed|draft|version|revised|updated|VerDate)\b"
    r"|://|\d\d?:\d\d",
    re.I,
)
"""A day beside such words, an address or a time of day is that of a print or a copy."""


def stated_by_heads(heads: Sequence[str]) -> Mapping[str, str]:
    """Day and publisher by `META_KEYS`, where the heads agree on a full date with the month in letters."""
    days = {
        date.value
        for head in heads
        if not _OF_THE_FILE.search(head)
        for date in printed_dates(head)
        if date.granularity == "day" and re.search("[a-z]{3}", head[date.start : date.end], re.I)
    }
    day = next(iter(days)) if len(days) == 1 else ""
    gazette = next((found["name"] for head in heads if (found := _GAZETTE.search(head))), "")
    values = {"published": "" if "X" in day else day, "publisher": gazette}
    return {key: value for key, value in values.items() if value}
