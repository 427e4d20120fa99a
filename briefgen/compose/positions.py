"""What the parties say to an open matter, and when a source last spoke of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from briefgen.compose.brief import Brief, Filling, joined, places
from briefgen.compose.clash.matter import Account, telling
from briefgen.compose.clause import length, shown_piece, trimmed
from briefgen.compose.ledger import Ledger
from briefgen.compose.statements import Statement, bare, frames, quotation, wording
from briefgen.compose.wording import published, said, speaker_name
from briefgen.english.cutting import Room, cut
from briefgen.english.place_line import behind_place_line
from briefgen.english.words import base_stem, words
from briefgen.model import Document, Issue, Span
from briefgen.paper.memo import House, Item, Text, When

T = TypeVar("T")
MOST = 4
"""Positions of a matter: more than four parties are a debate, which the statements tell."""
RARE = 2
"""Stems that two sentences share when they speak of one matter."""
TELLS = 5.0
"""What these tell together (`clash.matter.telling`): two words of which one text in ten holds each."""
COMMON = 0.2
"""Share of the folder's statements above which a stem is of the topic, and says nothing of the matter."""
SHORT, LONGEST = 18, 26
"""Words of a position; what can not be cut to LONGEST is no line beside others."""


@dataclass(eq=False)
class Sides:
    """The statements of a memo by what they speak of."""

    brief: Brief
    ledger: Ledger
    printed: set[int] = field(default_factory=set)
    """Statements that stand as a position already: each is told once."""

    @cached_property
    def accounts(self) -> tuple[tuple[Statement, Account], ...]:
        """The statements with the words by which they are compared."""
        found = (one for one in self.brief.statements if one.named is not None)
        return tuple((one, account_of(one)) for one in found)

    @cached_property
    def common(self) -> frozenset[str]:
        """Stems that many of the statements hold, and those of the call itself."""
        held = Counter(stem for _, account in self.accounts for stem in account.stems)
        least = max(COMMON * len(self.accounts), 2)
        called = (term for group in self.brief.topic.groups for term in group.terms)
        own = (base_stem(word) for term in called for word in words(term))
        return frozenset((*own, *(stem for stem, number in held.items() if number > least)))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, account) in enumerate(self.accounts):
            for stem in account.stems - self.common:
                found[stem].append(number)
        return found

    def of(self, document: Document, issue: Issue) -> tuple[Item, ...]:
        """The positions of parties other than the one that raises the matter, one each, the nearest first."""
        near = on_matter(Account(document, issue.sentence).stems - self.common, self._by_stem)
        raiser = self.brief.statement_of.get(issue.sentence)
        heard = {voice(raiser)} if raiser else set()
        shown: list[Statement] = []
        for number in sorted(near, key=lambda n: (-near[n], n)):
            one = self.accounts[number][0]
            if issue.sentence in frames(one) or voice(one) in heard or number in self.printed:
                continue
            if length(one.document, short(one)) > LONGEST:
                continue
            heard.add(voice(one))
            shown.append(one)
            self.printed.add(number)
            if len(shown) == MOST:
                break
        return tuple(self.position(one) for one in shown)

    def last_word(self, document: Document, issue: Issue) -> tuple[When | None, Text]:
        """Day of the newest source that speaks of the matter, and how many later ones say nothing of it."""
        stems = Account(document, issue.sentence).stems - self.common
        days = {one.source.id: str(one.meta.published.value) for one in self.brief.documents if day_of(one)}
        dated = [one for one in self.brief.documents if one.source.id in days]
        # The newest first, so that the sentences of few sources are looked at.
        latest = sorted(dated, key=lambda one: days[one.source.id], reverse=True)
        newest = next((one for one in latest if one is document or self._speaks(one, stems)), None)
        if newest is None:
            return None, ()
        when = published(self.brief, newest)
        later = sum(day > days[newest.source.id] for day in days.values())
        fields: dict[str, Filling] = {"date": when.plain, "number": str(later)}
        return when, self.brief.say("last-word-later" if later else "last-word", fields)

    def _speaks(self, document: Document, stems: frozenset[str]) -> bool:
        """Whether a sentence of a document speaks of a matter with these stems, as `on_matter` has it."""
        holders = self._sentences_with[document.source.id]
        shared: Counter[int] = Counter()
        weight: dict[int, float] = defaultdict(float)
        for stem in sorted(stems & holders.keys()):
            tells = telling(stem)
            for one in holders[stem]:
                shared[one] += 1
                weight[one] += tells
                if shared[one] >= RARE and weight[one] >= TELLS:
                    return True
        return False

    @cached_property
    def _sentences_with(self) -> dict[str, dict[str, list[int]]]:
        found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, account in enumerate(self.brief.accounts):
            for stem in account.stems - self.common:
                found[account.span.source][stem].append(number)
        return found

    def position(self, statement: Statement) -> Item:
        """What one party says, cut to what matters, with the row that tells it in full; where that row stands
        in the body, who says it and the row will do."""
        cites = places(statement)
        refs = self.ledger.refs(cites)
        told = any(map(self.ledger.in_body, refs))
        when = said(self.brief, statement)
        who = speaker_of(self.brief, statement)
        about = joined((who, when.plain), ", ")
        return Item(
            text=() if told else short(statement),
            cites=cites,
            refs=refs,
            quotes=statement.quotes,
            speaker=who,
            when=when,
            lead=about if told else self.brief.say("lead", {"who": about}),
        )


def on_matter(stems: Iterable[str], holders: Mapping[str, Sequence[T]]) -> dict[T, float]:
    """What holds enough of the stems of a matter (RARE), and telling ones (TELLS), with what these tell.

    `holders`: for each stem what holds it, such as the numbers of statements.
    """
    shared: Counter[T] = Counter()
    weight: dict[T, float] = defaultdict(float)
    for stem in sorted(stems):
        for one in holders.get(stem, ()):
            shared[one] += 1
            weight[one] += telling(stem)
    return {one: weight[one] for one in shared if shared[one] >= RARE and weight[one] >= TELLS}


def day_of(document: Document) -> bool:
    """Whether the day of a document is known."""
    return document.meta.published.day is not None


def speaker_of(brief: Brief, statement: Statement) -> Text:
    """The name of who speaks; nothing where it is not known."""
    who = statement.speaker
    if statement.named is None:
        return ()
    return speaker_name(brief, statement.named, person=who is not None and who.kind == "person")


def account_of(statement: Statement) -> Account:
    """The words of a statement as one sentence."""
    spans = frames(statement)
    return Account(statement.document, Span(spans[0].source, spans[0].start, spans[-1].end))


def voice(statement: Statement) -> object:
    """Who speaks: by identity, else by the words that name him."""
    named = statement.named
    return statement.lead.voice or (statement.document.text(named) if named else None)


def short(statement: Statement, most: int = SHORT) -> Text:
    """The words of a statement, cut to `most` words where they can be."""
    document = statement.document
    direct = all(quote.kind == "direct" for quote in statement.quotes) and bare(statement)
    if direct:
        return quoted_piece(document, statement.quotes[0].parts[0], most) or quotation(statement)
    if all(quote.kind == "own" for quote in statement.quotes) or len(frames(statement)) > 1:
        return wording(statement)
    sentence, core = statement.sentence, statement.quotes[0].parts[0]
    placed = behind_place_line(document.tokens, sentence.start, sentence.end)
    sentence, first = Span(sentence.source, placed, sentence.end), max(core.start, placed)
    piece = piece_of(document, sentence, Span(core.source, first, first + 1), most)
    piece = behind_speaker(statement, piece)
    return shown_piece(piece, sentence) if not document.tears(piece) else wording(statement)


def behind_speaker(statement: Statement, piece: Span) -> Span:
    """The piece without the speaker's name at its head, which stands in front of it: "said that ..."."""
    cue = statement.lead.cue
    heads = [m for m in (statement.lead.joint, statement.lead.mention, statement.named) if m is not None]
    head = next((m for m in heads if m.start == piece.start), None)
    if head is None or cue is None or not piece.contains(cue):
        return piece
    between = statement.document.source.text[head.end : cue.start]
    return piece if between.strip() else Span(piece.source, cue.start, piece.end)


def quoted_piece(document: Document, part: Span, most: int) -> Text:
    """A piece of a long quotation, in marks of the house; nothing where it can not be cut."""
    piece = piece_of(document, part, Span(part.source, part.start, part.start + 1), most, inside=True)
    if piece == part:
        return ()
    return (House("“"), *shown_piece(piece, part), House("”"))


def piece_of(document: Document, whole: Span, core: Span, most: int, *, inside: bool = False) -> Span:
    """The longest whole piece of a stretch of at most `most` words round `core`.

    `inside`: the stretch lies in a quotation, which is cut.
    """
    at = whole.start
    start, end = cut(
        document.text(whole),
        min(max(core.start - at, 0), whole.end - at),
        min(max(core.end - at, 0), whole.end - at),
        Room(most, lambda offset: not inside and document.inside_quotation(at + offset), attributed=True),
    )
    return trimmed(document, Span(whole.source, at + start, at + end))
