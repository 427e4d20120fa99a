"""Readers: a file in, immutable sources out. One file a format, one line in `READERS`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from briefgen.errors import BriefgenError, Problem
from briefgen.fences import lost_file, ours
from briefgen.model import Source
from briefgen.read.apart import BIG, is_large, patient, read_apart
from briefgen.read.draft import Reader, Reading, UnreadableError
from briefgen.read.folder import sources_of
from briefgen.read.limits import refuse_large
from briefgen.read.own import OWN, is_own
from briefgen.read.sniff import reader_suffix, suffix_of, true_suffix
from briefgen.read.walk import Walk, walk
from briefgen.watch import NOBODY, Watch

__all__ = ["READERS", "read_bytes", "read_folder", "read_walk", "walk"]


def _reader(module: str, function: str) -> Reader:
    """A reader of this package, imported at its first use, that never raises.

    Libraries raise nearly anything over broken files; it all becomes a problem. What a reader raises by
    itself is a fault of ours, which costs the file, too.
    """

    def read(data: bytes, name: str) -> Reading:
        reader: Reader = getattr(import_module(f"briefgen.read.{module}"), function)
        try:
            return reader(data, name)
        except UnreadableError as error:
            return (), (Problem(name, error.slug, error.message),)
        except ImportError as error:
            what = (
                f"The library {error.name} is missing" if error.name else f"A library is incomplete ({error})"
            )
            message = f"{what}; without it this format can not be read. Install briefgen again."
            return (), (Problem(name, "library-missing", message),)
        except BriefgenError:
            raise
        except MemoryError:
            return (), (Problem(name, "file-too-large", BIG),)
        except Exception as error:
            if ours(error):
                return lost_file(name, error)
            message = f"The file is damaged and can not be read ({type(error).__name__})."
            return (), (Problem(name, "file-damaged", message),)

    return read


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".atom": _reader("feed", "read_feed"),
        ".csv": _reader("csv_articles", "read_csv"),
        ".docm": _reader("word", "read_docx"),
        ".docx": _reader("word", "read_docx"),
        ".dotm": _reader("word", "read_docx"),
        ".dotx": _reader("word", "read_docx"),
        ".eml": _reader("mail", "read_eml"),
        ".emlx": _reader("mail", "read_emlx"),
        ".epub": _reader("epub", "read_epub"),
        ".fodt": _reader("odt", "read_odt"),
        ".htm": _reader("html", "read_html"),
        ".html": _reader("html", "read_html"),
        ".jl": _reader("json_articles", "read_jsonl"),
        ".json": _reader("json_articles", "read_json"),
        ".jsonl": _reader("json_articles", "read_jsonl"),
        ".markdown": _reader("text", "read_text"),
        ".mbox": _reader("mailbox", "read_mbox"),
        ".md": _reader("text", "read_text"),
        ".mht": _reader("saved_page", "read_mht"),
        ".mhtml": _reader("saved_page", "read_mht"),
        ".ndjson": _reader("json_articles", "read_jsonl"),
        ".odt": _reader("odt", "read_odt"),
        ".ott": _reader("odt", "read_odt"),
        ".pdf": _reader("pdf", "read_pdf"),
        ".rss": _reader("feed", "read_feed"),
        ".rtf": _reader("rtf", "read_rtf"),
        ".tsv": _reader("csv_articles", "read_tsv"),
        ".txt": _reader("text", "read_text"),
        ".xhtml": _reader("html", "read_html"),
        ".xml": _reader("feed", "read_feed"),
        ".zip": _reader("archive", "read_zip"),
    }
)
"""Reader by lower-case suffix."""


def read_bytes(data: bytes, name: str) -> Reading:
    """The documents in one file's bytes, read as what they are if the suffix of `name` is wrong."""
    suffix = suffix_of(name)
    true = true_suffix(data, suffix) if suffix in READERS else reader_suffix(data, suffix)
    try:
        refuse_large(len(data), true)
    except UnreadableError as error:
        return (), (Problem(name, error.slug, error.message),)
    if is_own(data, true):
        return (), (Problem(name, "own-memo", OWN),)
    if true == suffix or (suffix not in READERS and true in READERS):
        return _told_if_empty(_read(data, name, true), name)
    return _misnamed(data, name, true)


def _read(data: bytes, name: str, suffix: str) -> Reading:
    return read_apart(data, name, suffix) if is_large(data, suffix) else READERS[suffix](data, name)


def _misnamed(data: bytes, name: str, true: str) -> Reading:
    if true == ".doc":
        message = "This is an old or password-protected Office file; save it as .docx without a password."
        return (), (Problem(name, "file-old-office", message),)
    told = f"The name is wrong: the content is that of a {true} file"
    if true not in READERS or true == ".zip":
        return (), (Problem(name, "file-misnamed", f"{told}, which was not read."),)
    drafts, problems = _told_if_empty(_read(data, name, true), name)
    return drafts, (Problem(name, "file-misnamed", f"{told}, and was read as such."), *problems)


def _told_if_empty(reading: Reading, name: str) -> Reading:
    drafts, problems = reading
    full = tuple(draft for draft in drafts if draft.text.strip())
    if not full and (drafts or not problems):
        problems = (*problems, Problem(name, "file-empty", "The file holds no text."))
    return full, problems


def read_folder(
    folder: Path, out: Path | None = None, watch: Watch = NOBODY
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All documents of a folder (or of one file), in bytewise order of their paths.

    Memos of ours are left out: files that carry our mark, and what lies in `out` where they are written to.

    Gives sources "S1", "S2" ... and the problems met. Raises `BriefgenError`: `folder-missing`,
    `folder-not-a-folder`, `folder-empty` when nothing in it can be read.
    """
    return read_walk(walk(folder, out), watch)


def read_walk(found: Walk, watch: Watch = NOBODY) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The documents of the files that were found. Raises `BriefgenError` `folder-empty`."""
    with patient():
        return sources_of(found, read_bytes, watch)
