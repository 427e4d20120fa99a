"""Whose words a text is, by the names in its title and at its head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen import lexicon
from briefgen.annotate.turns.persons import behind, has_title, is_person, names, right_behind
from briefgen.english.coordination import coordinated
from briefgen.english.mention import Mention
from briefgen.english.offices import phrase_end
from briefgen.english.passages import Passage, analyse
from briefgen.english.publishers import is_body
from briefgen.model import CITABLE, Document, Span

_BY = frozenset({"by", "of", "from"})
_WITH = frozenset({"with", "to", "asked", "asks", "meets", "met"})
"""Words before whoever is interviewed ("Interview with", "speaks to")."""
_TITLES = lexicon.persons.titles()
_HEAD = 4
"""Blocks at the head of a speech in which a line may name its speaker."""
_HEAD_WORDS = 24
_DECLARES = ("statement on ", "statement regarding ", "press statement on ")
_FIRST = 3
"""Blocks in which a joint statement says whose it is."""


def speaker(document: Document, where: Sequence[int]) -> Span | None:
    """Who gives a speech: a person behind "by" in the title, its owner, or in a line at its head; else the
    state or body that the title names."""
    if document.meta.genre.rule == "head" and (signed := _in_sign(document)):
        return signed
    title = _title(document)
    found = None if title is None else behind(title, _BY) or _owner(title) or _titled(title)
    if title is not None and found is not None and is_person(title, found):
        return _span(document, title, found)
    for passage in (analyse(document, i, ()) for i in where[:_HEAD]):
        if len(passage.tokens) <= _HEAD_WORDS and (named := behind(passage, _BY) or _titled(passage)):
            return _span(document, passage, named)
    if (house := _house(document)) is not None:
        return house
    found = found or (right_behind(title, _BY) if title else None)
    return _span(document, title, found) if title and found else author(document)


def _in_sign(document: Document) -> Span | None:
    """The person whom the line names that says what the text is: "Testimony of Dr. Olde"."""
    sign = document.meta.genre.evidence
    block = next((i for i, one in enumerate(document.blocks) if sign and one.span.contains(sign)), None)
    passage = None if block is None else analyse(document, block, ())
    found = None if passage is None else behind(passage, _BY)
    return _span(document, passage, found) if passage is not None and found is not None else None


def _house(document: Document) -> Span | None:
    """The body whose name stands over a line that says "Statement on ...": its publisher, or the title."""
    sign = document.meta.genre.evidence
    if sign is None or not document.text(sign).casefold().startswith(_DECLARES):
        return None
    publisher, title = document.meta.publisher, document.meta.title
    if publisher is not None and publisher.span is not None:
        return publisher.span
    named = title is not None and title.span is not None and is_body(title.value)
    return title.span if named and title is not None else None


def holder(document: Document) -> Span | None:
    """Who holds a press conference: the person behind "by" in its title."""
    title = _title(document)
    found = behind(title, _BY) if title is not None else None
    return _span(document, title, found) if title is not None and found is not None else None


def author(document: Document) -> Span | None:
    """The writer whom the document names, else for an editorial its publisher."""
    meta = document.meta
    fact = meta.author or (meta.publisher if meta.genre.value == "opinion" else None)
    return fact.span if fact else _noted(document)


def _noted(document: Document) -> Span | None:
    """The writer whom the last paragraph tells of, where his name is a line of its own at the head."""
    citable = [block for block in document.blocks if block.label in CITABLE]
    if len(citable) < _FIRST:
        return None
    lines = {
        " ".join(document.text(block.span).strip("*_ ").split()): block.span for block in citable[:_HEAD]
    }
    last = document.text(citable[-1].span).lstrip("*_ ")
    named = (
        line
        for line in lines
        if " " in line and last.startswith((f"{line} is ", f"{line} was ", f"{line}, "))
    )
    return next((lines[line] for line in named), None)


def parties(document: Document, where: Sequence[int]) -> Span | None:
    """For whom a joint statement speaks: "We, the leaders of ...", the joint subject of its first
    sentences, or those in its title."""
    passages = [analyse(document, i, ()) for i in where[:_FIRST]]
    for passage in passages:
        if (span := _we_the(document, passage)) is not None:
            return span
    for passage in passages:
        if (span := _holders(document, passage)) or (span := _joint(document, passage, before=frozenset())):
            return span
    title = _title(document)
    if title is None:
        return None
    span = _offices(document, title) or _joint(document, title, before=frozenset({*_BY, "between"}))
    found = right_behind(title, _BY - {"of"}) or _owner(title)
    return span or (_span(document, title, found) if found else None)


def interviewed(document: Document, head: Sequence[int]) -> Span | None:
    """Who answers in an interview: named behind "with" at its head, else the one person with an office."""
    passages = [analyse(document, i, ()) for i in head]
    for passage in passages:
        if (found := behind(passage, _WITH)) is not None:
            return _span(document, passage, found)
    persons = [(p, m) for p in passages for m in names(p) if _is_shown(p, m) and not _is_by(p, m)]
    surnames = {p.tokens[m.last].low for p, m in persons}
    return _span(document, *persons[0]) if len(surnames) == 1 else None


def vocative(document: Document, block: int, at: int) -> Span | None:
    """How a question, from `at` on, addresses whoever is asked: "Minister, why ...", "Ms. Olde, will"."""
    tokens = [token for token in analyse(document, block, ()).tokens if token.start >= at]
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


def _owner(passage: Passage) -> Mention | None:
    """ "Minister Olde's speech"."""
    return next((m for m in passage.mentions if m.owner and m.kind != "possessive"), None)


def _titled(passage: Passage) -> Mention | None:
    """The only person with a title or a known given name."""
    found = [m for m in names(passage) if is_person(passage, m) and not _is_by(passage, m)]
    return found[0] if len(found) == 1 else None


def _is_shown(passage: Passage, mention: Mention) -> bool:
    """Whether the head of an interview introduces somebody: with an office, or by what he is."""
    after = passage.tokens[mention.last + 1 : mention.last + 2]
    several = mention.last > mention.first and mention.head == mention.first
    told = bool(after) and after[0].low in ("is", "was", "has", "had")
    return has_title(passage, mention) or (several and told and is_person(passage, mention))


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
    led = own is not None and all(token.text == "," for token in tokens[we + 1 : own.head])
    if own is None or not led:
        return None
    end = max(
        phrase_end(passage, own), passage.full_extent(mentions[_members(passage, mentions.index(own))[-1]])[1]
    )
    for index, mention in enumerate(mentions):
        if mention.kind == "name" and mention.head > own.last and tokens[mention.head - 1].low in _BY:
            last = mentions[coordinated(tokens, mentions, index)[-1]]
            return document.source.span(tokens[own.head].start, max(end, tokens[last.last].end))
    return document.source.span(tokens[own.head].start, end)


def _offices(document: Document, title: Passage) -> Span | None:
    """Several by their offices behind "by": "by the President of the Commission and the Prime Minister of X",
    "from the leaders of the North"."""
    for mention in title.mentions:
        led = mention.head > 0 and title.tokens[mention.head - 1].low in (*_BY, "between")
        if mention.kind != "description" or mention.modifier or not led:
            continue
        if (span := _several(document, title, mention)) is not None:
            return span
    return None


def _holders(document: Document, passage: Passage) -> Span | None:
    """Several by their offices as the first words: "The health ministers of Norway and Iceland met"."""
    first = next((m for m in passage.mentions if not m.modifier), None)
    if (
        first is None
        or first.kind != "description"
        or any(t.tag == "W" for t in passage.tokens[: first.head])
    ):
        return None
    return _several(document, passage, first)


def _several(document: Document, passage: Passage, mention: Mention) -> Span | None:
    """The words of a description with what hangs on it, where it is of several offices."""
    span = document.source.span(passage.tokens[mention.head].start, phrase_end(passage, mention))
    words = document.text(span)
    office, of, _ = words.partition(" of ")
    return span if of and (office.endswith("s") or " and " in words) else None


def _joint(document: Document, passage: Passage, before: frozenset[str]) -> Span | None:
    """The first list of names joined by "and"; in running text it must be no object of a preposition."""
    tokens = passage.tokens
    governed: set[int] = set()
    for index, mention in enumerate(passage.mentions):
        if mention.kind != "name" or mention.modifier or index in governed:
            continue
        members = _members(passage, index)
        first = passage.mentions[members[0]]
        led = tokens[first.head - 1] if first.head else None
        if led is not None and led.tag == "PREP" and led.low not in before:
            governed.update(
                members
            )  # "the ministers of Norway, Iceland and Denmark": nor are the others free
        elif len(members) > 1:
            last = passage.mentions[_with_state(passage, members[-1])].last
            return document.source.span(tokens[first.head].start, tokens[last].end)
    return None


def _with_state(passage: Passage, index: int) -> int:
    """The name behind "of" of one that has a title ("President Brandt of Kenya"), else the mention itself."""
    tokens, mention = passage.tokens, passage.mentions[index]
    if (
        mention.last + 1 >= len(tokens)
        or tokens[mention.last + 1].low != "of"
        or not has_title(passage, mention)
    ):
        return index
    near = (n for n, m in enumerate(passage.mentions) if m.head == mention.last + 2 and m.kind == "name")
    return next((n for n in near if not passage.mentions[n].modifier), index)


def _members(passage: Passage, index: int) -> Sequence[int]:
    """The mentions joined with one, each of which may have its state behind "of": "President A of X and
    Prime Minister B of Y"."""
    members = coordinated(passage.tokens, passage.mentions, index)
    at = members[-1]
    if len(members) > 1 or not has_title(passage, passage.mentions[at]):
        return members
    heads = {m.head: n for n, m in enumerate(passage.mentions) if m.kind == "name" and not m.modifier}
    found = [at]
    while (following := _next_titled(passage, heads, found[-1])) is not None:
        found.append(following)
    return found


def _next_titled(passage: Passage, heads: Mapping[int, int], index: int) -> int | None:
    """The next of them, behind "of X" and a comma or "and"."""
    tokens = passage.tokens
    start = end = passage.mentions[_with_state(passage, index)].last + 1
    while end < len(tokens) and (tokens[end].text == "," or tokens[end].low == "and"):
        end += 1
    if end == start or end not in heads:
        return None
    return heads[end] if has_title(passage, passage.mentions[heads[end]]) else None
