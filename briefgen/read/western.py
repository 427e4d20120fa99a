"""Letters and marks of Windows-1252, as they turn up in texts that are Unicode otherwise.

Programs paste a line of an old file into a new one, or number the old marks as if they were Unicode. Both are
read as what they are; nothing else of the text changes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from briefgen.errors import Problem

# Letters and marks of Western European text in cp1252. Left out: what stands here for a curly quote
# of Mac Roman (Ò Ó Ô Õ), and what gives Turkish, Polish or Chinese away (þ ð ý ³ ¹ ¿ Ð ¤).
_WESTERN = frozenset(
    "‘’“”‚„–—…•«»‹›€£§©®™°·½¼\u00a0àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœšžÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÖØÙÚÛÜŒŠŽ".encode("cp1252")
)
_ASCII = bytes(range(0x80))
HIGH = re.compile(rb"[\x80-\xff]")
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n?|\n|\Z)")
_BLOCK = 500_000
_BLANK = re.compile(rb"[\n ]")
_SHARE = 0.15
"""Of letters outside ASCII in Western text; other scripts have nearly nothing else."""
_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
"""A letter in UTF-8."""
_CUT = re.compile(rb"[\xc2-\xf4]\Z")
"""The beginning of a letter at the end of a file that was cut."""
_MARKS = re.compile("(?<![\x80-\x9fÂÃâ])[\x80\x82\x84\x8b\x91-\x97\x9b](?![\x80-\x9f])")
"""Quotation marks, dashes and the euro sign numbered as in cp1252. Behind "â" and the like they are the
rest of a letter that was decoded twice, and stay."""
_ERRORS = "briefgen-cp1252"
_NO_LETTER = re.compile(
    rb"\xed[\xa0-\xbf][\x80-\xbf]|[\xc0\xc1][\x80-\xbf]|\xe2?\x80[\x90-\xbf]?|[\xf5-\xff]"
)
"""What a fault of a program leaves of a letter of UTF-8: half of a pair, a form too long, a mark without its
first or its last byte, and bytes that no letter has."""
_SOUND = 3
"""Letters of UTF-8 for each byte that is none, from which on a text is UTF-8 with faults."""


def looks_western(sample: bytes) -> bool:
    """Whether all bytes outside ASCII are letters and marks of Western text, and few."""
    high = sample.translate(None, _ASCII)
    return len(high) < _SHARE * len(sample) and _WESTERN.issuperset(high)


def mixed(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Text that is UTF-8 but for some bytes of Windows-1252; None when it is another kind of text."""
    if b"\0" in data or not _SEQUENCE.search(data):
        return None
    odd_bytes = _CUT.sub(b"", b"".join(_SEQUENCE.sub(b"", block) for block in _blocks(data)))
    faults = len(odd_bytes.translate(None, _ASCII))
    if not looks_western(odd_bytes) and sum(1 for _ in _SEQUENCE.finditer(data)) < _SOUND * faults:
        return None
    lines = enumerate(_LINE.finditer(data), 1)
    odd = [number for number, line in lines if not line[0].isascii() and not _is_unicode(line[0])]
    how_many = "1 line is" if len(odd) == 1 else f"{len(odd)} lines are"
    text = "".join(block.decode("utf-8", _ERRORS) for block in _blocks(data.removeprefix(codecs.BOM_UTF8)))
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    read = "the odd letters were read as cp1252"
    if lost:
        what = "1 letter is" if lost == 1 else f"{lost} letters are"
        read = f"{what} lost and shown as \ufffd, any other that is odd was read as cp1252"
    message = f"{how_many} not in UTF-8 like the others, first line {odd[0]}; {read}."
    return text, "utf-8", (Problem(name, "encoding-mixed", message),)


def _blocks(data: bytes) -> Iterator[bytes]:
    """The data in blocks of whole words; at once, what is put in for its letters takes ten times its room."""
    start = 0
    while start < len(data):
        blank = _BLANK.search(data, start + _BLOCK)
        end = blank.end() if blank else len(data)
        yield data[start:end]
        start = end


def _is_unicode(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8 as cp1252; a letter that the end of the file cuts is shown as lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.end == len(error.object) and error.object[error.start] >= 0xC2 and "end of data" in error.reason:
        return "\ufffd", error.end
    broken = _NO_LETTER.match(error.object, error.start)
    if broken and (broken[0] != b"\x80" or error.end > error.start + 1):
        return "\ufffd", max(broken.end(), error.end)
    found = error.object[error.start : error.end]
    return "".join(
        chr(0xFFFD) if byte not in _WESTERN and byte > 0x7F else bytes([byte]).decode("cp1252")
        for byte in found
    ), error.end


codecs.register_error(_ERRORS, _as_western)


def with_marks(text: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with marks of cp1252 that were numbered as if they were Unicode; its length stays."""
    shown, count = _MARKS.subn(lambda found: found[0].encode("latin-1").decode("cp1252"), text)
    if not count:
        return text, ()
    message = f"{count} quotation marks or dashes are numbered as in Windows-1252; they were read as such."
    return shown, (Problem(name, "encoding-mixed", message),)
