"""Reads the head of a mail saved as text: the subject is the headline, the rest facts and furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefgen.clean.cut import Line
from briefgen.clean.verdict import Verdict

_FIELD = re.compile(
    r"(From|To|Cc|Bcc|Reply-To|Subject|Date|Sent|Importance|Attachments): (?=\S)", re.IGNORECASE
)
_REACH = 10
_FEWEST = 3
_LABELS: Mapping[str, Verdict] = MappingProxyType(
    {
        "subject": Verdict("headline", "mail-subject"),
        "from": Verdict("byline", "mail-sender"),
        "date": Verdict("dateline", "mail-date"),
        "sent": Verdict("dateline", "mail-date"),
    }
)
_OTHER = Verdict("furniture", "mail-head")


def mail_head(found: Sequence[Line]) -> tuple[Sequence[Line], Mapping[int, Verdict]]:
    """The lines with the subject cut down to its words, and the verdicts on the head by index.

    At least three fields with a subject, or a sender and some address, must stand among the first lines;
    else nothing changes: a plan of a journey has "From:", "To:" and "Date:" too.
    """
    fields = {i: match for i, line in enumerate(found[:_REACH]) if (match := _FIELD.match(line.text))}
    names = {match[1].casefold() for match in fields.values()}
    addressed = "from" in names and any("@" in found[i].text for i in fields)
    if len(fields) < _FEWEST or not ("subject" in names or addressed):
        return found, {}
    lines = [_cut_down(line, fields.get(i)) for i, line in enumerate(found)]
    return lines, {i: _LABELS.get(match[1].casefold(), _OTHER) for i, match in fields.items()}


def _cut_down(line: Line, field: re.Match[str] | None) -> Line:
    """A subject without the name of its field; any other line as it is."""
    if field is None or field[1].casefold() != "subject":
        return line
    return line._replace(start=line.start + field.end(), text=line.text[field.end() :])
