"""What the user says of the documents of one file, when it holds several: which sidecar speaks of which.

NAME.meta.toml speaks of the file's own document where there is one (a mail, not what it answers), else of all
its documents, but for what can be true of one only. NAME#3.meta.toml speaks of the third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.errors import Problem
from briefgen.read.draft import Draft
from briefgen.read.sidecar import LINE_KEYS, numbers_of

_LISTED = 9
_OF_ONE = ("title", "url")
"""What several documents of one file can not share."""
_NUMBERED = re.compile(r"(?:line|paragraph) (\d+)")
_BREAK = re.compile(r"\r\n|\n|\r")
Said = Mapping[str, str]


def said_of(
    drafts: Sequence[Draft], said: Said, sidecar: str, name: str
) -> tuple[tuple[Said, ...], tuple[Problem, ...]]:
    """For each draft of the file `name` what its sidecar says of it, and what of that speaks of none.

    `sidecar`: its name, for messages.
    """
    if not said or not drafts:
        return tuple({} for _ in drafts), ()
    own = [draft for draft in drafts if not draft.suffix]
    about = own or list(drafts)
    several = len(about) > 1
    unclear = {key for key in said if several and _is_of_one(key, about)}
    problems = [_unclear(sidecar, key, about, name) for key in said if key in unclear]
    used = {key: value for key, value in said.items() if key not in unclear}
    problems += _missing(used, about, sidecar)
    return tuple(used if not draft.suffix or not own else {} for draft in drafts), tuple(problems)


def _is_of_one(key: str, drafts: Sequence[Draft]) -> bool:
    """Whether a key can speak of one document only: a title, and lines whose numbers begin anew in each."""
    if key in LINE_KEYS:
        return not all(
            label.startswith("line ") for draft in drafts for _, label in draft.places[:1] or ((0, ""),)
        )
    return key in _OF_ONE


def _unclear(sidecar: str, key: str, drafts: Sequence[Draft], name: str) -> Problem:
    first = drafts[0].suffix
    way = (
        f"name the file {name}{first}.meta.toml, after the one that is meant"
        if "/" not in first
        else "unpack it"
    )
    message = f"{key} was not used: {name} holds {len(drafts)} documents; {way}."
    return Problem(sidecar, "sidecar-unclear", message)


def _missing(said: Said, drafts: Sequence[Draft], sidecar: str) -> Iterator[Problem]:
    """Tells of line numbers at which none of the documents has words."""
    for key in LINE_KEYS:
        wanted = numbers_of(said.get(key, ""))
        if not wanted:
            continue
        there = {number for draft in drafts for number in _with_words(draft)}
        nowhere = [str(number) for number in wanted if number not in there]
        if nowhere:
            listed = ", ".join(nowhere[:_LISTED])
            message = f"{key} names {listed}, where there are no words; briefgen show prints the numbers."
            yield Problem(sidecar, "sidecar-line-missing", message)


def _with_words(draft: Draft) -> Iterator[int]:
    """The numbers of lines or paragraphs with words, as `Source.place` prints them."""
    if not draft.places:
        yield from (number for number, line in enumerate(_BREAK.split(draft.text), 1) if line.strip())
        return
    ends = [offset for offset, _ in draft.places[1:]] + [len(draft.text)]
    for (offset, label), end in zip(draft.places, ends, strict=True):
        numbered = _NUMBERED.fullmatch(label)
        if numbered and draft.text[offset:end].strip():
            yield int(numbered[1])
