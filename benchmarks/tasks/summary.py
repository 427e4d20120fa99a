"""A memo on several articles as an extract: {"id", "max_words", "docs"} to {"id", "spans"}.

The command needs a topic and the request has none. The topic is what stands at the head of the article that
has most in common with the others, its headline as `describe` finds it and its first sentences, as far as a
topic's name may be long: the first article of a cluster may be a page of an archive, and a found headline
"Photo". The memo is composed in
the shipped house. What its in brief, background and key statements print of the sources, in the memo's
order, is the extract; a place that was printed before is not given again, nor one for which no words are
left. Where the command finds nothing, there is no memo and the extract is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from benchmarks.documents import whole
from briefgen import topic
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.english.openings import leans, opening
from briefgen.english.stem import stem
from briefgen.english.words import searched
from briefgen.errors import UsageError
from briefgen.link import link
from briefgen.model import Corpus, Document, Span
from briefgen.paper import house
from briefgen.paper.memo import Cited, Item, Memo
from briefgen.pipeline import topic_folders
from briefgen.select import select
from briefgen.select.centroid import likeness_to_others, vector

SHOWN = ("in-brief", "background", "key-statements", "further")
APART = re.compile(r"[^\w’'-]+")
"""What parts the words of a headline; a topic's name may hold no slash and no line break."""
OPENING = 4
"""Sentences at the head, more than a topic's name holds."""


def run(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    for request in requests:
        names = [doc["id"] for doc in request["docs"]]
        pairs = enumerate(request["docs"], 1)
        corpus = link(tuple(whole(f"S{n}", doc["id"], doc["text"]) for n, doc in pairs))
        memo = written(corpus)
        spans = extract(corpus, memo, request["max_words"]) if memo else []
        answer = [{"doc": names[int(s.source[1:]) - 1], "start": s.start, "end": s.end} for s in spans]
        yield {"id": request["id"], "spans": answer}


def written(corpus: Corpus) -> Memo | None:
    """The memo on the first headline; none when the command would write none."""
    try:
        wanted = topic.find(headline(corpus.documents), topic_folders())
    except UsageError:
        return None
    selection = select(wanted, corpus)
    return compose(Brief(wanted, corpus, selection, style(), None)) if selection.evidence else None


@cache
def style() -> house.HouseStyle:
    return house.load(None, SECTIONS)


def headline(documents: Sequence[Document]) -> str:
    """The words at the head of the most central document that a topic's name has room for."""
    first = central(documents)
    title = first.meta.title.value if first.meta.title else ""
    # A title that only opens the first sentence is not said twice.
    opening = " ".join(first.text(sentence.span) for sentence in first.sentences[:OPENING])
    words = opening if opening.startswith(title) else f"{title} {opening}"
    name = ""
    for word in APART.sub(" ", words).split():
        if len(f"{name} {word}") > topic.LONGEST_NAME:
            break
        name = f"{name} {word}".strip()
    return name


def central(documents: Sequence[Document]) -> Document:
    """The document that is most like the others; of two the first."""
    bodies = [vector(map(stem, searched(one.tokens.between(0, len(one.source.text))))) for one in documents]
    likeness = likeness_to_others(bodies, [1.0] * len(bodies))
    return documents[max(range(len(documents)), key=lambda at: (likeness[at], -at))]


def extract(corpus: Corpus, memo: Memo, room: int) -> list[Span]:
    """The places of the sources that the memo prints, each once, as many as `room` words hold."""
    found: list[Span] = []
    sections = {section.id: section for section in memo.sections}
    items = (item for name in SHOWN if name in sections for item in sections[name].items)
    for item in items:
        for span in printed(item, corpus):
            words = len(corpus.text(span).split())
            if words <= room and not any(span.overlaps(other) for other in found):
                found.append(span)
                room -= words
    return found


def printed(item: Item, corpus: Corpus) -> list[Span]:
    """The sentences that an item rests on: a memo shows clauses of them and refers to the row that has all.

    Who makes a statement stands in front of it. A text without such a place must say it, so a statement is
    left out where its sentences say "she" only.
    """
    if item.section in ("partners", "open-issues"):
        return []
    said = item.kind or item.speaker
    return (
        [without_connective(corpus, cite) for cite in item.cites]
        if not said or says_who(item, corpus)
        else []
    )


def says_who(item: Item, corpus: Corpus) -> bool:
    """Whether the sentences of a statement say who speaks, and do not lean on the one before."""
    words = [corpus.text(cite) for cite in item.cites]
    names = [corpus.text(run.span) for run in item.speaker if isinstance(run, Cited)]
    return not leans(words[0]) and any(name.split()[-1] in " ".join(words) for name in names)


def without_connective(corpus: Corpus, sentence: Span) -> Span:
    """The sentence as a memo shows it: its "But" is left out."""
    return Span(sentence.source, sentence.start + opening(corpus.text(sentence)).connective, sentence.end)
