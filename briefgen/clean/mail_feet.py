"""What stands under the words of a mail and is not its writer's: signature, feet of newsletters, notices.

A signature is what follows the line "-- ", or the closing of a letter ("Best regards,") with the short lines
below it. The lines that programs and houses add are in lexicon/mail/feet.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen import lexicon
from briefgen.clean.cut import Line
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
    for i, line in enumerate(found):
        foot = _foot(line.text)
        if foot is None:
            continue
        verdict, rest = foot
        changes[i] = verdict
        if rest and not _goes_on(found, i + 1):
            changes.update(dict.fromkeys(range(i, len(found)), verdict))
            return i
    return len(found)


def _goes_on(found: Sequence[Line], i: int) -> bool:
    """Whether the words of the mail go on below a notice that stands above them."""
    prose = [line for line in found[i:] if _is_prose(line.text) and _foot(line.text) is None]
    return len(prose) > _MOST_NOTICES and i < len(found) * _ABOVE


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
        if text == "--" or (_DELIMITER.fullmatch(text) and _signs(found, i + 1, end)):
            changes.update(dict.fromkeys(range(i, end), _SIGNATURE))
            return
        if _closes(text) and _signs(found, i + 1, end):
            stop = next((n for n in range(i + 1, end) if _POSTSCRIPT.match(found[n].text)), end)
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
    words = text.split()
    name = len(words) <= 4 and all(word[0].isupper() or len(word) < 4 for word in words)
    return (
        len(text) <= _LONGEST and not _SENTENCE.search(text) and (name or _CONTACT.search(text) is not None)
    )


def _signs(found: Sequence[Line], i: int, end: int) -> bool:
    """Whether all lines up to `end`, or to a postscript, are short and no sentences."""
    rest = [line.text for line in found[i:end]]
    stop = next((n for n, text in enumerate(rest) if _POSTSCRIPT.match(text)), len(rest))
    signing = rest[:stop]
    return len(signing) <= _MOST_SIGNING and not any(
        len(text) > _LONGEST or (_SENTENCE.search(text) and text.count(" ") > 4 and not _CONTACT.search(text))
        for text in signing
    )


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
