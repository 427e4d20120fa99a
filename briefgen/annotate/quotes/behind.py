"""What stands behind a cue and is reported: a clause, an infinitive, or the object of a verb that says
something of it ("condemned the attack", "called for talks")."""

from __future__ import annotations

from briefgen import lexicon
from briefgen.annotate.quotes.clauses import (
    LEAST,
    LEAST_OBJECT,
    PROMISING,
    Clause,
    has_verb,
    skip_circumstances,
)
from briefgen.annotate.quotes.ends import content_end, is_clause, object_end
from briefgen.english.tags import FINITE, Tagged, lemma

_CLAUSE_ONLY = lexicon.saying.clause_only()
"""Verbs that report something only with a clause behind them ("wrote that", not "wrote a letter")."""
_WITH_OBJECT = lexicon.saying.taking("object")
"""Verbs whose object is what is said ("announced a plan", "condemned the attack")."""
_AHEAD = lexicon.saying.taking("ahead")
_NAMING = lexicon.saying.taking("name")
_PHRASAL = lexicon.saying.phrasals()
OPENS_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when", "there"})
_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM", "W", "CAP", "QNT", "ROLE"})
_OPENS_FRAMED = _OPENS_OBJECT | {"OBJ"}
_OPENS_BARE = _OPENS_OBJECT | {"PRO", "QUOTE", "REL"}
_OPENS_NAMED = frozenset({"DET", "POSS", "CAP", "OBJ"})
_DOCUMENTS = lexicon.saying.documents()
_LINKS = frozenset({"for", "of", "as", "over"})
_WHEN = frozenset({"when", "where", "if"})
_PLAIN = frozenset({"say", "add", "note", "announce"})
"""Verbs behind which "when" tells the time of the saying; behind "explain" and "ask" it is what is said."""
_UNNAMED = frozenset({"named", "identified", "quoted"})


def behind(clause: Clause) -> tuple[int, int] | None:
    """Content behind the verb, its addressee and its circumstances."""
    found = _phrasal(clause)
    if found is None:
        found = _framed(clause) if clause.cue.kind == "frame" else _clause_behind(clause)
    if found is None or found[1] - found[0] < LEAST_OBJECT:
        return None
    short = found[1] - found[0] < LEAST
    return None if short and clause.tokens[found[0]].tag not in ("DET", "POSS") else found


def _phrasal(clause: Clause) -> tuple[int, int] | None:
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
    if "clause" in follows and (token.low in OPENS_CLAUSE or token.tag == "PRO"):
        return start, content_end(clause, start)
    if "infinitive" in follows:
        end = content_end(clause, start)
        named = token.tag in _OPENS_FRAMED
        return (at, end) if named and any(t.low == "to" for t in clause.tokens[start:end]) else None
    if "object" in follows and (token.tag in _OPENS_FRAMED or token.low.endswith("ing")):
        return at, object_end(clause, start, dated=False)
    return None


def _framed(clause: Clause) -> tuple[int, int] | None:
    """The object of a verb that says what somebody thinks of it: "condemned the attack"."""
    named = _called(clause)
    verb = lemma(clause.tokens[clause.cue.first])
    if named is not None or verb not in _WITH_OBJECT:
        return named
    start = clause.cue.last + 1
    while start < clause.last and clause.tokens[start].tag in ("ADV", "DATE"):
        start += 1
    if start >= clause.last or not _opens_object(clause, start):
        return None
    end = object_end(clause, start, dated=verb not in _AHEAD)
    return (start, end) if _is_matter(clause, start, end) else None


def _is_matter(clause: Clause, start: int, end: int) -> bool:
    """Whether an object is a matter ("the plan", "Norway's decision", "Hale for his silence"), not somebody
    alone ("slammed the agency")."""
    if any(token.low in _LINKS for token in clause.tokens[start + 1 : end]):
        return True
    last = clause.tokens[end - 1]
    if clause.tokens[start].tag not in ("CAP", "OBJ"):
        return last.tag != "ROLE" or last.low.removesuffix("s") in _DOCUMENTS
    return any(m.owner for m in clause.passage.mentions_between(start, end) if m.head == start)


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


def _opens_object(clause: Clause, start: int) -> bool:
    token = clause.tokens[start]
    return token.tag in _OPENS_FRAMED or token.low in OPENS_CLAUSE or _is_noun(token)


def _is_noun(token: Tagged) -> bool:
    """A verb in its base form behind a verb is a noun: "said praise would not help"."""
    return token.tag == "CUE" and lemma(token) == token.low


def _clause_behind(clause: Clause) -> tuple[int, int] | None:
    start = skip_circumstances(clause, clause.cue.last + 1)
    if start >= clause.last:
        return None
    end = content_end(clause, start)
    token = clause.tokens[start]
    if token.low in ("about", "over", "around") and clause.tokens[start + 1].tag in ("NUM", "QNT"):
        token = clause.tokens[start + 1]
    verb = lemma(clause.tokens[clause.cue.first])
    if token.low in OPENS_CLAUSE or (token.low in ("to", "not") and verb in PROMISING):
        return None if _is_no_content(clause, start, verb) else (start, end)
    if verb in _WITH_OBJECT and (
        token.tag in _OPENS_OBJECT or token.low in ("of", "for", "about", "against") or _is_noun(token)
    ):
        whole = is_clause(clause.tokens, start, end)
        return start, end if whole else object_end(clause, start, dated=verb not in _AHEAD)
    bare = (token.tag in _OPENS_BARE or _is_noun(token)) and verb not in _CLAUSE_ONLY
    if not bare or not has_verb(clause.tokens[start : min(start + 25, end)]):
        return None
    return start, end


def _is_no_content(clause: Clause, start: int, verb: str) -> bool:
    """ "said when she left": when it was said; "asked not to be named": on which terms."""
    low = clause.tokens[start].low
    if low in _WHEN and verb in _PLAIN:
        return True
    ahead = [token.low for token in clause.tokens[start : start + 5]]
    return verb == "ask" and "be" in ahead and bool(_UNNAMED & {*ahead})
