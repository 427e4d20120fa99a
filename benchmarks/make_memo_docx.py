"""Makes templates/default/memo.docx: `python benchmarks/make_memo_docx.py [FILE]`.

The base document holds the look of the memo and nothing else: named styles, numbering, header,
footer, page setup. The renderer fills it; an office changes it in Word (docs/template.md).
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "templates" / "default" / "memo.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

# Arial is on every Windows and Mac; LibreOffice and Linux set Liberation Sans, which has its widths.
FONT = "Arial"
NAVY, GREY, RULE, PALE, BLANK = "1F3864", "595959", "A6B1C4", "EDF1F7", "FFF2CC"
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1304  # twentieths of a point: A4, 2.3 cm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
HEADER_TAB = 1247  # 2.2 cm


def style(name: str, kind: str, body: str, *, base: str = "", default: bool = False, following: str = "") -> str:
    """One style; its id is its name without blanks."""
    custom = ' w:customStyle="1"' if name.startswith("Memo") else ""
    return (
        f'<w:style w:type="{kind}"{" w:default=%s1%s" % (chr(34), chr(34)) if default else ""}{custom}'
        f' w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{style_id(base)}"/>' if base else "")
        + (f'<w:next w:val="{style_id(following)}"/>' if following else "")
        + ('<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if name in HIDDEN else "<w:qFormat/>")
        + body
        + "</w:style>"
    )


HIDDEN = ("Default Paragraph Font", "Normal Table", "No List")


def style_id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int, after: int, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def border(side: str, width: int, space: int, colour: str = RULE) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'


def paragraph_styles() -> str:
    heading = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{NAVY}"/>{size(26)}</w:rPr>'
    numbered = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    box = (
        f'<w:pBdr>{border("top", 4, 4, PALE)}{border("left", 24, 6, NAVY)}{border("bottom", 4, 4, PALE)}'
        f'</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'
    )
    return "".join(
        (
            style("Normal", "paragraph", "", default=True),
            style(
                "Title",
                "paragraph",
                f'<w:pPr><w:keepNext/>{spacing(0, 200, 240)}<w:contextualSpacing/></w:pPr>'
                f'<w:rPr><w:b/><w:bCs/><w:color w:val="{NAVY}"/>{size(36)}</w:rPr>',
                base="Normal",
                following="Memo Header",
            ),
            style(
                "heading 1",
                "paragraph",
                f'<w:pPr><w:keepNext/><w:keepLines/>{numbered.format(1)}{spacing(320, 120, 240)}'
                f'<w:outlineLvl w:val="0"/></w:pPr>{heading}',
                base="Normal",
                following="Normal",
            ),
            style(
                "heading 2",
                "paragraph",
                f'<w:pPr><w:keepNext/><w:keepLines/>{spacing(200, 80, 240)}<w:outlineLvl w:val="1"/></w:pPr>'
                f'<w:rPr><w:b/><w:bCs/><w:color w:val="{NAVY}"/>{size(22)}</w:rPr>',
                base="Normal",
                following="Normal",
            ),
            style("Memo Annex", "paragraph", f"<w:pPr>{numbered.format(2)}</w:pPr>", base="heading 1", following="Normal"),
            style(
                "List Bullet",
                "paragraph",
                f"<w:pPr>{numbered.format(3)}{spacing(0, 100)}</w:pPr>",
                base="Normal",
            ),
            style(
                "Memo in-brief",
                "paragraph",
                f'<w:pPr>{box}{spacing(0, 100)}<w:ind w:left="482" w:right="113" w:hanging="312"/></w:pPr>',
                base="List Bullet",
            ),
            style(
                "Memo Header",
                "paragraph",
                f'<w:pPr><w:pBdr>{border("top", 6, 6)}{border("bottom", 6, 6)}</w:pBdr>'
                f'<w:tabs><w:tab w:val="left" w:pos="{HEADER_TAB}"/></w:tabs>{spacing(0, 60)}'
                f'<w:ind w:left="{HEADER_TAB}" w:hanging="{HEADER_TAB}"/></w:pPr>',
                base="Normal",
            ),
            style("Memo Note", "paragraph", f'<w:pPr><w:keepNext/></w:pPr><w:rPr><w:color w:val="{GREY}"/></w:rPr>', base="Normal"),
            style("Memo Gap", "paragraph", f'<w:rPr><w:i/><w:iCs/><w:color w:val="{GREY}"/></w:rPr>', base="Normal"),
            style("Memo Table Text", "paragraph", f"<w:pPr>{spacing(0, 0, 252)}</w:pPr><w:rPr>{size(18)}</w:rPr>", base="Normal"),
            style(
                "Memo Table Head",
                "paragraph",
                f'<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="{NAVY}"/></w:rPr>',
                base="Memo Table Text",
            ),
            style(
                "header",
                "paragraph",
                f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{spacing(0, 0, 240)}</w:pPr>'
                f'<w:rPr><w:color w:val="{GREY}"/>{size(16)}</w:rPr>',
                base="Normal",
            ),
            style(
                "footer",
                "paragraph",
                f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{spacing(0, 0, 240)}</w:pPr>'
                f'<w:rPr><w:color w:val="{GREY}"/>{size(16)}</w:rPr>',
                base="Normal",
            ),
            style(
                "Memo Marking",
                "paragraph",
                f'<w:pPr>{spacing(0, 60, 240)}<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/>{size(20)}</w:rPr>',
                base="Normal",
            ),
            style(
                "footnote text",
                "paragraph",
                f'<w:pPr>{spacing(0, 20, 240)}<w:ind w:left="227" w:hanging="227"/></w:pPr><w:rPr>{size(16)}</w:rPr>',
                base="Normal",
            ),
        )
    )


def character_styles() -> str:
    base = "Default Paragraph Font"
    return "".join(
        (
            style(base, "character", "", default=True),
            style("footnote reference", "character", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', base=base),
            style("Memo Label", "character", f'<w:rPr><w:b/><w:bCs/><w:color w:val="{NAVY}"/></w:rPr>', base=base),
            style("Memo Name", "character", "<w:rPr><w:b/><w:bCs/></w:rPr>", base=base),
            style(
                "Memo Blank",
                "character",
                f'<w:rPr><w:color w:val="7F6000"/><w:shd w:val="clear" w:color="auto" w:fill="{BLANK}"/></w:rPr>',
                base=base,
            ),
            # The words of a source: kept from the spelling checker, so that nobody corrects a quotation.
            style("Memo Quote Text", "character", "<w:rPr><w:noProof/></w:rPr>", base=base),
        )
    )


def table_styles() -> str:
    margins = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
    )
    memo = (
        f'<w:tblPr><w:tblBorders>{border("top", 8, 0, NAVY)}{border("bottom", 8, 0, NAVY)}'
        f'{border("insideH", 4, 0)}</w:tblBorders>'
        '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr>'
    )
    return (
        style("Normal Table", "table", f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins.format(108)}</w:tblPr>', default=True)
        + style("Memo Table", "table", memo, base="Normal Table")
        + style("No List", "numbering", "", default=True)
    )


def styles() -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'{size(21)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f"<w:styles {NAMESPACES}>{defaults}{paragraph_styles()}{character_styles()}{table_styles()}</w:styles>"


def numbering() -> str:
    """Headings "1.", annexes "Annex A." and bullets, each tied to its style."""

    def abstract(number: int, name: str, form: str, text: str, layout: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="0000000{number}"/><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style_id(name)}"/>'
            f'{layout.split("|")[0]}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{layout.split("|")[1]}</w:lvl></w:abstractNum>'
        )

    hanging = '|<w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr>'
    flush = '<w:suff w:val="space"/>|<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
    bullet = '|<w:pPr><w:ind w:left="340" w:hanging="283"/></w:pPr>'
    kinds = (
        abstract(1, "heading 1", "decimal", "%1.", hanging)
        + abstract(2, "Memo Annex", "upperLetter", "Annex %1.", flush)
        + abstract(3, "List Bullet", "bullet", "•", bullet)
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    return f"<w:numbering {NAMESPACES}>{kinds}{nums}</w:numbering>"


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def paragraph(name: str, body: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/></w:pPr>{body}</w:p>'


def header(first: bool) -> str:
    title = "" if first else paragraph("header", text("[[title]]"))
    return f'<w:hdr {NAMESPACES}>{paragraph("Memo Marking", text("[[marking]]"))}{title}</w:hdr>'


def footer() -> str:
    pages = text("[[generator]]") + "<w:r><w:tab/></w:r>" + text("Page ") + field("PAGE") + text(" of ") + field("NUMPAGES")
    return f'<w:ftr {NAMESPACES}>{paragraph("footer", pages)}{paragraph("Memo Marking", text("[[marking]]"))}</w:ftr>'


def footnotes() -> str:
    """Only the two separators, without which Word calls a file with footnotes damaged."""
    plain = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f"<w:footnotes {NAMESPACES}>"
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{plain}<w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{plain}<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )


def settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def document() -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="{kind}{number}"/>'
        for kind in ("header", "footer")
        for number, when in ((1, "default"), (2, "first"))
    )
    return (
        f"<w:document {NAMESPACES}><w:body><w:sectPr>{references}"
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="1247" w:right="{MARGIN}" w:bottom="1134" w:left="{MARGIN}" w:header="567" w:footer="510" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def fonts() -> str:
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def relationships(entries: tuple[tuple[str, str, str], ...]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{p}"/>' for i, t, p in entries)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


PARTS = ("styles", "numbering", "settings", "fontTable", "footnotes", "header1", "header2", "footer1", "footer2")


def parts() -> dict[str, str]:
    """Every part of the file, in the order in which it is packed."""
    kinds = {name: name.rstrip("12") for name in PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>{overrides}'
            f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
            f'<Override PartName="/docProps/app.xml" ContentType="{extended}"/></Types>'
        ),
        "_rels/.rels": relationships(
            (
                ("rId1", f"{R}/officeDocument", "word/document.xml"),
                ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
            )
        ),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>briefgen</Application></Properties>"
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            "<dc:title>Briefing memo</dc:title><dc:creator>briefgen</dc:creator></cp:coreProperties>"
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            tuple((name, f"{R}/{kind}", f"{name}.xml") for name, kind in kinds.items())
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/footnotes.xml": footnotes(),
        "word/header1.xml": header(first=False),
        "word/header2.xml": header(first=True),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
    }


def main(target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, DECLARATION + xml)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
