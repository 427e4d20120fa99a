"""Other names that a sentence gives for what it names: "Joint Harbour Office (JHO)", "also called".

Abbreviations as in A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003), each word giving its first letter; beside them names whose letters the phrase lacks
("trilateral security partnership (NORLIS)"), and names in other words, by names/also_called.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.expressions import either
from briefgen.english.tokens import tokenize
from briefgen.model import Token

_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_SHORT = re.compile(r"(?:or |the )*[“\"‘']?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[”\"’',]*")
_SHORT_BEFORE = re.compile(r"([A-Z]{2,10}) $")
_LONGEST_SHORT = 10  # letters of an abbreviation
_OWN = 4  # letters of an abbreviation that is a name of its own; shorter ones are units and agencies
_REACH = 200  # characters before an abbreviation in which its name stands
_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_CHUNK = re.compile(r"\S+")
_BETWEEN = frozenset({"of", "for", "on", "and", "the", "in", "to"})
_NAME_WORD = re.compile(rf"\b[A-Z][\w-]*[a-z]\s(?:(?:{'|'.join(sorted(_BETWEEN))})\s){{0,2}}")
_LAST_WORD = re.compile(r"[A-Z][\w-]*[a-z](?: and [A-Z][\w-]*[a-z])?\b")
_MOST = 6
"""Words of a name; more are a clause."""
_SMALL = frozenset({"of", "for", "on", "and", "the", "in", "to", "against", "with", "de"})
"""Words that stand inside names."""
_AGED = frozenset({"new", "first", "so-called", "enhanced", "proposed", "planned"})
"""Words before a name that are no part of it."""


class OtherName(NamedTuple):
    """Two names of one thing."""

    full: str
    short: str
    """The abbreviation, or the name in other words."""


def other_names(sentence: str) -> Iterator[OtherName]:
    """The other names that a sentence gives, in its order."""
    found = [*_in_brackets(sentence), *_called(sentence)]
    yield from (pair for _, pair in sorted(found, key=lambda one: one[0]))


def bodies(text: str) -> Iterator[OtherName]:
    """Bodies and armed movements that a text introduces with an abbreviation, "Wind Power Agency (WPA)", or
    names in full and by their first letters: "the Wind Power Agency ... the WPA"."""
    if "(" in text:
        yield from (pair for _, pair in _in_brackets(text) if _is_body(pair.full))
    # Few abbreviations have their letters in a row at the heads of words; only for these it is asked where.
    initials = "".join(word[0] for word in text.split() if word not in _BETWEEN)
    shorts = [short for short in dict.fromkeys(_CAPITALS.findall(text)) if short[1:] in initials]
    places = _by_initials(text) if shorts else {}
    for short in shorts:
        full = next(filter(_is_body, _spelled(text, short, places.get(short[1:3], ()))), None)
        if full:
            yield OtherName(full, short)


def _by_initials(text: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The first letters of two words in a row, small ones left out, to where the word before them stands."""
    found: dict[str, list[tuple[int, int]]] = {}
    chunks = [match.span() for match in _CHUNK.finditer(text) if match.group() not in _BETWEEN]
    initials = "".join(text[start] for start, _ in chunks)
    for at, chunk in enumerate(chunks[:-2]):
        if initials[at + 1].isupper() and initials[at + 2].isupper():
            found.setdefault(initials[at + 1 : at + 3], []).append(chunk)
    return found


def _spelled(text: str, short: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Words whose first letters are an abbreviation, "and" with one more among them, from left to right; the
    first begins in one of the `places`, perhaps behind a hyphen or a bracket."""
    end = 0
    for low, high in places:
        at = text.find(short[0], max(low, end), high)
        while at >= 0:
            last = _spelled_at(text, short, at)
            if last:
                yield " ".join(text[at:last].split())
                end = last
            at = text.find(short[0], max(at + 1, end), high)


def _spelled_at(text: str, short: str, start: int) -> int:
    """Where the words end that begin at `start` and have the letters of an abbreviation; 0 for none."""
    at = start
    for letter in short[:-1]:
        word = _NAME_WORD.match(text, at)
        if word is None or text[at] != letter:
            return 0
        at = word.end()
    last = _LAST_WORD.match(text, at)
    return last.end() if last and text[at] == short[-1] else 0


def _is_body(name: str) -> bool:
    words = name.split()
    capitals = all(word[0].isupper() or word in _SMALL for word in words)
    ends = {word.casefold().removesuffix("s") for word in (words[0], words[-1])}
    return capitals and not ends.isdisjoint(lexicon.names.heads_with("acts"))


def _in_brackets(sentence: str) -> Iterator[tuple[int, OtherName]]:
    for brackets in _BRACKETS.finditer(sentence):
        before = _words(sentence[max(brackets.start() - _REACH, 0) : brackets.start()])
        short = _SHORT.fullmatch(brackets[1])
        if short and len(short[1]) <= _LONGEST_SHORT:
            name = short[1].removesuffix("s") if short[1][:-1].isupper() else short[1]
            full = _lettered(before, name) or _lettered_but_last(before, name) or _phrase_of(before, name)
            if full:
                yield brackets.start(), OtherName(full, name)
        elif head := _SHORT_BEFORE.search(_before(sentence, brackets.start())):
            inner = _words(brackets[1])
            full = _lettered(inner, head[1])
            if full and full == _printed(_bare(inner)):
                yield brackets.start(), OtherName(full, head[1])


def _before(sentence: str, end: int) -> str:
    """The signs before brackets among which an abbreviation and its blank can stand."""
    return sentence[max(end - _LONGEST_SHORT - 1, 0) : end]


def _lettered(before: Sequence[Token], short: str) -> str:
    """The last words before an abbreviation that begin with its letters, small words left out; else nothing.

    A word may give more than one letter ("electronic" "E", "cyberdefence" "CD"), but each word gives one.
    """
    letters = short.casefold()
    for size in range(2, min(len(letters) + 5, 2 * len(letters), len(before)) + 1):
        part = before[-size:]
        own = [word for word in part if word.text.casefold() not in _SMALL]
        if part[0] in own and _spells([word.text.casefold() for word in own], letters):
            return _printed(part)
    return ""


def _lettered_but_last(before: Sequence[Token], short: str) -> str:
    """The same where a last "and Prevention" has no letter: "Centre for Flood Control and Study (CFC)"."""
    joined = len(before) > 2 and before[-2].text == "and" and before[-1].text[0].isupper()
    full = _lettered(before[:-2], short) if joined else ""
    return f"{full} and {before[-1].text}" if full else ""


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether each word gives its first letter, and some more of its own, in order, and nothing is left."""
    if not words:
        return not letters
    first, *rest = words
    if not letters or first[0] != letters[0]:
        return False
    if _spells(rest, letters[1:]):
        return True
    place = 0
    for used in range(1, len(letters)):
        place = first.find(letters[used], place + 1)
        if place < 0:
            return False
        if _spells(rest, letters[used + 1 :]):
            return True
    return False


def _phrase_of(before: Sequence[Token], short: str) -> str:
    """The phrase behind its article, before a name of other letters."""
    phrase, article = _phrase(before)
    named = article and len(phrase) > 1 and phrase[-1].text.islower()
    return _printed(phrase) if named and len(short) >= _OWN and short.isupper() else ""


def _called(sentence: str) -> Iterator[tuple[int, OtherName]]:
    for cue in _cue().finditer(sentence):
        phrase, _ = _phrase(_words(sentence[: cue.start()]))
        short = _short(sentence, cue.end(), loose=cue[1].casefold() in _LOOSE)
        if phrase and short:
            yield cue.start(), OtherName(_printed(phrase), short)


@cache
def _cue() -> re.Pattern[str]:
    """The words between two names, with the mark or verb before them."""
    between = r"(?:\s*[,(–—]\s*|\s+)(?:(?:which|that)\s+)?(?:(?:is|are|was|were)\s+)?"
    return re.compile(rf"{between}({either(lexicon.names.also_called())})\s+", re.IGNORECASE)


_LOOSE = frozenset({"called", "named", "dubbed", "nicknamed"})
_ENDS = frozenset(",.;)–—")
_QUOTED = re.compile(r"(?:the |a |an )?[“\"‘]([^”\"’]{3,40}?)[,.]?[”\"’]")


def _short(sentence: str, at: int, *, loose: bool) -> str:
    """The name behind the words: between marks, or up to the next mark or function word.

    Behind `loose` words ("called") a judgement or an object may stand: there only a name with capitals
    throughout that ends at a mark, or words between marks.
    """
    quoted = _QUOTED.match(sentence, at)
    if quoted:
        return quoted[1] if len(quoted[1].split()) < _MOST else ""
    found: list[Token] = []
    end = ""
    for token in tokenize(sentence, at):
        end = token.text
        low = end.casefold()
        if not found and low == "the":
            continue
        if not end[0].isalnum() or low in lexicon.grammar.stopwords() or len(found) == _MOST:
            break
        found.append(token)
    named = end in _ENDS and all(word.text[0].isupper() for word in found)
    return _printed(found) if named or not loose else ""


def _phrase(before: Sequence[Token]) -> tuple[list[Token], bool]:
    """The noun phrase at the end of some words, and whether an article stands before it."""
    first = len(before)
    while first and len(before) - first < _MOST and _goes_on(before, first - 1):
        first -= 1
    while first < len(before) and before[first].text.casefold() in (*_SMALL, *_AGED):
        first += 1
    articles = [word.text.casefold() for word in before[max(first - 2, 0) : first]]
    return list(before[first:]), any(word in ("a", "an", "the", "this", "our") for word in articles)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to the phrase that goes on behind it; small words only between capitals."""
    word = words[at]
    if not word.text[0].isalnum() or word.text.isdigit():
        return False
    if word.text.casefold() not in lexicon.grammar.stopwords():
        return True
    behind = next((one for one in words[at + 1 :] if one.text.casefold() not in _SMALL), None)
    ahead = next((one for one in reversed(words[:at]) if one.text.casefold() not in _SMALL), None)
    return word.text in _SMALL and all(one is not None and one.text[0].isupper() for one in (behind, ahead))


def _words(text: str) -> list[Token]:
    """The words at the end of a text back to the last mark."""
    found: list[Token] = []
    for token in tokenize(text):
        found = [*found, token] if token.text[0].isalnum() else []
    return found


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    return words[1:] if words and words[0].text.casefold() == "the" else words


def _printed(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)
