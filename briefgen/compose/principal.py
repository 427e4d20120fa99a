"""The principal actor: whose partners the memo lists, and how that is known.

A topic file or the command says it for sure. For words it is worked out: the state or organisation that
the call names first, if the documents act for it; else the one for which they act most. A pact is what its
members do together: it is no actor, though the call names it. A document acts for the sides of the relations
in its selected sentences, and once more for the sides of their speakers. Of sides for which they act about as
often it is the one that publishes most of them: whose pages these are tells what it does itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from briefgen.compose.statements import Statement
from briefgen.english import gazetteer
from briefgen.english.posts import Bearing, posts
from briefgen.english.qualifiers import qualified_start
from briefgen.english.tags import tagged
from briefgen.model import Alias, Document, Evidence, Name, Relation, Span, Speaker
from briefgen.topic import Topic

Known = Literal["asked", "topic", "named", "acts"]
"""How it is known: the command names it; the topic file; the words of the call; most documents act for it."""

CLEAR = 2
"""Times that documents must act for a side that the call does not name: once is an accident."""
SHARE = 2 / 3
"""Of the times that documents act for the busiest side, so many must they act for one that the call names: of
whom only others speak is the matter of the call, not who acts."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The principal actor of a memo."""

    key: str
    known: Known

    @property
    def sure(self) -> bool:
        """Whether somebody said so; relations of others are then left out."""
        return self.known in ("asked", "topic")

    @property
    def canonical(self) -> str:
        """Name to print."""
        return gazetteer.canonical(self.key)

    def includes(self, name: Name) -> bool:
        """Whether a name is the principal, or an organ that speaks for it."""
        return self.key in (name.key, gazetteer.speaks_for(name.canonical, name.key))


def principal(
    topic: Topic,
    acting: Mapping[str, int],
    publishing: Mapping[str, int] = MappingProxyType({}),
    others: Iterable[Alias] = (),
) -> Principal | None:
    """The principal actor of a topic; None where nothing is clear. `acting` and `publishing` count by side;
    `others` are other names that the documents give for words of the call."""
    if topic.actor and (topic.asked or not topic.free):
        return Principal(topic.actor, "asked" if topic.asked else "topic")
    most = max(acting.values(), default=0)
    named = next((key for key in _named(topic, others) if acting.get(key, 0) > 0), None)
    if named and acting[named] >= SHARE * most:
        return Principal(named, "named")
    near = [key for key, count in acting.items() if count >= SHARE * most]
    pages = max((publishing.get(key, 0) for key in near), default=0)
    # Where none of them publishes, and where two do alike, how often they are acted for decides.
    near = [key for key in near if publishing.get(key, 0) == pages]
    most = max((acting[key] for key in near), default=0)
    first = [key for key in near if acting[key] == most]
    return Principal(first[0], "acts") if len(first) == 1 and most >= CLEAR else None


def _named(topic: Topic, others: Iterable[Alias]) -> Iterator[str]:
    """States and organisations that the words of the call name, in order; then its own bodies."""
    for group in topic.groups:
        yield from (key for key in group.names if gazetteer.acts(key))
    yield from (alias.words for alias in others)


def _entries(key: str) -> Iterator[gazetteer.Entry]:
    """The entry of a key, if the gazetteer has it."""
    yield from (gazetteer.forms()[form] for form in gazetteer.aliases(key)[:1])


def acting(
    documents: Iterable[Document], evidence: Mapping[Span, Evidence], statements: Iterable[Statement]
) -> Mapping[str, int]:
    """How often documents act for each state and organisation, by key: at most twice each."""
    count: Counter[str] = Counter()
    for document in documents:
        found = (one for one in document.relations if one.sentence in evidence)
        count.update(sorted({key for one in found for key in _sides(one)}))
    voices: dict[str, set[str]] = {}
    for one in statements:
        spoken = _spoken_for(one.document, one.speaker) if one.speaker is not None else ()
        voices.setdefault(one.document.source.id, set()).update(spoken)
    count.update(key for keys in voices.values() for key in sorted(keys))
    return Counter({key: number for key, number in count.items() if gazetteer.acts(key)})


def _sides(relation: Relation) -> Iterator[str]:
    """The sides of a relation, each with the one that an organ speaks for."""
    for name in (relation.actor, *relation.partners):
        if name is not None:
            yield from {name.key, gazetteer.speaks_for(name.canonical, name.key)}


def publishing(documents: Iterable[Document]) -> Mapping[str, int]:
    """How many documents each state and organisation publishes itself or through an organ, by key."""
    count: Counter[str] = Counter()
    for document in documents:
        publisher = document.meta.publisher
        entry = gazetteer.lookup(publisher.value) if publisher else None
        count.update({entry.key, entry.acts_for or entry.key} if entry else ())
    return count


def _spoken_for(document: Document, speaker: Speaker) -> Iterator[str]:
    """The sides that a speaker speaks for: himself as a body, whose office he holds, whose spokesman he is.

    Who held an office before, or is sent to a state, does not speak for it.
    """
    own = speaker.name if speaker.kind != "person" else None
    for span in filter(None, (own, speaker.role, speaker.behalf)):
        inside = document.names_at.inside(span)
        yield from (one.key for one in inside if gazetteer.introduced(one.kind, one.canonical))
        for post in posts(tagged(document.tokens, _phrase_start(document, span), span.end, (), ())):
            if "out" not in post.standing:
                yield from (key for bearing in sorted(post.of) for key in _side(bearing))


def _phrase_start(document: Document, role: Span) -> int:
    """Where the phrase of an office begins: whose it is may stand before words that a role leaves out, as in
    "the Norwegian fisheries minister"."""
    sentence = document.sentence_at(role)
    start = qualified_start(document.tokens, sentence.span.start if sentence else role.start, role.start)
    before = document.names_at.over(Span(role.source, start - 2, start - 1)) if start > 1 else ()
    adjectives = (name.span for name in before if name.adjective)
    return next((one.start for one in adjectives if one.end + 1 == start), start)


def _side(bearing: Bearing) -> Iterator[str]:
    """The key of the state or organisation to which an office belongs."""
    kind, key = bearing
    listed = any(gazetteer.takes_sides(entry) for entry in _entries(key))
    if kind == "state" or (kind == "name" and listed):
        yield key
