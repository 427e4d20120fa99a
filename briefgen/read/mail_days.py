"""The day of a mail, from the date lines of mail programs in several languages and orders."""

from __future__ import annotations

from briefgen.read.stamp import iso_day
from briefgen.timex import Order, other_dates, printed_dates


def mail_day(words: str, until: str = "") -> str:
    """An ISO day for "Tuesday, 10 March 2026 16:30", "10.03.2026 um 16:30", "mar. 10 mars 2026 à 16:30".

    Of a date in numbers ("10/03/2026") the order is taken in which the day is not after `until`, the day of
    the mail that answers; where both are, by the clock: "4:30 PM" stands behind the month first, "16:30"
    behind the day first. Words that hold no day come back as they are, of a day in either order the year.
    """
    words = " ".join(words.split())
    machine = iso_day(words)
    if machine != words:
        return machine
    found = [one for one in (*printed_dates(words), *other_dates(words)) if len(one.value) == 10]
    found = [one for one in found if "X" not in one.value]
    if not found:
        return words
    return _ordered(words, until) if found[0].ambiguous else found[0].value


def _ordered(words: str, until: str) -> str:
    day_first, month_first = (_in_order(words, order) for order in ("DMY", "MDY"))
    possible = [day for day in (day_first, month_first) if not until or day <= until]
    if len(set(possible)) == 1:
        return possible[0]
    if not possible or ":" not in words:
        return day_first[:4]
    return month_first if words.rstrip(". ").lower().endswith(("am", "pm", "a.m", "p.m")) else day_first


def _in_order(words: str, order: Order) -> str:
    return next(one.value for one in printed_dates(words, order) if len(one.value) == 10)
