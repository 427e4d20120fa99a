"""How much of a page a row takes, by the length of its cells and the room of its columns.

No layout engine is asked: lines are counted by their characters, in a proportional face of 11 points (9.5 in
tables) on A4 with margins of two centimetres. A template of another face is a little longer or shorter.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from briefgen.compose.brief import Brief
from briefgen.paper.columns import WEIGHTS
from briefgen.paper.house import SectionStyle
from briefgen.paper.memo import Field, Item, Text

BULLET, TABLE = 86, 96
"""Characters of a printed line: of a bullet, and of all columns of a table beside the labels."""
TABLE_LINE, ROW, GAP = 0.87, 0.35, 0.15
"""In lines of the body: the height of a line of a table, the space round its rows and between bullets."""
BRACKET = 12
"""Characters of a bracket with a place, or of two references."""


def printed_lines(brief: Brief, section: SectionStyle, item: Item) -> float:
    """The height of a row, in lines of the body."""
    cells = cells_of(brief, item)
    if section.layout == "bullets":
        return ceil(cells["text"] / BULLET) + GAP
    room = {field: WEIGHTS[field] for field, _ in section.columns if field != "label"}
    total = sum(room.values())
    lines = (ceil(cells.get(field, BRACKET) * total / (share * TABLE)) for field, share in room.items())
    return max(lines, default=1) * TABLE_LINE + ROW


def cells_of(brief: Brief, item: Item) -> Mapping[Field, int]:
    """The number of characters in each cell that can be long."""
    own = size(brief, item.lead, item.text, item.closing) + BRACKET
    told = sum(size(brief, one.lead, one.text) + BRACKET for one in item.positions)
    also = sum(len(alias) + 2 for alias in item.aliases)
    return {
        "text": own + told,
        "relation": size(brief, item.relation) + BRACKET,
        "raised_by": size(brief, item.raised_by),
        "name": len(item.name) + also,
        "speaker": size(brief, item.speaker, item.role),
    }


def size(brief: Brief, *texts: Text) -> int:
    """The number of characters of some texts."""
    return sum(len(brief.words_of(text)) for text in texts)
