"""Documents in other languages: listed, not read, and worth a translation or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import topic
from briefgen.cli import main
from briefgen.english.languages import is_english, language
from briefgen.select import select
from tests.made import corpus

ENGLISH = "Fisheries agreement near\nNorway and Kenya are near a fisheries deal, Minister Anna Olde said."
GERMAN = (
    "Norwegen und Kenia einig\nDie norwegische Ministerin Olde sagte am Montag, dass die "
    "Verhandlungen mit Kenia fast beendet seien und dass der Text auch in Nairobi geprüft "
    "werde. Norwegen hat das nicht kommentiert."
)
NIGERIA = (
    "Le poisson de Lagos\nLe poisson du Nigeria est vendu dans le monde entier et les "
    "pêcheurs de la ville sont fiers de leur travail, selon un porte-parole du port, qui "
    "a parlé avec des journalistes."
)
LANGUAGES = {
    "de": "Die Ministerin sagte am Montag, dass die Verhandlungen über das Abkommen fast "
    "beendet sind, aber noch nicht alle Fragen geklärt wurden.",
    "es": "La ministra dijo el lunes que las negociaciones sobre el acuerdo están casi "
    "terminadas, pero que no todas las preguntas se han resuelto.",
    "fr": "La ministre a dit lundi que les négociations sur l'accord sont presque terminées, "
    "mais que toutes les questions ne sont pas encore résolues.",
    "it": "La ministra ha detto lunedì che i negoziati sull'accordo sono quasi finiti, ma che "
    "non tutte le domande sono state risolte.",
    "pt": "A ministra disse na segunda-feira que as negociações sobre o acordo estão quase "
    "terminadas, mas que nem todas as questões foram resolvidas.",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_of_a_paragraph_is_told(code: str) -> None:
    assert language(LANGUAGES[code]) == code


def test_a_name_counts_in_its_other_forms_and_a_short_one_only_as_it_is() -> None:
    found = select(topic.find("norway niger", ()), corpus(ENGLISH, GERMAN, NIGERIA)).foreign
    assert [(one.source, one.topic) for one in found] == [("S2", 3), ("S3", 0)]


def test_what_the_documents_that_are_read_name_is_told_too() -> None:
    found = select(topic.find("fisheries agreement", ()), corpus(ENGLISH, GERMAN)).foreign
    assert [tuple(one.names) for one in found] == [(("Norway", 3), ("Kenya", 2), ("Anna Olde", 1))]


def test_where_nothing_is_in_english_the_others_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(GERMAN, encoding="utf-8")
    with pytest.raises(SystemExit) as leave:
        main(["--topic", "norway", "--seeds", str(tmp_path / "in"), "--out", str(tmp_path / "o")])
    assert leave.value.code == 3
    assert "Not in English, but naming the topic: a.txt (3 times)." in capsys.readouterr().err


def test_paragraphs_in_another_language_are_told_among_the_flags() -> None:
    (document,) = corpus(
        f"Agreement near\n{LANGUAGES['fr']}\n"
        "The agreement is near and will be signed in the summer, the minister said on Monday, "
        "but she would not say where."
    ).documents
    told = [flag.detail for flag in document.meta.flags if flag.kind == "left-out"]
    assert told == ["23 words in French"]


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("Die Minister begrüßten das Angebot der Insel, und die Brücke wird gebaut.", False),
        ("The ministers welcomed the offer of the island, and the bridge will be built.", True),
        ("Le conseil du port a voté pour la construction du pont.", False),
        ("Harbour Ferries, Norwick Line, Kelby Line", None),
        ("Ministers met", None),
    ],
)
def test_the_language_of_a_line_is_told_only_where_it_shows(line: str, english: bool | None) -> None:
    assert is_english(line) is english
