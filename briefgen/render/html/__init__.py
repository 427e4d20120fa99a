"""The evidence page: the memo beside its sources in one HTML file that needs no script and loads nothing.

The file is well-formed XML too, so that it can be read back strictly: a word that was not escaped does not
parse. jinja2 and lxml load when they are used.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.errors import BriefgenError
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo, Words
from briefgen.paper.printed import printed
from briefgen.render.html.drawing import drawn
from briefgen.render.html.reading import reopen
from briefgen.render.html.sound import policy
from briefgen.render.seal import NAME, TextSeal
from briefgen.render.template import filled, read_template

__all__ = ["form", "render", "reopen", "sealed"]

SEAL = TextSeal(f"<!-- {NAME}: sha256-".encode(), b" -->\n")
"""Behind the end of the page, where no reader shows it."""


def form(style: HouseStyle) -> HouseStyle:
    """The house as this page prints it: every place in brackets, which lead to their passages."""
    return replace(style, notes="bracket")


def render(memo: Memo, words: Words, style: HouseStyle) -> bytes:
    """The page in UTF-8. Raises BriefgenError `template-broken` with file and line."""
    look = read_template(style.look)
    if "<" in look or "&" in look:
        raise BriefgenError(
            "template-broken",
            f"{style.look}: a style sheet of the evidence page holds neither “<” nor “&”.",
            "Write the rule without that sign.",
        )
    look += on_each_page(printed(memo.marking))
    values = {"page": drawn(memo, words, form(style)), "look": look, "policy": policy(look)}
    text = filled(style.html, values)
    return SEAL.put(text.strip("\n").encode() + b"\n")


def on_each_page(marking: str) -> str:
    """The rule by which each printed page has the marking at its head and foot; nothing without one."""
    if not marking:
        return ""
    # In a string of CSS any character may stand by its number, and then ends nothing.
    words = "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}" for sign in marking)
    boxes = (f'@{place}-center {{ content: "{words}"; font-weight: 700; }}' for place in ("top", "bottom"))
    return f"@page {{ {' '.join(boxes)} }}\n"


def sealed(data: bytes) -> bool | None:
    """Whether a page is as it was written; None when it carries no seal."""
    return SEAL.holds(data)
