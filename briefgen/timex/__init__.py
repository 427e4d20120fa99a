"""Temporal expressions: finding, resolving and printing them. Shared by metadata and the date annotator."""

from briefgen.timex.numeric import Order
from briefgen.timex.printed import PrintedDate, printed_dates
from briefgen.timex.printing import english

__all__ = ["Order", "PrintedDate", "english", "printed_dates"]
