"""The words of a PDF with their positions, in a process of their own: `python pdf_glyphs.py < a.pdf`.

PDFium is written in C++ and reads what strangers made: a fault in it, a page that never ends or one that
takes all memory costs this process and one document. Nothing of briefgen is imported here, so that it starts
quickly. Standard output holds JSON: a line on the document, then a line a page with the words of the page as
`pdf_words.PdfWord` has them.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MEMORY = 251_000_000
"""Bytes that the process may map, beside twice the file; the interpreter and PDFium take 60 MB."""
SECONDS = 20
"""Of processor time; the words of 500 full pages take a third of that."""
PAGES = 2000
GLYPHS = 2_000_000
"""Characters of all pages; of a document 1.5 million are kept, which are 500 pages. Pages behind them are not
read."""
WORDS = 400_000
"""Words of all pages, in the same way."""
PAGE_WORDS = 30_000
"""Words of one page: the pages of newspapers have 5,000."""
_ERRORS = {3: "file-damaged", 4: "file-encrypted", 5: "file-encrypted"}
_BLANK = 32
"""Code points up to here part words; PDFium makes spaces and line ends where it sees gaps."""
_BLANKS = frozenset({0xA0, 0x3000, *range(0x2000, 0x200B)})
_HYPHEN = 2
_HYPHENS = frozenset({_HYPHEN, 0xFFFE})
"""What PDFium gives for the hyphen at the end of a line."""
_INVISIBLE = frozenset({0xFEFF, 0x200B, 0x200E, 0x200F})
_GAP = 0.25
"""Of the type size: more between two characters parts words, though no space is drawn."""
_STEP_BACK = 1.0
_SMALLER = 0.1
"""Share by which the type size may differ within a word; superscripts differ by more."""
_SHIFT = 0.15
"""Of the type size: a change of the baseline within a word."""
_LARGEST = 2000.0
_LEVEL = 0.15
"""Quarters of a turn that a line may rise or fall; what slants more is a stamp across the page."""
_ASLANT = 4
_BOLD = (b"bold", b"black", b"heavy", b"demi", b"cmbx")
"""Parts of the names of fonts."""


def main() -> None:
    """Reads a PDF from standard input and prints its words."""
    data = sys.stdin.buffer.read()
    _bound(len(data))
    _plain_pointers()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument(data, len(data), None)
    if not document:
        _say({"error": _ERRORS.get(pdfium.FPDF_GetLastError(), "file-damaged")})
        return
    count = pdfium.FPDF_GetPageCount(document)
    _say({"pages": count} | {key: _property(document, key) for key in ("Title", "Author", "Keywords")})
    if count <= PAGES:
        _pages(document, count)


def _bound(size: int) -> None:
    """Takes no more memory and time than a document needs; where the system has no such bounds, waits do."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY + 2 * size), (resource.RLIMIT_CPU, SECONDS)):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _plain_pointers() -> None:
    """Makes pointers to text objects and fonts plain numbers: they are keys, asked for all the time."""
    pointer = ctypes.c_void_p
    pdfium.FPDFText_GetTextObject.restype = pdfium.FPDFTextObj_GetFont.restype = pointer
    pdfium.FPDFTextObj_GetFont.argtypes = [pointer]
    pdfium.FPDFFont_GetBaseFontName.argtypes = [pointer, *pdfium.FPDFFont_GetBaseFontName.argtypes[1:]]


def _say(record: object) -> None:
    sys.stdout.buffer.write(json.dumps(record, separators=(",", ":")).encode() + b"\n")


def _property(document: Any, key: str) -> str:
    """A property of the document, of no more than some thousand characters."""
    size = min(pdfium.FPDF_GetMetaText(document, key.encode(), None, 0), 8192)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").rstrip("\0")


def _pages(document: Any, count: int) -> None:
    left, words_left = GLYPHS, WORDS
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        if not text:
            _say(None)
            continue
        left -= pdfium.FPDFText_CountChars(text)
        if left < 0 or words_left < 0:
            _say({"beyond": number})
            return
        frame = _frame(page)
        words = list(islice(_Words(text, frame).found(), PAGE_WORDS + 1))
        if len(words) > PAGE_WORDS:
            _say({"error": "file-too-large"})
            return
        words_left -= len(words)
        _say({"width": frame.width, "height": frame.height, "words": words})
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


class _Frame:
    """What of the page is seen, and how it is turned: from its coordinates to those of a reader."""

    def __init__(self, box: tuple[float, float, float, float], turns: int) -> None:
        self.box, self.turns = box, turns
        width, height = box[2] - box[0], box[3] - box[1]
        self.width, self.height = (height, width) if turns % 2 else (width, height)

    def place(self, x: float, y: float, turn: int) -> tuple[float, float]:
        """Points from the left and from the top, for a reader who has turned the page by `turn` quarters."""
        left, bottom, right, top = self.box
        quarters = (self.turns + turn) % 4 if turn != _ASLANT else self.turns
        if quarters == 0:
            return x - left, top - y
        if quarters == 1:
            return y - bottom, x - left
        return (right - x, y - bottom) if quarters == 2 else (top - y, right - x)


def _frame(page: Any) -> _Frame:
    values = [ctypes.c_float() for _ in range(4)]
    for box in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if box(page, *values) and values[2].value > values[0].value and values[3].value > values[1].value:
            left, bottom, right, top = (value.value for value in values)
            return _Frame((left, bottom, right, top), pdfium.FPDFPage_GetRotation(page) % 4)
    return _Frame((0.0, 0.0, 612.0, 792.0), pdfium.FPDFPage_GetRotation(page) % 4)


class _Style:
    """What all characters of one text object share."""

    __slots__ = ("bold", "size", "turn")

    def __init__(self, size: float, turn: int, bold: bool) -> None:
        self.size, self.turn, self.bold = size, turn, bold


_NO_STYLE = _Style(1.0, 0, bold=False)


class _Words:
    """Puts the characters of a page together to words, in the order in which PDFium gives them."""

    def __init__(self, text: Any, frame: _Frame) -> None:
        self.text, self.place, self.turned = text, frame.place, frame.turns
        self.rectangle = pdfium.FS_RECTF()
        self.first = self.base = 0.0
        self.styles: dict[int, _Style] = {}
        self.bold: dict[int, bool] = {}
        self.letters: list[str] = []
        self.spaced = True

    def found(self) -> Iterator[list[object]]:
        """Lists of text, left, right, baseline, size, turn, boldness, and whether a space stands before."""
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y = ctypes.byref(x), ctypes.byref(y)
        text, code_at, styles = self.text, pdfium.FPDFText_GetUnicode, self.styles
        origin_at, object_at = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetTextObject
        style, drawn, before = _NO_STYLE, -1, 0
        for i in range(pdfium.FPDFText_CountChars(text)):
            code = code_at(text, i)
            if (code <= _BLANK and code != _HYPHEN) or code in _BLANKS:
                yield from self._ended(before, style)
                self.spaced = True
                continue
            if code in _INVISIBLE:
                continue
            key = object_at(text, i) or 0
            if key != drawn or not self.letters:
                drawn, of = key, styles.get(key) or self._style(key, i)
                origin_at(text, i, at_x, at_y)
                left, base = self.place(x.value, y.value, of.turn)
                if self.letters and self._parted(left, base, of, before, style):
                    yield from self._ended(before, style)
                if not self.letters:
                    style, self.base, self.first = of, base, left
            self.letters.append("-" if code in _HYPHENS else chr(code))
            before = i
        yield from self._ended(before, style)

    def _parted(self, left: float, base: float, of: _Style, before: int, style: _Style) -> bool:
        """Whether what is drawn next begins a word of its own, and with a space before it."""
        size = style.size
        gap = left - self._right(before, style)
        if gap > _GAP * size:
            self.spaced = True
            return True
        if of is style or (of.turn == style.turn and abs(of.size - size) <= _SMALLER * size):
            return abs(base - self.base) > _SHIFT * size or gap < -_STEP_BACK * size
        return True

    def _right(self, i: int, style: _Style) -> float:
        """The right edge of a character."""
        box, place = self.rectangle, self.place
        pdfium.FPDFText_GetLooseCharBox(self.text, i, box)
        corners = place(box.left, box.bottom, style.turn), place(box.right, box.top, style.turn)
        return max(corner[0] for corner in corners)

    def _ended(self, last: int, style: _Style) -> Iterator[list[object]]:
        if not self.letters:
            return
        word = "".join(self.letters)
        if not word.isascii():
            word = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.letters.clear()
        numbers = (round(value, 1) for value in (self.first, self._right(last, style), self.base, style.size))
        yield [word, *numbers, style.turn, style.bold, self.spaced]
        self.spaced = False

    def _style(self, key: int, i: int) -> _Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, i, matrix)
        size = abs(pdfium.FPDFText_GetFontSize(self.text, i)) * math.hypot(matrix.c, matrix.d)
        quarters = math.degrees(math.atan2(matrix.b, matrix.a)) / 90 - self.turned
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _LEVEL else _ASLANT
        style = _Style(min(max(size, 1.0), _LARGEST), turn, self._is_bold(key))
        self.styles[key] = style
        return style

    def _is_bold(self, key: int) -> bool:
        font = pdfium.FPDFTextObj_GetFont(key) if key else None
        if not font:
            return False
        if font not in self.bold:
            buffer = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.lower()
            self.bold[font] = any(part in name for part in _BOLD)
        return self.bold[font]


if __name__ == "__main__":
    main()
