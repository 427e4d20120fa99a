"""Control words of rich text (RTF 1.9.1) and what they stand for."""

from __future__ import annotations

from types import MappingProxyType

CODE_PAGES = MappingProxyType({
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
})  # fmt: skip
"""Codec by the `\\fcharset` of a font; 0 and 1 are the file's own code page."""
CHARACTERS = MappingProxyType({
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
})  # fmt: skip
"""Words and signs that stand for a character."""
SKIPPED = frozenset({
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnid", "atndate", "atnref", "atnicn",
    "bkmkstart", "bkmkend", "colortbl", "datafield", "do", "docvar", "falt", "filetbl", "footer", "footerf",
    "footerl", "footerr", "formfield", "ftncn", "ftnsep", "ftnsepc", "generator", "header", "headerf",
    "headerl", "headerr", "latentstyles", "listoverridetable", "listpicture", "listtable", "nesttableprops",
    "nonesttables", "nonshppict", "objclass", "objdata", "objname", "panose", "pict", "pnseclvl", "private",
    "revtbl", "rsidtbl", "rxe", "shprslt", "sp", "tc", "template", "themedata", "colorschememapping",
    "txe", "listtext", "pntext", "userprops", "wgrffmtfilter", "xe", "xmlnstbl", "mmathPr",
    "mailmerge", "pntxta", "pntxtb",
})  # fmt: skip
"""Groups whose words are none of the text."""
STARRED = frozenset({"fldinst", "shpinst", "ud", "cs", "footnote", "endnote", "title", "author"})
"""Groups that are read although an older program may pass them over."""
INFORMATION = frozenset({"title", "author"})
BREAKS = frozenset({"par", "sect", "page", "column", "nestcell"})
"""Where a paragraph ends."""
