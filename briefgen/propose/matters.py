"""What a folder deals with: names of its deals, missions and bodies, pairs of rare words, rare words.

A pair is two words side by side that are rare in general news and recur over documents ("grain corridor").
How rare a word is does not come from the folder: where every document is on one matter its words are common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.other_names import OtherName, other_names
from briefgen.english.rarity import rarity
from briefgen.english.stem import stem
from briefgen.english.tokens import parts
from briefgen.english.words import stop_stems
from briefgen.model import Document, Span, Token
from briefgen.propose.proposal import Recurring, Tally, ordered, spelt

TELLING = 7.0
"""Rarity that two words have together: "grain corridor" has 10, "prime minister" 6."""
LEAST = 2.2
"""Rarity of the commoner word of a pair, in 110 articles of a thousand at most."""
RARE = 4.2
"""Rarity of a word that tells something alone, in 15 articles of a thousand at most."""
_LETTERS = 3  # of an abbreviation that is no initial, and of a word of a pair


def matters(documents: Sequence[Document], least: int) -> tuple[Recurring, ...]:
    """Names and pairs, those with the most documents by rarity first; a pair inside a name is left out."""
    names = _names(documents, least)
    pairs = Tally()
    for document in documents:
        for left, right in _neighbours(document):
            key = f"{_stem(left)} {_stem(right)}"
            pairs.add(key, document.source.id, " ".join(document.source.text[left.start : right.end].split()))
    inside = {_key(text) for name in names for text in (name.name, *name.also)}
    found = [
        (_weight(key) * len(met.sources), met)
        for key, met in pairs.met(least, "pair").items()
        if not any(key in name for name in inside)
    ]
    found += [(TELLING * len(name.sources), name) for name in names]
    return tuple(met for _, met in sorted(found, key=lambda one: (-one[0], one[1].name)))


def words(documents: Sequence[Document], least: int) -> tuple[Recurring, ...]:
    """Rare words, each alone; "Norwegian" says who, not what."""
    tally = Tally()
    for document in documents:
        who = {n.span.start for n in document.names if n.adjective}
        for token in _telling(document):
            if rarity(_stem(token)) >= RARE and len(token.text) > _LETTERS and token.start not in who:
                tally.add(_stem(token), document.source.id, token.text)
    return ordered(tally.met(least, "word").values())


def _weight(key: str) -> float:
    return sum(map(rarity, key.split()))


def _key(name: str) -> str:
    return " ".join(stem(word) for word in name.casefold().replace("-", " ").split())


def _stem(token: Token) -> str:
    return stem(token.text.lower())


def _neighbours(document: Document) -> Iterator[tuple[Token, Token]]:
    """Rare words side by side, with nothing but a blank or a hyphen between; "e" only in "e-cigarette"."""
    text = document.source.text
    for left, right in pairwise(_telling(document)):
        between, rare = text[left.end : right.start], (rarity(_stem(left)), rarity(_stem(right)))
        short = min(len(left.text), len(right.text)) < _LETTERS
        together = between == "-" or (between == " " and not short)
        if together and min(rare) >= LEAST and sum(rare) >= TELLING:
            yield left, right


def _telling(document: Document) -> Iterator[Token]:
    """The words of the citable sentences that are no function words, figures or parts of names."""
    stop = stop_stems()
    named = [n.span for n in document.names if not n.adjective and (n.kind != "unconfirmed" or " " in n.key)]
    taken = {place for span in named for place in range(span.start, span.end)}
    for sentence in document.citable():
        for token in document.tokens.between(sentence.span.start, sentence.span.end):
            for word in parts(token):
                if word.start not in taken and word.text.isalpha() and _stem(word) not in stop:
                    yield word


def _names(documents: Sequence[Document], least: int) -> tuple[Recurring, ...]:
    """Names of bodies, deals and missions that no list has, an abbreviation with what it stands for."""
    long = {pair.short: pair.full for document in documents for pair in _given(document)}
    tally = Tally()
    printed = (_printed(document, span) for document in documents for span in _unlisted(document))
    for name, source in spelt(printed):
        if _is_name(name) or name in long:
            tally.add(long.get(name, name), source, name)
    short: dict[str, tuple[str, ...]] = {}
    for abbreviation, full in sorted(long.items()):
        short[full] = (*short.get(full, ()), abbreviation)
    met = tally.met(least, "name")
    return tuple(
        replace(one, name=full, also=short.get(full, ()))
        for full, one in met.items()
        if not any(f" {full} " in f" {other} " for other in met.keys() - {full})
    )


def _printed(document: Document, span: Span) -> tuple[str, str]:
    """A name without the "s" of several, and its document."""
    name = " ".join(document.text(span).split())
    return name[:-1] if name[-1:] == "s" and name[:-1].isupper() else name, document.source.id


def _given(document: Document) -> Iterator[OtherName]:
    """What the sentences of a document abbreviate."""
    for sentence in document.sentences:
        for pair in other_names(" ".join(document.text(sentence.span).split())):
            if pair.short.isalpha() and pair.short[:2].isupper():
                yield pair


def _unlisted(document: Document) -> Iterator[Span]:
    """The names that nothing vouches for, with a listed name right before: "Grey Sea" "Grain Initiative"."""
    before: Span | None = None
    for name in document.names:
        if name.kind == "unconfirmed" or gazetteer.introduced(name.kind, name.canonical):
            joined = before and document.source.text[before.end : name.span.start] == " "
            start = before.start if joined and before else name.span.start
            yield Span(name.span.source, start, name.span.end)
        before = name.span if name.kind in ("place", "region", "state") else None


def _is_name(name: str) -> bool:
    """Whether capitalised words name something: an abbreviation, or several words of which the last is the
    noun of a body or an event."""
    listed = name.split()
    if len(listed) == 1:
        return name.isupper() and name.isalpha() and len(name) >= _LETTERS
    return listed[-1] in {row.word for row in lexicon.names.heads() if row.kind != "place"}
