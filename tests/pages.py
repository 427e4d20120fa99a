"""Pages in short: "8 links, 4 sentences" instead of the lines themselves.

A page is written as one row a kind of line, `count kind`; what came of it is written the same way, with the
label in front. The lines of a kind are all different, and their words are invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby

from briefgen.clean import clean
from briefgen.model import Source

PLACES = ("Northport", "Easter Bay", "Westhaven", "Southquay", "Oldbridge", "Millbrook", "Stonefield")
GOODS = ("fish", "salt", "bread", "rope", "cloth", "honey", "timber", "wool", "tar", "lamps", "oil")
DOERS = ("The council", "The harbour company", "The ferry line", "The museum", "The school", "The union")
DEEDS = ("will buy", "has sold", "asked for", "counted", "stored", "moved")
ROW = re.compile(r"(\d+) ([a-z -]+)")
"""One row of a page; the kind is a key of `KINDS`."""


def _pick(words: Sequence[str], number: int, step: int) -> str:
    return words[number // step % len(words)]


def _sentence(n: int) -> str:
    doer, deed = _pick(DOERS, n, 1), _pick(DEEDS, n, 6)
    goods, place = _pick(GOODS, n, 1), _pick(PLACES, n, 1)
    head = f"{doer} {deed} {goods} for the {n + 2} boats of {place}"
    return f"{head}, and the price of it was told to the people there."


KINDS = {
    "sentences": _sentence,
    "short sentences": lambda n: (
        f"{_pick(DOERS, n, 1)} {_pick(DEEDS, n, 6)} {_pick(GOODS, n, 1)} on day {n + 2}."
    ),
    "links": lambda n: f"{_pick(GOODS, n, 1).title()} {_pick(PLACES, n, 1)}",
    "titles": lambda n: f"{_pick(PLACES, n, 1)} wins the {_pick(GOODS, n, 1)} prize of year {n + 2}",
    "long titles": lambda n: (
        f"{_pick(PLACES, n, 1)} Harbour Sells All Its {_pick(GOODS, n, 1).title()} To Town {n + 2}"
        " And Buys New Boats"
    ),
    "headlines": lambda n: f"Council buys {_pick(GOODS, n, 1)} for boats of {_pick(PLACES, n, 1)}",
    "lines without a stop": lambda n: (
        f"{_pick(GOODS, n, 1)} of {_pick(PLACES, n, 1)} for {n + 2} boats of the council"
    ),
    "menu lines": lambda n: ("Skip to content", "Home", "Subscribe", "Log in", "Contact us", "Site map")[
        n % 6
    ],
    "footer lines": lambda n: ("Terms of use", "Cookie Policy", "Privacy Policy", "Careers")[n % 4],
    "numbers": lambda n: f"{n + 12}",
    "cells": lambda n: f"{_pick(GOODS, n, 1).title()}",
    "list items": lambda n: f"• {_pick(GOODS, n, 1)} of {_pick(PLACES, n, 1)}",
    "item sentences": lambda n: f"• {_sentence(n)}",
    "headings of other stories": lambda n: ("More stories", "Related stories", "Most read")[n % 3],
    "share buttons": lambda n: "Share this article",
    "bylines": lambda n: ("By Jane Roe", "By Peter Lund")[n % 2],
    "dates": lambda n: f"{n % 28 + 1} May 2024",
    "stamps": lambda n: f"{n % 28 + 1} May 2024 at 10:{n + 10}",
    "comment forms": lambda n: "Leave a comment",
    "copyright lines": lambda n: f"© 2024 Example Media {n}",
    "newsletter lines": lambda n: "Sign up for our newsletter",
    "captions": lambda n: f"Boats of {_pick(PLACES, n, 1)} on the quay (Photo: Example {n})",
    "read-more lines": lambda n: f"Read more: {_pick(PLACES, n, 1)} wins a prize",
    "topics fields": lambda n: "Topics",
    "section lines": lambda n: ("World", "Politics")[n % 2],
    "writer notes": lambda n: "Jane Roe is a reporter for the Example Gazette in the north",
    "equal lines": lambda n: "The harbour news of the week in one place.",
    "cities": lambda n: f"{_pick(PLACES, n, 1)}",
}


def page(rows: str) -> tuple[str, list[str]]:
    """The text of a page, and the kind of each of its lines."""
    lines, kinds = [], []
    met = {kind: count() for kind in KINDS}
    for number, kind in _rows(rows):
        for _ in range(number):
            lines.append(KINDS[kind](next(met[kind])))
            kinds.append(kind)
    return "\n".join(lines) + "\n", kinds


def _rows(rows: str) -> Iterator[tuple[int, str]]:
    for row in rows.strip().split("\n"):
        found = ROW.fullmatch(row.strip())
        assert found, f"no row of a page: {row}"
        assert found[2] in KINDS, f"no kind of line: {row}"
        yield int(found[1]), found[2]


def labelled(rows: str) -> str:
    """What cleaning makes of a page: label, count and kind, one row for lines that go together."""
    text, kinds = page(rows)
    blocks, _ = clean(Source("S1", "text.txt", "", text))
    printed = text.splitlines(keepends=True)
    starts = [sum(map(len, printed[:n])) for n in range(len(kinds))]
    labels = []
    for start in starts:
        inside = (b.label for b in blocks if b.span.start <= start + 2 and start < b.span.end)
        labels.append(next(inside, "nothing"))
    rowed = groupby(zip(labels, kinds, strict=True))
    return "\n".join(f"{label}: {len(list(same))} {kind}" for (label, kind), same in rowed)
