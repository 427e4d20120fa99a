"""Files that no reader takes: by what they are, one line a kind, with what to do about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from briefgen.errors import Problem

_LISTED = 5
"""Names printed in the one line for a kind of files that were left out."""


class RefusedKind(NamedTuple):
    """A kind of files without a reader; {it} is "it" or "them"."""

    suffixes: str
    one: str
    many: str
    advice: str


_KINDS = (
    RefusedKind(".doc .dot .wri", "old Word file", "old Word files",
                "open {it} in Word or LibreOffice and save {it} as .docx"),
    RefusedKind(".xls .xlsx .xlsm .xlsb .ods .numbers", "spreadsheet", "spreadsheets",
                "open {it} and save the sheet that matters as .csv"),
    RefusedKind(".ppt .pptx .pps .ppsx .pptm .odp .key", "set of slides", "sets of slides",
                "open {it} and export {it} as PDF"),
    RefusedKind(".msg", "mail saved by Outlook", "mails saved by Outlook",
                "open {it} and save {it} as .eml, or as text (.txt)"),
    RefusedKind(".pst .ost .dbx .olm .nsf", "mailbox of a mail program", "mailboxes of a mail program",
                "open {it} there and save the mails that matter as .eml"),
    RefusedKind(".p7m .p7s", "sealed mail", "sealed mails",
                "open {it} in the mail program and save the text"),
    RefusedKind(".tnef", "attachment in Outlook's own format", "attachments in Outlook's own format",
                "ask the sender for the files themselves"),
    RefusedKind(".pages", "Pages document", "Pages documents", "open {it} in Pages and export {it} as .docx"),
    RefusedKind(".wpd .wps .sxw .sdw .lwp .hwp .hwpx .cwk .abw", "document of another word processor",
                "documents of another word processor", "open {it} in LibreOffice and save {it} as .docx"),
    RefusedKind(".djvu .djv", "scan", "scans",
                "run text recognition (OCR) on {it} and save {it} as PDF or text"),
    RefusedKind(".tif .tiff .png .jpg .jpeg .gif .bmp .webp .heic .avif .ico .svg", "picture", "pictures",
                "if a document was scanned, run text recognition (OCR) and save it as PDF or text"),
    RefusedKind(".mp3 .m4a .wav .ogg .opus .flac .wma .aac .mp4 .m4v .mov .avi .mkv .webm .wmv .3gp",
                "recording", "recordings", "write down what was said and save it as text (.txt)"),
    RefusedKind(".gz .tgz .7z .rar .tar .bz2 .xz .zst .cab .dmg .iso", "archive", "archives",
                "unpack {it} into the folder"),
    RefusedKind(".webarchive .warc .maff", "web archive", "web archives",
                "open {it} in the browser and save the page as .html or PDF"),
    RefusedKind(".url .webloc .lnk .desktop .website", "link", "links",
                "a link is not the page: open it and save the page as .html or PDF"),
    RefusedKind(".tex .ltx", "LaTeX source", "LaTeX sources",
                "put the PDF that is made of {it} into the folder"),
    RefusedKind(".xps .oxps .ps .eps .dvi", "print file", "print files", "open {it} and save {it} as PDF"),
    RefusedKind(".mobi .azw .azw3 .fb2 .lit .prc", "e-book", "e-books", "convert {it} to .epub or .txt"),
    RefusedKind(".one", "OneNote section", "OneNote sections", "export the pages that matter as PDF"),
)  # fmt: skip
_UNKNOWN = RefusedKind("", "file of a type without a reader", "files of types without a reader", "")
_BY_NAME = MappingProxyType({"winmail.dat": ".tnef"})


@cache
def _by_suffix() -> Mapping[str, RefusedKind]:
    return MappingProxyType({suffix: kind for kind in _KINDS for suffix in kind.suffixes.split()})


def refused_kind(name: str) -> RefusedKind | None:
    """The kind of a file that is known to have no reader, by its name; None for any other."""
    path = PurePosixPath(name.lower())
    return _by_suffix().get(_BY_NAME.get(path.name, path.suffix))


def advice_on(suffix: str) -> str:
    """What to do about a file of a refused format, for a message: "open it in Word and save it as .docx"."""
    return _by_suffix()[suffix].advice.format(it="it")


def skipped(names: Iterable[str], where: str, what: str = "file") -> Iterator[Problem]:
    """One line a kind on files that were left out; those of unknown types are called `what`: "attachment"."""
    kinds: dict[RefusedKind, list[str]] = {}
    for name in names:
        kinds.setdefault(refused_kind(name) or _UNKNOWN, []).append(name)
    for kind in (*_KINDS, _UNKNOWN):
        if kind in kinds:
            yield _told(kind, tuple(kinds[kind]), where, what)


def _told(kind: RefusedKind, names: tuple[str, ...], where: str, what: str) -> Problem:
    single = len(names) == 1
    told = f"{len(names)} {kind.one if single else kind.many} {'was' if single else 'were'} not read"
    if kind is _UNKNOWN:
        return Problem(where, "files-skipped", f"{told.replace('file', what, 1)}: {listed(names)}.")
    advice = kind.advice.format(it="it" if single else "them")
    return Problem(where, "format-refused", f"{told}; {advice}: {listed(names)}.", names)


def listed(names: tuple[str, ...]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")
