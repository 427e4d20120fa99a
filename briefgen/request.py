"""One call of the command as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.keeping import AS_USUAL, Keeping
from briefgen.paper.house import Length

if TYPE_CHECKING:
    from briefgen.paper.carried import MailAddress

OUT = Path("out")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command is asked for; made of checked arguments."""

    topics: tuple[str, ...]
    """Slugs of topic files, or free words."""
    seeds: Path = Path("seeds")
    out: Path = OUT
    formats: tuple[str, ...] = ("docx",)
    template: str | None = None
    """Name of a house below templates/, a folder, or a .docx or .dotx of the office."""
    as_of: date | None = None
    """Date of the memo; the clock is never asked."""
    length: Length = "standard"
    """"short", "standard", or "full" with everything on the topic."""
    actor: str | None = None
    """Name of the principal actor; None: that of the topic file, else it is worked out."""
    filled: tuple[tuple[str, str], ...] = ()
    """Lines of the header block by their id: ("to", "Head of Unit")."""
    marking: str | None = None
    """Handling marking; None: that of the house."""
    to_mail: tuple[MailAddress, ...] = ()
    cc_mail: tuple[MailAddress, ...] = ()
    """To whom the mail goes, where one is asked for."""
    made: str | None = None
    """Time of the call in UTC, where the memo is to say it; the clock is asked by the command only."""
    keeping: Keeping = AS_USUAL
    """Where what is read of an archive is kept; nothing of that changes a memo."""
