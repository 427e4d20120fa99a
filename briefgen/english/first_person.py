"""Whether a text is in the first person: somebody's own words."""

from __future__ import annotations

import re

_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|ours|myself|ourselves)\b")


def speaks(text: str) -> bool:
    """Whether "I", "we", "my" or "our" stands in the words; quotations are for the caller to leave out."""
    return _PERSON.search(text) is not None
