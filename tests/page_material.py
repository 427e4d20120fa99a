"""Evidence pages to look at: of the documents in seeds/, of hostile words, and one that does all wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.paper import house
from briefgen.pipeline import run
from briefgen.render import RENDERERS
from briefgen.request import Request
from tests.hostile_memo import planted, words
from tests.tools import ROOT

BAD = b"""<html><head><title>x</title><style>
a { outline: none } .wide { width: 3000px } .hidden { width: 90px; overflow: hidden; white-space: nowrap }
.pinned { position: sticky; top: 0; height: 600px; background: white }
p { transition: color 2s; }</style></head>
<body><div class="pinned">x</div><img src="http://127.0.0.1:4/x.png">
<script>
window.hacked = 1; alert(1); console.error("said"); document.body.append("by script"); nothing()
</script>
<p style="color: #ccc">faint <a href="#n">link</a> <b>\xd8\xb9\xd8\xa7</b></p>
<p><mark style="all: unset">marked</mark></p>
<p class="hidden">words that are cut off by their own element</p>
<a href="#n" tabindex="3">third</a> <a href="#n" tabindex="2">second</a>
<svg><title>t</title><text fill="none">unseen</text></svg>
<div class="wide">wide</div><input type="checkbox"><input type="checkbox"></body></html>"""
"""What each check of tests/test_browser.py must find."""


@cache
def seeds_page() -> bytes:
    """The page that the command writes from the documents in seeds/."""
    with TemporaryDirectory() as folder:
        outcomes, _ = run(Request(("asia-security",), ROOT / "seeds", Path(folder), ("html",)))
        return outcomes[0].files[0].read_bytes()


@cache
def hostile_page() -> bytes:
    """The page of a memo with hostile words everywhere."""
    return RENDERERS["html"].render(planted().memo, words, house.load())


PAGES = {"seeds": seeds_page, "hostile": hostile_page, "bad": lambda: BAD}
