"""A finished file that was changed in its own format is found out; a good one with odd words is not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefgen.paper import house
from briefgen.paper.memo import House, Memo
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, words

STYLE = house.load()
MEMO = calm_memo("LIMITED")
FILES = {name: renderer.render(MEMO, words, STYLE) for name, renderer in RENDERERS.items()}
SAID = "“We will leave the League,” said Mara Lindqvist."


def slugs(name: str, data: bytes, memo: Memo = MEMO, style: house.HouseStyle = STYLE) -> set[str]:
    return {p.slug for p in verify(memo, RENDERERS[name].reopen(data), words, style)}


def in_markdown(old: str, new: str) -> bytes:
    text = FILES["md"].decode()
    assert re.search(old, text, re.M)
    return re.sub(old, lambda m: m.expand(new), text, count=1, flags=re.M).encode()


def in_word(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The Word file with the first match of `old` replaced in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILES["docx"])) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == part:
                text = data.decode()
                assert re.search(old, text)
                data = re.sub(old, lambda m: m.expand(new), text, count=1).encode()
            target.writestr(entry, data)
    return out.getvalue()


def in_json(change: Callable[[dict[str, Any]], object]) -> bytes:
    whole = json.loads(FILES["json"])
    change(whole)
    return json.dumps(whole).encode()


@pytest.mark.parametrize("name", RENDERERS)
def test_an_untouched_file_has_no_finding(name: str) -> None:
    assert slugs(name, FILES[name]) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^(## 2.*)$", rf"<!-- --> {SAID} <!-- -->\n\n\1"),
        (r"^(## 2.*)$", rf"\1\n\n<!-- a --> {SAID}"),
        (r"^\| -+ \| -+ \|", rf"| {SAID} | --- |"),
        (r"^\| -+ \| -+ \|", r"| --- |"),
        (r"^\| -+ (\| --.*)$", r"\1"),
        (r"\*\*B1\*\*", r"**B2**"),
        (r" · \*\*Chief.*?Last", " Last"),
        (r"^(\[\^1\]: .*)$", r"[^1]: S9 Nobody, 1 May 1999\n\1"),
        (r"^(\[\^1\]: .*)$", r"\1\n[^1]: S9 Nobody, 1 May 1999"),
        (r"^(\[\^1\]: .*)$", r"\1\n[^99]: S9 Nobody, 1 May 1999"),
        (r"^\[\^1\]: .*$", ""),
        (r"^(## 2.*)$", r"<!--\n\1"),
        (r"^(\| S1 \|.*)$", rf"\1 {SAID} |"),
    ],
)
def test_a_change_in_the_markdown_is_found(old: str, new: str) -> None:
    assert slugs("md", in_markdown(old, new))


def test_a_closed_comment_in_the_markdown_is_no_word() -> None:
    assert slugs("md", in_markdown(r"^(## 2.*)$", r"<!-- nothing to see -->\n\n\1")) == set()


MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>(?=<w:footnoteRef)',
         MARK + r"<w:t>DID NOT SAY THIS</w:t></w:r>\g<0>"),
        (r'<w:r>(?=<w:rPr><w:rStyle w:val="FootnoteReference"/>)',
         r'<w:fldSimple w:instr=" NOTEREF _Note1 \\f \\h "><w:r><w:t>1</w:t></w:r></w:fldSimple>\g<0>'),
        (r'(<w:hyperlink w:anchor="row_)B1"', r'\1B2"'),
        (r'(<w:hyperlink w:anchor="row_)S1"', r'\1S2"'),
        (r'(<w:hyperlink w:anchor="row_)K1"', r'\1K9"'),
        (r'<w:hyperlink w:anchor="row_K1" w:history="1">(.*?)</w:hyperlink>', r"\1"),
        (r'(<w:footnoteReference w:id=")2"', r'\g<1>1"'),
        (r'(<w:r><w:rPr>)(<w:rStyle w:val="MemoQuoteText"/>)', r"\1\2<w:vanish/>"),
        (r'(<w:r><w:rPr>)(<w:rStyle w:val="MemoQuoteText"/>)', r'\1\2<w:vanish w:val="true"/>'),
        (r'(<w:r><w:rPr><w:rStyle w:val="MemoQuoteText"/>.*?</w:r>)',
         r'<w:del w:id="7" w:author="x">\1</w:del>'),
        (r'(<w:r><w:rPr><w:rStyle w:val="MemoQuoteText"/>.*?</w:r>)',
         r'<w:moveFrom w:id="7">\1</w:moveFrom>'),
        (r'(<w:tr><w:trPr><w:cantSplit/>)(?!<w:tblHeader)', r"\1<w:hidden/>"),
        (r'(<w:bookmarkStart w:id="\d+" w:name=")row_K1"', r'\1row_K8"'),
    ],
)  # fmt: skip
def test_a_change_in_the_word_file_is_found(old: str, new: str) -> None:
    assert slugs("docx", in_word(old, new))


@pytest.mark.parametrize("style", ["MemoQuoteText", "ListBullet"])
def test_words_hidden_by_their_style_are_found(style: str) -> None:
    hidden = r"\1<w:rPr><w:vanish/></w:rPr></w:style>"
    pattern = (
        rf'(<w:style [^>]*w:styleId="{style}"(?:(?!</w:style>|<w:rPr>).)*)'
        r"(?:<w:rPr>(?:(?!</w:style>).)*)?</w:style>"
    )
    assert slugs("docx", in_word(pattern, hidden, "word/styles.xml"))


def test_a_run_that_says_it_is_not_hidden_is_seen_but_none_of_ours_says_so() -> None:
    shown = in_word(r'(<w:r><w:rPr>)(<w:rStyle w:val="MemoQuoteText"/>)', r'\1\2<w:vanish w:val="0"/>')
    assert slugs("docx", shown) == {"file-unsound"}


def of_item(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(whole: dict[str, Any]) -> None:
        item = next(i for s in whole["sections"] for i in s["items"] if key in i)
        item[key] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(sources=[]),
        lambda whole: whole.update(as_of="1999-01-01"),
        lambda whole: whole.update(topic="another"),
        lambda whole: whole.update(schema="briefgen-memo/1"),
        lambda whole: whole.update(length="full"),
        lambda whole: whole.update(lost=[]),
        lambda whole: whole["sections"][5].update(annex="B"),
        lambda whole: whole["sections"][1].pop("more"),
        lambda whole: whole["sections"][4]["items"][0]["positions"].pop(),
        lambda whole: whole["sections"][4]["items"][0]["positions"].reverse(),
        lambda whole: whole["sections"][4]["items"][0]["positions"][1]["cites"].clear(),
        lambda whole: whole["sources"][0].update(url=None),
        lambda whole: whole["sources"][0].update(genre="speech"),
        of_item("refs", ["K1"]),
        of_item("label", "K9"),
        of_item("section", "background"),
        of_item("last_word", None),
        of_item("type", "asked"),
        of_item("names", []),
        lambda whole: whole.update(generator="somebody"),
        lambda whole: whole.update(comment=SAID),
        lambda whole: whole["sections"].reverse(),
        lambda whole: whole["sources"][0].update(sha256="f" * 64),
        lambda whole: whole["sources"][0].update(used=False),
        lambda whole: whole["sources"][0].update(published=None),
        lambda whole: whole["sources"][1].update(published="2025-03-03"),
        lambda whole: whole["sources"][0].update(title="Another title"),
        lambda whole: whole["sources"][1]["flags"].pop(),
        lambda whole: whole["sections"][0].update(id="background"),
        lambda whole: whole["sections"][0]["items"][0]["cites"][0].update(end=10_000),
        lambda whole: whole["sections"][0]["items"][0]["cites"][0].update(remark=SAID),
        lambda whole: whole["sections"][0]["items"][0]["cites"].clear(),
        of_item("date", "1999-01-01"),
        of_item("date_status", "stated"),
        of_item("place", "Lindqvist"),
        of_item("aliases", []),
        of_item("versions", ["one", "two"]),
    ],
)
def test_a_change_in_the_json_is_found(change: Callable[[dict[str, Any]], None]) -> None:
    assert slugs("json", in_json(change))


@pytest.mark.parametrize("name", ["docx", "md"])
@pytest.mark.parametrize("odd", ["TODO.txt", "{{a}} [[b]].txt", "TODO: {% x %} [[updated]] {# #}"])
def test_odd_names_of_files_and_titles_are_no_fault(name: str, odd: str) -> None:
    said = (House(f"“{odd}”, publisher ({odd})"),)
    sections = tuple(
        replace(s, items=tuple(replace(i, text=i.text + said) for i in s.items)) for s in MEMO.sections
    )
    memo = replace(MEMO, title=f"{odd} {MEMO.title}", sections=sections)
    style = replace(
        STYLE, phrases=dict(STYLE.phrases) | {"footnote": "{id}, {place}, {file}, {outlet}, {date}"}
    )
    assert slugs(name, RENDERERS[name].render(memo, words, style), memo, style) == set()


def test_a_key_that_stands_twice_in_the_json_is_found() -> None:
    text = FILES["json"].decode()
    assert slugs("json", text.replace('"as_of"', '"as_of": "1999-01-01", "as_of"', 1).encode())
    assert slugs("json", text.replace('"line"', '"line": 9, "line"', 1).encode())


def through(tmp_path: Path, template: str) -> tuple[house.HouseStyle, bytes]:
    path = tmp_path / "memo.md.j2"
    path.write_text(template, encoding="utf-8")
    style = replace(STYLE, markdown=path)
    return style, RENDERERS["md"].render(MEMO, words, style)


TEMPLATE = STYLE.markdown.read_text(encoding="utf-8")


@pytest.mark.parametrize("added", ["[[title]]", "TODO: the crest", "Unit [[number]]"])
def test_what_a_markdown_template_leaves_unfilled_is_found(tmp_path: Path, added: str) -> None:
    style, data = through(tmp_path, f"{TEMPLATE}\n{added}\n")
    assert slugs("md", data, style=style) == {"template-leftover"}


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("marking", ["[[LIMITED]]", "{{ LIMITED }}", "LIMITED  –  TODO"])
def test_a_marking_with_the_marks_of_templates_is_no_leftover(name: str, marking: str) -> None:
    marked = calm_memo(marking)
    assert slugs(name, RENDERERS[name].render(marked, words, STYLE), marked) == set()


@pytest.mark.parametrize(
    "added",
    [
        "for part in page.parts",
        "page holds the memo as printed",
        "if page marking",
        "Everything between",
        "Ports and",
        "Ports and Harbours Not",
    ],
)
def test_code_and_scraps_of_a_template_are_not_its_words(tmp_path: Path, added: str) -> None:
    style, data = through(tmp_path, f"{TEMPLATE}\nPorts and Harbours\n\nNot for release\n")
    assert slugs("md", data, style=style) == set()
    assert slugs("md", data + f"\n{added}\n".encode(), style=style) == {"words-foreign"}


@pytest.mark.parametrize(
    "added",
    [
        "Prepared by {{ page.generator }} for the Ministry",
        "Handling: {{ page.marking }}",
        "{% set unit = 'Unit 4' %}{{ unit }} of Ports",
        "{{ 'Ministry' }}, {# crest #}Ports",
        "{% if page.marking %}Marked{% else %}Open{% endif %} paper",
        "| Ministry | Ports |",
        "* * *",
        "<!-- a remark\nover two lines -->",
    ],
)
def test_a_template_says_its_own_words_in_many_ways(tmp_path: Path, added: str) -> None:
    style, data = through(tmp_path, f"{TEMPLATE}\n{added}\n")
    assert slugs("md", data, style=style) == set()


def test_words_of_the_markdown_template_are_foreign_in_a_word_file(tmp_path: Path) -> None:
    style, _ = through(tmp_path, f"{TEMPLATE}\nPorts and Harbours\n")
    shown = in_word(
        r"(<w:p>(?:(?!</w:p>).)*</w:p>)", r"\1<w:p><w:r><w:t>Ports and Harbours</w:t></w:r></w:p>"
    )
    assert slugs("docx", shown, style=style) == {"words-foreign"}


def test_a_heading_may_put_its_number_behind_the_title() -> None:
    phrases = dict(STYLE.phrases) | {"section-heading": "{title} ({number})"}
    style = replace(STYLE, phrases=phrases)
    assert slugs("md", RENDERERS["md"].render(MEMO, words, style), style=style) == set()


def test_a_template_may_have_headings_of_its_own(tmp_path: Path) -> None:
    style, data = through(tmp_path, f"## Before\n\n{TEMPLATE}\n## Behind\n")
    assert slugs("md", data, style=style) == set()


def test_a_template_that_shows_the_memo_as_code_is_found(tmp_path: Path) -> None:
    style, data = through(tmp_path, f"```\n{TEMPLATE}\n```\n")
    assert slugs("md", data, style=style) == {"words-foreign"}
