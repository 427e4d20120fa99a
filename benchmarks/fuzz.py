"""Fuzzes the whole command: `python -m benchmarks.fuzz --seconds 600 [--seed 1] [--keep FOLDER]`.

Each round makes a folder of one honest report and some files that chance has spoiled (bytes of every format, news
prose put together from hostile pieces, sidecars), sometimes with a spoiled topic file, house or option, and runs
the command in this process. A round is at fault when an exception comes out, when a fault of ours is told
(slugs of FAULTS), or when the honest report is not read. Its folder is kept, with the fewest files that still show
the fault. The same seed gives the same rounds; how many fit into the time depends on the machine.
"""

# ruff: noqa: E501 - a row each
from __future__ import annotations

import argparse
import contextlib
import io
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.cli import outcome
from tests.hostile_inputs import FILES, GOOD, HOUSES, TOPICS, WHOLE

FAULTS = re.compile(
    r"Traceback|\[(?:document-failed|layer-failed|links-failed|topic-failed|internal-fault|format-failed"
    r"|remark-failed|row-unverified|verification-failed|library-missing)\]"
)
TOPIC = "asia-security"
PIECES = (
    "Japan", "South Korea", "the European Union", "Foreign Minister Park Jin", "MR. KIRBY:", "Q.", "he", "she", "they",
    "said", "told reporters", "according to", "warned that", "asked whether", "did not say", "on Monday", "yesterday",
    "29 February 2025", "in May", "2019", "a week later", "July 21", "XXXX", "security in Asia", "the security pact",
    "signed an agreement with", "has yet to decide", "ships", "40", "4.5 million", "“", "”", '"', "'", "‘", "’", "«", "»",
    ".", ",", ";", ":", "—", "...", "…", "?", "!", "(", ")", "[", "](http://x.example)", "![a](b)", "\n", "\n\n", "\r",
    "\t", "\u00a0", "\u200b", "\u202e", "\u0301", "\u0000", "\ufeff", "\ud7ff", "中国", "Ελλάδα", "é", "e\u0301", "😀",
    "&rsquo;", "&#x27;", "<b>", "</b>", "| a | b |", "# ", "## ", "- ", "> ", "1. ", "---", "***", "Published: 21 July 2025",
    "By Anna Lee", "BERGEN, 5 March 2025 (Wire) -", "From: a@b.example", "Subject: One", "Page 3 of 9", "© 2025 Post",
)  # fmt: skip
TOKENS = tuple(
    piece.encode()
    for piece in (
        "<", ">", "</", "/>", "&", "&#0;", "&#xD800;", "]]>", "<!--", "<![CDATA[", "{", "}", "[", "]", '"', "\\", "\\u0000",
        "\\u'", "\\'ff", "{\\*", "9" * 400, "-1", "1e999", "NaN", "null", "true", "0x", "\x00", "\xff", "\r\n\r\n", "--x",
        "=?utf-8?q?=", "Content-Type: ", "boundary=", "charset=x", "date: ", "title = ", "[[group]]", "{{", "}}", "{% for",
        "%PDF-", "obj", "endobj", "stream", "PK\x03\x04", "../", "\ufeff", "\u202e",
    )
)  # fmt: skip


@dataclass
class Chance:
    """Spoils things, as the seed wants it."""

    random: random.Random

    def bytes_of(self, data: bytes) -> bytes:
        """Some bytes with a few changes."""
        for _ in range(self.random.choice((1, 1, 2, 4, 12))):
            data = self.random.choice(CHANGES)(self, data)[:200_000]
        return data

    def prose(self) -> str:
        """A text put together from pieces."""
        joint = self.random.choice((" ", " ", " ", "", "\n"))
        return joint.join(self.random.choices(PIECES, k=self.random.choice((5, 40, 200, 600))))

    def place(self, data: bytes) -> int:
        """A place in some bytes, often at an end."""
        return self.random.choice((0, len(data), self.random.randint(0, len(data))))


def flipped(chance: Chance, data: bytes) -> bytes:
    """One bit is another."""
    if not data:
        return data
    at = chance.random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.random.randrange(8)]) + data[at + 1 :]


def put_in(chance: Chance, data: bytes) -> bytes:
    """A token stands where none was."""
    at = chance.place(data)
    return data[:at] + chance.random.choice(TOKENS) * chance.random.choice((1, 1, 1, 50)) + data[at:]


def cut_out(chance: Chance, data: bytes) -> bytes:
    """A stretch is missing."""
    at = chance.place(data)
    return data[:at] + data[at + chance.random.choice((1, 5, 60, 100_000)) :]


def repeated(chance: Chance, data: bytes) -> bytes:
    """A stretch stands several times."""
    at = chance.place(data)
    piece = data[at : at + chance.random.choice((1, 8, 80))]
    return data[:at] + piece * chance.random.choice((2, 30, 300)) + data[at:]


def spliced(chance: Chance, data: bytes) -> bytes:
    """It goes on as another file does."""
    other = chance.random.choice(list(WHOLE.values()))
    return data[: chance.place(data)] + other[chance.place(other) :]


def worded(chance: Chance, data: bytes) -> bytes:
    """Prose stands in it."""
    at = chance.place(data)
    return data[:at] + chance.prose().encode("utf-8", "surrogatepass") + data[at:]


CHANGES: Sequence[Callable[[Chance, bytes], bytes]] = (flipped, put_in, cut_out, repeated, spliced, worded)


@dataclass
class Round:
    """One folder and how the command is called on it."""

    files: dict[str, bytes]
    options: tuple[str, ...] = ()
    beside: dict[str, bytes] = field(default_factory=dict)
    """Files of the folder that the command is called in: topics and houses."""

    def fault(self) -> str:
        """What is wrong; "" when nothing is."""
        top = Path(tempfile.mkdtemp(prefix="fuzz-"))
        try:
            return self._fault(top)
        finally:
            shutil.rmtree(top, ignore_errors=True)

    def _fault(self, top: Path) -> str:
        written(top / "sources", {"good.md": GOOD.encode(), **self.files})
        written(top, self.beside)
        told = io.StringIO()
        call = ["--seeds", str(top / "sources"), "--out", str(top / "out"), *self.options]
        with contextlib.chdir(top), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            try:
                code = outcome(call if "--topic" in call else ["--topic", TOPIC, *call])
            except Exception:
                return traceback.format_exc(limit=-3)
        found = FAULTS.search(told.getvalue())
        # A house that was spoiled may make a file that does not hold: then it must not be kept.
        ours = "--template" not in self.options or (found and found[0] != "[verification-failed]")
        if found and ours:
            at = told.getvalue().rfind("\n", 0, found.start()) + 1
            return told.getvalue()[at : at + 600]
        plain = not self.beside and not self.options
        return f"exit code {code}: {told.getvalue()[-400:]}" if plain and code else ""

    def smaller(self) -> Round:
        """The round with the fewest files that still shows a fault."""
        for name in list(self.files):
            fewer = Round({n: data for n, data in self.files.items() if n != name}, self.options, self.beside)
            if fewer.fault():
                return fewer.smaller()
        return self


def written(folder: Path, files: dict[str, bytes]) -> None:
    """Write files by their names, whose folders are made."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def round_of(seed: int) -> Round:
    """The round that a seed stands for."""
    chance = Chance(random.Random(seed))
    pick = chance.random.choice
    files: dict[str, bytes] = {}
    for number in range(pick((1, 2, 4))):
        suffix = pick(sorted(WHOLE))
        data = pick((WHOLE[suffix], WHOLE[suffix], pick(list(FILES.values()))))[:200_000]
        files[f"{number}{suffix}"] = chance.bytes_of(data)
    for number in range(pick((0, 1, 3))):
        files[f"text{number}{pick(('.txt', '.md'))}"] = chance.prose().encode("utf-8", "surrogatepass")
    if chance.random.random() < 0.2:
        states = b'title = "One"\npublished = "2025-07-21"\nkeep_lines = [1, 2]\nconfidential = true\n'
        files[f"{pick(sorted(files))}.meta.toml"] = chance.bytes_of(states)
    made = Round(files)
    if chance.random.random() < 0.2:
        made.beside["templates/topics/own.toml"] = chance.bytes_of(pick(list(TOPICS.values()))[:20_000])
        made.options = ("--topic", "own")
    elif chance.random.random() < 0.2:
        house = pick(list(HOUSES.values()))
        made.beside = {f"house/{name}": chance.bytes_of(data[:20_000]) for name, data in house.items()}
        made.options = ("--template", "house", "--format", pick(("md", "docx", "html")))
    elif chance.random.random() < 0.2:
        words = re.sub(r"[\x00-\x1f\ud800-\udfff]", " ", chance.prose())[:90] or "x"
        made.options = pick(
            (
                ("--topic", words),
                ("--actor", words),
                ("--marking", words),
                ("--to", words),
                ("--as-of", words),
            )
        )
    else:
        made.options = (
            "--format",
            pick(("docx", "md", "json", "html", "eml")),
            "--length",
            pick(("short", "full")),
        )
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=600)
    asked.add_argument(
        "--seed", type=int, default=1, help="of the first round; each further one has the next"
    )
    asked.add_argument("--keep", type=Path, default=Path("fuzz-faults"))
    given = asked.parse_args()
    end, seed, faults = time.monotonic() + given.seconds, given.seed, Counter[str]()
    while time.monotonic() < end:
        one = round_of(seed)
        if fault := one.fault():
            kind = fault.strip().splitlines()[-1][:160]
            faults[kind] += 1
            print(f"seed {seed}: {fault}", flush=True)
            if faults[kind] == 1:
                fewest = one.smaller()
                written(
                    given.keep / str(seed),
                    {**fewest.files, **fewest.beside, "call": repr(fewest.options).encode()},
                )
        seed += 1
    print(f"{seed - given.seed} rounds from seed {given.seed}, {sum(faults.values())} at fault")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
