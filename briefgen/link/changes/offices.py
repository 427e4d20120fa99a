"""Another office for the same person, and offices that were left out."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.english.words import plain
from briefgen.link.offices import Office, descriptions, names, offices
from briefgen.link.pairing import Change, Pairing, Severity
from briefgen.link.statement import SharedStatement

_NEAR = 0.6  # Dice coefficient of two offices' words from which only the wording differs


def offices_changed(statement: SharedStatement, pair: Pairing) -> Iterator[Change]:
    """Offices that the derived text gives and the original does not, and the other way round."""
    mine, theirs = offices(statement.original), offices(statement.derived)
    described = [d for d in descriptions(statement.original) if d.title not in [o.title for o in mine]]
    for office in theirs:
        named = office.person in {plain(token.text) for token in statement.original.tokens}
        known = _known(office, mine, [] if named else described, pair)
        if known and not _covered(office, pair.original.held.get(office.person, ()), known):
            severity = _severity(known, office)
            yield Change("title", known.whole, office.whole, severity, _subject(office, pair))
    yield from _left_out(statement, pair, mine, theirs)


def _known(office: Office, mine: tuple[Office, ...], described: list[Office], pair: Pairing) -> Office | None:
    """What the original calls the person: in this statement by name, by a description, else elsewhere."""
    here = [o for o in mine if o.person == office.person]
    if here:
        return here[0]
    if described:
        return described[0]
    return next(iter(pair.original.held.get(office.person, ())), None)


def _covered(office: Office, held: tuple[Office, ...], known: Office) -> bool:
    """Whether the original says as much somewhere, with the same status and rank."""
    return any(
        _says_no_more(office, other) and office.status == other.status and office.ranks == other.ranks
        for other in (known, *held)
    )


def _says_no_more(office: Office, other: Office) -> bool:
    """Whether an office has no word that the other lacks, the name of its state apart."""
    return all(key.startswith("@") for key in office.keys - other.keys) and (
        office.keys <= other.keys or other.keys <= office.keys
    )


def _severity(known: Office, office: Office) -> Severity:
    if known.status != office.status or known.ranks != office.ranks:
        return "major"
    if (known.keys - office.keys) & known.portfolio and (office.keys - known.keys) & office.portfolio:
        return "major"
    shared = 2 * len(known.keys & office.keys) / (len(known.keys) + len(office.keys))
    return "minor" if shared >= _NEAR else "notable"


def _subject(office: Office, pair: Pairing) -> str:
    """The person's fullest name in either document."""
    found = [o for whole in (pair.original, pair.derived) for o in whole.offices if o.person == office.person]
    spans = [o.name for o in found if o.name]
    documents = {whole.version.id: whole.version.document for whole in (pair.original, pair.derived)}
    return max((documents[s.source].text(s) for s in spans), key=len, default="")


def _left_out(
    statement: SharedStatement, pair: Pairing, mine: tuple[Office, ...], theirs: tuple[Office, ...]
) -> Iterator[Change]:
    """An office of the original whose holder stands bare in the derived text, all through it."""
    bare = {plain(statement.derived.tokens[run.stop - 1].text) for run in names(statement.derived)}
    bare |= {plain(t.text) for t in statement.derived.tokens if t.capital}
    bare -= {o.person for o in theirs}
    for office in mine:
        given = pair.derived.held.get(office.person, ())
        if office.person in bare and not any(office.keys <= other.keys for other in given):
            yield Change("omission", office.title, None, "notable", _subject(office, pair))
