"""What documents in other languages have to do with a topic, by the names in them: they are listed, not read.

The officer must know which of them to have translated. Names are much the same in many languages; words are
not, so that only long ones of the topic are looked for ("sanctions", "Sanktionen" not).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefgen import lexicon
from briefgen.english import gazetteer
from briefgen.english.tokens import tokenize, words_of
from briefgen.english.words import plain
from briefgen.model import Corpus, Document, ForeignText, NamedOften
from briefgen.topic import Topic

_SHOWN = 3
"""Names told of one document."""
_NAMES = 40
"""Names of the documents that are read which are looked for, the most frequent first."""
_LONG = 5
"""Letters of a word of the topic that is looked for: a short one is another elsewhere ("war", "port")."""
_FAMILY = 4
"""Letters of a family name that is looked for."""
_INFLECTED, _ENDING = 7, 4
"""Letters of a name from which its ending may differ ("Norwegen", "norwegische"), and of a longer ending. A
short one is looked for as it is: "Niger" is not Nigeria."""
_BUCKET = 5


class _Sought(NamedTuple):
    shown: str
    of_topic: bool
    words: tuple[str, ...]
    """Without accents, folded."""
    exact: bool
    """A word or a person's name, whose ending is its own."""


def foreign_texts(topic: Topic, corpus: Corpus, used: Sequence[str]) -> tuple[ForeignText, ...]:
    """For each document in another language how often it names the topic, and what else of the memo."""
    documents = [one for one in corpus.documents if one.foreign]
    if not documents:
        return ()
    wanted = _Index((*_of_topic(topic), *_of_memo(corpus, used)))
    return tuple(wanted.counted(document) for document in documents)


class _Index:
    """Names by the first letters of their first word."""

    def __init__(self, wanted: Iterable[_Sought]) -> None:
        self._by_start: dict[str, list[_Sought]] = defaultdict(list)
        for one in dict.fromkeys(wanted):
            if one.words:
                self._by_start[one.words[0][:_BUCKET]].append(one)

    def counted(self, document: Document) -> ForeignText:
        """What one document names."""
        words = [plain(word.text) for word in tokenize(document.source.text)]
        topic, others = Counter[str](), Counter[str]()
        for at, word in enumerate(words):
            starting = self._by_start.get(word[:_BUCKET], ())
            found = next((one for one in starting if _stands(one, words, at)), None)
            if found is not None:
                (topic if found.of_topic else others)[found.shown] += 1
        often = sorted(others, key=lambda name: (-others[name], name))[:_SHOWN]
        names = tuple(NamedOften(name, others[name]) for name in often)
        return ForeignText(document.source.id, topic.total(), names)


def _stands(one: _Sought, words: Sequence[str], at: int) -> bool:
    there = words[at : at + len(one.words)]
    return len(there) == len(one.words) and all(
        _is_form(word, name, exact=one.exact) for word, name in zip(there, one.words, strict=True)
    )


def _is_form(word: str, name: str, *, exact: bool) -> bool:
    if word == name:
        return True
    inflected = not exact and len(name) >= _INFLECTED and len(word) <= len(name) + _ENDING
    return inflected and word.startswith(name[:-2])


def _of_topic(topic: Topic) -> Iterator[_Sought]:
    """The names of the topic, its long words, and the words of the call that are abbreviations."""
    for group in topic.groups:
        members = (member for region in group.regions for member in gazetteer.region_members(region))
        for key in (*group.names, *members):
            yield from _listed(key, of_topic=True)
        for term in (*group.terms, *group.abbreviations):
            words = tuple(map(plain, words_of(term)))
            if words and (min(map(len, words)) >= _LONG or term.isupper()):
                yield _Sought(term, True, words, exact=True)


def _of_memo(corpus: Corpus, used: Sequence[str]) -> Iterator[_Sought]:
    """The states, bodies and persons that the documents which are read name most."""
    names = Counter((name.kind, name.key) for one in used for name in corpus.by_id[one].names)
    likely = [(kind, key) for kind, key in names if kind in ("state", "organisation", "person")]
    for kind, key in sorted(likely, key=lambda one: (-names[one], one))[:_NAMES]:
        if kind == "person":
            family = tuple(map(plain, words_of(key)[-1:]))
            yield _Sought(key, False, family if len("".join(family)) >= _FAMILY else (), exact=True)
        else:
            yield from _listed(key, of_topic=False)


def _listed(key: str, *, of_topic: bool) -> Iterator[_Sought]:
    shown = gazetteer.canonical(key)
    for name in (shown, *_abroad().get(key, ())):
        yield _Sought(shown, of_topic, tuple(map(plain, words_of(name))), exact=False)


@cache
def _abroad() -> dict[str, tuple[str, ...]]:
    return {
        key: tuple(dict.fromkeys(name for names in called for name in names))
        for key, *called in lexicon.names.foreign()
    }
