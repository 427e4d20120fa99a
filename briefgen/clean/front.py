"""Front matter: the lines at the head of a text in which its file states what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.clean.cut import Line, lines
from briefgen.clean.verdict import Verdict
from briefgen.model import Source

_FRONT = Verdict("furniture", "front-matter")
_TITLE = Verdict("headline", "front-title")


def front_matter(source: Source) -> tuple[Sequence[Line], Mapping[int, Verdict]]:
    """The lines of the front matter that the reader found, all out of the article but the title.

    The line of the title is cut down to its words, where they stand on one line; with escapes they are those
    that the title was read from.
    """
    found = lines(source.text[: source.front])
    verdicts = dict.fromkeys(range(len(found)), _FRONT)
    title = source.stated.get("title", "")
    for i, line in enumerate(found):
        at = line.text.find(title) if title and line.text.casefold().startswith("title") else -1
        if at > 0:
            start = line.start + at
            found[i] = line._replace(start=start, end=start + len(title), text=title)
            verdicts[i] = _TITLE
            return found, verdicts
    start, end = source.stated_at.get("title", (0, 0))
    for i, line in enumerate(found):
        if line.start <= start < end <= line.end:
            found[i] = line._replace(start=start, end=end, text=source.text[start:end])
            verdicts[i] = _TITLE
    return found, verdicts
