"""The feature names of the model that tells quoted speech from other words in quotation marks.

Their weights are lexicon/weights/speech.tsv.
"""

from __future__ import annotations

from typing import get_args

from briefgen import lexicon
from briefgen.annotate.quotes.attribution import Side
from briefgen.english.cues import CUE_KINDS, How
from briefgen.english.mention import MentionKind
from briefgen.lexicon.feature_names import Names, vocabulary

BIAS = "bias"
SIDES: tuple[str, ...] = get_args(Side)
HOWS: tuple[str, ...] = get_args(How)
VERBS = ("say", "think", "frame")
TAGS = (
    *("QUOTE", "MARK", "S", "CAP", "CUE", "ACC", "ROLE", "W", "NUM"),
    *sorted({row[1] for row in lexicon.grammar.function_words()}),
)
WORDS_BEFORE = lexicon.saying.words_before()
"""Small words with a name of their own, others count by their class."""
MARKS_BEFORE = (",", ":", "(", "–", "—", "-", "--")
MARKS_BEHIND = (",", ".", ";", ":", ")")
LENGTHS = (*(f"up to {limit}" for limit in (1, 2, 3, 4, 6, 9, 14)), "over 14")
DISTANCES = ("near", "close", "far")
MOST_OTHERS = 3
"""Other quotations in the block; more count as so many."""

LENGTH = Names("length {}", LENGTHS)
LENGTH_AND_SIDE = Names("length {} with attribution {}", LENGTHS, SIDES)
ENDS = Names("ends with {}", ("comma", "stop"))
AFTER = Names("after {}", (*sorted(WORDS_BEFORE), *MARKS_BEFORE))
AFTER_A = Names("after a {}", (*VERBS, *TAGS))
BEFORE = Names("before {}", (*MARKS_BEHIND, *TAGS))
TWO_BEFORE = Names("two before: {}", (*sorted(WORDS_BEFORE), *VERBS, *TAGS))
OTHERS = Names("{} other quotations in the block", range(MOST_OTHERS + 1))
ATTRIBUTION = Names("attribution {}", SIDES)
CUE_AT = Names("{} {} cue {}", SIDES, CUE_KINDS, DISTANCES)
CUE = Names("{} {} cue", SIDES, CUE_KINDS)
CUE_SUBJECT = Names("{} cue subject {}", SIDES, HOWS)
SUBJECT = Names("cue subject is a {}", get_args(MentionKind))
TITLE_CASE, STARTS_SMALL, IN_PERSON, FINITE, SINGLE_MARKS, NEVER_CLOSED = INSIDE = (
    "every long word capital",
    "starts small",
    "speaks in person",
    "holds a finite verb",
    "single marks",
    "never closed",
)
OPENS_BLOCK, OPENS_SENTENCE, CLOSES_BLOCK, IN_HEADLINE, BY_WORK = PLACED = (
    "opens the block",
    "opens a sentence",
    "closes the block",
    "in a headline",
    "stands by the noun of a work or a name",
)
AGAIN, JUST_BEFORE, SILENT, SPOKEN = AROUND = (
    "words occur again",
    "quotation just before",
    "no speech verb in the block",
    "speech verb in the sentence",
)
_PLAIN = vocabulary(
    *(ENDS, AFTER, AFTER_A, BEFORE, TWO_BEFORE, OTHERS, ATTRIBUTION, CUE_AT, CUE, CUE_SUBJECT, SUBJECT),
    *(INSIDE, PLACED, AROUND),
)
SHORT = Names("short and {}", sorted(_PLAIN))
LIKE_A_TITLE = Names("like a title and {}", sorted(_PLAIN))

SPEECH = vocabulary(_PLAIN, SHORT, LIKE_A_TITLE, LENGTH, LENGTH_AND_SIDE, (BIAS,))
