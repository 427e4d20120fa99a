"""Word lists as data files, one folder a subject.

A word that is missing is added to a list and to a case in tests/cases; no Python changes. Each
folder has a module that says how its lists are typed and gives them. README.md lists the files.
"""

from briefgen.lexicon import (
    furniture,
    genres,
    grammar,
    issues,
    linking,
    mail,
    names,
    pages,
    persons,
    relations,
    saying,
    time,
    topics,
    weights,
)

__all__ = [
    "furniture",
    "genres",
    "grammar",
    "issues",
    "linking",
    "mail",
    "names",
    "pages",
    "persons",
    "relations",
    "saying",
    "time",
    "topics",
    "weights",
]
