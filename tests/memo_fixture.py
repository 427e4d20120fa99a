"""A hand-made memo with invented content, for the tests of renderers and verification."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model import Source, Span
from briefgen.paper.memo import (
    Cited,
    CitedPlace,
    HeaderField,
    House,
    Item,
    Lost,
    Memo,
    Reference,
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


def place(span: Span) -> CitedPlace:
    source = SOURCES[span.source]
    return CitedPlace(span, source.place(span.start), source.line(span.start), span.start, span.end)


MONDAY = When(
    "2025-03-03", "resolved", (House("3 March 2025 (resolved from “"), cited("S1", "on Monday"), House("”)"))
)
YEAR = When("2019", "stated", (House("2019"),), (House("2019", "worked-out"),))
UNKNOWN = When(None, "undated", (House("undated"),))
QUOTE: Text = (
    House("“"),
    cited("S1", "We will not wait for the next storm . . . we start [now] and we start together"),
    House("”"),
)


NUMBERS = {"S1": "S1", "S3": "S2", "S2": "S3"}
"""The number that each source has in the memo, by use."""


def in_brief() -> tuple[Item, ...]:
    """Two clauses of rows below, and one that stands with a note of its own."""
    agreed = cited("S1", "agreed on Monday to open three joint patrol routes")
    quote = cited("S1", "We will not wait for the next storm")
    who: Text = (cited("S1", "Mara Lindqvist"), House(", 3 March 2025: “"))
    return (
        Item((agreed, House(" …")), (line("S1", 3),), ("B1",), when=MONDAY, label="1"),
        Item((quote, House("”")), (line("S1", 4),), ("K1",), lead=who, label="2"),
        Item((House("Storm note: "), cited("S3", "a wrapped   line")), (line("S3", 4),), label="3"),
    )


def background() -> tuple[Item, ...]:
    """Facts; the second rests on two sources."""
    agreed = Item((Cited(line("S1", 3)),), (line("S1", 3),), when=MONDAY, lead=(House("3 March 2025. "),))
    partnership = Item((Cited(line("S1", 5)),), (line("S1", 5), line("S2", 3)), when=YEAR)
    hostile = tuple(Item((Cited(line("S3", n)),), (line("S3", n),), when=UNKNOWN) for n in range(1, 9))
    wrapped = Item(
        (cited("S3", "a wrapped   line\n    that goes on\twith a tab\u2028and a separator"),),
        (line("S3", 4),),
    )
    items = (agreed, partnership, wrapped, *hostile)
    return tuple(replace(item, label=f"B{n}") for n, item in enumerate(items, 1))


def statements() -> tuple[Item, ...]:
    """Two rows under one band."""
    band: Text = (
        cited("S1", "Mara Lindqvist"),
        House(", "),
        cited("S1", "chair of the Coastal League"),
        House(" – "),
        cited("S1", "the Lighthouse Forum"),
        House(", 3 March 2025"),
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
        band=band,
    )
    reported = Item(
        (Cited(line("S1", 6)),),
        (line("S1", 6),),
        speaker=(cited("S1", "Lindqvist"),),
        kind="indirect",
        when=MONDAY,
        label="K2",
        band=band,
    )
    return statement, reported


def partners() -> tuple[Item, ...]:
    """One row, whose words stand in a row of the background."""
    words: Text = (House("signed a "), cited("S1", "broad “harbour partnership”"), House(" (2019)"))
    return (
        Item(
            (),
            (line("S1", 5),),
            ("B2",),
            name="Norland",
            names=("Norland",),
            aliases=("Kingdom of Norland",),
            relation=words,
            when=YEAR,
            label="P1",
        ),
    )


def issues() -> tuple[Item, ...]:
    """A matter with two positions, one of which a row tells, and the last word on it."""
    answer = Item(
        (House("“"), cited("S1", "we start together"), House("”")),
        (line("S1", 4),),
        ("K1",),
        speaker=(cited("S1", "Mara Lindqvist"),),
        when=MONDAY,
        lead=(cited("S1", "Mara Lindqvist"), House(": ")),
    )
    other = Item(
        (cited("S2", "We do not wait for storms"),),
        (line("S2", 2),),
        speaker=(cited("S2", "Chief of the League"),),
        lead=(cited("S2", "Chief of the League"), House(": ")),
    )
    return (
        Item(
            (House("“"), cited("S1", "Whether Sudermark will pay its share"), House("”")),
            (line("S1", 6),),
            ("K2",),
            kind="pending",
            raised_by=(cited("S1", "Lindqvist"),),
            positions=(answer, other),
            last_word=MONDAY,
            closing=(House("Last word: 3 March 2025."),),
            label="O1",
        ),
    )


def further() -> tuple[Item, ...]:
    """What the body has no room for."""
    words = cited("S1", "rescue at sea")
    return (Item((words,), (line("S1", 5),), section="key-statements", kind="own", label="K3"),)


def differences() -> tuple[Item, ...]:
    """Two versions of one quotation."""
    return (
        Item(
            (House("Words of Mara Lindqvist"),),
            (line("S1", 4), line("S2", 2)),
            kind="quote-altered",
            versions=(QUOTE, (cited("S2", "We do not wait for storms, we begin together"),)),
        ),
    )


def entries() -> tuple[Item, ...]:
    """A row for each source."""
    return tuple(
        Item((Cited(line(i, 1)),), label=number, when=MONDAY if i == "S1" else UNKNOWN)
        for i, number in NUMBERS.items()
    )


def sections() -> tuple[Section, ...]:
    """The nine sections."""
    return (
        Section("in-brief", "In brief", "bullets", in_brief()),
        Section(
            "background",
            "Background",
            "bullets",
            background(),
            more=(House("1 more in annex "), Reference("further"), House(".")),
        ),
        Section(
            "key-statements",
            "Key statements",
            "table",
            statements(),
            (("label", "#"), ("text", "Statement")),
        ),
        Section(
            "partners",
            "Partners named",
            "table",
            partners(),
            (("name", "Partner"), ("relation", "Relationship in the sources"), ("when", "As of")),
        ),
        Section(
            "open-issues",
            "Open issues",
            "table",
            issues(),
            (("label", "#"), ("text", "Issue"), ("raised_by", "Raised by")),
        ),
        Section(
            "further",
            "Further statements and issues",
            "table",
            further(),
            (("label", "#"), ("text", "Statement")),
            annex=True,
        ),
        Section(
            "discrepancies",
            "Where the sources differ",
            "table",
            differences(),
            (("text", "Point"), ("versions", "Origin (S1)"), ("versions", "Rewrite (S3)")),
            note=(
                Reference("S2"),
                House(" is a translated rewrite of "),
                Reference("S1"),
                House(": they are one source."),
            ),
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
            entries(),
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
    def entry(source: str, flags: tuple[str, ...], caveats: tuple[Text, ...], origin: str) -> SourceEntry:
        first = source == "S1"
        return SourceEntry(
            id=NUMBERS[source],
            source=source,
            file=FILES[source],
            sha256=SOURCES[source].sha256,
            title=(Cited(line(source, 1)),),
            publisher=(House("Azure Post"),) if first else (),
            published=MONDAY if first else UNKNOWN,
            url="https://example.org/harbour" if first else "",
            flags=flags,
            caveats=caveats,
            origin=origin,
            used=source != "S3",
            language="en" if first else "",
            genre="report" if first else "",
        )

    rewrite: Text = (House("Translated rewrite of "), Reference("S1"), House("."))
    return (
        entry("S1", (), (), "S1"),
        entry("S3", ("undated",), ((House("No date is given."),),), "S3"),
        entry("S2", ("translation", "undated"), (rewrite, (House("Its own date is not given."),)), "S1"),
    )


def memo(marking: str = "") -> Memo:
    """The whole memo, with a place for each span that it cites."""
    parts = sections()
    items = [item for section in parts for item in section.items]
    items += [position for item in items for position in item.positions]
    spans = dict.fromkeys(cite for item in items for cite in item.cites)
    return Memo(
        topic="harbour-security",
        title="Harbour security: positions, partners, open issues",
        as_of="2025-03-10",
        generator="briefgen 0.1.0",
        language="en-GB",
        header=(
            HeaderField("To", (), "[to be filled in]", "to", fillable=True),
            HeaderField("From", (House("Unit 4"),), "[to be filled in]", "from", fillable=True),
            HeaderField("Date", (House("10 March 2025"),), id="date"),
            HeaderField("Ref", (), "[to be filled in]", "ref", fillable=True),
            HeaderField(
                "Basis", (House("3 documents read, 2 used: "), Reference("S1"), House(", "), Reference("S2"))
            ),
        ),
        sections=parts,
        sources=source_entries(),
        places=tuple(place(span) for span in spans),
        marking=marking,
        kind="BRIEFING MEMO – FOR INFORMATION",
        legend=(House("Dates in italics: not printed so by a source."),),
        lost=(Lost("harbour/003.pdf", "document-failed"), Lost(FILES["S3"], "layer-failed", "S3")),
    )


def calm_memo(marking: str = "") -> Memo:
    """The memo without its hostile lines: what an officer would see. Two sources are left, S1 and S2."""
    whole = memo(marking)
    kept = [replace(s, items=tuple(i for i in s.items if not _hostile(i))) for s in whole.sections]
    first, _, last = whole.sources
    numbered = replace(last, id="S2")
    kept[-1] = replace(kept[-1], items=(kept[-1].items[0], replace(kept[-1].items[1], label="S2")))
    lost = whole.lost[:1]
    return replace(whole, sections=tuple(kept), sources=(first, numbered), lost=lost)


def _hostile(item: Item) -> bool:
    spans = (*item.cites, *(run.span for run in item.text if isinstance(run, Cited)))
    return any(span.source == "S3" for span in spans)
