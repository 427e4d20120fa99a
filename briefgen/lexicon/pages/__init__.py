"""What tells where a page comes from and in which language it is."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.lexicon.cells import one_of, phrase, shaped, some_parts, words
from briefgen.lexicon.schema import Table, Words

_code = shaped("[a-z]{2,3}", "the code of a language in small letters")


class Language(NamedTuple):
    """A language and words of it, or names for it."""

    code: str
    words: tuple[str, ...]


class DateLabel(NamedTuple):
    """A word beside a date and what day of the document it makes it: published, updated or other."""

    word: str
    kind: str


class ExportField(NamedTuple):
    """The name of a field in an archive's export, and what its value is."""

    name: str
    kind: str


_KINDS = (
    "title",
    "publisher",
    "published",
    "imprint",
    "author",
    "url",
    "language",
    "section",
    "text",
    "other",
)


class FieldLabel(NamedTuple):
    """What official pages call a field, by its key among `model.META_KEYS`."""

    key: str
    names: tuple[str, ...]


date_labels = Table("pages/date_labels.tsv", DateLabel, phrase, one_of("published", "updated", "other"))
field_labels = Table("pages/field_labels.tsv", FieldLabel, one_of("publisher", "author"), some_parts)
export_fields = Table("pages/export_fields.tsv", ExportField, phrase, one_of(*_KINDS))
language_words = Table("pages/language_words.tsv", Language, _code, words)
language_names = Table("pages/languages.tsv", Language, _code, words)
beside_article = Words("pages/beside_article.txt")
byline_words = Words("pages/byline_words.txt")
date_classes = Words("pages/date_classes.txt")
desks = Words("pages/desks.txt")
event_words = Words("pages/event_words.txt")
foreign_hosts = Words("pages/foreign_hosts.txt")
hidden_classes = Words("pages/hidden_classes.txt")
masthead_words = Words("pages/masthead_words.txt")
no_publishers = Words("pages/no_publishers.txt")
outlets = Words("pages/outlets.txt")
row_labels = Words("pages/row_labels.txt")
standfirst_classes = Words("pages/standfirst_classes.txt")
wires = Words("pages/wires.txt")
