"""What the header of a mail states: subject, sender, day, and who publishes a newsletter or a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.read.mail_heads import sender_name
from briefgen.read.stamp import iso_day

if TYPE_CHECKING:
    from email.message import EmailMessage

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EARLIEST = 1971
"""Year of the first mails; 1970 is what a clock shows that was never set."""
_OTHER_DAYS = ("Delivery-Date", "Resent-Date", "X-Original-Date", "X-Date")
_SHOWN = 60
"""Characters of a date in a message."""
_VIA = re.compile(r"\s+via\s+.*", re.IGNORECASE)
_LIST_NAME = re.compile(r"\s*\"?([^<>\"]{2,80}?)\"?\s*<")
_RECEIVED = "{}; its day is that of its {} line."
_UNDATED = "{}; it counts as undated."


def header(mail: EmailMessage, key: str) -> str:
    """A header as text; the library raises on some broken ones."""
    try:
        return " ".join(str(mail.get(key, "")).split())
    except Exception:  # IndexError, AttributeError and others: python/cpython has a dozen reports
        return ""


def stated_of_mail(mail: EmailMessage, name: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Title, author, publisher and day by `META_KEYS`, and what is odd about the day. `name`: for messages.

    The publisher of a mail is its sender, of a newsletter or a list the body that sends it.
    """
    sender = _sender(mail)
    day, problems = _day(mail, name)
    values = {
        "title": header(mail, "Subject"),
        "author": "" if _is_newsletter(mail) else sender,
        "publisher": header(mail, "Organization") or _list_name(mail) or sender,
        "published": day,
    }
    return {key: value for key, value in values.items() if value}, problems


def _sender(mail: EmailMessage) -> str:
    """The names of those who sent a mail, as their programs write them, else their addresses."""
    try:
        given = [one.display_name.strip() or one.addr_spec for one in mail["From"].addresses]
    except Exception:  # as in `header`, and for a mail without the line
        given = []
    names = [name for name in (_VIA.sub("", sender_name(one)) for one in given) if name.strip("<>@ ")]
    return ", ".join(names) or sender_name(header(mail, "From") or header(mail, "Sender"))


def _is_newsletter(mail: EmailMessage) -> bool:
    """Whether a mail went to subscribers rather than from one member of a list to the others."""
    bulk = header(mail, "List-Unsubscribe") or header(mail, "Precedence").casefold() == "bulk"
    return bool(bulk) and not header(mail, "List-Post")


def _list_name(mail: EmailMessage) -> str:
    """The name of a list on which members write: "Harbour Forum <harbour.example.org>"."""
    found = _LIST_NAME.match(header(mail, "List-Id")) if header(mail, "List-Post") else None
    return found[1].strip() if found else ""


def _day(mail: EmailMessage, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The day of the Date line, else of the first server that took the mail, which is told."""
    words = header(mail, "Date")
    if day := _calendar_day(words):
        return day, ()
    why = f"Its date “{words[:_SHOWN]}” is none" if words else "It has no line with its date"
    received = [" ".join(str(line).rpartition(";")[2].split()) for line in reversed(_received(mail))]
    others = [("Received", line) for line in received] + [(key, header(mail, key)) for key in _OTHER_DAYS]
    for key, words in others:
        if day := _calendar_day(words):
            return day, (Problem(name, "mail-day", _RECEIVED.format(why, key)),)
    return "", (Problem(name, "mail-day", _UNDATED.format(why)),)


def _received(mail: EmailMessage) -> list[object]:
    try:
        return list(mail.get_all("Received", []))
    except Exception:  # as in `header`
        return []


def _calendar_day(words: str) -> str:
    """ISO day of a mail's date line, in the zone of its sender; "" for what is none."""
    day = iso_day(words)
    if not _ISO_DAY.fullmatch(day):
        parsed = parsedate(words)
        try:
            day = date(*parsed[:3]).isoformat() if parsed else ""
        except ValueError:
            return ""
    return day if day and int(day[:4]) >= _EARLIEST else ""
