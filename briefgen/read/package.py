"""Zip containers opened without trust: sizes are checked before and while a member is unpacked."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefgen.read.draft import UnreadableError
from briefgen.read.limits import MEGABYTE

_MEMBERS = 5000
_TOTAL = 100 * MEGABYTE
_RATIO = 200
"""Text packs to a fifth, at best to a fiftieth; a bomb to a thousandth."""
_ALL_RATIO, _ALL_FROM = 50, 5 * MEGABYTE
_RATIO_FROM = MEGABYTE
"""Below this size a high ratio is harmless: a file of blank table cells has it, too."""


def open_zip(data: bytes) -> ZipFile:
    """The container in `data`; raises `UnreadableError` when it is damaged."""
    try:
        return ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("file-damaged", "The file is damaged or was cut off; get it again.") from None


def refuse_bomb(members: list[ZipInfo]) -> None:
    """Raises `UnreadableError` when the members, unpacked, would be more than any folder of documents."""
    total = sum(member.file_size for member in members)
    if len(members) > _MEMBERS or total > _TOTAL or any(map(_bloated, members)) or _all_bloated(members):
        size = f"{total / MEGABYTE:.0f} MB in {len(members)} file{'s' if len(members) > 1 else ''}"
        message = f"Unpacked it would be {size}, like a zip made to exhaust a machine; it was not opened."
        raise UnreadableError("zip-bomb", message)


def _all_bloated(members: list[ZipInfo]) -> bool:
    """Whether many members, each too small for it, are a bomb together."""
    total, packed = sum(one.file_size for one in members), sum(one.compress_size for one in members)
    return total > _ALL_FROM and total > _ALL_RATIO * packed


def _bloated(member: ZipInfo) -> bool:
    return member.file_size > max(_RATIO_FROM, _RATIO * member.compress_size)


def member_bytes(package: ZipFile, member: ZipInfo) -> bytes:
    """The content of one member, never more than the size it declares."""
    if member.flag_bits & 1:
        raise UnreadableError("file-encrypted", "The file is protected by a password; save it without one.")
    try:
        with package.open(member) as stream:
            # A bounded read: `read()` would unpack all there is before it looks at the declared size.
            return stream.read(member.file_size) if member.file_size else b""
    except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError):
        raise UnreadableError("file-damaged", "The file is damaged or was cut off; get it again.") from None
    except Exception as error:  # zlib.error, lzma.LZMAError: no base class in common
        raise UnreadableError("file-damaged", f"The file is damaged ({type(error).__name__}).") from None
