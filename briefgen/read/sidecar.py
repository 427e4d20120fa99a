"""The user's own word about a document: NAME.meta.toml beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from briefgen.errors import Problem
from briefgen.model import META_KEYS
from briefgen.read.walk import SIDECAR
from briefgen.toml_table import toml_table

LINE_KEYS = ("keep_lines", "drop_lines")
"""Lists of line numbers, for the cleaning; handed on as "12,14"."""
CONFIDENTIAL = "confidential"
"""true: of the document nothing leaves the house but what the memo cites; handed on as "yes"."""
_OTHER_KEYS = (*LINE_KEYS, CONFIDENTIAL)
_BYTES = 65_536
_KEPT_SECRET = "The document counts as confidential until that is mended."
_TOO_LONG = "The file has more than 64 kB, where a handful of lines is usual; it was not used."
_LINES = 10_000_000
"""More lines than any document has; a number of thousands of digits can not even be printed."""
_DATE_KEYS = ("published", "updated")
_SHAPES = MappingProxyType(
    {
        "url": re.compile(r"(?:https?://|www\.)\S+", re.I),
        "language": re.compile(r"[^\W\d_]{2,20}(?:[-_]\w{2,8})?"),
    }
)
_DID_YOU_MEAN = 0.6
"""Likeness of an unknown key to a known one (difflib) from which that is named."""
_SHOWN = 40
"""Characters of a key in a message."""
_ISO_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def sidecar_of(name: str, sidecars: Mapping[str, Path]) -> str | None:
    """Name of the sidecar of a document: "article.txt.meta.toml" before "article.meta.toml"."""
    candidates = (f"{name}{SIDECAR}", str(PurePosixPath(name).with_suffix(SIDECAR)))
    return next((candidate for candidate in candidates if candidate in sidecars), None)


def read_sidecar(path: Path, name: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Values by key as strings, and a problem with its line for each that can not be used."""
    try:
        with path.open("rb") as file:
            data = file.read(_BYTES + 1)
    except OSError as error:
        return {}, (Problem(name, "sidecar-broken", f"The file can not be opened: {error.strerror}."),)
    try:
        if len(data) > _BYTES:
            return _unused(data, Problem(name, "sidecar-broken", _TOO_LONG))
        text = data.decode("utf-8-sig")
        values = toml_table(text)
    except UnicodeDecodeError:
        return _unused(data, Problem(name, "sidecar-broken", "The file is not in UTF-8; it was not used."))
    except ValueError as error:
        return _unused(data, _broken(name, str(error)))
    given = {key: _as_text(key, value) for key, value in values.items()}
    problems = [_refused(name, text, key) for key, value in given.items() if value is None]
    used = {key: value for key, value in given.items() if value is not None}
    if any(value is None and _means_confidential(key) for key, value in given.items()):
        used[CONFIDENTIAL] = "yes"
    return used, (*problems, *_both(name, used))


def _unused(data: bytes, problem: Problem) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """A sidecar that can not be used: what it may have said of secrecy holds all the same."""
    secret = CONFIDENTIAL.encode() in data.lower()
    told = f"{problem.message} {_KEPT_SECRET}" if secret else problem.message
    return ({CONFIDENTIAL: "yes"} if secret else {}), (replace(problem, message=told),)


def _means_confidential(key: str) -> bool:
    """Whether a key that can not be used is the one of secrecy, or meant to be."""
    return bool(get_close_matches(key.casefold(), (CONFIDENTIAL,), 1, _DID_YOU_MEAN))


def _both(name: str, used: Mapping[str, str]) -> Iterator[Problem]:
    """Tells of lines that are to be kept and to be dropped."""
    keep, drop = (set(numbers_of(used.get(key, ""))) for key in LINE_KEYS)
    if both := sorted(keep & drop):
        listed = ", ".join(map(str, both))
        message = f"Lines {listed} stand in keep_lines and in drop_lines; they are dropped."
        yield Problem(name, "sidecar-bad-value", message)


def numbers_of(value: str) -> tuple[int, ...]:
    """The line numbers in "12,14"."""
    return tuple(int(number) for number in value.split(",") if number)


def _broken(name: str, error: str) -> Problem:
    line = re.search(r"at line (\d+)", error)
    reason = re.sub(r" \(at .*\)$|;.*| for integer string conversion.*", "", error)
    message = f"The file is not valid TOML and was not used: {reason}."
    return Problem(f"{name}, line {line[1]}" if line else name, "sidecar-broken", message)


def _as_text(key: str, value: object) -> str | None:
    """The value as the string handed on; None when the key or its value can not be used."""
    if key in LINE_KEYS:
        numbers = value if isinstance(value, list) else [value]
        usable = all(type(number) is int and 0 < number < _LINES for number in numbers)
        return ",".join(str(number) for number in numbers) if usable else None
    if key == CONFIDENTIAL:
        return {True: "yes", False: ""}.get(value) if isinstance(value, bool) else None
    if key not in META_KEYS:
        return None
    if key in _DATE_KEYS:
        return _day(value)
    if not isinstance(value, str) or not value.strip():
        return None
    fits = _SHAPES.get(key)
    return None if fits and not fits.fullmatch(value.strip()) else value.strip()


def _day(value: object) -> str | None:
    """An ISO day, month or year; TOML has its own dates, without quotes."""
    if isinstance(value, int) and not 0 < value <= 9999:
        return None
    text = value.isoformat()[:10] if isinstance(value, date) else str(value)
    if isinstance(value, bool) or not _ISO_DAY.fullmatch(text):
        return None
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return None
    return text


def _refused(name: str, text: str, key: str) -> Problem:
    found = re.search(rf"^[ \t]*[\"'\[]*{re.escape(key)}", text, re.M)
    where = f"{name}, line {text.count(chr(10), 0, found.start()) + 1}" if found else name
    secret = f" {_KEPT_SECRET}" if _means_confidential(key) else ""
    if key in META_KEYS or key in _OTHER_KEYS:
        message = f"The value of {key} can not be used; {_wanted(key)}.{secret}"
        return Problem(where, "sidecar-bad-value", message)
    known = (*META_KEYS, *_OTHER_KEYS)
    near = get_close_matches(key.casefold().replace("-", "_"), known, 1, _DID_YOU_MEAN)
    meant = f"did you mean {near[0]}? Known are" if near else "use one of"
    shown = key if len(key) <= _SHOWN else key[:_SHOWN] + "…"
    message = f"{shown} is not known here; {meant} {', '.join(known)}.{secret}"
    return Problem(where, "sidecar-unknown-key", message)


def _wanted(key: str) -> str:
    if key in LINE_KEYS:
        return "give line numbers, as in [12, 14]"
    if key == CONFIDENTIAL:
        return "write true or false"
    if key in _DATE_KEYS:
        return 'give a date as "2025-07-21", "2025-07" or "2025"'
    if key == "url":
        return 'give an address as "https://..."'
    if key == "language":
        return 'give a code as "en" or a name as "English"'
    return "give text between quotation marks"
