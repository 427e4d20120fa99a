"""One quotation in two sources: another speaker, or another word in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import CROWD, Account, Claim, Origin, independent
from briefgen.english.stem import stem
from briefgen.english.words import compared, plain
from briefgen.model import Document, Quote, Span

RUN = 4
"""Words in a row by which quotations find each other."""
SAME = 8
"""Words in a row that make two quotations one: shorter runs ("have to work together") two people do say."""
MOSTLY = 0.7
"""Share of the shorter quotation that the longer has too; one speech may be quoted in two places."""
BESIDE = 2
"""Equal words that stand on either side of a changed one; at its ends a quotation is cut, not changed."""
ALIKE = 3
"""Letters at the head by which two words and their short form are one."""
SWAPPED = 2
"""Words that may be changed for others; more are a sentence left out."""


class Word(NamedTuple):
    """A quoted word."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Saying(Claim):
    """A quoted stretch."""

    quote: Quote
    words: tuple[Word, ...]


def find(accounts: Sequence[Account], origin: Origin) -> Iterator[Clash]:
    """Quotations of independent sources that are one, but for the speaker or a word."""
    said = [saying for account in accounts for saying in quoted(account)]
    for one, other in shared(said, origin):
        matcher = SequenceMatcher(
            None, [w.key for w in one.words], [w.key for w in other.words], autojunk=False
        )
        same = sum(block.size for block in matcher.get_matching_blocks())
        if same >= max(SAME, MOSTLY * min(len(one.words), len(other.words))):
            if other_speaker(one, other):
                yield Clash("attribution", one, other)
            yield from reworded(one, other, matcher)


def quoted(account: Account) -> Iterator[Saying]:
    """The quoted words of a sentence, where they are enough to be known again."""
    document, span = account.document, account.span
    for quote in document.quotes_in.get(span, ()):
        for part in quote.parts if quote.marked else ():
            if span.overlaps(part):
                core = Span(span.source, max(part.start, span.start), min(part.end, span.end))
                words = tuple(read(document, core))
                if len(words) >= SAME:
                    yield Saying(account, "quotation", core, quote, words)


def read(document: Document, part: Span) -> Iterator[Word]:
    """The words of a quotation, without marks."""
    for token in compared(document.tokens.between(part.start, part.end)):
        yield Word(token.start, token.end, plain(token.text))


def shared(said: Sequence[Saying], origin: Origin) -> Iterator[tuple[Saying, Saying]]:
    """Pairs from independent documents that share a run of words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        keys = [word.key for word in one.words]
        for run in {tuple(keys[k : k + RUN]) for k in range(len(keys) - RUN + 1)}:
            places[run].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        met.update(combinations(numbers[:CROWD], 2))
    for (first, second), runs in sorted(met.items()):
        if runs > 1 and independent(said[first], said[second], origin):
            yield said[first], said[second]


def other_speaker(one: Saying, other: Saying) -> bool:
    """Whether both sources name who says it, by a name or as a document, and not the same.

    A pronoun is resolved by briefgen, not by the source; a body speaks through a person.
    """
    if not (named(one) and named(other)):
        return False
    first, second = (saying.quote.speaker for saying in (one, other))
    kinds = {speaker.kind for speaker in (first, second) if speaker}
    if kinds not in ({"document", "person"}, {"person"}):
        return False
    wide = "document" in kinds
    if wide and (tells_document(one) or tells_document(other)):
        return False
    return not surname(one) & beside(other, wide) and not surname(other) & beside(one, wide)


def beside(saying: Saying, wide: bool) -> frozenset[str]:
    """The words of the sentences of a quotation: who is named there may be whom the speaker speaks for.

    Round a document that is quoted (`wide`) stands who wrote it.
    """
    document = saying.account.document
    sentences = saying.account.around if wide else saying.quote.frame
    return frozenset(word.key for sentence in sentences for word in read(document, sentence))


def named(saying: Saying) -> bool:
    """Whether the words beside the quotation name who says it."""
    quote, document = saying.quote, saying.account.document
    if quote.speaker is None or quote.mention is None or quote.cue is None or quote.together:
        return False
    if quote.speaker.kind == "document":
        return True
    written = document.text(quote.mention).split()
    known = surname(saying)
    return quote.speaker.key is not None and len(known) > 1 and bool(known & set(map(plain, written)))


def surname(saying: Saying) -> frozenset[str]:
    """The words of the speaker's full name that may stand for it."""
    speaker = saying.quote.speaker
    words = saying.account.document.text(speaker.name).split() if speaker else []
    return frozenset(plain(word) for word in words if word[:1].isupper() and len(word) > 2)


def tells_document(saying: Saying) -> bool:
    """Whether a person is quoted from a statement, which another source may name instead."""
    speaker, document = saying.quote.speaker, saying.account.document
    words = (word.key for frame in saying.quote.frame for word in read(document, frame))
    return (
        speaker is not None
        and speaker.kind == "person"
        and any(w in lexicon.saying.documents() for w in words)
    )


def reworded(one: Saying, other: Saying, matcher: SequenceMatcher[str]) -> Iterator[Clash]:
    """The words that stand in one for those of the other, amid words that are the same."""
    steps = matcher.get_opcodes()
    for before, (tag, i, j, k, m), after in zip(steps, steps[1:], steps[2:], strict=False):
        flanked = min(before[2] - before[1], after[2] - after[1]) >= BESIDE
        if tag == "replace" and flanked and max(j - i, m - k) <= SWAPPED:
            mine, theirs = one.words[i:j], other.words[k:m]
            if not one_word(mine, theirs) and not edited(one, mine) and not edited(other, theirs):
                yield Clash("wording", within(one, mine), within(other, theirs))


def one_word(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether words differ in spelling only ("recognise", "you're", "wanna"), not "was" for "were"."""
    first, second = ("".join(word.key for word in words) for words in (mine, theirs))
    shortened = len(mine) != len(theirs) and first[:ALIKE] == second[:ALIKE]
    return shortened or [stem(word.key) for word in mine] == [stem(word.key) for word in theirs]


def edited(saying: Saying, words: Sequence[Word]) -> bool:
    """Whether an editor's brackets or dots stand at some words."""
    text = saying.account.document.source.text[words[0].start - 2 : words[-1].end + 2]
    return any(mark in text for mark in "[](){}…") or ".." in text


def within(saying: Saying, words: Sequence[Word]) -> Saying:
    """The saying with some of its words as what differs."""
    core = Span(saying.core.source, words[0].start, words[-1].end)
    return Saying(saying.account, saying.slot, core, saying.quote, saying.words)
