"""The principal actor of a topic as a user names it, in a topic file or with --actor."""

from __future__ import annotations

import difflib
from dataclasses import replace

from briefgen.english import gazetteer
from briefgen.errors import UsageError
from briefgen.topic.model import Topic


def key_of(name: str) -> str | None:
    """The gazetteer's key for a key or a name ("JP", "Japan"); None when it knows neither."""
    if gazetteer.aliases(name):
        return name
    known = gazetteer.lookup(name)
    return known.key if known else None


def meant(name: str) -> str:
    """ "; did you mean “Japan”?" for a name that is not known; "" when none is like it."""
    near = difflib.get_close_matches(name, gazetteer.forms(), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


def with_actor(topic: Topic, name: str) -> Topic:
    """The topic with the principal actor that the command names; an organ stays itself, a capital stands for
    its state. Raises UsageError `actor-unknown`."""
    known = gazetteer.lookup(name) or _listed(name)
    if known is not None and known.type == "capital" and known.acts_for:
        known = _listed(known.acts_for)
    if known is None or known.kind not in ("state", "organisation"):
        raise UsageError(
            "actor-unknown",
            f"“{name}” is not a state or organisation that briefgen knows{meant(name)}",
            "Name it as a map or its own papers do, for example --actor Japan or --actor NATO.",
        )
    return replace(topic, actor=known.key, asked=True)


def _listed(key: str) -> gazetteer.Entry | None:
    """The entry of a key."""
    forms = gazetteer.aliases(key)
    return gazetteer.forms()[forms[0]] if forms else None
