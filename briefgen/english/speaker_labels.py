"""The label that opens a speaker's turn: "MR. KIRBY:", "THE PRESIDENT:", "Q", "Mr. Olde (Norway):".

A colon makes no speaker. What stands before it must look like one: capitals throughout, a title, a body or
state in brackets, or words that come back before other turns. `labels` looks at a whole text at once,
because one line alone does not tell "Anna Olde:" from "Good news:".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.first_person import speaks
from briefgen.english.label_askers import asking, dashes, in_bold, presiding, put_to_one
from briefgen.english.label_heads import (
    SIDE_DASH,
    LabelHead,
    LabelKind,
    SpeakerLabel,
    head,
    is_presiding,
    is_shouted_office,
    is_timed,
    is_titled,
    key_of,
    listed_kind,
    single,
)
from briefgen.english.marks import ends_sentence

__all__ = ["LabelKind", "SpeakerLabel", "labels"]

_FEWEST = 2
"""Labels that a text must have; one alone is a heading or a quotation."""
_TOLD_SHARE = 0.8
"""Turns that must end as sentences do, which a row of a table does not ("Oslo: 3 boats"); a transcript has
cut ones, a list of links or goods little else."""
_BODIES = lexicon.names.institutions()
_LONGEST_NAME = 5
"""Words of a name."""
_LONE_WORDS = 20
"""Words of the paragraph that a lone label opens."""


class _Text(NamedTuple):
    """All lines of a text, with what may be their labels."""

    lines: Sequence[str]
    heads: Sequence[LabelHead | None]
    keys: Sequence[str]
    """The names in small letters; "" where no label can be."""
    often: Counter[str]
    marked: bool
    """Whether several heads have brackets."""
    dashed: bool
    """Whether several heads end with a stop and a dash."""
    shouted: frozenset[str]
    """Full names of persons in capitals, where several open a line: all may speak but once."""
    listed: frozenset[str]
    """Last words of the names and brackets on lines of their own: "Anna Olde (Oslo East) (Lab)"."""


def labels(lines: Sequence[str]) -> tuple[SpeakerLabel | None, ...]:
    """For every line (a paragraph) of a text the label it opens with; all None when it has no turns."""
    return _labels(tuple(lines))


@lru_cache(maxsize=1)
def _labels(lines: tuple[str, ...]) -> tuple[SpeakerLabel | None, ...]:
    """Kept for one text: what tells its genre asks for them, and then what reads its turns."""
    text = _text(lines)
    strong = [_is_strong(text, n) for n in range(len(lines))]
    found = [single(line) for line in lines]
    for n, sure in enumerate(_with_alike(text, strong)):
        one = text.heads[n]
        if sure and one is not None and found[n] is None:
            kind = _kind(text.keys[n])
            if one.close == "side" and _kind(_last_part(lines[n])) == "question":
                kind = "question"  # "Anna Olde -- Harbour Bank -- Analyst"
            found[n] = SpeakerLabel(kind, one.start, one.last, one.words)
    found = _with_words(text, found)
    found = put_to_one(lines, found, text.heads, text.keys)
    if text.dashed or _is_council(text, found):
        found = presiding(lines, found, text.keys)
    found = asking(lines, found, text.keys)
    for others in (in_bold(lines), [] if any(found) else dashes(lines)):
        found = [one or other for one, other in zip(found, others, strict=True)] if others else found
    talk = _is_talk(lines, found, text.keys) or _is_lone(text, found)
    return tuple(found) if talk else (None,) * len(lines)


def _with_words(text: _Text, found: Sequence[SpeakerLabel | None]) -> list[SpeakerLabel | None]:
    """Without the names of a list of those who take part, lines of their own with no words below them, and
    without those whose words stand between marks."""
    bare = [one is not None and one.bare for one in (*text.heads, None)]
    last = len(found) - 1
    listed = [bare[n] and (n == last or bare[n + 1] or text.heads[n + 1]) for n in range(len(found))]
    return [
        None
        if one and ((alone and one.words >= len(line.rstrip())) or _is_quoted(line[one.words :]))
        else one
        for one, alone, line in zip(found, listed, text.lines, strict=True)
    ]


def _is_quoted(words: str) -> bool:
    """Whether all words behind a colon stand between marks: a list of what people said, and no talk."""
    words = words.strip()
    return words[:1] in ('"', "“", "„", "«") and words[-1:] in ('"', "”", "“", "»") and len(words) > 1


def _text(lines: Sequence[str]) -> _Text:
    heads = [head(line) for line in lines]
    keys = [key_of(line, one) if one else "" for line, one in zip(lines, heads, strict=True)]
    marked = sum(one is not None and bool(one.bracket) and not one.bare for one in heads) >= _FEWEST
    dashed = sum(one is not None and one.close == "dash" for one in heads) >= _FEWEST
    bare = [(one, key) for one, key in zip(heads, keys, strict=True) if one and one.close == "bare"]
    ends = (words.split()[-1] for one, key in bare for words in (key, one.bracket.casefold()))
    listed = frozenset(ends) if len(bare) >= _FEWEST else frozenset()
    return _Text(
        lines, heads, keys, Counter(filter(None, keys)), marked, dashed, _shouted(heads, keys), listed
    )


def _shouted(heads: Sequence[LabelHead | None], keys: Sequence[str]) -> frozenset[str]:
    """The full names with a known given name that stand in capitals before a colon, if there are several."""
    given = lexicon.persons.given_names()
    pairs = zip(heads, keys, strict=True)
    named = {key for one, key in pairs if one and one.capitals and one.close == "colon" and " " in key}
    found = frozenset(key for key in named if key.split()[0] in given)
    return found if len(found) >= _FEWEST else frozenset()


def _is_council(text: _Text, found: Sequence[SpeakerLabel | None]) -> bool:
    """Whether those who speak stand for states: "Mr. Olde (Norway)"."""
    pairs = zip(text.heads, found, strict=True)
    states = {one.bracket for one, label in pairs if one and label and gazetteer.lookup(one.bracket)}
    return len(states) >= _FEWEST


def _is_talk(lines: Sequence[str], found: Sequence[SpeakerLabel | None], keys: Sequence[str]) -> bool:
    """Whether labels make a talk: two voices or a question, and words that end as sentences do.

    One voice alone under one heading is a list ("Update: ...", "Update: ...").
    """
    told = [(one, line, key) for one, line, key in zip(found, lines, keys, strict=True) if one]
    ended = sum(one.words >= len(line.rstrip()) or ends_sentence(line) for one, line, _ in told)
    speakers = {key for one, _, key in told if one.kind == "speaker"}
    others = {one.kind for one, _, _ in told if one.kind in ("question", "answer")}
    if len(told) < _FEWEST or ended < _TOLD_SHARE * len(told) or not (speakers or others):
        return False
    return len(speakers) + len(others) >= _FEWEST or any(map(is_titled, speakers)) or bool(others)


def _is_lone(text: _Text, found: Sequence[SpeakerLabel | None]) -> bool:
    """Whether the one label of a text is a name in capitals with a title, before words in the first person:
    what a member adds to a record, remarks without questions."""
    told = [n for n, one in enumerate(found) if one]
    if len(told) != 1:
        return False
    one, line = text.heads[told[0]], text.lines[told[0]]
    if one is None or one.bare or not one.capitals or not is_titled(text.keys[told[0]]):
        return False
    named = not is_titled(text.keys[told[0]].split()[-1])
    words = line[one.words :]
    return named and ends_sentence(line) and words.count(" ") >= _LONE_WORDS and speaks(words)


def _kind(key: str) -> LabelKind:
    kinds: dict[str, LabelKind] = {"question": "question", "answer": "answer", "procedure": "procedure"}
    return kinds.get(listed_kind(key) or "", "speaker")


def _is_strong(text: _Text, n: int) -> bool:
    """Whether a head is a label by itself: a title or office, brackets (`marked`: other heads have them too),
    a running time before it, or the same words again."""
    one, key, line = text.heads[n], text.keys[n], text.lines[n]
    kind = listed_kind(key)
    if one is None or kind == "field":
        return False
    name = line[one.start : one.end]
    if one.close == "alone":
        return _is_alone(text, n, name)
    if kind is not None:
        return True
    if one.close == "bare":
        return is_titled(name) or text.often[key] > 1
    if one.close == "dash":
        return text.dashed
    if one.close == "side":
        return text.often[key] > 1 or is_titled(line[one.end : one.last])
    if is_titled(name):
        return len(name.split()) > 1 or text.often[key] > 1
    if one.bracket:
        return one.capitals or text.marked or _is_body(one.bracket)
    if text.often[key] < _FEWEST and not is_timed(line) and key not in text.shouted:
        return False
    return one.capitals or (len(name.split()) <= 4 and ends_sentence(line) and gazetteer.lookup(name) is None)


def _is_alone(text: _Text, n: int, name: str) -> bool:
    """Whether a line that is nothing but a name opens a turn: in a sitting whose members stand on such lines,
    with a running time, or where a person's name comes back before other paragraphs."""
    words = text.keys[n].split()
    if n + 1 < len(text.lines) and is_shouted_office(text.lines[n]):
        return ends_sentence(text.lines[n + 1])
    if len(words) > _LONGEST_NAME or n + 1 == len(text.lines):
        return False
    if text.listed:
        return words[-1] in text.listed or is_presiding(text.keys[n])
    if is_timed(text.lines[n]):
        return True
    person = len(words) > 1 and (words[0] in lexicon.persons.given_names() or _is_title(words[0]))
    return person and text.often[text.keys[n]] >= _FEWEST and ends_sentence(text.lines[n + 1])


def _is_title(word: str) -> bool:
    return word.rstrip(".") in lexicon.persons.titles()


def _with_alike(text: _Text, strong: Sequence[bool]) -> Sequence[bool]:
    """With the heads of the style of the sure ones that may be names, too."""
    sure = [one for one, yes in zip(text.heads, strong, strict=True) if one and yes]
    if len(sure) < _FEWEST:
        return [yes or (bool(sure) and _is_told_of(text, n)) for n, yes in enumerate(strong)]
    styles = {(one.capitals, one.close == "bare") for one in sure}
    return [
        yes or (one is not None and (one.capitals, one.close == "bare") in styles and _may_name(text, n))
        for n, (one, yes) in enumerate(zip(text.heads, strong, strict=True))
    ]


def _last_part(line: str) -> str:
    return SIDE_DASH.split(line.strip())[-1].casefold()


def _is_told_of(text: _Text, n: int) -> bool:
    """Whether a head is a name that other lines hold behind a word of its own: "TVEIT:" or "Tveit:" beside
    "Minister Tveit"."""
    one = text.heads[n]
    if one is None or one.close != "colon" or not _may_name(text, n):
        return False
    words = text.lines[n][one.start : one.end]
    name = re.compile(rf"\b[A-Z][\w’.-]* {re.escape(words.title() if one.capitals else words)}\b")
    return any(name.search(line) for at, line in enumerate(text.lines) if at != n)


def _is_body(bracket: str) -> bool:
    """Whether the brackets hold a state, an office or a party: "(Norway)", "(Minister of Fisheries)"."""
    words = [word.strip(".,").casefold() for word in bracket.split()]
    return gazetteer.lookup(bracket) is not None or is_titled(bracket) or any(w in _BODIES for w in words)


def _may_name(text: _Text, n: int) -> bool:
    """Whether a head among others of its style may be a name: no field, no more than five words."""
    one, key = text.heads[n], text.keys[n]
    if one is None or one.close in ("alone", "side"):
        return False
    known = listed_kind(key) is not None or gazetteer.lookup(key) is not None
    told = ends_sentence(text.lines[n]) or one.close == "bare"
    return not known and len(key.split()) <= _LONGEST_NAME and told
