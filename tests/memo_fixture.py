"""A hand-made memo with invented content, for the tests of renderers and verification."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model import Source, Span
from briefgen.paper.memo import (
    Cited,
    Footnote,
    HeaderField,
    House,
    Item,
    Memo,
    Section,
    SourceEntry,
    Text,
    When,
    Words,
)

CALM = (
    "Harbour ministers agree on patrols\n"
    "Port Azure, 3 March 2025\n"
    "Harbour ministers of the Coastal League agreed on Monday to open three joint patrol routes next year.\n"
    "“We will not wait for the next storm . . . we start [now] and we start together,” said Mara Lindqvist, "
    "chair of the Coastal League, at the Lighthouse Forum in Port Azure.\n"
    "Norland signed a broad “harbour partnership” with the League in 2019, which covers rescue at sea.\n"
    "Whether Sudermark will pay its share remains unclear, Lindqvist said.\n"
)
COPY = (
    "Ministers agree on patrols (translated)\n"
    'Chief of the League Mara Lindqvist: "We do not wait for storms, we begin together."\n'
    "Norland signed a partnership in 2019.\n"
)
HOSTILE = (
    "{{ memo.title }} {% raw %} [[marking]] | a | *b* _c_ <b>d</b> `e` [f](http://g) ^h^ ~i~ $j$ TODO\n"
    "# not a heading\n"
    "1. not a list: www.example.org, x@y.org &amp; &copy\r\n"
    "a wrapped   line\n    that goes on\twith a tab\u2028and a separator\n"
    "bell\x07 nul\x00 escape\x1b[0m unit\x1f c1\x80 non\ufffe\uffff lone\ud800 override\u202eabc\u202c end\n"
    "عاصفة في الميناء ﷺ 東京 🚢👩‍✈️ ﬁ é e\u0301 \u200bzero\n"
    "   \u00a0edge spaces\u2009 \n"
    "!!! --- ... \\ \\\\ * ** _ __ |\n"
)
TEXTS = {"S1": CALM, "S2": COPY, "S3": HOSTILE}
FILES = {"S1": "harbour/000.txt", "S2": "harbour/001.txt", "S3": "harbour/002 {odd}.txt"}
SOURCES = {i: Source(i, FILES[i], f"{n:064x}", text) for n, (i, text) in enumerate(TEXTS.items())}


def words(span: Span) -> str:
    """The exact words of a span of the three sources."""
    return TEXTS[span.source][span.start : span.end]


WORDS: Words = words


def find(source: str, phrase: str) -> Span:
    """The first place of `phrase` in a source."""
    start = TEXTS[source].index(phrase)
    return Span(source, start, start + len(phrase))


def line(source: str, number: int) -> Span:
    """A whole line of a source, without its line end."""
    lines = TEXTS[source].split("\n")
    start = sum(len(x) + 1 for x in lines[: number - 1])
    return Span(source, start, start + len(lines[number - 1]))


def cited(source: str, phrase: str) -> Cited:
    return Cited(find(source, phrase))


def note(span: Span) -> Footnote:
    source = SOURCES[span.source]
    place = source.place(span.start)
    text = (
        f"{source.id} Azure Post, “Harbour ministers agree on patrols”, 3 March 2025, {source.file}, {place}"
    )
    return Footnote(span, source.id, place, text, source.line(span.start))


MONDAY = When(
    "2025-03-03", "resolved", (House("3 March 2025 (resolved from “"), cited("S1", "on Monday"), House("”)"))
)
YEAR = When("2019", "stated", (House("2019"),))
UNKNOWN = When(None, "undated", (House("undated"),))
QUOTE: Text = (
    House("“"),
    cited("S1", "We will not wait for the next storm . . . we start [now] and we start together"),
    House("”"),
)


def sections() -> tuple[Section, ...]:
    """The eight sections; in brief and open issues cite the same spans as others do."""
    agreed = Item((Cited(line("S1", 3)),), (line("S1", 3),), when=MONDAY)
    partnership = Item((Cited(line("S1", 5)),), (line("S1", 5), line("S2", 3)), when=YEAR)
    hostile = tuple(Item((Cited(line("S3", n)),), (line("S3", n),), when=UNKNOWN) for n in range(1, 9))
    wrapped = Item(
        (cited("S3", "a wrapped   line\n    that goes on\twith a tab\u2028and a separator"),),
        (line("S3", 4),),
    )
    statement = Item(
        QUOTE,
        (line("S1", 4),),
        speaker=(cited("S1", "Mara Lindqvist"),),
        role=(cited("S1", "chair of the Coastal League"),),
        kind="direct",
        when=MONDAY,
        place=(cited("S1", "Port Azure"),),
        occasion=(cited("S1", "the Lighthouse Forum"),),
        label="K1",
    )
    reported = Item(
        (Cited(line("S1", 6)),),
        (line("S1", 6),),
        speaker=(cited("S1", "Lindqvist"),),
        kind="indirect",
        when=MONDAY,
        label="K2",
    )
    partner = Item(
        (),
        (line("S1", 5),),
        name="Norland",
        aliases=("Kingdom of Norland",),
        relation=(House("signed a "), cited("S1", "broad “harbour partnership”"), House(" (2019)")),
        when=YEAR,
    )
    issue = Item((Cited(line("S1", 6)),), (line("S1", 6),), raised_by=(cited("S1", "Lindqvist"),), label="O1")
    difference = Item(
        (House("Words of Mara Lindqvist"),),
        (line("S1", 4), line("S2", 2)),
        kind="quote-altered",
        versions=(QUOTE, (cited("S2", "We do not wait for storms, we begin together"),)),
    )
    entries = tuple(Item((Cited(line(i, 1)),), label=i, when=MONDAY if i == "S1" else UNKNOWN) for i in TEXTS)
    return (
        Section("in-brief", "In brief", "bullets", (agreed, partnership)),
        Section("background", "Background", "bullets", (agreed, wrapped, *hostile)),
        Section(
            "key-statements",
            "Key statements",
            "table",
            (statement, reported),
            (
                ("label", "#"),
                ("speaker", "Speaker and role"),
                ("when", "Date"),
                ("where", "Place, occasion"),
                ("text", "Statement"),
            ),
        ),
        Section(
            "partners",
            "Partners named",
            "table",
            (partner,),
            (("name", "Partner"), ("relation", "Relationship in the sources"), ("when", "As of")),
        ),
        Section(
            "open-issues",
            "Open issues",
            "table",
            (issue,),
            (("label", "#"), ("text", "Issue"), ("raised_by", "Raised by")),
        ),
        Section(
            "discrepancies",
            "Where the sources differ",
            "table",
            (difference,),
            (("text", "Point"), ("versions", "Origin (S1)"), ("versions", "Rewrite (S2)")),
            note=(House("S2 is a translated rewrite of S1: together they are one source."),),
            annex=True,
        ),
        Section(
            "chronology",
            "Chronology",
            "table",
            (),
            (("when", "Date"), ("text", "Event")),
            gap="The sources date no event.",
            annex=True,
        ),
        Section(
            "sources",
            "Sources and caveats",
            "table",
            entries,
            (
                ("label", "#"),
                ("text", "What it is"),
                ("when", "Date"),
                ("caveat", "Caveats"),
                ("used", "Used"),
            ),
            annex=True,
        ),
    )


def source_entries() -> tuple[SourceEntry, ...]:
    def entry(source: Source, flags: tuple[str, ...], caveats: tuple[str, ...], origin: str) -> SourceEntry:
        return SourceEntry(
            source.id,
            source.file,
            source.sha256,
            (Cited(line(source.id, 1)),),
            (House("Azure Post"),) if source.id == "S1" else (),
            MONDAY if source.id == "S1" else UNKNOWN,
            "https://example.org/harbour" if source.id == "S1" else "",
            flags,
            caveats,
            origin,
            source.id != "S3",
        )

    return (
        entry(SOURCES["S1"], (), (), "S1"),
        entry(
            SOURCES["S2"],
            ("translation", "undated"),
            ("Translated rewrite of S1.", "Its own date is not given."),
            "S1",
        ),
        entry(SOURCES["S3"], ("undated",), ("No date is given.",), "S3"),
    )


def memo(marking: str = "") -> Memo:
    """The whole memo; its notes are numbered in order of first appearance."""
    parts = sections()
    spans = dict.fromkeys(cite for section in parts for item in section.items for cite in item.cites)
    return Memo(
        topic="harbour-security",
        title="Harbour security: positions, partners, open issues",
        as_of="2025-03-10",
        generator="briefgen 0.1.0",
        language="en-GB",
        header=(
            HeaderField("To", (), "[to be filled in]"),
            HeaderField("From", (), "[to be filled in]"),
            HeaderField("Date", (House("10 March 2025"),)),
            HeaderField("Subject", (House("Harbour security of the Coastal League"),)),
            HeaderField("Basis", (House("3 documents read, 2 used"),)),
        ),
        sections=parts,
        sources=source_entries(),
        footnotes=tuple(note(span) for span in spans),
        marking=marking,
    )


def calm_memo(marking: str = "") -> Memo:
    """The memo without its hostile lines: what an officer would see."""
    whole = memo(marking)
    kept = tuple(replace(s, items=tuple(i for i in s.items if not _hostile(i))) for s in whole.sections)
    return replace(whole, sections=kept, sources=whole.sources[:2])


def _hostile(item: Item) -> bool:
    spans = (*item.cites, *(run.span for run in item.text if isinstance(run, Cited)))
    return any(span.source == "S3" for span in spans)
