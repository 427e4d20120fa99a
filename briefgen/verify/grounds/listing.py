"""The list of sources, and what header and sections say of documents and rows: counted and compared anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.english.markup import shown
from briefgen.errors import Problem
from briefgen.model import Document, Fact
from briefgen.paper.memo import Cited, House, Item, Memo, Reference, Section, SourceEntry, Text, names
from briefgen.verify.file_check import short
from briefgen.verify.grounds.made_of import Pieces, is_made_of
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.grounds.vocabulary import SIGNS, days_of, fixed, head


def entries_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every document that was read has one entry, with its own file, hash, title, publisher and origin."""
    listed = Counter(entry.source for entry in memo.sources)
    for source in (one.source for one in grounds.corpus.documents):
        if listed[source.id] != 1:
            yield _wrong(source.file, f"it is listed {listed[source.id]} times")
    used = {span.source for section in memo.sections for item in section.items for span in names(item)}
    for entry in memo.sources:
        document = grounds.corpus.by_id.get(entry.source)
        if document is None:
            yield _wrong(entry.id, "no such document was read")
            continue
        for what, said, is_so in _compared(entry, document, grounds):
            if said != is_so:
                yield _wrong(entry.id, f"its {what} is {short(str(is_so))}, not {short(str(said))}")
        if entry.used != (entry.source in used):
            yield _wrong(entry.id, "that a line cites it is wrong")


def _compared(
    entry: SourceEntry, document: Document, grounds: Grounds
) -> Iterator[tuple[str, object, object]]:
    """What an entry says of a document beside what the document says."""
    source, meta = document.source, document.meta
    yield "file", entry.file, source.file
    yield "hash", entry.sha256, source.sha256
    yield "address", entry.url, meta.url.value if meta.url else ""
    yield "language", entry.language, meta.language
    yield "kind", entry.genre, meta.genre.value
    yield "origin", entry.origin, grounds.corpus.kinship(source.id).origin
    yield "confidentiality", entry.confidential, document.confidential
    kind = grounds.corpus.kinship(source.id).kind
    own = tuple(flag.kind for flag in meta.flags)
    yield "caveats", entry.flags, own if kind == "original" or kind in own else (*own, kind)
    title, carrier = _words(entry.title, grounds), _words(entry.publisher, grounds)
    if not _has(title, meta.title, source.file):
        yield "title", title, meta.title.value if meta.title else source.file
    known = [fact for fact in (meta.publisher, meta.original_publisher) if fact]
    if bool(carrier) != bool(known) or not all(fact.value in carrier for fact in known):
        yield "publisher", carrier, " / ".join(fact.value for fact in known)


def _has(said: str, fact: Fact | None, file: str) -> bool:
    """Whether words give a fact, or the name of the file where it is not known."""
    return said == file if fact is None else fact.value in said


def _words(text: Text, grounds: Grounds) -> str:
    return "".join(
        grounds.text(run.span) if isinstance(run, Cited) else run.text
        for run in text
        if not isinstance(run, Reference)
    )


def rows_of_sources_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A row of the list of sources says title, publisher and file of its own entry."""
    for section in memo.sections:
        for item in section.items if section.id == "sources" else ():
            entry = memo.numbered.get(item.label)
            if entry is None:
                if item.label:
                    yield _wrong(item.label, "a row of the list of sources has no entry")
                continue
            said = _words(item.text, grounds)
            for part in (
                _words(entry.title, grounds),
                _words(entry.publisher, grounds),
                f"({entry.file})",
                entry.url,
            ):
                # A cited title with a link in it is printed without the address.
                plain = "".join(part[start:end] for start, end in shown(part))
                if part not in said and plain not in said:
                    yield _wrong(entry.id, f"its row does not say {short(part)}")
            if item.when != entry.published:
                yield _wrong(entry.id, "its row gives another day")


_COUNT = re.compile(r"([0-9]{1,9})(?: [^\W\d_]+)?")


def basis_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """The header names each source as it is listed, and counts what was read and cited."""
    cited = [entry for entry in memo.sources if entry.used]
    basis = next((line.value for line in memo.header if line.id == "basis"), ())
    named = ""
    for run in basis:
        if isinstance(run, Reference):
            named = run.target
        elif isinstance(run, House) and named:
            yield from _named(named, run.text, memo, grounds)
            named = ""
    said = (run.text for run in basis if isinstance(run, House))
    # "3 documents" and "2"; names of files that were not read may begin with figures, too.
    numbers = [int(found[1]) for words in said if (found := _COUNT.fullmatch(words))]
    if numbers[:2] and numbers[:2] != [grounds.corpus.count, len(cited)]:
        yield _wrong(
            "header block",
            f"{grounds.corpus.count} documents were read and {len(cited)} cited, not {numbers[:2]}",
        )


def _named(source: str, words: str, memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Words behind the number of a source that say who published it and when."""
    document, entry = grounds.corpus.by_id.get(source), memo.source_of.get(source)
    carrier, comma, day = words.strip().rpartition(", ")
    # " (names, dates)" behind a number says what could not be found in the document.
    if document is None or entry is None or not comma or words[:2] in ("", " (") or words[0] != " ":
        return
    if carrier not in (_words(entry.publisher, grounds), entry.file):
        yield _wrong(entry.id, f"the header says that {short(carrier)} published it")
    value = document.meta.published.value
    if value and day not in set(days_of(document.meta.published)):
        yield _wrong(entry.id, f"the header says that it is of {short(day)}")


def rows_counted(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """What a section says of how many rows stand elsewhere is so."""
    del grounds
    further = Counter(item.section for one in memo.sections if one.id == "further" for item in one.items)
    for section in (one for one in memo.sections if one.id != "sources"):
        numbers = [int(run.text) for run in section.more if isinstance(run, House) and run.text.isdecimal()]
        annex = any(isinstance(run, Reference) and run.target == "further" for run in section.more)
        if annex and numbers and numbers[0] != further[section.id]:
            yield _wrong(section.title, f"{further[section.id]} rows stand in the annex, not {numbers[0]}")
        if not annex and numbers and numbers[0] != len(section.items):
            yield _wrong(section.title, f"{len(section.items)} rows are shown, not {numbers[0]}")


def further_under_own_titles(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """A row of the annex of further rows stands under the title of its own section."""
    for section in memo.sections:
        for item in section.items if section.id == "further" else ():
            style = grounds.style.section(item.section)
            band = "".join(run.text for run in item.band if isinstance(run, House))
            if style is not None and band != style.title:
                yield _wrong(item.label, f"it stands under {short(band)}")


def differences_right(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Each side of a difference names the document whose words it prints, and the row what differs."""
    house = Pieces((*SIGNS, *fixed(grounds.style)))
    for section in memo.sections:
        for item in section.items if section.id == "discrepancies" else ():
            for version in item.versions:
                yield from _side(section, item, version, grounds, house)
            names = (f"clash-{item.kind}", f"difference-{item.kind}")
            kinds = [grounds.style.phrase(name) for name in names if name in grounds.style.phrases]
            if not any(kind in _words(item.text, grounds) for kind in kinds):
                yield _wrong(section.title, f"{short(_words(item.text, grounds))} is not what differs")


def _side(section: Section, item: Item, version: Text, grounds: Grounds, house: Pieces) -> Iterator[Problem]:
    """The words behind a side's own say who published them and when, and which other sources say the same."""
    source = next((run.span.source for run in version if isinstance(run, Cited)), None)
    document = grounds.corpus.by_id.get(source or "")
    for run in version:
        if isinstance(run, Reference) and run.target not in {cite.source for cite in item.cites}:
            yield _wrong(section.title, f"{run.target} is not cited by the row that names it")
        if not isinstance(run, House) or document is None:
            continue
        # How many more sources there are than it names.
        counts = map(str, range(1, len({cite.source for cite in item.cites})))
        if not is_made_of(run.text, (house, Pieces((*head(document), *counts))), numbers=False):
            yield _wrong(section.title, f"{short(run.text)} is not of {document.source.file}")


def _wrong(where: str, what: str) -> Problem:
    return Problem(where, "listing-wrong", what)


CHECKS = (
    entries_right,
    rows_of_sources_right,
    basis_right,
    rows_counted,
    further_under_own_titles,
    differences_right,
)
