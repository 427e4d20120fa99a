"""One mention: words outside quotation marks that refer to somebody or something."""

from __future__ import annotations

from typing import Literal, NamedTuple

MentionKind = Literal["name", "pronoun", "possessive", "description"]


class Mention(NamedTuple):
    """Words outside quotation marks that refer to somebody or something."""

    kind: MentionKind
    first: int
    """Index of the first token: of the bare name, the pronoun, or the whole description."""
    last: int
    head: int
    """Index of the token that begins the whole noun phrase, title included; `first` when there is none."""
    owner: bool
    """A possessive ending follows ("Washington's")."""
    modifier: bool
    """Stands inside a longer phrase ("the Trump campaign")."""
    initial: bool
    """One capitalised word at the head of a sentence: perhaps no name at all."""
