"""A finished file that holds what no file of ours does is refused, in every format, whatever it is."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from briefgen import files
from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.paper.carried import Material
from briefgen.render import RENDERERS, Renderer
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, words

STYLE = house.load()
MEMO = calm_memo("LIMITED")
FILES = {name: renderer.render(MEMO, words, STYLE) for name, renderer in RENDERERS.items()}
QUOTE = r'<w:style w:type="character"[^>]*w:styleId="MemoQuoteText">.*?</w:style>'
NORMAL = r'<w:style w:type="paragraph"[^>]*w:styleId="Normal">.*?</w:style>'
FIRST_RUN = r"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)(<w:t [^>]*>We|<w:t [^>]*>“We)"


def in_part(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The Word file with the first match of `old` replaced in one part."""
    return edited(lambda name, text: once(old, new, text) if name == part else text)


def edited(change: Callable[[str, str], str], more: Mapping[str, str] = MappingProxyType({})) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILES["docx"])) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, change(entry, source.read(entry).decode()))
        for name, text in more.items():
            target.writestr(name, text)
    return out.getvalue()


def once(old: str, new: str, text: str) -> str:
    assert re.search(old, text, re.S), old
    return re.sub(old, new, text, count=1, flags=re.S)


def in_style(style: str, properties: str, group: str = "rPr") -> bytes:
    """The Word file with properties added to a style."""

    def changed(found: re.Match[str]) -> str:
        whole = found[0]
        if f"<w:{group}>" in whole:
            return whole.replace(f"<w:{group}>", f"<w:{group}>{properties}", 1)
        return whole.replace("</w:style>", f"<w:{group}>{properties}</w:{group}></w:style>")

    def change(name: str, text: str) -> str:
        if name != "word/styles.xml":
            return text
        assert re.search(style, text, re.S), style
        return re.sub(style, changed, text, count=1, flags=re.S)

    return edited(change)


WORD: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "a field": lambda: in_part(r"<w:t ", '<w:fldChar w:fldCharType="begin"/><w:t '),
        "the words of a field": lambda: in_part("<w:r>", '<w:fldSimple w:instr=" QUOTE x "/><w:r>'),
        "another file in the text": lambda: in_part("<w:p>", "<w:altChunk/><w:p>"),
        "a drawing": lambda: in_part(r"<w:t ", "<w:drawing/><w:t "),
        "a picture of old": lambda: in_part(r"<w:t ", "<w:pict/><w:t "),
        "an object": lambda: in_part(r"<w:t ", "<w:object/><w:t "),
        "a symbol": lambda: in_part(r"<w:t ", '<w:sym w:font="Symbol" w:char="F0D8"/><w:t '),
        "a soft hyphen": lambda: in_part(r"</w:t>", "</w:t><w:softHyphen/>"),
        "a hyphen that does not break": lambda: in_part(r"</w:t>", "</w:t><w:noBreakHyphen/>"),
        "a break": lambda: in_part(r"</w:t>", '</w:t><w:br w:type="page"/>'),
        "white letters": lambda: in_part("<w:rPr>", '<w:rPr><w:color w:val="FFFFFF"/>'),
        "struck letters": lambda: in_part("<w:rPr>", "<w:rPr><w:strike/>"),
        "hidden letters": lambda: in_part("<w:rPr>", "<w:rPr><w:vanish/>"),
        "tiny letters": lambda: in_part("<w:rPr>", '<w:rPr><w:sz w:val="2"/>'),
        "words that are added as a change": lambda: in_part("<w:r>", "<w:ins/><w:r>"),
        "words that are struck as a change": lambda: in_part(r"(<w:r>.*?</w:r>)", r"<w:del>\1</w:del>"),
        "a comment": lambda: in_part("<w:r>", '<w:commentRangeStart w:id="1"/><w:r>'),
        "a smart tag": lambda: in_part("<w:r>", "<w:smartTag/><w:r>"),
        "a frame of text": lambda: in_part("<w:pPr>", '<w:pPr><w:framePr w:x="20000"/>'),
        "an indent beside the page": lambda: in_part("</w:pPr>", '<w:ind w:left="30000"/></w:pPr>'),
        "a section in the text": lambda: in_part("</w:pPr>", "<w:sectPr/></w:pPr>"),
        "words outside their element": lambda: in_part("<w:r>", "<w:r>not "),
        "a formula": lambda: in_part("<w:r>", '<m:oMath xmlns:m="urn:m"/><w:r>'),
        "a link out of the file": lambda: in_part(
            "<w:hyperlink ", '<w:hyperlink r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships" '
        ),
        "a link to a file": lambda: in_part("<w:hyperlink ", '<w:hyperlink w:docLocation="x" '),
        "merged cells": lambda: in_part(r"(<w:tcPr><w:tcW [^>]*/>)", r'\1<w:gridSpan w:val="2"/>'),
        "cells merged downwards": lambda: in_part(r"(<w:tcPr><w:tcW [^>]*/>)", r"\1<w:vMerge/>"),
        "a squeezed cell": lambda: in_part(r'<w:tcW w:w="\d+"', '<w:tcW w:w="1"'),
        "a squeezed column": lambda: in_part(r'<w:gridCol w:w="\d+"', '<w:gridCol w:w="0"'),
        "a hidden row": lambda: in_part("<w:trPr>", "<w:trPr><w:hidden/>"),
        "a row of a fixed height": lambda: in_part(
            "<w:trPr>", '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/>'
        ),
        "a cell on a dark ground": lambda: in_part(
            r"(<w:tcPr><w:tcW [^>]*/>)", r'\1<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
        ),
        "a style that is not there": lambda: in_part(
            '<w:rStyle w:val="MemoQuoteText"/>', '<w:rStyle w:val="Nothing"/>'
        ),
        "a style in white": lambda: in_style(QUOTE, '<w:color w:val="FFFFFF"/>'),
        "a style that strikes": lambda: in_style(QUOTE, "<w:strike/>"),
        "a style that strikes twice": lambda: in_style(QUOTE, "<w:dstrike/>"),
        "a style that hides": lambda: in_style(QUOTE, "<w:vanish/>"),
        "a style that hides on the web": lambda: in_style(QUOTE, "<w:webHidden/>"),
        "a style in capitals": lambda: in_style(QUOTE, "<w:caps/>"),
        "a style in small capitals": lambda: in_style(QUOTE, "<w:smallCaps/>"),
        "a tiny style": lambda: in_style(QUOTE, '<w:sz w:val="3"/>'),
        "a narrow style": lambda: in_style(QUOTE, '<w:w w:val="5"/>'),
        "a style of letters one above the other": lambda: in_style(QUOTE, '<w:spacing w:val="-200"/>'),
        "a style beside its line": lambda: in_style(QUOTE, '<w:position w:val="400"/>'),
        "a style on black": lambda: in_style(QUOTE, '<w:highlight w:val="black"/>'),
        "a style in a font of signs": lambda: in_style(QUOTE, '<w:rFonts w:ascii="Wingdings"/>'),
        "a style that turns words round": lambda: in_style(QUOTE, "<w:rtl/>"),
        "the usual style beside the page": lambda: in_style(NORMAL, '<w:ind w:left="-20000"/>', "pPr"),
        "the usual style in lines without height": lambda: in_style(
            NORMAL, '<w:spacing w:line="10" w:lineRule="exact"/>', "pPr"
        ),
        "all letters white": lambda: in_part(
            r"(<w:docDefaults>.*?<w:rPr>)", r'\1<w:color w:val="FEFEFE"/>', "word/styles.xml"
        ),
        "another mark of a list": lambda: in_part(
            '<w:lvlText w:val="•"/>', '<w:lvlText w:val="It is denied that"/>', "word/numbering.xml"
        ),
        "another header": lambda: in_part("</w:p></w:hdr>", "<w:r><w:t>DRAFT</w:t></w:r></w:p></w:hdr>",
                                          "word/header1.xml"),
        "another footer": lambda: in_part(
            "<w:ftr([^>]*)>", r"<w:ftr\1><w:p><w:r><w:t>Not cleared</w:t></w:r></w:p>", "word/footer1.xml"
        ),
        "another description of a table": lambda: in_part(
            '<w:tblDescription w:val="[^"]*"', '<w:tblDescription w:val="No such table"'
        ),
        "another name of a table": lambda: in_part(
            '<w:tblCaption w:val="[^"]*"', '<w:tblCaption w:val="Withdrawn"'
        ),
        "another name of a control": lambda: in_part('<w:alias w:val="[^"]*"', '<w:alias w:val="Approved"'),
        "another title of the file": lambda: in_part(
            "<dc:title>[^<]*<", "<dc:title>Withdrawn<", "docProps/core.xml"
        ),
        "another maker of the file": lambda: in_part(
            "<dc:creator>[^<]*<", "<dc:creator>Somebody<", "docProps/core.xml"
        ),
        "a note that no mark names": lambda: in_part(
            "</w:footnotes>",
            '<w:footnote w:id="99"><w:p><w:r><w:t>S1, line 1.</w:t></w:r></w:p></w:footnote></w:footnotes>',
            "word/footnotes.xml",
        ),
        "words in the separator of notes": lambda: in_part(
            "<w:separator/>", "<w:separator/><w:t>x</w:t>", "word/footnotes.xml"
        ),
        "a drawing in a note": lambda: in_part(r"<w:t ", "<w:drawing/><w:t ", "word/footnotes.xml"),
        "a part that nothing names": lambda: edited(
            lambda _, text: text, {"word/vbaProject.bin": "Sub AutoOpen()"}
        ),
        "a relationship that loads": lambda: in_part(
            "</Relationships>", '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/'
            '2006/relationships/attachedTemplate" Target="http://example.org/x.dotm" TargetMode="External"/>'
            "</Relationships>", "word/_rels/document.xml.rels"
        ),
        "an object by relationship": lambda: in_part(
            "</Relationships>", '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/'
            '2006/relationships/oleObject" Target="settings.xml"/></Relationships>',
            "word/_rels/document.xml.rels"
        ),
        "a style in a colour of the theme": lambda: in_style(
            QUOTE, '<w:color w:val="000000" w:themeColor="background1"/>'
        ),
        "a style of pale letters": lambda: in_style(QUOTE, '<w:color w:val="FFFF99"/>'),
        "a style on a solid ground": lambda: in_style(
            QUOTE, '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'
        ),
        "a style without width": lambda: in_style(QUOTE, '<w:fitText w:val="1"/>'),
        "the usual style on black": lambda: in_style(
            NORMAL, '<w:shd w:val="clear" w:fill="000000"/>', "pPr"
        ),
        "the usual style far down": lambda: in_style(NORMAL, '<w:spacing w:before="31000"/>', "pPr"),
        "the usual style turned": lambda: in_style(NORMAL, "<w:bidi/>", "pPr"),
        "the usual style with numbers": lambda: in_style(
            NORMAL, '<w:numPr><w:numId w:val="1"/></w:numPr>', "pPr"
        ),
        "notes in white": lambda: in_style(
            r'<w:style w:type="paragraph"[^>]*w:styleId="FootnoteText">.*?</w:style>',
            '<w:color w:val="FFFFFF"/>',
        ),
        "headers in white": lambda: in_style(
            r'<w:style w:type="paragraph"[^>]*w:styleId="Header">.*?</w:style>', '<w:color w:val="FFFFFF"/>'
        ),
        "a cell on a solid ground": lambda: in_part(
            r'<w:shd w:val="clear" w:color="auto"', '<w:shd w:val="solid" w:color="000000"'
        ),
        "a list that hides its lines": lambda: in_part(
            "<w:suff ", "<w:rPr><w:vanish/></w:rPr><w:suff ", "word/numbering.xml"
        ),
        "a list without numbers": lambda: in_part(
            '<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="none"/>', "word/numbering.xml"
        ),
        "a page without room": lambda: in_part(r'w:h="\d+"', 'w:h="400"'),
        "a header that loads": lambda: in_part(
            "</w:p></w:hdr>", "<w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p></w:hdr>",
            "word/header1.xml",
        ),
        "a footer that asks": lambda: in_part(
            'w:instr=" PAGE "', 'w:instr=" DDEAUTO x "', "word/footer1.xml"
        ),
        "another program in its properties": lambda: in_part(
            "<Application>[^<]*<", "<Application>x<", "docProps/app.xml"
        ),
        "variables in its settings": lambda: in_part("<w:zoom ", "<w:docVars/><w:zoom ", "word/settings.xml"),
        "a file that is protected": lambda: in_part(
            "<w:zoom ", '<w:documentProtection w:edit="readOnly"/><w:zoom ', "word/settings.xml"
        ),
        "a file that fetches its fields": lambda: in_part(
            "<w:zoom ", '<w:updateFields w:val="true"/><w:zoom ', "word/settings.xml"
        ),
    }
)  # fmt: skip


def in_markdown(old: str, new: str) -> Callable[[], bytes]:
    def made() -> bytes:
        text = FILES["md"].decode()
        assert re.search(old, text, re.M), old
        return re.sub(old, new, text, count=1, flags=re.M).encode()

    return made


SAID = "wait for the next storm"

MARKDOWN: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "a word in a quotation made strong": in_markdown(SAID, "wait for **the** next storm"),
        "a word in a quotation in italics": in_markdown(SAID, "wait for *the* next storm"),
        "a word in a quotation struck": in_markdown(SAID, "wait for ~~the~~ next storm"),
        "a word in a quotation as code": in_markdown(SAID, "wait for `the` next storm"),
        "a comment between letters": in_markdown(SAID, "wait<!-- not --> for the next storm"),
        "an element between letters": in_markdown(SAID, "<del>wait</del> for the next storm"),
        "a link over words": in_markdown(SAID, "[wait](http://example.org) for the next storm"),
        "a picture": in_markdown(SAID, "![x](http://example.org/x.png)wait for the next storm"),
        "a pictogram": in_markdown(SAID, "wait :smile: for the next storm"),
        "another bullet": in_markdown("^- ", "1. "),
        "a quotation of a block": in_markdown("^- ", "> "),
        "a task": in_markdown("^- ", "- [x] "),
        "a heading of another rank": in_markdown("^## (.*)$", r"\1"),
        "a block of code": in_markdown("^- (.*)$", r"```\n\1\n```"),
        "an emphasised note": in_markdown(r"^(\[\^1\]: )(.*)$", r"\1**\2**"),
        "a note that stands twice": in_markdown(r"^(\[\^1\]: .*)$", r"\1\n\1"),
        "a mark that never closes": in_markdown(SAID, "wait **for the next storm"),
        "a cell more": in_markdown(r"^(\| K1 .*)$", r"\1 and more |"),
        "a line as code": in_markdown("^- ", "    - "),
        "a line behind a tab": in_markdown("^- ", "\t- "),
        "a line underlined to a heading": in_markdown("^(- .*)$", r"\1\n---"),
        "a heading that is none": in_markdown("^## ", "##"),
        "a heading of a seventh rank": in_markdown("^## ", "####### "),
        "a table that is a paragraph": in_markdown(r"\n\n(\|)", r"\nWords.\n\1"),
        "a form feed": in_markdown("^## ", "\f## "),
        "a line more": in_markdown("^## ", "Norland is at fault.\n\n## "),
    }
)


def in_json(change: Callable[[dict[str, Any]], object]) -> Callable[[], bytes]:
    def made() -> bytes:
        whole = json.loads(FILES["json"])
        change(whole)
        return json.dumps(whole).encode()

    return made


def items(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for section in whole["sections"] for item in section["items"]]


JSON: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "a key of the memo": in_json(lambda w: w.update(approved=True)),
        "an empty record": in_json(lambda w: w.update(signature={})),
        "an empty list": in_json(lambda w: w.update(comments=[])),
        "a key of a section": in_json(lambda w: w["sections"][0].update(hidden=False)),
        "a key of a row": in_json(lambda w: items(w)[0].update(confidence=0.9)),
        "a record in a row": in_json(lambda w: items(w)[0].update(meta={"by": "x"})),
        "a key of a citation": in_json(lambda w: items(w)[0]["cites"][0].update(page=3)),
        "a key of a source": in_json(lambda w: w["sources"][0].update(trust="high")),
        "sections under another key": in_json(lambda w: w.update(parts=w.pop("sections"))),
        "sources under another key": in_json(lambda w: w.update(documents=w.pop("sources"))),
        "rows under another key": in_json(
            lambda w: w["sections"][0].update(rows=w["sections"][0].pop("items"))
        ),
        "a list where a text was": in_json(lambda w: items(w)[0].update(text=[[items(w)[0]["text"]]])),
        "a record where a text was": in_json(
            lambda w: items(w)[0].update(text={"text": items(w)[0]["text"]})
        ),
        "a number as a text": in_json(
            lambda w: items(w)[0]["cites"][0].update(line=str(items(w)[0]["cites"][0]["line"]))
        ),
        "a truth as a text": in_json(lambda w: w["sources"][0].update(used="yes")),
        "a row that is lost": in_json(lambda w: w["sections"][0]["items"].pop()),
    }
)
TAMPERED = {
    **{("docx", what): made for what, made in WORD.items()},
    **{("md", what): made for what, made in MARKDOWN.items()},
    **{("json", what): made for what, made in JSON.items()},
}


@pytest.mark.parametrize(("name", "what"), TAMPERED)
def test_what_no_file_of_ours_holds_is_refused(name: str, what: str) -> None:
    data = TAMPERED[name, what]()
    assert data != FILES[name]
    assert verify(MEMO, RENDERERS[name].reopen(data), words, STYLE)


@pytest.mark.parametrize("name", ["docx", "json"])
def test_a_file_that_can_not_be_read_back_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = RENDERERS[name]
    cut = Renderer(drawn.suffix, lambda *given: drawn.render(*given)[:-60], drawn.reopen)
    monkeypatch.setattr(files, "RENDERERS", {**RENDERERS, name: cut})
    with pytest.raises(BriefgenError, match="can not be read back"):
        files.drawn(name, Material(MEMO, words, STYLE, {}), lambda data: data)


@pytest.mark.parametrize("name", RENDERERS)
def test_a_file_that_is_not_the_one_that_was_drawn_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seal tells, even where the words are the same."""
    drawn = RENDERERS[name]
    change = {
        "docx": lambda data: in_part("<w:body>", "<w:body> "),
        "md": lambda data: data.replace(b"\n\n", b"\n\n\n", 1),
        "json": lambda data: data.replace(b'\n  "topic"', b'\n   "topic"', 1),
        "html": lambda data: data.replace(b"<body>", b"<body>\n", 1),
    }[name]
    changed = Renderer(
        drawn.suffix, lambda *given: change(drawn.render(*given)), drawn.reopen, drawn.sealed, drawn.evidence
    )
    monkeypatch.setattr(files, "RENDERERS", {**RENDERERS, name: changed})
    with pytest.raises(BriefgenError, match="not the one that was drawn"):
        files.drawn(name, Material(MEMO, words, STYLE, {}), lambda data: data)
