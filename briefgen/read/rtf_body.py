"""The control words of a rich text file, read one after the other into a manuscript."""

from __future__ import annotations

from copy import copy

from briefgen.read.draft import UnreadableError
from briefgen.read.manuscript import Manuscript
from briefgen.read.rtf_codes import BREAKS, CHARACTERS, CODE_PAGES, INFORMATION, SKIPPED, STARRED
from briefgen.read.rtf_group import FIELD, FONTS, SKIP, STYLES, TOKEN, RtfGroup, codec
from briefgen.read.rtf_table import RtfTable
from briefgen.read.word_body import is_furniture
from briefgen.read.word_styles import StyleSheetReader, WordStyle

_INSTRUCTION = 200
_NO_LEVEL = 9
_NESTED = 20
"""Fields inside each other that are looked at."""
_SWITCHES = {"v": "hidden", "deleted": "deleted", "b": "bold", "super": "raised"}
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
TOKENS = 1_000_000
"""Control words, groups and stretches of text; a page has a thousand."""
_MANY = f"The file has more than {TOKENS:,} control words and stretches of text; it was not read."
_DEEPEST = 2000
"""Groups inside each other; Word writes a dozen."""


class RtfReader:
    """Puts the words of a file into a manuscript; `information` has its title and author."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.information: dict[str, str] = {}
        self._styles = StyleSheetReader()
        self._fonts: dict[int, str] = {}
        self._page = "cp1252"
        self._group = RtfGroup()
        self._stack: list[RtfGroup] = []
        self._starred = False
        self._bytes = bytearray()
        self._unread = 0
        self._high = ""  # first half of a character beyond U+FFFF
        self._style = ""
        self._fields: list[str] = []
        self._table = RtfTable(self.manuscript)
        self._paragraphs: list[bool] = []  # open paragraphs, whether all of each is bold
        self._open_style: WordStyle | None = None

    def read(self, source: str) -> None:
        """Takes in a whole file, decoded byte for byte (Latin-1)."""
        at, left = 0, TOKENS
        while found := TOKEN.match(source, at):
            at, left = found.end(), left - 1
            if not left:
                raise UnreadableError("file-too-large", _MANY)
            kind = found.lastgroup
            if kind in ("word", "number"):
                word = found["word"]
                number = int(found["number"]) if found["number"] else None
                if word == "bin":
                    at += max(number or 0, 0)
                else:
                    self._take_word(word, number)
            elif kind == "hex":
                self._take_bytes(bytes((int(found["hex"], 16),)))
            elif kind == "text":
                self._take_bytes(found["text"].encode("latin-1"))
            elif kind == "brace":
                self._take_brace(found["brace"])
            elif kind == "sign":
                self._take_sign(found["sign"])
        self._flush()
        self._end_paragraph()
        self._table.close()

    def _take_brace(self, brace: str) -> None:
        self._flush()
        self._unread = 0
        if brace == "{":
            if len(self._stack) == _DEEPEST:
                raise UnreadableError("file-damaged", "The file is damaged: its groups do not end.")
            self._stack.append(self._group)
            self._group = copy(self._group)
            self._group.opens, self._starred = "", False
            self._pass_over(self._stack[-1])
        elif self._stack:
            if self._group.opens == "note":
                self._end_paragraph()
                self.manuscript.close_note()
                self._table.leave_note()
            elif self._group.opens == "field" and self._fields:
                self._fields.pop()
            self._group = self._stack.pop()

    def _pass_over(self, parent: RtfGroup) -> None:
        """The first of two groups with the same words is for programs that do not know Unicode."""
        if parent.opens == "upr":
            parent.opens, self._group.into = "", SKIP

    def _take_sign(self, sign: str) -> None:
        self._flush()
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._break()
        elif sign in CHARACTERS:
            self._put(CHARACTERS[sign])

    def _take_bytes(self, found: bytes) -> None:
        """Bytes of the file's code page; those that only repeat a `\\u` are passed over."""
        passed = min(self._unread, len(found))
        self._unread -= passed
        self._bytes += found[passed:]

    def _flush(self) -> None:
        if not self._bytes:
            return
        page = self._fonts.get(self._group.font, self._page) if self._group.into == "" else self._page
        text = self._bytes.decode(page, "replace")
        self._bytes.clear()
        self._put(text)

    def _take_word(self, word: str, number: int | None) -> None:
        self._flush()
        if self._unread and word != "u":
            self._unread -= word in CHARACTERS
            if word in CHARACTERS:
                return
        starred, self._starred = self._starred, False
        if word == "u":
            self._take_code(number or 0)
        elif self._destination(word, starred):
            return
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif self._group.into in ("", STYLES, FONTS):
            self._look(word, number)

    def _take_code(self, code: int) -> None:
        self._unread = self._group.skips
        letter = chr(code & 0xFFFF)
        if "\ud800" <= letter < "\udc00":
            self._high = letter
            return
        pair, self._high = self._high + letter, ""
        self._put(
            pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if len(pair) > 1 else pair
        )

    def _destination(self, word: str, starred: bool) -> bool:
        """Whether a word opens a group that is not the text."""
        group = self._group
        if group.into == SKIP:
            return True
        if word in SKIPPED or (starred and word not in STARRED and group.into != STYLES):
            group.into = SKIP
            self.manuscript.comments += word == "annotation"
        elif word in (FONTS, STYLES, FIELD, "info") or (word in INFORMATION and group.into == "info"):
            group.into = word
        elif word in ("field", "upr"):
            group.opens = word
            self._fields += [""] * (word == "field")
        elif word == "footnote" and group.into == "":
            self._open_note()
        elif word == "ftnalt" and group.opens == "note":
            self.manuscript.close_note()
            self.manuscript.open_note(self.manuscript.next_note("endnote"))
        else:
            return False
        return True

    def _open_note(self) -> None:
        self._group.opens = "note"
        self._group.raised = False
        self._table.enter_note()
        self.manuscript.open_note(self.manuscript.next_note("note"))
        self._paragraphs.append(True)
        self.manuscript.open_paragraph()

    def _look(self, word: str, number: int | None) -> None:
        """A break, a part of a table, a property of letters or of the file."""
        if word in BREAKS:
            self._break()
        elif self._table.take(word, number, self._end_paragraph):
            return
        elif word in ("sub", "nosupersub"):
            self._group.raised = False
        elif word in _SWITCHES:
            self._switch(_SWITCHES[word], number != 0)
        elif word == "plain":
            group = self._group
            group.hidden = group.deleted = group.bold = group.raised = False
            group.size = 12.0
        elif word == "pard":
            self._style, self._drop = "", False
        elif word in ("dropcapli", "dropcapt"):
            self._drop = True
        elif number is not None:
            self._setting(word, number)
        elif word in _PAGES:
            self._page = _PAGES[word]

    def _switch(self, name: str, on: bool) -> None:
        setattr(self._group, name, on)
        if name == "hidden" and self._open_style is not None:
            self._open_style.look.hidden = on

    def _setting(self, word: str, number: int) -> None:
        """A property with a number."""
        group = self._group
        if word == "f":
            group.font = number
        elif word == "fs":
            group.size = number / 2
        elif word == "uc":
            group.skips = max(number, 0)
        elif word == "up":
            group.raised = number > 0
        elif word == "fcharset" and group.into == FONTS and number in CODE_PAGES:
            self._fonts[group.font] = CODE_PAGES[number]
        elif word == "ansicpg":
            self._page = codec(number)
        else:
            self._style_word(word, number)

    def _style_word(self, word: str, number: int) -> None:
        if word in ("s", "cs"):
            self._take_style(f"{word}{number}")
        elif self._open_style is None:
            return
        elif word == "sbasedon":
            self._open_style.based_on = f"s{number}"
        elif word == "outlinelevel" and number < _NO_LEVEL:
            self._open_style.level = number + 1

    _drop = False

    def _take_style(self, key: str) -> None:
        if self._group.into == STYLES:
            self._open_style = self._styles.styles.setdefault(key, WordStyle())
        elif key.startswith("s"):
            self._style = key
        else:
            self._group.hidden |= any(one.look.hidden for one in self._styles.line(key))

    def _put(self, text: str) -> None:
        """Words to where the group sends them."""
        into = self._group.into
        if into == "":
            self._add(text)
        elif into == STYLES:
            self._name_style(text)
        elif into == FIELD and self._fields:
            self._fields[-1] = (self._fields[-1] + text)[:_INSTRUCTION]
        elif into in INFORMATION:
            self.information[into] = self.information.get(into, "") + text

    def _name_style(self, text: str) -> None:
        if self._open_style is None:  # the style without a number is that of plain paragraphs
            self._open_style = self._styles.styles.setdefault("s0", WordStyle())
        self._open_style.name += text.partition(";")[0]
        if ";" in text:
            self._open_style = None

    def _add(self, text: str) -> None:
        group = self._group
        if group.deleted or any(map(is_furniture, self._fields[-_NESTED:])):
            return
        if not self._paragraphs:
            self._paragraphs.append(True)
            self.manuscript.open_paragraph()
        paragraph = self.manuscript.paragraph
        hidden = group.hidden or any(one.look.hidden for one in self._styles.line(self._style))
        if paragraph is not None and text.strip() and not hidden:
            self._paragraphs[-1] &= group.bold
            paragraph.size = max(paragraph.size, group.size)
        self.manuscript.add(text, hidden=hidden, raised=group.raised)

    def _break(self) -> None:
        if self._group.into == "":
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        paragraph = self.manuscript.paragraph
        if not self._paragraphs or paragraph is None:
            return
        paragraph.bold = self._paragraphs.pop()
        paragraph.style = self._styles.name(self._style) if self._style in self._styles.styles else ""
        paragraph.level = self._styles.level(self._style)
        paragraph.drop_cap = self._drop
        self._table.before(paragraph.text)
        self.manuscript.close_paragraph()
