"""Where the reported words of a cue end: at the next clause of another subject, at a second verb of the same
speaker, at the circumstances of the saying."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen import lexicon
from briefgen.annotate.quotes.clauses import LEAST, Clause, has_verb, next_mark
from briefgen.english.cues import Cue
from briefgen.english.tags import FINITE, Tagged

_SUBORDINATING = frozenset(
    {"while", "when", "although", "though", "because", "if", "since", "after", "before", "once", "as"}
)
_JOINING = frozenset({"and", "but", "while", "though", "although", "yet", "so", "whereas"})
_TURNING = frozenset({"but", "though", "although", "whereas", "even"})
"""Behind a comma they open what the writer sets against the report."""
_OPENS_SUBJECT = frozenset({"DET", "POSS", "PRO", "CAP", "QNT", "ROLE", "W", "REL"})
_AND = frozenset({"and", "but", "or"})
_WHEN = frozenset({"after", "before", "during", "following"})
_WHERE = frozenset({"in", "at", "during", "on", "through", "via"})
_OCCASIONS = frozenset(lexicon.topics.occasions()) | lexicon.saying.documents() | lexicon.saying.nouns()
_TIMES = lexicon.time.spans_of_time()
_CLAUSE = frozenset({"that", "which", "who", "whose", "whom", "how", "why", "what"})
_SUBJECT = 12
"""Tokens of a subject, with what hangs on it."""
_BACKSHIFTED = frozenset({"would", "could", "might"})
_NEAR = 7
"""Tokens in which a clause behind "and" shows its verb, and a circumstance its noun."""


def content_end(clause: Clause, start: int) -> int:
    """Index behind the last reported word of a clause that begins at `start`.

    Behind a conjunction ("While Lee said ..., Kim ...") the content ends at the next comma.
    """
    if _is_inside(clause):
        return _first_clause_end(clause, start)
    return min(_next_speech(clause, start), _next_main_clause(clause, start))


def object_end(clause: Clause, start: int, *, dated: bool) -> int:
    """Index behind a noun phrase that is what was said: "the attack on the port" of "condemned the attack on
    the port on Monday and left"; `dated`: a date behind it is that of the saying."""
    limit = content_end(clause, start)
    for at in range(start + 1, limit):
        token = clause.tokens[at]
        if clause.cue.how == "relative" and token.tag in FINITE and not token.low.endswith("ing"):
            return at
        if token.low in _CLAUSE:
            return limit
        if token.text in (";", ":", ")", "–", "—") or (dated and _is_when(clause, at)):
            return at
        if token.text == "," and not _is_listed(clause, at, limit):
            return at
        if token.low in _AND and _is_second_verb(clause, at):
            return at
    return limit


def _is_when(clause: Clause, at: int) -> bool:
    """Whether the time or the occasion of the saying stands at `at`."""
    token = clause.tokens[at]
    following = clause.tokens[at + 1] if at + 1 < clause.last else None
    if token.tag == "DATE" and (following is None or following.tag != "S"):
        return clause.tokens[at - 1].tag != "PREP" or at - 1 > 0
    if token.low in ("last", "this", "next", "earlier") and following is not None:
        return following.low in _TIMES or following.tag == "DATE"
    if token.low in _WHEN:
        return True
    if token.low not in _WHERE or following is None:
        return False
    if following.tag == "DATE":
        return token.low == "on"
    near = clause.tokens[at + 1 : min(at + 5, clause.last)]
    return any(t.low in _OCCASIONS for t in near[:4]) and not any(t.tag in ("PREP", "MARK") for t in near[:1])


def _is_listed(clause: Clause, at: int, limit: int) -> bool:
    """Whether the comma at `at` stands between members of a list ("boats, nets and crews")."""
    for behind in range(at + 1, min(at + 1 + _NEAR, limit)):
        token = clause.tokens[behind]
        if token.low == "and":
            return not _is_second_verb(clause, behind)
        if token.tag in (*FINITE, "REL", "PRO") or token.low.endswith("ing"):
            return False
    return False


def _is_second_verb(clause: Clause, at: int) -> bool:
    """Whether a finite verb follows the conjunction at `at`: "and left", "but also used them"."""
    at += 1
    while at < clause.last and clause.tokens[at].tag == "ADV":
        at += 1
    if at >= clause.last:
        return False
    token = clause.tokens[at]
    return (token.tag in FINITE and not token.low.endswith("ing")) or (
        token.tag == "W" and token.low.endswith("ed")
    )


def _is_inside(clause: Clause) -> bool:
    """Whether the saying is told in a clause inside the sentence: "While Lee said ...", "Lee, who said ...",
    "Since announcing that ..."."""
    head = clause.subject_head()
    opener = clause.tokens[head - 1] if head > clause.first else None
    if opener is not None and opener.low in _SUBORDINATING and clause.cue.how == "adjacent":
        return True
    at = clause.cue.first - 1
    while at > clause.first and clause.tokens[at].tag == "ADV":
        at -= 1
    led = at >= clause.first and clause.tokens[at].tag in ("PREP", "CONJ")
    gerund = clause.tokens[clause.cue.first].low.endswith("ing")
    return clause.cue.how == "relative" or (led and gerund and at <= clause.first + 1)


def _first_clause_end(clause: Clause, start: int) -> int:
    """Index of the first comma with a verb before it, or with a subject behind it."""
    at = next_mark(clause, start, (",",))
    verbless = clause.tokens[start].low in ("to", "not")
    while at < clause.last:
        subject = at + 1 < clause.last and clause.tokens[at + 1].tag == "PRO"
        if verbless or subject or has_verb(clause.tokens[start + 1 : at]):
            return at
        at = next_mark(clause, at + 1, (",",))
    return at


def _next_main_clause(clause: Clause, start: int) -> int:
    """Index of the mark before a clause with a subject and a verb of its own.

    Whether that clause is still reported, the words do not tell; it is left out.
    """
    for at in range(start + LEAST, clause.last - 1):
        token = clause.tokens[at]
        if token.text == ";" and clause.tokens[at + 1].low not in ("that", "and", "whether"):
            return at
        if token.text == "," and _opens_clause(clause, at + 1):
            return at
    return clause.last


def _opens_clause(clause: Clause, at: int) -> bool:
    low = clause.tokens[at].low
    if low not in _JOINING and low != "even":
        return False
    if low in _TURNING:
        return True
    verb = _verb_behind(clause, at + 1)
    return verb is not None and not (low == "and" and clause.tokens[verb].low in _BACKSHIFTED)


def _verb_behind(clause: Clause, at: int) -> int | None:
    """Index of the finite verb behind a noun phrase that begins at `at`; None without such a clause."""
    if at >= clause.last or clause.tokens[at].tag not in _OPENS_SUBJECT:
        return None
    for behind in range(at + 1, min(at + _NEAR, clause.last)):
        token = clause.tokens[behind]
        if (token.tag in FINITE and not token.low.endswith("ing")) or _is_past(token):
            return behind
        if token.tag == "S" and clause.tokens[at].tag == "PRO":
            return behind
        if token.tag in ("MARK", "REL", "CONJ"):
            return None
    return None


def _is_past(token: Tagged) -> bool:
    return token.tag in ("W", "ADV") and token.low.endswith("ed")


def _next_speech(clause: Clause, start: int) -> int:
    for cue in clause.passage.cues_between(start + 1, clause.last):
        end = _before_speech(clause, cue, start)
        if end is not None:
            return end
    return clause.last


def _before_speech(clause: Clause, cue: Cue, start: int) -> int | None:
    """Where the content ends in front of a later cue; None when that cue belongs to it."""
    before = clause.tokens[cue.first - 1]
    if cue.how == "shared" and cue.kind != "think":
        if before.text == "," and clause.tokens[cue.first].low.endswith("ing"):
            return cue.first - 1
        if before.low in ("and", "but") and cue.subject == clause.cue.subject:
            return cue.first - 1
        return None
    if cue.kind == "think" or cue.how != "adjacent" or cue.subject is None:
        return None
    head = clause.passage.mentions[cue.subject].head
    if head - 1 <= start + LEAST or clause.tokens[head - 1].low not in ("and", "but", "while"):
        return None
    marked = clause.tokens[head - 2].text in (",", "–", "—", "--")
    return head - 2 if marked else head - 1


def is_clause(tokens: Sequence[Tagged], start: int, end: int) -> bool:
    """Whether a subject with a finite verb stands at `start`: "the ship sank", not "the ship that sank"."""
    for at in range(start, min(start + _SUBJECT, end)):
        token = tokens[at]
        if token.tag in ("REL", "CONJ") or token.text in (",", ";", ":"):
            return False
        if at > start and token.tag in FINITE and not token.low.endswith("ing"):
            return (
                token.tag != "CUE"
                or not token.low.endswith("ed")
                or at + 1 >= end
                or tokens[at + 1].tag != "PREP"
            )
    return False
