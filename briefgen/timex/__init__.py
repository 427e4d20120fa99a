"""Temporal expressions: finding, resolving and printing them. Shared by metadata and the date annotator."""

from briefgen.timex.finding import find
from briefgen.timex.frame import Timex, Written
from briefgen.timex.numeric import Order
from briefgen.timex.other_languages import OTHER_DATE, every_date, other_dates
from briefgen.timex.printed import PrintedDate, impossible_dates, printed_dates
from briefgen.timex.printing import english, weekday_of
from briefgen.timex.resolution import resolve
from briefgen.timex.tokens import pause, tokens
from briefgen.timex.values import bounds, granularity

__all__ = [
    "OTHER_DATE",
    "Order",
    "PrintedDate",
    "Timex",
    "Written",
    "bounds",
    "english",
    "every_date",
    "find",
    "granularity",
    "impossible_dates",
    "other_dates",
    "pause",
    "printed_dates",
    "resolve",
    "tokens",
    "weekday_of",
]
