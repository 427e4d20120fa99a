"""Document properties, and a zip file that is the same for the same memo."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.paper.memo import Memo
from briefgen.paper.printed import printed
from briefgen.render.word.sealing import add_blank, filled

_ENTRY_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST = 255
_KEYWORDS = "briefing memo"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def set_properties(document: Document, memo: Memo) -> None:
    """Core properties; the author is the program until the officer signs.

    The day is that of the memo, without one the day of its newest source: no clock is read.
    """
    core = document.core_properties
    core.title = printed(memo.title)[:_LONGEST]
    core.author = core.last_modified_by = "briefgen"
    core.subject = printed(memo.kind or memo.title)[:_LONGEST]
    core.keywords = _KEYWORDS
    core.comments = printed(memo.generator)[:_LONGEST]
    core.category = core.content_status = core.identifier = core.version = ""
    core.language = memo.language
    core.revision = 1
    root = document.part.package.core_properties._element
    for name in ("created", "modified"):
        for old in root.findall(qn(f"dcterms:{name}")):
            root.remove(old)
    day = _day(memo)
    if day:
        core.created = core.modified = datetime.fromisoformat(day)


def _day(memo: Memo) -> str:
    """ISO day of the memo, or of its newest source; "" when no day is known."""
    days = (memo.as_of, *sorted((str(s.published.value) for s in memo.sources), reverse=True))
    return next((day for day in days if day and _DAY.fullmatch(day)), "")


def pack(document: Document) -> bytes:
    """The file's bytes, sealed: entries in a fixed order, with a fixed time."""
    add_blank(document)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        names = (*_FIRST, *sorted(set(source.namelist()) - set(_FIRST)))
        parts = filled([(name, source.read(name)) for name in names])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, data)
    return packed.getvalue()
