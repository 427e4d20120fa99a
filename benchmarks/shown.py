"""Speakers of the statements that a memo shows, all of them, not only of those the gold asks for.

A shown statement is judged when a gold row of speech stands in the same document and shares its words;
else nothing is known of it and it counts as not judged.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Figures, Share, Told

SPEECH = ("quote", "reported")
LEAST = 15
"""Characters of a cited sentence from which it counts when it stands inside a longer gold text."""
UNKNOWN = "not determined"
Row = dict[str, Any]


def figures(memos: Iterable[tuple[Path, Path]]) -> Figures:
    """Counts over pairs of a set's folder and a memo in JSON made from it."""
    verdicts = [
        verdict for folder, memo in memos for verdict in judged(read(folder / "gold.json"), read(memo))
    ]
    known = [verdict for verdict in verdicts if verdict]
    return {
        "shown statements": Told(len(verdicts)),
        "shown statements judged": Told(len(known)),
        "shown speakers right": Share(known.count("right"), len(known)),
        "shown speakers wrong": Share(known.count("wrong"), len(known), fault=True),
    }


def read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def judged(gold: dict[str, Any], memo: dict[str, Any]) -> Iterator[str]:
    """For each shown statement with words of a document of the set: "right", "wrong", "open" or ""."""
    document = {Path(one["file"]).name: one["doc"] for one in gold["files"]}
    of = {source["id"]: document.get(Path(source["file"]).name) for source in memo["sources"]}
    rows = [row for row in gold["rows"] if row["kind"] in SPEECH]
    for item in statements(memo):
        places = [(of.get(cite["source"]), folded(cite["text"])) for cite in item["cites"]]
        if any(doc for doc, _ in places):
            yield verdict(item, [row for row in rows if any(shares(row, *place) for place in places)])


def statements(memo: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The key statements, and those of an annex that holds the rest of them."""
    for section in memo["sections"]:
        for item in section["items"]:
            if section["id"] == "key-statements" or (
                section["id"] == "further" and item.get("section", "key-statements") == "key-statements"
            ):
                yield item
                yield from item.get("positions", [])


def shares(row: Row, doc: str | None, cited: str) -> bool:
    """Whether a gold row stands in a document and one of its texts holds, or lies in, what is cited."""
    own = {row["doc"], *row.get("also", [])}
    texts = [(own, row["text"]), *((own, more) for more in row.get("more", []))]
    texts += [({other}, text) for other, text in row.get("alts", [])]
    return any(
        doc in docs
        and (folded(text).rstrip(",. ") in cited or (len(cited) >= LEAST and cited in folded(text)))
        for docs, text in texts
    )


def verdict(item: dict[str, Any], rows: Sequence[Row]) -> str:
    """Whether the speaker is one whom a row allows; "open" when the memo names none, "" without a row."""
    given = plain(item.get("speaker", ""))
    if not rows:
        return ""
    if not given or UNKNOWN in given:
        return "open"
    return "right" if any(is_speaker(row, given) for row in rows) else "wrong"


def is_speaker(row: Row, given: str) -> bool:
    """Whether a printed speaker is the one of a row: by the forms it allows, else by the family name."""
    if any(form in given for form in row.get("speaker_not", [])):
        return False
    if row.get("speaker_ok"):
        return any(form in given for form in row["speaker_ok"])
    family = plain(row.get("surname") or row["speaker"].split()[-1])
    return re.search(rf"(?<!\w){re.escape(family)}(?!\w)", given) is not None


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def plain(text: str) -> str:
    """Without accents and capitals."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
