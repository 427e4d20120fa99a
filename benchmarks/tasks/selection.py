"""Documents of a folder for a few words: what `briefgen.select` takes, as the command calls it.

request  {"type": "folder", "folder": s, "docs": [{"id": s, "text": s}, ...]}, then
         {"type": "topic", "id": s, "folder": s, "terms": [s, ...]}
answer   {"id": s, "ranked": [doc id, ...], "selected": [doc id, ...]}

The terms are typed as one topic. All documents are ranked as `Selection.considered` has them; a document is
selected when it bears on the topic, be it as the copy of another one. A name that the command refuses (no telling
word, too long) selects nothing.

Where the texts are the turns of one talk ("Speaker: words"), the folder holds one document, the transcript,
as a researcher saves it: a turn is selected when a sentence of it is evidence, and its best one ranks it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.documents import whole
from briefgen import topic
from briefgen.errors import UsageError
from briefgen.link import link
from briefgen.model import Corpus, Selection, Span
from briefgen.pipeline import topic_folders
from briefgen.select import select

TURN = re.compile(r"[^:\n]{2,80}: ")
TALK = 0.9
"""Share of texts that begin like a turn, from which the folder is one talk."""


@dataclass(frozen=True)
class Folder:
    """A folder read once for all topics, and where each text of it begins."""

    corpus: Corpus
    ids: tuple[str, ...]
    starts: tuple[int, ...] = ()
    """Of the turns in the one document of a talk; empty when each text is a document."""

    def text_of(self, span: Span) -> str:
        """Id of the turn that a sentence stands in."""
        return self.ids[bisect.bisect_right(self.starts, span.start) - 1]


def run(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    folders: dict[str, Folder] = {}
    for request in requests:
        if request["type"] == "folder":
            folders[request["folder"]] = opened(request["docs"])
        else:
            ranked, selected = order(folders[request["folder"]], " ".join(request["terms"]))
            yield {"id": request["id"], "ranked": ranked, "selected": selected}


def opened(docs: list[dict[str, str]]) -> Folder:
    ids, texts = tuple(doc["id"] for doc in docs), [doc["text"] for doc in docs]
    if sum(bool(TURN.match(text)) for text in texts) > TALK * len(texts):
        starts = tuple(sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts)))
        return Folder(link((whole("S1", "talk.txt", "\n".join(texts)),)), ids, starts)
    pairs = enumerate(zip(ids, texts, strict=True), 1)
    return Folder(link(tuple(whole(f"S{n}", name, text) for n, (name, text) in pairs)), ids)


def order(folder: Folder, words: str) -> tuple[list[str], list[str]]:
    """Ids of the texts, most on the topic first, and of those that are on it."""
    try:
        wanted = topic.find(words, topic_folders())
    except UsageError:
        return [], []
    found = select(wanted, folder.corpus)
    if folder.starts:
        turns = ranked_turns(folder, found)
        return turns, turns
    ids = {one.source: folder.ids[int(one.source[1:]) - 1] for one in found.considered}
    ranked = [ids[one.source] for one in found.considered if one.weight > 0]
    return ranked, [ids[one.source] for one in found.considered if one.bears]


def ranked_turns(folder: Folder, found: Selection) -> list[str]:
    """Ids of the turns with evidence, by their best sentence."""
    weight: dict[str, float] = {}
    for piece in found.evidence:
        key = folder.text_of(piece.span)
        weight[key] = max(weight.get(key, 0.0), piece.score)
    return sorted(weight, key=lambda key: -weight[key])
