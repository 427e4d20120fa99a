"""Whose words a text is, by the names in its title and at its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import lexicon
from briefgen.english.coordination import coordinated
from briefgen.english.mention import Mention
from briefgen.english.offices import phrase_end
from briefgen.english.passages import Passage, analyse
from briefgen.model import Document, Span

_BY = frozenset({"by", "of", "from"})
_WITH = frozenset({"with", "to", "asked", "asks", "meets", "met"})
"""Words before whoever is interviewed ("Interview with", "speaks to")."""
_GIVEN = lexicon.persons.given_names()
_TITLES = lexicon.persons.titles()
_HEAD = 4
"""Blocks at the head of a speech in which a line may name its speaker."""
_HEAD_WORDS = 24
_FIRST = 3
"""Blocks in which a joint statement says whose it is."""
_REACH = 3
"""Tokens between "with" and a name: its title."""


def speaker(document: Document, where: Sequence[int]) -> Span | None:
    """Who gives a speech: named behind "by" in the title, as its owner, or in a line at its head."""
    title = _title(document)
    if title is not None:
        found = _behind(title, _BY) or _owner(title) or _titled(title)
        if found is not None:
            return _span(document, title, found)
    for passage in (analyse(document, i, ()) for i in where[:_HEAD]):
        if len(passage.tokens) <= _HEAD_WORDS and (found := _titled(passage)):
            return _span(document, passage, found)
    return author(document)


def author(document: Document) -> Span | None:
    """The writer whom the document names, else for an editorial its publisher."""
    meta = document.meta
    fact = meta.author or (meta.publisher if meta.genre.value == "opinion" else None)
    return fact.span if fact else None


def parties(document: Document, where: Sequence[int]) -> Span | None:
    """For whom a joint statement speaks: "We, the leaders of ...", the joint subject of its first
    sentences, or those in its title."""
    passages = [analyse(document, i, ()) for i in where[:_FIRST]]
    for passage in passages:
        if (span := _we_the(document, passage)) is not None:
            return span
    for passage in passages:
        if (span := _joint(document, passage, before=frozenset())) is not None:
            return span
    title = _title(document)
    if title is None:
        return None
    span = _joint(document, title, before=frozenset({"between", "by", "from", "of"}))
    found = _behind(title, _BY - {"of"}) or _owner(title)
    return span or (_span(document, title, found) if found else None)


def interviewed(document: Document, head: Sequence[int]) -> Span | None:
    """Who answers in an interview: named behind "with" at its head, else the one person with an office."""
    passages = [analyse(document, i, ()) for i in head]
    for passage in passages:
        if (found := _behind(passage, _WITH)) is not None and _is_person(passage, found):
            return _span(document, passage, found)
    persons = [(p, m) for p in passages for m in _names(p) if _has_title(p, m) and not _is_by(p, m)]
    surnames = {p.tokens[m.last].low for p, m in persons}
    return _span(document, *persons[0]) if len(surnames) == 1 else None


def vocative(document: Document, block: int) -> Span | None:
    """How a question addresses whoever is asked: "Minister, why ...", "Ms. Olde, will ..."."""
    passage = analyse(document, block, ())
    tokens = passage.tokens
    start = next((n for n, token in enumerate(tokens) if token.tag != "MARK"), 0)
    comma = next((n for n in range(start, min(start + 5, len(tokens))) if tokens[n].text == ","), start)
    words = tokens[start:comma]
    if not words or not all(token.text[0].isupper() for token in words):
        return None
    titled = any(token.low.rstrip(".") in _TITLES for token in words)
    return document.source.span(words[0].start, words[-1].end) if titled else None


def _title(document: Document) -> Passage | None:
    found = (i for i, block in enumerate(document.blocks) if block.label == "headline")
    index = next(found, None)
    return None if index is None else analyse(document, index, ())


def _names(passage: Passage) -> Iterator[Mention]:
    return (m for m in passage.mentions if m.kind == "name" and not m.modifier)


def _behind(passage: Passage, words: frozenset[str]) -> Mention | None:
    """The first name behind one of the words; a few words of a title may stand between."""
    for mention in _names(passage):
        before = passage.tokens[max(mention.head - _REACH, 0) : mention.head]
        if any(token.low in words for token in before[-1:]):
            return mention
    return None


def _owner(passage: Passage) -> Mention | None:
    """ "Minister Olde's speech"."""
    return next((m for m in passage.mentions if m.owner and m.kind != "possessive"), None)


def _titled(passage: Passage) -> Mention | None:
    """The only person with a title or a known given name."""
    found = [m for m in _names(passage) if _is_person(passage, m) and not _is_by(passage, m)]
    return found[0] if len(found) == 1 else None


def _is_person(passage: Passage, mention: Mention) -> bool:
    several = mention.last > mention.first
    return _has_title(passage, mention) or (several and passage.tokens[mention.first].low in _GIVEN)


def _has_title(passage: Passage, mention: Mention) -> bool:
    before = passage.tokens[mention.head : mention.first]
    behind = passage.tokens[mention.last + 1 : mention.last + 4]
    apposed = len(behind) > 1 and behind[0].text == "," and any(token.tag == "ROLE" for token in behind[1:])
    return any(token.low in _TITLES for token in before) or apposed


def _is_by(passage: Passage, mention: Mention) -> bool:
    """Whether the name is a writer's: "By Jan Berg", "Interview: Jan Berg"."""
    before = passage.tokens[mention.head - 1].low if mention.head else ""
    return before in ("by", ":")


def _span(document: Document, passage: Passage, mention: Mention) -> Span:
    low, high = passage.full_extent(mention)
    return document.source.span(low, high)


def _we_the(document: Document, passage: Passage) -> Span | None:
    """What "we" are: from the noun to the last name of the list that hangs on it; "1." may stand before."""
    mentions, tokens = passage.mentions, passage.tokens
    we = next((n for n, token in enumerate(tokens) if token.tag not in ("MARK", "NUM")), len(tokens))
    if we == len(tokens) or tokens[we].low != "we":
        return None
    own = next((m for m in mentions if m.kind != "pronoun" and not m.modifier), None)
    if own is None or own.head > we + 3:
        return None
    end = phrase_end(passage, own)
    for index, mention in enumerate(mentions):
        if mention.kind == "name" and mention.head > own.last and tokens[mention.head - 1].low in _BY:
            last = mentions[coordinated(tokens, mentions, index)[-1]]
            return document.source.span(tokens[own.head].start, max(end, tokens[last.last].end))
    return document.source.span(tokens[own.head].start, end)


def _joint(document: Document, passage: Passage, before: frozenset[str]) -> Span | None:
    """The first list of names joined by "and"; in running text it must be no object of a preposition."""
    mentions, tokens = passage.mentions, passage.tokens
    for index, mention in enumerate(mentions):
        if mention.kind != "name" or mention.modifier:
            continue
        members = coordinated(tokens, mentions, index)
        first = mentions[members[0]]
        led = tokens[first.head - 1] if first.head else None
        free = led is None or led.tag != "PREP" or led.low in before
        if len(members) > 1 and free:
            return document.source.span(tokens[first.head].start, tokens[mentions[members[-1]].last].end)
    return None
