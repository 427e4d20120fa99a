"""What stands under the words of a mail and is not its writer's: signature, feet of newsletters, notices.

A signature is what follows the line "-- ", or the closing of a letter ("Best regards,") with the short lines
below it. The lines that programs and houses add are in lexicon/mail/feet.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import ceil

from briefgen import lexicon
from briefgen.clean.cut import Line
from briefgen.clean.line import is_item
from briefgen.clean.verdict import Labels, Verdict, relabelled
from briefgen.english.asides import closes
from briefgen.english.expressions import either
from briefgen.model import KEPT

_SIGNATURE = Verdict("furniture", "mail-signature")
_SIGNER = Verdict("byline", "mail-signer")
_GREETING = Verdict("furniture", "mail-greeting")
_DELIMITER = re.compile(r"-- ?|_{3,}|-{3,}|\*{3,}|={3,}")
_MOST_SIGNING = 12
"""Lines below the closing: name, office, house, address, numbers."""
_LONGEST = 90
"""Characters of a line of a signature."""
_SENTENCE = re.compile(r"[.!?][”’\"')\]]{0,2}$")
_CONTACT = re.compile(
    r"@|https?:|www\.|\+?\d[\d ()/.-]{6,}|\b(?:tel|phone|mobile|fax|t|m|p)[:.]", re.IGNORECASE
)
_EDGES = " \t\xa0*_-–—|,.!:;"
_GREETING_WORDS = 8
_MOST_NAMES = 2
"""Blanks in a line that is a name and a comma."""
_POSTSCRIPT = re.compile(r"p\.?\s?s\.?\b", re.IGNORECASE)


def without_feet(found: Sequence[Line], labels: Labels, sender: str) -> Labels:
    """The labels of a mail's lines with those of its greeting, signature and feet in their place.

    The line of the signature that has the family name of the sender says whose words these are.
    """
    changes: dict[int, Verdict] = {}
    if found:
        first = next((i for i, one in enumerate(labels) if one.label in KEPT and one.label != "headline"), 0)
        if _greets(found[first].text):
            changes[first] = _GREETING
    end = _feet(found, changes)
    _signature(found, end, changes)
    signing = [i for i, one in sorted(changes.items()) if one == _SIGNATURE]
    family = sender.rstrip(_EDGES).rpartition(" ")[2].casefold()
    named = (i for i in signing if family and family in _names(found[i].text))
    if (signer := next(named, None)) is not None:
        changes[signer] = _SIGNER
    return relabelled(labels, changes)


def _feet(found: Sequence[Line], changes: dict[int, Verdict]) -> int:
    """Marks the lines of programs and houses; gives the number of the line at which they take all below."""
    last: int | None = None
    for i, line in enumerate(found):
        foot = _foot(line.text)
        if foot is None:
            continue
        verdict, rest = foot
        changes[i] = verdict
        if rest and last is None:
            last = _last_above(found)
        if rest and i >= (last or 0):
            changes.update(dict.fromkeys(range(i, len(found)), verdict))
            return i
    return len(found)


def _last_above(found: Sequence[Line]) -> int:
    """The line from which on a notice takes all below; above it the words of the mail go on below it."""
    prose = [i for i, line in enumerate(found) if _is_prose(line.text) and _foot(line.text) is None]
    enough = prose[-_MOST_NOTICES - 1] if len(prose) > _MOST_NOTICES else 0
    return min(enough, ceil(len(found) * _ABOVE) - 1)


_MOST_NOTICES = 4
"""Paragraphs that a notice may have; below one of more the mail goes on."""
_ABOVE = 0.5
"""Share of the lines up to which a notice stands above the words of a mail."""


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST and _SENTENCE.search(text) is not None


def _foot(text: str) -> tuple[Verdict, bool] | None:
    folded = text[:120].casefold().strip(_EDGES + "[(<>").replace("’", "'")
    found = _starts().match(folded)
    if found is None:
        return None
    row = lexicon.mail.feet()[int((found.lastgroup or "r0")[1:])]
    return Verdict("furniture", row.rule), row.reach == "rest"


@cache
def _starts() -> re.Pattern[str]:
    rows = (either(start.replace("’", "'").strip("[") for start in row.starts) for row in lexicon.mail.feet())
    return re.compile("|".join(rf"(?P<r{i}>(?:{starts})(?!\w))" for i, starts in enumerate(rows)))


def _signature(found: Sequence[Line], end: int, changes: dict[int, Verdict]) -> None:
    """Marks the signature above line `end`."""
    for i in range(end):
        if i in changes:
            continue
        text = found[i].text
        closes_letter = text == "--" or _closes(text)
        if not closes_letter and not _DELIMITER.fullmatch(text):
            continue
        stop = _signing_end(found, i + 1, end, partly=closes_letter)
        if stop is not None:
            changes.update(dict.fromkeys(range(i, stop), _SIGNATURE))
            return
    postscript = (i for i in range(1, end) if _POSTSCRIPT.match(found[i].text))
    _bare_name(found, next(postscript, end), changes)


def _bare_name(found: Sequence[Line], end: int, changes: dict[int, Verdict]) -> None:
    """Marks the name alone, or the block of contacts, that ends a mail without a closing."""
    first = end
    while first > 1 and first - 1 not in changes and _is_signing(found[first - 1].text):
        first -= 1
        if found[first].gap and end - first > 1 and not _CONTACT.search(found[first].text):
            break
    block = found[first:end]
    if block and (len(block) == 1 or any(_CONTACT.search(line.text) for line in block)):
        changes.update(dict.fromkeys(range(first, end), _SIGNATURE))


def _is_signing(text: str) -> bool:
    short = len(text) <= _LONGEST and not _SENTENCE.search(text) and not _is_point(text)
    return short and (_is_name(text) or _CONTACT.search(text) is not None)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= 4 and all(word[0].isupper() or len(word) < 4 for word in words)


def _signing_end(found: Sequence[Line], i: int, end: int, *, partly: bool) -> int | None:
    """The line behind the signature that begins at line i; None where the words of the mail go on there.

    It reaches to `end` or a postscript. `partly`: one that begins with a name also to words below it.
    """
    last = min(end, i + _MOST_SIGNING + 1)
    stop = next((n for n in range(i, last) if _POSTSCRIPT.match(found[n].text)), last)
    signing = [line.text for line in found[i:stop]]
    listed = sum(map(is_item, signing)) > 1
    spoken = next((n for n, text in enumerate(signing) if _speaks(text, listed)), len(signing))
    if spoken == len(signing):
        return stop if spoken <= _MOST_SIGNING else None
    return i + spoken if partly and spoken and _is_name(signing[0]) else None


def _speaks(text: str, listed: bool) -> bool:
    """Whether a line is the writer's word rather than a name or an office. `listed`: among other items."""
    if len(text) > _LONGEST or _is_point(text) or (listed and is_item(text)):
        return True
    if _CONTACT.search(text):
        return False
    return (_SENTENCE.search(text) is not None and text.count(" ") > _FEW) or _states(text)


def _is_point(text: str) -> bool:
    """Whether a line is the item of a list, not a name behind a dash ("- Tom")."""
    return is_item(text) and text.count(" ") > _FEW - 1


def _states(text: str) -> bool:
    """Whether a line is a sentence, by a verb in small letters: "Norway withdraws from the pact"."""
    words = [word.strip(_EDGES + '()“”"') for word in text.split()]
    if len(words) < _STATEMENT:
        return False
    tags = lexicon.grammar.tags()
    small = [word if word.islower() else "" for word in words]
    return any(tags.get(word) in _VERBS for word in small) or any(
        word.endswith(("s", "ed"))
        and (tags.get(after) == "DET" or (before[:1].isupper() and tags.get(after) == "PREP"))
        for before, word, after in zip(words, small[1:], small[2:], strict=False)
    )


_VERBS = frozenset({"AUX", "VERB"})
_STATEMENT = 3
"""Words of the shortest sentence that is told from a name and an office."""
_FEW = 4
"""Blanks in a line that ends with a full stop and may be a house and its number ("Vik Port Ltd.")."""


def _closes(text: str) -> bool:
    """Whether a line closes a letter, alone or with a name behind it ("Best, Tom")."""
    if closes(text) or text.strip(_EDGES).casefold() in lexicon.mail.closings():
        return True
    head, comma, name = text.partition(",")
    closing = head.strip(_EDGES).casefold()
    known = closing in lexicon.mail.closings() or closes(head)
    return bool(comma) and known and name.count(" ") <= 4 and not _SENTENCE.search(name)


def _greets(text: str) -> bool:
    """Whether a line greets: "Dear Eva,", "Hi all", "Hello Tom!"."""
    if text.count(" ") >= _GREETING_WORDS or _SENTENCE.search(text.replace("!", "")):
        return False
    if text.endswith(",") and text.count(" ") <= _MOST_NAMES and text[:1].isupper():
        return True  # "Tom,"
    folded = text.casefold()
    greeted = any(
        folded.startswith(words) and not folded[len(words) :][:1].isalnum() for words in _greetings()
    )
    return greeted and (text[-1] in ",:!-–—" or text.count(" ") <= 2)


@cache
def _greetings() -> frozenset[str]:
    return lexicon.genres.salutations() | lexicon.mail.greetings()


def _names(text: str) -> list[str]:
    return [word.strip(_EDGES + "()") for word in text.casefold().split()]
