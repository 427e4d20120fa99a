"""Words at second hand: in "Lee said that Kim thinks ..." the words that name Kim."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen import lexicon
from briefgen.annotate.speakers.scene import Scene
from briefgen.english import gazetteer
from briefgen.english.coordination import CLAUSE_OPENERS
from briefgen.english.cues import Cue, find_cues
from briefgen.english.mention import Mention
from briefgen.english.mentions import find_mentions
from briefgen.english.negation import denies
from briefgen.english.passages import Passage
from briefgen.english.tags import Tagged, lemma, tagged
from briefgen.model import Quote

_OWN = frozenset({"i", "we", "you", "it", "he", "she"})
_NO_SPEECH = frozenset(
    {"agree", "continue", "order", "maintain", "charge", "read", "signal", "post", "see", "find"}
    | {"know", "feel"}
)
"""Verbs that tell what somebody did as often as what somebody said."""
_VIEWS = frozenset(form for form, kind in lexicon.saying.kinds().items() if kind in ("say", "think"))
"""Forms of verbs behind the words for whose view it is."""
_EARLY = 8  # tokens from the start of the content within which the second speaker must stand
_LONGEST = 400  # characters of a quotation that are looked at


def relayed(scene: Scene, quote: Quote) -> tuple[int, int] | None:
    """Offsets of the words that name whose view the speaker reports; None when it is the speaker's own."""
    start = quote.parts[0].start
    if quote.kind == "indirect":
        return _in_passage(scene.passages[scene.passage_at(start)], start, quote.parts[-1].end)
    end = min(quote.parts[0].end, start + _LONGEST)
    text = scene.text
    if all(text[low:high].lower() not in _VIEWS for low, high in scene.tokens.places(start, end)):
        return None
    tokens = tagged(scene.tokens, start, end, (), (start,))
    mentions = find_mentions(tokens)
    sentences = _sentences(tokens)
    for cue in find_cues(tokens, mentions, sentences):
        found = _second_speaker(tokens, mentions, cue, sentences.index(sentences[cue.first]))
        if found:
            return found
    return None


def _sentences(tokens: list[Tagged]) -> list[int]:
    numbers, sentence = [], 0
    for token in tokens:
        numbers.append(sentence)
        sentence += token.text[-1] in ".!?" and token.tag == "MARK"
    return numbers


def _in_passage(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    first = passage.token_at(start)
    for cue in passage.cues_between(first + 1, first + _EARLY + 8):
        if passage.tokens[cue.first].start < end:
            found = _second_speaker(passage.tokens, passage.mentions, cue, first)
            if found:
                return found
    return None


def _has_views(tokens: Sequence[Tagged], mention: Mention) -> bool:
    """Whether it is a person, state or body: a report, a storm or a poll has no view."""
    noun = tokens[mention.last]
    if mention.kind == "name":
        listed = gazetteer.lookup(noun.text)
        return not mention.initial or listed is not None or noun.low in lexicon.persons.given_names()
    return noun.tag == "ROLE" and noun.low not in lexicon.saying.documents()


def _second_speaker(
    tokens: Sequence[Tagged], mentions: Sequence[Mention], cue: Cue, first: int
) -> tuple[int, int] | None:
    """The subject of a verb of saying or thinking near the start of the content."""
    if cue.kind not in ("say", "think") or cue.subject is None or cue.how not in ("adjacent", "relative"):
        return None
    if lemma(tokens[cue.first]) in _NO_SPEECH:
        return None
    mention = mentions[cue.subject]
    if mention.head > first and tokens[mention.head - 1].low in CLAUSE_OPENERS:
        return None  # "... after Lee says": no view that the content tells
    if not first <= mention.head <= first + _EARLY or cue.first - mention.last > 6:
        return None
    if tokens[mention.first].low in _OWN or (
        mention.first == mention.last and tokens[mention.first].tag == "QNT"
    ):
        return None
    if not _has_views(tokens, mention):
        return None
    if any(denies(token.low) for token in tokens[mention.last + 1 : cue.first]):
        return None  # "the staff did not know" is no view of theirs
    last = cue.first - 1
    while last > mention.last and tokens[last].tag in ("AUX", "ADV", "MARK"):
        last -= 1
    return tokens[mention.head].start, tokens[last].end
