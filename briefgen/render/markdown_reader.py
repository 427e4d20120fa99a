"""Reads a Markdown memo back as plain text: the inverse of what a template of the house can write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.memo import Block, BlockKind, Reopened

_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|<!--.*-->)\Z")
_PREFIX = re.compile(r"(?:[-*+>] |\d{1,9}[.)] )")
_DELIMITER_ROW = 2
_TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});|\[\^(\d+)\]|(\*{1,3}|_{1,3}|`+)|(\\$)|([^\\&\[*_`]+|.)", re.S
)


def reopen(data: bytes) -> Reopened:
    """Blocks and footnotes of a Markdown file in UTF-8."""
    blocks: list[Block] = []
    notes: dict[int, str] = {}
    rows = 0
    for line in data.decode("utf-8").split("\n"):
        note = _NOTE.match(line)
        rows = rows + 1 if line.startswith("|") else 0
        if note:
            notes[int(note[1])] = plain(note[2])[0]
        elif rows != _DELIMITER_ROW:
            blocks += _blocks(line.strip())
    return Reopened("page", tuple(blocks), tuple(notes[n] for n in sorted(notes)))


def plain(markdown: str) -> tuple[str, tuple[int, ...]]:
    """The words of inline Markdown, and the numbers of its footnote marks."""
    words, marks = [], []
    for escaped, code, mark, _, _, other in _TOKEN.findall(markdown):
        if mark:
            marks.append(int(mark))
        words.append(escaped or (chr(int(code)) if code and int(code) < 0x110000 else other))
    return "".join(words), tuple(marks)


def _blocks(line: str) -> Iterator[Block]:
    if not line or _RULE.match(line):
        return
    if line.startswith("|"):
        yield from (_block("cell", cell) for cell in _cells(line))
    elif line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        yield _block("title" if level == 1 else "heading", line[level:].strip())
    else:
        yield _block("line", _PREFIX.sub("", line, count=1) if _PREFIX.match(line) else line)


def _block(kind: BlockKind, markdown: str) -> Block:
    words, marks = plain(markdown)
    return Block(kind, words, marks)


def _cells(row: str) -> list[str]:
    """Cells of a table row: between bars that are not escaped."""
    cells, current = [], ""
    for piece in re.findall(r"\\.|\||[^\\|]+|\\", row.strip().removeprefix("|")):
        if piece == "|":
            cells.append(current.strip())
            current = ""
        else:
            current += piece
    return cells + ([current.strip()] if current.strip() else [])
