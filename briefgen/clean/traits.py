"""What can be seen of a line without knowing the site: its shape, and the prose around it.

Every trait is yes or no and has a name; the weights of `chain` are kept by these names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from briefgen import lexicon
from briefgen.clean.cut import Line
from briefgen.clean.verdict import Verdict

_LOOKED_AT = 1200
"""Characters of a line that are looked at: enough for any paragraph, and a bound for a file of one line."""
_WORDS = (2, 3, 5, 8, 13, 21, 41, 81)
_SHARE = (0.2, 0.4, 0.6, 0.8)
_AROUND = (1, 20, 60, 120)
_WIDE = (1, 60, 200, 500)
_PROSE_WORDS = 6
_LONG_PROSE = 25
_STOPS = frozenset(".!?…")
_CLOSERS = "\"”’'»)]"
_QUOTES = frozenset('"“”„«»')


@cache
def _grammar_words() -> frozenset[str]:
    return lexicon.words("furniture_grammar_words")


@cache
def _reader_words() -> frozenset[str]:
    return lexicon.words("furniture_reader_words")


def own(text: str) -> tuple[str, ...]:
    """Traits of one line by itself."""
    end = text[-12:]
    text = text[:_LOOKED_AT]
    words = text.split()
    size = "long" if len(words) > 20 else "mid" if len(words) > 7 else "short"
    found = [f"words{bisect_right(_WORDS, len(words))}", f"{size}-{_last(end)}", _first(text)]
    if "\t" in text:
        found.append("cells")
    if len(words) >= 4:
        found += _vocabulary(words)
    if not _QUOTES.isdisjoint(text):
        found.append("quote-marks")
    if "|" in text or "©" in text or "@" in text or "http" in text:
        found.append("web-marks")
    if any(map(str.isdigit, text)):
        found.append("digits" if len(words) > 8 else "digits-short")
    return tuple(found)


def _last(text: str) -> str:
    end = text.rstrip(_CLOSERS)[-1:] or text[-1]
    if end in _STOPS:
        return "ends-dots" if text.endswith(("...", "…")) else "ends-sentence"
    return "ends-colon" if end == ":" else "ends-open"


def _first(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "starts-lower" if first.islower() else "starts-upper"
    if first in "\"“‘«'":
        return "starts-quote"
    return "starts-digit" if first.isdigit() else "starts-mark"


def _vocabulary(words: list[str]) -> list[str]:
    count = len(words)
    lower = sum(word[0].islower() for word in words) / count
    plain = [word.lower() for word in words]
    grammar = sum(map(_grammar_words().__contains__, plain)) / count
    found = [f"lower{bisect_right(_SHARE, lower)}", f"grammar{bisect_right((0.1, 0.2, 0.3, 0.4), grammar)}"]
    reader = sum(map(_reader_words().__contains__, plain)) / count
    if reader >= 0.05:
        found.append("to-reader" if reader < 0.12 else "to-reader-much")
    return found


def is_prose(text: str) -> bool:
    """Whether a line reads like a sentence: some words and a full stop, or many words."""
    count = text.count(" ") + 1
    if count < _PROSE_WORDS:
        return False
    return count >= _LONG_PROSE or text.rstrip(_CLOSERS)[-1:] in _STOPS


def around(found: Sequence[Line], verdicts: Sequence[Verdict | None]) -> list[list[str]]:
    """Traits that each line has from its neighbours and from the page."""
    weights = [_prose_words(line, verdict) for line, verdict in zip(found, verdicts, strict=True)]
    sums = [0, *accumulate(weights)]
    total = max(sums[-1], 1)
    first, end = densest_run(found, weights)
    repeated = Counter(line.text for line in found)
    level = _usual_indent(found, weights)
    last = len(found)
    result = []
    for i, line in enumerate(found):
        after, before = sums[min(i + 4, last)] - sums[i + 1], sums[i] - sums[max(i - 3, 0)]
        wide = sums[min(i + 11, last)] - sums[max(i - 10, 0)] - weights[i]
        traits = [
            f"prose-before{bisect_right(_AROUND, before)}",
            f"prose-after{bisect_right(_AROUND, after)}",
            f"prose-wide{bisect_right(_WIDE, wide)}",
            f"read{int(8 * sums[i] / total)}",
            "in-run" if first <= i < end else "before-run" if i < first else "after-run",
        ]
        if repeated[line.text] > 1:
            traits.append("repeated")
        if line.indent != level:
            traits.append("deeper" if line.indent > level else "shallower")
        if line.gap:
            traits.append("gap")
        result.append(traits)
    return result


def _prose_words(line: Line, verdict: Verdict | None) -> int:
    return 0 if verdict or not is_prose(line.text) else line.text.count(" ") + 1


def _usual_indent(found: Sequence[Line], weights: Sequence[int]) -> int:
    """The indentation at which most prose stands."""
    levels: Counter[int] = Counter()
    for line, weight in zip(found, weights, strict=True):
        levels[line.indent] += weight
    return min(levels, key=lambda level: (-levels[level], level), default=0)


def densest_run(found: Sequence[Line], weights: Sequence[int]) -> tuple[int, int]:
    """The stretch of lines with the most prose: long lines add, short ones take away (maximum-sum interval)."""
    best = start = first = end = 0
    running = 0.0
    for i, (line, weight) in enumerate(zip(found, weights, strict=True)):
        running += min(max(weight, len(line.text) // 12), 40) - 8
        if running <= 0:
            running, start = 0.0, i + 1
        elif running > best:
            best, first, end = int(running), start, i + 1
    return first, end
