"""How the processor time of every stage grows with a text: `python -m benchmarks.growth [SHAPE ...]`.

Each shape of `benchmarks/growth_shapes.py` is made at n, 2n and 4n. A line of the table gives, for a stage that
takes noticeable time, the seconds at n, 2n and 4n and the exponent of growth from the first to the last: 1 is
linear, 2 the square. The goal: no exponent above 1.2, and no shape above 6 s a million characters.

    --size N     characters at n, 50,000 when not given
    --limit S    seconds of processor time after which a size is given up, 60 when not given
"""

from __future__ import annotations

import argparse
import gc
import math
import signal
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import TypeVar

from benchmarks.growth_shapes import SHAPES
from briefgen import topic
from briefgen.annotate import ANNOTATORS
from briefgen.clean import clean
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.compose.evidence import evidence
from briefgen.describe import describe
from briefgen.garbage import collect_seldom
from briefgen.link import link
from briefgen.model import Document, Source
from briefgen.paper import house
from briefgen.paper.memo import Memo
from briefgen.render import RENDERERS
from briefgen.select import select
from briefgen.verify import verify

STEPS = (1, 2, 4)
TOLD = 0.3
"""Seconds at 4n from which a stage has a line of its own: below, the exponent is noise."""
STEEP = 1.25
"""Exponents from here on are marked; a measured 1.1 is n log n, or noise."""
DEAR = 6.0
"""Seconds a million characters from which a shape is marked."""

Made = TypeVar("Made")


class GaveUpError(BaseException):
    """The time of a size is over. No fence of the program stops it."""


class StageClock:
    """Processor time by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.gave_up = ""
        """The stage in which the time was over."""

    def of(self, stage: str, work: Callable[[], Made]) -> Made:
        """What `work` gives, its time counted for `stage`."""
        begun = time.process_time()
        try:
            return work()
        except GaveUpError:
            self.gave_up = stage
            raise
        finally:
            self.seconds[stage] += time.process_time() - begun


def measured(texts: Sequence[str], limit: float) -> StageClock:
    """The times of all stages on a folder with these texts; of those that it came to before `limit` seconds."""
    clock = StageClock()
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        whole_run(texts, clock)
    except GaveUpError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return clock


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise GaveUpError


def whole_run(texts: Sequence[str], clock: StageClock) -> None:
    """All stages behind reading, as `briefgen.pipeline` calls them."""
    documents = tuple(
        prepared(Source(f"S{number}", f"{number}.txt", f"{number:064}", text), clock)
        for number, text in enumerate(texts, 1)
    )
    corpus = clock.of("link", partial(link, documents))
    wanted = topic.find("asia-security", (house.topics_folder(),))
    found = clock.of("select", partial(select, wanted, corpus))
    if found.evidence:
        brief = Brief(wanted, corpus, found, house.load(None, SECTIONS).at("standard"), None, ())
        memo = clock.of("compose", partial(compose, brief))
        shown = replace(memo, evidence=clock.of("evidence", partial(evidence, brief, memo)))
        for name, renderer in RENDERERS.items():
            clock.of(name, partial(drawn, name, shown if renderer.evidence else memo, brief))


def prepared(source: Source, clock: StageClock) -> Document:
    """A document with all its layers."""
    blocks, _ = clock.of("clean", partial(clean, source))
    meta, _ = clock.of("describe", partial(describe, source, blocks))
    if any(flag.kind == "not-english" for flag in meta.flags):
        clock.seconds["(not English)"] += 0
        return Document(source, (), meta)
    document = Document(source, blocks, meta)
    for layer, annotate in ANNOTATORS.items():
        document, _ = clock.of(layer, partial(annotate, document))
    return document


def drawn(name: str, memo: Memo, brief: Brief) -> None:
    """A file of one format, reopened and verified."""
    renderer = RENDERERS[name]
    data = renderer.render(memo, brief.corpus.text, brief.style)
    wrong = verify(memo, renderer.reopen(data), brief.corpus.text, brief.style)
    if wrong:
        print(f"    {name} fails its check: {wrong[0]}")


def exponent(seconds: Mapping[int, float]) -> float:
    """Of the growth from the smallest to the largest step."""
    first, last = min(seconds), max(seconds)
    return math.log(max(seconds[last], 1e-4) / max(seconds[first], 1e-4)) / math.log(last / first)


def told(shape: str, size: int, limit: float) -> None:
    """Measure one shape and print its part of the table."""
    clocks, lengths = {}, {}
    for step in STEPS:
        texts = SHAPES[shape](step * size)
        lengths[step] = sum(map(len, texts))
        gc.collect()
        clocks[step] = measured(texts, limit)
        if clocks[step].gave_up:
            break
    last = max(clocks)
    whole = {step: clock.seconds.total() for step, clock in clocks.items()}
    dear = 1e6 * whole[last] / lengths[last]
    mark = "  DEAR" if dear > DEAR else ""
    lost = f"  gave up in {clocks[last].gave_up}" if clocks[last].gave_up else ""
    foreign = "  (not English)" if "(not English)" in clocks[last].seconds else ""
    print(
        f"{shape:20} {lengths[last]:>9,} characters, {dear:6.1f} s a million{mark}{lost}{foreign}", flush=True
    )
    for stage in ("all", *clocks[last].seconds):
        seconds = whole if stage == "all" else {step: clock.seconds[stage] for step, clock in clocks.items()}
        if seconds[last] >= TOLD and len(seconds) > 1:
            steep = "  STEEP" if exponent(seconds) >= STEEP else ""
            shown = " ".join(f"{one:8.2f}" for one in seconds.values())
            print(f"    {stage:16} {shown}   ^ {exponent(seconds):4.2f}{steep}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join(SHAPES))
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--limit", type=float, default=60.0)
    chosen = parser.parse_args()
    if unknown := set(chosen.shapes) - set(SHAPES):
        parser.error(f"no such shape: {', '.join(sorted(unknown))}")
    collect_seldom()  # as the command does
    measured(SHAPES["honest"](5_000), chosen.limit)  # the word lists are read
    for shape in chosen.shapes or SHAPES:
        told(shape, chosen.size, chosen.limit)


if __name__ == "__main__":
    main()
