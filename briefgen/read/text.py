"""Plain text and Markdown: the file's own characters, so that its line numbers hold."""

from __future__ import annotations

import re

from briefgen.read.characters import read_entities, told_twice
from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading
from briefgen.read.export import article_drafts
from briefgen.read.front_matter import front_matter
from briefgen.read.limits import CHARACTERS

_MAY_BE_MAIL = re.compile(
    r"(?:\A|[\r\n])[ \t]{0,8}"
    r"(?:>|[-_]{2,}|[*_]{0,2}[^\W\d_][\w .]{1,20}[*_]{0,2}\s?:[*_]{0,2} [^\r\n]{0,200}[@\d])"
)
"""A mark, a rule, or a field with an address or a day in it: a text without them is no mail."""

_MAIL = 2 * CHARACTERS
"""Characters of a text that may be a mail: of any longer one the end is left out anyway."""


def read_text(data: bytes, name: str) -> Reading:
    """One draft with the decoded text as it is, and what its front matter states; no byte order mark.

    An archive's export of several articles gives a draft for each, and so does a mail saved as text with what
    it answers. Escapes of HTML are read as the signs they stand for.
    """
    text, encoding, told = decode(data, name)
    read = read_entities(text, name)
    text, problems = read.text, (*told, *read.problems, *told_twice(read.text, name))
    front = front_matter(text, name)
    draft = Draft(text, encoding=encoding, stated=front.stated, stated_at=front.stated_at, front=front.end,
                  shifts=read.shifts)  # fmt: skip
    drafts = article_drafts(draft)
    if len(drafts) == 1 and not front.end and len(text) < _MAIL and _MAY_BE_MAIL.search(text):
        from briefgen.read.mail_text import text_mails  # with the words of dates, which take time to load

        drafts = text_mails(text, encoding) or drafts
    return drafts, (*problems, *front.problems)
