"""TOML that a stranger may have written: read within bounds, and wrong in one way only."""

from __future__ import annotations

import re

PARTS = 50
"""Of a key ("a.b.c"), each a table in that of the one before. The library takes gigabytes for 20,000."""
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS = re.compile(rf"(?<![\w.-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{PARTS}}}")
_DIGITS = "Exceeds the limit"


def toml_table(text: str) -> dict[str, object]:
    """The table in `text`. Raises ValueError with what is wrong, and where that is known "at line 3"."""
    import tomllib

    endless = _ENDLESS.search(text)
    if endless:
        line = text.count("\n", 0, endless.start()) + 1
        raise ValueError(f"A key has more than {PARTS} parts (at line {line}, column 1)")
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except RecursionError:
        raise ValueError("Its values are nested too deep") from None
    except ValueError as error:
        if str(error).startswith(_DIGITS):
            raise ValueError("A number has thousands of digits") from None
        raise
