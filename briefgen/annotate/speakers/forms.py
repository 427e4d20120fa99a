"""The forms of names that a document has, each with the titles, offices and kin that stand with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from briefgen import lexicon
from briefgen.annotate.speakers.roles import Role, roles, tokens_of
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english import gazetteer
from briefgen.english.persons import Bearers, Met

_CALLED = (
    lexicon.persons.titles() | frozenset(lexicon.persons.kin()) | frozenset(lexicon.persons.title_genders())
)
_MOST_NAMES = 2  # words of a heading that may be somebody's given name and surname
LONGEST_INITIALS = 4
"""Letters of what stands for a name in minutes: "LH reported"."""
_KIN_REACH = 5
"""Tokens before a name in which "his daughter" stands, with a title between."""


def all_met(scene: Scene) -> dict[int, Met]:
    """The form of every name. Words of a heading that begin with a name of the text are that one ("Anna Lee
    Rips Karl Dahl"); those that only end in one are no name ("Fishers Rip Karl Dahl")."""
    found = {ref.index: _met(scene, ref) for ref in scene.refs if ref.mention.kind == "name"}
    short = {ref.words: full for ref in scene.refs if (full := _shortened(scene, ref, found))}
    for index, form in found.items() if short else ():
        if form.words in short:
            found[index] = form._replace(words=short[form.words])
    heading = frozenset(index for index in found if scene.headings[scene.refs[index].passage])
    known = frozenset(form.words for index, form in found.items() if index not in heading)
    for index in heading:
        words = found[index].words
        if words in known or len(words) <= _MOST_NAMES:
            continue
        parts = ((words[:at], words[at:]) for at in range(len(words) - 1, 0, -1))
        # "Anna Lee" of a title is whole where the text has "Anna" and "President Lee".
        begins = next((first for first, rest in parts if first in known and rest not in known), None)
        if begins:
            found[index] = found[index]._replace(words=begins)
        elif any(words[at:] in known for at in range(1, len(words))):
            del found[index]
    return found


def _shortened(scene: Scene, ref: Ref, found: Mapping[int, Met]) -> tuple[str, ...]:
    """The name before brackets that open with its initials: "Mary Olde (MO, chair)"; () for other words."""
    tokens, at = scene.passages[ref.passage].tokens, ref.mention.head
    word = scene.text[ref.start : ref.end]
    if ref.index not in found or not (word.isupper() and word.isalpha() and len(word) <= LONGEST_INITIALS):
        return ()
    if at < 2 or tokens[at - 1].text[-1] != "(":
        return ()
    near = (one for one in scene.of_passage(ref.passage) if one.mention.last == at - 2)
    full = next((found[one.index].words for one in near if one.index in found), ())
    return full if len(full) > 1 and initials(full) == ref.words[0] else ()


def initials(words: Sequence[str]) -> str:
    """The first letters of the words of a name."""
    return "".join(word[0] for word in words)


def _met(scene: Scene, ref: Ref) -> Met:
    """A form of a name with the words of title, apposition and description that stand with it there."""
    called = {word.strip(".") for role in roles(scene, [ref]) for word in _office(scene, role)}
    called |= {word.strip(".") for word in title_words(scene, ref)}
    if kin := _kin(scene, ref):
        called.add(kin)
    return Met(tuple(w.strip(".") for w in ref.words), frozenset(called & _CALLED))


def _office(scene: Scene, role: Role) -> Iterator[str]:
    """The words of a role before its "of" or "for"."""
    return (token.low for token in takewhile(lambda token: token.tag != "PREP", tokens_of(scene, role)))


def _kin(scene: Scene, ref: Ref) -> str:
    """The noun for a relative that a name stands behind: "his daughter Anna Lee", "my wife, Dr. Anna Lee"."""
    tokens = scene.passages[ref.passage].tokens
    before = [t for t in tokens[max(ref.mention.first - _KIN_REACH, 0) : ref.mention.first] if t.text != ","]
    owned = (noun.low for owner, noun in pairwise(before) if owner.tag in ("POSS", "S"))
    return next((noun for noun in owned if noun in lexicon.persons.kin()), "")


def title_words(scene: Scene, ref: Ref) -> list[str]:
    """The words of the title right before a name, in lower case."""
    tokens = scene.passages[ref.passage].tokens
    return [t.low for t in tokens[ref.mention.head : ref.mention.first]]


def nearest(bearers: Bearers, form: Met, ref: Ref, latest: dict[int, int], index: int | None) -> int | None:
    """Of several who share a surname it is the one who is named in full with an office in its paragraph or
    the one before, where no other is; `latest` is kept up: the paragraphs in which each was so named."""
    if form.offices and index is not None and len(form.words) > 1:
        latest[index] = ref.passage
    near = [i for i in bearers.namesakes(form) if ref.passage - latest.get(i, -2) <= 1]
    if len(near) != 1:
        return index
    latest[near[0]] = ref.passage
    return near[0]


def is_adjective(scene: Scene, ref: Ref) -> bool:
    """Whether a name is a state's adjective before a noun: "Russian hackers"."""
    tokens, behind = scene.passages[ref.passage].tokens, ref.mention.last + 1
    if ref.mention.kind != "name" or behind >= len(tokens) or tokens[behind].tag not in ("W", "ROLE"):
        return False
    entry = gazetteer.lookup(scene.text[ref.start : ref.end])
    return entry is not None and entry.adjective


def opens_sentence(scene: Scene, ref: Ref) -> bool:
    """Whether a single word of a name opens a sentence or a heading, where a capital says nothing."""
    passage, first = scene.passages[ref.passage], ref.mention.first
    alone = ref.mention.kind == "name" and first == ref.mention.last
    return alone and (first == 0 or passage.sentence[first - 1] != passage.sentence[first])
