"""What mail programs and senders print around the words of a mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.lexicon.cells import one_of, phrase, regex, some_parts
from briefgen.lexicon.schema import Table, Words


class MailField(NamedTuple):
    """A header line and the names it has in several languages."""

    field: str
    names: tuple[str, ...]


class Wrote(NamedTuple):
    """The word before the date in the line above an answered mail, the verbs of writing, and pronouns."""

    lead: str
    verbs: tuple[str, ...]
    unnamed: tuple[str, ...]


class MailFoot(NamedTuple):
    """Beginnings of lines under a mail, and whether all below goes with them."""

    rule: str
    reach: str
    starts: tuple[str, ...]


fields = Table(
    "mail/fields.tsv", MailField, one_of("from", "sent", "to", "subject", "other"), some_parts, key=None
)
wrote = Table("mail/wrote.tsv", Wrote, phrase, some_parts, some_parts, key=None)
feet = Table(
    "mail/feet.tsv",
    MailFoot,
    one_of("mail-program", "mail-feet", "mail-disclaimer"),
    one_of("line", "rest"),
    some_parts,
    key=None,
)
announced = Words("mail/announced.txt")
greetings = Words("mail/greetings.txt")
closings = Words("mail/closings.txt")


def _pattern(cell: str) -> str:
    """One or more words, as a regular expression."""
    return regex(phrase(cell)).pattern


wishes = Words("mail/wishes.txt", _pattern)


@cache
def field_names() -> Mapping[str, str]:
    """Names of header lines in small letters to the field: from, sent, to, subject or other."""
    return MappingProxyType({name: row.field for row in fields() for name in row.names})


@cache
def wish() -> re.Pattern[str]:
    """What a writer asks of those who read on, in a sentence in small letters with straight marks."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in wishes.lines()))
