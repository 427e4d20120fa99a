"""Expressions tried together find what each finds alone."""

import re

import pytest

from briefgen import lexicon
from briefgen.english.opening_words import ANY, Expressions, openings

SENTENCES = (
    "norway can't say whether it will join, or not, and has not yet agreed on the draft treaty.",
    "critics say the plan, if approved, could put talks on hold; the minister would like to appeal.",
    "it is unclear who pays. didn't anyone object? no question: nobody knew (or not, as the case may be)",
    "they press for an onto pressure valve; awaiting the final approval, awaiting its decision.",
    "",
    "if if if, unless unless",
)


@pytest.mark.parametrize("table", [lexicon.issues.cues, lexicon.issues.guards], ids=["cues", "guards"])
def test_expressions_together_find_what_each_finds_alone(table):
    patterns = [row.pattern for row in table()]
    together = Expressions(patterns)
    for sentence in SENTENCES:
        alone = [(i, m.span()) for i, pattern in enumerate(patterns) for m in pattern.finditer(sentence)]
        assert [(i, match.span()) for i, match in together.matches(sentence)] == alone


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        (r"\b(?:if|unless)\b", {"if", "unless"}),
        (r"\b(?:(?<!of )appeals?|ask(?:s|ed)?)\b", {"appeal", "ask"}),
        (r"\b(?:(?:still|first) (?:has|have) to)\b", {"still", "first"}),
        (r"\b(?:asked|^replied)\b", {"asked", "replied"}),
        (r"\b(?:the )?(?:plan|bill)\b", {"the", ANY}),
        (r"\b(?:lobb(?:y|ies)|judg(?:e)?ment)\b", {"lobb", "judg"}),
        (r"\b(?:colou?r|short)\b", {"colo", "short"}),
        (r"\bpress|(?:to|by) pressure\b", {"press", ANY}),
        (r"\b(?:[^|)]x|no)\b", {"no", ANY}),
        (r"\b(?:\w+n't|not) clear\b", {"not", ANY}),
    ],
)
def test_the_letters_that_open_an_expression_are_read_from_it(expression, letters):
    re.compile(expression)
    assert openings(expression) == letters
