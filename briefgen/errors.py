"""What can go wrong, in two kinds: a `Problem` is a record the run goes on with; an error ends it.

    BriefgenError            exit 1, cannot go on
      UsageError             exit 2, the call itself is off
      NothingFoundError      exit 3, no source bears on the topic
      VerificationError      exit 4, the written file does not match its sources
      StoppedError           exit 130, the user pressed Ctrl-C
      OutputLostError        exit 141 or 1, standard output takes no more

Every slug is explained, with its remedy, in docs/messages.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the program, as it is reported: no word of a document is in `kind` and `places`."""

    kind: str
    """"IndexError: list index out of range"; where its message could hold data, only "KeyError"."""
    places: tuple[str, ...]
    """Where it came through in this program, innermost first: "compose/context.py, line 112, around"."""
    trace: str = field(default="", compare=False, repr=False)
    """The traceback, which may hold words of a document."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something met on the way that the user should know; the run goes on."""

    where: str
    """The place a person can open: a file, or "file, line 12"."""
    slug: str
    """Stable name, e.g. "file-empty"; docs/messages.md has a section for each."""
    message: str
    """One plain sentence in the officer's words, without the place."""
    files: tuple[str, ...] = ()
    """The files that it is about, where `where` is the folder that holds them."""
    fault: Fault | None = field(default=None, compare=False, repr=False)
    """Set where it is a fault of ours."""


class BriefgenError(Exception):
    """Cannot go on. Shown to the user as message and hint, never as a traceback."""

    exit_code = 1
    fault: Fault | None = None
    """Set where it is a fault of ours."""

    def __init__(self, slug: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.hint = hint


class UsageError(BriefgenError):
    """The call itself is off: an unknown format, a topic that is a path."""

    exit_code = 2


class NothingFoundError(BriefgenError):
    """No source bears on the topic; the message names the nearest matches."""

    exit_code = 3


class VerificationError(BriefgenError):
    """The finished file, reopened, does not match the sources; it was not kept."""

    exit_code = 4


class UngroundedError(VerificationError):
    """The memo does not match its sources; it was not drawn."""


class StoppedError(BriefgenError):
    """The user pressed Ctrl-C; 130 is the code shells give for it."""

    exit_code = 130


class OutputLostError(BriefgenError):
    """Standard output takes no more: a full disk, or a reader that is gone, for which shells give 141."""

    def __init__(self, reason: str, *, gone: bool) -> None:
        super().__init__(
            "output-lost",
            f"Standard output takes no more ({reason}), so not all is printed.",
            "Memos that were written are in the folder named with --out.",
        )
        self.gone = gone
        """Whether its reader is gone."""
        self.exit_code = 141 if gone else 1
