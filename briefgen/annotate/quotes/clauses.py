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
CALLING = lexicon.saying.taking("for")
"""Verbs behind which "for" or "on" opens the content ("called for talks")."""
CALLED = frozenset({"for", "on"})
LEAST = 3
"""Words of a content; fewer are fragments."""
_SUBORDINATING = frozenset(
    {"while", "when", "although", "though", "because", "if", "since", "after", "before", "once"}
)
_JOINING = frozenset({"and", "but", "while", "though", "although", "yet", "so"})
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
        elif token.tag in ("DATE", "ADV") or (
            token.text == "," and at + 1 < clause.last and clause.tokens[at + 1].low == "that"
        ):
            at += 1
        elif (
            token.tag == "PREP"
            and at + 1 < clause.last
            and clause.tokens[at + 1].tag not in ("NUM", "QNT")
            and (token.low != "to" or verb not in PROMISING)
            and not (verb in CALLING and token.low in CALLED)
        ):
            behind = _phrase_end(clause, at)
            if behind is None:
                break
            at = behind
        else:
            break
    return at


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
        if token.tag in ("PRO", "AUX", "CUE", "VERB", "MARK"):
            return None
    return None


def content_end(clause: Clause, start: int) -> int:
    """End of the sentence, or the next speech verb of the same speaker (", adding that ...").

    Behind a conjunction ("While Lee said ..., Kim ...") the content ends at the next comma.
    """
    head = clause.subject_head()
    opener = clause.tokens[head - 1] if head > clause.first else None
    subordinate = opener is not None and opener.low in _SUBORDINATING and clause.cue.how == "adjacent"
    if subordinate or clause.cue.how == "relative":
        return _first_clause_end(clause, start)
    return min(_next_speech(clause, start), _next_main_clause(clause, start))


def _first_clause_end(clause: Clause, start: int) -> int:
    """Index of the first comma with a verb before it."""
    at = next_mark(clause, start, (",",))
    while at < clause.last and not has_verb(clause.tokens[start + 1 : at]):
        at = next_mark(clause, at + 1, (",",))
    return at


def _next_main_clause(clause: Clause, start: int) -> int:
    """Index of the comma before "and", "but" ... with a subject and a verb of its own.

    Whether that clause is still reported, the words do not tell; it is left out.
    """
    for mention in clause.passage.mentions_between(start, clause.last):
        at = mention.head - 2
        if at <= start + LEAST or mention.last + 1 >= clause.last or mention.modifier or mention.owner:
            continue
        joined = clause.tokens[at].text == "," and clause.tokens[at + 1].low in _JOINING
        if joined and _is_finite(clause.tokens[mention.last + 1]):
            return at
    return clause.last


def _is_finite(token: Tagged) -> bool:
    return (
        token.tag in FINITE
        or (token.tag in ("W", "ADV") and token.low.endswith(("ed", "s", "ly")))
        or token.tag == "S"
    )


def _next_speech(clause: Clause, start: int) -> int:
    for cue in clause.passage.cues_between(start + 1, clause.last):
        if start < cue.first < clause.last and cue.how == "shared" and cue.kind != "think":
            before = clause.tokens[cue.first - 1]
            if before.text == "," and clause.tokens[cue.first].low.endswith("ing"):
                return cue.first - 1
            if before.low in ("and", "but") and cue.subject == clause.cue.subject:
                return cue.first - 1
        elif (
            start < cue.first < clause.last
            and cue.kind == "say"
            and cue.how == "adjacent"
            and cue.subject is not None
        ):
            head = clause.passage.mentions[cue.subject].head
            if (
                head - 2 > start
                and clause.tokens[head - 1].low in ("and", "but", "while")
                and clause.tokens[head - 2].text == ","
            ):
                return head - 2
    return clause.last


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
