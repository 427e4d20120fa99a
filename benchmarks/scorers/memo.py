"""Scores one memo on one set of documents against gold made by hand.

What is measured, each as "so many of so many" or as a count of faults:

must, should    rows of the gold that the memo has. A row counts when its words (or those of another place
                that says the same) stand in a line of a section fit for its kind, printed or cited:
                quote      key statements or open issues, with the right speaker and date
                reported   key statements with the right speaker; background, open issues, in brief
                fact       background, chronology, in brief, key statements
                partner    partners, under the right name, citing a document that says so
                issue      open issues
                date       any dated section, a line that cites the place and has the right date; a document
                           without a date must be listed without one
body            the musts that stand in the body, without the annex
forbidden       rows that no memo may hold (names of distractors, page furniture), partners named twice, dates
                later than the set that no document prints, dates given to documents without one
speakers, dates statements that the memo has by their words: with the right speaker, the right date
shown speakers  all shown statements that the gold knows: with the right speaker (see memo_sayings)
shown wrong, shown undetermined, shown unknown    statements with another speaker, with none, not in the gold
precision       key statements and issues that cite no distractor
twice           one statement (wire copy, reprint, rewrite) shown as two key statements
again           sentences that the body prints in more than one section
contradictions  pairs of passages shown side by side where the sources differ
verbatim        citations that are, but for white space, where they say they are
statements, issues, words    what is shown: key statements, open issues, words of the body
repeated        words of the body in runs of five that it has printed before
publishers, titles    documents listed with the publisher and the title that they state
published       documents listed with their day, or without one where they have none
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.scorers import memo_faults as faults
from benchmarks.scorers.memo_body import body_words, printed_again, repeated_words
from benchmarks.scorers.memo_gold import GoldRow, MemoGold
from benchmarks.scorers.memo_rows import Finding, find
from benchmarks.scorers.memo_sayings import Judge, statements
from benchmarks.scorers.memo_shown import Record, ShownMemo, ShownSource, read_memo
from benchmarks.scorers.wording import fold, plain, squeezed

NAMED = 60
"""Letters of a publisher or a title that must be right."""


class Share(NamedTuple):
    """So many of so many."""

    good: int
    total: int

    def __str__(self) -> str:
        return f"{self.good}/{self.total}"


Figure = Share | int
Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class MemoScore:
    """The figures of a memo, and a line for each thing missed or wrong."""

    figures: Figures
    misses: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(f"{name} {value}" for name, value in self.figures.items())


def score(gold: MemoGold, data: Record) -> MemoScore:
    """The score of a parsed memo in JSON, schema 1 or 2."""
    memo = read_memo(data, gold.doc_of)
    scores = [measure(gold, memo) for measure in MEASURES]
    figures = {name: value for one in scores for name, value in one.figures.items()}
    return MemoScore(figures, tuple(miss for one in scores for miss in one.misses))


def _of_rows(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    rows = [row for row in gold.rows if row.kind != "forbidden"]
    found = [(row, find(row, memo)) for row in rows]
    body = memo.without_annex()
    figures = {
        "must": _level(found, "must"),
        "body": _level([(row, find(row, body)) for row in rows], "must"),
        "should": _level(found, "should"),
        "speakers": _share(one.speaker for _, one in found if one.speaker is not None),
        "dates": _share(one.dated for _, one in found if one.dated is not None),
    }
    missed = [(row, one.why) for row, one in found if not one.found]
    return MemoScore(
        figures,
        tuple(f"{row.level}\t{row.id}\t{row.kind}\t{why}\t{row.doc}\t{row.text}" for row, why in missed),
    )


def _level(found: list[tuple[GoldRow, Finding]], level: str) -> Share:
    return _share(one.found for row, one in found if row.level == level)


def _of_sayings(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    """Nothing is measured, rather than no fault found, where the gold has no list of sayings."""
    if not gold.sayings:
        return MemoScore({})
    judge = Judge.of(gold)
    judged = [(line, judge.verdict(line)) for line in statements(memo)]
    count = Counter(verdict for _, verdict in judged)
    known = len(judged) - count["unknown"]
    return MemoScore(
        {
            "shown speakers": Share(count["right"], known),
            "shown wrong": count["wrong"],
            "shown undetermined": count["undetermined"],
            "shown unknown": count["unknown"],
        },
        tuple(
            f"shown {verdict}\t{line.speaker or None}\t{fold(line.text)}"
            for line, verdict in judged
            if verdict != "right"
        ),
    )


def _of_faults(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    stand, twice = list(faults.forbidden(gold, memo)), faults.twice(gold, memo)
    missed = faults.contradictions_missed(gold, memo)
    pairs = len(gold.contradictions)
    return MemoScore(
        {
            "forbidden": len(stand),
            "twice": len(twice),
            "contradictions": Share(pairs - len(missed), pairs),
        },
        (
            *(f"forbidden\t{what}" for what in stand),
            *(f"twice\t{pair.note}\t{pair.a.text}" for pair in twice),
            *(f"contradiction missed\t{pair.note}" for pair in missed),
        ),
    )


def _of_citations(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    lines = faults.weighed(memo)
    off = [line for line in lines if faults.off_topic(line, gold)]
    cites = [cite for line in memo.lines for cite in line.cites]
    wrong = [cite for cite in cites if not faults.verbatim(cite, gold)]
    return MemoScore(
        {
            "precision": Share(len(lines) - len(off), len(lines)),
            "verbatim": Share(len(cites) - len(wrong), len(cites)),
        },
        (
            *(f"off topic\t{line.section}\t{fold(line.text)}" for line in off),
            *(f"not verbatim\t{cite.doc}\t{fold(cite.text)}" for cite in wrong),
        ),
    )


def _of_size(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    del gold
    return MemoScore(
        {
            "again": printed_again(memo),
            "repeated": Share(*repeated_words(memo)),
            "statements": sum(not line.parted for line in memo.of("key-statements")),
            "issues": sum(not line.position for line in memo.of("open-issues")),
            "words": body_words(memo),
        }
    )


def _of_sources(gold: MemoGold, memo: ShownMemo) -> MemoScore:
    publishers = list(_listed(gold, memo, "publisher"))
    titles = list(_listed(gold, memo, "title"))
    published = list(_days(gold, memo))
    return MemoScore(
        {
            "publishers": _share(not wrong for wrong in publishers),
            "titles": _share(not wrong for wrong in titles),
            "published": _share(not wrong for wrong in published),
        },
        tuple(wrong for wrong in (*publishers, *titles, *published, *_strangers(memo)) if wrong),
    )


def _listed(gold: MemoGold, memo: ShownMemo, key: str) -> Iterator[str]:
    """For each document that states a publisher (or title) and is listed: what is wrong, or nothing."""
    for one in gold.files:
        wanted, source = getattr(one, key), memo.source(one.doc)
        if wanted and source:
            given = getattr(source, key)
            right = squeezed(plain(wanted))[:NAMED] in squeezed(plain(given))
            yield "" if right else f"{key}\t{one.file}\t{given or None}\twant {wanted}"


def _days(gold: MemoGold, memo: ShownMemo) -> Iterator[str]:
    """For each document that is listed: what is wrong with its day, or nothing."""
    for one in gold.files:
        if source := memo.source(one.doc):
            right = (source.published or None) in (one.published, *one.published_ok)
            yield "" if right else f"published\t{one.file}\t{source.published}\twant {one.published}"


def _strangers(memo: ShownMemo) -> Iterator[str]:
    unknown: Iterable[ShownSource] = (one for one in memo.sources if one.doc is None)
    return (f"unknown file\t{one.file}" for one in unknown)


def _share(verdicts: Iterable[bool | None]) -> Share:
    known = list(verdicts)
    return Share(sum(map(bool, known)), len(known))


Measurement = Callable[[MemoGold, ShownMemo], MemoScore]
MEASURES: tuple[Measurement, ...] = (
    _of_rows,
    _of_sayings,
    _of_faults,
    _of_citations,
    _of_size,
    _of_sources,
)
