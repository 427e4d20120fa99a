"""Bytes to text: Unicode first, then a guess that is reported. Nothing is repaired, line ends stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from briefgen.errors import Problem
from briefgen.read.draft import UnreadableError
from briefgen.read.western import HIGH, looks_western, mixed, with_marks

# UTF-32 before UTF-16, whose mark its own begins with. The codecs named here leave the mark out.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Without this list short English texts come back as EBCDIC or Mac Turkish.
_CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r",
    "iso8859_2", "iso8859_15", "gb18030", "big5", "cp932", "euc_jp", "cp949", "mac_roman", "cp850",
)  # fmt: skip
_CONTROL = re.compile("[\x01-\x06\x0e-\x19\x1c-\x1f]")
_SAMPLE = 65_536
"""Bytes shown to the guesser: it tries every candidate on all it gets."""


def decode(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    """Text, codec and problems of `data`; raises `UnreadableError` for what is not text."""
    mark = next((codec for start, codec in _MARKS if data.startswith(start)), "utf-8")
    try:
        text = data.decode(mark)
    except UnicodeDecodeError:
        return mixed(data, name) or _guess(data, name)
    if "\0" in text:
        return _wide(data, name)
    # Valid Unicode is hardly ever anything but text, so that this share may be generous.
    _refuse_binary(text, share=0.1)
    text, problems = with_marks(text, name)
    return text, mark, problems


def _refuse_binary(text: str, share: float) -> None:
    if "\0" in text or sum(1 for _ in _CONTROL.finditer(text)) > share * len(text):
        raise UnreadableError("file-binary", "This is not a text file: it holds binary data.")


def _wide(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    """UTF-16 without its mark: every other byte of Western text is NUL."""
    for codec, low in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[low::2].count(0) > 0.6 * (len(data) / 2) and not data[1 - low :: 2].count(0):
            read = _first(data, name, (codec,))
            if read:
                return read
            break
    raise UnreadableError("file-binary", "This is not a text file: it holds NUL bytes.")


def _guess(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    if b"\0" in data:
        raise UnreadableError("file-binary", "This is not a text file: it holds NUL bytes.")
    _refuse_binary(data[:_SAMPLE].decode("latin-1"), share=0.01)
    read = _first(data, name, _ranked(data))
    if read:
        return read
    raise UnreadableError("encoding-unknown", "The encoding of the text can not be told; save it as UTF-8.")


def _first(data: bytes, name: str, codecs: Sequence[str]) -> tuple[str, str, tuple[Problem, ...]] | None:
    """The text in the first codec that fits, said to be guessed; None when none does."""
    for codec in codecs:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        _refuse_binary(text, share=0.01)
        return text, codec, (_guessed(name, codec),)
    return None


def _ranked(data: bytes) -> list[str]:
    """Codecs by likelihood, judged on the stretch around the first byte outside ASCII."""
    found = HIGH.search(data)
    sample = data[max(0, found.start() - 2000) if found else 0 :][:_SAMPLE]
    if len(sample) == _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    # charset-normalizer got the letters of Western text with few marks right in 1 of 4 trials: all pages fit.
    if looks_western(sample):
        return ["cp1252"]
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=list(_CANDIDATES), enable_fallback=False)
    return [*(match.encoding for match in matches), "cp1252"]


def _guessed(name: str, codec: str) -> Problem:
    message = f"The text is not marked as Unicode; it was read as {codec}, a guess. Check accents and quotes."
    return Problem(name, "encoding-guessed", message)
