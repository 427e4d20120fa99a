"""What a topic is: groups of terms and names, all of which a passage must satisfy."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple


class Group(NamedTuple):
    """One side of a topic; any of its entries satisfies it."""

    name: str
    terms: tuple[str, ...] = ()
    """Words and phrases; inflected forms count as well."""
    regions: tuple[str, ...] = ()
    """Gazetteer keys; a region stands for its member states too."""
    names: tuple[str, ...] = ()
    """Gazetteer keys of states, organisations and places."""
    also: tuple[str, ...] = ()
    """Gazetteer keys that count only where the document speaks of the group otherwise as well."""
    related: tuple[str, ...] = ()
    """Words near the terms in meaning, from topics/related.tsv, and other names that the folder gives;
    free words only."""
    abbreviations: tuple[str, ...] = ()
    """Such names that count only as they are printed: "ENDS" is not "ends"."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a memo is about."""

    slug: str
    """Name on the command line and stem of the memo's file."""
    title: str
    groups: tuple[Group, ...]
    actor: str | None = None
    """Gazetteer key of the principal actor, e.g. "eu": whose partners and positions the memo gathers."""
    exclude: tuple[str, ...] = ()
    """A sentence with one of these is left out."""
    aliases: tuple[str, ...] = ()
    """Other slugs under which the topic is found."""
    free: bool = False
    """True when the groups are the words of the call, not a file."""
    sha256: str = ""
    """Of the file's bytes; "" for words of a call."""
    asked: bool = False
    """True when the command names the principal actor."""


def slugify(words: str) -> str:
    """Words as a file-name stem: lower case, letters and digits of any script, single hyphens."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "-".join("".join(c if c.isalnum() else " " for c in folded).split())
