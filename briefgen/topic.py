"""Topics: groups of terms, from templates/topics/<slug>.toml or from the words on the command line.

A passage bears on a topic when it satisfies all groups. A group is satisfied by any of its terms, or
by a state, region or organisation it names; how near the words must stand is `briefgen.select`'s business.
"""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen import lexicon
from briefgen.errors import BriefgenError, UsageError
from briefgen.lexicon import gazetteer

LONGEST_NAME = 100
"""Characters of a topic's name; it also becomes the stem of a file's name."""

_TOPIC_KEYS = ("title", "actor", "aliases", "exclude", "group")
_GROUP_KEYS = ("name", "terms", "regions", "states", "organisations", "places")
_HINT = "Correct the file; docs/extending.md shows the form of a topic."
_PHRASE = re.compile(r'["“”]([^"“”]+)["“”]')
_MOST_WORDS_IN_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Group:
    """One side of a topic; any of its entries satisfies it."""

    name: str
    terms: tuple[str, ...] = ()
    """Words and phrases; inflected forms count as well."""
    regions: tuple[str, ...] = ()
    """Gazetteer keys; a region stands for its member states too."""
    names: tuple[str, ...] = ()
    """Gazetteer keys of states, organisations and places."""
    related: tuple[str, ...] = ()
    """Words near the terms in meaning, from select_related.tsv; free words only."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a memo is about."""

    slug: str
    """Name on the command line and stem of the memo's file."""
    title: str
    groups: tuple[Group, ...]
    actor: str | None = None
    """Gazetteer key of the principal actor, e.g. "eu": whose partners and positions the memo gathers."""
    exclude: tuple[str, ...] = ()
    """A sentence with one of these is left out."""
    aliases: tuple[str, ...] = ()
    """Other slugs under which the topic is found."""
    free: bool = False
    """True when the groups are the words of the call, not a file."""


def load(name: str, folder: Path) -> Topic:
    """The topic called `name`: a file of `folder`, a file with that alias, or its words as groups.

    Raises UsageError `topic-name` for a name that can not be one, BriefgenError `topic-broken` for a
    file that is not in the form of a topic.
    """
    slug = _checked(name)
    path = folder / f"{slug}.toml"
    if path.is_file():
        return _read(path)
    return next((t for t in _readable(folder) if slug in t.aliases), None) or _free(name, slug)


def available(folder: Path) -> tuple[Topic, ...]:
    """All topic files of a folder in the order of their names; raises like `load`."""
    return tuple(_read(path) for path in _files(folder))


def slugify(words: str) -> str:
    """Words as a file-name stem: lower case, letters and digits of any script, single hyphens."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "-".join("".join(c if c.isalnum() else " " for c in folded).split())


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.toml") if not p.name.startswith("."))


def _readable(folder: Path) -> Iterator[Topic]:
    """Topics that can be read; a broken file must not block a topic that is not in it."""
    for path in _files(folder):
        try:
            yield _read(path)
        except BriefgenError:
            continue


def _checked(name: str) -> str:
    """Slug of a name, after refusing what could leave the folder or names nothing."""
    hint = "Give the name of a topic file or a few words, for example --topic asia-security."
    if not name.strip():
        raise UsageError("topic-name", "The topic's name is empty.", hint)
    if len(name) > LONGEST_NAME:
        raise UsageError("topic-name", f"The topic's name is longer than {LONGEST_NAME} characters.", hint)
    bad = any(c in "/\\" or unicodedata.category(c) in {"Cc", "Cs"} for c in name) or ".." in name
    shown = name.encode("unicode_escape").decode("ascii") if bad else name
    if bad:
        raise UsageError("topic-name", f"A topic is a name or words, not a path: {shown}", hint)
    slug = slugify(name)
    if not slug:
        raise UsageError("topic-name", f"There is no word in the topic “{name}”.", hint)
    return slug


# --- free words ---------------------------------------------------------------------------------


def _free(name: str, slug: str) -> Topic:
    """A topic whose groups are its words; names of states and bodies, and "quoted phrases", stay whole."""
    written = name.strip()
    words = [w for w in map(_trimmed, _split(_PHRASE.sub(" ", written))) if w]
    terms = [*_PHRASE.findall(written), *_joined_names(words)]
    kept = tuple(dict.fromkeys(t for t in terms if _telling(t))) or tuple(terms)
    title = " ".join(map(_printed, terms))
    groups = tuple(_word_group(term, _compounds(kept, at)) for at, term in enumerate(kept))
    return Topic(slug, title[:1].upper() + title[1:], groups, _actor(kept), free=True)


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


def _telling(term: str) -> bool:
    """Whether a word of a name can be a group: no function word, nothing like "policy" or "issues"."""
    folded = term.casefold()
    stopped = folded in lexicon.words("stopwords") and not term.isupper()
    return not stopped and folded not in lexicon.words("select_light")


def _actor(terms: Sequence[str]) -> str | None:
    """The body whose matter it is: the first organisation named beside other words, "eu" in "EU missions"."""
    known = [entry for entry in map(_known, terms) if entry]
    bodies = [entry.key for entry in known if entry.type == "intergovernmental"]
    return bodies[0] if bodies and len(terms) > 1 else None


def _known(term: str) -> gazetteer.Entry | None:
    """What a word names; acronyms may be typed small ("eu", "us"), common words may not ("who")."""
    entry = gazetteer.lookup(term)
    if entry or term.casefold() in lexicon.words("stopwords"):
        return entry
    return gazetteer.lookup(term.upper())


def _printed(term: str) -> str:
    """A word as a title prints it: "eu" as "EU", "japan" as "Japan"."""
    entry = _known(term)
    if entry is None:
        return term
    return term.upper() if term.upper() in gazetteer.forms() else entry.canonical


def _trimmed(word: str) -> str:
    """A word without the marks around it: "(trade)," is trade; nothing when no letter or digit is left."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", word)


def _joined_names(words: Sequence[str]) -> list[str]:
    """Words with the longest known names joined: "south", "korea" become "south korea"."""
    found, at = [], 0
    while at < len(words):
        sizes = range(min(_MOST_WORDS_IN_A_NAME, len(words) - at), 1, -1)
        size = next((n for n in sizes if gazetteer.lookup(" ".join(words[at : at + n]))), 1)
        found.append(" ".join(words[at : at + size]))
        at += size
    return found


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
    """Words of select_related.tsv beside a term, in either direction of the row's first cell."""
    rows = lexicon.table("select_related")
    folded = term.casefold()
    return next((tuple(near.split("|")) for heads, near in rows if folded in heads.split("|")), ())


# --- files --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _File:
    """A topic file on its way in; knows how to say where something is wrong."""

    path: Path
    text: str

    def broken(self, what: str, near: str = "", line: int = 0) -> BriefgenError:
        """The error for a mistake at the line given, or at the first line that holds `near`."""
        at = line or self._line_of(near)
        place = f"{self.path.name}, line {at}" if at else self.path.name
        return BriefgenError("topic-broken", f"{place}: {what}", _HINT)

    def _line_of(self, near: str) -> int:
        lines = enumerate(self.text.splitlines(), 1)
        return next((n for n, line in lines if near and near in line.split("#", 1)[0]), 0)

    def strings(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        """A list of texts, or nothing when the key is absent."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.broken(f'"{key}" must be a list of texts, like ["one", "two"]', key)
        return tuple(value)

    def string(self, table: Mapping[str, object], key: str) -> str:
        """One text that must be there."""
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.broken(f'"{key}" must be a text, like {key} = "..."', key)
        return value.strip()

    def known(self, table: Mapping[str, object], allowed: tuple[str, ...]) -> None:
        """Refuses a key that has no meaning, which is mostly a misspelling."""
        for key in table:
            if key not in allowed:
                raise self.broken(f'unknown key "{key}"; allowed are {", ".join(allowed)}', key)


def _read(path: Path) -> Topic:
    """A topic file; raises `topic-broken` with file, line and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _File(path, "").broken(f"cannot be read as UTF-8 text ({error})") from None
    file = _File(path, text)
    try:
        table: Mapping[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise file.broken(f"not valid TOML: {error}", line=line) from None
    return _topic(file, table)


def _topic(file: _File, table: Mapping[str, object]) -> Topic:
    file.known(table, _TOPIC_KEYS)
    groups = table.get("group")
    if not isinstance(groups, list) or not groups or not all(isinstance(g, dict) for g in groups):
        raise file.broken("a topic needs at least one [[group]]", "group")
    actor = file.string(table, "actor") if "actor" in table else None
    if actor is not None:
        actor = _key(file, actor)
    return Topic(
        slug=slugify(file.path.stem),
        title=file.string(table, "title"),
        groups=tuple(_group(file, g) for g in groups),
        actor=actor,
        exclude=file.strings(table, "exclude"),
        aliases=tuple(slugify(a) for a in file.strings(table, "aliases")),
    )


def _group(file: _File, table: Mapping[str, object]) -> Group:
    file.known(table, _GROUP_KEYS)
    entries = {key: file.strings(table, key) for key in _GROUP_KEYS[1:]}
    name = file.string(table, "name")
    if not any(entries.values()):
        raise file.broken(f'the group "{name}" is empty; it needs {", ".join(_GROUP_KEYS[1:])}', name)
    regions, *named = (tuple(_key(file, v) for v in entries[key]) for key in _GROUP_KEYS[2:])
    return Group(name, entries["terms"], regions, tuple(key for keys in named for key in keys))


def _key(file: _File, entry: str) -> str:
    """The gazetteer's key for a key or a name ("JP", "Japan")."""
    if gazetteer.aliases(entry):
        return entry
    known = gazetteer.lookup(entry)
    if known is None:
        near = difflib.get_close_matches(entry, gazetteer.forms(), n=1)
        meant = f'; did you mean "{near[0]}"?' if near else ""
        raise file.broken(f'"{entry}" is not a known name{meant}', entry)
    return known.key
