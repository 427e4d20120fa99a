"""What it costs to find documents of one origin, and how it grows: `python -m benchmarks.families [TEXTS]`.

Two kinds of folders are made from the public data beside the checkout, at a quarter, half and all of TEXTS
(1,000 when not given): `families`, twenty versions of each text (sentences left out, words changed,
paragraphs moved, another headline, quotations altered), and `ordinary`, as many different texts as there
are. A line gives the processor time of each step of `briefgen.link`; the last the exponent of growth of all:
1 is linear.

`departures` are those for one family in ten, as a memo asks them; with --all those of every family.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from benchmarks.archive_folders import texts as news
from benchmarks.documents import whole
from briefgen.garbage import collect_seldom
from briefgen.link import departures, kin, trace
from briefgen.model import Document

VERSIONS = 20
STEPS = (1, 2, 4)
ASKED = 10
"""Of so many families the departures of one are asked for."""
LENGTHS = range(2_000, 8_000)
"""Characters of a text that gets versions."""
DROPPED, CHANGED, MOVED, ALTERED = 0.12, 0.03, 0.5, 0.3
"""Share of the sentences left out, words changed, versions with a paragraph moved, quotations altered."""
WORDS = ("new", "former", "officials", "later", "about", "also", "large", "12", "43", "leading")
SENTENCE_END = re.compile(r'(?<=[.!?”"]) (?=[A-Z“"])')
QUOTED = re.compile(r'([“"])\w+ ')

Made = TypeVar("Made")


def texts() -> list[str]:
    """The different news texts, in a fixed mixed order."""
    mixed = list(dict.fromkeys(text for _, text in news()))
    random.Random(1).shuffle(mixed)
    return mixed


def families(count: int, chance: random.Random) -> Iterator[str]:
    """So many texts, twenty versions of each of some."""
    bases = [text for text in texts() if len(text) in LENGTHS][: math.ceil(count / VERSIONS)]
    for text in bases:
        yield text
        yield from (version(text, chance) for _ in range(VERSIONS - 1))


def version(text: str, chance: random.Random) -> str:
    """The text as another outlet might print it."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    made = [reworded(paragraph, chance) for paragraph in paragraphs]
    kept = [paragraph for paragraph in made if paragraph]
    if len(kept) > 1 and chance.random() < MOVED:
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
    first = " ".join(paragraphs[0].split()[: chance.randrange(4, 9)])
    return "\n\n".join((f"{chance.choice(WORDS).title()} report: {first}", *kept))


def reworded(paragraph: str, chance: random.Random) -> str:
    sentences = (one for one in SENTENCE_END.split(paragraph) if chance.random() >= DROPPED)
    return " ".join(changed(sentence, chance) for sentence in sentences)


def changed(sentence: str, chance: random.Random) -> str:
    words = [chance.choice(WORDS) if chance.random() < CHANGED else word for word in sentence.split(" ")]
    if chance.random() < ALTERED:
        return QUOTED.sub(r"\1We ", " ".join(words), count=1)
    return " ".join(words)


def documents(written: Sequence[str]) -> list[Document]:
    return [whole(f"S{k}", f"{k}.txt", text) for k, text in enumerate(written, 1)]


class LinkClock:
    """Processor time of the steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def of(self, step: str, work: Callable[[], Made]) -> Made:
        begun = time.process_time()
        made = work()
        self.seconds[step] = time.process_time() - begun
        return made


def measured(folder: Sequence[Document], every: bool) -> dict[str, float]:
    """Seconds of each step on a folder."""
    clock, by_id = LinkClock(), {one.source.id: one for one in folder}
    traces = clock.of("trace", lambda: {one: trace(document) for one, document in by_id.items()})
    found = clock.of("kin", lambda: kin(traces, by_id.__getitem__))
    origins = list(dict.fromkeys(one.origin for one in found if one.origin != one.source))
    used = None if every else frozenset(origins[::ASKED])
    clock.of("departures", lambda: departures(found, by_id.__getitem__, used))
    return clock.seconds


def told(name: str, folder: Sequence[Document], every: bool) -> None:
    """Measure the quarter, the half and all of a folder, and print it."""
    measured(folder[: len(folder) // STEPS[-1]], every=True)  # the word lists are read
    sums = []
    for step in STEPS:
        part = folder[: len(folder) * step // STEPS[-1]]
        seconds = measured(part, every)
        sums.append(sum(seconds.values()))
        steps = "  ".join(f"{what} {one:6.2f}" for what, one in seconds.items())
        print(f"{name:10} {len(part):>6,} documents  {steps}  all {sums[-1]:6.2f} s", flush=True)
    growth = math.log(sums[-1] / sums[0]) / math.log(STEPS[-1] / STEPS[0])
    print(f"{name:10} {1000 * sums[-1] / len(folder):.2f} ms a document, exponent {growth:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="?", type=int, default=1_000)
    parser.add_argument("--all", action="store_true", dest="every")
    chosen = parser.parse_args()
    collect_seldom()  # as the command does
    told("families", documents(list(families(chosen.texts, random.Random(5)))[: chosen.texts]), chosen.every)
    told("ordinary", documents(texts()[: chosen.texts]), chosen.every)


if __name__ == "__main__":
    main()
