"""Document properties, and a zip file that is the same for the same memo."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx.document import Document

from briefgen.paper.memo import Memo
from briefgen.paper.printed import printed

EPOCH = datetime(1980, 1, 1)
"""Creation time of a memo without a date: the first a zip file can hold, plainly not a real one."""
_ENTRY_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST = 255
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def set_properties(document: Document, memo: Memo) -> None:
    """Core properties; the author is the program until the officer signs."""
    core = document.core_properties
    when = datetime.fromisoformat(memo.as_of) if memo.as_of and len(memo.as_of) == 10 else EPOCH
    core.title = printed(memo.title)[:_LONGEST]
    core.author = core.last_modified_by = "briefgen"
    core.subject = printed(memo.topic)[:_LONGEST]
    core.keywords = printed(f"briefing memo; {memo.topic}")[:_LONGEST]
    core.comments = printed(memo.generator)[:_LONGEST]
    core.category = core.content_status = core.identifier = core.version = ""
    core.language = memo.language
    core.created = core.modified = when
    core.revision = 1


def pack(document: Document) -> bytes:
    """The file's bytes: entries in a fixed order, with a fixed time."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        names = sorted(set(source.namelist()) - set(_FIRST))
        for name in (*_FIRST, *names):
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
