"""What a reader hands back: drafts of sources, and the problems met."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from briefgen.errors import Problem
from briefgen.model import Omission


@dataclass(frozen=True, slots=True)
class Draft:
    """One document of a file; `read_folder` gives it an id and the file's hash."""

    text: str
    suffix: str = ""
    """What is added to the file's name: "" for a whole file, "#3" for a record, "/att.pdf" for a part."""
    encoding: str = "utf-8"
    """Python codec that turns the file's bytes into `text`; "utf-8" where the format has its own."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """Metadata the container gives, by `META_KEYS`; dates as ISO days where the format is known."""
    places: tuple[tuple[int, str], ...] = ()
    clean: bool = False
    whole: bool = False
    mail: bool = False
    """See `Source.mail`."""
    stated_at: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Where in `text` the words of a stated value stand, by its key."""
    front: int = 0
    """Characters at the start of `text` that state metadata and are no content."""
    omitted: tuple[Omission, ...] = ()
    shifts: tuple[tuple[int, int], ...] = ()
    """See `Source.shifts`."""
    certain: frozenset[str] = frozenset()
    """Keys of `stated` that no line of the text overrules."""
    length: int = 0
    """Characters of the whole, where `text` is only its beginning and nothing has told of that yet."""

    def until(self, end: int) -> Draft:
        """The draft with the first `end` characters of its text, and what points into them."""
        at = {key: where for key, where in self.stated_at.items() if where[1] <= end}
        stated = {key: words for key, words in self.stated.items() if key in at or key not in self.stated_at}
        return replace(
            self,
            text=self.text[:end],
            stated=stated,
            stated_at=at,
            places=tuple(place for place in self.places if place[0] < end),
            shifts=tuple(shift for shift in self.shifts if shift[0] <= end),
            front=min(self.front, end),
        )


Reading = tuple[tuple[Draft, ...], tuple[Problem, ...]]
Reader = Callable[[bytes, str], Reading]
"""A reader takes a file's bytes and its name for messages. It raises `UnreadableError`, nothing else."""


class UnreadableError(Exception):
    """This file can not be read; the others go on. Becomes a `Problem` in the table of readers."""

    def __init__(self, slug: str, message: str) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message


_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def extracted(draft: Draft, name: str) -> Reading:
    """The draft of an extracted text, whose NULs and lone surrogates show as U+FFFD.

    Such characters come from broken fonts and escapes; no output format can hold them.
    """
    draft = _without_invisible(draft)
    text, count = _UNSTORABLE.subn("\ufffd", draft.text)
    if not count:
        return (draft,), ()
    shown = replace(draft, text=text)
    message = f"{count} characters that no text can hold are shown as \ufffd."
    return (shown,), (Problem(name + draft.suffix, "characters-replaced", message),)


def _without_invisible(draft: Draft) -> Draft:
    """The draft without signs that no reader sees and that part words: soft hyphens, blanks without width."""
    met = [match.start() for match in _INVISIBLE.finditer(draft.text)]
    if not met:
        return draft

    def moved(offset: int) -> int:
        return offset - bisect.bisect_left(met, offset)

    at = {key: (moved(start), moved(end)) for key, (start, end) in draft.stated_at.items()}
    places = tuple((moved(offset), label) for offset, label in draft.places)
    text = _INVISIBLE.sub("", draft.text)
    return replace(draft, text=text, places=places, stated_at=at, front=moved(draft.front))


def paragraphs(parts: list[tuple[str, str]], between: str = "\n") -> tuple[str, tuple[tuple[int, str], ...]]:
    """Joins (label, text) parts to one text and gives the offset at which each label starts."""
    places, offset = [], 0
    for label, text in parts:
        places.append((offset, label))
        offset += len(text) + len(between)
    return between.join(text for _, text in parts), tuple(places)
