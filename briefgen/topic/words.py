"""A topic without a file: the words of the call become its groups."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.tokens import fold
from briefgen.errors import UsageError
from briefgen.topic.model import Group, Topic

_PHRASE = re.compile(r'["“”]([^"“”]+)["“”]')
_DASH = re.compile(r"[‐‑‒–—]")
HINT = "Give the name of a topic file or a few words, for example --topic asia-security."
"""What to do about a name that can be no topic."""


def from_words(name: str, slug: str) -> Topic:
    """A topic whose groups are its words; names of states and bodies, and "quoted phrases", stay whole.

    Words like "policy" or "issues" are a group only where no other word is left. Raises UsageError
    `topic-name` when all are function words.
    """
    written = _DASH.sub("-", name.strip())
    words = [w for w in map(_trimmed, _split(_PHRASE.sub(" ", written))) if w]
    terms = [*_PHRASE.findall(written), *_joined_names(words)]
    saying = tuple(dict.fromkeys(t for t in terms if not _function_word(t)))
    if not saying:
        problem = f"The topic “{name.strip()}” has no word that says what it is about."
        raise UsageError("topic-name", problem, HINT)
    kept = tuple(t for t in saying if t.casefold() not in lexicon.topics.light()) or saying
    groups = tuple(_word_group(term, _compounds(kept, at)) for at, term in enumerate(kept))
    return Topic(slug, _title(written), groups, _actor(kept), free=True)


def _title(written: str) -> str:
    """The words of the call as they stand, a name that was typed small as it is written: "EU missions"."""
    words = written.split() if re.search(r"\s", written) else re.split(r"[_-]+", written)
    title = " ".join(map(_printed, _joined_names(words)))
    return title[:1].upper() + title[1:]


def _split(name: str) -> list[str]:
    """The words of a name. A slug falls apart at its hyphens; in a name with blanks a hyphen holds
    ("rules-based order") unless both sides are names of their own ("EU-China summit")."""
    if not re.search(r"\s", name.strip()):
        return re.split(r"[_-]+", name.strip())
    found: list[str] = []
    for word in name.split():
        parts = word.split("-")
        found += parts if all(map(_known, parts)) else [word]
    return found


def _function_word(term: str) -> bool:
    """Whether a word of a name is one like "the" or "of"; in capitals it may be an acronym ("WHO")."""
    return term.casefold() in lexicon.grammar.stopwords() and not term.isupper()


def _actor(terms: Sequence[str]) -> str | None:
    """The body whose matter it is: the first organisation named beside other words, "eu" in "EU missions"."""
    known = [entry for entry in map(_known, terms) if entry]
    bodies = [entry.key for entry in known if entry.type == "intergovernmental"]
    return bodies[0] if bodies and len(terms) > 1 else None


def _known(term: str) -> gazetteer.Entry | None:
    """What a word names; acronyms may be typed small ("eu", "us"), common words may not ("who")."""
    entry = gazetteer.lookup(term)
    if entry or term.casefold() in lexicon.grammar.stopwords():
        return entry
    return gazetteer.lookup(term.upper())


def _printed(term: str) -> str:
    """A word as a title prints it: "eu" as "EU", "burma" as "Burma"; with capitals it stands as it is."""
    bare = _trimmed(term)
    if not bare.islower() or _known(bare) is None:
        return term
    return term.replace(
        bare, bare.upper() if bare.upper() in gazetteer.forms() else _spellings().get(fold(bare), bare)
    )


@cache
def _spellings() -> Mapping[str, str]:
    """Listed names in small letters, with their spelling."""
    return MappingProxyType({fold(form): form for form in reversed(tuple(gazetteer.forms()))})


def _trimmed(word: str) -> str:
    """A word without the marks around it: "(trade)," is trade; nothing when no letter or digit is left."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", word)


def _joined_names(words: Sequence[str]) -> list[str]:
    """Words with the longest known names joined: "south", "korea" become "south korea"."""
    found, at = [], 0
    while at < len(words):
        sizes = range(min(_most_words(), len(words) - at), 1, -1)
        size = next((n for n in sizes if gazetteer.lookup(" ".join(words[at : at + n]))), 1)
        found.append(" ".join(words[at : at + size]))
        at += size
    return found


@cache
def _most_words() -> int:
    """Words of the longest name that is known."""
    return max(len(form.split()) for form in gazetteer.forms())


def _compounds(terms: Sequence[str], at: int) -> tuple[str, ...]:
    """A word written together with its neighbour: "counter terrorism" is also "counterterrorism"."""
    before = (terms[at - 1] + terms[at],) if at else ()
    after = (terms[at] + terms[at + 1],) if at + 1 < len(terms) else ()
    return before + after


def _word_group(term: str, compounds: tuple[str, ...]) -> Group:
    """A group for one word; a known name brings its key, so that other forms of it count."""
    entry = _known(term)
    if entry is None:
        return Group(term, (term, *compounds), related=_related(term))
    key = (entry.key,)
    return (
        Group(entry.canonical, regions=key) if entry.kind == "region" else Group(entry.canonical, names=key)
    )


def _related(term: str) -> tuple[str, ...]:
    """Words of topics/related.tsv beside a term, in either direction of the row's first cell."""
    rows = lexicon.topics.related()
    folded = term.casefold()
    return next((near for heads, near in rows if folded in heads), ())
