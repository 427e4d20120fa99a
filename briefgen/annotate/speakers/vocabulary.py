"""The feature names of the two speaker models: which mention licenses a speaker, whom a pronoun stands for.

Their weights are lexicon/weights/speakers.tsv and lexicon/weights/pronouns.tsv.
"""

from __future__ import annotations

from typing import get_args

from briefgen import lexicon
from briefgen.english.cues import CUE_KINDS, How
from briefgen.english.mention import MentionKind
from briefgen.lexicon.feature_names import Names, vocabulary

REACH = 3
"""Blocks before the quotation that are searched for its speaker."""
PRONOUN_REACH = 4
"""Blocks before a pronoun that are searched for whom it stands for."""
MOST_OFF = 4
"""Mentions between quotation and speaker, and people between pronoun and person; more count as so many."""

SIDES = ("trailing", "leading", "none", "colon", "alone")
WITHOUT_CUE = ("none", "alone", "colon")
KINDS: tuple[str, ...] = get_args(MentionKind)
HOWS: tuple[str, ...] = get_args(How)
ENTITIES = ("person", "organisation", "document", "state", "place", "unconfirmed")
PREPOSITIONS = ("of", "by", "to", "with", "from", "for")
"""Those that say something of a mention behind them by themselves."""
PLACES = (
    "subject of speech",
    "subject",
    "addressed",
    "object",
    "owner",
    "modifier",
    "apposition",
    "other",
    "after preposition",
    *(f"after {word}" for word in PREPOSITIONS),
)
WITHIN = (
    "before, same sentence",
    "before, sentence before",
    "before, same block",
    "behind, same sentence",
    "behind, later sentence",
)
"""Where a mention stands that is in the block of the quotation."""
BLOCKS = Names("{} blocks before", range(PRONOUN_REACH + 1))
POSITIONS = (*WITHIN, "signature", *(BLOCKS[n] for n in range(1, REACH + 1)))
GAPS = ("same block", "block before", "earlier")
"""How far back the quotation before stands."""
PRONOUNS = tuple(
    row[0] for row in lexicon.grammar.function_words() if row[1] in ("PRO", "POSS") or row[0] == "i"
)

# ---------------------------------------------------------------- of a mention that may be the speaker

KIND_AT = Names("{} {}", KINDS, POSITIONS)
PLACE_AT = Names("{} {}", PLACES, POSITIONS)
SIDE_AT = Names("{}: {}", SIDES, POSITIONS)
SIDE_PLACE_AT = Names("{}: {} {}", WITHOUT_CUE, PLACES, POSITIONS)
SPEAKS_AT = Names("speaks ({}) {}", HOWS, POSITIONS)
NO_GOVERNOR = Names("{}: no governor", SIDES)
GOVERNS_BY = Names("governs {} by {}", SIDES, HOWS)
GOVERNS_WITH = Names("governs {} with {}", SIDES, CUE_KINDS)
NOT_GOVERNING = Names("does not govern {} {}", SIDES, HOWS)
MENTIONS_OFF = Names("{} mentions off, {}", range(MOST_OFF + 1), WITHIN)
QUOTATION_BETWEEN = Names("quotation between, {}", WITHIN)
FIRST_OF_BLOCK = Names("first of its block, {}", SIDES)
LAST_OF_BLOCK = Names("last of its block, {}", SIDES)
LAST_SENTENCE = Names("last sentence of its block, {}", SIDES)
HOLDS_QUOTATIONS = Names("its block holds quotations, {}", SIDES)
PRONOUN = Names("is {}", PRONOUNS)
GOVERNS = "governs"
GOVERNS_NOUN = "governs near by a noun for its content"
SHAPES = FULL_NAME, SINGLE_NAME, HAS_TITLE, INITIAL, SIGNS, FOLLOWS_MARK = (
    "full name",
    "single name",
    "has a title",
    "one word at the head of a sentence",
    "behind a quotation and a dash",
    "follows a mark",
)

# ---------------------------------------------------------------- of the one it stands for

ENTITY = Names("is {}{}", ENTITIES, ("", " (named)"))
UNRESOLVED = "is unresolved"
SPOKE_LAST = Names("spoke last, {}", GAPS)
SIDE_SPOKE_LAST = Names("{}: spoke last, {}", SIDES, GAPS)
SPOKE_LAST_FAR = Names("{}: spoke last, {}, mention far", SIDES, GAPS)
ANOTHER_SPOKE = Names("{}: another spoke last, {}", SIDES, GAPS)
SPOKE_BEFORE = "spoke before"

SPEAKER = vocabulary(
    *(KIND_AT, PLACE_AT, SIDE_AT, SIDE_PLACE_AT, SPEAKS_AT),
    *(NO_GOVERNOR, GOVERNS_BY, GOVERNS_WITH, NOT_GOVERNING, (GOVERNS, GOVERNS_NOUN)),
    *(MENTIONS_OFF, QUOTATION_BETWEEN, FIRST_OF_BLOCK, LAST_OF_BLOCK, LAST_SENTENCE, HOLDS_QUOTATIONS),
    *(PRONOUN, SHAPES, ENTITY, (UNRESOLVED, SPOKE_BEFORE)),
    *(SPOKE_LAST, SIDE_SPOKE_LAST, SPOKE_LAST_FAR, ANOTHER_SPOKE),
)

# ---------------------------------------------------------------- of an entity a pronoun may stand for

WANTED = ("m", "f", "plural", "it")
SORTS = ("named", "described")
TIMES = ("once", "2-3 times", "4-8 times", "often")
DISTANCES = (
    "same sentence",
    "sentence before",
    "same block",
    *(BLOCKS[n] for n in range(1, PRONOUN_REACH + 1)),
)

WANTED_SORT = Names("{}: {} {}", WANTED, SORTS, ENTITIES)
GENDER = Names("gender {}, {}", ("known", "open"), SORTS)
NAMED_TIMES = Names("named {}", TIMES)
RANK = Names("rank {}", range(MOST_OFF + 1))
AGAIN = Names("mentioned again {}", ("near", "far"))
SPEAKS_NOW = Names("spoke last and speaks, {}", DISTANCES)
OPENS_BLOCK = Names("spoke last, quotation opens the block, {}", DISTANCES)
OPENS_SENTENCE_AT = Names("opens its sentence, {}", DISTANCES)
PLACE_DISTANCE = Names("{}, {}", PLACES, DISTANCES)
KIND_DISTANCE = Names("{}, {}", KINDS, DISTANCES)
PRONOUN_BEFORE = Names("{} pronoun before", ("same", "other"))
FIRST = Names("first of its block, {}", ("same block", "block before"))
FIRST_PLACE = Names("first of its block and {}, {}", PLACES, (BLOCKS[n] for n in range(3)))
LONE = FULL_IN_DOCUMENT, SINGLE_ONLY, MOST_AROUND, NAMED_BEHIND, NAMED_IN_QUOTATION, SPOKE, OPENS_SENTENCE = (
    "full name in the document",
    "single name only",
    "mentioned most around",
    "named behind the pronoun",
    "named in the quotation",
    "spoke last",
    "opens its sentence",
)

ANTECEDENT = vocabulary(
    *(WANTED_SORT, GENDER, NAMED_TIMES, RANK, AGAIN, SPEAKS_NOW, OPENS_BLOCK, OPENS_SENTENCE_AT),
    *(DISTANCES, PLACES, PLACE_DISTANCE, KIND_DISTANCE, PRONOUN_BEFORE, FIRST, FIRST_PLACE, LONE),
)
