"""Where, when and on what occasion a statement was made, as far as its own sentence tells.

Only the reporter's words round the speech verb count: what stands inside the quotation or
the reported content, or in a clause about something still ahead ("before a visit that starts in
Oslo next week"), says nothing of the saying itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple, TypeVar

from briefgen import lexicon
from briefgen.english.attributes import head_noun
from briefgen.english.expressions import either
from briefgen.model import DateMention, Document, Name, Quote, Span

Finding = TypeVar("Finding", DateMention, Name)

TOLD = either(lexicon.saying.finite_forms("tell"))
SAID = either(lexicon.saying.finite_forms("say", "tell", "add", "warn", "call"))
TELLING = either(lexicon.saying.participles("tell"))
PREPOSITION = r"(?:(?:at|to|during|after|before|in|on|from|ahead of)\s+)?"
EVENTS = either(lexicon.topics.occasions())
STOP = (
    r"(?=\s+(?:on|in|at|for|by|about|last|this|next|earlier|that|which|who|where|when|as|and|but)\b|"
    rf"\s+(?:he|she|they|the\s+\w+|(?-i:[A-Z][\w’'-]+))\s+(?:{SAID})\b|"
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
        rf"(?:{EVENTS})\b(?:\s+(?:of|to|with)\s+{NOUNS})?{STOP}",
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

APPOSED = re.compile(r",[^,;“”\"\x00]{1,90},|\s*\([^()]{1,40}\)")
"""What a speaker is, behind the name."""
OPENED = re.compile(r"\b(?:after|before|since|until)\s+(?:[Tt]he\s+)?(?:[A-Z]\w+\s+)?$")
"""What opens the clause of a speaker, with a title before him."""
DATELINE = re.compile(r"[^.“”\"]{0,40}\s(?:--?|–|—)\s")
"""Between the date of a dateline and what is told: that day is the paper's."""
LONGEST_TITLE = 60
"""Characters of a title between the verb and the name."""

ATTENDED = "spoke|speaking|addressed|addressing|talked|talking|met|meeting|gathered|appeared|testified"
"""After "who" these tell of the occasion itself: "the ministers, who met on 28 May"."""
AHEAD = re.compile(
    r"\b(?:ahead of|before|until|begins?|starts?|opens?|will|would|due|scheduled|planned|that|which|whether|"
    rf"since|whose|who(?!\s+(?:(?:was|were|is|are)\s+)?(?:{ATTENDED})\b))\b[^,;“”\"]*",
    re.I,
)
"""From these words to the end of the clause the sentence speaks of another event."""


@cache
def _headed() -> re.Pattern[str]:
    """Words behind a date that an occasion heads ("Sunday night *conference call*"); seldom asked for."""
    return re.compile(rf"(?:[\w’'.-]+\s+){{0,3}}?(?:{EVENTS})\b", re.I)


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


class Placed(NamedTuple):
    """One quote with what its frame tells."""

    quote: Quote
    home: Span | None = None
    """The sentence of the attribution."""
    region: str = ""
    """That sentence with only the attribution left, offsets kept."""
    vague: bool = False
    """Whether the attribution names a time that is no day: "recently", "in the past"."""


def placed(around: Mapping[Span, Document], quote: Quote) -> Placed:
    """One quote with what its frame tells."""
    sentence = home(quote)
    # What a document says has no occasion; the one in its sentence is its reader's.
    if sentence is None or (quote.speaker and quote.speaker.kind == "document"):
        return Placed(quote)
    document = around[sentence]
    region = attribution(document, quote, sentence)
    own = AHEAD.sub(lambda found: " " * len(found.group()), region)
    dates = dates_in(document, sentence, own)
    exact = [one for one in dates if one.granularity != "vague"]
    told = replace(
        quote,
        dated=nearest(document, quote, sentence, exact),
        place=place_in(document, sentence, without_speaker(quote, sentence, own)),
        occasion=occasion_in(sentence, region),
    )
    return Placed(told, sentence, region, any(one.value == "PAST_REF" for one in dates))


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
        after = behind_speaker(quote, sentence, words)
        blank(letters, after + tied(words[after:], document.text(quote.cue)), len(letters))
    return "".join(letters)


def behind_speaker(quote: Quote, sentence: Span, words: str) -> int:
    """Where the words begin that may tell of the saying: behind the verb, and behind the speaker and what he
    is where these follow it ("said Anna Lee, the mayor, on Monday")."""
    cue, mention = quote.cue, quote.mention
    at = cue.end - sentence.start if cue else 0
    if cue is None or mention is None or not 0 <= mention.start - cue.end <= LONGEST_TITLE:
        return at
    start = mention.end - sentence.start
    apposed = APPOSED.match(words, start)
    behind = apposed.end() if apposed else start
    return behind if PREPOSITIONAL.match(words, behind) else at


def blank(letters: list[str], start: int, end: int) -> None:
    """Put NUL, which no pattern matches, for the letters from `start` to `end`."""
    low, high = max(start, 0), min(end, len(letters))
    letters[low:high] = "\x00" * (high - low)


def earlier(document: Document, quote: Quote, sentence: Span) -> int:
    """Where the attribution may begin: behind the verb of another speaker before this one is named, or behind
    the word that opens its clause ("left on Monday, two days after Norway and Kenya agreed")."""
    spans = (quote.cue, quote.mention, *(one.name for one in quote.together))
    begins = min(span.start for span in spans if span and sentence.contains(span))
    end = begins - sentence.start
    if opened := OPENED.search(document.text(sentence), max(end - LONGEST_TITLE, 0), end):
        return opened.end()
    cues = (other.cue for other in document.quotes if other.cue and other.mention != quote.mention)
    ends = [cue.end for cue in cues if sentence.contains(cue) and cue.end <= begins]
    return max(ends) - sentence.start if ends else 0


def tied(after: str, cue: str) -> int:
    """How many characters after the speech verb still tell of the saying."""
    lemma = lexicon.saying.lemmas().get(cue.casefold())
    found = (BEHIND_TOLD if lemma == "tell" else PREPOSITIONAL).match(after)
    return found.end() if found else 0


def dates_in(document: Document, sentence: Span, own: str) -> list[DateMention]:
    """The dates of the attribution in order."""
    dates = (d for d in document.dates if sentence.contains(d.span) and d.type in ("DATE", "TIME"))
    return [d for d in dates if stands(own, sentence, d.span)]


def nearest(document: Document, quote: Quote, sentence: Span, dates: list[DateMention]) -> DateMention | None:
    """The date of the saying: the first behind the verb, else the first before it.

    The year of a thing ("at a hearing on the 2015 agreement") is none of them.
    """
    text = document.text(sentence)
    dates = [one for one in dates if not attributive(text, one, sentence) or of_occasion(text, one, sentence)]
    cue = quote.cue.end if quote.cue and sentence.contains(quote.cue) else sentence.end
    behind = [one for one in dates if one.span.start >= cue]
    before = [one for one in dates if not DATELINE.match(text, one.span.end - sentence.start)]
    return next(iter(behind or before), None)


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


def attributive(text: str, one: DateMention, sentence: Span) -> bool:
    """Whether a date stands before a noun: "the 2015 agreement"."""
    return head_noun(text, one.span.start - sentence.start, one.span.end - sentence.start) is not None


def of_occasion(text: str, one: DateMention, sentence: Span) -> bool:
    """Whether the noun behind a date is an occasion: "during a Sunday night call with the fleet"."""
    at = head_noun(text, one.span.start - sentence.start, one.span.end - sentence.start)
    return at is not None and _headed().match(text, at) is not None


def dates_by_sentence(document: Document) -> Mapping[Span, list[DateMention]]:
    """The dates of the reporter, not of what is quoted or reported, by their sentence."""
    told = (one for one in document.dates if not document.parts_at.over(one.span))
    return by_sentence(document, told)


def known(document: Document, one: DateMention) -> bool:
    """Whether a date may be that of something told: it has a day or coarser, and does not lie ahead."""
    day = document.meta.published.day
    ahead = day is not None and one.earliest is not None and one.earliest > day
    return one.type in ("DATE", "TIME") and one.granularity != "vague" and not ahead
