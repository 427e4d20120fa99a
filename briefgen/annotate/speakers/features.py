"""Features of a quotation and a mention that might be its speaker, named in words.

They look at word order and the shallow syntax alone; their names are declared in `vocabulary`, what they
are worth is in lexicon/weights/speakers.tsv, fitted by benchmarks/fit_quotes.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.speakers import vocabulary as names
from briefgen.annotate.speakers.people import Entity, People
from briefgen.annotate.speakers.scene import Ref, Scene
from briefgen.english.cues import Cue
from briefgen.english.marks import CLOSERS, OPENERS
from briefgen.english.passages import Passage
from briefgen.english.tags import FINITE
from briefgen.model import Quote, Span

MOST_BEFORE, MOST_BEHIND = 60, 20
"""Mentions before and behind the quotation that are looked at; more stand in lists only."""
_MOST_PARTS = 50
_GIVEN = lexicon.persons.given_names()


class Setting(NamedTuple):
    """What the features need to know of one quotation."""

    quote: Quote
    passage: int
    start: int
    end: int
    """Extent of the part next to the cue."""
    first_sentence: int
    last_sentence: int
    cue: Cue | None
    governor: int | None
    """Index of the mention that is the subject of the cue."""
    side: str
    """Where the cue stands: "trailing", "leading", "none"; "colon", "alone" for blocks of quotation only."""
    next_ref: int
    """Index of the first mention behind the start of the quotation."""
    gap: str
    """How far the cue is: "near", "far"."""


class History(NamedTuple):
    """Who spoke before."""

    entity: int | None
    passage: int
    spoken: Collection[int]
    """Entities of all quotations before."""


def setting(scene: Scene, quote: Quote) -> Setting:
    """Places a quotation in the scene."""
    part = _anchor(scene, quote)
    number = scene.passage_at(part.start)
    passage = scene.passages[number]
    cue = _cue_of(passage, quote)
    governor = None
    if cue is not None and cue.subject is not None:
        governor = scene.first_ref[number] + cue.subject
    at = passage.token_at(part.start)
    return Setting(
        quote,
        number,
        part.start,
        part.end,
        passage.sentence_at(part.start),
        passage.sentence_at(part.end - 1),
        cue,
        governor,
        _side(scene, number, quote, part.start),
        scene.next_ref(number, part.start),
        "near" if cue is not None and abs(at - cue.last) <= 5 else "far",
    )


def _anchor(scene: Scene, quote: Quote) -> Span:
    """The part that stands in the block of the cue, next to it; without a cue the first one."""
    if quote.cue is None:
        return quote.parts[0]
    home = scene.passages[scene.passage_at(quote.cue.start)]
    near = [p for p in quote.parts[:_MOST_PARTS] if home.start <= p.start < home.end]
    ahead = [p for p in near if p.end <= quote.cue.start]
    return ahead[0] if ahead else near[0] if near else quote.parts[0]


def _cue_of(passage: Passage, quote: Quote) -> Cue | None:
    if quote.cue is None:
        return None
    token = passage.token_at(quote.cue.start)
    return next(iter(passage.cues_between(token, token + 1)), None)


def _side(scene: Scene, number: int, quote: Quote, start: int) -> str:
    passage = scene.passages[number]
    if quote.cue is not None:
        return "trailing" if quote.cue.start > start else "leading"
    if number and passage.tokens and passage.tokens[0].tag == "QUOTE":
        before = scene.passages[number - 1].tokens
        if before and before[-1].text == ":":
            return "colon"
    return "alone" if scene.only_quoted[number] else "none"


def candidates(scene: Scene, where: Setting) -> list[Ref]:
    """Mentions that may license the speaker: those of the block and of the blocks before."""
    low = max(scene.first_ref[max(where.passage - names.REACH, 0)], where.next_ref - MOST_BEFORE)
    high = min(scene.first_ref[where.passage + 1], where.next_ref + MOST_BEHIND)
    if high == scene.first_ref[where.passage + 1] and where.passage + 1 < len(scene.passages):
        high = scene.first_ref[where.passage + 1 + scene.signatures[where.passage + 1]]
    some = [r for r in scene.refs[low:high] if not r.mention.modifier or r.mention.owner]
    placed = (r for r in some if r.mention.last >= scene.place_lines[r.passage])
    told = (r for r in placed if not _is_quoted_about(scene, where, r) and not _names_a_work(scene, r))
    return [r for r in told if not _is_house_of(scene, r)]


def _is_house_of(scene: Scene, ref: Ref) -> bool:
    """Whether a name only says for whom the person right behind it works: "SeaWatch's Anna Lee"."""
    following = scene.refs[ref.index + 1] if ref.mention.owner and ref.index + 1 < len(scene.refs) else None
    if (
        following is None
        or following.passage != ref.passage
        or following.mention.first != ref.mention.last + 2
    ):
        return False
    return len(following.words) > 1 and following.words[0] in _GIVEN


def _names_a_work(scene: Scene, ref: Ref) -> bool:
    """Whether a name stands between marks that are no speech: “The Morning Show,” is a title."""
    tokens, head = scene.passages[ref.passage].tokens, ref.mention.head
    behind = tokens[ref.mention.last + 1 : ref.mention.last + 3]
    opened = head > 0 and tokens[head - 1].tag == "MARK" and tokens[head - 1].text in OPENERS
    return opened and any(token.tag == "MARK" and token.text[0] in CLOSERS for token in behind)


def _is_quoted_about(scene: Scene, where: Setting, ref: Ref) -> bool:
    """Whether a mention is the subject of the quoted words themselves: 'The president “has put ...”'."""
    if where.cue is not None or ref.passage != where.passage or ref.how:
        return False
    tokens = scene.passages[ref.passage].tokens
    behind = ref.mention.last + 1
    quoted = behind < len(tokens) and tokens[behind].tag == "QUOTE" and tokens[behind].start <= where.start
    return quoted and where.start < tokens[behind].end and _opens_with_verb(scene, where)


def _opens_with_verb(scene: Scene, where: Setting) -> bool:
    """Whether quoted words begin with a finite verb in small letters."""
    first = next(scene.tokens.between(where.start, where.end), None)
    return first is not None and lexicon.grammar.tags().get(first.text) in FINITE


def features(scene: Scene, people: People, where: Setting, ref: Ref, past: History) -> list[str]:
    """Names of the features that hold for one candidate, entity features excluded."""
    position = _position(where, ref)
    found = [
        names.KIND_AT[ref.mention.kind, position],
        names.PLACE_AT[ref.place, position],
        names.SIDE_AT[where.side, position],
        *_governing(where, ref),
        *_neighbourhood(scene, where, ref, position),
        *_shape(scene, ref),
    ]
    if ref.how:
        found.append(names.SPEAKS_AT[ref.how, position])
    if where.side in names.WITHOUT_CUE:
        found.append(names.SIDE_PLACE_AT[where.side, ref.place, position])
    return found


def entity_features(
    entity: int | None, of: Entity | None, where: Setting, past: History, near: bool
) -> list[str]:
    """Features of the one a mention stands for: kind, and whether it spoke before."""
    found = [names.ENTITY[of.kind, " (named)" if of.named else ""] if of else names.UNRESOLVED]
    if entity is None or past.entity is None:
        return found
    gap = (
        "same block"
        if past.passage == where.passage
        else "block before"
        if past.passage == where.passage - 1
        else "earlier"
    )
    if entity == past.entity:
        found += [names.SPOKE_LAST[gap], names.SIDE_SPOKE_LAST[where.side, gap]]
        if not near:
            found.append(names.SPOKE_LAST_FAR[where.side, gap])
    else:
        found.append(names.ANOTHER_SPOKE[where.side, gap])
    if entity in past.spoken:
        found.append(names.SPOKE_BEFORE)
    return found


def _position(where: Setting, ref: Ref) -> str:
    if ref.passage > where.passage:
        return "signature"
    if ref.passage != where.passage:
        return names.BLOCKS[where.passage - ref.passage]
    if ref.start >= where.end:
        return "behind, same sentence" if ref.sentence == where.last_sentence else "behind, later sentence"
    if ref.sentence == where.first_sentence:
        return "before, same sentence"
    return "before, sentence before" if ref.sentence == where.first_sentence - 1 else "before, same block"


def _governing(where: Setting, ref: Ref) -> Iterator[str]:
    if where.governor is None or where.cue is None:
        yield names.NO_GOVERNOR[where.side]
        return
    if ref.index == where.governor:
        yield names.GOVERNS
        yield names.GOVERNS_BY[where.side, where.cue.how]
        yield names.GOVERNS_WITH[where.side, where.cue.kind]
        if where.cue.how == "content" and where.gap == "near":
            yield names.GOVERNS_NOUN
    else:
        yield names.NOT_GOVERNING[where.side, where.cue.how]


def _neighbourhood(scene: Scene, where: Setting, ref: Ref, position: str) -> Iterator[str]:
    """How far the mention is, counted in other mentions and quotations."""
    passage = scene.passages[ref.passage]
    if ref.passage == where.passage:
        low, high = sorted((ref.index, where.next_ref))
        yield names.MENTIONS_OFF[min(high - low, names.MOST_OFF), position]
        if _quotation_between(passage, where, ref):
            yield names.QUOTATION_BETWEEN[position]
        return
    first, last = scene.outermost[ref.passage]
    if ref.index == first:
        yield names.FIRST_OF_BLOCK[where.side]
    if ref.index == last:
        yield names.LAST_OF_BLOCK[where.side]
    if ref.sentence == len(passage.bounds) - 1:
        yield names.LAST_SENTENCE[where.side]
    if passage.quotations:
        yield names.HOLDS_QUOTATIONS[where.side]


def _quotation_between(passage: Passage, where: Setting, ref: Ref) -> bool:
    """Whether another quotation stands between the mention and the first part."""
    own = passage.token_at(where.start)
    mention = ref.mention.first
    low, high = (mention, own) if mention < own else (own + 1, mention)
    return passage.quotation_between(low, high)


def _signs(scene: Scene, ref: Ref) -> bool:
    """ "“...” – Anna Lee"."""
    tokens, head = scene.passages[ref.passage].tokens, ref.mention.head
    return head > 1 and tokens[head - 1].text[0] in "–—―-" and tokens[head - 2].tag == "QUOTE"


def _shape(scene: Scene, ref: Ref) -> Iterator[str]:
    mention = ref.mention
    if mention.kind == "pronoun" or mention.kind == "possessive":
        yield names.PRONOUN[ref.words[0]]
    elif mention.kind == "name":
        yield names.FULL_NAME if len(ref.words) > 1 else names.SINGLE_NAME
        if mention.head < mention.first:
            yield names.HAS_TITLE
    if mention.initial:
        yield names.INITIAL
    if _signs(scene, ref):
        yield names.SIGNS
    if mention.head == 0 or scene.passages[ref.passage].tokens[mention.head - 1].tag == "MARK":
        yield names.FOLLOWS_MARK
