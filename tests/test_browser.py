"""The evidence page in a browser: as one sees, hears and walks through it, in Chromium with axe-core.

tests/browser/look.mjs looks once at all pages; each test reads what it saw. The page "bad" does all wrong, so
that each check is known to find what it is for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.paper.printed import folded
from tests.hostile_memo import IN_DATA_ONLY, planted
from tests.page_material import PAGES, seeds_page
from tests.page_tree import tree
from tests.tools import node, pdf_text

Seen = dict[str, Any]
WIDTHS = (320, 400, 800, 1400)
"""Of the window in CSS pixels; 320 is 1280 at a zoom of 400 % (WCAG 1.4.10)."""
WINDOW = 4
"""Words that are looked for together in a printed page."""
PAGE_BREAKS = 3
"""Windows of one passage that may be torn by the end of a printed page."""
STATES = (
    {"width": 1400, "open": False, "colorScheme": "light"},
    {"width": 1400, "open": True, "colorScheme": "light"},
    {"width": 400, "open": True, "colorScheme": "dark"},
)
"""In which axe looks at a page; `open`: all is unfolded, and a few rows are ticked."""
LEFT_OPEN = {"color-contrast", "th-has-data-cells"}
"""Rules of axe that ask a person about letters of one sign or on drawings, and about bands over rows.
`test_all_letters_stand_out` measures the first."""
QUICK = "hostile"
"""The page of which look.mjs leaves out what depends on the look of pages and not on their words."""


@pytest.fixture(scope="session")
def looked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """What one start of the browser saw of each page."""
    folder = tmp_path_factory.mktemp("pages")
    arguments: list[Path | str] = []
    names = [*(name for name in PAGES if name != QUICK), QUICK]
    for name in names:
        (folder / f"{name}.html").write_bytes(PAGES[name]())
        arguments += [*(["--quick"] if name == QUICK else []), folder / f"{name}.html", folder / name]
    found = json.loads(node("look.mjs", *arguments))
    return dict(zip(names, found["pages"], strict=True))


@pytest.fixture(params=["seeds", "hostile"])
def seen(request: pytest.FixtureRequest, looked: dict[str, Seen]) -> Seen:
    return looked[request.param]


@pytest.fixture
def calm(looked: dict[str, Seen]) -> Seen:
    return looked["seeds"]


@pytest.fixture
def bad(looked: dict[str, Seen]) -> Seen:
    return looked["bad"]


# --- what one sees


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_fits_into_the_window(seen: Seen, width: int) -> None:
    at = layout(seen, width, "light")
    assert (at["scroll_width"], at["wide"], at["clipped"]) == (width, [], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_a_dark_page_fits_into_the_window(calm: Seen, width: int) -> None:
    at = layout(calm, width, "dark")
    assert (at["scroll_width"], at["wide"], at["clipped"]) == (width, [], [])


def test_it_fits_a_telephone(seen: Seen) -> None:
    assert (seen["phone"]["width"], seen["phone"]["scroll_width"]) == (400, 400)


def test_it_fits_when_letters_words_and_lines_are_set_wider(seen: Seen) -> None:
    assert seen["spaced"]
    for at in seen["spaced"]:
        assert (at["wide"], at["clipped"], at["scroll_width"]) == ([], [], at["width"])


@pytest.mark.parametrize("width", WIDTHS)
def test_what_stays_in_place_leaves_room_to_read(seen: Seen, width: int) -> None:
    assert layout(seen, width, "light")["pinned"] <= 1 / 3


def test_letters_are_large_enough(seen: Seen) -> None:
    assert all(at["smallest"] >= 12 for at in seen["layout"])


def test_a_dark_screen_gets_a_dark_page_and_a_light_one_a_light_page(calm: Seen) -> None:
    light, dark = calm["schemes"]["light"], calm["schemes"]["dark"]
    assert min(light["ground"]) > 220
    assert max(light["letters"]) < 80
    assert max(dark["ground"]) < 60
    assert min(dark["letters"]) > 180


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_all_letters_stand_out(calm: Seen, scheme: str) -> None:
    assert calm["schemes"][scheme]["faint"] == []


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_cited_and_dropped_words_are_told_from_others_in_every_scheme(calm: Seen, scheme: str) -> None:
    at = calm["schemes"][scheme]
    assert at["marks_told"]
    assert all(at["marks_told"])
    assert all(at["cuts_told"])


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_the_timeline_is_seen_in_every_scheme(calm: Seen, scheme: str) -> None:
    at = calm["schemes"][scheme]
    assert at["drawn"]
    assert at["unseen"] == []


def test_nothing_moves_for_somebody_who_asked_for_less_motion(calm: Seen) -> None:
    assert calm["motion"] == []


def test_words_from_right_to_left_do_not_turn_their_neighbours(looked: dict[str, Seen]) -> None:
    assert looked["hostile"]["page"]["not_isolated"] == []


# --- what one hears, and where the keys lead


@pytest.mark.parametrize("state", STATES, ids=lambda state: "-".join(map(str, state.values())))
def test_axe_finds_nothing(calm: Seen, state: dict[str, Any]) -> None:
    found = next(one for one in calm["axe"] if one["state"] == state)
    assert found["violations"] == []
    assert [rule for rule in found["undecided"] if rule["id"] not in LEFT_OPEN] == []
    assert {"color-contrast", "heading-order", "label", "target-size"} <= set(found["passed"])


def test_axe_finds_nothing_in_a_page_of_hostile_words(looked: dict[str, Seen]) -> None:
    (found,) = looked["hostile"]["axe"]
    assert found["violations"] == []
    assert [rule for rule in found["undecided"] if rule["id"] not in LEFT_OPEN] == []


def test_every_box_has_a_name_of_its_own(seen: Seen) -> None:
    names = [box["name"] for box in seen["ticks"]["boxes"]]
    assert names
    assert len(set(names)) == len(names)
    assert "" not in names


def test_tab_reaches_every_box_and_link_in_the_order_of_the_page(calm: Seen) -> None:
    keyboard = calm["keyboard"]
    assert keyboard["stops"] > len(calm["ticks"]["boxes"]) > 0
    assert keyboard["missed"] == []
    assert keyboard["walked"] == sorted(keyboard["walked"])


def test_one_sees_where_one_is(calm: Seen) -> None:
    assert (calm["keyboard"]["unseen"], calm["keyboard"]["covered"]) == ([], [])


def test_enter_folds_and_unfolds(calm: Seen) -> None:
    assert calm["keyboard"]["folds"] is True


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_each_tick_changes_the_number_that_is_shown(calm: Seen, script: bool) -> None:
    ticks = calm["ticks"] if script else calm["without_script"]["ticks"]
    first, second, back = (list(counted(step)) for step in ticks["changes"])
    assert first == second == [1]
    assert back == [-1]
    assert ticks["checked"] == 1


def test_ticks_are_kept_nowhere(seen: Seen) -> None:
    assert seen["page"]["stored"] == [0, 0, 0]
    assert seen["ticked_after_reload"] == 0


# --- what the page does by itself: nothing


def test_nothing_leaves_the_page(seen: Seen) -> None:
    assert seen["seen"]["requests"] == []


def test_nothing_is_run_refused_or_asked(seen: Seen) -> None:
    assert (seen["seen"]["console"], seen["seen"]["dialogs"], seen["page"]["globals"]) == ([], [], [])


def test_it_is_the_same_without_script(seen: Seen) -> None:
    assert seen["without_script"]["text"] == seen["text"]
    assert len(seen["text"]) > 1000


def test_words_of_a_source_make_no_element(looked: dict[str, Seen]) -> None:
    calm, hostile = looked["seeds"]["page"], looked["hostile"]["page"]
    assert set(hostile["tags"]) <= {*calm["tags"], "del", "s", "ul", "li", "ol"}
    assert hostile["handlers"] == calm["handlers"] == []


def test_the_browser_shows_hostile_words_as_they_are(looked: dict[str, Seen]) -> None:
    shown = looked["hostile"]["page"]["text"]
    assert [(name, place) for name, place, said in on_the_page() if said not in shown] == []


def test_on_paper_stands_every_passage(looked: dict[str, Seen]) -> None:
    paper = "".join(pdf_text(Path(looked["seeds"]["printed"])).split())
    marked = [folded(mark.text) for mark in tree(seeds_page()).all("mark")]
    assert marked
    assert [text for text in marked if torn(text, paper) > PAGE_BREAKS] == []


# --- that the checks find what they are for


def test_the_checks_find_a_page_that_does_not_fit(bad: Seen) -> None:
    at = layout(bad, 1400, "light")
    assert at["scroll_width"] > 1400
    assert at["clipped"]
    assert at["pinned"] > 1 / 3
    assert bad["phone"]["scroll_width"] > 400
    assert bad["spaced"][0]["wide"]


def test_the_checks_find_what_is_not_seen(bad: Seen) -> None:
    assert bad["schemes"]["dark"]["ground"] is None
    assert bad["schemes"]["light"]["marks_told"] == [False]
    assert bad["schemes"]["light"]["unseen"] == ["unseen"]
    assert bad["schemes"]["light"]["faint"]
    assert bad["motion"]
    assert bad["page"]["not_isolated"]


def test_the_checks_find_what_is_not_heard_or_reached(bad: Seen) -> None:
    rules = {rule["id"] for one in bad["axe"] for rule in one["violations"]}
    assert {"color-contrast", "html-has-lang", "image-alt", "label", "landmark-one-main"} <= rules
    assert [box["name"] for box in bad["ticks"]["boxes"]] == ["", ""]
    assert bad["keyboard"]["walked"] != sorted(bad["keyboard"]["walked"])
    assert bad["keyboard"]["unseen"]
    assert bad["ticks"]["changes"] == [[], [], []]


def test_the_checks_find_what_a_page_does_by_itself(bad: Seen) -> None:
    assert "http://127.0.0.1:4/x.png" in bad["seen"]["requests"]
    assert any("said" in line for line in bad["seen"]["console"])
    assert bad["seen"]["dialogs"]
    assert bad["page"]["globals"] == ["hacked"]
    assert bad["without_script"]["text"] != bad["text"]


def layout(seen: Seen, width: int, scheme: str) -> dict[str, Any]:
    """How the page lies in a window of a width; one that does not fit a phone is wider than asked."""
    at = WIDTHS.index(width) + (len(WIDTHS) if scheme == "dark" else 0)
    found: dict[str, Any] = seen["layout"][at]
    assert (found["scheme"], found["width"]) == (scheme, width)
    return found


def counted(step: list[dict[str, str]]) -> Iterator[int]:
    """By how much each number went up that a screen reader hears."""
    for change in step:
        yield int(change["to"]) - int(change["from"])


def on_the_page() -> Iterator[tuple[str, str, str]]:
    """What the page must show of the hostile memo, but the fields that are for machines."""
    for fields in (planted().expected, planted().beside):
        for name, found in fields.items():
            shown = {place: said for place, said in found.items() if place not in IN_DATA_ONLY}
            yield from ((name, place, said) for place, said in shown.items())


def torn(text: str, paper: str) -> int:
    """How many windows of a few words are not found on paper, blanks aside."""
    words = text.split()
    windows = [words[n : n + WINDOW] for n in range(max(1, len(words) - WINDOW + 1))]
    return sum("".join(window) not in paper for window in windows)
