"""Mailboxes (.mbox): each mail a source "#3", what it answers "#3.2", an attachment "#3/note.pdf"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.errors import BriefgenError, Problem
from briefgen.fences import ours
from briefgen.read.draft import Draft, Reading, UnreadableError
from briefgen.read.mail import mail_reading, parsed

_FROM = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]{1,300}\r?\n(?=[!-9;-~]{1,60}:)")
"""The line before each mail: behind a blank line, and before a header line."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)
_MAILS = 5000
_TOLD = 3
"""Mails without a date that are told one by one."""
_KEY = re.compile(r"[^\w]+")


def read_mbox(data: bytes, name: str) -> Reading:
    """The mails in the order of the file; a mail that a later one answers is read once, as its own.

    Raises `UnreadableError`: `file-damaged` when no mail begins in it, `file-too-large` above 5,000 mails.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    empty = 0
    for number, mail in enumerate(_mails(data), 1):
        if number > _MAILS:
            raise UnreadableError("file-too-large", f"The mailbox has more than {_MAILS} mails; split it.")
        try:
            made, told = _read(mail, name, number)
        except UnreadableError as error:
            empty += error.slug == "file-empty"
            if error.slug != "file-empty":
                problems.append(Problem(f"{name}#{number}", error.slug, error.message))
            continue
        drafts += made
        problems += told
    if not drafts and not problems and not empty:
        raise UnreadableError("file-damaged", "This is not a mailbox: no mail begins in it.")
    if empty:
        message = f"{empty} mail{' holds' if empty == 1 else 's hold'} no text."
        problems.append(Problem(name, "record-empty", message))
    kept, again = _once(drafts)
    if again:
        what = "1 answered mail was" if again == 1 else f"{again} answered mails were"
        message = f"{what} read once, as the mail of its own that the mailbox also holds."
        problems.append(Problem(name, "file-duplicate", message))
    return kept, (*_few(problems, name),)


def _read(mail: bytes, name: str, number: int) -> Reading:
    """One mail, which costs itself only, whatever the library raises over it."""
    try:
        return mail_reading(parsed(mail), name, f"#{number}")
    except (UnreadableError, BriefgenError, ImportError):
        raise
    except Exception as error:
        if ours(error):
            raise
        message = f"The mail is damaged and can not be read ({type(error).__name__})."
        raise UnreadableError("file-damaged", message) from None


def _few(problems: list[Problem], name: str) -> Iterator[Problem]:
    """The problems, those of mails without a date as one where they are many."""
    undated = [problem for problem in problems if problem.slug == "mail-day"]
    if len(undated) <= _TOLD:
        yield from problems
        return
    yield from (problem for problem in problems if problem.slug != "mail-day")
    message = f"{len(undated)} mails have no Date line that can be read, first {undated[0].where}."
    yield Problem(name, "mail-day", message)


def _mails(data: bytes) -> Iterator[bytes]:
    """The bytes of each mail; "From " at the head of a line is quoted in a mailbox."""
    starts = list(_FROM.finditer(data))
    for i, start in enumerate(starts):
        end = starts[i + 1].start() if i + 1 < len(starts) else len(data)
        yield _QUOTED_FROM.sub(rb"\1", data[start.end() : end])


def _once(drafts: list[Draft]) -> tuple[tuple[Draft, ...], int]:
    """The sources without answered mails that are there already, and how many these are."""
    own = {_words(draft) for draft in drafts if not _is_answered(draft)}
    kept: list[Draft] = []
    for draft in drafts:
        if _is_answered(draft):
            words = _words(draft)
            if words in own:
                continue
            own.add(words)
        kept.append(draft)
    return tuple(kept), len(drafts) - len(kept)


def _is_answered(draft: Draft) -> bool:
    return draft.mail and "." in draft.suffix and "/" not in draft.suffix


def _words(draft: Draft) -> str:
    return _KEY.sub("", draft.text.casefold())
