"""Offices in a passage: the title before a name, the apposition behind it, the description before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import lexicon
from briefgen.english.climbing import opens_statement
from briefgen.english.coordination import coordinated
from briefgen.english.mention import Mention
from briefgen.english.passages import Passage
from briefgen.english.tags import Tagged

TokenRange = tuple[int, int]
"""First and last token of a passage, both included."""

_CALLINGS = lexicon.persons.callings()
_OFFICES = lexicon.persons.offices()
_TITLES = lexicon.persons.titles()
_COURTESY = lexicon.persons.courtesies()
_SPOKES = frozenset(noun for noun in lexicon.persons.roles() if noun.startswith("spokes"))
_OPENS = frozenset({"DET", "POSS", "CAP", "ROLE", "W", "NUM"})
_BREAKS = frozenset({"AUX", "CUE", "VERB", "REL", "PRO", "QUOTE"})
_FIELD = frozenset({"W", "CAP", "ROLE", "DET", "CONJ", "S"})
_OF = frozenset({"of", "for", "to", "at", "in", "on"})
_ADJECTIVES = lexicon.persons.adjectives()
_GREETING = frozenset({"thank", "welcome", "congratulate", "greet", "meet", "join", "tell", "ask"})
"""What is done to somebody with a title, where the tagger takes it for a word of the title."""
_THEM = frozenset({"them", "us", "these", "those"})
_LONGEST = 18  # tokens of an apposition
_MOST_SHARING = 4  # persons behind one title in the plural
_NOUN_BY = 8  # tokens within which its role noun must stand


def given(passage: Passage, mention: Mention) -> Iterator[TokenRange]:
    """What the passage calls the one whom `mention` names, there: title, then apposition behind, then
    description before, then brackets."""
    for find in (_title, _behind, _before, _in_brackets):
        found = find(passage, mention)
        if found is not None:
            yield found


def _title(passage: Passage, mention: Mention) -> TokenRange | None:
    first, last = mention.head, mention.first - 1
    tokens = passage.tokens
    if first <= last and tokens[first].tag == "DET":
        first += 1
    if first < last and _is_verb(tokens, first):
        first += 1
    if first <= last and tokens[last].tag == "S":
        return None  # "Secretary Lee's Call", "the union's Anna Dahl": whose it is
    while first <= last and tokens[last].tag == "MARK":
        last -= 1
    named = [t.low for t in tokens[first : last + 1] if _is_role(t)]
    own = named and any(w not in _COURTESY for w in named)
    return (_field_before(tokens, first), last) if own else _shared_title(passage, mention)


def _field_before(tokens: Sequence[Tagged], first: int) -> int:
    """Where a title begins whose field has an "and": "Health and Human Services Secretary"."""
    if first < 2 or tokens[first - 1].low != "and":
        return first
    before = tokens[first - 2]
    return first - 2 if before.tag == "CAP" and before.low in lexicon.persons.office_words() else first


def _shared_title(passage: Passage, mention: Mention) -> TokenRange | None:
    """The title of several before the first of them: "Co-chairs Anna Lee and Karl Dahl" are both co-chair."""
    tokens, head = passage.tokens, mention.head
    for _ in range(_MOST_SHARING):
        if head < 2 or head != mention.first or tokens[head - 1].low not in ("and", "&", ","):
            return None
        comma = tokens[head - 1].text != "," and tokens[head - 2].text == ","
        near = passage.mentions_between(head - 2 - comma, head - 1 - comma)
        before = next((m for m in near if m.kind == "name" and not m.modifier and not m.owner), None)
        if before is None:
            return None
        title = tokens[before.first - 1]
        if before.head < before.first:
            several = title.low.endswith("s") and title.low in _TITLES
            return _title(passage, before) if several else None
        head, mention = before.head, before
    return None


def _is_verb(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether the word before a title is what is done to its bearer: "to welcome President Lee"."""
    token = tokens[at]
    if _is_role(token) or token.low in _ADJECTIVES:
        return False
    infinitive = at > 0 and tokens[at - 1].low == "to" and token.text.islower()
    return infinitive or token.low in _GREETING


def _is_role(token: Tagged) -> bool:
    return token.tag == "ROLE" or token.low in _CALLINGS


def _behind(passage: Passage, mention: Mention) -> TokenRange | None:
    """Apposition behind the name: "Lee, the minister for trade, said"."""
    comma = mention.last + 1
    tokens = passage.tokens
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].tag not in _OPENS:
        return None
    end = _apposition_end(passage, comma + 1) or _unclosed_end(passage, mention)
    if end is None or not any(_is_role(t) for t in tokens[comma + 1 : min(end, comma + 1 + _NOUN_BY)]):
        return None
    return None if _names_another(passage, comma + 1, end) else (comma + 1, end - 1)


def _apposition_end(passage: Passage, first: int) -> int | None:
    """Index behind the apposition (a mark or the end of the sentence); None when a verb comes first."""
    tokens = passage.tokens
    for at in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[at]
        if token.tag in _BREAKS or passage.sentence[at] != passage.sentence[first]:
            return None
        if token.text[0] in ",;:.!?)–—":
            return at if at > first else None
    return len(tokens) if first + _LONGEST >= len(tokens) else None


def _unclosed_end(passage: Passage, mention: Mention) -> int | None:
    """Index of the verb of saying right behind an apposition that no comma closes."""
    first = mention.last + 2
    if not opens_statement(passage.tokens, passage.sentence, mention):
        return None
    for other in passage.mentions_between(first, first + _LONGEST):
        end = other.last + 1
        if other.head == first and other.kind == "description" and end < len(passage.tokens):
            return end if passage.tokens[end].tag == "CUE" else None
    return None


def _names_another(passage: Passage, first: int, end: int) -> bool:
    """A list of people looks like an apposition: "Lee, Minister Kim and ...".

    What ends in the noun of an office is none of them: "Lee, the U.S. Defense Minister,".
    """
    for mention in passage.mentions_between(first, end + _LONGEST):
        if _is_title_of(passage, mention):
            continue
        whole = mention.kind == "name" and not mention.modifier and not mention.owner
        if whole and mention.head == first and passage.tokens[mention.last].low not in _OFFICES:
            return True
        titled = any(t.low in _TITLES for t in passage.tokens[mention.head : mention.first])
        if mention.kind == "name" and titled and first <= mention.head < end:
            return True
    return any(t.low in ("and", "or") for t in passage.tokens[end : end + 2])


def _is_title_of(passage: Passage, mention: Mention) -> bool:
    """ "Minister of Fisheries", "President of the Water Authority": an office with its field names nobody."""
    tokens, first = passage.tokens, mention.first
    if mention.head < first:
        return "of" in (tokens[first].low, tokens[first - 1].low)
    of = next((at for at in range(first + 1, mention.last) if tokens[at].low == "of"), first)
    return of > first and tokens[of - 1].low in _TITLES  # "Executive Director of the Growers' Council"


def _before(passage: Passage, mention: Mention) -> TokenRange | None:
    """Description before the name, between commas: "the bloc’s top diplomat, Lee, said"."""
    tokens = passage.tokens
    comma = mention.head - 1
    behind = mention.last + 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    described = _description_up_to(passage, comma)
    if described is None:
        return None
    several = tokens[described.last].low.endswith("s")
    after = tokens[behind].low if behind < len(tokens) else "."  # a title ends without a stop
    shared = several and after == "and"  # "the two presidents, Lee and Kim"
    counted = tokens[described.head].tag == "QNT"
    closed = shared or (after in (",", ".", ":") and not counted)
    return (_with_owner(passage, described.head), comma - 1) if closed else None


def _in_brackets(passage: Passage, mention: Mention) -> TokenRange | None:
    """The office in brackets behind a name, up to a comma: "Anna Lee (Director of Finance)"."""
    tokens, first = passage.tokens, mention.last + 2
    if mention.kind != "name" or first >= len(tokens) or tokens[first - 1].text != "(":
        return None
    last = next(
        (at for at in range(first, min(first + _NOUN_BY, len(tokens))) if tokens[at].tag == "MARK"), first
    )
    named = last > first and tokens[last].text[0] in "),"
    office = any(_is_role(t) and t.low not in lexicon.names.institutions() for t in tokens[first:last])
    return (first, last - 1) if named and office else None


def _with_owner(passage: Passage, head: int) -> int:
    """Where a phrase begins with the one whom it belongs to: "the EU’s two presidents"."""
    if head < 2 or passage.tokens[head - 1].tag != "S":
        return head
    return next((m.head for m in passage.mentions_between(head - 2, head - 1)), head)


def _description_up_to(passage: Passage, comma: int) -> Mention | None:
    """The description right before a comma, or else the one whose "of" or "for" goes up to it."""
    tokens = passage.tokens
    near = passage.mentions_between(max(comma - _LONGEST, 0), comma)
    found = [m for m in near if m.kind == "description"]
    near_comma = found[-1] if found and found[-1].last == comma - 1 else None
    hangs = near_comma is not None and near_comma.head > 0 and tokens[near_comma.head - 1].tag == "PREP"
    if near_comma is not None and not hangs:
        return near_comma if _is_person(tokens[_noun_of(tokens, near_comma)]) else None
    longer = (m for m in found if _is_role(tokens[m.last]) or tokens[m.last].low in _OFFICES)
    return next((m for m in longer if _is_field(tokens[m.last + 1 : comma])), near_comma)


def _noun_of(tokens: Sequence[Tagged], mention: Mention) -> int:
    """Index of the noun of a description: "Mayor" in "Mayor of Oslo"."""
    inside = range(mention.first + 1, mention.last)
    return next((at - 1 for at in inside if tokens[at].low in ("of", "for")), mention.last)


def _is_person(noun: Tagged) -> bool:
    """Whether a noun can be what somebody is: "the sculptor", and not "the discovery"."""
    return _is_role(noun) or noun.low in _OFFICES or lexicon.persons.is_agent(noun.low)


def _is_field(tokens: Sequence[Tagged]) -> bool:
    """Whether words behind the noun of an office name its field: "for foreign affairs and trade", "to
    Kenya"."""
    small = 1 < len(tokens) <= _NOUN_BY and tokens[0].low in _OF
    return small and all(token.tag in _FIELD or token.text in "’'" for token in tokens[1:])


def behalf(passage: Passage, first: int, last: int) -> tuple[int, int] | None:
    """For whom a spokesperson speaks, as offsets; `first`..`last` are the tokens of title, apposition or
    description ("Foreign Ministry spokesman", "a spokeswoman for the mayor")."""
    tokens = passage.tokens
    at = next((i for i in range(first, last + 1) if tokens[i].low in _SPOKES), None)
    if at is None:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].low in ("for", "of"):
        return _object(passage, at + 2)
    low = first + 1 if tokens[first].tag == "DET" and first < at else first
    low = max((i + 1 for i in range(low, at) if _ends_office(tokens, i)), default=low)
    high = at - 1
    while high >= low and tokens[high].tag in ("S", "MARK", "CONJ"):
        high -= 1
    return (
        (tokens[low].start, tokens[high].end)
        if high >= low and _names_something(tokens[low : high + 1])
        else None
    )


def _ends_office(tokens: Sequence[Tagged], at: int) -> bool:
    """Whether another office, its "and" or its "former" ends there: "a retired admiral and former ..."."""
    small = tokens[at].text.islower()
    return small and (tokens[at].low in _OFFICES or tokens[at].low in lexicon.persons.status())


def _names_something(tokens: Sequence[Tagged]) -> bool:
    return any(t.tag in ("CAP", "ROLE", "POSS") for t in tokens)


def _object(passage: Passage, first: int) -> tuple[int, int] | None:
    for mention in passage.mentions_between(first, first + _LONGEST):
        if mention.head == first and not mention.modifier:
            return passage.full_extent(mention)
    return None


def phrase_end(passage: Passage, mention: Mention) -> int:
    """Offset at which a description with its prepositional phrase ends: "a spokesman for the mayor"."""
    tokens = passage.tokens
    end = mention.last
    if any(
        token.low == "of" for token in tokens[mention.first : end]
    ):  # "the Ministers of Norway and Iceland"
        members = coordinated(tokens, passage.mentions, passage.mentions.index(mention))
        end = passage.mentions[members[-1]].last
    for _ in range(2):
        if end + 2 >= len(tokens) or tokens[end + 1].low not in ("for", "of", "at", "from", "in", "with"):
            break
        if tokens[end + 1].low == "of" and tokens[end + 2].low in _THEM:  # "one of them"
            return tokens[end + 2].end
        near = passage.mentions_between(end + 2, end + 2 + _LONGEST)
        nested = next((m for m in near if m.head == end + 2 and not m.modifier), None)
        if nested is None:
            break
        members = coordinated(tokens, passage.mentions, passage.mentions.index(nested))
        end = passage.mentions[members[-1]].last
    return tokens[end].end
