"""A folder of invented reports, the memo on it, and ways to falsify the memo before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen import loading, pipeline
from briefgen.compose import SECTIONS, compose
from briefgen.compose.brief import Brief
from briefgen.model import Span
from briefgen.paper import house
from briefgen.paper.memo import Cited, House, Item, Memo, Reference, SourceEntry, Text, When
from briefgen.request import Request
from briefgen.select import select

TOPIC = "fisheries treaty"
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "wire.txt": """Six states agree on a fisheries treaty

BERGEN, 5 March 2025 (Coastal Wire) - Six states agreed on a fisheries treaty for the northern banks.

"The fisheries treaty is a beginning, and nobody calls it an end," said Norwegian Fisheries Minister
Anna Lee in Bergen on Tuesday.

Norway signed a fisheries partnership with Kenya in May 2019, which the fisheries treaty does not touch.

It is not clear who will pay for the inspectors under the fisheries treaty. Kenyan envoy Emil Frost said
that the fisheries treaty left the question of money open.

The fisheries treaty covers 40 harbours. The first report under the fisheries treaty is due on 1 September
2025.
""",
        "post.txt": """What the treaty leaves open

By Marie Olde
Harbour Post, 7 March 2025

Anna Lee, who led the talks, told the Harbour Post on Thursday that the fisheries treaty "will be judged
by its inspectors". She said that Norway had offered two ships for the fisheries treaty.

The fisheries treaty covers 60 harbours, the association of crews said.

"Without ships the fisheries treaty is paper," said Gus Holm, chairman of the association of crews. It
remains unresolved whether small boats fall under the fisheries treaty.

Gus Holm said that the crews would not pay for the inspectors of the fisheries treaty.
""",
        "talks.txt": """Press conference on the fisheries treaty
Bergen, 4 March 2025

MINISTER LEE: Today six states have agreed on the fisheries treaty. We have worked on it for three years.

QUESTION: Who pays for the fisheries treaty?

MINISTER LEE: The fisheries treaty names no sum. We will settle the money by the summer.
""",
    }
)


def folder(at: Path) -> Path:
    """The reports as files."""
    seeds = at / "seeds"
    seeds.mkdir()
    for name, text in TEXTS.items():
        (seeds / name).write_text(text, encoding="utf-8")
    return seeds


class TamperedMaterial:
    """A call, what its memo is made from, and the memo with what the evidence page shows."""

    def __init__(self, seeds: Path) -> None:
        self.request = Request((TOPIC,), seeds=seeds, out=seeds.parent / "out")
        self.loaded = loading.load(seeds, self.request.out)
        style = house.load(None, SECTIONS).at("standard")
        one = pipeline.topic_of(TOPIC, None)
        self.brief: Brief = pipeline.brief_of(
            self.request, one, self.loaded, select(one, self.loaded[0]), style
        )
        self.memo = pipeline.with_evidence(compose(self.brief), self.brief)

    def row(self, label: str) -> Item:
        """The row with a label; "in-brief 2" for the second of a section without labels."""
        return self.memo.rows[label] if label in self.memo.rows else self.line(*label.split())

    def line(self, section: str, number: str) -> Item:
        """A row of a section by its place, counted from 1."""
        return next(s for s in self.memo.sections if s.id == section).items[int(number) - 1]

    def with_row(self, label: str, /, **changes: Any) -> Memo:
        """The memo with some fields of a row changed."""
        old = self.row(label)
        new = replace(old, **changes)
        sections = tuple(
            replace(s, items=tuple(new if item is old else item for item in s.items))
            for s in self.memo.sections
        )
        return replace(self.memo, sections=sections)

    def with_section(self, id_: str, **changes: Any) -> Memo:
        """The memo with some fields of a section changed."""
        sections = tuple(replace(s, **changes) if s.id == id_ else s for s in self.memo.sections)
        return replace(self.memo, sections=sections)

    def with_entry(self, id_: str, **changes: Any) -> Memo:
        """The memo with some fields of an entry among its sources changed."""
        sources = tuple(replace(e, **changes) if e.id == id_ else e for e in self.memo.sources)
        return replace(self.memo, sources=sources)

    def entry(self, file: str) -> SourceEntry:
        """The entry of a file."""
        return next(entry for entry in self.memo.sources if entry.file == file)

    def said(self, words: str, file: str = "wire.txt") -> Span:
        """Where words stand in a file."""
        source = next(d.source for d in self.loaded[0].documents if d.source.file == file)
        at = source.text.index(words)
        return Span(source.id, at, at + len(words))

    def of(self, words: str) -> str:
        """The label of the key statement with these words."""
        rows = next(s for s in self.memo.sections if s.id == "key-statements").items
        return next(row.label for row in rows if words in self.memo.said(row.text, self.loaded[0].text))

    @property
    def direct(self) -> str:
        """Label of the statement "The fisheries treaty is a beginning", which stands whole in marks."""
        return self.of("is a beginning")

    @property
    def other(self) -> str:
        """Label of the statement "Without ships the fisheries treaty is paper"."""
        return self.of("is paper")

    @property
    def reported(self) -> str:
        """Label of what Emil Frost is reported to say."""
        return self.of("left the question")

    @property
    def announced(self) -> str:
        """Label of an event of the chronology that lay ahead."""
        rows = next(s for s in self.memo.sections if s.id == "chronology").items
        return next(row.label for row in rows if row.text[0] == House("Announced: "))

    @property
    def own(self) -> str:
        """Label of a sentence of the press conference, in marks of the house."""
        return self.of("names no sum")


@cache
def material(seeds: Path) -> TamperedMaterial:
    """The material of a folder, made once."""
    return TamperedMaterial(seeds)


Tamper = Callable[[TamperedMaterial], Memo]


def cited(m: TamperedMaterial, words: str, file: str = "wire.txt") -> Text:
    return (Cited(m.said(words, file)),)


def shifted(text: Text, *, start: int = 0, end: int = 0) -> Text:
    """A text whose first cited run begins or ends elsewhere."""
    at = next(n for n, run in enumerate(text) if isinstance(run, Cited))
    run = text[at]
    assert isinstance(run, Cited)
    moved = Cited(Span(run.span.source, run.span.start + start, run.span.end + end))
    return (*text[:at], moved, *text[at + 1 :])


def place(m: TamperedMaterial, **changes: Any) -> Memo:
    """The memo whose first place says otherwise."""
    first, *rest = m.memo.places
    return replace(m.memo, places=(replace(first, **changes), *rest))


def exchanged(m: TamperedMaterial, *fields: str) -> Memo:
    """The memo whose first two entries have some fields exchanged."""
    one, two = m.memo.sources[:2]
    first = replace(one, **{name: getattr(two, name) for name in fields})
    second = replace(two, **{name: getattr(one, name) for name in fields})
    return replace(m.memo, sources=(first, second, *m.memo.sources[2:]))


def header(m: TamperedMaterial, id_: str, value: Text) -> Memo:
    lines = tuple(replace(line, value=value) if line.id == id_ else line for line in m.memo.header)
    return replace(m.memo, header=lines)


def swapped(text: Text, old: str, new: str) -> Text:
    """A text with words of the house changed."""
    assert any(isinstance(run, House) and old in run.text for run in text), text
    return tuple(House(r.text.replace(old, new), r.tone) if isinstance(r, House) else r for r in text)


def day(m: TamperedMaterial, label: str, value: str, printed: str, status: Any = None) -> Memo:
    """The memo with another day in a row, wherever the row prints it."""
    row = m.row(label)
    old = row.when
    assert old is not None
    text = (House(printed),)
    new = old._replace(value=value, text=text, plain=text, status=status or old.status)
    known = "".join(run.text for run in old.plain if isinstance(run, House))
    lead = swapped(row.lead, known or "day not known", printed) if row.lead else row.lead
    return m.with_row(label, when=new, lead=lead)


def speaker(m: TamperedMaterial, label: str, text: Text) -> Memo:
    """The memo with another speaker in a row, in its own field and in front of its words."""
    row = m.row(label)
    return m.with_row(label, speaker=text, lead=(*text, *row.lead[len(row.speaker) :]))


def quotes_of(m: TamperedMaterial, label: str) -> Any:
    return m.row(label).quotes


def basis(m: TamperedMaterial, old: str, new: str) -> Memo:
    value = next(line.value for line in m.memo.header if line.id == "basis")
    return header(m, "basis", swapped(value, old, new))


def provenance(m: TamperedMaterial, **changes: Any) -> Memo:
    assert m.memo.provenance is not None
    return replace(m.memo, provenance=m.memo.provenance._replace(**changes))


def other_position(m: TamperedMaterial) -> Memo:
    """A position that another party is said to take."""
    row = next(i for s in m.memo.sections for i in s.items if i.positions)
    first = row.positions[0]
    who = cited(m, "Emil Frost")
    changed = replace(first, speaker=who, lead=(*who, *first.lead[len(first.speaker) :]))
    return m.with_row(row.label, positions=(changed, *row.positions[1:]))


def difference(m: TamperedMaterial, change: Callable[[Item], Item]) -> Memo:
    old = m.line("discrepancies", "1")
    section = next(s for s in m.memo.sections if s.id == "discrepancies")
    return m.with_section("discrepancies", items=(change(old), *section.items[1:]))


def closing(m: TamperedMaterial, when: When | None = None) -> Memo:
    row = next(i for s in m.memo.sections for i in s.items if i.closing)
    known = row.last_word.iso if row.last_word else ""
    assert known
    text = tuple(
        House("1 April 2031") if isinstance(r, House) and "2025" in r.text else r for r in row.closing
    )
    return m.with_row(row.label, closing=text, last_word=when or row.last_word)


BEFORE: Mapping[str, Tamper] = MappingProxyType(
    {
        # words
        "an invented quotation in words of the house": lambda m: m.with_row(
            m.direct, text=(House("“We will burn the fisheries treaty,”"),)
        ),
        "an invented sentence in words of the house": lambda m: m.with_row(
            "B1", text=(House("Norway left the fisheries treaty."),)
        ),
        "a word of the house inside a quotation": lambda m: m.with_row(
            m.own, text=(House("“"), *cited(m, "The fisheries treaty", "talks.txt"), House(" never "),
                         *cited(m, "names no sum.", "talks.txt"), House("”"))
        ),
        "words of the house that the house file has, as a quotation": lambda m: m.with_row(
            m.direct, text=(House("“Reprint.”"),)
        ),
        "words of another source": lambda m: m.with_row(m.direct, text=m.row(m.other).text),
        "words of another sentence": lambda m: m.with_row(
            m.direct, text=cited(m, "Kenyan envoy Emil Frost said")
        ),
        "words that begin inside a word": lambda m: m.with_row("B1", text=shifted(m.row("B1").text, start=2)),
        "words that end inside a word": lambda m: m.with_row("B1", text=shifted(m.row("B1").text, end=-3)),
        "words that end inside a number": lambda m: m.with_row(
            "B1", text=shifted(cited(m, "a fisheries partnership with Kenya in May 2019"), end=-2)
        ),
        "two pieces without the sign of a gap": lambda m: m.with_row(
            "B1", text=(*cited(m, "Norway signed a fisheries partnership"), House(" "),
                        *cited(m, "in May 2019, which the fisheries treaty does not touch."))
        ),
        "a cut at the head that nothing shows": lambda m: m.with_row(
            "B1", text=shifted(m.row("B1").text, start=len("Norway signed "))
        ),
        "a cut at the end that nothing shows": lambda m: m.with_row(
            "B1", text=cited(m, "Norway signed a fisheries partnership with Kenya")
        ),
        "pieces in another order": lambda m: m.with_row(
            "B1", text=(*cited(m, "which the fisheries treaty does not touch."), House(" "),
                        *cited(m, "Norway signed a fisheries partnership with Kenya in May 2019"))
        ),
        "marks of the house round a report": lambda m: m.with_row(
            m.reported, text=(House("“"), *m.row(m.reported).text, House("”"))
        ),
        "a quotation without its marks": lambda m: m.with_row(
            m.direct, text=cited(m, "The fisheries treaty is a beginning")
        ),
        # places
        "a row that cites another sentence": lambda m: m.with_row(
            m.direct, cites=m.row(m.reported).cites
        ),
        "a row that cites another source": lambda m: m.with_row(m.direct, cites=m.row(m.other).cites),
        "a row that cites nothing": lambda m: m.with_row(m.direct, cites=()),
        "a passage that begins inside a word": lambda m: m.with_row(
            "B1", cites=(Span(m.row("B1").cites[0].source, m.row("B1").cites[0].start + 1,
                              m.row("B1").cites[0].end),)
        ),
        "another line in a place": lambda m: place(m, text="line 99"),
        "another number of a line in a place": lambda m: place(m, line=99),
        "another offset in a place": lambda m: place(m, start=m.memo.places[0].start + 1),
        "another end in a place": lambda m: place(m, end=m.memo.places[0].end - 3),
        "a place of another passage": lambda m: place(m, span=m.memo.places[1].span),
        "a place that is lost": lambda m: replace(m.memo, places=m.memo.places[1:]),
        # who
        "an invented speaker in words of the house": lambda m: speaker(
            m, m.direct, (House("Prime Minister Olde"),)
        ),
        "the speaker of another statement": lambda m: speaker(m, m.direct, m.row(m.other).speaker),
        "somebody else whom the sentence names": lambda m: speaker(m, m.reported, cited(m, "Kenyan")),
        "the statement of another row": lambda m: m.with_row(m.direct, quotes=quotes_of(m, m.other)),
        "another speaker with his statement": lambda m: m.with_row(
            m.direct, quotes=quotes_of(m, m.other), speaker=m.row(m.other).speaker
        ),
        "a speaker where nobody is known to speak": lambda m: m.with_row(m.direct, quotes=()),
        "a speaker who is made unknown": lambda m: speaker(m, m.direct, (House("speaker not determined"),)),
        "the role of another": lambda m: m.with_row(m.direct, role=m.row(m.other).role),
        "an invented role": lambda m: m.with_row(m.direct, role=(House("Prime Minister"),)),
        "a name in front of the words that is another's": lambda m: m.with_row(
            m.direct, lead=(*m.row(m.other).speaker, *m.row(m.direct).lead[1:])
        ),
        "a statement of another kind": lambda m: m.with_row(m.direct, kind="indirect"),
        "a band of another speaker": lambda m: m.with_row(m.own, band=m.row(m.other).speaker),
        "a position of another party": other_position,
        "another who raises a matter": lambda m: m.with_row(
            "O1", raised_by=cited(m, "Gus Holm", "post.txt")
        ),
        "another source that raises a matter": lambda m: m.with_row(
            "O1", raised_by=(House("the reporter ("), Reference(m.entry("talks.txt").source), House(")"))
        ),
        "an invented partner": lambda m: m.with_row("P1", name="China"),
        "an invented form of a partner's name": lambda m: m.with_row("P1", aliases=("Republic of Kenya",)),
        "a relation of another kind": lambda m: m.with_row(
            "P1", relation=swapped(m.row("P1").relation, "stands: ", "sought: ")
        ),
        "another relation of a partner": lambda m: m.with_row(
            "P1", relation=(House("stands: "), *cited(m, "the fisheries treaty does not touch"))
        ),
        # when
        "another day of a row": lambda m: day(m, m.reported, "2025-03-06", "6 March 2025"),
        "a day in front of the words that is another": lambda m: m.with_row(
            m.reported, lead=swapped(m.row(m.reported).lead, "5 March 2025", "6 March 2025")
        ),
        "another year of an event": lambda m: day(m, "B1", "2018-05", "May 2018"),
        "a day for what has none": lambda m: day(m, m.direct, "2025-03-02", "2 March 2025", "stated"),
        "a counted day that is said to be printed": lambda m: m.with_row(
            m.of("will be judged"),
            when=m.row(m.of("will be judged")).when._replace(status="stated"),  # type: ignore[union-attr]
        ),
        "a day printed otherwise than it is known": lambda m: m.with_row(
            m.reported,
            when=m.row(m.reported).when._replace(plain=(House("7 March 2025"),)),  # type: ignore[union-attr]
        ),
        "an announcement told as if it had come to pass": lambda m: m.with_row(
            m.announced, text=tuple(r for r in m.row(m.announced).text if isinstance(r, Cited))
        ),
        "what was over told as announced": lambda m: m.with_row(
            "C1", text=(House("Announced: "), *m.row("C1").text)
        ),
        "another last word": closing,
        # sources
        "files exchanged": lambda m: exchanged(m, "file"),
        "hashes exchanged": lambda m: exchanged(m, "sha256"),
        "numbers exchanged": lambda m: exchanged(m, "source"),
        "titles exchanged": lambda m: exchanged(m, "title"),
        "publishers exchanged": lambda m: exchanged(m, "publisher"),
        "days exchanged": lambda m: exchanged(m, "published"),
        "another origin": lambda m: m.with_entry("S1", origin=m.memo.sources[1].source),
        "a cited source that is said to be unused": lambda m: m.with_entry("S1", used=False),
        "a source that is not listed": lambda m: replace(m.memo, sources=m.memo.sources[:-1]),
        "a source that nobody read": lambda m: replace(
            m.memo, sources=(*m.memo.sources, replace(m.memo.sources[0], id="S9", source="S9"))
        ),
        "an address that the source does not have": lambda m: m.with_entry("S1", url="https://example.org/"),
        "a caveat that is lost": lambda m: m.with_entry("S1", flags=("archived",)),
        "a source that is no longer confidential, or is": lambda m: m.with_entry("S1", confidential=True),
        "a row of the list that names another file": lambda m: m.with_section(
            "sources",
            items=tuple(
                replace(i, text=swapped(i.text, "wire.txt", "post.txt")) if n == 0 else i
                for n, i in enumerate(next(s for s in m.memo.sections if s.id == "sources").items)
            ),
        ),
        # frame
        "another title": lambda m: replace(m.memo, title="Fisheries treaty: Norway withdraws"),
        "a date that nobody gave": lambda m: replace(m.memo, as_of="2026-01-01"),
        "a marking that nobody set": lambda m: replace(m.memo, marking="PUBLIC"),
        "another line over the title": lambda m: replace(m.memo, kind="DECISION"),
        "another legend": lambda m: replace(m.memo, legend=(House("All words are the officer's."),)),
        "a recipient that nobody named": lambda m: header(m, "to", (House("Harbour master"),)),
        "more documents than were read": lambda m: basis(m, "3 documents", "9 documents"),
        "another publisher in the header": lambda m: basis(m, "Coastal Wire", "Harbour Post"),
        "another day in the header": lambda m: basis(m, "5 March 2025", "7 March 2025"),
        "another principal actor": lambda m: replace(m.memo, actor="China"),
        "another heading": lambda m: m.with_section("background", title="Summary"),
        "an invented sentence under a heading": lambda m: m.with_section(
            "background", note=(House("The treaty failed."),)
        ),
        "a number of rows that is not so": lambda m: m.with_section(
            "background", more=(House("7"), House(" more in Annex "), Reference("further"), House("."))
        ),
        # differences and references
        "sides of a difference exchanged": lambda m: difference(
            m, lambda item: replace(item, versions=(
                (item.versions[1][0], *item.versions[0][1:]), (item.versions[0][0], *item.versions[1][1:])
            ))
        ),
        "a difference of another kind": lambda m: difference(m, lambda item: replace(item, kind="spelling")),
        "a row that refers to another": lambda m: m.with_row("C1", refs=(m.other,)),
        "a label that stands twice": lambda m: m.with_row("B2", label="B1"),
        # provenance
        "another topic file": lambda m: provenance(m, topic=m.memo.provenance.house),  # type: ignore[union-attr]
        "another version of the program": lambda m: provenance(m, generator="briefgen 9.9.9"),
        "an option that nobody gave": lambda m: provenance(m, options=("--length full",)),
        "a time that nobody asked for": lambda m: provenance(m, made="2026-01-01T00:00:00Z"),
    }
)  # fmt: skip
"""Falsified memos by what is wrong with them."""
