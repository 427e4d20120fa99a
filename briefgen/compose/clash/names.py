"""One person whose name two sources spell otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Account, Claim, Origin, independent
from briefgen.english.words import plain
from briefgen.model import Span

LETTERS = 2
"""Letters that two spellings of one name may differ in ("Zelensky", "Zelenskyy"; "Pasztor", "Pastzor")."""
SHORTEST = 5
"""Letters of a name that may be misspelt; of shorter ones "Joan" and "John" are two persons."""


@dataclass(frozen=True, slots=True)
class Spelling(Claim):
    """The full name of a person."""

    words: tuple[str, ...]


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Pairs of full names that are one but for a few letters of one word."""
    first: dict[tuple[str, tuple[str, ...]], Spelling] = {}
    for account in accounts:
        for one in spelt(account):
            first.setdefault((account.document.source.id, one.words), one)
    told: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    places: dict[tuple[int, int, str], list[Spelling]] = defaultdict(list)
    for (source, words), one in first.items():
        told[source].add(words)
        for k, word in enumerate(words):
            places[len(words), k, word].append(one)
    for alike in places.values():
        for one, other in combinations(alike[:CROWD], 2):
            ids = [claim.account.document.source.id for claim in (one, other)]
            # Who writes both forms has two persons, or noticed it.
            both = other.words in told[ids[0]] or one.words in told[ids[1]]
            if not both and independent(one, other, origin) and misspelt(one.words, other.words):
                yield Clash("spelling", one, other)


def spelt(account: Account) -> Iterator[Spelling]:
    """The full names of persons in a sentence."""
    document = account.document
    for name in account.names:
        printed = document.text(name.span)
        words = tuple(map(bare, printed.split()))
        # A capitalised phrase that nothing vouches for is hardly a person's name.
        if name.kind == "person" and len(words) > 1 and not garbled(printed):
            yield Spelling(account, "name", Span(name.span.source, name.span.start, name.span.end), words)


def garbled(printed: str) -> bool:
    """Whether a name has letters of a page that was decoded wrongly: "EllisonÂ"."""
    return any(mark in printed for mark in "ÂÃ�")


def bare(word: str) -> str:
    """A word of a name as it is compared: without accents, marks and a joined article ("al-Nur", "Nur")."""
    first, _, rest = word.partition("-")
    return plain(rest if rest and first.casefold() in lexicon.persons.particles() else word)


def misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in a few letters of one word only, and not as "Paul" and "Paula" do."""
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not all(word.isalpha() for word in (*one, *other)):
        return False
    if len(unlike) != 1 or min(map(len, unlike[0])) < SHORTEST or unlike[0][0][0] != unlike[0][1][0]:
        return False
    given = lexicon.persons.genders()
    sexes = {given.get(word, "") for word in unlike[0]} - {""}
    return len(sexes) < 2 and distance(*unlike[0]) <= LETTERS


def distance(one: str, other: str) -> int:
    """Letters to add, drop or change to make one word of the other (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for k, letter in enumerate(one, 1):
        above, row = row, [k]
        for m, there in enumerate(other, 1):
            row.append(min(above[m] + 1, row[-1] + 1, above[m - 1] + (letter != there)))
    return row[-1]
