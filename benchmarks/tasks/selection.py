"""Texts of a folder ranked and selected for a few words: `briefgen.select.bm25`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.english.words import stems as tokens
from briefgen.select.bm25 import Ranking, Text
from briefgen.select.cut import chosen, selected

_TURN = re.compile(r"[^:\n]{2,80}: ")


def run(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    folders: dict[str, tuple[list[str], Ranking, bool]] = {}
    for request in requests:
        if request["type"] == "folder":
            folders[request["folder"]] = opened(request["docs"])
        else:
            yield answer(request, *folders[request["folder"]])


def opened(docs: list[dict[str, str]]) -> tuple[list[str], Ranking, bool]:
    """Ids, index, and whether the texts are the turns of one talk ("Speaker: ...")."""
    texts = [doc["text"] for doc in docs]
    talk = sum(bool(_TURN.match(text)) for text in texts) > 0.9 * len(texts)
    return [doc["id"] for doc in docs], Ranking([one(text, talk) for text in texts]), talk


def one(text: str, talk: bool) -> Text:
    heading = "" if talk else text.split("\n", 1)[0][:200]
    return Text(tokens(heading), tokens(text))


def answer(request: dict[str, Any], ids: list[str], index: Ranking, talk: bool) -> dict[str, object]:
    scores = index.scores(tokens(" ".join(request["terms"])), passages=talk)
    order = [i for i in sorted(range(len(ids)), key=lambda i: (-scores[i], i)) if scores[i] > 0]
    return {
        "id": request["id"],
        "ranked": [ids[i] for i in order],
        "selected": [ids[i] for i in (chosen(scores) if talk else selected(index, scores))],
    }
