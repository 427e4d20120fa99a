"""What the house's template of the evidence page says of its own, beside the words of the memo."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import Memo
from briefgen.paper.printed import folded

_MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.S)


def own_of(memo: Memo, style: HouseStyle) -> Callable[[str], bool]:
    """The test whether the template may have put a text there: whole stretches between its tags count."""
    del memo
    source = style.html.read_text(encoding="utf-8", errors="replace")
    own = frozenset(filter(None, map(folded, _MARKUP.split(source))))
    return lambda text: folded(text) in own
