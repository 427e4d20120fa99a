"""How a sentence begins, and whether it needs the one before it to be understood."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.expressions import either
from briefgen.english.marks import OPENERS

_MARKS = re.compile(rf"[{re.escape(''.join(sorted(OPENERS)))}(\[\s]*")
_BEFORE_VERB = r"(?:(?:not|still|also|yet|now|already|never|far|by no means|as yet)\s+){0,3}"
_BE = r"(?:is|are|was|were|has been|had been|will be|would be|remains|remained|seems|seemed|became|becomes)"
_CLAUSE = r"(?:that|whether|if|how|who|what|when|where|why|which|to)"
# "It is not yet decided whether ...", "It remains to be seen ...": the clause says what the "it" is.
_EMPTY_IT = re.compile(rf"it(?:\s+{_BE}|['’]s)\s+{_BEFORE_VERB}(?:\w+\s+){{0,4}}?{_CLAUSE}\b", re.I)
_THERE_IS = re.compile(r"there\s+(?:is|are|was|were|has|have|will|would|may|might|could|can)\b", re.I)
_THIS_TIME = re.compile(
    rf"(?:this|that|these|those)\s+(?:{either(lexicon.time.spans_of_time())}|time)s?\b", re.I
)
# "Those who ..." and "That the plan ..." say themselves what they mean.
_SAYS_WHICH = re.compile(r"(?:those|all)\s+(?:who|in|with|whose|at|from)\b|that\s+(?:the|an?|all|no)\b", re.I)
_BOTH_NAMED = re.compile(r"[Bb]oth\s+(?:the\s+)?[A-Z]")
_EXPLAINED = (_BOTH_NAMED, _EMPTY_IT, _THERE_IS, _THIS_TIME, _SAYS_WHICH)
# "On Monday, she said": what opens the sentence says when or where, and the subject behind it leans.
_CIRCUMSTANCE = re.compile(
    r"(?:(?:In|On|At|During|Last|Next|This|Earlier|Later|Speaking|Asked|Addressing|Writing|Under|By)\s[^,;:“”\"]{2,60}|"
    r"(?:Today|Yesterday|Tomorrow|Then|Now|Recently|Initially)),\s+"
)
_SUBJECT = re.compile(r"(?:he|she|they|it)\b")
# What stands behind "The minister" and says which one: his office's matter, a clause, his name.
_WHICH = r"(?!\s+(?:of|for|in|on|at|with|who|which|that|to|from|between|by)\b|,\s+[A-Z])"


class Opening(NamedTuple):
    """What stands at the head of a sentence."""

    connective: int
    """Characters of a connective that can be left out ("But ", "However, "), with the blank behind it."""
    leaning: int
    """Characters up to the end of words that only the sentence before explains ("She", "The minister");
    0 when there are none."""
    goes_on: bool
    """Whether it goes on from the sentence before: it leans on it, or a connective ties it to it."""

    @property
    def leans(self) -> bool:
        """Whether nothing but the sentence before says what it is about."""
        return self.leaning > 0


def opening(words: str) -> Opening:
    """The opening of a sentence; marks before its first word are passed over."""
    start = past_marks(words)
    connective = _left_out().match(words, start)
    rest = past_marks(words, connective.end()) if connective else start
    leaning = _leaning(words, rest)
    ties = connective is not None or _ties().match(words, start) is not None
    # Inside marks the connective is the speaker's; nobody leaves out a part of a quotation.
    cut = connective.end() if connective and not start else 0
    return Opening(cut, leaning, bool(leaning) or ties)


def leans(words: str) -> bool:
    """Whether a sentence opens with something that only the sentence before it explains."""
    return opening(words).leans


def points(words: str) -> bool:
    """Whether a sentence opens with a pronoun that only the sentence before it explains; a bare "The minister"
    can be read alone, though not everything is known of him."""
    start = past_marks(words)
    connective = _left_out().match(words, start)
    start = past_marks(words, connective.end()) if connective else start
    found = _pointing().match(words, start)
    return found is not None and not any(pattern.match(words, start) for pattern in _EXPLAINED)


def goes_on(words: str) -> bool:
    """Whether a sentence goes on from the one before: a pronoun, a bare "The minister", a connective."""
    return opening(words).goes_on


def past_marks(words: str, start: int = 0) -> int:
    """Where the first word stands behind quotation marks and brackets, as an offset into `words`."""
    found = _MARKS.match(words, start)
    return found.end() if found else start


def _leaning(words: str, start: int) -> int:
    """Where the words that lean end; 0 when they say themselves what they mean."""
    found = _pointing().match(words, start)
    if found and not any(pattern.match(words, start) for pattern in _EXPLAINED):
        return found.end()
    circumstance = _CIRCUMSTANCE.match(words, start)
    subject = circumstance.end() if circumstance else start
    bare = _bare_noun().match(words, subject)
    if circumstance and not _EMPTY_IT.match(words, subject):
        bare = bare or _SUBJECT.match(words, subject)
    return bare.end() if bare else 0


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon.grammar.pointing())}|there)\b", re.I)


@cache
def _bare_noun() -> re.Pattern[str]:
    """ "The minister", "The bloc": one named before, unless what follows says which."""
    return re.compile(rf"(?:The|the)\s+(?:{either(lexicon.persons.backward())})\b{_WHICH}")


@cache
def _left_out() -> re.Pattern[str]:
    """Connectives whose loss changes nothing; some only before a comma ("So," not "So far")."""
    always = either(lexicon.grammar.connectives("always"))
    before_comma = either(lexicon.grammar.connectives("comma"))
    return re.compile(rf"(?:(?:{always}),?|(?:{before_comma}),)\s+(?=\S)", re.I)


@cache
def _ties() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon.grammar.connectives())})\b", re.I)
