"""What the evidence page is made of, read without a browser: what it may load, run, name and lead to."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.page_material import PAGES
from tests.page_tree import Element, tree

LOADING = {
    "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "icon",
    "longdesc", "manifest", "ping", "poster", "profile", "src", "srcdoc", "srcset", "usemap", "xlink:href",
}  # fmt: skip
"""Attributes by which an element loads something or sends something away."""
ACTIVE = (
    "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "img", "link",
    "math",
    "meter", "object", "picture", "portal", "select", "source", "template", "textarea", "track", "video",
    "foreignobject", "image", "use", "animate", "set",
)  # fmt: skip
"""Elements that a page of words and boxes has no need of."""
HOLDERS = {
    "li": {"ul", "ol"}, "td": {"tr"}, "th": {"tr"}, "tr": {"tbody", "thead", "tfoot"},
    "dt": {"dl", "div"}, "dd": {"dl", "div"},
}  # fmt: skip
"""Element: those in which it may stand."""
NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers")
"""Attributes that name other elements by their ids."""


@pytest.fixture(params=["seeds", "hostile"], scope="module")
def page(request: pytest.FixtureRequest) -> Element:
    return tree(PAGES[request.param]())


def the(page: Element, tag: str) -> Element:
    """The one element of a tag."""
    found = list(page.all(tag))
    assert len(found) == 1, f"{len(found)} times <{tag}>"
    return found[0]


def metas(page: Element) -> dict[str, str]:
    """The head's statements by name."""
    return {(m["name"] or m["http-equiv"]).lower(): m["content"] for m in page.all("meta")}


def policy(page: Element) -> dict[str, list[str]]:
    """The content security policy: directive, sources."""
    parts = metas(page)["content-security-policy"].split(";")
    return {name: rest for name, *rest in (part.split() for part in parts if part.strip())}


# --- what an attacker would try


def test_the_policy_forbids_all_that_it_does_not_allow(page: Element) -> None:
    allowed = policy(page)
    assert allowed["default-src"] == ["'none'"]
    assert allowed["base-uri"] == allowed["form-action"] == ["'none'"]
    assert set(allowed) <= {"default-src", "base-uri", "form-action", "style-src", "script-src"}


@pytest.mark.parametrize("tag", ["script", "style"])
def test_the_policy_allows_what_stands_in_the_page_and_nothing_else(page: Element, tag: str) -> None:
    inside = ["".join(str(child) for child in one.children) for one in page.all(tag)]
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inside]
    assert sorted(policy(page).get(f"{tag}-src", [])) == sorted({f"'sha256-{one}'" for one in digests})


def test_the_policy_stands_before_all_that_it_is_for(page: Element) -> None:
    head = [child for child in the(page, "head").children if isinstance(child, Element)]
    first = next(n for n, one in enumerate(head) if one["http-equiv"].lower() == "content-security-policy")
    assert all(one.tag == "meta" for one in head[:first])


def test_the_encoding_is_said_first(page: Element) -> None:
    first = next(page.all("meta"))
    assert first["charset"].lower() == "utf-8"


def test_nothing_is_loaded_sent_or_run(page: Element) -> None:
    for element in page.all():
        assert element.tag not in ACTIVE
        loading = {name for name in element.attributes if name in LOADING or name.startswith("on")}
        assert loading == set(), element.tag
        assert element["http-equiv"].lower() in {"", "content-security-policy"}


def test_no_style_loads_anything(page: Element) -> None:
    sheets = ["".join(map(str, one.children)) for one in page.all("style")]
    styles = [*sheets, *(one["style"] for one in page.all())]
    assert not any(
        re.search(r"url\(|@import|expression\(|-moz-binding|(?<!-)behavior:", s, re.I) for s in styles
    )


def test_links_lead_into_the_page_or_openly_to_the_web(page: Element) -> None:
    for link in page.all("a", "area"):
        assert re.match(r"#|https?://", link["href"]), link["href"]
        if not link["href"].startswith("#"):
            assert {"noreferrer", "noopener"} <= set(link["rel"].split())
            assert not re.search(r"[\s<>\"'`\\]", link["href"])


def test_who_follows_a_link_does_not_tell_where_from(page: Element) -> None:
    assert metas(page)["referrer"] == "no-referrer"


def test_words_of_a_source_begin_no_attribute(page: Element) -> None:
    names = {name for element in page.all() for name in element.attributes}
    assert {
        name for name in names if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9]*(?:[-:][a-zA-Z0-9]+)*", name)
    } == set()


# --- where links and names lead


def test_no_id_is_there_twice(page: Element) -> None:
    ids = Counter(one["id"] for one in page.all() if "id" in one.attributes)
    assert {name for name, times in ids.items() if times > 1} == set()
    assert not any(re.search(r"\s", name) or not name for name in ids)


def test_every_link_into_the_page_leads_to_a_place(page: Element) -> None:
    ids = {one["id"] for one in page.all()}
    led = {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")}
    assert led
    assert led - ids == set()


def test_every_name_of_another_element_is_right(page: Element) -> None:
    ids = {one["id"] for one in page.all()}
    named = {id_ for one in page.all() for name in NAMING for id_ in one[name].split()}
    assert named - ids == set()


# --- what a reader is told who does not see the page


def test_the_page_has_a_title_and_says_its_language(page: Element) -> None:
    assert the(the(page, "head"), "title").text.strip()
    assert the(page, "html")["lang"] == "en-GB"


def test_a_reader_may_zoom(page: Element) -> None:
    assert "width=device-width" in metas(page)["viewport"]
    assert not re.search(r"maximum-scale|user-scalable|minimum-scale", metas(page)["viewport"])


def test_there_is_one_first_heading_and_no_level_is_left_out(page: Element) -> None:
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_have_words(page: Element) -> None:
    assert all(one.text.strip() for one in page.all("h1", "h2", "h3", "h4", "h5", "h6"))


def test_the_page_has_one_main_part_and_every_navigation_a_name(page: Element) -> None:
    main = the(page, "main")
    assert [one.tag for one in main.above()] == ["body", "html", ""]
    assert all(one["aria-label"] or one["aria-labelledby"] for one in page.all("nav", "aside"))


def test_all_words_stand_in_a_landmark(page: Element) -> None:
    body = the(page, "body")
    outside = [one for one in body.children if isinstance(one, str) and one.strip()]
    tags = {one.tag for one in body.children if isinstance(one, Element)}
    assert outside == []
    assert tags <= {"header", "nav", "main", "footer", "a", "aside"}


def test_tables_say_what_their_columns_are(page: Element) -> None:
    for table in page.all("table"):
        heads = list(table.all("th"))
        assert heads
        assert {one["scope"] for one in heads} <= {"col", "row", "colgroup", "rowgroup"}
        assert all(one["scope"] for one in heads)
        assert list(table.all("caption")) or table["aria-label"] or table["aria-labelledby"]


def test_rows_of_a_table_are_of_one_length(page: Element) -> None:
    for table in page.all("table"):
        assert len({width(row) for row in table.all("tr")}) == 1, table["id"]


def width(row: Element) -> int:
    """Columns that a row takes."""
    return sum(int(cell["colspan"] or 1) for cell in row.children if isinstance(cell, Element))


def test_only_boxes_can_be_filled_and_each_has_a_label(page: Element) -> None:
    named = {one["for"] for one in page.all("label")}
    for box in page.all("input"):
        assert box["type"] == "checkbox"
        inside = any(one.tag == "label" for one in box.above())
        assert box["aria-label"] or box["aria-labelledby"] or box["id"] in named or inside


def test_drawings_have_a_title_or_are_left_out_by_readers(page: Element) -> None:
    drawings = [one for one in page.all("svg") if all(above.tag != "svg" for above in one.above())]
    for drawing in drawings:
        assert drawing["aria-hidden"] == "true" or (drawing["role"] == "img" and name_of(drawing, page))


def name_of(drawing: Element, page: Element) -> str:
    """What is read out of a drawing."""
    named = drawing["aria-labelledby"].split()
    words = [one.text for one in page.all() if one["id"] in named]
    return drawing["aria-label"] or " ".join(words).strip()


def test_nobody_is_led_out_of_the_order_of_the_page(page: Element) -> None:
    assert {one["tabindex"] for one in page.all()} <= {"", "0", "-1"}
    assert not any("accesskey" in one.attributes or "autofocus" in one.attributes for one in page.all())


def test_what_can_be_folded_has_a_line_to_unfold_it(page: Element) -> None:
    for one in page.all("details"):
        first = next(child for child in one.children if isinstance(child, Element))
        assert first.tag == "summary"
        assert first.text.strip()


def test_elements_stand_where_they_may(page: Element) -> None:
    assert list(misplaced(page)) == []


def misplaced(page: Element) -> Iterator[str]:
    """Elements that a browser would move, or that hold one another in vain."""
    block = {"p", "div", "table", "ul", "ol", "section", "h2", "h3", "h4", "details", "figure", "dl"}
    for one in page.all():
        above = {parent.tag for parent in one.above()}
        if (one.tag in block and "p" in above) or (one.tag in {"a", "input"} and "a" in above):
            yield f"<{one.tag}> in <{'p' if 'p' in above else 'a'}>"
        if one.tag in {"li", "td", "th", "tr", "dt", "dd"} and one.parent:
            holds = {
                "li": "ul ol",
                "td": "tr",
                "th": "tr",
                "tr": "tbody thead tfoot",
                "dt": "dl div",
                "dd": "dl div",
            }
            if one.parent.tag not in holds[one.tag].split():
                yield f"<{one.tag}> in <{one.parent.tag}>"
