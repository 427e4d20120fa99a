"""The house style: where it is found, what it says, and what is said when it is broken."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from briefgen.compose import SECTIONS
from briefgen.errors import BriefgenError
from briefgen.paper import house
from briefgen.paper.house_file import LIMITS
from briefgen.render import RENDERERS
from briefgen.verify import verify
from tests.memo_fixture import calm_memo, words

DEFAULT = house.templates_root() / "default"
TEXT = (DEFAULT / "house.toml").read_text(encoding="utf-8")
FIRST = Path(__file__).resolve().parent / "houses" / "0.1.0"


def own_house(folder: Path, old: str, new: str) -> Path:
    """A house that differs from the default one in one place."""
    folder.mkdir()
    assert old in TEXT
    (folder / "house.toml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return folder


def set_in(id_: str, key: str) -> str:
    """The line that sets a key of a section or header line of the default house, with what is before it."""
    table = TEXT[TEXT.index(f'id = "{id_}"') :].split("\n[", 1)[0]
    return f'id = "{id_}"' + table.removeprefix(f'id = "{id_}"').partition(f"\n{key} =")[0] + f"\n{key} ="


def limited(folder: Path, id_: str, key: str, value: str) -> Path:
    """A house that differs from the default one in one limit."""
    before = set_in(id_, key)
    assert before in TEXT
    return own_house(folder, before, f"{before} {value}  # ")


def test_the_default_house_has_all_sections_annexes_last() -> None:
    style = house.load()
    assert {s.id for s in style.sections} == set(SECTIONS)
    assert [s.annex for s in style.sections] == sorted(s.annex for s in style.sections)
    assert [s.id for s in style.sections if not s.annex] == [
        "in-brief", "background", "key-statements", "partners", "open-issues",
    ]  # fmt: skip
    annexes = [s.id for s in style.sections if s.annex]
    assert (annexes[0], annexes[-1]) == ("further", "sources")
    assert [h.id for h in style.header] == [
        "to", "from", "date", "ref", "cleared", "actor", "basis", "annexes",
    ]  # fmt: skip
    assert {s.id for s in style.sections if not s.gap} == {house.REST, "abbreviations"}


def test_a_house_of_the_first_version_goes_on_working() -> None:
    style = house.load(FIRST)
    assert (style.kind, style.notes) == ("", "footnote")
    assert style.section("chronology").publications == 6  # type: ignore[union-attr]
    assert style.section(house.REST) is None
    for renderer in RENDERERS.values():
        found = renderer.reopen(renderer.render(calm_memo(), words, style))
        assert not verify(calm_memo(), found, words, style)


def test_a_house_is_found_by_name_by_folder_and_by_none(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(DEFAULT, copy)
    assert house.load().word == house.load("default").word == DEFAULT / "memo.docx"
    assert house.load(str(copy)).word == copy / "memo.docx"


def test_files_that_a_house_lacks_come_from_the_default_one(tmp_path: Path) -> None:
    style = house.load(own_house(tmp_path / "office", 'title = "Background"', 'title = "Context"'))
    found = style.section("background")
    assert found is not None
    assert found.title == "Context"
    assert style.markdown == DEFAULT / "memo.md.j2"


def test_a_word_file_gives_the_look_and_the_default_house_the_words(tmp_path: Path) -> None:
    for name in ("office.docx", "office.DOTX"):
        path = tmp_path / name
        path.write_bytes(b"")
        style = house.load(path)
        assert (style.word, style.file) == (path, DEFAULT / "house.toml")


@pytest.mark.parametrize("wanted", ["ministry", "no/such/folder", "memo.pdf", "../x", ""])
def test_a_template_that_is_not_there_is_named_with_those_that_are(wanted: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        house.load(wanted or "nothing here")
    assert caught.value.slug == "template-missing"
    assert "default" in caught.value.hint


def test_a_file_of_another_kind_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(BriefgenError, match="is not a template"):
        house.load(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('language = "en-GB"', "language = ", "line 4: not valid TOML"),
        ('language = "en-GB"', "language = 1", "“language” is missing or not a text"),
        ('id = "in-brief"', 'id = "in-short"', "there is no section “in-short”"),
        ('id = "further"', 'id = "sources"', "the section “sources” is listed twice"),
        ('notes = "footnote"', 'notes = "margin"', "there are no notes of the kind “margin”"),
        ('title = "Background"\n', "", "“title” is missing or not a text in “background”"),
        ('layout = "table"', 'layout = "cards"', "there is no layout “cards”"),
        ('["text", "Statement"]', '["orator", "Speaker"]', "there is no field “orator”"),
        ('["text", "Statement"]', '["text"]', "“columns” must be a list"),
        ("\nannex = true", "\nanex = true", "unknown key “anex”"),
        ("\nannex = true", '\nannex = "yes"', "“annex” must be true or false"),
        ('language = "en-GB"', 'language = "British"', "“British” is not a language tag"),
        ('[[header]]\nid = "to"', '[header]\nid = "to"', "not valid TOML"),
        ('used = "yes"', "used = 1", "the phrase “used” must be a text"),
        ('used = "yes"', 'used = "{0}"', "the phrase “used” must be a text"),
        ('used = "yes"', 'used = "{a.__class__}"', "the phrase “used” must be a text"),
        ('used = "yes"', 'used = "\\u0000"', "the phrase “used” must be a text"),
        ('used = "yes"', 'used = "{"', "the phrase “used” must be a text"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = own_house(tmp_path / "office", old, new)
    with pytest.raises(BriefgenError) as caught:
        house.load(folder)
    assert caught.value.slug == "house-broken"
    assert said in caught.value.message
    assert str(folder / "house.toml") in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("id_", "key", "value", "said"),
    [
        ("background", "limit", "0", "“limit” must be a whole number from 1"),
        ("background", "limit", "true", "“limit” must be a whole number from 1"),
        ("background", "limit", '"8"', "“limit” must be a whole number from 1"),
        ("key-statements", "lines", "-6", "“lines” must be a whole number from 1"),
        ("sources", "unused", "1.5", "“unused” must be a whole number from 1"),
        ("basis", "unused", "0", "“unused” must be a whole number from 1"),
    ],
)
def test_a_bad_limit_is_named_with_its_line(
    tmp_path: Path, id_: str, key: str, value: str, said: str
) -> None:
    line = TEXT[: TEXT.index(set_in(id_, key))].count("\n") + set_in(id_, key).count("\n") + 1
    folder = limited(tmp_path / "office", id_, key, value)
    with pytest.raises(BriefgenError, match=f"line {line}: {said}"):
        house.load(folder)


def test_a_limit_that_a_section_does_not_have_is_named(tmp_path: Path) -> None:
    folder = own_house(tmp_path / "office", 'id = "chronology"', 'id = "chronology"\nunused = 6')
    with pytest.raises(BriefgenError, match="“unused” has no effect on “chronology”"):
        house.load(folder)


def test_a_house_without_limits_has_those_of_the_default_one(tmp_path: Path) -> None:
    folder = limited(tmp_path / "office", "background", "limit", "3")
    text = (folder / "house.toml").read_text(encoding="utf-8")
    keys = "|".join(LIMITS)
    kept = [one for one in text.split("\n") if not re.match(f"(?:{keys}) = ", one) or "3  #" in one]
    (folder / "house.toml").write_text("\n".join(kept), encoding="utf-8")
    mine, theirs = house.load(folder), house.load()
    limits = {s.id: [getattr(s, key) for key in LIMITS] for s in mine.sections}
    assert limits.pop("background")[0] == 3
    assert limits == {s.id: [getattr(s, key) for key in LIMITS] for s in theirs.sections if s.id in limits}
    assert [(h.unused, h.limit) for h in mine.header] == [(h.unused, h.limit) for h in theirs.header]


def test_a_mistake_in_a_section_is_named_with_its_line(tmp_path: Path) -> None:
    folder = own_house(tmp_path / "office", 'id = "partners"', 'id = "friends"')
    line = (folder / "house.toml").read_text(encoding="utf-8").split("\n").index('id = "friends"') + 1
    with pytest.raises(BriefgenError, match=f"line {line}: there is no section “friends”"):
        house.load(folder)


def test_a_section_may_be_left_out_and_the_order_is_the_houses(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    section = '[[section]]\nid = "{}"\ntitle = "T"\nlayout = "bullets"\ngap = "G"\n'
    text = 'language = "en-GB"\n' + section.format("background") + section.format("in-brief")
    (folder / "house.toml").write_text(text, encoding="utf-8")
    assert [s.id for s in house.load(folder).sections] == ["background", "in-brief"]
    assert house.load(folder).section("partners") is None


def test_a_new_section_id_may_be_made_known() -> None:
    with pytest.raises(BriefgenError, match="no section “in-brief”"):
        house.load(None, known=("background",))


def test_a_phrase_is_filled_with_its_fields() -> None:
    assert house.load().phrase("section-heading", number=2, title="Background") == "2. Background"


def test_braces_in_a_field_are_just_braces() -> None:
    shown = house.load().phrase("section-heading", number=1, title="{number}")
    assert shown == "1. {number}"


def test_a_missing_phrase_and_a_missing_field_are_named() -> None:
    style = house.load()
    with pytest.raises(BriefgenError, match="no phrase “sing”") as caught:
        style.phrase("sing")
    assert caught.value.slug == "house-broken"
    with pytest.raises(BriefgenError, match=r"“section-heading” asks for \{title\}"):
        style.phrase("section-heading", number=1)


def test_templates_are_found_beside_the_package_and_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("inside/briefgen/templates", "beside/templates"):
        (tmp_path / place / "default").mkdir(parents=True)
    for package in ("inside/briefgen", "beside/briefgen"):
        monkeypatch.setattr(house, "__file__", str(tmp_path / package / "paper" / "house.py"))
        assert (house.templates_root() / "default").is_dir()
    monkeypatch.setattr(house, "__file__", str(tmp_path / "elsewhere" / "briefgen" / "paper" / "house.py"))
    with pytest.raises(BriefgenError) as caught:
        house.templates_root()
    assert caught.value.slug == "template-missing"


def limits_of(style: house.HouseStyle, id_: str) -> tuple[int, int, int]:
    """Rows, printed lines, and rows with those of the annex."""
    section = style.section(id_)
    assert section is not None
    return section.limit, section.lines, section.most


def test_a_short_memo_has_the_short_limits_and_a_full_one_all_rows_in_the_annex() -> None:
    style = house.load()
    limit, lines, most = limits_of(style.at("standard"), "key-statements")
    assert (limit, lines, most) == limits_of(style, "key-statements")
    short = limits_of(style.at("short"), "key-statements")
    assert short[0] < limit
    assert short[1] < lines
    assert short[2] == most
    assert limits_of(style.at("full"), "key-statements") == (limit, lines, house.UNLIMITED)
    assert limits_of(style.at("full"), "discrepancies")[0] == house.UNLIMITED
    assert {limits_of(style.at(length), "in-brief")[0] for length in get_args(house.Length)} == {3, 5}


def test_without_an_annex_for_the_rest_only_the_limit_of_rows_counts() -> None:
    style = house.load(FIRST)
    assert limits_of(style.at("standard"), "key-statements") == (25, house.UNLIMITED, 25)
    assert limits_of(style.at("short"), "key-statements")[2] == 10
    assert limits_of(style.at("full"), "key-statements") == (house.UNLIMITED,) * 3


def test_a_house_that_shows_less_than_a_short_memo_shows_no_more_in_one(tmp_path: Path) -> None:
    style = house.load(limited(tmp_path / "office", "key-statements", "limit", "3"))
    assert limits_of(style.at("short"), "key-statements")[0] == 3
