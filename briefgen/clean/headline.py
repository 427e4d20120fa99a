"""Finds the headline, which stands outside the run of prose and looks like a link."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from briefgen import lexicon
from briefgen.clean.facts import CHANGE_LINE, IMPRINT
from briefgen.clean.line import LineTraits
from briefgen.clean.page import JudgedLines
from briefgen.english.asides import lists_present
from briefgen.english.label_heads import head, is_addressee, is_shouted_office, is_titled
from briefgen.english.marks import CLOSERS
from briefgen.english.publishers import is_masthead, is_outlet, own_part
from briefgen.english.stem import stem
from briefgen.english.tokens import fold, tokenize
from briefgen.model import SIGNED

_MARKS = re.compile(r"^#{1,6}\s+|^\*\*(?=\S)|\*\*$")
"""Of headings and bold lines in Markdown."""
_REACH = 60
"""Lines above the article that are looked at: bylines, share buttons and a picture stand between."""
_BODY_CHARACTERS = 2500
_AROUND = ',.;:!?()"“”'
"""Marks beside a word; an apostrophe may belong to it."""
_KNOWN = 20_000
"""Words whose stems are remembered from text to text: nearly all of a folder of news."""
_SHORTEST, _LONGEST = 3, 26
"""Words of a headline; news headlines have 6 to 16, titles of papers up to 30."""
_SHORTEST_ON_PAGE = 4
"""Shorter lines on a page are names of writers and sections."""
_ENOUGH = 0.85
_ABBREVIATED = ("U.S.", "U.K.", "U.N.", "E.U.")
_NAMES_BELOW = 3
"""Lines of a text with a headline, a name and words."""
_SHORT_HEADLINE = 14
_SMALL_LETTERS = 3
"""Letters of words that title case leaves small."""
_TITLE_CASE_WORDS = 4
_FIRST_LINES = 10
"""Lines of the run among which its headline stands: where a menu is not known, the run begins with it."""
_NO_HEADER = frozenset({CHANGE_LINE, IMPRINT})
_HEADER_REACH = 6
_MAIL_REACH = 10
_BY = re.compile(r"(?:By|Delivered by)\s")
_LABELLED_TITLE = "related-link"
"""The rule of "Column: ..." and "Opinion: ...", which are titles as often as links."""


def find_headline(judged: JudgedLines, run: range, title: str, *, sure: bool) -> int | None:
    """Number of the headline: the line above the article that shares most with it, or None.

    `title` is what the container states, or "". A mail's subject, a Markdown heading and the line that
    repeats the title are certain; with `sure` nothing else is taken. Else the evidence is that its words come
    back in the article, that it is printed again on the page (in a trail of sections or a link), stands
    near, and a byline or a date follows.
    """
    certain = _certain(judged, " ".join(title.casefold().split()))
    if certain is not None or sure or not run:
        return certain
    body = _content(" ".join(line.text for line in judged.lines[run.start : run.stop])[:_BODY_CHARACTERS])
    starts = Counter(line.text[:40] for line in judged.lines)
    best, best_score = None, _ENOUGH
    for i in range(max(0, run.start - _REACH), _last_place(judged, run)):
        line = judged.lines[i]
        shortest = _SHORTEST if run.start == 0 else _SHORTEST_ON_PAGE
        if not _may_be(line, judged.rules[i], shortest, stop=_may_stop(judged, i)):
            continue
        score = _score(line, body) + _near(run.start - i) + 0.3 * (starts[line.text[:40]] > 1)
        score -= 0.3 * (judged.rules[i] != "")
        score += 0.25 * _is_head(judged, i)
        score -= 0.5 * ("release-line" in judged.rules[i + 1 : i + 3])  # the name of the office above it
        score -= 0.5 * is_masthead(line.text[: own_part(line.text)])
        if score > best_score:
            best, best_score = i, score
    return best


def _last_place(judged: JudgedLines, run: range) -> int:
    """Where headlines end: at the first sentence of the article, at the line that says to whom a letter goes,
    or a few lines into it."""
    last = min(run.start + _FIRST_LINES, run.stop)
    last = next((i for i in range(run.start, last) if is_addressee(judged.lines[i].text)), last)
    told = (i for i in range(run.start, last) if judged.is_plain_prose(i))
    return next((i for i in told if not _may_stop(judged, i)), last)


def _may_stop(judged: JudgedLines, i: int) -> bool:
    """Whether a line that ends in a stop can be a headline all the same."""
    return _is_first_in_title_case(judged, i) or _is_first_above_names(judged, i)


def _certain(judged: JudgedLines, title: str) -> int | None:
    rows = enumerate(zip(judged.lines, judged.rules, strict=True))
    printed = (i for i, (line, rule) in rows if not rule and _repeats(line, title)) if title else ()
    if "front-title" in judged.rules:
        return next(iter(printed), judged.rules.index("front-title"))
    for i, rule in enumerate(judged.rules[:_MAIL_REACH]):
        if rule == "mail-subject" or (not rule and judged.lines[i].text.startswith("# ")):
            return i
    return next(iter(printed), None)


def _repeats(line: LineTraits, title: str) -> bool:
    """Whether a line is the title, or the title without the name of the site behind it."""
    text = _MARKS.sub("", line.text)
    if text.count(" ") < 2 or len(text) > len(title) + 2:
        return False
    return title.startswith(" ".join(text.casefold().split()))


def _may_be(line: LineTraits, rule: str, shortest: int, *, stop: bool) -> bool:
    """Whether a line has the shape of a headline; with `stop` a full stop may end it."""
    text = line.text
    if rule not in ("", _LABELLED_TITLE) or "@" in text or not shortest <= line.spaces + 1 <= _LONGEST:
        return False
    if " | " in text or _BY.match(text) or _is_of_speakers(text) or is_outlet(text):
        return False
    end = text.rstrip("".join(CLOSERS) + ")]")
    stops = end[-1:] in (".", ",", ";", ":", "…", "") and not end.endswith(_ABBREVIATED)
    stops = stops and not (stop and end[-1:] == ".")
    return not stops and not line.is_pointer and " > " not in text and not line.is_caption


def _is_first_in_title_case(judged: JudgedLines, i: int) -> bool:
    """Whether the first line has capitals in most longer words, as headlines do that end in a stop."""
    text = judged.lines[i].text
    if i > 0 or text.isupper():
        return False
    longer = [word for word in text.split() if len(word) > _SMALL_LETTERS and word[0].isalpha()]
    return len(longer) >= _TITLE_CASE_WORDS and sum(word[0].isupper() for word in longer) >= 0.9 * len(longer)


def _is_first_above_names(judged: JudgedLines, i: int) -> bool:
    """Whether the first line is short, and a publisher, a writer or a date stands right under it: a headline
    of two sentences ends in a stop."""
    if i > 0 or len(judged.lines) < _NAMES_BELOW or judged.lines[0].spaces >= _SHORT_HEADLINE:
        return False
    below, verdict = judged.lines[1].text, judged.verdicts[1]
    return (verdict is not None and verdict.label in SIGNED) or is_masthead(below[: own_part(below)])


def _is_of_speakers(text: str) -> bool:
    """Whether a line opens a turn ("The Minister for Health (Anna Olde)", "ANNA OLDE, CHAIR") or lists who
    takes part."""
    if is_shouted_office(text):
        return True
    found = head(text)
    if found is not None and found.close == "bare" and is_titled(text[: found.end]):
        return True
    return lists_present(text)


def _is_head(judged: JudgedLines, i: int) -> bool:
    """Whether a byline or a date line follows."""
    below = (verdict for verdict in judged.verdicts[i + 1 : i + 1 + _HEADER_REACH] if verdict is not None)
    return any(one.label in SIGNED and one.rule not in _NO_HEADER for one in below)


def _content(text: str) -> frozenset[str]:
    """Stems of the words that tell something; a compound counts once."""
    return frozenset().union(*map(_told, text.split()))


@lru_cache(maxsize=_KNOWN)
def _told(piece: str) -> frozenset[str]:
    """The same of what stands between two spaces, which no token goes over."""
    grammar = lexicon.furniture.grammar_words()
    core = piece.strip(_AROUND)
    alone = core.isalpha()  # one word and its marks, as most pieces are
    words = (core.casefold(),) if alone else (fold(one.text).rstrip(".") for one in tokenize(piece))
    return frozenset(
        stem(word)
        for word in words
        if word[:1].isalnum() and word not in grammar and len(word) >= _least(word)
    )


def _least(word: str) -> int:
    """Characters from which a word tells something."""
    return 2 if word.isdigit() else 3


def _score(line: LineTraits, body: frozenset[str]) -> float:
    """Share of the line's content words that come back in the body, by their stems."""
    told = _content(line.text)
    return len(told & body) / (len(told) + 1) if told else 0.0


def _near(distance: int) -> float:
    """1 beside the article, falling to 0 at the end of the reach; below its first line a little less."""
    return 0.7 if distance <= 0 else 1.0 - distance / _REACH
