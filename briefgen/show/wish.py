"""What the user wants to see of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.errors import UsageError

LAYERS = (
    "blocks",
    "sentences",
    "words",
    "names",
    "dates",
    "quotations",
    "turns",
    "statements",
    "speakers",
    "occasions",
    "relations",
    "issues",
)
"""Names for --layer."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of one call of `briefgen show`."""

    layers: frozenset[str] = frozenset()
    """Only these; empty: all but the words, which are many."""
    line: int | None = None
    """Only what stands on this line (of a PDF or Word file: this page or paragraph)."""
    words: str = ""
    """Only what holds these words; capitals do not count."""
    why: bool = False
    """With the features behind each decision."""

    @classmethod
    def of(cls, layers: Sequence[str], line: int | None, words: str, why: bool) -> Wish:
        """The wish that options tell. Raises UsageError `layer-unknown`."""
        for name in layers:
            if name not in LAYERS:
                raise UsageError(
                    "layer-unknown", f"There is no layer “{name}”.", f"Choose from: {', '.join(LAYERS)}."
                )
        return cls(frozenset(layers), line, words, why)

    def layer(self, name: str) -> bool:
        """Whether a layer is wanted."""
        return name in self.layers if self.layers else name != "words"

    @property
    def whole(self) -> bool:
        """Whether nothing narrows what is shown; then the head is shown, too."""
        return not self.layers and self.line is None and not self.words
