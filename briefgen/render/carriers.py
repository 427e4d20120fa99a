"""Carriers: formats that are made from the files of others, a PDF from the Word file, a mail from all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefgen.paper.carried import Carried, Material

BASE = "docx"
"""The format that every carrier needs, whether or not it is asked for itself."""


class Carrier(NamedTuple):
    """One format that is made from the files of others."""

    suffix: str
    """Of the file's name, without the dot."""
    make: Callable[[Material], bytes]
    """The finished file; the same material gives the same bytes. Raises BriefgenError when it can not."""
    reopen: Callable[[bytes], Carried]
    """What a reader of the file sees, for `verify_carried`."""
    sealed: Callable[[bytes], bool | None]
    """See `Renderer.sealed`."""
    ready: Callable[[], None] = lambda: None
    """Raises BriefgenError when this machine lacks what it takes; asked before any document is read."""


def _carrier(suffix: str, module: str) -> Carrier:
    """A carrier of this package, imported at its first use."""
    whole = f"briefgen.render.{module}"

    def make(material: Material) -> bytes:
        made: bytes = import_module(whole).make(material)
        return made

    def reopen(data: bytes) -> Carried:
        read: Carried = import_module(whole).reopen(data)
        return read

    def sealed(data: bytes) -> bool | None:
        known: bool | None = import_module(whole).sealed(data)
        return known

    def ready() -> None:
        import_module(whole).ready()

    return Carrier(suffix, make, reopen, sealed, ready)


CARRIERS: Mapping[str, Carrier] = MappingProxyType(
    {
        "pdf": _carrier("pdf", "pdf"),
        "eml": _carrier("eml", "mail"),
    }
)
"""In the order in which they are made: a later one carries what an earlier one made."""
