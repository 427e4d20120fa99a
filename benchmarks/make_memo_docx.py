"""Makes templates/default/memo.docx from the parts in benchmarks/memo_docx.

    python benchmarks/make_memo_docx.py [FILE]

The base document holds the look of the memo and nothing else: named styles, numbering, header,
footer, page setup. The renderer fills it; an office changes its own copy in Word (docs/template.md).
Equal parts give an equal file.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "benchmarks" / "memo_docx"
TARGET = ROOT / "templates" / "default" / "memo.docx"
FIRST = "[Content_Types].xml"
"""Has to be the first entry of the package."""


def main(target: Path) -> None:
    names = sorted(p.relative_to(PARTS).as_posix() for p in PARTS.rglob("*") if p.is_file())
    with zipfile.ZipFile(target, "w") as package:
        for name in sorted(names, key=lambda n: n != FIRST):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, compact((PARTS / name).read_bytes()))


def compact(xml: bytes) -> bytes:
    """The part without the line breaks and indents that make it readable."""
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
