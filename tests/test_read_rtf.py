"""Rich text as its producers write it."""

from __future__ import annotations

import pytest

from briefgen.model import Omission
from briefgen.read import read_bytes
from briefgen.read.draft import Draft

WORDPAD = rb"""{\rtf1\ansi\ansicpg1252\deff0\nouicompat{\fonttbl{\f0\fnil\fcharset0 Calibri;}
{\f1\fnil\fcharset204 Arial;}}
{\*\generator Riched20 10.0.19041}\viewkind4\uc1
\pard\sa200\b\f0\fs32 Quay pact near\b0\fs22\par
Vale said \ldblquote We wait\rdblquote  in a caf\'e9 for \u8364?3m. \f1\'cc\'ee\'f1\'ea\'e2\'e0
\f0  is far from the quays.\par
}"""
TEXTEDIT = rb"""{\rtf1\ansi\ansicpg1252\cocoartf2639
{\fonttbl\f0\fswiss\fcharset0 Helvetica-Bold;}
{\colortbl;\red255\green255\blue255;}
{\*\expandedcolortbl;;}
\pard\tx720\pardirnatural
\f0\b\fs24 \cf0 Quay pact near\
\b0 \
Vale said \'93We wait\'94. It\'92s near \uc0\u55357 \u56960 .\
{\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt A link}} follows.}"""
WORD = rb"""{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0{\*\panose 0202}Times{\*\falt T};}}
{\stylesheet{\ql \snext0 Normal;}{\s15\fs56 \sbasedon0 \snext0 Title;}{\*\cs16 \additive \v Secret Char;}
{\s21 \sbasedon0 toc 1;}}
{\info{\title Template}{\author Jane Roe}{\operator x}}
{\header \pard Running head\par}{\footer \pard {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}
{\*\ftnsep \chftnsep }
\pard\plain \s15 \fs56 {Quay review}{\par }
\pard\plain \s21 {\field{\*\fldinst { TOC \\o "1-3" }}{\fldrslt Costs\tab 2\par Towns\tab 3}}\par
\pard\plain \dropcapli3\dropcapt1 {\fs120 M}{\par }
\pard\plain {inister Vale spoke.}{\super \chftn {\footnote \pard {\super \chftn } In May.}}
{\cs16\v  Secret.}{\par }
\pard {\deleted old }{\revised new} words.{\*\atnid JR}{\*\atnauthor J}\chatn{\*\annotation \pard Hm.}\par
{\shp{\*\shpinst\shpleft1{\sp{\sn fLine}{\sv 0}}{\shptxt \pard In a box.\par}}{\shprslt{\*\do In a box.}}}
{\pict\pngblip 89504e47}{\upr{Plain}{\*\ud{Fine}}}\bin5 {{{{{ end\par}"""


def read(data: bytes) -> Draft:
    (draft,), problems = read_bytes(data, "a.rtf")
    assert not problems
    return draft


def test_wordpad() -> None:
    draft = read(WORDPAD)
    assert (
        draft.text == "Quay pact near\nVale said “We wait” in a café for €3m. Москва is far from the quays."
    )
    assert draft.stated["title"] == "Quay pact near"


def test_textedit() -> None:
    assert read(TEXTEDIT).text == "Quay pact near\nVale said “We wait”. It’s near 🚀.\nA link follows."


def test_word() -> None:
    draft = read(WORD)
    assert draft.text.split("\n") == [
        "Quay review", "Minister Vale spoke.", "new words.", "In a box.", "Fine end", "In May.",
    ]  # fmt: skip
    assert draft.places[-1][1] == "note 1"
    assert dict(draft.stated) == {"title": "Quay review", "author": "Jane Roe"}
    assert draft.omitted == (Omission("hidden-text", "1 word"), Omission("left-out", "1 comment"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\ansicpg1251 \'cc\'e8\'f0\par", "Мир"),
        (rb"\ansicpg932 \'93\'fa\'96\'7b\par", "日本"),
        (rb"\mac caf\'8e\par", "café"),
        (rb"\uc2 \u233\'8e\'9f!\par", "é!"),
        (rb"One\line two\tab three\~four\par", "One\ntwo\tthree\u00a0four"),
        (rb"One\page Two\sect Three", "One\nTwo\nThree"),
        (rb"Not closed {\b here", "Not closed here"),
    ],
)
def test_characters_and_breaks(body: bytes, text: str) -> None:
    assert read(b"{\\rtf1\\ansi " + body + b"}").text == text


def test_groups_without_end_are_refused() -> None:
    drafts, problems = read_bytes(b"{\\rtf1 " + b"{" * 100_000, "a.rtf")
    assert (drafts, [p.slug for p in problems]) == ((), ["file-damaged"])
