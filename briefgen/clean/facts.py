"""Lines that state a fact about the document: its date, its writer."""

from __future__ import annotations

import re

from briefgen import lexicon
from briefgen.clean.verdict import Verdict
from briefgen.english.date_label import is_done
from briefgen.english.expressions import either
from briefgen.timex import OTHER_DATE

_MONTH = rf"(?:{either(lexicon.time.month_names())})\b\.?"
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}(?:,?[ -]?\d{{4}})?"
    rf"|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?"
    rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|{_MONTH} \d{{4}}"
    rf"|{OTHER_DATE}|\b(?:{either(lexicon.time.seasons())}) \d{{4}})",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|released"
    r"|date|dated|reviewed|publication date|date of publication|last update|release date"
    r"|for immediate release|(?:strictly )?embargo(?:ed)? (?:until|till)|under embargo until"
    r"|not for (?:release|publication) before|answered|adopted|dated)\b[^.]{0,20}",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last |this (?:story|article|page|post) (?:was|has been) )?(?:updated|corrected)(?: on| at|:|,)? $",
    re.I,
)
"""Words right before a date that make the line the note of a change, whatever it says of its reason."""
_ISSUED = re.compile(
    rf"(?:^|[.;|] )(?:issued|published|released|answered|adopted|posted)(?: on)?:? "
    rf"(?=(?:\d{{1,2}} )?{_MONTH})",
    re.IGNORECASE,
)
"""In a line of several days: "Data as of 11 May. Issued 12 May 2025."."""
_BESIDE_BAR = 5
"""Words beside a day behind a bar: "Policy brief | 3 May 2024"."""
_TELLS = re.compile(r"\b(?:was|were|is|are|has|have|had|be|been|will|said)\b", re.IGNORECASE)
_BYLINE = re.compile(
    rf"(?:by|byline|(?:{either(lexicon.pages.byline_words())}) by|authors?|from)\b:?\s+(?=\S)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[.;,|] (?:(?:an )?interview(?:ed)?(?: by)?|text|words|by|photos?|report|story|author)s?:? "
    r"(?=[A-Z]).{2,60}$",
    re.I,
)
"""Who wrote it, behind the date: "The Example Weekly, 8 March 2026. Interview: A. Name"."""
_FOR_RELEASE = re.compile(r"\W*\bfor immediate release$", re.I)
_AS_OF = re.compile(r"(?:[\w’'-]+ ){1,4}as of $", re.I)
"""What stands so on that day: "Programme as of 1 April 2025"."""
_PAPER = re.compile(
    r"\b(?:bulletin|brief|briefing|communiqué|issue|letter|memorandum|newsletter|note|paper|release|report|review|"
    r"statement|study|working document)s?\b",
    re.I,
)
"""What a paper calls itself in the line that says when it appeared."""
_ABOUT = re.compile(r"\b(?:about|at|between|by|for|from|in|of|on|to|with)\b")
"""With one of these a line tells what a paper is about, or whose it is: it is its title."""
_AROUND = "*_ ()"
_MOST_IN_IMPRINT = 8
"""Words of such a line beside that name and the date."""
CHANGE_LINE, IMPRINT = "change-line", "imprint"
"""Rules of lines with a date that need not stand below a headline: above them stands who issues the text."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_TIME = re.compile(r"T?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,2} ?[ap]\.?m\b|Z\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
"""Which every date has and few lines."""
_MOST = 16
"""Words in a fact line; longer lines are sentences."""


def fact(text: str) -> Verdict | None:
    """ "dateline" for a line that is little else than a date, "byline" for one that names the writer."""
    count = text.count(" ") + 1
    if count > _MOST:
        return None
    by = _BYLINE.match(text)
    if _is_dated(text, count, signed=by is not None):
        return Verdict("dateline", "date-line")
    if _is_changed(text):
        return Verdict("dateline", CHANGE_LINE)
    if _is_imprint(text):
        return Verdict("dateline", IMPRINT)
    if _is_byline(text, by):
        return Verdict("byline", "byline")
    return None


def _is_dated(text: str, count: int, *, signed: bool) -> bool:
    text = _CREDIT.sub("", _FOR_RELEASE.sub("", text.strip(_AROUND)))
    if not _DIGIT.search(text) or not (found := DATE.search(text)):
        return False
    if not _TIME.sub("", text[: found.start()]).strip(" ,|") and _is_header(text[found.end() :]):
        return True
    rest = text[: found.start()] + " " + text[found.end() :]
    rest = _TIME.sub(" ", DATE.sub(" ", rest))
    beside = lexicon.time.dateline_words() | lexicon.time.other_weekdays()
    words = [word for word in _WORD.findall(rest) if word.casefold() not in beside]
    if _STAMP.match(text):
        return len(words) <= 6
    if signed and len(words) <= 9 and found.end() > len(text) - 30:
        return all(word[0].isupper() for word in words[1:])
    if _STAMP.search(text, 0, found.start()) and len(words) <= 6:
        return all(word[0].isupper() for word in words)
    if _ISSUED.search(text) or is_done(text[: found.start()]):
        return not _TELLS.search(text)
    if " | " in text and len(words) <= _BESIDE_BAR and text[-1:] not in ".!?":
        return any(_is_day(part) for part in text.split(" | "))
    named = all(word[0].isupper() for word in words) and "(" not in text and text[-1:] != "."
    return named and len(words) <= 3 and len(words) * 2 <= count


def _is_day(part: str) -> bool:
    found = DATE.search(part)
    return found is not None and not _WORD.search(_TIME.sub(" ", DATE.sub(" ", part)))


def _is_changed(text: str) -> bool:
    """ "Updated on Sept. 27 to reflect the latest figures"."""
    found = DATE.search(text) if _DIGIT.search(text) else None
    return found is not None and _CHANGED.fullmatch(text, 0, found.start()) is not None


def _is_imprint(text: str) -> bool:
    """ "Harbour Institute, Report 2/2026, 15 January 2026": names, what the paper calls itself, the day."""
    text = text.strip(_AROUND)
    found = DATE.search(text) if _DIGIT.search(text) else None
    if found is None or found.end() != len(text):
        return False
    if _AS_OF.fullmatch(text, 0, found.start()):
        return True
    if _ABOUT.search(text, 0, found.start()) or not _PAPER.search(text, 0, found.start()):
        return False
    words = [word for word in _WORD.findall(text[: found.start()]) if not _PAPER.fullmatch(word)]
    return len(words) <= _MOST_IN_IMPRINT and all(word[0].isupper() for word in words)


def _is_header(rest: str) -> bool:
    """Whether names and categories follow the date that heads a line: "/ 0 Comments / in News / by X"."""
    words = _WORD.findall(rest)
    capitals = sum(word[0].isupper() for word in words)
    marks = sum(map(rest.count, ("/", "|", "•", "·", ",", " - ", ": ")))
    return bool(words) and rest[-1] not in ".!?:" and (marks >= 2 or capitals >= 0.8 * len(words) > 2)


def _is_byline(text: str, by: re.Match[str] | None) -> bool:
    if text.casefold().strip(" .:") in lexicon.pages.desks():
        return True
    if not by or text[-1] in ".!?":
        return False
    named = _WORD.findall(text[by.end() :])
    capitals = sum(word[0].isupper() for word in named)
    return capitals >= 1 and capitals * 2 >= len(named) and (text[0].isupper() or len(named) <= 4)
