"""The command's last words on a memo: what it holds, what it rests on, and what is left to fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.model import Corpus, Document, Selection
from briefgen.output import Output
from briefgen.paper.memo import Cited, House, Item, Memo, Section, SourceEntry, Text
from briefgen.paper.printed import folded
from briefgen.request import Request

LARGE_MAIL = 10_000_000
"""Bytes of a mail that the more careful servers refuse; the others take up to 25 million."""
SHOWN = 6
"""Documents in other languages that are told, those that name the topic most first."""
NAMED = 4
"""Documents or files that are named one by one; of more, the number is given."""
OPTIONS: Mapping[str, str] = MappingProxyType(
    {"to": "--to", "from": "--from", "date": "--as-of", "ref": "--ref"}
)
"""Lines of the header block by the option that fills them."""
KIN: Mapping[str, str] = MappingProxyType(
    {
        "reprint": "is a reprint of",
        "rewrite": "is a rewrite of",
        "translation": "is a translated rewrite of",
        "duplicate": "is a copy of",
    }
)


class Summary(NamedTuple):
    """What is said of one memo."""

    head: str
    """Behind each of its files: "body of 940 words, 4 annexes; 46 passages verified"."""
    lines: tuple[str, ...]
    """Below them."""


WRITTEN = Summary("written", ())
"""Of a memo that could not be summed up."""


def summed_up(memo: Memo, corpus: Corpus, selection: Selection) -> Summary:
    """What is known of a written memo without a layout engine, which alone could count pages."""
    body = [section for section in memo.sections if not section.annex]
    annexes = len(memo.sections) - len(body)
    head = (
        f"body of {counted(sum(words_of(one, corpus) for one in body), 'word')}, "
        f"{counted(annexes, 'annex', 'annexes')}; {counted(len(memo.places), 'passage')} verified"
    )
    lines = (rested_on(memo, corpus, selection), unread(memo), blank(memo))
    return Summary(head, tuple(line for line in lines if line))


def words_of(section: Section, corpus: Corpus) -> int:
    """Words that the rows of a section print: their text with what stands before and behind it, no labels,
    dates, notes or headings of columns."""
    bands = dict.fromkeys(item.band for item in section.items)
    own = sum(count(text, corpus) for text in (section.note, section.more, *bands))
    return own + sum(row_words(item, corpus) for item in section.items)


def row_words(item: Item, corpus: Corpus) -> int:
    """Words of a row and of the positions in it."""
    texts = (item.lead, item.text, item.relation, item.closing)
    own = sum(count(text, corpus) for text in texts) + len(item.name.split())
    return own + sum(row_words(position, corpus) for position in item.positions)


def count(text: Text, corpus: Corpus) -> int:
    """The number of words in a text."""
    words = (corpus.text(run.span) if isinstance(run, Cited) else as_house(run) for run in text)
    return len("".join(words).split())


def as_house(run: object) -> str:
    """The words of the house; a reference is one word."""
    return run.text if isinstance(run, House) else "1"


def rested_on(memo: Memo, corpus: Corpus, selection: Selection) -> str:
    """ "read 5, used 3 (S2 is a rewrite of S1; S3 holds nothing on the topic)"."""
    entries = [entry for entry in memo.sources if not corpus.by_id[entry.source].failed]
    why = "; ".join(notes_on(memo, entries, corpus, selection))
    used = sum(entry.used for entry in entries)
    return f"read {corpus.count:,}, used {used}" + (f" ({why})" if why else "")


def notes_on(
    memo: Memo, entries: Sequence[SourceEntry], corpus: Corpus, selection: Selection
) -> Iterator[str]:
    """Which documents are one source with others, and why others are not used."""
    kin = [corpus.kinship(entry.source) for entry in entries]
    derived = [one for one in kin if one.kind in KIN]
    if len(derived) <= NAMED:
        for one in derived:
            yield f"{memo.number(one.source)} {KIN[one.kind]} {memo.number(one.origin)}"
    else:
        yield f"{len(derived)} are reprints or rewrites of others"
    same = {one.source for one in derived}
    idle = [entry for entry in entries if not entry.used and entry.source not in same]
    foreign = [entry for entry in idle if not_english(corpus.by_id[entry.source])]
    weight = {one.source: one.weight for one in selection.considered}
    holding = [entry for entry in idle if weight.get(entry.source, 0) > 0 and entry not in foreign]
    nothing = [entry for entry in idle if entry not in holding and entry not in foreign]
    yield from foreign_ones(foreign, selection)
    yield from said_of(nothing, "holds nothing on the topic", "hold nothing on the topic")
    yield from said_of(holding, "gave no line that was chosen", "gave no line that was chosen")


def foreign_ones(entries: Sequence[SourceEntry], selection: Selection) -> Iterator[str]:
    """ "not in English: S3 (names the topic 14 times), S5 (2), S7": what may be worth a translation."""
    topic = {one.source: one.topic for one in selection.foreign}
    row = sorted(entries, key=lambda one: -topic.get(one.source, 0))
    told = [f"{one.id} ({topic[one.source]})" if topic.get(one.source) else one.id for one in row]
    if row and (times := topic.get(row[0].source)):
        told[0] = f"{row[0].id} (names the topic {'once' if times == 1 else f'{times} times'})"
    more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    if told:
        yield f"not in English: {', '.join(told[:SHOWN])}{more}"


def said_of(entries: Sequence[SourceEntry], one: str, several: str) -> Iterator[str]:
    """ "S3 holds nothing on the topic", "S3, S4 and S5 hold ...", "17 hold ..."; nothing for none."""
    if entries:
        yield f"{some([entry.id for entry in entries])} {one if len(entries) == 1 else several}"


def some(names: Sequence[str]) -> str:
    """Names as a list, or how many they are."""
    if len(names) > NAMED:
        return str(len(names))
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def not_english(document: Document) -> bool:
    """Whether a document was not read because of its language."""
    return document.foreign


def unread(memo: Memo) -> str:
    """ "not read, or not whole: minutes.pdf and a.zip"; "" where all was read."""
    files = list(dict.fromkeys(folded(one.file) for one in memo.lost))
    names = some(files) if len(files) <= NAMED else f"{len(files)} files"
    return f"not read, or not whole: {names} (see the notes above)" if files else ""


def blank(memo: Memo) -> str:
    """ "blank: To, From (use --to, --from)"; "" where the officer has nothing to fill in."""
    fields = [field for field in memo.header if field.fillable and not field.value]
    options = [OPTIONS[field.id] for field in fields if field.id in OPTIONS]
    names = ", ".join(folded(field.label) for field in fields)
    return f"blank: {names}" + (f" (use {', '.join(options)})" if options else "") if fields else ""


def unprinted(filled: Sequence[tuple[str, str]], memo: Memo) -> Iterator[Problem]:
    """Values of the call for lines that the header block of the house does not have."""
    there = {field.id for field in memo.header}
    for line, value in filled:
        if line not in there:
            message = f"The house has no line for {OPTIONS.get(line, line)}, so “{value}” is not in the memo."
            yield Problem(memo.topic, "header-unprinted", message)


def quoted_secrets(memo: Memo) -> Iterator[Problem]:
    """That a memo quotes what the user marked as confidential: it is he who sends it on."""
    secret = [folded(one.file) for one in memo.sources if one.used and one.confidential]
    if secret:
        message = f"It quotes what you marked as confidential: {some(secret)}."
        yield Problem(memo.topic, "confidential-quoted", message)


def too_early(as_of: date | None, days: Collection[date]) -> tuple[Problem, ...]:
    """Whether all sources are later than the date of the memo, which is then a slip as a rule."""
    if as_of is None or not days or min(days) <= as_of:
        return ()
    told = f"All sources are later than {as_of.isoformat()}; the first is of {min(days).isoformat()}."
    return (Problem("--as-of", "as-of-early", told),)


def unmailed(request: Request) -> Iterator[Problem]:
    """Addresses for a mail that was not asked for."""
    options = {"--to-mail": request.to_mail, "--cc-mail": request.cc_mail}
    for option in (name for name, found in options.items() if found and "eml" not in request.formats):
        yield Problem(option, "mail-unused", "No mail is written without --format eml, so nobody gets one.")


def drafted(files: Sequence[Path]) -> Iterator[Problem]:
    """How drafts are opened, once, and which of them are large."""
    drafts = [file for file in files if file.suffix == ".eml"]
    if drafts:
        evidence = any(file.suffix == ".html" for file in files)
        yield Problem(str(drafts[0]), "mail-draft", _OPENING + (_EVIDENCE if evidence else ""))
    for file in drafts:
        if (size := file.stat().st_size) > LARGE_MAIL:
            message = f"The mail has {size / 1_000_000:.0f} MB; many servers take no more than 10 to 25."
            yield Problem(str(file), "mail-large", message)


_OPENING = (
    "Classic Outlook and Thunderbird open it as a draft; in Apple Mail choose Message > Send Again; drag it "
    "into the folder of drafts in new Outlook."
)
_EVIDENCE = " The evidence page in it holds the text of the sources."


def kept_its_name(draft: Output) -> Problem:
    """What is said of a file that was not replaced."""
    what = "Somebody edited this memo" if draft.edited else "Somebody may have edited this file"
    if draft.linked:
        what = "This is a link, which is neither followed nor replaced"
    message = f"{what}, so it keeps its name; the new memo is {draft.written.name}."
    return Problem(str(draft.target), "memo-kept", message)


def counted(number: int, noun: str, several: str = "") -> str:
    """ "1 passage", "2,046 passages"."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
