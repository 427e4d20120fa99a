"""`briefgen show FILE`: what was found in a document, as a person reads it and as data.

When a change of the page in tests/gold/show is wanted: read the saved actual file, then put it in its place.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from briefgen import cli, preparing
from briefgen.annotate import ANNOTATORS, issues, quotes, relations, speakers
from briefgen.annotate.speakers.explained import LikelyMention
from briefgen.cli import main
from briefgen.model import FlagKind, Label
from briefgen.pipeline import inspect
from briefgen.show import Wish, as_json, searched, shown, speech
from briefgen.show.selecting import SHOWN
from briefgen.show.view import ShownDocument
from briefgen.show.wish import LAYERS

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(__file__).parent / "gold" / "show"
HARBOUR = GOLD / "harbour.txt"
PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
RECORDS = (
    '[{"title": "One", "text": "Anna Olde said the port was safe."}, {"title": "Two", "text": "It rained."}]'
)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """One run of `briefgen show`: exit code, what is printed, what is told beside it."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as leave:
            main(["show", *(str(argument) for argument in arguments)])
        printed, told = capsys.readouterr()
        assert "Traceback" not in told
        return int(leave.value.code or 0), printed, told

    return run


@pytest.fixture(autouse=True)
def unwrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


def page(file: Path, width: int = 0, **options: Any) -> str:
    wish = replace(Wish(), **options)
    return "\n".join(shown(searched(inspect(file)[0], wish), wish, width))


def written(folder: Path, text: str, name: str = "article.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


# ---------------------------------------------------------------- the page


def test_the_page_is_as_it_was_read_and_agreed() -> None:
    saved, actual = GOLD / "harbour.shown.txt.actual", page(HARBOUR, 100) + "\n"
    if actual != (GOLD / "harbour.shown.txt").read_text(encoding="utf-8"):
        saved.write_text(actual, encoding="utf-8")
        pytest.fail(
            f"the page differs from harbour.shown.txt; what is printed today is saved as {saved.name}"
        )
    saved.unlink(missing_ok=True)


def test_every_line_of_a_finding_says_sentence_and_what_it_is() -> None:
    lines = [line for line in page(HARBOUR).split("\n")[1:] if line]
    assert [line for line in lines if not re.match(r"( |\d+) {1,3}[a-z]+ +\S", line)] == []


def test_a_finding_is_one_line_when_it_goes_to_another_program(
    call: Callable[..., tuple[int, str, str]],
) -> None:
    code, printed, told = call(HARBOUR)
    assert (code, told) == (0, "")
    assert max(map(len, printed.split("\n"))) > 110


def test_lines_wrap_to_the_window(
    call: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    _, printed, _ = call(HARBOUR, "--why")
    assert max(map(len, printed.split("\n"))) <= 70
    assert "“Fisheries do not stop at our borders,”" in " ".join(printed.split())


def test_a_narrow_window_is_taken_as_forty_letters_wide() -> None:
    text = page(HARBOUR, width=10)
    assert text == page(HARBOUR, width=40)
    assert text != page(HARBOUR, width=41)


@pytest.mark.parametrize(("length", "whole"), [(60, True), (72, True), (73, False), (140, False)])
def test_words_up_to_a_line_are_shown_whole(tmp_path: Path, length: int, whole: bool) -> None:
    words = ("we go on " * 20)[: length - 1] + "x"
    text = page(
        written(tmp_path, f"Port opens\n\n“{words}”, said Anna Olde, the minister, in Oslo."), why=True
    )
    shown_words = [line for line in text.split("\n") if " statement " in line or " quotation " in line]
    assert any(f"“{words}”" in line for line in shown_words) == whole
    assert any(" … " in line for line in shown_words) != whole


@pytest.mark.parametrize(
    ("number", "shown_names", "rest"), [(5, 5, ""), (6, 5, "and 1 less likely"), (7, 5, "and 2 less likely")]
)
def test_the_five_likeliest_candidates_are_shown(number: int, shown_names: int, rest: str) -> None:
    view = ShownDocument.of(inspect(HARBOUR)[0][0][0])
    words = view.document.names[0].span
    found = [LikelyMention(words, None, 0.1, ()) for _ in range(number)]
    line = speech._likely(view, found, 0.3, words)
    assert line.count(" .10") == shown_names
    assert rest in line


def test_a_dropped_line_is_shown_with_the_rule_that_dropped_it() -> None:
    assert "block       line 5, furniture (dropped), rule share-buttons: Share this article" in page(HARBOUR)


def test_the_head_says_how_the_date_is_known_and_what_was_met(tmp_path: Path) -> None:
    file = written(tmp_path, "Port opens\n\nOslo, July 21 — The port opened. “It is open, she said.")
    found = page(file)
    assert (
        "date        undated, rung" in found or "date        undated, “July 21” (line 3), XXXX-07-21" in found
    )
    assert "flag        undated" in found
    assert "problem     line 3: " in found
    assert "[quote-unbalanced]" in found


def test_what_the_user_states_is_told_apart_from_what_the_file_says(tmp_path: Path) -> None:
    file = written(tmp_path, "Port opens\n\nThe port opened.")
    written(tmp_path, 'publisher = "Harbour Gazette"', "article.txt.meta.toml")
    assert "publisher   Harbour Gazette (by the user)" in page(file)


# ---------------------------------------------------------------- decisions


def test_candidates_stand_in_order_with_the_margin(tmp_path: Path) -> None:
    text = "Port opens\n\nAnna Olde met Karl Brandt in Oslo.\n\n“We will go on in the spring.”"
    line = next(row for row in page(written(tmp_path, text)).split("\n") if " candidates " in row)
    shares = [float(share) for share in re.findall(r"(?<= )[01]?\.\d\d(?=  )", line)]
    assert len(shares) > 1
    assert shares == sorted(shares, reverse=True)
    assert "Anna Olde (line 3) ." in line
    assert line.endswith("(margin .30)")


def test_a_speaker_below_the_margin_is_not_determined_though_candidates_are_shown(tmp_path: Path) -> None:
    names = "Anna Olde, Karl Brandt, Otto Lund, Maria Stone, Peter Vale and Nina Frost met in Oslo."
    found = page(
        written(tmp_path, f"Port opens\n\n{names}\n\nThe rain fell.\n\n“We will go on in the spring.”")
    )
    speaker, candidates = [row for row in found.split("\n") if re.search(" (speaker|candidates) ", row)]
    assert speaker.endswith("not determined")
    assert max(map(float, re.findall(r" (\.\d\d)  ", candidates))) < 0.3
    assert re.search(r"  and \d less likely  \(margin \.30\)", candidates)


def test_a_pronoun_is_shown_with_whom_it_stands_for() -> None:
    assert re.search(r"“he”: Karl Brandt \.\d\d", page(HARBOUR))


def test_a_quotation_that_is_no_speech_is_shown_with_what_speaks_for_it_and_against() -> None:
    found = page(HARBOUR, layers=frozenset({"quotations"}))
    assert re.search(r"quotation   “Blue Gull”: no speech, -\d\.\d\d \(speech above 0\.00\)", found)
    assert re.search(r"  against   every long word capital -\d\.\d\d", found)
    assert "Fisheries do not stop at our borders,”: speech" not in found
    assert "Fisheries do not stop at our borders,”: speech" in page(HARBOUR, why=True)


def test_a_sentence_with_a_cue_that_is_not_open_is_shown_with_its_score() -> None:
    assert re.search(r"issue       not open, -\d\.\d\d \(open from -0\.20\): “If” \(if\)", page(HARBOUR))


def test_words_that_bar_a_relation_are_named() -> None:
    assert "relation    none, barred by “never” (negation): “signed an agreement" in page(HARBOUR)


def test_a_bar_of_the_list_of_guards_is_named_by_its_group(tmp_path: Path) -> None:
    file = tmp_path / "ended.txt"
    file.write_text("Norway violated an agreement with Ghana on Monday.\n", "utf-8")
    assert "(guard before): “agreement with Ghana”" in page(file)


def test_a_date_shows_the_words_it_was_counted_from() -> None:
    assert "“Tuesday”: DATE 2024-03-12, day, resolved from “12 March 2024” (line 3)" in page(HARBOUR)


def test_features_and_patterns_are_shown_with_why_only() -> None:
    plain, told = page(HARBOUR), page(HARBOUR, why=True)
    assert not re.search(r"^\d   (why|pattern) ", plain, flags=re.M)
    assert re.search(r"^\d   why       Anna Olde \+\d\.\d\d: ", told, flags=re.M)
    assert re.search(r"^\d   pattern   has: ", told, flags=re.M)


@pytest.fixture(params=sorted((ROOT / "seeds").glob("0*")), ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Any:
    return inspect(request.param)[0][0][0]


def test_the_likeliest_candidate_is_the_one_that_was_chosen(document: Any) -> None:
    chosen = {quote.parts: quote.mention for quote in document.quotes}
    for one in speakers.explain(document).speakers:
        best = one.candidates[0] if one.candidates else None
        likely = best is not None and best.probability >= one.margin
        assert chosen[one.parts] == (best.words if best and likely else None)
        if best:
            assert sum(other.probability for other in one.candidates) == pytest.approx(1)


def test_what_is_explained_is_what_was_decided(document: Any) -> None:
    parts = {part for quote in document.quotes if quote.kind != "indirect" for part in quote.parts}
    assert {one.quotation.inner for one in quotes.explain(document) if one.speech} == parts
    opened = [one.sentence for one in issues.explain(document) if one.open]
    assert opened == [issue.sentence for issue in document.issues]
    stated = [one.relation for one in relations.explain(document) if one.relation]
    assert stated == list(document.relations)


def test_scores_are_the_sums_of_the_weights_that_are_shown(document: Any) -> None:
    for one in (*quotes.explain(document), *issues.explain(document)):
        assert sum(weight for _, weight in one.features) == pytest.approx(one.score)


def test_nothing_that_was_found_is_left_out(document: Any) -> None:
    data = json.loads(as_json(searched([(document, ())], Wish())))["documents"][0]
    found = [row for part in (*data["blocks"], *data["sentences"]) for row in part["found"]]
    count = {kind: sum(row["what"] == kind for row in found) for kind in ("name", "date", "speaker")}
    expected = {"name": document.names, "date": document.dates, "speaker": document.quotes}
    assert count == {kind: len(all_of) for kind, all_of in expected.items()}
    assert len(data["blocks"]) == len(document.blocks)
    assert len(data["sentences"]) == len(document.sentences)


# ---------------------------------------------------------------- options


def test_the_layers_are_those_that_annotators_fill() -> None:
    assert set(LAYERS) == {*ANNOTATORS, "blocks"}
    assert set(SHOWN) == set(ANNOTATORS) - {"sentences"}


def test_the_help_names_every_layer(call: Callable[..., tuple[int, str, str]]) -> None:
    command: Any = typer.main.get_command(cli.app)
    text = next(one.help for one in command.commands["show"].params if one.name == "layer")
    assert set(re.findall(r"[a-z]+", text.split(".")[0])) - {"nly", "this", "or"} == set(LAYERS)


def test_a_layer_alone_is_shown_under_the_sentences_that_hold_it() -> None:
    found = page(HARBOUR, layers=frozenset({"dates"})).split("\n")[1:]
    assert {re.split(" +", line)[1] for line in found if line} == {"sentence", "date"}
    assert sum(" sentence " in line for line in found) == 2


def test_words_are_shown_with_their_tags() -> None:
    found = page(HARBOUR, layers=frozenset({"words"}))
    assert "Norway/CAP and/CONJ Iceland/CAP signed/" in found
    assert " words " not in page(HARBOUR)


def test_a_line_or_words_narrow_what_is_shown() -> None:
    by_line, by_words = page(HARBOUR, line=13), page(HARBOUR, words="the  european UNION")
    assert re.findall(r"^(\d) sentence", by_line, flags=re.M) == ["8", "9"]
    assert re.findall(r"^(\d) sentence", by_words, flags=re.M) == ["8"]
    assert "line 5" not in by_line
    assert "title" not in by_line


def test_a_line_of_a_wrapped_paragraph_finds_its_sentence(tmp_path: Path) -> None:
    file = written(tmp_path, "Port opens\n\nThe port of the old town on the\nnorthern coast opened again.\n")
    assert "lines 3-4: The port of the old town" in page(file, line=4)


def test_what_is_not_there_is_said_and_no_error(call: Callable[..., tuple[int, str, str]]) -> None:
    code, _, told = call(HARBOUR, "--line", "99")
    assert code == 0
    assert "harbour.txt: It holds nothing of what was asked for. [nothing-shown]" in told


def test_several_documents_of_a_file_are_shown_or_one_of_them(
    tmp_path: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    file = written(tmp_path, RECORDS, "two.json")
    _, both, _ = call(file)
    assert re.findall(r"^two\.json#(\d)", both, flags=re.M) == ["1", "2"]
    _, second, _ = call(file, "--document", 2)
    assert re.findall(r"^two\.json#(\d)", second, flags=re.M) == ["2"]
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as package:
        package.write(file, "inner.json")
        package.write(HARBOUR, "harbour.txt")
    _, packed, _ = call(tmp_path / "both.zip")
    assert len(re.findall(r"^both\.zip.* \(S\d\)$", packed, flags=re.M)) == 3


def test_json_holds_all_candidates_and_features(call: Callable[..., tuple[int, str, str]]) -> None:
    _, printed, _ = call(HARBOUR, "--json", "--layer", "speakers")
    (one,) = json.loads(printed)["documents"]
    rows = [row for sentence in one["sentences"] for row in sentence["found"]]
    row = next(row for row in rows if row["what"] == "candidates")
    assert sum(other["probability"] for other in row["candidates"]) == pytest.approx(1, abs=0.01)
    assert row["candidates"][0]["words"]["text"] == "Anna Olde"
    assert row["candidates"][0]["features"][0].keys() == {"feature", "weight"}


WRONG = {
    "file-missing": (1, ["nowhere.txt"], "briefgen show"),
    "layer-unknown": (2, [HARBOUR, "--layer", "colours"], "speakers"),
    "document-unknown": (2, [HARBOUR, "--document", "2"], "--document"),
}


@pytest.mark.parametrize("slug", WRONG)
def test_a_wrong_call_is_refused_with_a_remedy(slug: str, call: Callable[..., tuple[int, str, str]]) -> None:
    code, arguments, remedy = WRONG[slug]
    found, printed, told = call(*arguments)
    assert (found, printed) == (code, "")
    assert f"[{slug}]" in told
    assert remedy in told.split("\n")[1]


def test_a_file_that_can_not_be_read_is_named(
    tmp_path: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    code, printed, told = call(written(tmp_path, "", "empty.txt"))
    assert (code, printed) == (1, "")
    assert "empty.txt: The file holds no text" in told


def test_a_foreign_document_is_shown_as_not_read(tmp_path: Path) -> None:
    german = "Die Minister haben sich gestern nicht auf neue Quoten für die Fischerei geeinigt. " * 5
    found = page(written(tmp_path, german))
    assert "flag        not-english" in found
    assert " sentence " not in found


@pytest.mark.parametrize("layer", ANNOTATORS)
def test_a_fault_in_one_layer_leaves_the_others_to_see(
    layer: str, call: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Any:
        raise IndexError("list index out of range")

    monkeypatch.setattr(preparing, "ANNOTATORS", {**ANNOTATORS, layer: broken})
    code, printed, _ = call(HARBOUR)
    assert code == 5
    assert "[layer-failed]" in printed
    assert "Share this article" in printed


def test_what_can_stand_in_a_page_is_printable(tmp_path: Path) -> None:
    text = "Port opens\n\nAnna Olde\u202e said\u00a0the port \u0007was safe.\n"
    found = page(written(tmp_path, text))
    assert "[U+0007]" in found
    assert not re.search("[\x00-\x08\u202e]", found)


def test_every_label_and_flag_fits_the_page() -> None:
    assert all(len(name) < 30 for name in (*get_args(Label), *get_args(FlagKind)))


# ---------------------------------------------------------------- docs/extending.md


def test_the_example_of_the_docs_is_as_printed(
    tmp_path: Path, call: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = PAGE.split("## To find out why")[1].split("\n## ")[0]
    article, *examples = re.findall(r"```\w*\n(.*?)```", part, flags=re.S)
    written(tmp_path, article, "quay.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    assert examples
    for example in examples:
        command, _, expected = example.partition("\n")
        arguments = command.removeprefix("$ briefgen show ").split()
        assert call(*arguments)[1] == expected
