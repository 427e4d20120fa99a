"""Words of a passage with a coarse tag, a view of its tokens; a quoted stretch is one tagged token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.marks import OPENERS, SENTENCE_ENDS
from briefgen.english.months import is_month
from briefgen.english.numbers import is_number
from briefgen.model import Tokens


class Tagged(NamedTuple):
    """A word, mark or quoted stretch; offsets are code points of the source."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    """QUOTE, MARK, S (possessive ending), CAP (name-like), CUE (speech verb), ACC (according), ROLE (noun
    for a speaker), W (other word), NUM, or a tag of lexicon/grammar/function_words.tsv."""


FINITE = frozenset({"AUX", "VERB", "CUE"})
"""Tags of words that may be the verb of a clause."""

_FUNCTION = lexicon.grammar.tags()
_ROLES = lexicon.persons.roles()
_NOUNS = lexicon.saying.nouns()
_VERBS = lexicon.saying.kinds()
_LEMMA = lexicon.saying.lemmas()
# Forms that are as often nouns: verbs only behind something that can be their subject.
AMBIGUOUS = (
    frozenset(
        form
        for form in _VERBS
        if not form.endswith(("ed", "ing"))
        and any(noun in _ROLES or noun in _NOUNS for noun in (form, form.removesuffix("s")))
    )
    | lexicon.saying.noun_forms()
)
_VERB_BY_TAG = MappingProxyType(
    dict.fromkeys(("CAP", "PRO", "REL", "ROLE", "ADV", "AUX", "QUOTE"), "may")
    | dict.fromkeys(("DET", "POSS", "S"), "not")
)
"""Whether a verb may or can not follow a word of that tag; "" where nothing is known."""
_BASE_FORMS = frozenset(_LEMMA.values())
_MAY = frozenset({"May", "MAY"})
"""The month that is a verb, too."""
_BEFORE_CAPITAL = (OPENERS - {"'"}) | frozenset("”:•–—-([")


_HEADLINE_VERBS = frozenset(
    form
    for form, kind in _VERBS.items()
    if kind == "say" and form not in AMBIGUOUS and form.endswith(("s", "ed", "aid", "old"))
)
_SHORTEST_PARTICIPLE = 6
_BEHIND_PARTICIPLE = frozenset({"DET", "POSS", "PRO", "OBJ", "QNT", "NUM", "PREP"})
_BEHIND_GIVEN = frozenset({"CAP", "CUE", "AUX"})
_CLOSED = frozenset({"DET", "POSS", "PRO", "AUX", "CONJ", "PREP", "REL", "OBJ"})
"""Classes whose words are no names, even with a capital in a headline."""
_NO_ADVERBS = lexicon.grammar.no_adverbs()


def lemma(token: Tagged) -> str:
    """Base form of a speech verb, else the word itself in lower case."""
    return _LEMMA.get(token.low, token.low)


def cue_kind(token: Tagged) -> str:
    """ "say", "think" or "frame" for a speech verb, "" for anything else."""
    return _VERBS.get(token.low, "") if token.tag == "CUE" else ""


def tagged(
    tokens: Tokens, start: int, end: int, quoted: Sequence[tuple[int, int]], openings: Iterable[int]
) -> list[Tagged]:
    """The tokens that stand in `start`..`end` with their tags; all offsets are the source's.

    `quoted` are the quoted stretches with their marks, in order; `openings` the offsets at which
    sentences start, where a capital letter says nothing.
    """
    initial, text = set(openings), tokens.text
    titled = is_title_case(text[start : min(end, start + 200)])
    found: list[Tagged] = []
    before: Tagged | None = None
    fresh = True
    for low, high, is_quote in _segments(start, end, quoted):
        if is_quote:
            before = Tagged(low, high, text[low:high], "", "QUOTE")
            found.append(before)
            fresh = _ends_sentence(before.text)
            continue
        for first, last in tokens.places(low, high):
            fresh = fresh or first in initial
            before = _tagged(first, last, text[first:last], before, fresh)
            if titled and before.tag == "CAP" and before.low in _HEADLINE_VERBS and not fresh:
                before = before._replace(tag="CUE")
            if found and found[-1].tag == "CAP" and _opens_clause(found, before, initial):
                found[-1] = found[-1]._replace(tag="W")
            if before.tag in _BEHIND_GIVEN and (at := _given_name(found, before, initial)) is not None:
                found[at] = found[at]._replace(tag="CAP")
            found.append(before)
            fresh = before.tag == "MARK" and (fresh or before.text[0] in _BEFORE_CAPITAL)
    return found


def _given_name(found: Sequence[Tagged], after: Tagged, initial: AbstractSet[int]) -> int | None:
    """Index of a capitalised "Per" that is somebody's given name: before a surname, at the head of a sentence
    only where a verb follows that ("Per Dahl said", not "Per Commission rules")."""
    for back, follows in ((1, "CAP"), (2, "CUE"), (2, "AUX")):
        at = len(found) - back
        if at < 0 or after.tag != follows or found[at].tag != "PREP" or not found[at].text[0].isupper():
            continue
        opens = found[at].start in initial or (at > 0 and found[at - 1].tag in ("MARK", "QUOTE"))
        named = found[at].low in lexicon.persons.given_names() and found[-1].tag in ("CAP", "PREP")
        if named and (back == 2) == opens:
            return at
    return None


def _opens_clause(found: Sequence[Tagged], after: Tagged, initial: AbstractSet[int]) -> bool:
    """Whether the last of `found` is a participle at the head of a sentence: "Following the talks", "Inviting
    Taliban leaders". "Boeing has" and "Manning, who" are names."""
    first = found[-1]
    if first.tag != "CAP" or not first.low.endswith("ing") or len(first.low) < _SHORTEST_PARTICIPLE:
        return False
    if first.start not in initial and (len(found) < 2 or found[-2].tag not in ("MARK", "QUOTE")):
        return False
    if first.low in lexicon.persons.given_names() or gazetteer.lookup(first.text) is not None:
        return False
    listed = after.tag == "CAP" and gazetteer.lookup(after.text) is not None
    return listed or after.tag in _BEHIND_PARTICIPLE


def _ends_sentence(quotation: str) -> bool:
    """Whether a quoted stretch with its marks ends in a full stop."""
    return quotation[-1:] not in ",;" and quotation[-2:-1] in SENTENCE_ENDS


def is_title_case(line: str) -> bool:
    """Whether nearly every long word has a capital, as in headlines."""
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _segments(start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    at = start
    for low, high in quoted:
        if at < low:
            yield at, low, False
        yield low, high, True
        at = high
    if at < end:
        yield at, end, False


def _tagged(start: int, end: int, word: str, before: Tagged | None, fresh: bool) -> Tagged:
    """The token `word` in `start`..`end` with the tag that it has behind the token `before`."""
    if before is None:
        return Tagged(start, end, word, *_tag(word, fresh, False, ""))
    month = word in _MAY and (is_month(word, before.text) or before.tag == "NUM")
    verb = _VERB_BY_TAG.get(before.tag, "")
    if before.low == "to" and word in _BASE_FORMS:
        verb = "may"
    return Tagged(start, end, word, *_tag(word, fresh, month, verb))


@lru_cache(maxsize=20_000)
def _tag(word: str, fresh: bool, month: bool, verb: str) -> tuple[str, str]:
    """A word in lower case and its tag. `fresh`: a capital says nothing here; `month`: "May" is the month;
    `verb`: whether a verb "may" or can "not" follow, by the word before."""
    low = word.lower()
    return low, _tag_of(word, low, fresh, month, verb)


def _tag_of(word: str, low: str, fresh: bool, month: bool, verb: str) -> str:
    first = word[0]
    if not (first.isalnum() or (first in "’'" and len(word) == 2)):
        return "MARK"
    if first in "’'":
        return "S"
    if first.isdigit():
        return "NUM"
    if low == "according":
        return "ACC"
    known = _FUNCTION.get(low)
    if known is None and is_number(low):
        return "NUM"
    if first.isupper():
        if low == "may" and month:
            return "DATE"
        return _capital_tag(word, low, known, fresh)
    if known:
        return known
    return _small_tag(low, verb)


def _capital_tag(word: str, low: str, known: str | None, fresh: bool) -> str:
    if word.isupper() and len(word) > 1:
        return "DET" if known == "DET" else "CAP"  # "THE PRESIDENT"
    if known and (fresh or known == "DATE" or (known in _CLOSED and low not in ("us", "will", "may"))):
        return known
    return _first_word_tag(low) if fresh else "CAP"


def _first_word_tag(low: str) -> str:
    """Tag of a capitalised word at the head of a sentence that is no function word."""
    if low in _ROLES:
        return "ROLE"
    if low.endswith("ly") and len(low) > 5:
        return "ADV"
    if low in _VERBS and (low.endswith(("ing", "ed")) or low in ("told", "said", "says")):
        return "CUE"
    return "CAP"


def _small_tag(low: str, verb: str) -> str:
    if low in _VERBS and (verb == "may" or low not in AMBIGUOUS):
        plain = not low.endswith(("ed", "ing", "aid", "old"))
        if not (verb == "not" and plain):
            return "CUE"
    if low in _ROLES:
        return "ROLE"
    if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS:
        return "ADV"
    return "W"
