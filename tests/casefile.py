"""Case files: cases of language that a person who does not program can read and extend.

A case file is Markdown. A case is a heading `## title`, the input, a line `---`, and what is
expected, up to the next heading. Text above the first heading explains the file. Below a line
`# Known wrong` stand cases that the program gets wrong today: they are expected to fail.
Files in cases/not hold what must not be found; what stands below `---` there is a note.
docs/cases.md explains all this to those who write them.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"
HEADING = re.compile(r"^## (?P<title>.*?)\s*?$|^# Known wrong\s*?$", re.M)
RULE = re.compile(r"^---\r?(?:\n|\Z)", re.M)
NOTHING = "nothing must be found"


@dataclass(frozen=True)
class Case:
    title: str
    input: str
    expected: str
    file: str = ""
    """Name below tests/cases without its ending: "quotes", "not/no_quotes"."""
    line: int = 0
    known_wrong: bool = False
    place: tuple[int, int] = (0, 0)
    """Where `expected` begins and ends in the file."""

    @property
    def where(self) -> str:
        return f"tests/cases/{self.file}.md, line {self.line}"

    @property
    def negative(self) -> bool:
        return self.file.startswith("not/")


def read_cases(name: str) -> list[Case]:
    """Cases of tests/cases/<name>.md."""
    return checked(name, text_of(name))


def cases_in(path: Path) -> list[Case]:
    """Cases of another file of this form, such as one of benchmarks/corpora."""
    return checked(path.stem, path.read_bytes().decode("utf-8"))


def checked(name: str, text: str) -> list[Case]:
    """The cases of a text; a case without `---`, two of one title, or no case is an error."""
    found = list(parsed(name, text))
    titles = [case.title for case in found]
    twice = {title for title in titles if titles.count(title) > 1}
    if twice:
        raise ValueError(f"{name}.md: two cases have the title {min(twice)!r}")
    if not found:
        raise ValueError(f"{name}.md holds no case")
    return found


def text_of(name: str) -> str:
    """The file as it is: line ends are kept, so that it can be written again byte for byte."""
    return (CASES / f"{name}.md").read_bytes().decode("utf-8")


def parsed(name: str, text: str) -> Iterator[Case]:
    """The cases of a file's text, in order."""
    headings = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings), len(text)][1:]
    known_wrong = False
    for heading, end in zip(headings, ends, strict=True):
        title = heading["title"]
        known_wrong = known_wrong or title is None
        if title is None:
            continue
        line = text.count("\n", 0, heading.start()) + 1
        rule = RULE.search(text, heading.end(), end)
        if rule is None:
            raise ValueError(f"{name}.md, line {line}: case {title!r} has no line ---")
        given, expected = inner(text, heading.end(), rule.start()), inner(text, rule.end(), end)
        words = (plain(text[slice(*stretch)]) for stretch in (given, expected))
        yield Case(title.strip(), *words, name, line, known_wrong, expected)


def inner(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the empty lines round it; of nothing but empty lines, its beginning."""
    words = text[start:end]
    if not words.strip("\r\n"):
        return start, start
    return start + len(words) - len(words.lstrip("\r\n")), start + len(words.rstrip("\r\n"))


def plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def cases(*names: str) -> Callable[[Callable[..., str]], Callable[..., None]]:
    """Makes a test of a function that gives the program's answer to a case.

    The test runs once for each case of the files named and compares the answer with what the case
    expects. In a file of cases/not the answer must be empty.
    """
    found = [case for name in names for case in read_cases(name)]
    ids = [f"{case.file}: {case.title}" for case in found]

    def made(answer: Callable[..., str]) -> Callable[..., None]:
        @functools.wraps(answer)
        def test(*args: Any, case: Case, **fixtures: Any) -> None:
            check(case, answer_to(case, functools.partial(answer, *args, case=case, **fixtures)))

        test.__annotations__ = {**answer.__annotations__, "return": None}
        return pytest.mark.cases(pytest.mark.parametrize("case", found, ids=ids)(test))

    return made


def answer_to(case: Case, answer: Callable[[], str]) -> str:
    """The answer to a case; a fault is one too where the program is known to go wrong."""
    if not case.known_wrong:
        return answer()
    try:
        return answer()
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"


def check(case: Case, actual: str) -> None:
    """Fails with a readable difference; a known wrong case must differ."""
    right = actual == ("" if case.negative else case.expected)
    if case.known_wrong:
        if not right:
            pytest.xfail(f"known wrong: {case.where}")
        pytest.fail(f"{case.where}: “{case.title}” is right now: move this case up", pytrace=False)
    if right:
        return
    if UPDATES.wanted and not case.negative:
        UPDATES.found.append((case, actual))
        pytest.fail(f"updated: {case.where}: “{case.title}”", pytrace=False)
    pytest.fail(report(case, actual), pytrace=False)


def report(case: Case, actual: str) -> str:
    """File, line, title, input, and the difference of expected and actual."""
    expected = NOTHING if case.negative else case.expected
    parts = [f"{case.where}: “{case.title}”", "", *indented(case.input), "", *difference(expected, actual)]
    if case.negative:
        parts += ["", "A negative case is right as it stands: mend the program, or move the case below",
                  "“# Known wrong”. --update-cases does not change it."]  # fmt: skip
    else:
        parts += ["", "If the new answer is right: python -m pytest --update-cases"]
    return "\n".join(parts)


def indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]


def difference(expected: str, actual: str) -> list[str]:
    """A unified diff of all lines, without its numbers."""
    sides = (expected.split("\n") if expected else [], actual.split("\n") if actual else [])
    lines = difflib.unified_diff(*sides, "expected", "actual", n=1000, lineterm="")
    return [f"    {line}" for line in lines if not line.startswith("@@")]


@dataclass
class Updates:
    """What --update-cases has to write at the end of the run."""

    wanted: bool = False
    found: list[tuple[Case, str]] = field(default_factory=list)

    def write(self) -> list[str]:
        """Write the answers into their files; gives what was changed, for the terminal."""
        told = []
        for name in sorted({case.file for case, _ in self.found}):
            changes = [(case, actual) for case, actual in self.found if case.file == name]
            try:
                (CASES / f"{name}.md").write_bytes(updated(name, changes).encode("utf-8"))
            except ValueError as problem:
                told += [f"not written: {problem}", ""]
                continue
            for case, actual in changes:
                told += [f"{case.where}: “{case.title}”", *difference(case.expected, actual), ""]
        return told


UPDATES = Updates()


def updated(name: str, changes: list[tuple[Case, str]]) -> str:
    """The text of a case file with new answers; everything else stays as it is."""
    text = text_of(name)
    for case, actual in sorted(changes, key=lambda one: -one[0].place[0]):
        if plain(text[slice(*case.place)]) != case.expected:
            raise ValueError(f"{case.where}: the file was changed while the tests ran")
        text = replaced(text, case.place, actual)
    wanted = {case.title: case.expected for case in read_cases(name)}
    wanted |= {case.title: actual for case, actual in changes}
    if {case.title: case.expected for case in parsed(name, text)} != wanted:
        raise ValueError(f"{name}.md: an answer holds a line that ends or begins a case")
    return text


def replaced(text: str, place: tuple[int, int], answer: str) -> str:
    """The text with an answer in a place; line ends are the file's, empty lines round it stay."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    before, after = text[: place[0]], text[place[1] :]
    if place[0] == place[1]:
        before += "" if before.endswith("\n") else end_of_line
        after = end_of_line + after
    elif not answer:
        after = after.removeprefix(end_of_line)
    return before + answer.replace("\n", end_of_line) + after
