"""A contradiction between two independent sources, as it is handed to the section."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.compose.clash.matter import Claim, common


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sources that say otherwise of one matter; which is right is not judged."""

    kind: str
    """"number", "attribution", "wording", "spelling", "day", "due", "length", "moved", "denial",
    "decider" or "first"."""
    one: Claim
    other: Claim
    changed: bool = False
    """Whether the two are of different times, so that both may be right."""
    with_one: tuple[Claim, ...] = ()
    """Claims of further documents that say the same as `one`."""
    with_other: tuple[Claim, ...] = ()

    @property
    def weight(self) -> float:
        """How sure it is that both speak of one matter."""
        return common(self.one.account, self.other.account)
