"""Texts of invented words whose cost could grow faster than they do: what `benchmarks.growth` runs.

A shape takes a number of characters and gives the texts of a folder that hold about so many.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from types import MappingProxyType

Text = str
Shape = Callable[[int], Sequence[Text]]

_HEAD = "Ministers speak on Asia security\n\nForeign Minister Park Jin of South Korea spoke in Seoul on Monday.\n\n"
_CLOSED = (
    "Japan and South Korea agreed on Monday on security cooperation in Asia, Foreign Minister Park Jin said. "
)
_GIVEN = ("Anna", "Maria", "Peter", "John", "Laura", "Henry", "Paul", "Emma", "Simon", "Julia")
_SYLLABLES = (
    "bar",
    "den",
    "fol",
    "gar",
    "hul",
    "kem",
    "lor",
    "mas",
    "nor",
    "pel",
    "rin",
    "sol",
    "tav",
    "ulm",
    "ved",
)
_SOUNDS = len(_SYLLABLES)
_MONTHS = ("January", "March", "April", "June", "July", "August", "October", "November")


def surname(number: int) -> str:
    """A surname of three syllables; there are 3,375."""
    first, second, third = number % _SOUNDS, number // _SOUNDS % _SOUNDS, number // _SOUNDS**2 % _SOUNDS
    return (_SYLLABLES[third] + _SYLLABLES[first] + _SYLLABLES[second]).title()


def person(number: int) -> str:
    return f"{_GIVEN[number % len(_GIVEN)]} {surname(number)}"


def day(number: int) -> str:
    return f"{_MONTHS[number // 28 % 8]} {1 + number % 28}, {1990 + number // 224 % 34}"


def filled(
    size: int, piece: Callable[[int], str], between: str = "\n\n", head: str = _HEAD
) -> Sequence[Text]:
    """One text of so many characters: a head, then numbered pieces."""
    pieces, length = [head], len(head)
    for number in count():
        if length >= size:
            break
        pieces.append(piece(number) + between)
        length += len(pieces[-1])
    return ("".join(pieces),)


def repeated(piece: str) -> Shape:
    """One line: the same again and again."""
    return lambda size: (piece * (size // len(piece)),)


def pieces(piece: Callable[[int], str], between: str = "\n\n") -> Shape:
    return lambda size: filled(size, piece, between)


def one_sentence(piece: str) -> Shape:
    """A sentence of the pieces without an end before the last."""
    return lambda size: (
        _HEAD + "Japan said " + piece * (size // len(piece)) + "that security in Asia matters.\n",
    )


def copies(size: int) -> Sequence[Text]:
    """Near copies of one article on the topic, each with a number of its own."""
    article = _HEAD + "".join(_paragraph(number) + "\n\n" for number in range(5))
    return [
        f"{article}Copy {number} was printed in Osaka.\n" for number in range(max(1, size // len(article)))
    ]


def small(size: int) -> Sequence[Text]:
    """Articles of their own, of six paragraphs each."""
    texts = []
    for number in range(max(1, size // 800)):
        body = "\n\n".join(_paragraph(7 * number + n) for n in range(6))
        texts.append(f"{person(number)} visits {surname(number)}\n\n{day(number)}\n\n{body}\n")
    return texts


def _paragraph(number: int) -> str:
    return (
        f"Japan and the {surname(number)} government agreed on {number} ships for security in Asia on "
        f"{day(number)}, Minister {person(number)} said in {surname(number + 99)}."
    )


def _speech(number: int) -> str:
    return f"{person(number % 4).upper()}: Security in Asia needs {number} more ships, and we will build them in {1990 + number % 40}."


def _capitals(number: int) -> str:
    return _paragraph(number).upper()


def _honest(number: int) -> str:
    """Prose with speakers, pronouns, dates and quotations by turns."""
    kinds = (
        _paragraph(number),
        f'"We will not wait," {person(number)} told reporters on Tuesday. "Security in Asia is for all of us."',
        f"He said that {surname(number // 5)} had asked for {number} million yen, but that no date was set.",
        f"The {surname(number // 9)} parliament has yet to decide whether Japan may join, according to officials.",
        f"She added that talks on the treaty would go on next month in {surname(number + 7)}.",
    )
    return kinds[number % 5]


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "honest": pieces(_honest),
        "line": repeated(_CLOSED),
        "he-said": repeated('"We will act on Asia security," he said. '),
        "he-said-open": repeated('"We will act on Asia security, he said. '),
        "that-said": one_sentence("that Korea said "),
        "and-said": one_sentence("and Korea said it would, "),
        "verbs": repeated("said "),
        "quotes-one": pieces(
            lambda n: f'"Security in Asia needs {n} more ships," Park said on July {1 + n % 28}, 2025.'
        ),
        "quotes-line": pieces(
            lambda n: f'"Security in Asia needs {n} ships," Park said on July {1 + n % 28}, 2025.', " "
        ),
        "quotes-open": pieces(lambda n: f'"Security in Asia needs {n} more ships, Park said.'),
        "quotes-nested": repeated("\u201cSecurity in Asia, \u2018he \u201csaid \u2018on\u2019 it\u201d so "),
        "marks-open": repeated('\u201c"\u2018 Asia '),
        "speakers": pieces(lambda n: f'"Security in Asia needs ships," Minister {person(n)} said.'),
        "dates": pieces(lambda n: f"On {day(n)}, Japan sent {n} ships for security in Asia."),
        "dates-line": pieces(lambda n: day(n), ", "),
        "undated": pieces(lambda n: f"Japan sent {n} ships to {surname(n)} for security in Asia."),
        "paragraphs": pieces(lambda n: f"Japan, security item {n}."),
        "lines": pieces(lambda n: f"Item {n}", "\n"),
        "names": pieces(lambda n: f"{person(n)}", ", "),
        "names-lines": pieces(lambda n: f"{person(n)}, Minister of {surname(n)}", "\n"),
        "word": repeated("security "),
        "word-unbroken": repeated("security"),
        "capitals": pieces(_capitals),
        "capitals-line": pieces(_capitals, " "),
        "digits": repeated("7 "),
        "digits-unbroken": repeated("7"),
        "marks": repeated(". , ; "),
        "blanks": repeated(" \n"),
        "topic-line": pieces(_paragraph, " "),
        "topic": pieces(_paragraph),
        "transcript": pieces(_speech),
        "pronouns": repeated("He told her that she had told him that they knew of it. "),
        "pronouns-paragraphs": pieces(
            lambda n: f"He told her on day {n} that Asia security was his. She said it was hers."
        ),
        "descriptions": pieces(
            lambda n: f"The {surname(n)} minister said security in Asia was good. The minister agreed."
        ),
        "headlines": pieces(lambda n: f"Japan Sends {n} Ships To {surname(n)} For Asia Security"),
        "rows": pieces(lambda n: f"{surname(n)} | {n} | {day(n)} | Asia security", "\n"),
        "issues": pieces(
            lambda n: f"It is unclear whether Japan and {surname(n)} will agree on Asia security {n}."
        ),
        "relations": pieces(
            lambda n: f"Japan and {surname(n)} signed a treaty on security in Asia with {surname(2 * n)}."
        ),
        "commas": repeated("Japan, Korea, security, "),
        "abbreviations": pieces(
            lambda n: f"The {surname(n)} Asia Security Council ({surname(n)[0]}ASC) met Japan."
        ),
        "brackets": repeated("(Japan (Asia [security "),
        "links": pieces(lambda n: f"https://example.org/{n}/asia/security", " "),
        "copies": copies,
        "documents": small,
    }
)
