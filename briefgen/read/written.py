"""One paragraph of a word processor's file while it is being read: its words and how they look."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.read.raised import raised as raised_sign

_LONGEST_SIGN = 60
"""Letters of raised signs that are looked at, and of what stands before them."""


@dataclass(slots=True)
class WrittenParagraph:
    """One paragraph while it is being read."""

    words: list[str] = field(default_factory=list)
    style: str = ""
    """Name of its style, "" when it has none."""
    level: int = 0
    """Of a heading, 1 the highest; 0 when it is none."""
    drop_cap: bool = False
    bold: bool = False
    size: float = 0.0
    """Of its largest letters, in points; 0 when the file does not say."""
    goes_on: bool = False
    """Whether its end was struck out, so that the next goes on in it."""
    sign: str = ""
    """The raised signs at its end so far, and where in `words` they begin."""
    sign_at: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.words)

    def add_raised(self, text: str, *, in_note: bool) -> None:
        """A raised sign, or the next piece of one: "10" and "-" and "6"; marks of notes are left out.

        `in_note`: the mark that opens a note is one, too; elsewhere what stands behind no word is kept.
        """
        if not self.sign:
            self.sign_at = len(self.words)
        elif len(self.sign) > _LONGEST_SIGN:
            self.words.append(text)
            return
        del self.words[self.sign_at :]
        self.sign += text
        before = self._tail()
        printed = raised_sign(before, self.sign) if before.strip() or in_note else self.sign
        ends = self.sign[-1:].isspace() and not before[-1:].isspace()
        self.words.append(printed or " " * ends)

    def _tail(self) -> str:
        tail = ""
        for piece in reversed(self.words):
            tail = piece[-_LONGEST_SIGN:] + tail
            if len(tail) >= _LONGEST_SIGN:
                break
        return tail
