"""The sentence around a speech cue: where its circumstances end and its content ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.cues import Cue
from briefgen.english.passages import Passage
from briefgen.english.tags import FINITE, Tagged, lemma

TELLING = lexicon.saying.taking("addressee")
"""Verbs with an addressee before the content."""
PROMISING = lexicon.saying.taking("infinitive")
"""Verbs whose content may be an infinitive ("pledged to ...", "urged them to ...")."""
LEAST = 3
"""Words of a content; fewer are fragments."""
LEAST_OBJECT = 2
"""Words of a thing that is what was said ("condemned the attack")."""
_OF_CONTENT = frozenset({"about", "against"})
"""Prepositions that say what was spoken of, not when or where."""
_TIMES = lexicon.time.spans_of_time()
_COUNTED_BACK = frozenset({"ago", "earlier", "before"})
_LONGEST = 150  # tokens on either side of the cue; longer "sentences" are lists or lost punctuation


class Clause(NamedTuple):
    """The sentence around a cue, as token indexes."""

    passage: Passage
    cue: Cue
    first: int
    last: int
    """First token of the sentence, and the one behind its last word."""

    @property
    def tokens(self) -> Sequence[Tagged]:
        """Tokens of the whole passage."""
        return self.passage.tokens

    def subject_head(self) -> int:
        """Index of the token that begins the subject."""
        subject = self.cue.subject
        return self.passage.mentions[subject].head if subject is not None else self.cue.first


def clause_of(passage: Passage, cue: Cue) -> Clause:
    """The sentence of a cue, without its final mark."""
    sentence = passage.sentence[cue.first]
    first, last = passage.tokens_of(sentence, sentence)
    first, last = max(first, cue.first - _LONGEST), min(last, cue.first + _LONGEST)
    while last > cue.last and passage.tokens[last - 1].tag == "MARK":
        last -= 1
    return Clause(passage, cue, first, last)


def skip_circumstances(clause: Clause, at: int) -> int:
    """Skips "reporters on Monday in an interview" in front of the content."""
    verb = lemma(clause.tokens[clause.cue.first])
    if verb in TELLING:
        at = skip_addressee(clause, at)
    for _ in range(4):
        if at >= clause.last:
            break
        token = clause.tokens[at]
        if token.low in ("last", "this") and _dated(clause, at):
            at += 2
        elif counted := _ago(clause, at):
            at = counted
        elif token.text[0] in "–—-" and next_mark(clause, at + 1, (token.text,)) < min(at + 12, clause.last):
            at = next_mark(clause, at + 1, (token.text,)) + 1
        elif (
            token.tag == "ADV"
            or _is_date(clause, at)
            or (token.text == "," and at + 1 < clause.last and clause.tokens[at + 1].low == "that")
        ):
            at += 1
        elif (
            token.tag == "PREP"
            and at + 1 < clause.last
            and clause.tokens[at + 1].tag not in ("NUM", "QNT")
            and token.low not in _OF_CONTENT
            and (token.low != "to" or verb not in PROMISING)
        ):
            behind = _phrase_end(clause, at)
            if behind is None:
                break
            at = behind
        else:
            break
    return at


def _is_date(clause: Clause, at: int) -> bool:
    """A day, but not "Monday's talks"."""
    owned = at + 1 < clause.last and clause.tokens[at + 1].tag == "S"
    return clause.tokens[at].tag == "DATE" and not owned


def _dated(clause: Clause, at: int) -> bool:
    return at + 1 < clause.last and clause.tokens[at + 1].low in _TIMES


def _ago(clause: Clause, at: int) -> int:
    """Index behind "two weeks ago" or "a day earlier" at `at`; 0 when none stands there."""
    for end in range(at + 2, min(at + 6, clause.last)):
        unit = clause.tokens[end - 1].low
        if unit.removesuffix("s") in _TIMES:
            return end + 1 if clause.tokens[end].low in _COUNTED_BACK else 0
    return 0


def skip_addressee(clause: Clause, at: int) -> int:
    """Index behind the one who is told something, when one stands at `at`."""
    if at < clause.last and clause.tokens[at].tag == "OBJ":
        return at + 1
    for mention in clause.passage.mentions_between(at, at + 12):
        if mention.head == at and not mention.modifier:
            return _behind_programme(clause, mention.last + 1)
    if at < clause.last and clause.tokens[at].tag in ("DET", "POSS"):
        at += 1
    while at < clause.last and clause.tokens[at].tag == "W":
        at += 1
    return at


def _behind_programme(clause: Clause, at: int) -> int:
    """Index behind the name of a programme in marks: "told Harbour Radio's “Morning Show” that"."""
    for tag in ("S", "QUOTE"):
        if at < clause.last and clause.tokens[at].tag == tag:
            at += 1
        elif tag == "S":
            break
    return at


def _phrase_end(clause: Clause, at: int) -> int | None:
    """Index behind a short circumstance, before "that", a comma or a clause; None when it goes on."""
    for end in range(at + 1, min(at + 9, clause.last)):
        token = clause.tokens[end]
        if token.low == "that" or (token.tag == "PREP" and end > at + 1):
            return end
        if token.tag == "DATE":
            return end + 1
        if token.text == ",":
            return end + 1
        if token.tag == "PRO" and end > at + 2:
            return end
        if token.tag in ("PRO", "AUX", "CUE", "VERB", "MARK"):
            return None
    return None


def next_mark(clause: Clause, at: int, marks: tuple[str, ...]) -> int:
    """Index of the first of `marks` from `at` on; the end of the clause when there is none."""
    while at < clause.last and clause.tokens[at].text not in marks:
        at += 1
    return at


def has_verb(tokens: Sequence[Tagged]) -> bool:
    """Whether the words can hold a finite verb, as far as word forms tell."""
    if len(tokens) > 1 and tokens[0].tag == "PRO" and tokens[1].low.endswith("s"):
        return True  # "he plans"
    return any(t.tag in FINITE or t.low.endswith("ed") or t.tag == "S" for t in tokens) or any(
        t.tag == "W" and t.low.endswith("s") for t in tokens[1:]
    )
