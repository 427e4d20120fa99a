"""A file that was made from others against the memo and those files."""

from __future__ import annotations

from briefgen.errors import Problem
from briefgen.paper.carried import Carried, Material, ReopenedMail
from briefgen.verify.mail import check_mail
from briefgen.verify.prints import check_print, unchecked

__all__ = ["unchecked", "verify_carried"]


def verify_carried(material: Material, read: Carried) -> tuple[Problem, ...]:
    """Everything in which such a file departs from the memo and the files; empty when it may be kept."""
    found = check_mail(material, read) if isinstance(read, ReopenedMail) else check_print(material, read)
    return tuple(found)
