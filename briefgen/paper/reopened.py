"""What was read back from a finished file: blocks as plain text, with the notes and links of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Notes

BlockKind = Literal["title", "heading", "line", "cell"]


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One paragraph, heading or table cell of a memo, as plain text."""

    kind: BlockKind
    text: str
    notes: tuple[int, ...] = ()
    """Numbers of the notes whose marks it carries."""
    links: tuple[int, ...] = ()
    """Where its links lead: indices of blocks of the file, -1 for a link that leads nowhere."""
    tones: tuple[tuple[str, str], ...] = ()
    """Words that are set apart, with the element or mark that does so: ("mark", "We begin now.")."""
    bullet: str = ""
    """The mark of a line of a list, "- ", where a format shows one in its text."""
    leads: tuple[str, ...] = ()
    """Ids to which its other links lead."""
    ids: tuple[str, ...] = ()
    """Its own id, and those of what it stands in, from within."""
    marks: tuple[str, ...] = ()
    """Ids of places inside it."""
    folded: bool = False
    """Whether a reader must open what it stands in."""


Own = Callable[[Memo, HouseStyle], Callable[[str], bool]]
"""Gives for a memo and a house the test whether the format's template may have put a text there."""


def nothing_own(memo: Memo, style: HouseStyle) -> Callable[[str], bool]:
    """For a format without a template that adds words: no text is its own."""
    del memo, style
    return lambda text: False


class TemplateWords(NamedTuple):
    """What a template brings along around the words of a memo."""

    margins: frozenset[str]
    """Paragraphs of its headers and footers, with what is to be put in: "[[title]]"."""
    labels: frozenset[str]
    """What its lists print in front of their lines: "Annex %1."."""
    inherited: frozenset[str] = frozenset()
    """Everything in it by which words are shown: styles, lists, page, a text for each."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """What was read back from a finished file, whatever its format."""

    view: Literal["page", "data"]
    """"page": what a reader sees in order; "data": the fields of each item (JSON)."""
    blocks: tuple[ReadBlock, ...]
    notes: tuple[str, ...]
    """Text of the notes; note 1 comes first."""
    margins: tuple[str, ...] = ()
    """Text of page headers and footers."""
    linked: bool = False
    """Whether references are links in this format."""
    form: Notes | None = None
    """The form in which this format gives places, whatever the house's; None: as the house does."""
    beside: tuple[ReadBlock, ...] | None = None
    """What stands before and behind the memo; None for a format that shows no evidence."""
    names: tuple[str, ...] = ()
    """Names of parts for those who do not see the page, and what the file says of itself."""
    first: frozenset[str] = frozenset()
    """Ids of the passages that are set apart as those to look at first."""
    languages: frozenset[str] = frozenset()
    """Language tags of its words."""
    drawing: tuple[tuple[str, ...], ...] = ()
    """What is drawn, each piece with its kind and what places it."""
    faults: tuple[str, ...] = ()
    """What a file of this format may not hold."""
    labels: tuple[str, ...] = ()
    """What lists print in front of their lines, "Annex %1."."""
    inherited: frozenset[str] = frozenset()
    """Everything by which its words are shown, in the same form as that of its template."""
    template: Callable[[HouseStyle], TemplateWords] | None = None
    """What the template of a house brings along; None for a format whose template says no words around."""
    own: Own = nothing_own
    """What the format's own template may have added to the memo's words."""
