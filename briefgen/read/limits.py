"""How large a file may be, so that nothing a folder holds can exhaust the machine."""

from __future__ import annotations

from types import MappingProxyType

from briefgen.read.draft import UnreadableError

MEGABYTE = 1_000_000
TEXT_BYTES = 20 * MEGABYTE
"""Ten times the longest report; markup and JSON take up to 15 times their size in memory."""
FILE_BYTES = MappingProxyType({".pdf": 50 * MEGABYTE, ".docx": 50 * MEGABYTE, ".eml": 30 * MEGABYTE,
                               ".emlx": 30 * MEGABYTE, ".mbox": 30 * MEGABYTE, ".mht": 30 * MEGABYTE,
                               ".mhtml": 30 * MEGABYTE,
                               ".zip": 50 * MEGABYTE})  # fmt: skip
PAGES = 2000


def refuse_large(size: int, suffix: str) -> None:
    """Raises `UnreadableError` when a file with this suffix may not have `size` bytes."""
    limit = FILE_BYTES.get(suffix, TEXT_BYTES)
    if size > limit:
        message = (
            f"The file is too large: {size / MEGABYTE:.0f} MB, where {limit // MEGABYTE} MB is the limit."
        )
        raise UnreadableError("file-too-large", message)
