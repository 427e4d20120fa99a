"""The phrases of a house: filled in one way, checked when the house is read, complete in the default one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from briefgen.annotate import ANNOTATORS
from briefgen.errors import BriefgenError
from briefgen.model import FlagKind, OriginKind, RelationKind, Status
from briefgen.paper import house

PACKAGE = Path(house.__file__).resolve().parent.parent
STYLE = house.load()
SECTION = '[[section]]\nid = "background"\ntitle = "T"\nlayout = "bullets"\ngap = "G"\n'


def own(folder: Path, phrases: str) -> Path:
    (folder / "house.toml").write_text(
        f'language = "en-GB"\n{SECTION}[phrases]\n{phrases}\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("phrases", "said"),
    [
        ('published = "published {when}"', "line 8: the phrase “published” asks for {when}"),
        ('used = "yes"\n"published" = "{x}"', "line 9: the phrase “published” asks for {x}"),
        ('used = "{{x}} {words}"', "asks for {words}"),
        ('publishd = "published {date}"', "line 8: there is no phrase “publishd”"),
    ],
)
def test_a_field_that_a_phrase_is_not_given_is_named_with_its_line(
    tmp_path: Path, phrases: str, said: str
) -> None:
    with pytest.raises(BriefgenError) as caught:
        house.load(own(tmp_path, phrases))
    assert caught.value.slug == "house-broken"
    assert f"{tmp_path / 'house.toml'}, line" in caught.value.message
    assert said in caught.value.message


def test_the_fields_that_may_be_used_are_listed(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"\{first\}, \{last\}"):
        house.load(own(tmp_path, 'undated-between = "{date}"'))
    with pytest.raises(BriefgenError, match="it has no fields"):
        house.load(own(tmp_path, 'undated = "{date}"'))


def test_a_footnote_must_name_its_place(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"line 8: the phrase “footnote” must have the field \{place\}"):
        house.load(own(tmp_path, 'footnote = "{id}: {file}"'))


def test_a_phrase_that_a_house_lacks_is_the_default_one(tmp_path: Path) -> None:
    style = house.load(own(tmp_path, 'used = "oui"'))
    assert (style.phrase("used"), style.phrase("not-used")) == ("oui", "no")
    assert set(style.phrases) == set(STYLE.phrases)


def test_a_house_without_phrases_has_the_default_ones(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(f'language = "en-GB"\n{SECTION}', encoding="utf-8")
    assert house.load(tmp_path).phrases == STYLE.phrases


def test_double_braces_are_single_ones_on_paper(tmp_path: Path) -> None:
    style = house.load(own(tmp_path, 'published = "{{as}} of {date}{{"'))
    assert style.phrase("published", date="{date}") == "{as} of {date}{"
    assert style.fill("published", {"date": 3}) == ("{as} of ", 3, "{")


def test_a_field_may_stand_twice_or_not_at_all(tmp_path: Path) -> None:
    style = house.load(own(tmp_path, 'published = "{date}, {date}"\nannounced = "ahead"'))
    assert style.phrase("published", date="May") == "May, May"
    assert style.phrase("announced", event="x") == "ahead"


def calls(folder: Path) -> Iterator[tuple[str, list[ast.expr]]]:
    """Calls anywhere below a folder: the last name of what is called, and its arguments."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                if isinstance(node.func, ast.Attribute):
                    yield node.func.attr, node.args
                elif isinstance(node.func, ast.Name):
                    yield node.func.id, node.args


def spoken() -> set[str]:
    """Names of phrases that the code asks for as they stand."""
    asked = [args[0] for name, args in calls(PACKAGE) if name in ("say", "plain", "phrase")]
    return {name for argument in asked for name in _names(argument)}


def _names(node: ast.expr) -> Iterator[str]:
    """The texts an argument may be: itself, or either side of a choice."""
    if isinstance(node, ast.IfExp):
        yield from (*_names(node.body), *_names(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def emitted() -> set[str]:
    """Kinds of difference that the link stage can give."""
    made = [args[0] for name, args in calls(PACKAGE / "link") if name in ("Change", "Divergence")]
    return {kind for argument in made for kind in _names(argument)}


def test_every_phrase_that_the_code_asks_for_is_in_the_default_house() -> None:
    names = spoken()
    assert len(names) > 25
    assert names - set(STYLE.phrases) == set()


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        ("flag-{}-plain", get_args(FlagKind)),
        ("flag-{}", get_args(FlagKind)),
        ("relation-{}", get_args(RelationKind)),
        ("kin-{}", [kind for kind in get_args(OriginKind) if kind != "original"]),
        ("date-{}", [status for status in get_args(Status) if status not in ("stated", "undated")]),
        ("difference-{}", sorted(emitted())),
        ("layer-{}", list(ANNOTATORS)),
    ],
)
def test_every_kind_of_the_model_has_its_phrase(form: str, kinds: list[str]) -> None:
    assert kinds
    assert [kind for kind in kinds if form.format(kind) not in STYLE.phrases] == []
