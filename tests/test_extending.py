"""The recipes of docs/extending.md work as they are printed."""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

import pytest

from briefgen import compose, read, topic
from briefgen.compose.brief import Brief
from briefgen.compose.ledger import Ledger
from briefgen.errors import Problem
from briefgen.loading import load
from briefgen.paper import house
from briefgen.paper.memo import Cited, House
from briefgen.read.draft import Draft
from briefgen.render import carriers
from briefgen.select import select
from briefgen.verify import carried, verify
from tests.carried import material
from tests.material import zipped
from tests.memo_fixture import calm_memo, memo, words

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")


def recipe(first: str) -> str:
    """The code block whose first line is a comment with `first`."""
    return next(
        block for block in re.findall(r"```\w+\n(.*?)```", PAGE, flags=re.S) if block.startswith(f"# {first}")
    )


def module(name: str) -> types.ModuleType:
    made = types.ModuleType(name)
    exec(compile(recipe(name), name, "exec"), made.__dict__)
    return made


def test_the_topic_loads(tmp_path: Path) -> None:
    (tmp_path / "arctic-shipping.toml").write_text(
        recipe("templates/topics/arctic-shipping.toml"), encoding="utf-8"
    )
    made = topic.find("arctic-shipping", [tmp_path])
    assert not made.free
    assert len(made.groups) == 2


def test_the_section_gives_a_line_for_each_speaker() -> None:
    made = module("briefgen/compose/voices.py")
    corpus, problems = load(ROOT / "seeds")
    one = topic.find("asia-security", [house.topics_folder()])
    brief = Brief(one, corpus, select(one, corpus), house.load(), None, problems)
    first = made.content(brief, Ledger()).items[0]
    name, often = first.text
    assert isinstance(name, Cited)
    assert corpus.text(name.span) == "Kaja Kallas"
    assert often == House(f": {len(first.cites)}")
    assert len(first.cites) > 1


@pytest.mark.parametrize("line", ["from briefgen.compose import voices", "from briefgen.render import rows"])
def test_the_recipes_name_the_import_that_a_table_of_the_program_needs(line: str) -> None:
    assert f"\n{line}\n" in PAGE


def test_the_section_takes_its_place_and_limit_from_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = module("briefgen/compose/voices.py")
    monkeypatch.setattr(compose, "SECTIONS", {**compose.SECTIONS, "voices": made.content})
    entry = recipe("templates/default/house.toml").replace("limit = 10", "limit = 2")
    (tmp_path / "house.toml").write_text(f'language = "en-GB"\n{entry}', encoding="utf-8")
    style = house.load(tmp_path, compose.SECTIONS)
    corpus, problems = load(ROOT / "seeds")
    one = topic.find("asia-security", [house.topics_folder()])
    made_memo = compose.compose(Brief(one, corpus, select(one, corpus), style, None, problems))
    assert [(s.id, s.title, len(s.items)) for s in made_memo.sections] == [("voices", "Voices", 2)]


@pytest.mark.parametrize("marking", ["", "LIMITED"])
def test_the_output_format_is_written_and_verified(marking: str) -> None:
    made = module("briefgen/render/rows.py")
    style = house.load()
    for one in (memo(marking), calm_memo(marking)):
        data: bytes = made.render(one, words, style)
        assert not verify(one, made.reopen(data), words, style)
        spoilt = data.replace(b"next storm", b"next year")
        assert {p.slug for p in verify(one, made.reopen(spoilt), words, style)} == {
            "words-lost",
            "words-foreign",
        }


def test_the_format_made_from_others_is_written_and_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    made = module("briefgen/render/bundle.py")
    monkeypatch.setitem(sys.modules, "briefgen.render.bundle", made)
    carrier = eval(f"{{{recipe('briefgen/render/carriers.py, in CARRIERS')}}}", vars(carriers))["zip"]
    monkeypatch.setattr(carried, "CARRIED_CHECKS", {made.ReopenedBundle: made.check_bundle})
    given = material(None, "md")
    carrier.ready()
    data = carrier.make(given)
    assert data == carrier.make(given)
    assert carried.verify_carried(given, carrier.reopen(data)) == ()
    fewer = material()
    assert {p.slug for p in carried.verify_carried(fewer, carrier.reopen(data))} == {"words-foreign"}
    assert {p.slug for p in carried.verify_carried(given, carrier.reopen(carrier.make(fewer)))} == {
        "words-lost"
    }


def test_the_input_format_reads_the_spoken_lines() -> None:
    made = module("briefgen/read/srt.py")
    first = b"1\n00:00:01,000 --> 00:00:02,000\nGood evening.\n"
    data = first + b"\n2\n00:00:03,000 --> 00:00:04,000\nThe sea is rising.\n"
    reading: tuple[tuple[Draft, ...], tuple[Problem, ...]] = made.read_srt(data, "talk.srt")
    assert reading[0][0].text.split("\n") == ["", "Good evening.", "", "", "The sea is rising.", ""]


def odp(word: str) -> bytes:
    content = f"<o xmlns:t='t'><t:h>The harbour</t:h><t:p>It was <t:span>{word}</t:span>.</t:p></o>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def test_a_zip_based_format_is_one_file_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "briefgen.read.odp", module("briefgen/read/odp.py"))
    line = eval(f"{{{recipe('briefgen/read/__init__.py, in READERS, for OpenDocument')}}}", vars(read))
    monkeypatch.setattr(read, "READERS", {**read.READERS, **line})
    (tmp_path / "notice.odp").write_bytes(odp("closed"))
    (tmp_path / "dump.zip").write_bytes(zipped({"inside.odp": odp("opened")}))
    sources, problems = read.read_folder(tmp_path)
    assert not problems
    assert [s.text for s in sources] == ["The harbour\nIt was opened.", "The harbour\nIt was closed."]
    assert sources[1].place(sources[1].text.index("closed")) == "paragraph 2"
    (tmp_path / "notice.odp").write_bytes(b"PK\x03\x04 cut off")
    assert "file-damaged" in {p.slug for p in read.read_folder(tmp_path)[1]}
