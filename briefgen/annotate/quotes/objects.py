"""What is said where no clause follows: an object ("condemned the attack"), or words behind "called for".

The content is the object with what belongs to it; where somebody is only named ("attacked Lee") nothing is.
"""

from __future__ import annotations

from briefgen import lexicon
from briefgen.annotate.quotes.clauses import Clause
from briefgen.annotate.quotes.ends import content_end, object_end
from briefgen.english.tags import FINITE, Tagged, lemma

_PHRASAL = lexicon.saying.phrasals()
WITH_OBJECT = lexicon.saying.taking("object")
"""Verbs whose object is what is said ("announced a plan", "condemned the attack")."""
OPENS_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when", "there"})
_OPENS_SUBJECT = frozenset({"PRO"})
_OPENS_FRAMED = frozenset({"DET", "POSS", "NUM", "W", "CAP", "QNT", "ROLE", "OBJ"})
_OPENS_NAMED = frozenset({"DET", "POSS", "CAP", "OBJ"})
AHEAD = lexicon.saying.taking("ahead")
_LINKS = frozenset({"for", "of", "as", "over"})
_NAMING = lexicon.saying.taking("name")


def phrasal(clause: Clause) -> tuple[int, int] | None:
    """Content behind "called for", "called on", "pointed out that"."""
    at = clause.cue.last + 1
    verb = lemma(clause.tokens[clause.cue.first])
    while (
        at < clause.last and clause.tokens[at].tag == "ADV" and (verb, clause.tokens[at].low) not in _PHRASAL
    ):
        at += 1
    follows = _PHRASAL.get((verb, clause.tokens[at].low)) if at < clause.last else None
    if follows is None or at + 1 >= clause.last:
        return None
    start = at + 1
    token = clause.tokens[start]
    if "clause" in follows and (token.low in OPENS_CLAUSE or token.tag in _OPENS_SUBJECT):
        return start, content_end(clause, start)
    if "infinitive" in follows:
        end = content_end(clause, start)
        named = token.tag in _OPENS_FRAMED
        return (at, end) if named and any(t.low == "to" for t in clause.tokens[start:end]) else None
    if "object" in follows and (token.tag in _OPENS_FRAMED or token.low.endswith("ing")):
        return at, object_end(clause, start, dated=False)
    return None


def framed(clause: Clause) -> tuple[int, int] | None:
    """The object of a verb that says what somebody thinks of it: "condemned the attack"."""
    named = _called(clause)
    verb = lemma(clause.tokens[clause.cue.first])
    if named is not None or verb not in WITH_OBJECT:
        return named
    start = clause.cue.last + 1
    while start < clause.last and clause.tokens[start].tag in ("ADV", "DATE"):
        start += 1
    if start >= clause.last or not opens_object(clause, start):
        return None
    end = object_end(clause, start, dated=verb not in AHEAD)
    return (start, end) if _is_matter(clause, start, end) else None


def _is_matter(clause: Clause, start: int, end: int) -> bool:
    """Whether an object is a matter ("Norway's decision", "Hale for his silence"), not somebody alone."""
    if clause.tokens[start].tag not in ("CAP", "OBJ"):
        return True
    if any(m.owner for m in clause.passage.mentions_between(start, end) if m.head == start):
        return True
    return any(token.low in _LINKS for token in clause.tokens[start + 1 : end])


def _called(clause: Clause) -> tuple[int, int] | None:
    """ "called the ban a mistake": the thing and what it is called; "called a meeting" is an act."""
    if lemma(clause.tokens[clause.cue.first]) not in _NAMING:
        return None
    start = clause.cue.last + 1
    if start + 2 >= clause.last or clause.tokens[start].tag not in _OPENS_NAMED:
        return None
    for at in range(start + 1, min(start + 8, clause.last - 1)):
        token = clause.tokens[at]
        if token.low in ("a", "an"):
            return start, object_end(clause, start, dated=True)
        if token.tag in ("PREP", "MARK", "CONJ", "REL", *FINITE):
            return None
    return None


def opens_object(clause: Clause, start: int) -> bool:
    """Whether an object may begin there."""
    token = clause.tokens[start]
    return token.tag in _OPENS_FRAMED or token.low in OPENS_CLAUSE or is_noun(token)


def is_noun(token: Tagged) -> bool:
    """A verb in its base form behind a verb is a noun: "said praise would not help"."""
    return token.tag == "CUE" and lemma(token) == token.low
