"""A file that was made from others against the memo and those files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefgen.errors import Problem
from briefgen.paper.carried import Carried, Material, ReopenedMail, ReopenedPrint
from briefgen.verify.mail import check_mail
from briefgen.verify.prints import check_print, unchecked

__all__ = ["unchecked", "verify_carried"]


CARRIED_CHECKS: Mapping[type[Carried], Callable[[Material, Any], Iterator[Problem]]] = MappingProxyType(
    {ReopenedMail: check_mail, ReopenedPrint: check_print}
)
"""The check of a file by the record that was read back from it."""


def verify_carried(material: Material, read: Carried) -> tuple[Problem, ...]:
    """Everything in which such a file departs from the memo and the files; empty when it may be kept."""
    return tuple(CARRIED_CHECKS[type(read)](material, read))
