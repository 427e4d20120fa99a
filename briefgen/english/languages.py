"""Tells the language of a text: English or which other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefgen import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_WORD_SIGN = re.compile(r"[^\W\d_]")
_LOOKED_AT = 6000
"""Characters: some hundred words tell the language."""
_FEWEST_WORDS = 20
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
)
"""Scripts by the language that uses them most; Japanese before Chinese, whose signs it also uses."""
_OTHER_SCRIPT = re.compile(f"[{''.join(f'{first}-{last}' for _, first, last in _SCRIPTS)}]")
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_UNKNOWN = "an unknown language"
_SCRIPT_SHARE = 0.3
_KANA_SHARE = 0.05
_ENGLISH_SHARE = 0.1
_LISTS_SHARE = 0.04
"""The same in lists and tables of an English text, where no other language shows more."""
_LINE_WORDS, _SHORT_SHARE, _HARDLY = 6, 0.3, 0.1
"""Words of a line whose language can be told; the share of grammar words that shows it, and that is none."""
_PLAINLY = 0.2
_CLEARLY = 1.3
"""How much more of its grammar words another language must show than English does."""


@cache
def _grammar() -> Mapping[str, frozenset[str]]:
    rows = lexicon.pages.language_words()
    return MappingProxyType({code: frozenset(words) for code, words in rows})


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """The languages of each grammar word, so that a text is gone through once for all of them."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _grammar().items():
        found.update({word: (*found.get(word, ()), code) for word in words})
    return MappingProxyType(found)


def _words(text: str) -> list[str]:
    """The words of a text, case folded."""
    if text.isascii():
        return _WORD.findall(text.casefold())
    return [word.casefold() for word in _WORD.findall(text)]  # folding first would split "İ" in two


def _shares(words: list[str]) -> dict[str, float]:
    """The share of each language's grammar words among some words."""
    counts = dict.fromkeys(_grammar(), 0)
    known = _languages()
    for word, count in Counter(words).items():
        for code in known.get(word, ()):
            counts[code] += count
    return {code: count / len(words) for code, count in counts.items()}


def code_of(name: str) -> str:
    """ISO 639-1 code of a language as a person names it: "German", "de", "en-GB"."""
    folded = name.casefold().strip()
    named = (code for code, names in lexicon.pages.language_names() if folded in names)
    return next(named, folded[:2])


def name_of(code: str) -> str:
    """A language as English calls it: "French"."""
    named = (names[0].title() for listed, names in lexicon.pages.language_names() if listed == code)
    return next(named, _UNKNOWN)


def language(text: str) -> str:
    """ISO 639-1 code of the language of running text, by script, then by grammar words.

    "en" when the text is too short to tell, "und" when it is no language known here.
    """
    text = text[:_LOOKED_AT]
    if code := _by_script(text):
        return code
    words = _words(text)
    total = len(words)
    if total < _FEWEST_WORDS:
        return "en"
    shares = _shares(words)
    other = max((code for code in shares if code != "en"), key=lambda code: (shares[code], code))
    if shares[other] > _CLEARLY * shares["en"] and shares[other] > _ENGLISH_SHARE:
        return other
    english = shares["en"] > _ENGLISH_SHARE or shares["en"] > max(_LISTS_SHARE, shares[other])
    return "en" if english or total < 3 * _FEWEST_WORDS else "und"


def is_english(text: str) -> bool | None:
    """Whether a paragraph is in English; None when it is too short to tell."""
    words = _words(text[:_LOOKED_AT])
    if len(words) < _FEWEST_WORDS:
        return _short(words)
    # So many grammar words of English no other language has by chance, and most paragraphs end here.
    if sum(map(_grammar()["en"].__contains__, words)) >= _PLAINLY * len(words):
        return True
    return language(text) == "en"


def _short(words: list[str]) -> bool | None:
    """The same for a line or a sentence: only where one language shows plainly and another hardly at all."""
    if len(words) < _LINE_WORDS:
        return None
    shares = _shares(words)
    other = max(share for code, share in shares.items() if code != "en")
    if shares["en"] >= _SHORT_SHARE and shares["en"] > other:
        return True
    return False if other >= _SHORT_SHARE and shares["en"] < _HARDLY else None


def _by_script(text: str) -> str | None:
    if not _OTHER_SCRIPT.search(text):
        return None
    signs = Counter(text)
    letters = sum(count for sign, count in signs.items() if _WORD_SIGN.match(sign))
    for code, first, last in _SCRIPTS:
        count = sum(times for sign, times in signs.items() if first <= sign <= last)
        needed = _KANA_SHARE if code == "ja" else _SCRIPT_SHARE
        if count > needed * letters:
            return "uk" if code == "ru" and not _UKRAINIAN.isdisjoint(text) else code
    return None
