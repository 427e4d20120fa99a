"""What turns a statement into its opposite: "never", "did not", "failed to", "turned down the offer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen import lexicon
from briefgen.english.expressions import either, function_words

_CONTRACTED = r"\w+n['’]t"
_NO_DENIAL = r"not (?:only|just|merely|least)|no (?:doubt|less|fewer)|nothing but|none other"
"""These hold a word of the list and affirm what follows."""
_BETWEEN = 4
"""Words that may stand between a verb and the noun it refuses: "declined a third joint naval exercise"."""
_PASSIVE = (
    r",? ?(?:which |that )?(?:(?:has|have|had|will|would|to) )?(?:was|were|is|are|been|being|be)(?: \w+ly)?"
)


def denies(word: str) -> bool:
    """Whether a word alone denies what stands beside it; capitals do not count."""
    low = word.casefold()
    return low in lexicon.grammar.negations() or low in _refusing() or contracted(low)


def denial(words: str) -> re.Match[str] | None:
    """The first word or phrase that denies something in words written in small letters."""
    return next(_found(words), None)


def verb_denied(words: str) -> bool:
    """Whether words in small letters, the last before a verb, deny what the verb says.

    A verb of refusal that has its own object does not: "the minister who rejected the plan said".
    """
    found = list(_found(words))
    behind = [words[one.end() :].split() for one in found if one["refused"]]
    return len(behind) < len(found) or any(not rest or rest[-1] == "to" for rest in behind)


def refused(behind: str) -> re.Match[str] | None:
    """The words that say of what stands before them that it was refused: "was firmly turned down"."""
    return _passive().match(behind)


def contracted(word: str) -> bool:
    """Whether a word ends in "n't"."""
    return _contracted().fullmatch(word.casefold()) is not None


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(_CONTRACTED)


@cache
def _refusing() -> frozenset[str]:
    """Forms of verbs that always deny their object."""
    rows = lexicon.grammar.refusals()
    return frozenset(form for row in rows if not row.particle and not row.objects for form in row.forms)


def _found(words: str) -> Iterator[re.Match[str]]:
    return (found for found in _expression(_may_refuse(words)).finditer(words) if found["denial"])


def _may_refuse(words: str) -> bool:
    """Whether a verb of refusal may be among the words; most have none and need no long expression."""
    for row in lexicon.grammar.refusals():
        if row.particle in words and any(form in words for form in row.forms):
            return True
    return False


@cache
def _expression(refusing: bool) -> re.Pattern[str]:
    listed = either(lexicon.grammar.negations())
    refusals = _refusals() if refusing else "(?!)"
    whole = "|".join((_CONTRACTED, rf"(?:{listed})\b", rf"(?P<refused>{refusals})"))
    return re.compile(rf"\b(?:(?:{_NO_DENIAL})\b|(?P<denial>{whole}))")


@cache
def _refusals() -> str:
    """Verbs of refusal with their particle, "to" behind them; some only before a noun of what is refused."""
    nouns = "|".join((*lexicon.grammar.refused(), *(row.noun for row in lexicon.relations.nouns())))
    joining = function_words("CONJ", "AUX", "REL")
    inner = rf"(?:(?!(?:{joining}|{function_words('PREP')})\b)[^\s,;:.]+\s+)"
    outer = rf"(?:(?!(?:{joining})\b)[^\s,;:.]+\s+)"
    noun = rf"{inner}{{0,{_BETWEEN}}}?(?:{nouns})\b"
    infinitive = r"\s+(?:\w+ly\s+)?to\b"
    found = []
    # One alternative for all verbs of a kind: the list of nouns is long, and each copy is compiled anew.
    for (particle, objects), forms in _refusal_forms().items():
        if particle:
            found.append(rf"(?:{forms})\s+(?:{noun}\s+{outer}{{0,{_BETWEEN}}}?)?{particle}\b")
        elif objects:
            found.append(rf"(?:{forms})\b(?:{infinitive}|(?=\s+{noun}))")
        else:
            found.append(rf"(?:{forms})\b(?:{infinitive})?")
    return "|".join(found)


def _refusal_forms() -> dict[tuple[str, bool], str]:
    """An expression for the forms of the verbs of each kind: by particle, and whether they need an object."""
    kinds: dict[tuple[str, bool], list[str]] = {}
    for row in lexicon.grammar.refusals():
        kinds.setdefault((row.particle, bool(row.objects)), []).extend(row.forms)
    return {kind: either(forms) for kind, forms in kinds.items()}


@cache
def _passive() -> re.Pattern[str]:
    rows = lexicon.grammar.refusals()
    verbs = "|".join(
        rf"(?:{either(row.forms)})\b" + rf"\s+{row.particle}\b" * bool(row.particle) for row in rows
    )
    return re.compile(rf"{_PASSIVE} (?:{verbs})")
