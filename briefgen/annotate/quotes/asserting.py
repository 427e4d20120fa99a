"""Whether a cue reports that somebody said something: a subject that speaks, no negation, no condition."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen import lexicon
from briefgen.annotate.quotes.clauses import TELLING
from briefgen.english.cues import Cue
from briefgen.english.mention import Mention
from briefgen.english.negation import denies, verb_denied
from briefgen.english.passages import Passage
from briefgen.english.tags import FINITE, Tagged, lemma

_OF_DOCUMENTS = lexicon.saying.taking("document")
_PHRASALS = lexicon.saying.phrasals()
_FINITE_ONLY = lexicon.saying.taking("finite")
_SHOWN_TOO = lexicon.saying.taking("thing")
_DOCUMENTS = lexicon.saying.documents()
_AUTHOR = frozenset({"i", "we", "you"})
"""Outside quotation marks these are the writer and the reader, not a source."""
_UNREAL = frozenset({"would", "could", "should", "might", "may", "can", "must"})
"""What somebody may say was not said."""
_CONDITIONS = frozenset({"if", "unless", "whether"})
_LEADING = lexicon.saying.leading()
_LIST = 16
"""Tokens within which the "to" of a list stands before its further members."""
_BE = lexicon.grammar.forms_of("be")
_THINGS = frozenset({"it", "this", "that", "these", "those"})


def asserts(passage: Passage, cue: Cue) -> bool:
    """Whether somebody said it."""
    if cue.subject is None or cue.how == "passive":
        return False
    if cue.kind == "according":
        return True
    if cue.kind not in ("say", "frame", "think") or not speaks(passage, cue):
        return False
    subject = passage.mentions[cue.subject]
    return _is_real(passage, cue) and not _denied(passage, cue, subject) and not _supposed(passage, subject)


def _supposed(passage: Passage, subject: Mention) -> bool:
    """Whether the subject stands behind "if": what a review may find, it has not found."""
    return subject.head > 0 and passage.tokens[subject.head - 1].low in _CONDITIONS


def speaks(passage: Passage, cue: Cue) -> bool:
    """Whether the subject is one that says something with this verb."""
    assert cue.subject is not None
    subject, verb = passage.mentions[cue.subject], lemma(passage.tokens[cue.first])
    first, noun = passage.tokens[subject.first].low, passage.tokens[subject.last]
    if first in _AUTHOR:
        return False
    if cue.kind == "think":
        return verb in _OF_DOCUMENTS and (noun.low in _DOCUMENTS or noun.low.removesuffix("s") in _DOCUMENTS)
    if cue.kind == "say" and verb not in _SHOWN_TOO:
        return True
    if _demands(passage, cue, verb):
        return True
    if verb in _FINITE_ONLY and passage.tokens[cue.first].low.endswith("ing"):
        return False  # "banned it, citing health concerns": why somebody acted
    people = verb not in _SHOWN_TOO and lexicon.persons.are_agents(noun.low)
    return people or _is_speaker(subject, noun)


def _demands(passage: Passage, cue: Cue, verb: str) -> bool:
    """Whether somebody is called on to do something, which no thing does: "It called on the state to act"."""
    behind = passage.tokens[cue.last + 1].low if cue.last + 1 < len(passage.tokens) else ""
    return "infinitive" in _PHRASALS.get((verb, behind), ())


def _is_speaker(subject: Mention, noun: Tagged) -> bool:
    """Whether a mention is of somebody, a body or a document, not of a thing or an event."""
    if subject.kind == "description":
        return noun.tag in ("ROLE", "CAP", "QNT", "NUM")
    return noun.low not in _THINGS


def _is_real(passage: Passage, cue: Cue) -> bool:
    """Whether the verb tells what was said: no infinitive, "would say", "was said", "by telling her"."""
    tokens, at = passage.tokens, cue.first - 1
    gerund = tokens[cue.first].low.endswith("ing")
    if at >= 0 and tokens[at].tag == "PREP" and gerund and _is_means(tokens[cue.first], cue):
        return False
    if at >= 0 and tokens[at].low == "to" and not gerund:
        return _goes_on_to(tokens, at)
    if _is_listed(tokens, cue.first):
        return False
    while at >= 0 and (tokens[at].tag in ("AUX", "ADV") or tokens[at].low in _UNREAL):
        if tokens[at].low in _UNREAL or denies(tokens[at].low):
            return False
        if tokens[at].low in _BE and not gerund:
            return False
        at -= 1
    return True


def _is_listed(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether a verb is a further member of a list behind "to": "to guard its crews, defend the law, ..."."""
    if tokens[at].low != lemma(tokens[at]) or not at or tokens[at - 1].text != ",":
        return False
    for before in reversed(tokens[max(at - _LIST, 0) : at - 1]):
        if before.low == "to" or before.tag in FINITE:
            return before.low == "to"
    return False


def _goes_on_to(tokens: Sequence[Tagged], to: int) -> bool:
    """Whether words before "to" let the saying be done: "went on to say", "united to call for"."""
    for length in (1, 2, 3):
        words = " ".join(token.low for token in tokens[max(to - length, 0) : to])
        if words in _LEADING:
            return not denies(tokens[max(to - length - 1, 0)].low) and not _is_unreal(tokens, to - length)
    return False


def _is_unreal(tokens: Sequence[Tagged], at: int) -> bool:
    return at > 0 and tokens[at - 1].low in _UNREAL


def _is_means(token: Tagged, cue: Cue) -> bool:
    """ "by telling her to ...", "for criticising the plan": what somebody did, not what is reported here."""
    return cue.kind == "frame" or lemma(token) in TELLING


def _denied(passage: Passage, cue: Cue, subject: Mention) -> bool:
    """Whether words from the subject to the verb deny it: "no longer says", "neither said"."""
    first = max(subject.head - 1, 0)
    if cue.how == "shared":  # "crews with no licence stayed and said": the words since the last verb
        first = max((at for at in range(first, cue.first) if passage.tokens[at].tag == "CONJ"), default=first)
    words = [token.low for token in passage.tokens[first : cue.first]]
    return not {",", ";", "—", "–"} & set(words) and verb_denied(" ".join(words))
