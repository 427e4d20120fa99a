"""Between which days an undated document must have been written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from briefgen.describe.page import DescribedPage
from briefgen.describe.printed import dates
from briefgen.model import CITABLE

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_REACH = 3
"""Blocks between the last paragraph and a copyright line that still belongs to the article: the line at the
foot of a page holds the year of the site."""


def span_of_value(value: str) -> tuple[date | None, date | None]:
    """First and last day of an ISO value with the precision it has; (None, None) for no calendar date."""
    try:
        parts = [int(part) for part in value.split("-")]
        first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    except ValueError:
        return None, None
    if len(parts) > 2:
        return first, first
    last_month = parts[1] if len(parts) > 1 else 12
    return first, date(parts[0], last_month, monthrange(parts[0], last_month)[1])


def bounds(page: DescribedPage) -> tuple[date | None, date | None]:
    """Earliest and latest day: a picture is older than the text under it, a copyright year holds the text."""
    year = copyright_year(page)
    low = date(year, 1, 1) if year else None
    for _, block in page.labelled("caption"):
        for printed in dates(page.text(block)):
            if "X" in printed.value and year is None:
                continue
            first, _ = span_of_value(printed.value.replace("XXXX", str(year)))
            if not printed.ambiguous and first and (low is None or first > low):
                low = first
    high = date(year, 12, 31) if year else None
    return (None, None) if low and high and low > high else (low, high)


def copyright_year(page: DescribedPage) -> int | None:
    """The one year of a copyright line that stands right under the article."""
    body = [i for i, block in enumerate(page.blocks) if block.label in CITABLE]
    for i, block in page.labelled("copyright"):
        between = page.blocks[body[-1] + 1 : i] if body and i > body[-1] else ()
        if not body or i < body[-1] or len(between) > _REACH or any(b.label == "furniture" for b in between):
            continue
        years = {int(year) for year in _YEAR.findall(page.text(block))}
        if len(years) == 1:
            return years.pop()
    return None
