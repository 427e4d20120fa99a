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
from briefgen.annotate.quotes.attribution import Attribution
from briefgen.annotate.quotes.clauses import (
    CALLED,
    CALLING,
    LEAST,
    PROMISING,
    TELLING,
    Clause,
    clause_of,
    content_end,
    has_verb,
    next_mark,
    skip_addressee,
    skip_circumstances,
)
from briefgen.english.cues import Cue
from briefgen.english.mention import Mention
from briefgen.english.negation import denies, verb_denied
from briefgen.english.passages import Passage
from briefgen.english.tags import FINITE, Tagged, lemma
from briefgen.model import Document, Quote

_CLAUSE_ONLY = lexicon.saying.clause_only()
"""Verbs that report something only with a clause behind them ("wrote that", not "wrote a letter")."""
_WITH_OBJECT = lexicon.saying.taking("object")
_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM", "W", "CAP", "QNT", "ROLE"})
_OPENS_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when", "there"})
_OPENS_BARE = frozenset({"DET", "CAP", "PRO", "POSS", "QNT", "ROLE", "NUM", "W", "QUOTE", "REL"})
_ACTS = lexicon.saying.taking("act")
_TELLS = frozenset({"show", "find"})
_DOCUMENTS = lexicon.saying.documents() | frozenset(f"{noun}s" for noun in lexicon.saying.documents())
_MATTER = frozenset({"DET", "POSS", "NUM", "W", "ROLE"})
"""Classes of words with which a matter begins, no person."""
_MATTER_REACH = 6
_AUTHOR = frozenset({"i", "we", "you"})
"""Outside quotation marks these are the writer and the reader, not a source."""
_UNREAL = frozenset({"would", "could", "should", "might", "may", "can", "must"})
"""What somebody may say was not said."""
_GOES_ON = frozenset({"CONJ", "AUX", "VERB"})


def reported(document: Document, passage: Passage, attributions: Sequence[Attribution]) -> list[Quote]:
    """The indirect statements of a passage, in the order of their cues; none inside another."""
    taken = {a.cue for a in attributions if a.cue is not None}
    quoted = [a.token for a in attributions]
    found: list[Quote] = []
    covered = -1
    for cue in passage.cues:
        if cue in taken or cue.first <= covered or not _asserts(passage, cue):
            continue
        spans = _content(clause_of(passage, cue))
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
    if cue.subject is None or cue.how == "passive" or not _is_said(passage, cue):
        return False
    if cue.kind == "according":
        return True
    if passage.tokens[passage.mentions[cue.subject].first].low in _AUTHOR:
        return False
    at = cue.first - 1
    if at >= 0 and passage.tokens[at].tag == "PREP" and _is_telling(passage.tokens[cue.first]):
        return False  # "by telling her to ...": what somebody did
    if at >= 0 and passage.tokens[at].low == "to" and not passage.tokens[cue.first].low.endswith("ing"):
        return False
    while at >= 0 and passage.tokens[at].tag in ("AUX", "ADV"):
        if passage.tokens[at].low in _UNREAL or denies(passage.tokens[at].low):
            return False
        at -= 1
    return not _denied(passage, cue, passage.mentions[cue.subject])


def _is_said(passage: Passage, cue: Cue) -> bool:
    """Whether the verb tells what was said: one of saying, an act ("welcomed the deal", "called for
    talks"), or "shows" and "found" of a document."""
    if cue.kind in ("say", "according"):
        return True
    verb = lemma(passage.tokens[cue.first])
    if cue.kind == "think":
        subject = passage.mentions[cue.subject] if cue.subject is not None else None
        return verb in _TELLS and subject is not None and passage.tokens[subject.last].low in _DOCUMENTS
    behind = passage.tokens[cue.last + 1] if cue.last + 1 < len(passage.tokens) else None
    participle = passage.tokens[cue.first].low.endswith("ing") and cue.how == "shared"
    if behind is None or participle or cue.how not in ("adjacent", "interrupted", "shared"):
        return False  # "Kaine was attacked for defending them"
    if verb in CALLING:
        return behind.low in CALLED
    return verb in _ACTS and (behind.tag in _MATTER or _is_owner(passage, cue.last + 1))


def _is_owner(passage: Passage, at: int) -> bool:
    """Whether a name there says whose matter follows: "condemned Norway's decision", not "attacked Lee"."""
    return any(m.owner for m in passage.mentions_between(at, at + _MATTER_REACH) if m.head == at)


def _denied(passage: Passage, cue: Cue, subject: Mention) -> bool:
    """Whether words from the subject to the verb deny it: "no longer says", "neither said"."""
    between = passage.tokens[max(subject.head - 1, 0) : cue.first]
    words = [token.low for token in between]
    return not {",", ";", "—", "–"} & set(words) and verb_denied(" ".join(words))


def _is_telling(token: Tagged) -> bool:
    return token.low.endswith("ing") and lemma(token) in TELLING


def _content(clause: Clause) -> list[tuple[int, int]]:
    """Tagged ranges of what is reported; empty when nothing is."""
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


def _according(clause: Clause) -> list[tuple[int, int]]:
    comma = _source_end(clause)
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
    if comma - clause.first < LEAST or not has_verb(clause.tokens[clause.first : comma]):
        return None
    follower = clause.tokens[clause.cue.last + 1] if clause.cue.last + 1 < clause.last else None
    if follower is not None and lemma(clause.tokens[clause.cue.first]) in TELLING:
        after = skip_addressee(clause, clause.cue.last + 1)
        follower = clause.tokens[after] if after < clause.last else None
    plain = (
        clause.cue.how == "inverted" or follower is None or follower.tag in ("MARK", "PREP", "DATE", "ADV")
    )
    return (clause.first, comma) if plain else None


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
    start = skip_circumstances(clause, clause.cue.last + 1)
    end = content_end(clause, start)
    if end - start < LEAST:
        return None
    token = clause.tokens[start]
    if token.low in ("about", "over", "around") and clause.tokens[start + 1].tag in ("NUM", "QNT"):
        token = clause.tokens[start + 1]
    verb = lemma(clause.tokens[clause.cue.first])
    if token.low in _OPENS_CLAUSE or (token.low in ("to", "not") and verb in PROMISING):
        return start, end
    if verb in CALLING and token.low in CALLED:
        return start, end
    if verb in (*_WITH_OBJECT, *_ACTS) and (
        token.tag in _OPENS_OBJECT or token.low in ("of", "for", "about", "against")
    ):
        return start, end
    noun = token.tag == "CUE" and lemma(token) == token.low  # "said praise from ... would not"
    bare = (noun or token.tag in _OPENS_BARE) and verb not in _CLAUSE_ONLY
    if not bare or not has_verb(clause.tokens[start : min(start + 25, end)]):
        return None
    return start, end


def _quote(document: Document, passage: Passage, cue: Cue, spans: Sequence[tuple[int, int]]) -> Quote:
    source, tokens = document.source, passage.tokens
    low, high = passage.bounds[passage.sentence[cue.first]]
    return Quote(
        kind="indirect",
        parts=tuple(source.span(tokens[a].start, tokens[b - 1].end) for a, b in spans),
        frame=(source.span(low, high),),
        cue=source.span(tokens[cue.first].start, tokens[cue.last].end),
    )
