"""Plain text and Markdown: the file's own characters, so that its line numbers hold."""

from __future__ import annotations

from briefgen.read.decode import decode
from briefgen.read.draft import Draft, Reading
from briefgen.read.export import article_drafts
from briefgen.read.front_matter import front_matter


def read_text(data: bytes, name: str) -> Reading:
    """One draft with the decoded text as it is, and what its front matter states; no byte order mark.

    An archive's export of several articles gives a draft for each.
    """
    text, encoding, problems = decode(data, name)
    front = front_matter(text, name)
    draft = Draft(text, encoding=encoding, stated=front.stated, stated_at=front.stated_at, front=front.end)
    return article_drafts(draft), (*problems, *front.problems)
