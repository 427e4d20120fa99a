"""What a browser does not show of HTML: one rule for pages, mails and e-books."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDES = r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all"
_HIDING = re.compile(rf"(?:^|[;\s])(?:{_HIDES})", re.I)
_SHOWING = re.compile(r"(?:^|[;\s])(?:display\s{0,3}:\s{0,3}(?!none)|visibility\s{0,3}:\s{0,3}visible)", re.I)
_SELECTOR = re.compile(r"[a-z0-9]{0,12}([.#][A-Za-z_][\w-]{0,60})$")
"""A class or an id alone, or of one kind of element: ".off", "p.off", "#menu"."""
_LAST = re.compile(r"[.#][A-Za-z_][\w-]{0,60}")
_WINDOWS = frozenset({"dialog", "alertdialog", "tooltip", "menu"})
"""Roles of what opens above a page; `aria-hidden` alone hides from screen readers what eyes see."""
_WHOLE = frozenset({"html", "body", "main"})
"""Which a page hides until its scripts have run."""


def is_hidden(element: HtmlElement, classes: frozenset[str] = frozenset()) -> bool:
    """Whether a browser shows nothing of an element (HTML, "The hidden attribute"; CSS Display 3).

    `classes`: what the style sheets hide, as `hidden_by` gives it.
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _WHOLE:
        return False
    if tag == "template" or (tag == "dialog" and element.get("open") is None):
        return True
    if element.get("hidden", "until-found").strip().lower() != "until-found" or _is_closed(element):
        return True
    style = element.get("style") or ""
    if _HIDING.search(style):
        return True
    names = (element.get("class") or "").split()
    if not lexicon.pages.hidden_classes().isdisjoint(name.casefold() for name in names):
        return True
    own = {*(f".{name}" for name in names), f"#{element.get('id')}"} if classes else set()
    return not classes.isdisjoint(own) and not _SHOWING.search(style)


def _is_closed(element: HtmlElement) -> bool:
    return element.get("aria-hidden") == "true" and element.get("role") in _WINDOWS


def hidden_by(sheet: str) -> frozenset[str]:
    """The classes and ids that a style sheet hides on every screen (".off", "#menu").

    Those that another rule shows, for wide windows or when a script has opened them, are not among them.
    """
    hides, shows = set[str](), set[str]()
    for selectors, words, inner in _rules(sheet):
        hiding = _HIDING.search(words) is not None
        if not hiding and not _SHOWING.search(words):
            continue
        for selector in selectors.split(",")[:200]:
            alone = _SELECTOR.match(selector.strip()) if hiding and not inner else None
            if alone is not None:
                hides.add(alone[1])
            elif not hiding:
                shows.update(_LAST.findall(selector.split()[-1] if selector.split() else ""))
    return frozenset(hides - shows)


def _rules(sheet: str) -> Iterator[tuple[str, str, bool]]:
    """(selectors, declarations, whether in a condition such as `@media`) of the rules of a sheet."""
    first, *rest = sheet.split("/*")
    depth = 0
    for rule in "".join([first, *(piece.partition("*/")[2] for piece in rest)]).split("}"):
        before, opened, words = rule.rpartition("{")
        depth = max(depth + rule.count("{") - 1, 0)
        if opened:
            yield before.rpartition("{")[2].rpartition(";")[2], words, depth > 0


def hidden_in(page: HtmlElement) -> frozenset[str]:
    """The classes and ids that the style elements of a page hide."""
    sheets = (one for one in page.iter("style") if "print" not in (one.get("media") or ""))
    text = "\n".join((sheet.text or "").replace("<!--", "") for sheet in sheets)
    return hidden_by(text) if text else frozenset()
