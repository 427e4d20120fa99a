"""The feature names of the model that tells an open matter: those of the cue and guard tables, and of shape.

Their weights are lexicon/weights/issues.tsv.
"""

from __future__ import annotations

from briefgen import lexicon
from briefgen.lexicon.feature_names import vocabulary

BIAS = "bias"
NO_CUE = "no-cue"
"""What holds for a sentence without a cue; it is never an issue and has no weight."""
NOT_PUBLIC = "cue-not-public"
TWO_CLASSES, THREE_CLASSES, ACTOR, TWO_ACTORS, SHORT, LONG = COUNTED = (
    "two-classes",
    "three-classes",
    "actor",
    "two-actors",
    "short",
    "long",
)
QUESTION, CONTRAST, WOULD, FUTURE, SAID = WORDED = ("question", "contrast", "would", "future", "said")

ISSUE = vocabulary(
    (row[1] for row in lexicon.issues.cues()),
    (row[0] for row in lexicon.issues.guards()),
    *(COUNTED, WORDED, (BIAS, NOT_PUBLIC)),
)
