"""One source denies what another tells: "has never asked him to end it", "asked him to end it"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen import lexicon
from briefgen.compose.clash.found import Clash
from briefgen.compose.clash.matter import Claim, Origin, Passage, apart, meeting, weight
from briefgen.english.negation import denial
from briefgen.english.tokens import fold
from briefgen.english.verbs import verbs
from briefgen.english.words import meaning
from briefgen.model import Span

LEAST = 12.0
"""Weight of all the words that two sentences share, the verb among them."""
OBJECT = 6.0
"""Weight of those of them that stand behind the verb: two rare words, or a name and two commoner ones, say of
what it is told; "the minister did not say" and "the minister said" have only their subject in common."""
AHEAD = 3
"""Words behind a negation among which the verb stands that it denies: "has not yet publicly accused"."""
ROOM = 140
"""Characters behind a verb in which its object stands."""


@dataclass(frozen=True, slots=True)
class Deed(Claim):
    """A verb of a sentence, told or denied."""

    denied: bool
    behind: frozenset[str]
    """Stems of the words behind it."""

    @property
    def says(self) -> str:
        return "denied" if self.denied else "told"


def find(passages: Sequence[Passage], origin: Origin) -> Iterator[Clash]:
    """Pairs of sentences of which one denies what the other tells."""
    denied = [deed for passage in passages for deed in deeds(passage, denied=True)]
    slots = {deed.slot for deed in denied}
    told = (
        [deed for passage in passages for deed in deeds(passage, denied=False) if deed.slot in slots]
        if slots
        else []
    )
    for one, other in meeting([*denied, *told], origin, LEAST):
        if one.denied != other.denied and weight(one.behind & other.behind) >= OBJECT:
            yield Clash("denial", one, other, changed=apart(one.passage, other.passage))


def deeds(passage: Passage, *, denied: bool) -> Iterator[Deed]:
    """The verbs of a sentence that say that something was done or, denied, that it was not."""
    document, span = passage.document, passage.span
    text = document.text(span)
    if text.endswith("?") or (denied and denial(fold(text)) is None):
        return
    words = [token for token in document.tokens.between(span.start, span.end) if token.text[0].isalpha()]
    low = [fold(token.text) for token in words]
    for k, token in enumerate(words):
        if not token.text[0].islower() or not done(low, k, denied) or supposed(low, k):
            continue
        if is_denied(low, k) == denied:
            core = Span(span.source, token.start, token.end)
            behind = passage.stems_in(token.end, token.end + ROOM)
            yield Deed(passage, meaning(token.text), core, denied, behind)


def done(low: Sequence[str], at: int, denied: bool) -> bool:
    """Whether a word is a verb of what was done or, behind "did not", was not; not "was", "had" or "said"."""
    word = low[at]
    if not word.isalpha() or word in lexicon.grammar.tags() or meaning(word) == SAY:
        return False
    if not denied and at and lexicon.grammar.tags().get(low[at - 1]) in ATTRIBUTIVE:
        return False
    return next(verbs([word]), None) is not None or (denied and bool(DID & set(low[max(at - AHEAD, 0) : at])))


def supposed(low: Sequence[str], at: int) -> bool:
    """Whether what a verb says is only wished, feared, possible or ahead."""
    return any(word in UNREAL for word in low[max(at - AHEAD, 0) : at])


def is_denied(low: Sequence[str], at: int) -> bool:
    """Whether a negation stands right before a verb, nothing but adverbs and auxiliaries between.

    "Barely survived", "no confirmed cases" and "not all patients reported" deny no verb.
    """
    before = " ".join(low[max(at - AHEAD, 0) : at])
    found = denial(before)
    if found is None or not (found.group().endswith((" to", "n't", "n’t")) or found.group() in OUTRIGHT):
        return False
    tags = lexicon.grammar.tags()
    return all(
        tags.get(word) in ("AUX", "ADV") or word.endswith("ly") for word in before[found.end() :].split()
    )


SAY = meaning("say")
DID = frozenset({"did", "do", "does", "didn't", "doesn't", "don't"})
ATTRIBUTIVE = frozenset({"DET", "POSS", "PREP", "QNT"})
"""Tags of words behind which a past form qualifies a noun: "a confirmed outbreak"."""
OUTRIGHT = frozenset({"not", "never", "cannot", "nor"})
UNREAL = frozenset("to will would could may might should must can if whether unless shall".split())
