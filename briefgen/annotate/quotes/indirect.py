"""Indirect speech: what a speech verb or "according to" reports without quotation marks.

The content runs from behind the verb, its addressee and its circumstances to the end of the sentence
("Lee told reporters on Monday that ..."), or from the start of the sentence to the attribution
("..., Lee said"). Verbs of thinking alone report no statement; denied, asked-for and hypothetical
saying is left out ("did not say", "would say", "declined to say").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen import lexicon
from briefgen.annotate.quotes.attribution import Attribution
from briefgen.model import Document, Quote
from briefgen.syntax.cues import Cue
from briefgen.syntax.passages import Passage
from briefgen.syntax.tokens import Token, lemma

_CLAUSE_ONLY = lexicon.words("speech_verbs_with_clause")
"""Verbs that report something only with a clause behind them ("wrote that", not "wrote a letter")."""
_TELLING = frozenset({"tell", "remind", "assure", "inform", "warn", "advise", "ask", "promise", "urge"})
_PROMISING = frozenset(
    {"promise", "pledge", "vow", "agree", "ask", "urge", "tell", "demand", "warn", "order", "advise"}
)
"""Verbs whose content may be an infinitive ("pledged to ...", "urged them to ...")."""
_WITH_OBJECT = frozenset({"announce", "report", "claim", "warn", "argue", "note", "explain"})
_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM", "W", "CAP", "QNT", "ROLE"})
_OPENS_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when", "there"})
_OPENS_BARE = frozenset({"DET", "CAP", "PRO", "POSS", "QNT", "ROLE", "NUM", "W", "QUOTE", "REL"})
_FINITE = frozenset({"AUX", "VERB", "CUE"})
_UNREAL = frozenset(
    {"not", "would", "could", "should", "might", "may", "can", "must", "never", "didn’t", "didn't"}
)
_SUBORDINATING = frozenset(
    {"while", "when", "although", "though", "because", "if", "since", "after", "before", "once"}
)
_GOES_ON = frozenset({"CONJ", "AUX", "VERB"})
_JOINING = frozenset({"and", "but", "while", "though", "although", "yet", "so"})
_LONGEST = 150  # tokens on either side of the cue; longer "sentences" are lists or lost punctuation
_LEAST = 3  # words of a content; fewer are fragments


@dataclass(frozen=True, slots=True)
class _Clause:
    """The sentence around a cue, as token indexes."""

    passage: Passage
    cue: Cue
    first: int
    last: int
    """First token of the sentence, and the one behind its last word."""

    @property
    def tokens(self) -> Sequence[Token]:
        return self.passage.tokens

    def subject_head(self) -> int:
        """Index of the token that begins the subject."""
        subject = self.cue.subject
        return self.passage.mentions[subject].head if subject is not None else self.cue.first


def reported(document: Document, passage: Passage, attributions: Sequence[Attribution]) -> list[Quote]:
    """The indirect statements of a passage, in the order of their cues; none inside another."""
    taken = {a.cue for a in attributions if a.cue is not None}
    quoted = [a.token for a in attributions]
    found: list[Quote] = []
    covered = -1
    for cue in passage.cues:
        if cue in taken or cue.first <= covered or not _asserts(passage, cue):
            continue
        spans = _content(_clause(passage, cue))
        if not spans or any(_holds(quoted, low, high) for low, high in spans):
            continue
        found.append(_quote(document, passage, cue, spans))
        covered = max(covered, spans[-1][1] - 1)
    return found


def _holds(quoted: Sequence[int], low: int, high: int) -> bool:
    at = bisect.bisect_left(quoted, low)
    return at < len(quoted) and quoted[at] < high


def _asserts(passage: Passage, cue: Cue) -> bool:
    """Whether somebody said it: a subject that speaks, no negation, no condition."""
    if cue.kind not in ("say", "according") or cue.subject is None or cue.how == "passive":
        return False
    if cue.kind == "according":
        return True
    before = passage.tokens[max(cue.first - 4, 0) : cue.first]
    if before and before[-1].low == "to" and not passage.tokens[cue.first].low.endswith("ing"):
        return False
    return not any(t.low in _UNREAL for t in before if t.tag in ("AUX", "ADV") or t.low in _UNREAL)


def _clause(passage: Passage, cue: Cue) -> _Clause:
    sentence = passage.sentence[cue.first]
    first, last = passage.tokens_of(sentence, sentence)
    first, last = max(first, cue.first - _LONGEST), min(last, cue.first + _LONGEST)
    while last > cue.last and passage.tokens[last - 1].tag == "MARK":
        last -= 1
    return _Clause(passage, cue, first, last)


def _content(clause: _Clause) -> list[tuple[int, int]]:
    """Token ranges of what is reported; empty when nothing is."""
    if clause.cue.kind == "according":
        return _according(clause)
    around = _around(clause)
    if around:
        return around
    behind = _behind(clause)
    before = _before(clause)
    if before and not (behind and clause.tokens[behind[0]].low == "that"):
        return [before]
    return [behind] if behind else []


def _according(clause: _Clause) -> list[tuple[int, int]]:
    comma = _next(clause, clause.cue.last + 1, (",",))
    if clause.cue.first - clause.first <= 1:
        return _long_enough([(comma + 1, clause.last)]) if comma < clause.last else []
    end = clause.cue.first - 1
    if clause.tokens[end].tag != "MARK":
        return _long_enough([(clause.first, end + 1)])
    rest = (
        [(comma + 1, clause.last)]
        if comma + 2 < clause.last and clause.tokens[comma + 1].tag in _GOES_ON
        else []
    )
    return _long_enough([(clause.first, end)]) + rest


def _long_enough(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [s for s in spans if s[1] - s[0] >= _LEAST]


def _before(clause: _Clause) -> tuple[int, int] | None:
    """Content in front of the attribution: "..., Lee said." and "..., said Lee."."""
    start = min(clause.subject_head(), clause.cue.first)
    comma = start - 1
    if (
        comma <= clause.first
        or clause.tokens[comma].text != ","
        or clause.cue.how not in ("adjacent", "inverted", "interrupted")
    ):
        return None
    if comma - clause.first < _LEAST or not _has_verb(clause.tokens[clause.first : comma]):
        return None
    follower = clause.tokens[clause.cue.last + 1] if clause.cue.last + 1 < clause.last else None
    if follower is not None and lemma(clause.tokens[clause.cue.first]) in _TELLING:
        after = _skip_addressee(clause, clause.cue.last + 1)
        follower = clause.tokens[after] if after < clause.last else None
    plain = (
        clause.cue.how == "inverted" or follower is None or follower.tag in ("MARK", "PREP", "DATE", "ADV")
    )
    return (clause.first, comma) if plain else None


def _around(clause: _Clause) -> list[tuple[int, int]]:
    """Both halves of a content with the attribution inside: "The plan, he said, is ..."."""
    start = clause.subject_head()
    after = clause.cue.last + 1
    if clause.cue.how != "adjacent" or after + 2 >= clause.last or clause.tokens[after].text != ",":
        return []
    if start - 1 <= clause.first or clause.tokens[start - 1].text != ",":
        return []
    return [(clause.first, start - 1), (after + 1, clause.last)]


def _behind(clause: _Clause) -> tuple[int, int] | None:
    """Content behind the verb, its addressee and its circumstances."""
    start = _skip_circumstances(clause, clause.cue.last + 1)
    end = _end(clause, start)
    if end - start < _LEAST:
        return None
    token = clause.tokens[start]
    if token.low in ("about", "over", "around") and clause.tokens[start + 1].tag in ("NUM", "QNT"):
        token = clause.tokens[start + 1]
    verb = lemma(clause.tokens[clause.cue.first])
    if token.low in _OPENS_CLAUSE or (token.low in ("to", "not") and verb in _PROMISING):
        return start, end
    if verb in _WITH_OBJECT and (
        token.tag in _OPENS_OBJECT or token.low in ("of", "for", "about", "against")
    ):
        return start, end
    bare = token.tag in _OPENS_BARE and verb not in _CLAUSE_ONLY
    if not bare or not _has_verb(clause.tokens[start + 1 : min(start + 25, end)]):
        return None
    return start, end


def _skip_circumstances(clause: _Clause, at: int) -> int:
    """Skips "reporters on Monday in an interview" in front of the content."""
    verb = lemma(clause.tokens[clause.cue.first])
    if verb in _TELLING:
        at = _skip_addressee(clause, at)
    for _ in range(4):
        if at >= clause.last:
            break
        token = clause.tokens[at]
        if token.low in ("last", "this") and _dated(clause, at):
            at += 2
        elif token.text[0] in "–—-" and _next(clause, at + 1, (token.text,)) < min(at + 12, clause.last):
            at = _next(clause, at + 1, (token.text,)) + 1
        elif token.tag in ("DATE", "ADV") or (
            token.text == "," and at + 1 < clause.last and clause.tokens[at + 1].low == "that"
        ):
            at += 1
        elif (
            token.tag == "PREP"
            and clause.tokens[at + 1].tag not in ("NUM", "QNT")
            and (token.low != "to" or verb not in _PROMISING)
        ):
            behind = _phrase_end(clause, at)
            if behind is None:
                break
            at = behind
        else:
            break
    return at


def _dated(clause: _Clause, at: int) -> bool:
    return at + 1 < clause.last and clause.tokens[at + 1].low in (
        "week",
        "month",
        "year",
        "weekend",
        "fall",
        "spring",
        "summer",
        "quarter",
        "night",
        "winter",
    )


def _skip_addressee(clause: _Clause, at: int) -> int:
    if at < clause.last and clause.tokens[at].tag == "OBJ":
        return at + 1
    for mention in clause.passage.mentions_between(at, at + 12):
        if mention.head == at and not mention.modifier:
            return mention.last + 1
    if at < clause.last and clause.tokens[at].tag in ("DET", "POSS"):
        at += 1
    while at < clause.last and clause.tokens[at].tag == "W":
        at += 1
    return at


def _phrase_end(clause: _Clause, at: int) -> int | None:
    """Index behind a short circumstance that ends before "that", a comma or a clause; None when it goes on."""
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


def _end(clause: _Clause, start: int) -> int:
    """End of the sentence, or the next speech verb of the same speaker (", adding that ...").

    Behind a conjunction ("While Lee said ..., Kim ...") the content ends at the next comma.
    """
    head = clause.subject_head()
    opener = clause.tokens[head - 1] if head > clause.first else None
    subordinate = opener is not None and opener.low in _SUBORDINATING and clause.cue.how == "adjacent"
    if subordinate or clause.cue.how == "relative":
        return _first_clause_end(clause, start)
    return min(_next_speech(clause, start), _next_main_clause(clause, start))


def _next_main_clause(clause: _Clause, start: int) -> int:
    """Index of the comma before "and", "but" ... with a subject and a verb of its own.

    Whether that clause is still reported, the words do not tell; it is left out.
    """
    for mention in clause.passage.mentions_between(start, clause.last):
        at = mention.head - 2
        if at <= start + _LEAST or mention.last + 1 >= clause.last or mention.modifier or mention.owner:
            continue
        joined = clause.tokens[at].text == "," and clause.tokens[at + 1].low in _JOINING
        if joined and _is_finite(clause.tokens[mention.last + 1]):
            return at
    return clause.last


def _is_finite(token: Token) -> bool:
    return (
        token.tag in _FINITE
        or (token.tag in ("W", "ADV") and token.low.endswith(("ed", "s", "ly")))
        or token.tag == "S"
    )


def _next_speech(clause: _Clause, start: int) -> int:
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


def _first_clause_end(clause: _Clause, start: int) -> int:
    """Index of the first comma with a verb before it."""
    at = _next(clause, start, (",",))
    while at < clause.last and not _has_verb(clause.tokens[start + 1 : at]):
        at = _next(clause, at + 1, (",",))
    return at


def _next(clause: _Clause, at: int, marks: tuple[str, ...]) -> int:
    while at < clause.last and clause.tokens[at].text not in marks:
        at += 1
    return at


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(t.tag in _FINITE or t.low.endswith("ed") or t.tag == "S" for t in tokens) or any(
        t.tag == "W" and t.low.endswith("s") for t in tokens[1:]
    )


def _quote(document: Document, passage: Passage, cue: Cue, spans: Sequence[tuple[int, int]]) -> Quote:
    source, tokens = document.source, passage.tokens
    low, high = passage.bounds[passage.sentence[cue.first]]
    return Quote(
        kind="indirect",
        parts=tuple(source.span(tokens[a].start, tokens[b - 1].end) for a, b in spans),
        frame=(source.span(low, high),),
        cue=source.span(tokens[cue.first].start, tokens[cue.last].end),
    )
