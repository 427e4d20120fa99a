"""A proposal as a topic file that a user edits: what was found, with notes that say what each line does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.english import gazetteer
from briefgen.propose.proposal import Proposal, Recurring
from briefgen.topic import slugify

TERMS, WORDS, ACTORS = 12, 8, 8
"""Lines for names and pairs, for words alone, for actors: as many as one looks through."""
OFTEN = 0.2
"""Share of the documents that a name or pair must stand in to be asked for; others are there behind a #."""
SHARE = 0.5
"""Share of the documents that a word alone must stand in."""
NOTES = """\
# A topic proposed by briefgen from {documents}. Change it: it knows what recurs, not what you want.
#
#   title     the subject of the memo
#   actor     the state or organisation whose partners and positions the memo gathers
#   terms     words and phrases; a sentence with one of them bears on the topic; plurals, -ed, -ing count too
#
# A # at the head of a line switches it off. Take it away to switch the line on; put one before a line that
# does not belong. Behind each term stands in how many documents it was found. All keys are explained in
# templates/topics/asia-security.toml.
"""
NARROWER = """\
# Switch these lines on to ask, besides, for one of these states or organisations in or near the sentence.
#[[group]]
#name = "actors"
"""


def slug(found: Proposal) -> str:
    """The name of the file: the most telling matter."""
    return slugify(_leading(found)[0].name)


def topic_file(found: Proposal) -> str:
    """The file's text, in the form of templates/topics. `found` must not be empty."""
    total = len(found.documents)
    documents = f"{total} document{'' if total == 1 else 's'}"
    title = ", ".join(dict.fromkeys(one.name for one in _leading(found)[:3]))
    lines = [
        *NOTES.format(documents=documents).splitlines(),
        "",
        f"title = {_text(title[:1].upper() + title[1:])}",
        *_actor(found),
        "",
        "[[group]]",
        'name = "matter"',
        "terms = [",
        *_terms(found, total),
        "]",
        "",
        *NARROWER.splitlines(),
        *_narrower(found.actors[:ACTORS]),
    ]
    return "\n".join(lines) + "\n"


def _leading(found: Proposal) -> Sequence[Recurring]:
    return found.matters or found.words


def _actor(found: Proposal) -> Iterator[str]:
    """The state or organisation that most documents name; the others behind a #."""
    total = len(found.documents)
    for number, one in enumerate(found.actors[:3]):
        yield f"{'#' if number else ''}actor = {_text(one.name)}    # in {len(one.sources)} of {total}"


def _terms(found: Proposal, total: int) -> Iterator[str]:
    """A line for each term; words alone that few documents hold are switched off."""
    asked = found.matters[:TERMS]
    for one in asked:
        for name in (one.name, *one.also):
            yield _line(name, one, total, on=one is asked[0] or len(one.sources) >= OFTEN * total)
    words = sorted(found.words[:WORDS], key=lambda one: -len(one.sources))
    for one in words:
        yield _line(one.name, one, total, on=not asked or len(one.sources) >= SHARE * total)


def _line(name: str, one: Recurring, total: int, *, on: bool) -> str:
    return f"  {'' if on else '#'}{_text(name)},    # in {len(one.sources)} of {total}"


def _narrower(found: Sequence[Recurring]) -> Iterator[str]:
    for kind, key in (("state", "states"), ("organisation", "organisations")):
        names = [_text(one.name) for one in found if one.kind == kind and gazetteer.lookup(one.name)]
        if names:
            yield f"#{key} = [{', '.join(names)}]"


def _text(words: str) -> str:
    """A text of TOML; what a document prints can not end it."""
    return '"' + words.replace("\\", " ").replace('"', "”") + '"'
