"""A folder of invented reports, the memo on it, and ways to falsify the memo before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from briefgen import pipeline
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.model import Span
from briefgen.paper import house
from briefgen.paper.memo import Cited, House, Item, Memo, Reference, Section, Text, When
from briefgen.request import Request
from briefgen.select import select

TOPIC = "fisheries treaty"
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "wire.txt": """Six states agree on a fisheries treaty

BERGEN, 5 March 2025 (Coastal Wire) - Six states agreed on a fisheries treaty for the northern banks on Tuesday.

"The fisheries treaty is a beginning, and nobody should call it an end," said Norwegian Fisheries Minister Anna Lee
in Bergen on Tuesday.

Norway signed a fisheries partnership with Kenya in May 2019, which the fisheries treaty does not touch.

It is not clear who will pay for the inspectors under the fisheries treaty. Kenyan envoy Emil Frost said that the
fisheries treaty left the question of money open.

The fisheries treaty covers 40 harbours. The first report under the fisheries treaty is due on 1 September 2025.
""",
        "post.txt": """What the treaty leaves open

By Marie Olde
Harbour Post, 7 March 2025

Anna Lee, who led the talks, told the Harbour Post on Thursday that the fisheries treaty "will be judged by its
inspectors". She said that Norway had offered two ships for the fisheries treaty.

The fisheries treaty covers 60 harbours, the association of crews said.

"Without ships the fisheries treaty is paper," said Gus Holm, chairman of the association of crews. It remains
unresolved whether small boats fall under the fisheries treaty.
""",
        "talks.txt": """Press conference on the fisheries treaty
Bergen, 4 March 2025

MINISTER LEE: Today six states have agreed on the fisheries treaty. We have worked on it for three years.

QUESTION: Who pays for the fisheries treaty?

MINISTER LEE: The fisheries treaty names no sum. We will settle the money by the summer.
""",
    }
)


def folder(at: Path) -> Path:
    """The reports as files."""
    seeds = at / "seeds"
    seeds.mkdir()
    for name, text in TEXTS.items():
        (seeds / name).write_text(text, encoding="utf-8")
    return seeds


@cache
def material(seeds: Path) -> tuple[Request, Brief, Memo]:
    """A call, what a memo is made from, and the memo, with what the evidence page shows."""
    request = Request((TOPIC,), seeds=seeds)
    style = house.load(None, SECTIONS).at("standard")
    loaded = pipeline.load(seeds, seeds.parent / "out")
    one = pipeline.topic_of(TOPIC, None)
    brief = pipeline.brief_of(request, one, loaded, select(one, loaded[0]), style)
    return request, brief, pipeline.with_evidence(compose(brief), brief)
