"""Turns of a text whose paragraphs open with speakers' labels, or that is an interview with its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen import lexicon
from briefgen.annotate.turns.persons import about
from briefgen.annotate.turns.whose import holder, interviewed, vocative
from briefgen.english.asides import ends, is_note, own_capacity, resumes
from briefgen.english.first_person import speaks
from briefgen.english.label_heads import head
from briefgen.english.questions import asks, puts
from briefgen.english.speaker_labels import SpeakerLabel, labels
from briefgen.model import CITABLE, Document, Span, Turn, TurnKind

Labels = Sequence[SpeakerLabel | None]
"""For every citable block its label."""

_QUESTION = SpeakerLabel("question", 0, 0, 0)
_EVENT = re.compile(rf"The (?:{'|'.join(sorted(lexicon.topics.occasions()))})s?\b")
_BODY = r"(?:The (?:[\w-]+ ){0,3}(?:committee|council|board|panel|assembly|meeting|house)|Members|It was)"
_DECIDES = "resolved|agreed|noted|decided|voted|approved|adopted|rejected"
_RESOLVED = re.compile(rf"{_BODY}(?: then| also| unanimously)? (?:{_DECIDES})\b", re.IGNORECASE)
"""What a sitting resolved, in a paragraph of the minutes."""
_ASKED = re.compile(
    r"(?P<title>[^\W\d_]+\.?) (?:[^\W\d_a-z][\w’'.-]{0,30} ){1,3}(?:\([^()]{1,60}\) )?"
    r"(?:then |also )?(?:asked|inquired|enquired)\b"
)
_RECORDS = ("question-time", "minutes")
_LONGEST_MINUTE = 14
"""Words of a line that tells how an event went on."""
_TOLD = ("fact-sheet", "analysis")
"""Genres that are told by nobody in turns."""
_FEWEST_QUESTIONS = 2
"""Questions without a label that make an interview of a text that calls itself one."""


def labelled(document: Document, where: Sequence[int]) -> Iterator[Turn]:
    """One turn for each label of the blocks `where`; none when the text has no labels and is no interview."""
    told: Labels = labels([document.text(document.blocks[i].span) for i in where])
    if not any(told) and document.meta.genre.value == "interview":
        told = _asked(document, where)
    if document.meta.genre.value in _TOLD:
        told = []  # questions that nobody puts are headings
    if any(told):
        yield from _opening(document, where, told)
        yield from _turns(document, where, told)


def _opening(document: Document, where: Sequence[int], told: Labels) -> Iterator[Turn]:
    """What stands above the first label of a press conference, where the title says who holds it."""
    first = next(n for n, one in enumerate(told) if one)
    label = holder(document) if document.meta.genre.value == "transcript" else None
    if label is None:
        return
    own = [i for i in where[:first] if not about(document, document.blocks[i].span, label)]
    if any(speaks(document.text(document.blocks[i].span)) for i in own):
        start, end = document.blocks[own[0]].span, document.blocks[own[-1]].span
        yield Turn("own", Span(start.source, start.start, end.end), label)


def _asked(document: Document, where: Sequence[int]) -> Labels:
    """The questions of an interview, as labels without words; behind an answer a remark to "you" is one."""
    found: list[SpeakerLabel | None] = []
    for i in where:
        text = document.text(document.blocks[i].span)
        answered = any(found) and found[-1] is None
        found.append(_QUESTION if asks(text) or (answered and puts(text)) else None)
    return found if sum(map(bool, found)) >= _FEWEST_QUESTIONS else []


class _Open(NamedTuple):
    """A turn that is being read; `start == end` for a label on a line of its own."""

    kind: TurnKind
    label: Span | None
    asked: Span | None
    start: int
    end: int

    def turn(self, source: str) -> Turn | None:
        """The turn, where there are words in it."""
        if self.end <= self.start:
            return None
        return Turn(self.kind, Span(source, self.start, self.end), self.label, self.asked)


def _turns(document: Document, where: Sequence[int], told: Labels) -> Iterator[Turn]:
    """The turns in order. A question in bold ends with its paragraph, and so does one where no answer has a
    label: what follows is the answer."""
    unlabelled = not any(one and one.kind in ("speaker", "answer") for one in told)
    answering = _answering(document, where, told)
    source = document.source.id
    talk: _Open | None = None
    asked: Span | None = None
    closed = False
    for i, label in zip(where, told, strict=True):
        block = document.blocks[i].span
        over = talk is None or (talk.kind == "question" and (unlabelled or closed))
        other = _otherwise(document, talk, block) if label is None and talk is not None else None
        if label is None and talk and not over and not other and not _narrates(document, talk, block):
            start = talk.start if talk.start < talk.end else block.start
            talk = talk._replace(start=start, end=block.end)
            continue
        turn = talk.turn(source) if talk else None
        if turn is not None:
            yield turn
            asked = turn.span if turn.kind == "question" else asked
        if label is not None:
            talk = _opened(document, block, label, answering, asked)
        elif other is not None and talk is not None:
            talk = _Open(other, talk.label, None, block.start, block.end)
        else:
            answers = talk is not None and talk.kind == "question"
            start = block.start + _own_label(document, block, answering)
            talk = _Open("own", answering, asked, start, block.end) if answers else None
        closed = label is not None and label.words == label.start
    last = talk.turn(source) if talk else None
    if last is not None:
        yield last


def _opened(
    document: Document, block: Span, label: SpeakerLabel, answering: Span | None, asked: Span | None
) -> _Open:
    start = min(block.start + label.words, block.end)
    named = label.end > label.start
    name = document.source.span(block.start + label.start, block.start + label.end) if named else None
    if label.kind == "speaker":
        return _Open("own", name, asked, start, block.end)
    if label.kind == "answer":
        return _Open("own", answering, asked, start, block.end)
    kind: TurnKind = "own" if label.kind == "procedure" and own_capacity(document.text(block)) else label.kind
    return _Open(kind, name, None, start, block.end)


def _own_label(document: Document, block: Span, answering: Span | None) -> int:
    """How many characters of an answer name who answers, as one label alone does: "Olde: No"."""
    found = head(document.text(block)) if answering is not None else None
    if found is None or found.close != "colon" or answering is None:
        return 0
    name = document.text(block)[found.start : found.end].split()
    return found.words if name[-1] in document.text(answering).split() else 0


def _otherwise(document: Document, turn: _Open, block: Span) -> TurnKind | None:
    """Another kind in which whoever presides goes on: for himself, or presiding again."""
    text = document.text(block)
    if turn.kind == "procedure" and own_capacity(text):
        return "own"
    return "procedure" if turn.kind == "own" and resumes(text) else None


def _answering(document: Document, where: Sequence[int], told: Labels) -> Span | None:
    """The words that name who answers: in the head, else as the questions address him."""
    first = next(i for i, one in zip(where, told, strict=True) if one)
    above = [i for i, block in enumerate(document.blocks[:first]) if block.label in ("headline", *CITABLE)]
    found = interviewed(document, above)
    if found is not None:
        return found
    asked = ((i, one) for i, one in zip(where, told, strict=True) if one and one.kind == "question")
    named = (vocative(document, i, document.blocks[i].span.start + one.words) for i, one in asked)
    return next((name for name in named if name), None) or holder(document)


def _narrates(document: Document, talk: _Open, block: Span) -> bool:
    """Whether a paragraph is a reporter's or an editor's again: a note, or not in the first person and about
    whoever had the word, or the event ("The hearing closed at noon.")."""
    text = document.text(block)
    if is_note(text) or ends(text):
        return True
    if speaks(text):
        return False
    if _EVENT.match(text) and text.count(" ") < _LONGEST_MINUTE:
        return True
    if _RESOLVED.match(text) or _tells_who_asked(document, text):
        return True
    return talk.label is not None and about(document, block, talk.label)


def _tells_who_asked(document: Document, text: str) -> bool:
    """Whether the record of a question time tells a question: "Mr Berg asked whether the pier was safe."."""
    if document.meta.genre.value not in _RECORDS:
        return False
    found = _ASKED.match(text)
    return found is not None and found["title"].casefold().rstrip(".") in lexicon.persons.titles()
