"""Where, when and on what occasion a statement was made, as far as its own sentence tells.

Takes quotes with speakers, dates and names; gives the same quotes with `dated`, `place` and
`occasion`. Only the reporter's words round the speech verb count: what stands inside the quotation or
the reported content, or in a clause about something still ahead ("before a visit that starts in
Oslo next week"), says nothing of the saying itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from briefgen import lexicon
from briefgen.errors import Problem
from briefgen.model import DateMention, Document, Name, Quote, Span

Finding = TypeVar("Finding", DateMention, Name)

TOLD = "|".join(sorted(lexicon.saying.finite_forms("tell")))
TELLING = "|".join(sorted(lexicon.saying.participles("tell")))
PREPOSITION = r"(?:(?:at|to|during|after|before|in|on|from|ahead of)\s+)?"
EVENTS = "|".join(sorted(lexicon.topics.occasions()))
STOP = (
    r"(?=\s+(?:on|in|last|this|next|earlier|that|which|who|where|when|as|and|but)\b|"
    r"[,;:.“”\"()—–]|\s*(?:\x00|$))"
)
NOUNS = r"[^,;:.“”\"()—–\x00]{2,80}?"
OCCASIONS = (
    re.compile(rf"\b(?:{TOLD}|{TELLING})\s+{NOUNS}\s+in\s+an?\s+(?:\w+\s+)?interview\b", re.I),
    re.compile(rf"\bin\s+an?\s+(?:\w+\s+)?interview(?:\s+with\s+{NOUNS})?{STOP}", re.I),
    re.compile(
        rf"\b(?:speaking|spoke|addressing|talking)\s+{PREPOSITION}{NOUNS}{STOP}",
        re.I,
    ),
    re.compile(
        r"\b(?:in|at|during|on)\s+(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){0,3}?"
        rf"(?:{EVENTS})\b(?:\s+of\s+{NOUNS})?{STOP}",
        re.I,
    ),
    re.compile(rf"\b(?:at|during|in)\s+the\s+(?:[A-Z][\w’'-]*\s+){{1,5}}?(?:{NOUNS})??{STOP}"),
    re.compile(rf"\b(?:{TOLD})\s+{NOUNS}\s+(?:ahead of|before|after|at|during)\s+{NOUNS}{STOP}", re.I),
    re.compile(
        rf"\b(?:{TOLD})\s+(?:reporters|journalists|lawmakers|parliament|(?:an?|the)\s{NOUNS}){STOP}", re.I
    ),
)
"""In order of how much they tell; the first that matches is taken."""

UNTIL = r"(?:(?!\s+(?:that|whether|how)\b)[^“”\"\x00]){0,200}"
PREPOSITIONAL = re.compile(
    rf"\s+(?:in|at|on|during|to|after|before|from|last|this|earlier|later)\b{UNTIL}|\s+\w+day\b{UNTIL}"
)
BEHIND_TOLD = re.compile(rf"\s+{UNTIL}")
"""After "said" only prepositions and days belong to the saying; "told" has its listener first."""

INTERVIEW = re.compile(r"\binterview\b", re.I)
AHEAD = re.compile(
    r"\b(?:ahead of|before|until|begins?|starts?|opens?|will|would|due|scheduled|planned|that|which|whether|"
    r"since)\b[^,;“”\"]*",
    re.I,
)
"""From these words to the end of the clause the sentence speaks of another event."""


def annotate(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Fill `dated`, `place` and `occasion` of each quote; reports nothing."""
    around = surroundings(document)
    quotes = tuple(placed(around, quote) for quote in document.quotes)
    return replace(document, quotes=tuple(inherited(document, quotes))), ()


def surroundings(document: Document) -> Mapping[Span, Document]:
    """For each sentence with a quote the document with only what stands in that sentence.

    One pass, so that a long document costs no more for each of its quotes than a short one.
    """
    dates = by_sentence(document, document.dates)
    names = by_sentence(document, document.names)
    found: dict[Span, Document] = {}
    for sentence, said in document.quotes_in.items():
        inside = tuple(dates.get(sentence, ())), tuple(names.get(sentence, ()))
        found[sentence] = replace(document, quotes=said, dates=inside[0], names=inside[1])
    return found


def by_sentence(document: Document, found: Iterable[Finding]) -> Mapping[Span, list[Finding]]:
    """Findings by the sentence they start in."""
    grouped: dict[Span, list[Finding]] = {}
    for one in found:
        sentence = document.sentence_at(one.span)
        if sentence:
            grouped.setdefault(sentence.span, []).append(one)
    return grouped


def placed(around: Mapping[Span, Document], quote: Quote) -> Quote:
    """One quote with what its frame tells."""
    sentence = home(quote)
    # What a document says has no occasion; the one in its sentence is its reader's.
    if sentence is None or (quote.speaker and quote.speaker.kind == "document"):
        return quote
    document = around[sentence]
    region = attribution(document, quote, sentence)
    own = AHEAD.sub(lambda found: " " * len(found.group()), region)
    return replace(
        quote,
        dated=date_in(document, sentence, own),
        place=place_in(document, sentence, without_speaker(quote, sentence, own)),
        occasion=occasion_in(sentence, region),
    )


def home(quote: Quote) -> Span | None:
    """The sentence of the frame that holds the speech verb, else the speaker."""
    for anchor in (quote.cue, quote.mention):
        if anchor:
            return next((sentence for sentence in quote.frame if sentence.contains(anchor)), None)
    return None


def attribution(document: Document, quote: Quote, sentence: Span) -> str:
    """The sentence with all but this quote's attribution blanked, offsets kept.

    Blanked are what is said or reported, what belongs to another speaker's verb before, and what
    follows this verb without being tied to it ("said troops in Mali were ready").
    """
    words = document.text(sentence)
    letters = list(words)
    for part in (part for other in document.quotes for part in other.parts if sentence.overlaps(part)):
        blank(letters, part.start - sentence.start, part.end - sentence.start)
    if quote.cue and sentence.contains(quote.cue):
        blank(letters, 0, earlier(document, quote, sentence))
        after = quote.cue.end - sentence.start
        blank(letters, after + tied(words[after:], document.text(quote.cue)), len(letters))
    return "".join(letters)


def blank(letters: list[str], start: int, end: int) -> None:
    """Put NUL, which no pattern matches, for the letters from `start` to `end`."""
    for at in range(max(start, 0), min(end, len(letters))):
        letters[at] = "\x00"


def earlier(document: Document, quote: Quote, sentence: Span) -> int:
    """Where the attribution may begin: behind the verb of another speaker before this one is named."""
    begins = min(span.start for span in (quote.cue, quote.mention) if span and sentence.contains(span))
    cues = (other.cue for other in document.quotes if other.cue and other.mention != quote.mention)
    ends = [cue.end for cue in cues if sentence.contains(cue) and cue.end <= begins]
    return max(ends) - sentence.start if ends else 0


def tied(after: str, cue: str) -> int:
    """How many characters after the speech verb still tell of the saying."""
    lemma = lexicon.saying.lemmas().get(cue.casefold())
    found = (BEHIND_TOLD if lemma == "tell" else PREPOSITIONAL).match(after)
    return found.end() if found else 0


def date_in(document: Document, sentence: Span, own: str) -> DateMention | None:
    """The first date of the attribution."""
    dates = (d for d in document.dates if sentence.contains(d.span) and d.type in ("DATE", "TIME"))
    return next((d for d in dates if stands(own, sentence, d.span) and d.granularity != "vague"), None)


def without_speaker(quote: Quote, sentence: Span, own: str) -> str:
    """The attribution without the speaker's own words: "officials in Canada" tells who, not where."""
    letters = list(own)
    for span in (quote.mention, quote.speaker.name if quote.speaker else None):
        if span and sentence.overlaps(span):
            blank(letters, span.start - sentence.start, span.end - sentence.start)
    return "".join(letters)


def place_in(document: Document, sentence: Span, own: str) -> Span | None:
    """The first state or place of the attribution that stands after "in"."""
    for name in document.names:
        if sentence.contains(name.span) and name.kind in ("state", "place") and not name.adjective:
            before = own[: name.span.start - sentence.start].rstrip()
            if stands(own, sentence, name.span) and re.search(r"\bin$", before):
                return name.span
    return None


def stands(own: str, sentence: Span, span: Span) -> bool:
    """Whether a span lies in the words that are left."""
    words = own[span.start - sentence.start : span.end - sentence.start]
    return bool(words.strip(" \x00")) and "\x00" not in words and words[0] != " "


def occasion_in(sentence: Span, region: str) -> Span | None:
    """The occasion as printed."""
    for pattern in OCCASIONS:
        found = pattern.search(region)
        if found and "\x00" not in found.group():
            words = found.group().rstrip()
            start = sentence.start + found.start()
            return Span(sentence.source, start, start + len(words))
    return None


def inherited(document: Document, quotes: Iterable[Quote]) -> Iterator[Quote]:
    """What a speaker says elsewhere in an article on one interview was said in that interview."""
    quotes = tuple(quotes)
    interviews = interviews_by_speaker(document, quotes)
    for quote in quotes:
        known = interviews.get(quote.voice, set()) if quote.voice else set()
        yield replace(quote, occasion=next(iter(known))) if not quote.occasion and len(known) == 1 else quote


def interviews_by_speaker(document: Document, quotes: Iterable[Quote]) -> dict[frozenset[str], set[Span]]:
    """The interviews each speaker who has a name gives in a document."""
    found: dict[frozenset[str], set[Span]] = {}
    for quote in quotes:
        if quote.voice and quote.occasion and INTERVIEW.search(document.text(quote.occasion)):
            found.setdefault(quote.voice, set()).add(quote.occasion)
    return found
