"""What mail programs print above a mail that is answered or forwarded: a head of fields, or one line.

"From: ... Sent: ... Subject: ..." (Outlook, forwarded mails) and "On Fri, 7 Jun 2024 at 18:26, A. Name
wrote:" (Gmail, Thunderbird, Apple Mail), in the languages of lexicon/mail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english.expressions import either
from briefgen.read.mail_days import mail_day

MARKED = re.compile(r"[ \t]{0,8}>(?!From )")
"""How a line of an answered mail begins."""
REPLY = re.compile(
    r"^(?:(?:re|aw|fw|fwd|wg|sv|antw|tr|rv|rif|ref|res|enc|i|r)(?:\[\d+\])?\s?: ?)+", re.IGNORECASE
)
"""What mail programs put before a subject."""
_FIELD = re.compile(
    r"[ \t]{0,8}[*_]{0,2}(?P<name>[^\W\d_][\w’'. -]{0,24}?)[*_]{0,2}\s?:[*_]{0,2}(?:\s+(?P<value>\S.*))?$"
)
_RULE = re.compile(
    r"[ \t>]{0,8}(?:[-_=*]{8,}|[-_=*]{2,} ?[^-_=*]{4,60}? ?[-_=*]{2,}|[^-_=*:]{4,60}:?)[ \t]*$"
)
_ADDRESS = re.compile(r"\s*[<(\[](?:mailto:)?[^<>()\[\]\s]{1,80}@[^<>()\[\]\s]{1,80}[>)\]]")
_BARE = re.compile(r"[^<>()\[\]\s]{1,80}@[^<>()\[\]\s]{1,80}")
_FAMILY_FIRST = re.compile(r"\A([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]+(?: [A-Z]\.)?)\Z")
"""A name as lists of addresses have it: "Vale, Ida"."""
_BEHALF = re.compile(r"\bon behalf of\b|\bim auftrag von\b|\bde la part de\b", re.IGNORECASE)
_MAILTO = re.compile(r"\s*[\[<(]mailto:[^\])>]{3,100}[\])>]", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr\b)?|\b\d{4}\b)"
    r"(?:\s?(?:\(?(?:GMT|UTC|CES?T|BST|[ECMP][SD]T)?\s?[+-]?\d{0,4}\)?))?(?=[\s,<(]|$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_CONTINUED = 60
"""Characters of a field from which it goes on in the next line."""
_LONGEST = 300
"""Characters of the line above an answered mail, over at most `_LINES` lines."""
_LINES = 4
_FEWEST = 3
"""Fields that make a head; two below a line that announces it."""
_MOST = 20
"""Fields in one head; mail programs print eight at most, and each line is looked at once for each of them."""
_PARTICLE = 3
"""Letters of a small word in a name ("Ola van Berg"); "The minister" names nobody."""
_NAME = 80
"""Characters of a sender's name."""


class MailHead(NamedTuple):
    """What stands above an answered mail."""

    stated: Mapping[str, str]
    end: int
    """Number of the line behind it."""
    sure: bool = True
    """False where a mail is answered only if marked lines follow."""


def head_at(lines: Sequence[str], i: int, until: str) -> MailHead | None:
    """The head of fields that begins at line i, with the line above it that announces it, if any.

    `until`: ISO day of the mail that answers.
    """
    at = i
    while at < len(lines) and at < i + 3 and _announces(lines[at]):
        at = _over_blank(lines, at + 1)
    fields, end = _fields(lines, at)
    least = _FEWEST if at == i else _FEWEST - 1
    if len(fields) >= least and any(map(str.isalpha, fields.get("from", ""))):
        return MailHead(_stated(fields, until), end, any(map(_is_named, lines[i:at])) or _is_sure(fields))
    if at > i and _is_named(lines[i]):
        return MailHead({}, at, sure=False)
    return None


def _is_sure(fields: Mapping[str, str]) -> bool:
    """Whether no plan of a journey or minutes ("From: ..., To: ..., Date: ...") has these fields."""
    if any(_BARE.search(value) for value in fields.values()):
        return True
    return "subject" in fields and (":" in fields.get("sent", "") or {"sent", "to"} <= fields.keys())


def _over_blank(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _announces(line: str) -> bool:
    shaped = line.strip() and len(line) < _CONTINUED * 2 and _RULE.match(line)
    return bool(shaped) and (_is_named(line) or not _letters(line))


def _letters(line: str) -> str:
    return line.strip(" \t>-_=*:").casefold()


def _is_named(line: str) -> bool:
    """Whether a line says that a mail follows: "-----Original Message-----"."""
    words = _letters(line)
    return words in lexicon.mail.announced() or words.startswith("forwarded by ")


def _fields(lines: Sequence[str], at: int) -> tuple[dict[str, str], int]:
    """The fields by their keys, the first of each, and the number of the line behind the last."""
    found: dict[str, str] = {}
    end, last, count = at, "", 0
    while at < len(lines) and count < _MOST:
        if not lines[at].strip():
            if not found:
                break
            at = _over_blank(lines, at)
            if at >= len(lines) or at > end + 1 or not _field(lines[at]) or len(found) >= 5:
                break
            continue
        field = _field(lines[at])
        if field:
            last, value = field
            if not value and at + 1 < len(lines) and lines[at + 1].strip() and not _field(lines[at + 1]):
                at, value = at + 1, lines[at + 1].strip()  # a table: the value stands in the next cell
            if last in found and last == "from":
                break
            found.setdefault(last, value)
            count += 1
        elif last and at == end and _goes_on(lines[at - 1], lines[at]):
            if len(found[last]) < _LONGEST:
                found[last] += " " + lines[at].strip()
        else:
            break
        at += 1
        end = at
    return found, end


def _goes_on(before: str, line: str) -> bool:
    return len(before) >= _CONTINUED or before.rstrip().endswith((";", ",")) or line[:1] in " \t"


def _field(line: str) -> tuple[str, str] | None:
    found = _FIELD.match(line) if ":" in line[:40] else None
    name = found["name"].casefold().replace("’", "'") if found else ""
    key = lexicon.mail.field_names().get(name)
    return (key, (found["value"] or "").strip(" \t*_")) if found and key else None


def _stated(fields: Mapping[str, str], until: str) -> Mapping[str, str]:
    values = {
        "title": fields.get("subject", ""),
        "author": sender_name(fields["from"]),
        "published": mail_day(fields.get("sent", ""), until),
    }
    return {key: value for key, value in values.items() if value}


def sender_name(sender: str) -> str:
    """The name before the address, or the address; of "list on behalf of NAME" the latter."""
    sender = _BEHALF.split(_MAILTO.sub("", " ".join(sender.split())))[-1].strip()
    name = _ADDRESS.sub("", sender).strip(" \t\"',;")
    name = _FAMILY_FIRST.sub(r"\2 \1", name)
    bare = _BARE.search(sender)
    return name or (bare[0] if bare else sender.strip("<> "))


@cache
def _verbs() -> re.Pattern[str]:
    verbs = either(verb for row in lexicon.mail.wrote() for verb in row.verbs)
    return re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)


@cache
def _leads() -> re.Pattern[str]:
    leads = either(row.lead for row in lexicon.mail.wrote())
    return re.compile(rf"(?:{leads})\s", re.IGNORECASE)


def wrote_at(lines: Sequence[str], i: int, until: str) -> MailHead | None:
    """The line "On DATE, NAME wrote:" that begins at line i, perhaps over several lines."""
    text = ""
    for at in range(i, min(i + (_LINES if _opens(lines[i]) else 1), len(lines))):
        if not lines[at].strip() or len(text) + len(lines[at]) > _LONGEST:
            return None
        if text and (MARKED.match(lines[at]) or _opens(lines[at])):
            return None
        text = f"{text} {lines[at].strip(' *_')}".strip()
        if text.endswith(":"):
            stated = _attribution(" ".join(text[:-1].split()), until)
            return MailHead(stated[0], at + 1, stated[1]) if stated else None
    return None


def _opens(line: str) -> bool:
    """Whether a line begins "On Tue, 10 ...": only such a one goes on over several lines."""
    return _leads().match(line.strip()) is not None and any(sign.isdigit() for sign in line[:_NAME])


def _attribution(text: str, until: str) -> tuple[Mapping[str, str], bool] | None:
    """What the line states, and whether it shows by address or clock that a mail follows."""
    verb = next(iter(_verbs().finditer(text)), None)
    if verb is None:
        return None
    before, behind = text[: verb.start()].strip(" ,"), text[verb.end() :].strip(" ,")
    address = _BARE.search(text)
    lead = _leads().match(before)
    if lead and behind:  # "Am 10. März schrieb NAME"
        name, day = behind, before[lead.end() :]
    elif behind:  # "NAME wrote on 10/03/2026 16:30"
        name, day = before, _leads().sub("", behind, count=1)
    else:
        name, day = _parted(before[lead.end() :] if lead else before)
    name = sender_name(name)
    if not _is_sender(name) or (day and not _YEAR.search(day)):
        return None
    stated = {"author": name, "published": mail_day(day, until)} if day else {"author": name}
    return stated, bool(day) and (bool(address) or ":" in day)


def _parted(words: str) -> tuple[str, str]:
    """Name and date of "DATE, NAME <address>"; no date where none stands before the name."""
    stop = words.find("<")
    clocks = list(_CLOCK.finditer(words, 0, stop if stop >= 0 else len(words)))
    if not clocks:
        return words, ""
    end = clocks[-1].end()
    return words[end:].strip(" ,-–|"), words[:end].strip(" ,")


def _is_sender(name: str) -> bool:
    words = name.split(None, 2)
    if not 1 < len(name) <= _NAME or words[0].casefold() in _unnamed():
        return False
    described = len(words) > 1 and words[1].islower() and len(words[1]) > _PARTICLE
    return "@" in name or (not described and (name[0].isupper() or not name[0].isascii()))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(word for row in lexicon.mail.wrote() for word in row.unnamed)
