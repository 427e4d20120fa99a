"""What of an office file's properties may count as stated metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.read.language import language_tag

_MADE_BY_PROGRAM = re.compile(
    r"(?:untitled|document|title|word document|powerpoint presentation|slide)\s?\d*"
    r"|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|rtf|indd|odt|pptx?|tex|dvi)",
    re.I | re.S,
)


def stated_properties(title: str, author: str, language: str = "") -> Mapping[str, str]:
    """Title, author and language by `META_KEYS`, without what programs fill in on their own.

    The dates in the properties are those of the file, not of the document, and are left out. A single
    word as author is an account's name.
    """
    title, author = " ".join(title.split()), " ".join(author.split())
    if _MADE_BY_PROGRAM.fullmatch(title[:300]):
        title = ""
    if " " not in author:
        author = ""
    values = {"title": title, "author": author, "language": language_tag(language)}
    return {key: value for key, value in values.items() if value}
