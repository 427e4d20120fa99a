"""Joint speakers: cases of language, and that nobody without a name is taken for another."""

from __future__ import annotations

from tests.casefile import Case, cases
from tests.made import article


@cases("joint")
def test_who_speaks_together(case: Case) -> str:
    made = article(case.input)
    quote = next((q for q in made.quotes if q.speaker), None)
    if quote is None or quote.speaker is None:
        return "-"
    if quote.joint is None:
        return made.text(quote.speaker.name)
    members = "; ".join(made.text(one.name) for one in quote.together)
    return made.text(quote.joint) + (f" => {members}" if members else "")


def test_two_officials_without_a_name_are_nobody_known_to_be_one() -> None:
    made = article("“We will sign,” an official said.\n“We will not,” a captain said.")
    assert [quote.voice for quote in made.quotes] == [None, None]


def test_a_speaker_has_the_identity_of_the_name_that_stands_there() -> None:
    made = article("Washington said the talks were over.\nAnna Lee left.\n“We are ready,” Lee said.")
    assert [quote.speaker.key for quote in made.quotes if quote.speaker] == ["US", "Anna Lee"]
    assert {"US", "Anna Lee"} <= {name.key for name in made.names}
