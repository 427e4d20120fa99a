"""The word lists: typed, each mistake told with file and line, one line for one fact, and an index."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from briefgen import lexicon
from briefgen.errors import BriefgenError
from briefgen.lexicon.cells import CellError
from briefgen.lexicon.schema import Table, Words

ROOT = Path(__file__).resolve().parent.parent
LEXICON = ROOT / "briefgen" / "lexicon"
FILES = sorted(p.relative_to(LEXICON).as_posix() for p in LEXICON.glob("*/*.t*"))
UNFIT = ("(", "a||b", "no such thing", "-1.x", "")
"""Cells of which each typed column refuses one; a column that takes all of them holds free text."""
FREE = {"others", "value", "nouns", "takes"}


def declared() -> Iterator[Table[tuple[object, ...]] | Words]:
    for folder in lexicon.__all__:
        for value in vars(getattr(lexicon, folder)).values():
            if isinstance(value, Table | Words):
                yield value


LISTS = {one.file: one for one in declared()}
TABLES = [one for one in LISTS.values() if isinstance(one, Table)]
PLAIN = [one for one in LISTS.values() if isinstance(one, Words)]


def lines_of(file: str) -> list[str]:
    return (LEXICON / file).read_text(encoding="utf-8").splitlines()


def first_row(file: str) -> int:
    """Index of the first line that is no comment."""
    return next(i for i, line in enumerate(lines_of(file)) if line.strip() and not line.startswith("#"))


def complaint(one: Table[tuple[object, ...]] | Words, lines: list[str], folder: Path) -> str:
    """What is said of a list with these lines."""
    path = folder / one.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        one.read(folder)
    assert caught.value.slug == "lexicon-broken"
    return caught.value.message


def test_every_list_is_declared_and_every_declaration_has_its_file() -> None:
    assert sorted(LISTS) == FILES


@pytest.mark.parametrize("file", FILES)
def test_every_list_can_be_read(file: str) -> None:
    assert LISTS[file].read(LEXICON)


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.file)
def test_a_missing_tab_is_told_with_its_line(table: Table[tuple[object, ...]], tmp_path: Path) -> None:
    lines, at = lines_of(table.file), first_row(table.file)
    lines[at] = lines[at].replace("\t", " ", 1)
    said = complaint(table, lines, tmp_path)
    assert said.startswith(f"lexicon/{table.file}, line {at + 1}: expected {len(table.columns)} cells")


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.file)
def test_a_cell_of_another_type_is_told_with_its_column(
    table: Table[tuple[object, ...]], tmp_path: Path
) -> None:
    lines, at = lines_of(table.file), first_row(table.file)
    for column, parse in enumerate(table.cells):
        unfit = next((cell for cell in UNFIT if refuses(parse, cell)), None)
        if unfit is None:
            assert table.columns[column] in FREE, table.columns[column]
            continue
        cells = lines[at].split("\t")
        cells[column] = unfit
        said = complaint(table, [*lines[:at], "\t".join(cells), *lines[at + 1 :]], tmp_path)
        assert said.startswith(f"lexicon/{table.file}, line {at + 1}: expected ")
        assert f"as {table.columns[column]}" in said


def refuses(parse: object, cell: str) -> bool:
    assert callable(parse)
    try:
        parse(cell)
    except CellError:
        return True
    return False


@pytest.mark.parametrize("table", [t for t in TABLES if t.key is not None], ids=lambda one: one.file)
def test_a_key_that_stands_there_twice_is_told(table: Table[tuple[object, ...]], tmp_path: Path) -> None:
    lines = lines_of(table.file)
    said = complaint(table, [*lines, lines[first_row(table.file)]], tmp_path)
    assert said.startswith(
        f"lexicon/{table.file}, line {len(lines) + 1}: expected each {table.columns[table.key or 0]} once"
    )


@pytest.mark.parametrize("table", [t for t in TABLES if t.known], ids=lambda one: one.file)
def test_a_reference_to_an_unknown_key_is_told(table: Table[tuple[object, ...]], tmp_path: Path) -> None:
    lines = lines_of(table.file)
    for column in table.known:
        cells = lines[first_row(table.file)].split("\t")
        if table.key is not None:
            cells[0] = "ZZ" if cells[0].isupper() else "planted"
        cells[column] = "atlantis"
        said = complaint(table, [*lines, "\t".join(cells)], tmp_path)
        assert said.startswith(f"lexicon/{table.file}, line {len(lines) + 1}: expected a known key")
        assert "“atlantis”" in said


@pytest.mark.parametrize("words", PLAIN, ids=lambda one: one.file)
def test_mistakes_in_a_plain_list_are_told(words: Words, tmp_path: Path) -> None:
    lines = lines_of(words.file)
    place = f"lexicon/{words.file}, line {len(lines) + 1}: expected "
    entry = lines[first_row(words.file)].split("#")[0].strip()
    assert complaint(words, [*lines, entry.upper()], tmp_path).startswith(f"{place}each entry once")
    assert complaint(words, [*lines, "one\ttwo"], tmp_path).startswith(f"{place}one or more words")


def test_a_missing_list_and_one_in_another_encoding_are_told(tmp_path: Path) -> None:
    words = lexicon.grammar.stopwords
    with pytest.raises(BriefgenError, match=r"lexicon/grammar/stopwords\.txt: the list is missing"):
        words.read(tmp_path)
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "stopwords.txt").write_bytes(b"caf\xe9\n")
    with pytest.raises(BriefgenError, match=r"lexicon/grammar/stopwords\.txt: expected text in UTF-8"):
        words.read(tmp_path)


def test_no_title_stands_in_another_list_of_nouns() -> None:
    titles = {noun for row in lexicon.persons.table() for noun in row.nouns if "role" in row.uses}
    others = set(lexicon.persons.role_nouns()) | set(lexicon.names.heads_with("noun"))
    assert titles & others == set()
    assert set(lexicon.grammar.backward()) & titles == set()
    assert set(lexicon.grammar.abbreviations()) & {f.lower() for f in lexicon.persons.shortened()} == set()


# ---------------------------------------------------------------- the index


def index() -> dict[str, tuple[str, ...]]:
    """File to the cells of its row in README.md."""
    rows = re.findall(r"^\| `([\w/.]+)` \|(.+)\|$", (LEXICON / "README.md").read_text("utf-8"), re.M)
    return {file: tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", rest)) for file, rest in rows}


def test_the_index_names_every_list() -> None:
    assert sorted(index()) == FILES


@pytest.mark.parametrize("file", FILES)
def test_the_head_of_a_list_says_what_its_row_in_the_index_says(file: str) -> None:
    what, source, licence, cases = index()[file]
    head = "\n".join(lines_of(file)[: first_row(file)])
    assert all((what, source, licence))
    assert f"# Cases: tests/cases/{cases.strip('`')}" in head.splitlines()
    assert (ROOT / "tests" / "cases" / cases.strip("`")).is_file()
    assert ("fitted by" if "fitted" in source else "written") in head.casefold().replace("\n# ", " ")
    assert ("Unicode" in licence) == ("Unicode licence" in head)
    assert ("public domain" in licence) == ("public domain" in head)


def test_the_lists_and_their_index_ship_with_the_package() -> None:
    shipped = files("briefgen.lexicon")
    assert shipped.joinpath("README.md").is_file()
    assert all(shipped.joinpath(*file.split("/")).is_file() for file in FILES)


# ---------------------------------------------------------------- the whole program with other lists


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in a folder of its own, whose lists a test may change."""
    shutil.copytree(ROOT / "briefgen", tmp_path / "briefgen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return tmp_path


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder), str(ROOT)))
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env={**os.environ, "PYTHONPATH": path}, text=True,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def append(folder: Path, file: str, line: str) -> None:
    with (folder / "briefgen" / "lexicon" / file).open("a", encoding="utf-8") as lexicon_file:
        lexicon_file.write(line + "\n")


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("saying/verbs.tsv", "blort\tblorts blorted say"),
        ("weights/speakers.tsv", "a feature\tmuch"),
        ("relations/patterns.tsv", "has\t\tjoin\t{ONE} (joins"),
        ("names/states.tsv", "ZZ\tNowhere\t\t\t\t\tatlantis"),
        ("furniture/lines.tsv", "nonsense\trule\tphrase"),
    ],
)
def test_a_run_with_a_broken_list_says_which_line_to_correct(copy: Path, file: str, line: str) -> None:
    number = len(lines_of(file)) + 1
    append(copy, file, line)
    (copy / "papers").mkdir()
    text = (
        "Japan and Norway join forces. Japan joins Norway in talks.\n“We agree on trade,” Ana Torres said.\n"
    )
    (copy / "papers" / "a.txt").write_text(text, encoding="utf-8")
    done = python(copy, "-m", "briefgen", "--topic", "japan trade", "--seeds", "papers", "--out", "out")
    assert done.returncode == 1
    said = " ".join(done.stderr.split())
    assert f"lexicon/{file}, line {number}: expected" in said
    assert "fault" not in said


PROBE = """
import json
from briefgen.english.clauses import clause_bounds
from briefgen.english.negation import denial
from briefgen.clean.captions import is_caption
from briefgen.clean.told import is_attributed
from briefgen.english.openings import opening
from briefgen.english.speaker_labels import labels
from briefgen.link.changes import divergences
from briefgen.link.relation import relate
from briefgen.link.version import Version
from tests import link_documents, test_compose, test_issues, test_names, test_relations, test_speakers
from tests.test_link_changes import told

def sentences(text):
    made = link_documents.document("S1", text)
    return [made.text(s.span) for s in made.sentences]

def speakers(text):
    found = test_speakers.annotated(text)
    return [test_speakers.line(found, quote) for quote in found.quotes]

def names(text):
    found = test_names.annotated(text)
    return [test_names.line(found, name) for name in found.names]

def relations(text):
    return [test_relations.line(found) for found in test_relations.annotated(text).relations]

def issues(text):
    made = test_issues.annotated(text)
    return [f"{issue.kind} | {made.text(issue.cue)}" for issue in made.issues]

def opens(text):
    found = opening(text)
    return [text[: found.connective], text[: found.leaning]]

def denied(text):
    found = denial(text)
    return [found.group()] if found else []

def occasions(text):
    made = test_compose.document(text)
    return [made.text(quote.occasion) for quote in made.quotes if quote.occasion]

def turns(*lines):
    return [line[one.start : one.end] for line, one in zip(lines, labels(lines)) if one]

def captions(text):
    return [text] if is_caption(text) else []

def attributed(text):
    return [text] if is_attributed(text) else []

def clauses(text, core):
    start = text.index(core)
    low, high = clause_bounds(text, start, start + len(core), lambda offset: False)
    return [text[low:high]]

def changes(first, second):
    one, two = link_documents.document("S1", first), link_documents.document("S2", second)
    return [told(change, one, two) for change in divergences(relate(Version(one), Version(two)))]

print(json.dumps(eval(input())))
"""


def probe(folder: Path, expression: str) -> object:
    """What the stages of the package in `folder` make of a text."""
    path = os.pathsep.join((str(folder), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=folder, env={**os.environ, "PYTHONPATH": path}, text=True,
        input=expression, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


LINES = (
    ("persons/titles.tsv", "burgomaster\tburgomasters\tBurg.\toffice\t\t"),
    ("persons/titles.tsv", "lornette\t\tLrn.\tcourtesy\tf\t"),
    ("grammar/abbreviations.tsv", "zwb\t"),
    ("saying/verbs.tsv", "blort\tblorts blorted blorting\tsay\t\t\t"),
    ("names/organisations.tsv", "tidal-pact\tTidal Pact Assembly\tTPA\tintergovernmental\t\t\t"),
    ("names/heads.tsv", "Konvent\torganisation\tname speaks noun of"),
    ("persons/given_names.tsv", "Quillo\tf"),
    ("persons/particles.txt", "vun"),
    ("persons/title_words.tsv", "quondam\tstatus\tnames titles link out"),
    ("pages/wires.txt", "Varda Wire"),
    ("grammar/leaning_openers.tsv", "thusly\tconnective\talways"),
    ("grammar/leaning_openers.tsv", "yonder\tpointing\t"),
    ("grammar/negations.txt", "nowise"),
    ("relations/nouns.tsv", "has\tcompaction"),
    ("topics/occasions.tsv", "folkmoot\tsaid venue"),
    ("issues/cues.tsv", "unresolved\tunclear\t\\bquorvelled\\b"),
)
"""One line each for a new office, a new honorific, abbreviation, verb of saying, organisation and so on."""


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with one line more for each new thing."""
    folder = tmp_path_factory.mktemp("enlarged")
    shutil.copytree(ROOT / "briefgen", folder / "briefgen", ignore=shutil.ignore_patterns("__pycache__"))
    for file, line in LINES:
        append(folder, file, line)
    return folder


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ('sentences("They met Burg. Holt at noon.")', ["They met Burg. Holt at noon."]),
        ('sentences("They met Lrn. Holt at noon.")', ["They met Lrn. Holt at noon."]),
        ('sentences("The zwb. Lane was shut.")', ["The zwb. Lane was shut."]),
        (
            'speakers("“The dam will hold,” Burg. Anna Holt said.")',
            ["The dam => Anna Holt, person; role: Burg."],
        ),
        (
            'speakers("“The dam will hold,” Burgomaster Anna Holt said.")',
            ["The dam => Anna Holt, person; role: Burgomaster"],
        ),
        (
            'speakers("Anna Holt, the burgomaster, left.\\n“The dam will hold,” Holt said.")',
            ["The dam => Anna Holt, person; role: the burgomaster"],
        ),
        (
            'speakers("Lrn. Holt and Mr. Lane met.\\n“The dam will hold,” she said.")',
            ["The dam => Holt, person"],
        ),
        ('speakers("Ilka Holt blorted that the dam would hold.")', ["that the => Ilka Holt, person"]),
        ('speakers("“The dam will hold,” the konvent said.")', ["The dam => the konvent, organisation"]),
        ('names("They met Burg. Holt at noon.")', ["Holt | person | Holt"]),
        ('names("They met Lrn. Holt at noon.")', ["Holt | person | Holt"]),
        ('names("They met Quillo vun Holt at noon.")', ["Quillo vun Holt | person | Quillo vun Holt"]),
        ('names("They left the TPA.")', ["TPA | organisation | tidal-pact"]),
        (
            'turns("Lrn. Holt: The dam will hold.", "Burgomaster Vale: No.")',
            ["Lrn. Holt", "Burgomaster Vale"],
        ),
        ('turns("Ida Vale (TPA): It holds.", "Burg. Holt: No.")', ["Ida Vale (TPA)", "Burg. Holt"]),
        (
            'captions("The dam, May 3, 2024. Varda Wire/Ida Vale")',
            ["The dam, May 3, 2024. Varda Wire/Ida Vale"],
        ),
        ('attributed("The dam will hold, Ida Vale blorted.")', ["The dam will hold, Ida Vale blorted."]),
        ('opens("Thusly the dam will hold.")', ["Thusly ", ""]),
        ('opens("Yonder is where the dam stood.")', ["", "Yonder"]),
        ('denied("it will nowise hold")', ["nowise"]),
        ('relations("Norway has a compaction with Chile.")', ["has | Norway | Chile"]),
        ('relations("Norway has nowise had a pact with Chile.")', []),
        (
            'occasions("“The dam will hold,” Anna Holt said at the folkmoot of miners.")',
            ["at the folkmoot of miners"],
        ),
        (
            'clauses("The old dam above the town was shut for a year, blorting no cause at all", "dam")',
            ["The old dam above the town was shut for a year"],
        ),
        (
            'issues("It is quorvelled when the government of Norway will build the second dam.")',
            ["unresolved | quorvelled"],
        ),
        (
            'changes("Burgomaster Ana Torres opened it.", "Deputy burgomaster Ana Torres opened it.")',
            ["major title: Burgomaster Ana Torres | Deputy burgomaster Ana Torres"],
        ),
        (
            'changes("Burg. Ana Torres opened it.", "Mayor Ana Torres opened it.")',
            ["notable title: Burg. Ana Torres | Mayor Ana Torres"],
        ),
        ('changes("Burg. Ana Torres opened it.", "Burgomaster Ana Torres opened it.")', []),
        (
            'changes("Minister Ana Torres opened it.", "Quondam minister Ana Torres opened it.")',
            ["major title: Minister Ana Torres | Quondam minister Ana Torres"],
        ),
    ],
)
def test_one_line_makes_a_new_word_known_to_every_stage(enlarged: Path, asked: str, told: list[str]) -> None:
    assert probe(enlarged, asked) == told
    assert asked.endswith('opened it.")') or probe(ROOT, asked) != told
