"""The head that archives print without names of fields: headline, writer, count of words, day, paper, code.

"Quay pact near / By Jun Park / 240 words / 8 June 2024 / Harbour Post / HARBP / English / (c) 2024 ...":
known by the count of words and the day under it.
"""

from __future__ import annotations

import re

from briefgen.read.export_fields import StatedHead

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_COUNT = re.compile(r"\s*\d{1,3}(?:,?\d{3})? words\s*")
_CODE = re.compile(r"\s*[A-Z][A-Z0-9]{1,9}\s*")
_COPYRIGHT = re.compile(r"\s*(?:\(c\)|©|copyright)", re.IGNORECASE)
_BY = re.compile(r"\s*by\s+", re.IGNORECASE)
_TIME = re.compile(r"\s*\d{1,2}:\d\d(?: ?[AP]M)?\s*", re.IGNORECASE)
_LINES_ABOVE = 6
_LINES_BELOW = 12
_FOOT_WORDS = 8


def listed_head(text: str) -> StatedHead | None:
    """What such a head states; None when the text does not begin with one."""
    lines = list(_first(text, _LINES_ABOVE + _LINES_BELOW))
    count = next((i for i, line in enumerate(lines[:_LINES_ABOVE]) if _COUNT.fullmatch(line[0])), 0)
    if not count or count + 2 >= len(lines) or not _is_day(lines[count + 1][0]):
        return None
    below = count + 2
    below += bool(_TIME.fullmatch(lines[below][0]))
    last = _last(lines, below)
    if last is None:
        return None
    by = _BY.match(lines[count - 1][0]) if count > 1 else None
    writer = count - 1 if by or (count > 1 and len(lines[count - 1][0].split()) <= 3) else None
    title = _span(lines[count - 1 if writer is None else writer - 1])
    stated = {
        "title": " ".join(text[slice(*title)].split()),
        "published": lines[count + 1][0].strip(),
        "publisher": lines[below][0].strip(),
    }
    if writer is not None:
        stated["author"] = _BY.sub("", lines[writer][0], count=1).strip()
    return StatedHead(lines[last].end(), _end(text, stated["publisher"]), stated, {"title": title})


def _first(text: str, count: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        found.append(line)
        if len(found) == count:
            break
    return found


def _is_day(line: str) -> bool:
    from briefgen.timex import printed_dates

    words = line.strip()
    return any(one.start == 0 and "X" not in one.value for one in printed_dates(words[:60]))


def _last(lines: list[re.Match[str]], below: int) -> int | None:
    """The last line of the head: its copyright, else the code of the paper with the language under it."""
    rows = range(below + 1, min(below + _LINES_BELOW, len(lines)))
    rights = next((i for i in rows if _COPYRIGHT.match(lines[i][0])), None)
    if rights is not None and any(_CODE.fullmatch(lines[i][0]) for i in range(below + 1, rights)):
        return rights
    code = next((i for i in rows if _CODE.fullmatch(lines[i][0])), None)
    if code is None or code + 1 >= len(lines):
        return None
    return code + 1 if len(lines[code + 1][0].split()) == 1 else code


def _span(line: re.Match[str]) -> tuple[int, int]:
    words = line[0]
    start = line.start() + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _end(text: str, publisher: str) -> int:
    """Where the words end: above the line with the firm behind the paper, and the archive's number."""
    end = len(text.rstrip())
    for _ in range(2):
        start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        line = text[start:end].strip()
        firm = len(line.split()) <= _FOOT_WORDS and line.startswith(publisher)
        if not (firm or re.fullmatch(r"Document [A-Z]{3,8}\w{10,30}", line)):
            break
        end = len(text[:start].rstrip())
    return end
