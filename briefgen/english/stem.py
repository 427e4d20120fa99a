"""Stems of English words: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.

British and American spelling meet first ("defence" = "defense", "organise" = "organize"), so that a
topic written one way finds articles written the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_STEP2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
)  # fmt: skip
_STEP3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
)  # fmt: skip
_STEP4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive",
    "ize", "ion", "al", "er", "ic", "ou",
)  # fmt: skip
_ENDS2 = tuple(suffix for suffix, _ in _STEP2)
_ENDS3 = tuple(suffix for suffix, _ in _STEP3)
_SPELLING = (
    ("ce", re.compile(r"(?<=fen)ce(?=s?$)|(?<=cen)ce(?=d?$)"), "se"),
    ("is", re.compile(r"(?<=[a-z]{3}[lnrtd])is(?=e[drs]?$|ing$|ation|ations$)"), "iz"),
    ("our", re.compile(r"(?<=[a-z]{2}[bgilmnprv])our(?=s?$|ed$|ing$|able$|ite)"), "or"),
    ("re", re.compile(r"(?<=[b-df-hj-np-tv-z])re(?=s?$)(?<=tre|bre)"), "er"),
    ("ogue", re.compile(r"ogue(?=s?$)"), "og"),
    ("mme", re.compile(r"(?<=progra)mme(?=s?$)"), "m"),
)  # fmt: skip
"""British letters, where they stand, and the American ones; few words have the letters at all."""
_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_SHORT = 5  # letters of "king" or "need", whose ending is no inflection
_LONGEST = 40  # longer "words" are addresses or noise and stay as they are


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one word in lower case; words that are short, long or not a-z come back as they are."""
    if len(word) <= 2 or len(word) > _LONGEST or not (word.isascii() and word.isalpha()):
        return word
    word = inflected(word)
    word = _replace(word, _STEP2) if word.endswith(_ENDS2) else word
    word = _replace(word, _STEP3) if word.endswith(_ENDS3) else word
    word = _step4(word) if word.endswith(_STEP4) else word
    return _step5(word)


@lru_cache(maxsize=50_000)
def inflected(word: str) -> str:
    """Only plurals, -ed, -ing and spelling taken off: "securities" and "security" but not "secured"."""
    if len(word) <= 2 or len(word) > _LONGEST or not (word.isascii() and word.isalpha()):
        return word
    for letters, pattern, common in _SPELLING:
        if letters in word:
            word = pattern.sub(common, word)
    return _step1(word)


def form(word: str) -> str:
    """How a topic's word is to be met: one in -ing or -ed as it is, any other in all its forms.

    "dumping" is a matter of trade, a "dump" is none; "threat" is also met by "threatened".
    """
    return f"={word}" if word.endswith(("ing", "ed")) and len(word) > _SHORT else inflected(word)


def meets(word: str, wanted: str) -> bool:
    """Whether a word of a text has the form that `form` gave for a topic's word."""
    return wanted == f"={word}" if wanted[:1] == "=" else inflected(word) == wanted


def _measure(part: str) -> int:
    """Porter's m: how often a vowel is followed by a consonant."""
    shape = _VOWEL.sub("\0", part)
    return sum(a == "\0" != b for a, b in pairwise(shape))


def _ends_cvc(part: str) -> bool:
    """Consonant, vowel, consonant at the end, the last not w, x or y ("hop", not "snow")."""
    shape = [c == "\0" for c in _VOWEL.sub("\0", part)[-3:]]
    return shape == [False, True, False] and part[-1] not in "wxy"


def _step1(word: str) -> str:
    """Plurals, -ed and -ing, and y to i."""
    if word.endswith("sses") or word.endswith("ies"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    else:
        for suffix in ("ed", "ing"):
            if word.endswith(suffix) and _VOWEL.search(word[: -len(suffix)]):
                word = _mended(word[: -len(suffix)])
                break
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mended(part: str) -> str:
    """What is left of -ed or -ing, made a word again: "conflat" + e, "hopp" - p, "fil" + e."""
    if part.endswith(("at", "bl", "iz")):
        return part + "e"
    if len(part) > 1 and part[-1] == part[-2] and part[-1] not in "aeioulsz":
        return part[:-1]
    return part + "e" if _measure(part) == 1 and _ends_cvc(part) else part


def _replace(word: str, table: tuple[tuple[str, str], ...]) -> str:
    for suffix, by in table:
        if word.endswith(suffix):
            part = word[: -len(suffix)]
            return part + by if _measure(part) > 0 else word
    return word


def _step4(word: str) -> str:
    for suffix in _STEP4:
        if word.endswith(suffix):
            part = word[: -len(suffix)]
            kept = _measure(part) <= 1 or (suffix == "ion" and not part.endswith(("s", "t")))
            return word if kept else part
    return word


def _step5(word: str) -> str:
    if word.endswith("e"):
        part = word[:-1]
        many = _measure(part)
        if many > 1 or (many == 1 and not _ends_cvc(part)):
            word = part
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
