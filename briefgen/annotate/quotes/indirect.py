"""Indirect speech: what a speech verb or "according to" reports without quotation marks.

The content runs from behind the verb, its addressee and its circumstances to the end of the sentence
("Lee told reporters on Monday that ..."), or from the start of the sentence to the attribution
("..., Lee said"). Verbs of thinking alone report no statement; denied, asked-for and hypothetical
saying is left out ("did not say", "would say", "declined to say").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefgen import lexicon
from briefgen.annotate.quotes.asserting import asserts
from briefgen.annotate.quotes.attribution import Attribution
from briefgen.annotate.quotes.clauses import (
    LEAST,
    LEAST_OBJECT,
    PROMISING,
    TELLING,
    Clause,
    clause_of,
    has_verb,
    next_mark,
    skip_addressee,
    skip_circumstances,
)
from briefgen.annotate.quotes.ends import content_end, is_clause, object_end
from briefgen.annotate.quotes.objects import AHEAD, OPENS_CLAUSE, WITH_OBJECT, framed, is_noun, phrasal
from briefgen.english.cues import Cue
from briefgen.english.passages import Passage
from briefgen.english.tags import FINITE, Tagged, lemma
from briefgen.model import Document, Quote

_CLAUSE_ONLY = lexicon.saying.clause_only()
"""Verbs that report something only with a clause behind them ("wrote that", not "wrote a letter")."""
_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM", "W", "CAP", "QNT", "ROLE"})
_OPENS_BARE = frozenset({"DET", "CAP", "PRO", "POSS", "QNT", "ROLE", "NUM", "W", "QUOTE", "REL"})
_WHEN = frozenset({"when", "where", "if"})
_PLAIN = frozenset({"say", "add", "note", "announce"})
_UNNAMED = frozenset({"named", "identified", "quoted"})
_LEADS = frozenset({"as", "when", "while", "although", "though", "since", "because", "once"})
_GOES_ON = frozenset({"CONJ", "AUX", "VERB"})


def reported(document: Document, passage: Passage, attributions: Sequence[Attribution]) -> list[Quote]:
    """The indirect statements of a passage, in the order of their cues; none inside another."""
    taken = {a.cue for a in attributions if a.cue is not None}
    quoted = [a.token for a in attributions]
    found: list[Quote] = []
    covered = -1
    for cue in passage.cues:
        if cue in taken or cue.first <= covered or not asserts(passage, cue):
            continue
        spans = _content(clause_of(passage, cue))
        if any(_holds(quoted, low, high) for low, high in spans):
            spans = _without_quoted(passage, spans, attributions)
        if not spans:
            continue
        found.append(_quote(document, passage, cue, spans))
        covered = max(covered, spans[-1][1] - 1)
    return found


def _holds(quoted: Sequence[int], low: int, high: int) -> bool:
    at = bisect.bisect_left(quoted, low)
    return at < len(quoted) and quoted[at] < high


def _without_quoted(
    passage: Passage, spans: Sequence[tuple[int, int]], attributions: Sequence[Attribution]
) -> list[tuple[int, int]]:
    """The content up to the comma before words in marks that another verb frames: "said the law was ready,
    which she called “a miracle”"; empty when they are part of it."""
    low, high = spans[0]
    inside = next(a for a in attributions if low <= a.token < high or len(spans) > 1)
    if len(spans) > 1 or inside.cue is None or not low < inside.cue.first < inside.token:
        return []
    for at in range(inside.cue.first, low + LEAST, -1):
        if passage.tokens[at].text in (",", "–", "—", "--"):
            return [(low, at)] if is_clause(passage.tokens, low, at) else []
    return []


def _content(clause: Clause) -> list[tuple[int, int]]:
    """Tagged ranges of what is reported; empty when nothing is."""
    if clause.cue.kind == "according":
        return _according(clause)
    behind = _behind(clause)
    if clause.cue.kind == "frame":
        return [behind] if behind else []
    around = _as_clause(clause) or _around(clause)
    if around:
        return around
    before = _before(clause)
    if before and not (behind and (_is_adjunct(clause, before) or _is_clause(clause, behind))):
        return [before]
    return [behind] if behind else []


def _as_clause(clause: Clause) -> list[tuple[int, int]]:
    """What stands beside "as Lee said": behind it when that opens the sentence, else before it."""
    opening = clause.subject_head() - 1
    after = clause.cue.last + 1
    if clause.cue.how != "adjacent" or opening < clause.first or clause.tokens[opening].low != "as":
        return []
    if opening - clause.first <= 1 and after < clause.last and clause.tokens[after].text == ",":
        return _long_enough([(after + 1, content_end(clause, after + 1))])
    if after == clause.last and opening > clause.first and clause.tokens[opening - 1].text == ",":
        return _long_enough([(clause.first, opening - 1)])
    return []


def _is_clause(clause: Clause, behind: tuple[int, int]) -> bool:
    return clause.tokens[behind[0]].low in OPENS_CLAUSE | {"to"}


def _is_adjunct(clause: Clause, before: tuple[int, int]) -> bool:
    """Whether words in front of the attribution only say when or where: "In a speech on Monday, Lee said"."""
    first = clause.tokens[before[0]]
    return first.tag in ("PREP", "DATE") or first.low in _LEADS or first.low.endswith("ing")


def _according(clause: Clause) -> list[tuple[int, int]]:
    comma = _source_end(clause)
    if _opens_sentence(clause):
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


def _opens_sentence(clause: Clause) -> bool:
    """Whether nothing but "But," or "Meanwhile," stands before the cue."""
    before = clause.tokens[clause.first : clause.cue.first]
    return len(before) <= 1 or all(t.tag in ("CONJ", "ADV", "MARK") for t in before)


def _source_end(clause: Clause) -> int:
    """The comma behind the one accorded to, and behind an apposition to the name."""
    comma = next_mark(clause, clause.cue.last + 1, (",",))
    second = next_mark(clause, comma + 1, (",",))
    between = clause.tokens[comma + 1 : second]
    apposed = any(t.tag == "ROLE" for t in between) and not any(t.tag in (*FINITE, "PRO") for t in between)
    return second if second < clause.last and apposed else comma


def _long_enough(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [s for s in spans if s[1] - s[0] >= LEAST]


def _before(clause: Clause) -> tuple[int, int] | None:
    """Content in front of the attribution: "..., Lee said." and "..., said Lee."."""
    start = min(clause.subject_head(), clause.cue.first)
    comma = start - 1
    if (
        comma <= clause.first
        or clause.tokens[comma].text != ","
        or clause.cue.how not in ("adjacent", "inverted", "interrupted")
    ):
        return None
    content = clause.tokens[clause.first : comma]
    if comma - clause.first < LEAST or not has_verb(content) or _is_participial(content):
        return None
    follower = clause.tokens[clause.cue.last + 1] if clause.cue.last + 1 < clause.last else None
    if follower is not None and lemma(clause.tokens[clause.cue.first]) in TELLING:
        after = skip_addressee(clause, clause.cue.last + 1)
        follower = clause.tokens[after] if after < clause.last else None
    plain = (
        clause.cue.how == "inverted" or follower is None or follower.tag in ("MARK", "PREP", "DATE", "ADV")
    )
    return (clause.first, comma) if plain else None


def _is_participial(content: Sequence[Tagged]) -> bool:
    """Whether words are nothing but what is done meanwhile: "Recalling the treaty of 1961, they said"."""
    finite = any(token.tag in FINITE and not token.low.endswith("ing") for token in content)
    return content[0].low.endswith("ing") and not finite


def _around(clause: Clause) -> list[tuple[int, int]]:
    """Both halves of a content with the attribution inside: "The plan, he said, is ..."."""
    start = clause.subject_head()
    after = clause.cue.last + 1
    if clause.cue.how != "adjacent" or after + 2 >= clause.last or clause.tokens[after].text != ",":
        return []
    if start - 1 <= clause.first or clause.tokens[start - 1].text != ",":
        return []
    if clause.tokens[after + 1].low.endswith("ing"):  # "..., Lee said, calling it ...": a second verb
        return [(clause.first, start - 1)]
    return [(clause.first, start - 1), (after + 1, clause.last)]


def _behind(clause: Clause) -> tuple[int, int] | None:
    """Content behind the verb, its addressee and its circumstances."""
    found = phrasal(clause)
    if found is None:
        found = framed(clause) if clause.cue.kind == "frame" else _clause_behind(clause)
    if found is None or found[1] - found[0] < LEAST_OBJECT:
        return None
    short = found[1] - found[0] < LEAST
    return None if short and clause.tokens[found[0]].tag not in ("DET", "POSS") else found


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
    if verb in WITH_OBJECT and _is_opening(clause):
        return None  # "Recalling the treaty of 1961, they agreed": no words of theirs
    if verb in WITH_OBJECT and (
        token.tag in _OPENS_OBJECT or token.low in ("of", "for", "about", "against") or is_noun(token)
    ):
        whole = is_clause(clause.tokens, start, end)
        return start, end if whole else object_end(clause, start, dated=verb not in AHEAD)
    bare = (token.tag in _OPENS_BARE or is_noun(token)) and verb not in _CLAUSE_ONLY
    if not bare or not has_verb(clause.tokens[start : min(start + 25, end)]):
        return None
    return start, end


def _is_opening(clause: Clause) -> bool:
    """Whether the verb is a participle at the head of the sentence."""
    return clause.cue.first == clause.first and clause.tokens[clause.first].low.endswith("ing")


def _is_no_content(clause: Clause, start: int, verb: str) -> bool:
    """ "said when she left": when it was said; "asked not to be named": on which terms."""
    low = clause.tokens[start].low
    if low in _WHEN and verb in _PLAIN:
        return True
    ahead = [token.low for token in clause.tokens[start : start + 5]]
    return verb == "ask" and "be" in ahead and bool(_UNNAMED & {*ahead})


def _quote(document: Document, passage: Passage, cue: Cue, spans: Sequence[tuple[int, int]]) -> Quote:
    source, tokens = document.source, passage.tokens
    low, high = passage.bounds[passage.sentence[cue.first]]
    return Quote(
        kind="indirect",
        parts=tuple(source.span(tokens[a].start, tokens[b - 1].end) for a, b in spans),
        frame=(source.span(low, high),),
        cue=source.span(tokens[cue.first].start, tokens[cue.last].end),
    )
