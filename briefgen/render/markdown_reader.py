"""Reads a Markdown memo back as plain text: the inverse of what a template of the house can write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.paper.reopened import BlockKind, ReadBlock, Reopened
from briefgen.render.markdown_template import own_of
from briefgen.render.seal import NAME, TextSeal

SEAL = TextSeal(f"\n[{NAME}]: <sha256:".encode(), b">\n")
"""The last line, in the form of a link's address that no link uses: no reader of Markdown shows it, whereas a
comment is shown where HTML is switched off. The blank line before it ends the last note."""

_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_COMMENT = re.compile(r"(\\.)|<!--.*?-->")
_PREFIX = re.compile(r"(?:[-*+>] |\d{1,9}[.)] )")
_DELIMITER = re.compile(r":?-+:?\Z")
_TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});|\[\^(\d+)\]|(\*{1,3}|_{1,3}|`+)|(\\$)|([^\\&\[*_`]+|.)", re.S
)


def reopen(data: bytes) -> Reopened:
    """Blocks and footnotes of a Markdown file in UTF-8.

    Of two notes with one number the first counts, as in GFM; the second is given as a line, which
    no memo has.
    """
    blocks: list[ReadBlock] = []
    notes: dict[int, str] = {}
    widths: list[int] = []
    text = SEAL.opened(data).decode("utf-8")
    wrong = list(_read_otherwise(text))
    for line in _without_comments(text, wrong):
        note = _NOTE.match(line)
        if line.startswith("|"):
            blocks += _row(line, widths)
            continue
        widths.clear()
        if note and int(note[1]) not in notes:
            read = plain(note[2])
            notes[int(note[1])] = read.words
            wrong += (f"a note is set apart with {mark}: {words}" for mark, words in read.tones)
        else:
            blocks += _blocks(line.strip())
    return Reopened(
        "page", tuple(blocks), tuple(notes[n] for n in sorted(notes)), own=own_of, faults=tuple(wrong)
    )


def _read_otherwise(text: str) -> Iterator[str]:
    """Lines that a reader of Markdown shows as something else than the words that they are here."""
    if text.startswith("\ufeff") or "\f" in text:
        yield "there is a mark of the order of bytes, or a form feed"
    before = ""
    for line in text.split("\n"):
        if line.strip() and re.match(r" {4}|\t", line):
            yield f"a line stands as code: {line[:60]}"
        elif re.fullmatch(r"(?:=+|-+)\s*", line) and before.strip() and not before.startswith("|"):
            yield f"a line is made a heading: {before[:60]}"
        elif re.match(r"#{7,}|#{1,6}[^#\s]", line):
            yield f"a heading is none: {line[:60]}"
        elif line.startswith("|") and before.strip() and not before.startswith("|"):
            yield f"a table goes on with a paragraph, and is none: {line[:60]}"
        before = line


class InlineText(NamedTuple):
    """What stands in a line."""

    words: str
    marks: tuple[int, ...]
    """Numbers of the notes."""
    tones: tuple[tuple[str, str], ...]
    """Words between asterisks, underscores or backticks, with these; what is never closed goes to the end."""


def plain(markdown: str) -> InlineText:
    """The words of inline Markdown, the numbers of its footnote marks, and what is set apart."""
    words, marks = "", []
    tones: list[tuple[str, str]] = []
    opened: dict[str, int] = {}
    for escaped, code, mark, delimiter, _, other in _TOKEN.findall(markdown):
        if mark:
            marks.append(int(mark))
        elif delimiter in opened:
            tones.append((delimiter, words[opened.pop(delimiter) :]))
        elif delimiter:
            opened[delimiter] = len(words)
        words += escaped or (chr(int(code)) if code and int(code) < 0x110000 else other)
    tones += ((delimiter, words[start:]) for delimiter, start in opened.items())
    return InlineText(words, tuple(marks), tuple(tones))


def _without_comments(text: str, wrong: list[str]) -> Iterator[str]:
    """Lines without closed comments, and without what an open one at the start of a line hides; one between
    words is `wrong`, since some readers show it."""
    hidden = False
    for line in text.split("\n"):
        if hidden:
            _, closed, line = line.partition("-->")
            if not closed:
                continue
        shown = _COMMENT.sub(r"\1", line) if "<!--" in line else line
        if shown != line and shown.strip():
            wrong.append(f"a comment stands between words: {line[:60]}")
        hidden = shown.lstrip(" ").startswith("<!--")
        if not hidden:
            yield shown


def _row(row: str, widths: list[int]) -> Iterator[ReadBlock]:
    """Cells of a row; `widths` holds the number of cells of the rows above it.

    The second row sets the head apart and has no words. Where it does not, or a row has more cells
    than the head, GFM shows no such cells: they are given as a line with bars.
    """
    cells = _cells(row)
    widths.append(len(cells))
    if len(widths) == 2:
        if widths[0] != len(cells) or not all(map(_DELIMITER.match, cells)):
            yield _block("line", row)
        return
    yield from (_block("cell", cell) for cell in cells[: widths[0]])
    if len(cells) > widths[0]:
        yield _block("line", f"| {' | '.join(cells[widths[0] :])} |")


def _blocks(line: str) -> Iterator[ReadBlock]:
    if not line or _RULE.match(line):
        return
    if line.startswith("```"):
        yield ReadBlock("line", line)
    elif line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        yield _block("title" if level == 1 else "heading", line[level:].strip(), line[:level])
    else:
        mark = _PREFIX.match(line)
        yield _block("line", line[mark.end() :] if mark else line, mark[0] if mark else "")


def _block(kind: BlockKind, markdown: str, bullet: str = "") -> ReadBlock:
    read = plain(markdown)
    return ReadBlock(kind, read.words, read.marks, tones=read.tones, bullet=bullet)


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
