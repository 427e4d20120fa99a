"""What a folder is about, as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Recurring:
    """An actor, a matter or an occasion, and where it was met."""

    name: str
    count: int
    sources: tuple[str, ...]
    """Ids of the documents, in reading order."""
    kind: str = ""
    """Of an actor: "state" or "organisation"; of a matter: "name", "pair" or "word"."""
    also: tuple[str, ...] = ()
    """Other names that the folder gives for it."""


@dataclass(frozen=True)
class Proposal:
    """What a folder is about, each list with the most telling first."""

    documents: tuple[tuple[str, str], ...]
    """Id and file of the documents looked at: those that copy another one are not."""
    actors: tuple[Recurring, ...] = ()
    speakers: tuple[Recurring, ...] = ()
    matters: tuple[Recurring, ...] = ()
    words: tuple[Recurring, ...] = ()
    """Rare words that recur, one by one."""
    occasions: tuple[Recurring, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is no word to begin a topic with."""
        return not self.matters and not self.words


@dataclass
class Tally:
    """Counts things over documents, with the form in which each is printed most often."""

    _sources: dict[str, Counter[str]] = field(default_factory=dict)
    _forms: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, key: str, source: str, form: str) -> None:
        """Count one more."""
        self._sources.setdefault(key, Counter())[source] += 1
        self._forms.setdefault(key, Counter())[form] += 1

    def met(self, least: int, kind: str = "", said: int = 2) -> dict[str, Recurring]:
        """All that stands in so many documents and was said so often, by key."""
        found = {}
        for key, sources in self._sources.items():
            if len(sources) >= least and sources.total() >= said:
                name = max(self._forms[key].items(), key=lambda one: (one[1], one[0]))[0]
                found[key] = Recurring(name, sources.total(), tuple(sources), kind)
        return found


def spelt(found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names, each with something else; one in capitals is written as where it is not."""
    pairs = list(found)
    small = {name.casefold(): name for name, _ in pairs if not name.isupper()}
    return [(small.get(name.casefold(), name) if " " in name else name, other) for name, other in pairs]


def ordered(found: Iterable[Recurring]) -> tuple[Recurring, ...]:
    """What stands in most documents first, then what is said most often, then by name."""
    return tuple(sorted(found, key=lambda one: (-len(one.sources), -one.count, one.name)))
